import { describe, expect, it } from 'vitest';
import { first, model, nudgeable, type State } from './model';

/** The same network written out by hand, for numbers from another route. */
function lossByHand(theta: readonly number[]): number {
  const [w11 = 0, w12 = 0, w21 = 0, w22 = 0, b1 = 0, b2 = 0, v1 = 0, v2 = 0, c = 0] = theta;
  const a1 = Math.tanh(w11 * 0.8 + w12 * -0.4 + b1);
  const a2 = Math.tanh(w21 * 0.8 + w22 * -0.4 + b2);
  const a = 1 / (1 + Math.exp(-(v1 * a1 + v2 * a2 + c)));
  return 0.5 * (a - 1) ** 2;
}
const at = (state: State): number[] =>
  nudgeable.map(({ first: value }, i) => (i === state.weight ? state.value : value));

const all = nudgeable.map(({ first: value }, weight): State => ({ ...first, weight, value }));

describe('nudging a weight', () => {
  it('starts from the loss of the network written out by hand', () => {
    for (const state of all) expect(model(state).loss).toBeCloseTo(lossByHand(at(state)), 14);
  });

  it('uses losses of the nudged network', () => {
    for (const state of all) {
      const theta = at(state);
      theta[state.weight]! += 0.01;
      expect(model({ ...state, exponent: -2 }).present.plus).toBeCloseTo(lossByHand(theta), 14);
    }
  });

  it('finds the gradient by backpropagation that both quotients approach', () => {
    for (const state of all) {
      const { gradient, present } = model({ ...state, exponent: -5 });
      expect(Math.abs(gradient)).toBeGreaterThan(1e-3);
      expect(Math.abs(present.central / gradient - 1)).toBeLessThan(1e-8);
      expect(Math.abs(present.forward / gradient - 1)).toBeLessThan(1e-4);
    }
  });

  it('errs as ε one-sided and as ε² two-sided while ε is large', () => {
    for (const state of all) {
      const coarse = model({ ...state, exponent: -2 }).present;
      const fine = model({ ...state, exponent: -3 }).present;
      expect(coarse.forwardError / fine.forwardError).toBeGreaterThan(8);
      expect(coarse.forwardError / fine.forwardError).toBeLessThan(12);
      expect(coarse.centralError / fine.centralError).toBeGreaterThan(80);
      expect(coarse.centralError / fine.centralError).toBeLessThan(120);
    }
  });

  it('is best near 1e-8 one-sided, between 1e-7 and 1e-4 two-sided', () => {
    const best = (errors: readonly [number, number][]) =>
      errors.reduce((p, q) => (q[1] < p[1] ? q : p))[0];
    const { curve } = model(first);
    const oneSided = best(curve.map(({ epsilon, forwardError }) => [epsilon, forwardError]));
    const twoSided = best(curve.map(({ epsilon, centralError }) => [epsilon, centralError]));
    expect(oneSided).toBeGreaterThan(1e-10);
    expect(oneSided).toBeLessThan(1e-6);
    expect(twoSided).toBeGreaterThan(1e-8);
    expect(twoSided).toBeLessThan(1e-4);
  });

  it('loses the nudge at 1e-16 where θ + ε is θ: the quotient is 0', () => {
    // Doubles from 1 to 2 lie 2.2e-16 apart, so 1.1 swallows 1e-16; 0.9 does not, but its loss does.
    const { weight, value } = all.find((state) => state.value === 1.1)!;
    const swallowed = model({ weight, value, exponent: -16 });
    expect(1.1 + 1e-16).toBe(1.1);
    expect(swallowed.absorbed).toBe(true);
    expect(swallowed.present.forward).toBe(0);
    expect(swallowed.oneSided.regime).toBe('lost');
    const noticed = model({ ...first, exponent: -16 });
    expect(0.9 + 1e-16).not.toBe(0.9);
    expect(noticed.absorbed).toBe(false);
    expect(noticed.present.forward).toBe(0);
    expect(noticed.oneSided.regime).toBe('lost');
  });

  it('names as the cause what the error follows: as ε, as ε², or no longer', () => {
    for (const state of all) {
      const { oneSided, twoSided } = model({ ...state, exponent: -2 });
      expect([oneSided.regime, twoSided.regime]).toEqual(['curvature', 'curvature']);
      expect(oneSided.gain).toBeCloseTo(10, -0.5);
      expect(twoSided.gain).toBeCloseTo(100, -1.5);
      const fine = model({ ...state, exponent: -12 });
      expect([fine.oneSided.regime, fine.twoSided.regime]).toEqual(['rounding', 'rounding']);
      // Between them, the one-sided quotient still errs by curvature where the other does not.
      const between = model({ ...state, exponent: -6 });
      expect([between.oneSided.regime, between.twoSided.regime]).toEqual(['curvature', 'rounding']);
    }
  });

  it('calls best a place near the smallest error of the curve', () => {
    const best = { one: -8, two: -5 };
    expect(model({ ...first, exponent: best.one }).oneSided.regime).toBe('best');
    expect(model({ ...first, exponent: best.two }).twoSided.regime).toBe('best');
  });

  it('shows finite numbers for every parameter, value and ε', () => {
    for (const weight of nudgeable.keys()) {
      for (const value of [-5, -0.001, 0, 5]) {
        for (const exponent of [0, -7.3, -16]) {
          const { present, gradient } = model({ weight, value, exponent });
          for (const x of [gradient, ...Object.values(present)])
            expect(x).toSatisfy(Number.isFinite);
        }
      }
    }
  });
});
