import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { activation, activationNames, type ElementwiseName } from '../activations';
import { float32Kernel, float64Kernel, type Kernel } from '../kernel';
import { type Floats, Matrix } from '../matrix';
import { Network, type NetworkSpec } from '../network';
import { Random } from '../random';
import { hasWasmSimd, loadWasmKernel } from './load';
import { createWasmKernel } from './wasm-kernel';

const bytes = readFileSync(new URL('./kernel.wasm', import.meta.url));
const module = await WebAssembly.compile(bytes);
const wasm = createWasmKernel(module, { megabytes: 64 });

/** One unit in the last place of single precision near 1, and a generous number of them. */
const ulp = 2 ** -23;

/** The same numbers, representable in single precision, for both kernels. */
function numbers(length: number, kernel: Kernel, random: Random, spread = 1): [Floats, Floats] {
  const exact = Float64Array.from({ length }, () => Math.fround(spread * random.normal()));
  const own = kernel.allocate(length);
  own.set(exact);
  return [exact, own];
}

/** |a − b| relative to the sum of the terms' sizes, in units of the last place. */
function expectClose(actual: Floats, expected: Floats, terms: number, size = 1) {
  expect(actual.length).toBe(expected.length);
  for (let k = 0; k < expected.length; k++) {
    const allowed = ulp * (terms + 2) * size * Math.max(1, Math.abs(expected[k]!));
    if (!(Math.abs(actual[k]! - expected[k]!) <= allowed)) {
      expect.fail(`element ${k}: ${actual[k]} is not ${expected[k]} (within ${allowed})`);
    }
  }
}

/** Small and large sizes, with every remainder of 8. */
const seed = fc.integer({ min: 0, max: 2 ** 31 });
const size = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 60, max: 140 }));

describe.each([
  ['in its own memory', wasm],
  // Arrays of the TypeScript kernel are elsewhere: they must be copied in and out.
  ['from elsewhere', { ...float32Kernel, name: 'elsewhere' }],
])('the wasm kernel, arrays %s', (_where, home) => {
  it('multiplies as the double-precision loops do', () => {
    fc.assert(
      fc.property(
        seed,
        size,
        size,
        size,
        fc.constantFrom('', 'TN', 'NT'),
        (from, m, k, n, form) => {
          const random = new Random(from);
          const kernel = home === wasm ? createWasmKernel(module, { megabytes: 2 }) : wasm;
          const place = home === wasm ? kernel : home;
          const [A, ownA] = numbers(m * k, place, random);
          const [B, ownB] = numbers(k * n, place, random);
          const C = new Float64Array(m * n);
          const ownC = place.allocate(m * n);
          float64Kernel[`multiply${form}` as 'multiply'](m, k, n, A, B, C);
          kernel[`multiply${form}` as 'multiply'](m, k, n, ownA, ownB, ownC);
          expectClose(ownC, C, k, 3);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('computes z = W a + b and its gradients', () => {
    fc.assert(
      fc.property(seed, size, size, size, (from, units, inputs, m) => {
        const random = new Random(from);
        const kernel = home === wasm ? createWasmKernel(module, { megabytes: 2 }) : wasm;
        const place = home === wasm ? kernel : home;
        const [W, ownW] = numbers(units * inputs, place, random);
        const [b, ownB] = numbers(units, place, random);
        const [X, ownX] = numbers(inputs * m, place, random);
        const [delta, ownDelta] = numbers(units * m, place, random);
        const [Z, dW, db] = [units * m, units * inputs, units].map((n) => new Float64Array(n));
        const [ownZ, ownDW, ownDb] = [units * m, units * inputs, units].map((n) =>
          place.allocate(n),
        );
        float64Kernel.affine(units, inputs, m, W, b, X, Z!);
        kernel.affine(units, inputs, m, ownW, ownB, ownX, ownZ!);
        expectClose(ownZ!, Z!, inputs, 3);
        float64Kernel.affineGradients(units, inputs, m, delta, X, dW!, db!);
        kernel.affineGradients(units, inputs, m, ownDelta, ownX, ownDW!, ownDb!);
        expectClose(ownDW!, dW!, m, 3);
        expectClose(ownDb!, db!, m, 3);
      }),
      { numRuns: 100 },
    );
  });

  const elementwise = activationNames.filter((name): name is ElementwiseName => name !== 'softmax');
  it.each(elementwise)('has the values and slopes of %s, ±100 and beyond', (name) => {
    const random = new Random(1);
    const f = activation(name, { reluAtZero: 1, leakySlope: 0.2, eluAlpha: 0.5 });
    const z = [
      0, -0, 1e-6, -1e-6, 0.3, -0.3, 7.9, -7.9, 8.1, 20, -20, 87, -87, 100, -100, 1e4, -1e4,
    ];
    z.push(...Array.from({ length: 1000 }, () => 4 * random.normal()));
    const Z = Float64Array.from(z, Math.fround);
    const [A, delta] = [new Float64Array(Z.length), new Float64Array(Z.length)];
    const [G, ownG] = numbers(Z.length, home, random);
    const [ownZ, ownA, ownDelta] = [0, 0, 0].map(() => home.allocate(Z.length));
    ownZ!.set(Z);
    float64Kernel.activate(f, Z, A);
    float64Kernel.activateBackward(f, G, Z, A, delta);
    wasm.activate(f, ownZ!, ownA!);
    wasm.activateBackward(f, ownG, ownZ!, ownA!, ownDelta!);
    expectClose(ownA!, A, 1);
    expectClose(ownDelta!, delta, 8);
  });

  it('has softmax of every column', () => {
    fc.assert(
      fc.property(seed, size, size, fc.constantFrom(1, 30), (from, rows, cols, spread) => {
        const random = new Random(from);
        const kernel = home === wasm ? createWasmKernel(module, { megabytes: 2 }) : wasm;
        const place = home === wasm ? kernel : home;
        const [Z, ownZ] = numbers(rows * cols, place, random, spread);
        const A = new Float64Array(Z.length);
        float64Kernel.softmax(rows, cols, Z, A);
        kernel.softmax(rows, cols, ownZ, ownZ);
        expectClose(ownZ, A, 2);
      }),
      { numRuns: 50 },
    );
  });

  it('adds c B to A', () => {
    const random = new Random(2);
    const [A, ownA] = numbers(103, home, random);
    const [B, ownB] = numbers(103, home, random);
    float64Kernel.addScaled(A, -0.25, B);
    wasm.addScaled(ownA, -0.25, ownB);
    expectClose(ownA, A, 1);
  });

  it.each(['sigmoid', 'tanh', 'relu', 'leakyRelu', 'silu', 'identity'] as const)(
    'does not hide NaN behind %s',
    (name) => {
      const [Z, A] = [home.allocate(5).fill(Number.NaN), home.allocate(5)];
      wasm.activate(activation(name), Z, A);
      expect([...A]).toEqual(Array(5).fill(Number.NaN));
    },
  );
});

it.each([
  ['sigmoid', 2e-7],
  ['tanh', 4e-7],
  ['silu', 2.5e-7],
] as const)('has %s to a relative error of %f, from 1e-6 to ±80', (name, bound) => {
  const n = 40_000;
  const f = activation(name);
  const [Z, A] = [wasm.allocate(n), wasm.allocate(n)];
  for (let k = 0; k < n; k++) Z[k] = (k % 2 ? 1 : -1) * 1e-6 * 8e7 ** (k / n);
  wasm.activate(f, Z, A);
  const errors = Array.from(A, (a, k) => Math.abs(a / f.value(Z[k]!) - 1));
  expect(Math.max(...errors)).toBeLessThan(bound);
});

describe('a network on the wasm kernel', () => {
  const specs: NetworkSpec[] = [
    { sizes: [2, 8, 8, 1], activations: ['tanh', 'tanh', 'tanh'], loss: 'squaredError' },
    { sizes: [13, 7, 5], activations: ['relu', 'softmax'], loss: 'softmaxCrossEntropy' },
    {
      sizes: [3, 6, 4, 2],
      activations: ['gelu', 'leakyRelu', 'sigmoid'],
      loss: 'binaryCrossEntropy',
      extras: [{ norm: { kind: 'batch' } }, { norm: { kind: 'layer' } }],
    },
  ];

  it.each(specs)('trains as in double precision: $sizes $activations', (spec) => {
    const random = new Random(3);
    const m = 10;
    const kernels = [float64Kernel, wasm, float32Kernel];
    const networks = kernels.map((kernel) => new Network(spec, kernel));
    networks[0]!.parameters.forEach(({ value }, p) => {
      for (let k = 0; k < value.data.length; k++) {
        const start = Math.fround(0.4 * random.normal());
        for (const { parameters } of networks) parameters[p]!.value.data[k] = start;
      }
    });
    const inputs = spec.sizes[0]!;
    const outputs = spec.sizes.at(-1)!;
    const X = Array.from({ length: inputs * m }, () => Math.fround(random.normal()));
    const Y = Array.from({ length: outputs * m }, (_, k) =>
      Number(Math.floor(k / m) === k % outputs),
    );
    for (const [i, network] of networks.entries()) {
      const place = (rows: number, data: number[]) => {
        const own = new Matrix(rows, m, kernels[i]!.allocate(rows * m));
        own.data.set(data);
        return own;
      };
      const [x, y] = [place(inputs, X), place(outputs, Y)];
      for (let step = 0; step < 30; step++) {
        network.forward(x, true);
        network.backward(y);
        network.sgdStep(0.1);
      }
    }
    const [reference, ...others] = networks;
    for (const { parameters } of others) {
      parameters.forEach(({ value }, p) => {
        expectClose(value.data, reference!.parameters[p]!.value.data, 60);
      });
    }
  });

  it('takes batches in double precision from elsewhere', () => {
    const network = new Network(specs[0]!, wasm);
    const own = new Matrix(2, 3, wasm.allocate(6));
    const X = Matrix.from([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    own.data.set(X.data);
    network.layer(1).W.data.fill(0.1);
    network.forward(own);
    const expected = network.a(1).toRows();
    network.forward(X);
    expect(network.a(1).toRows()).toEqual(expected);
    expect(expected[0]![0]).toBeCloseTo(Math.tanh(0.5), 6);
  });
});

describe('what it computes itself', () => {
  it('says what it is', () => {
    expect([wasm.name, wasm.precision]).toEqual(['wasm-float32', 'float32']);
  });

  it.each(['identity', 'sigmoid', 'tanh', 'relu', 'leakyRelu', 'silu'] as const)(
    'calls no function for an element of %s',
    (name) => {
      const slow = () => expect.fail('called');
      const f = { ...activation(name), value: slow, derivative: slow };
      const [Z, A, delta] = [wasm.allocate(5), wasm.allocate(5), wasm.allocate(5)];
      wasm.activate(f, Z, A);
      wasm.activateBackward(f, A, Z, A, delta);
    },
  );
});

describe('loadWasmKernel', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('fetches and compiles the kernel', async () => {
    const fetched = vi.fn(async () => new Response(new Uint8Array(bytes)));
    vi.stubGlobal('fetch', fetched);
    expect(hasWasmSimd()).toBe(true);
    expect((await loadWasmKernel('/kernel.wasm')).name).toBe('wasm-float32');
    expect(fetched).toHaveBeenCalledWith('/kernel.wasm');
  });

  it('serves the TypeScript kernel without SIMD, and fetches nothing', async () => {
    vi.stubGlobal('WebAssembly', { ...WebAssembly, validate: () => false });
    vi.stubGlobal('fetch', () => expect.fail('fetched'));
    expect(await loadWasmKernel('/kernel.wasm')).toBe(float32Kernel);
    vi.stubGlobal('WebAssembly', undefined);
    expect(await loadWasmKernel('/kernel.wasm')).toBe(float32Kernel);
  });

  it('says so when the file is missing', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
    await expect(loadWasmKernel('/kernel.wasm')).rejects.toThrow('/kernel.wasm answered 404');
  });
});
