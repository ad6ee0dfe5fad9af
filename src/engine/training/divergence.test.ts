import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataSet } from '../data/dataset';
import { float32Kernel } from '../kernel';
import { Matrix } from '../matrix';
import { Network, type NetworkSpec } from '../network';
import { saveNetwork } from '../network-state';
import { exampleOf } from '../testing/networks';
import { linearUnit } from '../testing/training';
import { measureStableAlpha, sharpness, stabilityLimit } from './sharpness';
import { Trainer } from './trainer';
import type { TrainingSpec } from './training-spec';

const plain: TrainingSpec = {
  optimiser: { kind: 'sgd' },
  alpha: 0.1,
  epochs: 500,
  batchSize: 100,
  seed: 1,
};
/** ½(w·2 + b − 1)² and its like: curvature 5 along (2, 1), 0 across. */
const steep: DataSet = { X: Matrix.column([2]), Y: Matrix.column([1]) };

function trained(samples: DataSet, changes: Partial<TrainingSpec>, network = linearUnit(samples)) {
  const options = { stableAlpha: measureStableAlpha };
  const trainer = new Trainer(network, samples, { ...plain, ...changes }, options);
  while (trainer.status === 'training') trainer.step();
  return trainer;
}

describe('a learning rate that is too large', () => {
  it('is found, with the limit that it broke', () => {
    // θ jumps by −(αλ − 1) = −2 each step: the loss grows by 4, beyond 10⁶ after 10 steps more.
    const { status, divergence, lastStep } = trained(steep, { alpha: 0.6 });
    expect(status).toBe('diverged');
    expect(divergence).toMatchObject({
      reason: 'loss-too-large',
      ...{ step: 12, epoch: 12, alpha: 0.6, firstLoss: 0.5, lowestLoss: 0.5, lowestStep: 1 },
      fault: null,
    });
    expect(divergence!.loss).toBeCloseTo(0.5 * 4 ** 11, 3);
    expect(lastStep.step).toBe(12);
    expect(divergence!.firstGradientNorm).toBeCloseTo(Math.sqrt(5), 14);
    expect(divergence!.stableAlpha).toBeCloseTo(2 / 5, 6);
    // The weight moves twice as much as the bias.
    expect(divergence!.largest.name).toBe('W1');
    expect(divergence!.remedies).toEqual([
      { kind: 'lower-alpha', alpha: divergence!.stableAlpha! / 2 },
      { kind: 'clip-gradients', limit: divergence!.firstGradientNorm },
    ]);
  });

  it('stands exactly above the limit: below it training goes well', () => {
    expect(trained(steep, { alpha: 0.39 }).status).toBe('finished');
    expect(trained(steep, { alpha: 0.41, epochs: 2000 }).status).toBe('diverged');
  });

  it('is measured with L2, momentum and mini-batches in it', () => {
    const penalised = trained(steep, { alpha: 10, l2: { lambda: 3 } }).divergence!;
    // H = [[4 + 3, 2], [2, 1]].
    expect(penalised.stableAlpha).toBeCloseTo(2 / (4 + Math.sqrt(13)), 6);
    const heavy = { optimiser: { kind: 'momentum', beta: 0.5 } } as const;
    expect(trained(steep, { alpha: 10, ...heavy }).divergence!.stableAlpha).toBeCloseTo(0.6, 6);
    const four = { X: Matrix.from([[2, 2, 2, 2]]), Y: Matrix.from([[1, 1, 1, 1]]) };
    const small = { alpha: 10, batchSize: 1 };
    expect(trained(four, small).divergence!.stableAlpha).toBeCloseTo(0.4, 6);
  });

  it('is measured where training began, and leaves the network where it ended', () => {
    const spec = {
      sizes: [1, 3, 1],
      activations: ['tanh', 'identity'],
      loss: 'squaredError',
    } as const;
    const { network, X, Y } = exampleOf(spec, 5, 2);
    const atStart = stabilityLimit({ kind: 'sgd' }, sharpness(network, { X, Y }))!;
    const { divergence } = trained({ X, Y }, { alpha: 30, shuffle: false }, network);
    expect(divergence!.stableAlpha).toBeCloseTo(atStart, 10);
    network.forward(X);
    expect(network.loss(Y)).toBe(divergence!.loss);
  });

  it('is measured on some 256 samples', () => {
    const counts: number[] = [];
    const stableAlpha = (_: Network, { count }: { count: number }) => counts.push(count);
    for (const m of [600, 150]) {
      const samples = { X: Matrix.zeros(1, m), Y: Matrix.zeros(1, m) };
      samples.X.data.fill(2);
      samples.Y.data.fill(1);
      const training = { ...plain, alpha: 0.6, epochs: 99 };
      const trainer = new Trainer(linearUnit(samples), samples, training, { stableAlpha });
      while (trainer.status === 'training') trainer.step();
    }
    // Of batches of 100: three of six, and all of two.
    expect(counts).toEqual([3, 2]);
  });

  it('lies beyond a bound that can be set', () => {
    expect(trained(steep, { alpha: 0.6, lossLimit: 15 }).divergence!.step).toBe(4);
    // A first loss below 1 counts as 1.
    expect(trained(steep, { alpha: 0.6, lossLimit: 1.9 }).divergence!.step).toBe(2);
    expect(trained(steep, { alpha: 0.6, lossLimit: 2.1 }).divergence!.step).toBe(3);
  });

  it('tells when all was well last', () => {
    const schedule = { kind: 'warmup', length: 12 } as const;
    // The error of step k is multiplied by 1 − 0.3k: the loss falls up to step 6.
    const { divergence } = trained(steep, { alpha: 0.72, schedule });
    const errors = [0.7, 0.4, 0.1, 0.2, 0.5, 0.8].reduce((product, factor) => product * factor);
    expect(divergence!.lowestStep).toBe(7);
    expect(divergence!.lowestLoss).toBeCloseTo(0.5 * errors ** 2, 14);
    expect(divergence!.alpha).toBe(0.72);
    expect(divergence!.step).toBeGreaterThan(12);
  });

  it('its first remedy helps', () => {
    const spec: NetworkSpec = {
      sizes: [2, 3, 1],
      activations: ['tanh', 'identity'],
      loss: 'squaredError',
    };
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { network, X, Y } = exampleOf(spec, 8, seed);
        const start = saveNetwork(network);
        const { divergence } = trained({ X, Y }, { alpha: 30 }, network);
        const [remedy] = divergence!.remedies;
        expect(remedy!.kind).toBe('lower-alpha');
        const copy = exampleOf(spec, 8, seed).network;
        expect(saveNetwork(copy)).toEqual(start);
        const { alpha } = remedy as { alpha: number };
        expect(trained({ X, Y }, { alpha, epochs: 100 }, copy).status).toBe('finished');
      }),
      { numRuns: 50 },
    );
  });

  it('is a tenth of it where no law is known', () => {
    const samples = { X: Matrix.from([[2e3, 1]]), Y: Matrix.from([[1, 0]]) };
    const adam = { optimiser: { kind: 'adam' }, alpha: 1e4 } as const;
    const { divergence } = trained(samples, adam);
    expect(divergence!.stableAlpha).toBeNull();
    expect(divergence!.remedies[0]).toEqual({ kind: 'lower-alpha', alpha: 1e3 });
    const clipped = trained(samples, { ...adam, clipping: { kind: 'norm', limit: 1 } });
    expect(clipped.divergence!.remedies.map(({ kind }) => kind)).toEqual(['lower-alpha']);
  });

  it('is a tenth of it too where nobody measures', () => {
    const trainer = new Trainer(linearUnit(steep), steep, { ...plain, alpha: 0.6 });
    while (trainer.status === 'training') trainer.step();
    expect(trainer.divergence).toMatchObject({ reason: 'loss-too-large', stableAlpha: null });
    expect(trainer.divergence!.remedies[0]!.kind).toBe('lower-alpha');
    expect((trainer.divergence!.remedies[0] as { alpha: number }).alpha).toBeCloseTo(0.06, 14);
  });

  it('cannot be measured through dropout and batch normalisation', () => {
    for (const extra of [{ dropout: { rate: 0.1 } }, { norm: { kind: 'batch' } }] as const) {
      const network = new Network({
        sizes: [1, 2, 1],
        activations: ['identity', 'identity'],
        loss: 'squaredError',
        extras: [extra],
      });
      network.layer(1).W.data.fill(1);
      network.layer(2).W.data.fill(1);
      const samples = { X: Matrix.from([[1, 2, 4]]), Y: Matrix.from([[0, 3, 1]]) };
      const { divergence } = trained(samples, { alpha: 1e3 }, network);
      expect(divergence!.stableAlpha).toBeNull();
    }
  });
});

describe('other ways to break down', () => {
  it('a sample that is not a number is named', () => {
    const X = Matrix.from([
      [1, 2, 3],
      [4, Number.NaN, 6],
    ]);
    const { divergence } = trained({ X, Y: Matrix.from([[1, 2, 3]]) }, {});
    const fault = { matrix: 'X', row: 1, sample: 1 };
    expect(divergence).toMatchObject({ reason: 'data-not-finite', step: 1, fault });
    expect(divergence!.remedies).toEqual([{ kind: 'mend-data', ...fault }]);
    expect(divergence!.stableAlpha).toBeNull();
    const Y = Matrix.from([[1, 2, Number.POSITIVE_INFINITY]]);
    expect(trained({ X: Matrix.from([[1, 2, 3]]), Y }, {}).divergence!.fault).toEqual({
      ...{ matrix: 'Y', row: 0, sample: 2 },
    });
  });

  it('a start out of bounds is found at the first step', () => {
    const network = linearUnit(steep);
    network.layer(1).W.set(0, 0, 1e200);
    const { divergence } = trained(steep, {}, network);
    expect(divergence).toMatchObject({
      ...{ reason: 'loss-not-finite', step: 1, largest: { name: 'W1', size: 1e200 } },
      remedies: [{ kind: 'smaller-start' }],
    });
  });

  it('a gradient can overflow where the loss does not', () => {
    const samples = { X: Matrix.column([1e30]), Y: Matrix.column([0]) };
    const network = new Network(linearUnit(samples).spec, float32Kernel);
    // 1e15² / 2 is within bounds; ∂W = 1e15 · 1e30 is beyond single precision.
    network.layer(1).W.set(0, 0, 1e-15);
    const { divergence } = trained(samples, {}, network);
    expect(divergence).toMatchObject({ reason: 'gradient-not-finite', step: 1 });
    expect(divergence!.remedies).toEqual([{ kind: 'smaller-start' }]);
  });

  it('the last step can break what no step looks at any more', () => {
    // ∂W = −20: α ∂W is beyond single precision.
    const { divergence, history } = trained(
      { X: Matrix.column([20]), Y: Matrix.column([1]) },
      { alpha: 1e38, epochs: 1 },
      new Network(linearUnit(steep).spec, float32Kernel),
    );
    expect(divergence).toMatchObject({ reason: 'parameters-not-finite', step: 1 });
    expect(history).toHaveLength(0);
    expect(divergence!.remedies[0]!.kind).toBe('lower-alpha');
  });

  it('early stopping still brings the best parameters back', () => {
    const network = linearUnit(steep);
    const spec = { alpha: 0.6, earlyStopping: { patience: 100 } };
    const trainer = new Trainer(network, steep, { ...plain, ...spec });
    trainer.epoch();
    const first = saveNetwork(network);
    while (trainer.status === 'training') trainer.epoch();
    expect(trainer.status).toBe('diverged');
    expect(saveNetwork(network)).toEqual(first);
  });
});
