import {
  type State as Chain,
  model as chain,
  first as chainFirst,
} from '@components/widgets/chain-of-one/model';
import {
  begin,
  type State as Lesson,
  first as lessonFirst,
  Training,
} from '@components/widgets/gradient-by-depth/model';
import { clipByNorm, clipByValue, Matrix, matmulTN } from '@engine';
import { describe, expect, it } from 'vitest';
import { clips, lessons, n } from './numbers';

// What the prose of chapter 6 and the right answers of its checkpoints say, on the models.

const at = (part: Partial<Chain>) => chain({ ...chainFirst, ...part });
/** Every place of the slider for the weight. */
const weights = Array.from({ length: 161 }, (_, i) => (i - 80) / 10);
const lesson = (part: Partial<Lesson>) => ({ ...lessonFirst, ...part });
const squares = ({ data }: Matrix): number =>
  Array.from(data).reduce((sum, one) => sum + one * one, 0);

describe('larger-weights', () => {
  it('whatever the weight, less than a tenth of the error arrives; at best 0.07, with −4.8', () => {
    const arrived = weights.map((w) => at({ w }).ratio);
    const most = Math.max(...arrived);
    expect(most).toBeLessThan(0.1);
    expect(weights[arrived.indexOf(most)]).toBe(-4.8);
    expect(n.bestWeight).toBe('−4.8');
    expect(most).toBeCloseTo(Number(n.bestLeft), 2);
    expect(most).toBeGreaterThan(0);
  });

  it('with weight 4 the sums leave 0, and less arrives than with 0.9', () => {
    const { links, ratio } = at({ w: 4 });
    expect(links.every(({ z }) => Math.abs(z) > 2)).toBe(true);
    expect(ratio).toBeLessThan(at({}).ratio);
  });

  it('weight and bias together keep the sums near 0, and the error grows', () => {
    const { links, ratio } = at({ w: n.balancedWeight, b: -3.2 });
    const passed = links.slice(0, -1).map(({ z }) => Math.abs(z));
    expect(Math.max(...passed)).toBeLessThanOrEqual(Number(n.balancedFar));
    expect(ratio).toBeCloseTo(n.balancedTimes, 0);
    expect(ratio).toBeGreaterThan(1);
  });
});

describe('ReLU in the chain', () => {
  it('relu-one: with weight 1 and thirty layers every factor is 1', () => {
    const { links, ratio } = at({ f: 'relu', w: 1, L: 30 });
    expect(links.slice(0, -1).map(({ factor }) => factor)).toEqual(Array(29).fill(1));
    expect(ratio).toBe(1);
  });

  it('with weight 3 the error grows 3 to the tenth, and no gradient is larger than the last', () => {
    const { links, ratio } = at({ f: 'relu', w: 3 });
    expect(ratio / 3 ** 10).toBeCloseTo(1, 12);
    const gradients = links.map(({ gradient }) => Math.abs(gradient));
    expect(Math.max(...gradients)).toBe(gradients.at(-1));
    // About the same in every layer.
    expect(gradients.at(-1)! / Math.min(...gradients)).toBeLessThan(1.2);
  });
});

describe('the deep network', () => {
  it('small-start: every gradient is tiny, first and last alike, and nothing is learned', () => {
    const training = new Training(lesson({ f: 'relu', start: 'small' }));
    const { norms } = training;
    expect(Math.max(...norms)).toBeLessThan(1e-6);
    expect(norms.at(-1)! / norms[0]!).toBeLessThan(10);
    expect(lessons.small.loss).toBe(lessons.chance);
  });

  it('small-start: its units are not dead; errors shrink going back, activations going forward', () => {
    const { network, X, Y } = begin(lesson({ f: 'relu', start: 'small' }));
    network.forward(X);
    network.backward(Y);
    const hidden = Array.from({ length: lessonFirst.depth }, (_, i) => network.layer(i + 1));
    hidden.forEach(({ a, delta }, i) => {
      const on = Array.from(a.data).filter((one) => one > 0).length / a.data.length;
      expect(Math.abs(on - 0.5)).toBeLessThan(0.1);
      const next = hidden[i + 1];
      if (!next) return;
      expect(squares(next.a)).toBeLessThan(squares(a));
      expect(squares(delta)).toBeLessThan(squares(next.delta));
    });
  });

  it('the slopes of ReLU leave about half of the square of the length, on average', () => {
    const { network, X, Y } = begin(lesson({ f: 'relu', start: 'he' }));
    network.forward(X);
    network.backward(Y);
    const kept = Array.from({ length: lessonFirst.depth }, (_, i) => {
      const [here, next] = [network.layer(i + 1), network.layer(i + 2)];
      return squares(here.delta) / squares(matmulTN(next.W, next.delta));
    });
    const mean = kept.reduce((sum, one) => sum + one) / kept.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.1);
  });

  it('sigmoid: after 500 updates the gradient is almost 0 and the loss that of guessing', () => {
    expect(lessons.sigmoid.loss).toBe(lessons.chance);
    const training = new Training(lessonFirst);
    while (training.step < lessons.rounds) training.advance();
    expect(training.totals.at(-1)).toBeLessThan(1e-6);
  });
});

describe('clipping', () => {
  const clipped = (g: number[], by: typeof clipByValue): number[] => {
    const gradient = Matrix.column(g);
    by([{ name: 'g', value: Matrix.column(g), gradient, decays: false }], 1);
    return gradient.toColumn();
  };

  it('clip-direction: by value the small components stay, by norm all shrink alike', () => {
    const g = [50, ...Array<number>(100).fill(0.2)];
    const value = clipped(g, clipByValue);
    expect(value[0]).toBe(1);
    expect(value.slice(1)).toEqual(g.slice(1));
    const norm = clipped(g, (parameters, c) => clipByNorm(parameters, c));
    expect(norm[1]).toBeLessThan(0.2);
    for (const [i, one] of norm.entries()) expect(one / g[i]!).toBeCloseTo(norm[0]! / 50, 12);
  });

  it('by norm keeps the angle of (3, 4), by value does not', () => {
    expect(clips.afterNorm).toBe(((Math.atan2(4, 3) * 180) / Math.PI).toFixed(0));
    expect(clips.afterValue).toBe('45');
  });
});
