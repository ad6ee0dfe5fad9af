import { describe, expect, it } from 'vitest';
import { epsilon, first, model, patternOf, patterns, type State, steps } from './model';

/** Adam written out once more, from the paper's algorithm. */
function byHand({ g, scale, alpha, beta1, beta2, corrected }: State): number[] {
  let [theta, m, v] = [2, 0, 0];
  return g.map((one, i) => {
    const gradient = one * 10 ** scale;
    m = beta1 * m + (1 - beta1) * gradient;
    v = beta2 * v + (1 - beta2) * gradient ** 2;
    const [mHat, vHat] = corrected
      ? [m / (1 - beta1 ** (i + 1)), v / (1 - beta2 ** (i + 1))]
      : [m, v];
    theta -= (alpha * mHat) / (Math.sqrt(vHat) + epsilon);
    return theta;
  });
}

describe('Adam dissected', () => {
  it('moves as the algorithm of the paper says, and so do the numbers that it shows', () => {
    for (const part of [{}, { corrected: false }, { beta1: 0.5, beta2: 0.9, scale: 2 }]) {
      const state = { ...first, ...part };
      const moments = model(state);
      byHand(state).forEach((theta, i) => {
        expect(moments[i]!.theta).toBeCloseTo(theta, 12);
      });
      for (const { m, v, g, mBefore, vBefore, mHat, vHat, move } of moments) {
        expect(m).toBeCloseTo(state.beta1 * mBefore + (1 - state.beta1) * g, 10);
        expect(v / (state.beta2 * vBefore + (1 - state.beta2) * g * g)).toBeCloseTo(1, 10);
        expect(move).toBeCloseTo((-state.alpha * mHat) / (Math.sqrt(vHat) + epsilon), 12);
      }
    }
  });

  it('the first step has length α whatever the gradient’s size', () => {
    for (const scale of [-3, -1, 0, 2, 3]) {
      for (const g of [-2.7, 0.4, 1.2]) {
        const [one] = model({ ...first, scale, g: first.g.with(0, g) });
        expect(Math.abs(one!.move)).toBeCloseTo(first.alpha, 5);
        expect(Math.sign(one!.move)).toBe(-Math.sign(g));
      }
    }
  });

  it('without correction it is (1 − β₁) / √(1 − β₂) times as long: 3.16 times', () => {
    const [one] = model({ ...first, corrected: false });
    expect(Math.abs(one!.move) / first.alpha).toBeCloseTo(0.1 / Math.sqrt(0.001), 5);
  });

  it('no step changes when all gradients are multiplied by one number', () => {
    const [plain, large] = [model(first), model({ ...first, scale: 3 })];
    plain.forEach(({ move }, i) => {
      expect(large[i]!.move).toBeCloseTo(move, 6);
    });
  });

  it('steady gradients give steps of length α; alternating ones nearly stand still', () => {
    for (const { move } of model({ ...first, g: [...patterns.steady] })) {
      expect(move).toBeCloseTo(-first.alpha, 6);
    }
    const moves = model({ ...first, g: [...patterns.alternating] }).slice(4);
    for (const { move } of moves) expect(Math.abs(move)).toBeLessThan(first.alpha / 4);
  });

  it('a step without any gradient so far stands still, and is a number', () => {
    const moments = model({ ...first, g: [...patterns.rare] });
    expect(moments[0]!.move).toBeCloseTo(0);
    expect(moments.every(({ theta }) => Number.isFinite(theta))).toBe(true);
  });

  it('knows its patterns', () => {
    expect(patternOf(first)).toBe('mixed');
    expect(patternOf({ ...first, g: first.g.with(3, 2.2) })).toBeUndefined();
    for (const g of Object.values(patterns)) expect(g).toHaveLength(steps);
  });
});
