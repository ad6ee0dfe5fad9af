import * as bn from '@components/widgets/bn-steps/model';
import * as lesson from '@components/widgets/shifting-layers/model';
import { BatchNorm, finiteDifference, Matrix } from '@engine';
import { describe, expect, it } from 'vitest';

/** What the prose and the right answers of the checks say, held against the figures' models. */

const dragged = (state: bn.State): bn.State => bn.moved(state, 6, 4);
const changes = (state: bn.State): number[] => {
  const [before, after] = [bn.model(state), bn.model(dragged(state))];
  return after.values.out.map((out, i) => out - before.values.out[i]!);
};

describe('what the checks take for right', () => {
  it('one-moves-all: with sample 6 dragged down, sample 3 goes up, sample 1 and 6 go down', () => {
    const [one, , three, , , six] = changes(bn.first);
    expect(three).toBeGreaterThan(0.01);
    expect(one).toBeLessThan(-0.01);
    expect(six).toBeLessThan(-0.01);
  });

  it('undo: the output is the input for that batch, and no longer when a sample moves', () => {
    const undone = bn.undone(bn.first)!;
    const distance = (state: bn.State): number =>
      Math.max(...bn.model(state).values.out.map((out, i) => Math.abs(out - state.z[i]!)));
    expect(distance(undone)).toBeLessThan(1e-9);
    expect(distance(dragged(undone))).toBeGreaterThan(0.1);
  });

  it('alone: in inference only the dragged sample changes', () => {
    const moved = changes({ ...bn.first, mode: 'inference' });
    expect(moved.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(moved[5]).not.toBe(0);
  });

  it('constants: without the ways through mean and variance the gradient is wrong in training, right in inference', () => {
    const weights = [0.7, -1.3, 0.4, 2.1, -0.6, 1.1];
    const slopes = (training: boolean): { checked: number[]; asConstants: number[] } => {
      const layer = bn.layerOf(bn.first);
      const Z = Matrix.from([bn.first.z]);
      const loss = (): number =>
        Array.from(layer.forward(Z, training).data).reduce(
          (sum, out, i) => sum + weights[i]! * out,
          0,
        );
      const checked = bn.first.z.map((_, i) => finiteDifference(loss, Z, i));
      layer.forward(Z, training);
      const factor = bn.first.gamma * layer.inverseDeviation.at(0, 0);
      return { checked, asConstants: weights.map((weight) => factor * weight) };
    };
    const apart = ({ checked, asConstants }: ReturnType<typeof slopes>): number =>
      Math.max(...checked.map((slope, i) => Math.abs(slope - asConstants[i]!)));
    expect(apart(slopes(true))).toBeGreaterThan(0.1);
    expect(apart(slopes(false))).toBeLessThan(1e-7);
  });

  it('beta-gamma: in every layer and unit the mean is β and the deviation |γ|, all along', () => {
    const training = new lesson.Training({ ...lesson.first, seed: 1 });
    for (const until of [1, 20, 60]) {
      while (training.step < until) training.advance();
      for (let layer = 1; layer <= lesson.depth; layer++) {
        for (let unit = 1; unit <= lesson.width; unit++) {
          const { mean, deviation } = training.normalised.history(layer, unit).at(-1)!;
          const { gamma, beta } = training.normalised.scaleOf(layer, unit)!;
          expect(mean).toBeCloseTo(beta, 9);
          expect(Math.abs(deviation - Math.abs(gamma))).toBeLessThan(0.01);
        }
      }
    }
  });

  it.each([
    [3, 3.1],
    [3, 300],
  ])('batch-of-two: %f and %f become −1 and 1', (low, high) => {
    const out = new BatchNorm(1, { epsilon: 0 }).forward(Matrix.from([[low, high]]), true);
    expect(out.at(0, 0)).toBeCloseTo(-1, 9);
    expect(out.at(0, 1)).toBeCloseTo(1, 9);
  });
});

describe('the table of learning rates', () => {
  const after = (alpha: number): { plain: number; normalised: number }[] =>
    [1, 2, 3].map((seed) => {
      const training = new lesson.Training({ ...lesson.first, alpha, seed });
      while (training.step < 150 && !training.ended) training.advance();
      return { plain: training.plain.loss, normalised: training.normalised.loss };
    });
  const rows = new Map([0.1, 0.5, 2, 8].map((alpha) => [alpha, after(alpha)]));

  it.each([0.1, 0.5, 2])('at %f the normalised one is ahead with every seed', (alpha) => {
    for (const { plain, normalised } of rows.get(alpha)!) expect(normalised).toBeLessThan(plain);
  });

  it('2 is the best rate with normalisation; without it no seed comes under 0.3', () => {
    rows.get(2)!.forEach(({ plain, normalised }, i) => {
      expect(plain).toBeGreaterThan(0.3);
      for (const alpha of [0.1, 0.5, 8]) {
        expect(normalised).toBeLessThan(rows.get(alpha)![i]!.normalised);
      }
    });
  });

  it('at 8 both do worse than guessing', () => {
    for (const { plain, normalised } of rows.get(8)!) {
      expect(Math.min(plain, normalised)).toBeGreaterThan(Math.log(2));
    }
  });
});

it('the smaller the batch, the further the same sample strays', async () => {
  const { straying } = await import('./numbers');
  const deviations = straying.rows.map(({ deviation }) => Number(deviation));
  expect(deviations).toEqual(deviations.toSorted((p, q) => q - p));
  expect(new Set(deviations).size).toBe(deviations.length);
});

it('stretching changes a distribution’s width and not its shape: two humps stay two', () => {
  const out = Array.from(
    new BatchNorm(1).forward(Matrix.from([[-5.1, -5, -4.9, 4.9, 5, 5.1]]), true).data,
  );
  const inside = out.filter((value) => Math.abs(value) < 0.5);
  expect(inside).toEqual([]);
});
