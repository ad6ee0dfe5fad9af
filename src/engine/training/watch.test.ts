import { describe, expect, it } from 'vitest';
import type { Parameter } from '../layers/layer';
import { Matrix } from '../matrix';
import { linearUnit } from '../testing/training';
import { EarlyStopping } from './early-stopping';
import { remediesFor } from './remedies';
import type { Divergence, StepReport } from './reports';
import type { TrainingSpec } from './training-spec';
import { DivergenceWatch } from './watch';

const spec: TrainingSpec = {
  ...{ optimiser: { kind: 'sgd' }, alpha: 0.1, epochs: 9, batchSize: 1, seed: 1 },
};
const samples = { X: Matrix.column([1]), Y: Matrix.column([1]) };
const report = (step: number, loss: number): StepReport => ({
  ...{ step, epoch: step, alpha: 0.1, loss, accuracy: Number.NaN, penalty: 0, gradientNorm: 1 },
});
const parameter = (name: string, ...values: number[]): Parameter => ({
  ...{ name, value: Matrix.column(values), gradient: Matrix.column(values), decays: true },
});

describe('DivergenceWatch', () => {
  it('remembers the first step with the lowest loss', () => {
    const watch = new DivergenceWatch(samples, spec);
    [3, 2, 2, 5].forEach((loss, i) => {
      watch.see(report(i + 1, loss));
    });
    const story = watch.explain('loss-too-large', report(5, 9), [parameter('W1', 1)], null);
    expect(story).toMatchObject({ firstLoss: 3, lowestLoss: 2, lowestStep: 2 });
  });

  it('lets a loss come up to its limit', () => {
    const watch = new DivergenceWatch(samples, { ...spec, lossLimit: 5 });
    expect(watch.see(report(1, 2))).toBeUndefined();
    expect(watch.see(report(2, 10))).toBeUndefined();
    expect(watch.see(report(3, 10.001))).toBe('loss-too-large');
  });

  it('finds a fault in the very first number', () => {
    const torn = { X: Matrix.column([Number.NaN, 1]), Y: Matrix.column([1]) };
    const story = new DivergenceWatch(torn, spec).explain(
      'loss-not-finite',
      report(1, 0),
      [],
      null,
    );
    expect(story.fault).toEqual({ matrix: 'X', row: 0, sample: 0 });
  });

  it.each<[string, Parameter[], { name: string; size: number }]>([
    ['small ones too', [parameter('W1', 0.1), parameter('b1', -0.25)], { name: 'b1', size: 0.25 }],
    ['the first of equals', [parameter('W1', 3), parameter('b1', -3)], { name: 'W1', size: 3 }],
    [
      'what is no number before all others',
      [parameter('W1', 5), parameter('b1', 1, Number.NaN), parameter('W2', 9)],
      { name: 'b1', size: Number.NaN },
    ],
  ])('names the largest parameter: %s', (_, parameters, largest) => {
    const watch = new DivergenceWatch(samples, spec);
    expect(watch.explain('loss-not-finite', report(2, 0), parameters, null).largest).toEqual(
      largest,
    );
  });
});

describe('remediesFor', () => {
  const story: Omit<Divergence, 'remedies'> = {
    reason: 'loss-too-large',
    ...{ step: 5, epoch: 5, alpha: 0.1, loss: 9, firstLoss: 1, firstGradientNorm: 4 },
    ...{ lowestLoss: 1, lowestStep: 1, largest: { name: 'W1', size: 1 } },
    ...{ fault: null, stableAlpha: null },
  };
  const kinds = (changes: object) => remediesFor({ ...story, ...changes }, spec);

  it('half of the limit where it was broken; where it was kept, α is not too large by it', () => {
    expect(kinds({ stableAlpha: 0.04 })[0]).toEqual({ kind: 'lower-alpha', alpha: 0.02 });
    for (const stableAlpha of [null, 0.1, 7]) {
      expect(kinds({ stableAlpha })[0]).toEqual({ kind: 'lower-alpha', alpha: 0.01 });
    }
  });

  it('clips by no gradient that is none', () => {
    expect(kinds({})[1]).toEqual({ kind: 'clip-gradients', limit: 4 });
    for (const firstGradientNorm of [0, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(kinds({ firstGradientNorm })).toHaveLength(1);
    }
  });
});

it('an equal loss is no gain for early stopping', () => {
  const network = linearUnit(samples);
  const stopping = new EarlyStopping({ patience: 2 });
  expect([1, 1, 1].map((loss) => stopping.see(loss, network))).toEqual([false, false, true]);
  const greedy = new EarlyStopping({ patience: 1, leastGain: 0.5 });
  expect([1, 0.5].map((loss) => greedy.see(loss, network))).toEqual([false, true]);
});
