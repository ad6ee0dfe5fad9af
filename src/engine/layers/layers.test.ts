import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradientCheck } from '../gradcheck';
import { Matrix } from '../matrix';
import { Network } from '../network';
import { Random } from '../random';
import { arbitraryExtras, arbitrarySpec, exampleOf } from '../testing/networks';
import { ActivationLayer } from './activation';
import { BatchNorm } from './batch-norm';
import { Dense } from './dense';
import { Dropout } from './dropout';
import { BatchBuffer } from './layer';
import { LayerNorm } from './layer-norm';

describe('networks with normalisation and dropout', () => {
  it.each([true, false])('have right gradients, training %s', (training) => {
    const spec = fc
      .tuple(arbitrarySpec(), fc.array(arbitraryExtras(), { minLength: 3, maxLength: 3 }))
      .map(([base, extras]) => ({ ...base, extras: extras.slice(0, base.sizes.length - 2) }));
    fc.assert(
      fc.property(spec, fc.integer({ min: 2, max: 5 }), fc.nat(), (s, m, seed) => {
        const { network, X, Y } = exampleOf(s, m, seed);
        network.useRandom(new Random(seed));
        expect(gradientCheck(network, X, Y, { training })[0]!.relativeError).toBeLessThan(1e-6);
      }),
      { numRuns: 300 },
    );
  });

  it('refuse extras that cannot be', () => {
    const spec = { sizes: [1, 2], activations: ['softmax'], loss: 'softmaxCrossEntropy' } as const;
    const make = (extras: object[]) => () => new Network({ ...spec, extras });
    expect(make([{}, {}])).toThrow('extras for 2 layers, but there are 1');
    expect(make([{ dropout: { rate: 0.5 } }])).toThrow('nothing can follow it');
    expect(make([{ norm: { kind: 'batch', place: 'after' } }])).toThrow('nothing can follow it');
    expect(make([{ norm: { kind: 'batch' } }])).not.toThrow();
    expect(make([{}])).not.toThrow();
  });

  it.each(['batch', 'layer'] as const)(
    'name γ and β after their layer, free of decay: %s',
    (kind) => {
      const network = new Network({
        sizes: [1, 2],
        activations: ['tanh'],
        loss: 'squaredError',
        extras: [{ norm: { kind } }],
      });
      expect(network.parameters.map(({ name, decays }) => `${name} ${decays}`)).toEqual([
        ...['W1 true', 'b1 false', 'gamma1 false', 'beta1 false'],
      ]);
      expect(network.parameters.map(({ gradient }) => gradient.label)).toEqual([
        ...['dW1', 'db1', 'dgamma1', 'dbeta1'],
      ]);
      expect(() => network.layer(1).logits).toThrow('z of layer 1 is not known yet: call forward');
    },
  );

  it.each(['batch', 'layer'] as const)('label matrices as the book does: %s', (kind) => {
    const network = new Network({
      sizes: [1, 2, 1],
      activations: ['tanh', 'identity'],
      loss: 'squaredError',
      extras: [{ norm: { kind }, dropout: { rate: 0.5 } }],
    });
    network.forward(Matrix.zeros(1, 3), true);
    network.backward(Matrix.zeros(1, 3));
    const { z, logits, delta, norm, dropout } = network.layer(1);
    expect([z, logits, norm!.normalisedInput, dropout!.mask].map((M) => M?.label)).toEqual([
      ...['z1', 'y', 'xHat', 'mask'],
    ]);
    expect(network.a(1).label).toBe('a');
    expect(network.a(2).label).toBe('a2');
    expect(delta.label).toBe('dX');
    expect(network.layer(2).delta.label).toBe('delta2');
    if (norm instanceof BatchNorm) {
      const { gamma, beta, mean, inverseDeviation, runningMean, runningVariance } = norm;
      const all = [gamma, beta, mean, inverseDeviation, runningMean, runningVariance];
      expect(all.map(({ label }) => label)).toEqual([
        ...['gamma1', 'beta1', 'mean1', 'inverseDeviation1', 'runningMean1', 'runningVariance1'],
      ]);
    }
  });
});

describe('BatchNorm', () => {
  const X = Matrix.from([
    [1, 2, 3, 6],
    [0, 0, 4, 4],
  ]);

  it('centres and scales each unit over the batch, then applies γ and β', () => {
    const layer = new BatchNorm(2, { epsilon: 0 });
    const Y = layer.forward(X, true);
    expect(layer.mean.toColumn()).toEqual([3, 2]);
    const deviation = Math.sqrt(3.5);
    expect(Y.at(0, 0)).toBeCloseTo(-2 / deviation, 14);
    expect(Y.toRows()[1]).toEqual([-1, -1, 1, 1]);
    layer.gamma.data.set([deviation, 2]);
    layer.beta.data.set([3, 2]);
    expect(layer.forward(X, true).at(0, 3)).toBeCloseTo(6, 14);
    expect(layer.normalisedInput!.toRows()[1]).toEqual([-1, -1, 1, 1]);
  });

  it('keeps running averages, of the unbiased variance, and uses them in testing', () => {
    const layer = new BatchNorm(2, { epsilon: 0, momentum: 0.5 });
    layer.forward(X, true);
    expect(layer.runningMean.toColumn()).toEqual([1.5, 1]);
    expect(layer.runningVariance.at(0, 0)).toBeCloseTo(0.5 + 0.5 * (14 / 3), 14);
    layer.runningMean.data.set([1, 0]);
    layer.runningVariance.data.set([4, 1]);
    expect(layer.forward(Matrix.column([5, 3]), false).toColumn()).toEqual([2, 3]);
    expect(layer.runningMean.toColumn()).toEqual([1, 0]);
  });

  it("defaults to PyTorch's ε and momentum", () => {
    expect(new BatchNorm(1)).toMatchObject({ epsilon: 1e-5, momentum: 0.1 });
  });

  it('refuses a training batch of one, other shapes, and backward without forward', () => {
    const layer = new BatchNorm(2);
    expect(() => layer.backward(X)).toThrow('BatchNorm.backward: call forward first');
    expect(() => layer.forward(Matrix.zeros(2, 1), true)).toThrow('at least 2 samples');
    expect(() => layer.forward(Matrix.zeros(2, 1), false)).not.toThrow();
    expect(() => layer.forward(Matrix.zeros(3, 2), true)).toThrow(
      'batch normalisation: A is 3×2 but y is 2×2',
    );
    layer.forward(X, true);
    expect(() => layer.backward(Matrix.zeros(2, 3))).toThrow(
      'batch normalisation backward: A is 2×3 but xHat is 2×4',
    );
  });
});

describe('LayerNorm', () => {
  it('centres and scales each sample over its units', () => {
    const layer = new LayerNorm(2, { epsilon: 0 });
    layer.gamma.data.set([2, 3]);
    layer.beta.data.set([1, 0]);
    const Y = layer.forward(
      Matrix.from([
        [1, 10],
        [3, 0],
      ]),
    );
    expect(Y.toRows()).toEqual([
      [-1, 3],
      [3, -3],
    ]);
    expect(layer.normalisedInput!.toRows()).toEqual([
      [-1, 1],
      [1, -1],
    ]);
  });

  it('refuses other shapes, and backward without forward', () => {
    const layer = new LayerNorm(2);
    expect(layer.epsilon).toBe(1e-5);
    expect(() => layer.backward(Matrix.zeros(2, 1))).toThrow('LayerNorm.backward: call forward');
    expect(() => layer.forward(Matrix.zeros(3, 1))).toThrow(
      'layer normalisation: A is 3×1 but y is 2×1',
    );
    layer.forward(Matrix.zeros(2, 1));
    expect(() => layer.backward(Matrix.zeros(2, 2))).toThrow(
      'layer normalisation backward: A is 2×2 but xHat is 2×1',
    );
  });

  it('starts as the normalisation alone', () => {
    const layer = new LayerNorm(2, { epsilon: 0 });
    expect(layer.forward(Matrix.column([1, 3])).toColumn()).toEqual([-1, 1]);
  });

  it('starts its gradients anew with each backward pass', () => {
    const layer = new LayerNorm(2, { epsilon: 0 });
    layer.forward(Matrix.column([1, 3]));
    for (let pass = 0; pass < 2; pass++) layer.backward(Matrix.column([5, 7]));
    const [gamma, beta] = layer.parameters.map(({ gradient }) => gradient.toColumn());
    // x̂ is −1 and 1.
    expect(gamma).toEqual([-5, 7]);
    expect(beta).toEqual([5, 7]);
  });
});

describe('Dropout', () => {
  const ones = new Matrix(2, 3, new Float64Array(6).fill(1));

  it.each(['inverted', 'classic'] as const)('%s: drops in training, scales as named', (form) => {
    const layer = new Dropout(2, { rate: 0.5, form });
    layer.useRandom(new Random(1));
    const on = form === 'inverted' ? 2 : 1;
    const Y = layer.forward(ones, true);
    expect(new Set(Y.data)).toEqual(new Set([0, on]));
    expect(Y.toRows()).toEqual(layer.mask!.toRows());
    expect(layer.backward(ones).toRows()).toEqual(Y.toRows());
    const test = form === 'classic' ? 0.5 : 1;
    expect(new Set(layer.forward(ones, false).data)).toEqual(new Set([test]));
    expect(new Set(layer.backward(ones).data)).toEqual(new Set([test]));
  });

  it('repeats with its generator, and keeps its mask when told', () => {
    const big = new Matrix(2, 50, new Float64Array(100).fill(1));
    const first = new Dropout(2, { rate: 0.5 });
    const second = new Dropout(2, { rate: 0.5 });
    first.useRandom(new Random(1));
    second.useRandom(new Random(1));
    const mask = first.forward(big, true).toRows();
    expect(second.forward(big, true).toRows()).toEqual(mask);
    first.keepMask = true;
    expect(first.forward(big, true).toRows()).toEqual(mask);
    first.keepMask = false;
    expect(first.forward(big, true).toRows()).not.toEqual(mask);
    expect(first.source).toBeInstanceOf(Random);
  });

  it('draws a new mask each time, from the generator that it was given', () => {
    const big = new Matrix(2, 50, new Float64Array(100).fill(1));
    const masks = [undefined, 'dropout', 2].map((seed) => {
      const layer = new Dropout(2, { rate: 0.5 });
      if (seed !== undefined) layer.useRandom(new Random(seed));
      const first = layer.forward(big, true).toRows();
      expect(layer.forward(big, true).toRows()).not.toEqual(first);
      return first;
    });
    // Without being given one it has its own, the same in every run.
    expect(masks[0]).toEqual(masks[1]);
    expect(masks[0]).not.toEqual(masks[2]);
  });

  it('keeps no mask for a batch of another size, and learns nothing', () => {
    const layer = new Dropout(2, { rate: 0 });
    layer.keepMask = true;
    layer.forward(ones, true);
    const five = new Matrix(2, 5, new Float64Array(10).fill(3));
    expect(layer.forward(five, true).toRows()).toEqual(five.toRows());
    expect(layer.parameters).toEqual([]);
  });

  it('lets gradients through as in prediction before any pass', () => {
    expect(new Dropout(2, { rate: 0.5 }).backward(ones).toRows()).toEqual(ones.toRows());
  });

  /** Each mean lies within 5 standard deviations: false-alarm rate 6e-7 for a random seed. */
  it('turns off a share p of the units; inverted keeps the expectation', () => {
    const n = 100_000;
    const wide = new Matrix(1, n, new Float64Array(n).fill(1));
    for (const rate of [0, 0.2, 0.8]) {
      const layer = new Dropout(1, { rate });
      layer.useRandom(new Random(`rate ${rate}`));
      const off = layer.forward(wide, true).data.filter((value) => value === 0).length;
      const tolerance = 5 * Math.sqrt((rate * (1 - rate)) / n);
      expect(Math.abs(off / n - rate)).toBeLessThanOrEqual(tolerance);
      const mean = layer.mask!.toRows()[0]!.reduce((sum, v) => sum + v, 0) / n;
      expect(Math.abs(mean - 1)).toBeLessThanOrEqual(tolerance / (1 - rate) + 1e-10);
    }
  });

  it('refuses a rate outside [0, 1)', () => {
    for (const rate of [-0.1, 1, Number.NaN]) {
      expect(() => new Dropout(1, { rate })).toThrow('at least 0 and below 1');
    }
  });

  it('refuses other shapes', () => {
    const layer = new Dropout(2, { rate: 0.5 });
    expect(() => layer.forward(Matrix.zeros(1, 3), true)).toThrow('dropout: A is 1×3 but a is 2×3');
    layer.forward(ones, true);
    expect(() => layer.backward(Matrix.zeros(2, 4))).toThrow(
      'dropout backward: A is 2×4 but mask is 2×3',
    );
    expect(() => layer.backward(Matrix.zeros(1, 3))).toThrow(
      'dropout backward: A is 1×3 but dLda is 2×3',
    );
  });
});

describe('Dense and ActivationLayer', () => {
  it('pass gradients back to their input', () => {
    const dense = new Dense(2, 1);
    dense.W.data.set([2, 3]);
    expect(() => dense.backward(Matrix.column([1]))).toThrow('call forward first');
    expect(dense.forward(Matrix.column([1, 1])).toRows()).toEqual([[5]]);
    expect(dense.backward(Matrix.column([2])).toRows()).toEqual([[4], [6]]);
    expect(dense.dW.toRows()).toEqual([[2, 2]]);
    expect(dense.parameters.map(({ name }) => name)).toEqual(['W', 'b']);
    expect(dense.W.label).toBe('W');
    expect(() => dense.forward(Matrix.zeros(3, 1))).toThrow('matmul: W is 1×2 but B is 3×1');
  });

  it('Dense refuses gradients of another shape than its output', () => {
    const dense = new Dense(2, 1, 4);
    expect(() => dense.backward(Matrix.zeros(1, 1))).toThrow('Dense.backward: call forward first');
    expect(dense.b.label).toBe('b4');
    expect(dense.forward(Matrix.zeros(2, 3)).label).toBe('z4');
    expect(() => dense.backward(Matrix.zeros(1, 2))).toThrow(
      'matmulNT (A Bᵀ): A is 1×2 but B is 2×3',
    );
    expect(() => dense.backward(Matrix.zeros(2, 3))).toThrow(
      'Dense.backward: W4 is 1×2 but B is 2×3',
    );
    expect(dense.backward(Matrix.zeros(1, 3)).label).toBe('dX');
  });

  it('refuse other shapes, and backward without forward', () => {
    const layer = new ActivationLayer('tanh', 2);
    expect(layer.parameters).toEqual([]);
    expect(() => layer.backward(Matrix.zeros(2, 1))).toThrow('ActivationLayer.backward: call');
    expect(() => layer.forward(Matrix.zeros(3, 1))).toThrow('activation: A is 3×1 but a is 2×1');
    layer.forward(Matrix.zeros(2, 1));
    expect(() => layer.backward(Matrix.zeros(2, 2))).toThrow(
      'activation backward: A is 2×2 but a is 2×1',
    );
    expect(layer.backward(Matrix.zeros(2, 1)).label).toBe('delta');
  });
});

describe('BatchBuffer', () => {
  it('allocates once for each batch size', () => {
    let allocations = 0;
    const kernel = {
      allocate: (n: number) => {
        allocations++;
        return new Float64Array(n);
      },
    };
    const buffer = new BatchBuffer(2, kernel as never, 'z');
    const three = buffer.for(3);
    expect([three.rows, three.cols, three.label]).toEqual([2, 3, 'z']);
    buffer.for(4);
    expect(buffer.for(3)).toBe(three);
    expect(buffer.for(3)).toBe(three);
    expect(allocations).toBe(2);
    expect(new BatchBuffer(1, kernel as never).for(1).label).toBe('');
  });
});
