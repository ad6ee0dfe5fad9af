import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { float64Kernel } from '../kernel';
import { Matrix, ShapeError } from '../matrix';
import { Network } from '../network';
import { Random } from '../random';
import { exampleOf } from '../testing/networks';
import { accuracy, classifies, correctCount, Evaluator } from './metrics';
import { MiniBatches } from './mini-batches';

describe('accuracy', () => {
  it('of one output: on the same side of ½ as the target', () => {
    const A = Matrix.from([[0.2, 0.5, 0.500001, 1, Number.NaN, Number.NaN]]);
    const Y = Matrix.from([[0, 0, 1, 0, 0, 1]]);
    expect(correctCount(A, Y)).toBe(3);
    expect(accuracy(A, Y)).toBe(0.5);
  });

  it('of several: the largest where the target is largest, the first of equals', () => {
    const A = Matrix.from([
      [0.1, 0.5, 0.4, 0.9],
      [0.7, 0.5, 0.4, 0.1],
      [0.2, 0.0, 0.2, Number.NaN],
    ]);
    const Y = Matrix.from([
      [0, 1, 0, 1],
      [1, 0, 1, 0],
      [0, 0, 0, 0],
    ]);
    expect(correctCount(A, Y)).toBe(2);
    expect(() => correctCount(A, Matrix.zeros(3, 3))).toThrow(ShapeError);
    expect(() => correctCount(A, Matrix.zeros(3, 3))).toThrow('correctCount: ');
  });

  it.each<[string, number[], number[], number]>([
    ['the first of equals', [0.4, 0.4, 0.2], [1, 0, 0], 1],
    ['not the second', [0.4, 0.4, 0.2], [0, 1, 0], 0],
    ['larger and larger', [0.1, 0.2, 0.7], [0, 0, 1], 1],
    ['no number, where row 2 is wanted', [0.1, Number.NaN, 0.7], [0, 1, 0], 0],
    ['no number on either side', [Number.NaN, 0, 0], [Number.NaN, 0, 0], 0],
  ])('of several, sample by sample: %s', (_, a, y, right) => {
    // Beside a sample that is right.
    const beside = (values: number[]) => Matrix.from(values.map((v, i) => [v, i === 0 ? 1 : 0]));
    expect(correctCount(beside(a), beside(y))).toBe(1 + right);
  });

  it('has a meaning for sigmoid and softmax', () => {
    const of = (output: 'sigmoid' | 'softmax' | 'tanh' | 'identity') =>
      classifies(
        new Network({ sizes: [1, 1, 2], activations: ['tanh', output], loss: 'squaredError' }),
      );
    expect([of('sigmoid'), of('softmax'), of('tanh'), of('identity')]).toEqual([
      ...[true, true, false, false],
    ]);
  });
});

describe('Evaluator', () => {
  it('scores in batches as in one piece', () => {
    const spec = {
      sizes: [2, 3, 2],
      activations: ['tanh', 'softmax'],
      loss: 'softmaxCrossEntropy',
      extras: [{ norm: { kind: 'batch' } }],
    } as const;
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 9 }), (seed, batchSize) => {
        const { network, X, Y } = exampleOf(spec, 7, seed);
        const scores = new Evaluator(network, { X, Y }, batchSize).measure();
        const A = network.forward(X);
        expect(scores.loss).toBeCloseTo(network.loss(Y), 12);
        expect(scores.accuracy).toBe(accuracy(A, Y));
      }),
    );
  });

  it('measures what the network has learned since, and no accuracy without classes', () => {
    const { network, X, Y } = exampleOf(
      { sizes: [1, 1], activations: ['identity'], loss: 'squaredError' },
      4,
      1,
    );
    const evaluator = new Evaluator(network, { X, Y });
    const before = evaluator.measure();
    expect(before.accuracy).toBeNull();
    network.forward(X);
    network.backward(Y);
    network.sgdStep(0.1);
    expect(evaluator.measure().loss).toBeLessThan(before.loss);
  });
});

describe('MiniBatches', () => {
  /** Sample s is the column (s, 10 s) with the target −s. */
  const numbered = (m: number) => ({
    X: Matrix.from([
      Array.from({ length: m }, (_, s) => s),
      Array.from({ length: m }, (_, s) => 10 * s),
    ]),
    Y: Matrix.from([Array.from({ length: m }, (_, s) => -s)]),
  });
  /** The numbers of the samples, batch by batch; inputs and targets must go together. */
  const epochOf = (batches: MiniBatches): number[][] => {
    batches.startEpoch();
    return Array.from({ length: batches.count }, (_, i) => {
      const [x, tenfold] = batches.X(i).toRows();
      expect(tenfold).toEqual(x!.map((s) => 10 * s));
      expect(
        batches
          .Y(i)
          .toRows()[0]!
          .map((y) => 0 - y),
      ).toEqual(x);
      expect(x).toHaveLength(batches.sizeOf(i));
      return x!;
    });
  };

  it('every epoch has each sample once, full batches first', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 25 }),
        fc.nat(),
        (m, batchSize, seed) => {
          const random = new Random(seed);
          const batches = new MiniBatches(numbered(m), { batchSize }, float64Kernel, random);
          for (let epoch = 0; epoch < 3; epoch++) {
            const samples = epochOf(batches);
            const size = Math.min(batchSize, m);
            expect(samples.slice(0, -1).every(({ length }) => length === size)).toBe(true);
            expect(samples.flat().sort((a, b) => a - b)).toEqual(numbered(m).X.toRows()[0]);
          }
          expect(batches.samplesPerEpoch).toBe(m);
        },
      ),
    );
  });

  it('keeps the order without a generator, and drops a smaller last batch when asked', () => {
    const kept = new MiniBatches(numbered(5), { batchSize: 2 }, float64Kernel);
    for (let epoch = 0; epoch < 2; epoch++) expect(epochOf(kept)).toEqual([[0, 1], [2, 3], [4]]);
    const options = { batchSize: 2, lastBatch: 'drop' } as const;
    const dropped = new MiniBatches(numbered(5), options, float64Kernel);
    expect(epochOf(dropped)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(dropped.samplesPerEpoch).toBe(4);
    expect(new MiniBatches(numbered(4), options, float64Kernel).count).toBe(2);
    expect(new MiniBatches(numbered(2), options, float64Kernel).count).toBe(1);
  });

  it('reuses the buffer of a size', () => {
    const batches = new MiniBatches(numbered(5), { batchSize: 2 }, float64Kernel);
    const first = batches.X(0);
    expect(batches.X(2).cols).toBe(1);
    expect(batches.X(1)).toBe(first);
    expect([first.label, batches.Y(0).label]).toEqual(['X', 'Y']);
  });

  /**
   * 6,000 epochs of 6 samples. Each sample should come at each place 1,000 times (chi-square with 25
   * degrees of freedom, since rows and columns have fixed sums: beyond 74.0 with probability 1e-6),
   * and each pair of first samples of two epochs in a row 167 times (35 degrees: beyond 90.3 with
   * probability 9e-7). These are the false-alarm rates for a random seed; this one is fixed.
   */
  it('every order is as likely as any other, whatever the one before', () => {
    const random = new Random('orders');
    const batches = new MiniBatches(numbered(6), { batchSize: 6 }, float64Kernel, random);
    const places = new Array<number>(36).fill(0);
    const pairs = new Array<number>(36).fill(0);
    let last = -1;
    const n = 6000;
    for (let epoch = 0; epoch < n; epoch++) {
      const [order] = epochOf(batches);
      order!.forEach((s, place) => {
        places[6 * place + s]!++;
      });
      if (last >= 0) pairs[6 * last + order![0]!]!++;
      last = order![0]!;
    }
    const chiSquare = (counts: number[], expected: number) =>
      counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chiSquare(places, n / 6)).toBeLessThan(74);
    expect(chiSquare(pairs, (n - 1) / 36)).toBeLessThan(90.3);
  });
});
