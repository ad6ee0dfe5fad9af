import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from './data/errors';
import { float32Kernel } from './kernel';
import type { BatchNorm } from './layers/batch-norm';
import { Network } from './network';
import { readNetwork, writeNetwork } from './network-file';
import { saveNetwork } from './network-state';
import { arbitraryExtras, arbitrarySpec, exampleOf } from './testing/networks';

/** Networks of every kind, a forward pass in training behind them: running statistics have moved. */
const arbitraryNetwork = fc
  .tuple(
    arbitrarySpec(),
    fc.array(fc.option(arbitraryExtras()), { minLength: 3, maxLength: 3 }),
    fc.constantFrom(undefined, { reluAtZero: 1 as const, leakySlope: 0.1 }),
    fc.nat(),
  )
  .map(([base, extras, activationOptions, seed]) => {
    const spec = { ...base, activationOptions, extras: extras.slice(0, base.sizes.length - 2) };
    const example = exampleOf(spec, 4, seed);
    example.network.forward(example.X, true);
    return example;
  });

const network = new Network({
  sizes: [2, 2, 1],
  activations: ['tanh', 'sigmoid'],
  loss: 'binaryCrossEntropy',
  extras: [{ norm: { kind: 'batch' } }],
});
network.layer(1).W.data.set([0.1, -2, 3e-5, 4]);
/** The file as an object, to be changed and written again. */
const file = () => JSON.parse(writeNetwork(network));
const read = (changed: unknown) => () => readNetwork(JSON.stringify(changed));

describe('a network in a file', () => {
  it('comes back with the same bits', () => {
    fc.assert(
      fc.property(arbitraryNetwork, ({ network: before, X }) => {
        const after = readNetwork(writeNetwork(before));
        expect(saveNetwork(after)).toEqual(saveNetwork(before));
        expect(after.forward(X).toRows()).toEqual(before.forward(X).toRows());
        expect(writeNetwork(after)).toBe(writeNetwork(before));
      }),
    );
  });

  it('keeps single precision, and reads with the kernel asked for', () => {
    const single = new Network(network.spec, float32Kernel);
    single.layer(1).W.data.set([0.1, 0.2, 0.3, 0.4]);
    const after = readNetwork(writeNetwork(single), float32Kernel);
    expect(after.kernel).toBe(float32Kernel);
    expect(after.layer(1).W.data).toEqual(single.layer(1).W.data);
    expect(readNetwork(writeNetwork(single)).layer(1).W.at(0, 0)).toBe(Math.fround(0.1));
  });

  it('has this form, which later versions must go on reading', () => {
    expect(file()).toEqual({
      format: 'forward-and-back/network',
      version: 1,
      spec: {
        sizes: [2, 2, 1],
        activations: ['tanh', 'sigmoid'],
        loss: 'binaryCrossEntropy',
        extras: [{ norm: { kind: 'batch' } }],
      },
      learned: {
        ...{ W1: [0.1, -2, 3e-5, 4], b1: [0, 0], gamma1: [1, 1], beta1: [0, 0] },
        ...{ W2: [0, 0], b2: [0], runningMean1: [0, 0], runningVariance1: [1, 1] },
      },
      checksum: expect.any(Number),
    });
  });

  it('may be made by other means, without a checksum', () => {
    const { checksum: _, ...byHand } = file();
    byHand.learned.W1[0] = 7;
    expect(read(byHand)().layer(1).W.at(0, 0)).toBe(7);
  });

  it('comes back with the constants of its normalisation and dropout, to the ends of their ranges', () => {
    for (const momentum of [0, 0.3, 1]) {
      const norm = { kind: 'batch', place: 'after', epsilon: 0, momentum } as const;
      for (const rate of [0, 0.9]) {
        const extras = [{ norm, dropout: { rate, form: 'classic' } } as const, null];
        const before = new Network({ ...network.spec, extras });
        before.layer(1).norm!.gamma.data.fill(2);
        (before.layer(1).norm as BatchNorm).runningVariance.data.fill(0);
        const after = readNetwork(writeNetwork(before));
        expect(after.spec).toEqual(before.spec);
        expect(saveNetwork(after)).toEqual(saveNetwork(before));
      }
    }
  });

  it('has the checksum that its description says: FNV-1a over the JSON of spec and learned', () => {
    const { spec, learned, checksum } = file();
    let hash = 2166136261n;
    for (const character of JSON.stringify([spec, learned])) {
      hash = ((hash ^ BigInt(character.charCodeAt(0))) * 16777619n) % 2n ** 32n;
    }
    expect(BigInt(checksum)).toBe(hash);
  });

  it('reads −0, which JSON may say, as 0', () => {
    const { checksum: _, ...byHand } = file();
    const text = JSON.stringify(byHand).replace('[0.1,-2,', '[0.1,-0,');
    expect(readNetwork(text).layer(1).W.at(0, 1)).toBe(0);
  });

  it('refuses to write what JSON cannot say', () => {
    const broken = new Network({ sizes: [1, 1], activations: ['tanh'], loss: 'squaredError' });
    broken.layer(1).b.set(0, 0, Number.NaN);
    expect(() => writeNetwork(broken)).toThrow('writeNetwork: b1 holds NaN');
    broken.layer(1).b.set(0, 0, Number.NEGATIVE_INFINITY);
    expect(() => writeNetwork(broken)).toThrow(RangeError);
  });
});

describe('a damaged file is refused', () => {
  const text = writeNetwork(network);
  const bits = saveNetwork(network);

  /** Either the reason why not, or the network that was saved: never another one. */
  const isRefusedOrWhole = (damaged: string) => {
    let result: Network;
    try {
      result = readNetwork(damaged);
    } catch (error) {
      expect(error).toBeInstanceOf(DataError);
      expect((error as Error).message).toMatch(/^network file: ./);
      return;
    }
    expect(saveNetwork(result)).toEqual(bits);
    expect(JSON.stringify(result.spec)).toBe(JSON.stringify(network.spec));
  };

  it('cut anywhere', () => {
    for (let end = 0; end < text.length; end++) {
      expect(() => readNetwork(text.slice(0, end))).toThrow(DataError);
    }
  });

  it('with any one character changed, left out or put in', () => {
    const place = fc.nat({ max: text.length - 1 });
    const character = fc.oneof(
      fc.constantFrom(...'0123456789.-+eE,:[]{}" \n\\'),
      fc.string({ minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(place, character, fc.constantFrom(0, 1), (at, c, skipped) => {
        isRefusedOrWhole(text.slice(0, at) + c + text.slice(at + skipped));
        isRefusedOrWhole(text.slice(0, at) + text.slice(at + 1));
      }),
      { numRuns: 3000 },
    );
  });

  it('with any value replaced or taken away', () => {
    /** Ways to every value in the file but the checksum, without which nothing can be told. */
    const paths: string[][] = [];
    const walk = (value: unknown, path: string[]) => {
      paths.push(path);
      if (typeof value !== 'object' || value === null) return;
      for (const [name, inner] of Object.entries(value)) walk(inner, [...path, name]);
    };
    walk(file(), []);
    const nasty = fc.oneof(
      fc.constantFrom(null, true, -1, 0, 1, 1.5, 1e9, '', 'tanh', '__proto__'),
      fc.constantFrom([], {}, [null], [[]], { length: 4 }, { constructor: 1 }),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths.slice(1)), nasty, fc.boolean(), (path, value, taken) => {
        const changed = file();
        const parent = path.slice(0, -1).reduce((at, name) => at[name], changed);
        const last = path.at(-1)!;
        if (!taken) parent[last] = value;
        else if (Array.isArray(parent)) parent.splice(Number(last), 1);
        else delete parent[last];
        isRefusedOrWhole(JSON.stringify(changed));
      }),
      { numRuns: 3000 },
    );
  });

  it.each<[string, string]>([
    ['', 'network file: it is not JSON: '],
    ['[1, 2]', 'network file: its content must be an object, got [1,2]'],
    ['null', 'network file: its content must be an object, got null'],
    ['3', 'network file: its content must be an object, got 3'],
    ['{}', 'network file: its format is not “forward-and-back/network”'],
    [
      '{"format":"forward-and-back/network","version":2}',
      'network file: it has version 2, this engine reads 1',
    ],
    ['{"format":"forward-and-back/network"}', 'it has version undefined, this engine reads 1'],
  ])('%s', (damaged, reason) => {
    expect(() => readNetwork(damaged)).toThrow(reason);
  });

  it.each<[string, (changed: ReturnType<typeof file>) => void]>([
    ['spec is missing', (f) => delete f.spec],
    ['learned.gamma1 is missing', (f) => delete f.learned.gamma1],
    ['learned.W3 is not known', (f) => Object.assign(f.learned, { W3: [] })],
    ['colour is not known', (f) => Object.assign(f, { colour: 'red' })],
    [
      'spec.sizes[1] must be a whole number of at least 1, got 1.5',
      (f) => Object.assign(f.spec.sizes, { 1: 1.5 }),
    ],
    [
      'spec.sizes[0] must be a whole number of at least 1, got 0',
      (f) => Object.assign(f.spec.sizes, { 0: 0 }),
    ],
    ['spec.sizes must be a list, got 3', (f) => Object.assign(f.spec, { sizes: 3 })],
    [
      'spec.activations[0] must be one of identity, sigmoid,',
      (f) => Object.assign(f.spec.activations, { 0: 'tan' }),
    ],
    ['spec.loss must be one of squaredError,', (f) => Object.assign(f.spec, { loss: 'toString' })],
    ['Network: 2 sizes need 1 activations', (f) => f.spec.sizes.pop()],
    ['binaryCrossEntropy needs the output activation sigmoid', (f) => f.spec.activations.reverse()],
    [
      'spec.extras[0].norm.momentum must be a number from 0 to 1, got 2',
      (f) => Object.assign(f.spec.extras[0].norm, { momentum: 2 }),
    ],
    [
      'spec.extras[0].norm.momentum must be a number from 0 to 1, got -0.1',
      (f) => Object.assign(f.spec.extras[0].norm, { momentum: -0.1 }),
    ],
    [
      'spec.extras[0].norm.epsilon must be a number of at least 0, got -1',
      (f) => Object.assign(f.spec.extras[0].norm, { epsilon: -1 }),
    ],
    [
      'spec.extras[0].dropout.rate must be a number from 0 to below 1, got 1',
      (f) => Object.assign(f.spec.extras[0], { dropout: { rate: 1 } }),
    ],
    [
      'spec.extras[0].dropout.rate must be a number from 0 to below 1, got -0.1',
      (f) => Object.assign(f.spec.extras[0], { dropout: { rate: -0.1 } }),
    ],
    ['spec.extras[0].norm.kind is missing', (f) => Object.assign(f.spec.extras[0], { norm: {} })],
    [
      'spec.activationOptions.reluAtZero must be one of 0, 1, got 2',
      (f) => Object.assign(f.spec, { activationOptions: { reluAtZero: 2 } }),
    ],
    ['learned.W1 needs 4 numbers, got 3', (f) => f.learned.W1.pop()],
    ['learned.W1[1] must be a number, got "x"', (f) => Object.assign(f.learned.W1, { 1: 'x' })],
    [
      'learned.runningVariance1[0] must be a number of at least 0, got -1',
      (f) => Object.assign(f.learned.runningVariance1, { 0: -1 }),
    ],
    ['checksum must be a number, got null', (f) => Object.assign(f, { checksum: null })],
    [
      'a number or a name has changed since it was saved',
      (f) => Object.assign(f.learned.W1, { 1: -2.0001 }),
    ],
    [
      'learned.W1 must be a list, got "111111111111111111111111111111111111111…',
      (f) => Object.assign(f.learned, { W1: '1'.repeat(99) }),
    ],
  ])('%s', (reason, damage) => {
    const changed = file();
    damage(changed);
    expect(read(changed)).toThrow(DataError);
    expect(read(changed)).toThrow(reason);
  });

  it('the reason begins with the place in the file, and ends with what stands there', () => {
    const messageOf = (damage: (changed: ReturnType<typeof file>) => void) => {
      const changed = file();
      damage(changed);
      try {
        read(changed)();
        return undefined;
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(messageOf((f) => delete f.spec)).toBe('network file: spec is missing');
    // Quotes included, 40 characters are shown, of 41 the first 40.
    const withLearned = (W1: string) => messageOf((f) => Object.assign(f.learned, { W1 }));
    const reason = 'network file: learned.W1 must be a list, got ';
    expect(withLearned('x'.repeat(38))).toBe(`${reason}"${'x'.repeat(38)}"`);
    expect(withLearned('x'.repeat(39))).toBe(`${reason}"${'x'.repeat(39)}…`);
  });

  it('a number beyond all bounds is none', () => {
    expect(() => readNetwork(text.replace('0.00003', '1e999'))).toThrow(
      'learned.W1[2] must be a number, got null',
    );
  });

  it('sizes that no memory holds are refused before any is taken', () => {
    const changed = file();
    changed.spec.sizes[1] = 1e15;
    expect(read(changed)).toThrow('learned.W1 needs 2000000000000000 numbers, got 4');
  });
});
