import { bring } from '@components/figure/run';
import { describe, expect, it } from 'vitest';
import {
  compare,
  Draws,
  expectedOutput,
  first,
  forms,
  model,
  mostDraws,
  parameters,
  type State,
  units,
  x,
  y,
} from './model';

const { W1, b1, W2, b2 } = parameters;
/** The output with each hidden unit multiplied by its own factor, written out. */
function outputByHand(factors: readonly number[]): number {
  return W1.reduce((sum, [p = 0, q = 0], k) => {
    const a = Math.max(0, p * x[0]! + q * x[1]! + b1[k]!);
    return sum + W2[0]![k]! * factors[k]! * a;
  }, b2[0]!);
}

const all = (factor: number): number[] => Array<number>(units).fill(factor);

const drawn = (state: State): Draws => bring(new Draws(state), state.draws);

describe('dropout on a network', () => {
  it('the expected sum of the next layer is the one at test time, exactly, in both scalings', () => {
    for (const form of forms) {
      for (const rate of [0, 0.1, 0.3, 0.7, 0.9]) {
        const state: State = { ...first, form, rate };
        const { test, expected } = model(state, 0);
        expect(expected).toBeCloseTo(test, 12);
        expect(test).toBeCloseTo(outputByHand(all(form === 'classic' ? 1 - rate : 1)), 12);
      }
    }
  });

  /**
   * The mean of 2,000 outputs lies within 4.5 standard errors of the test output: of random seeds
   * seven in a million do not (normal approximation). The seed is fixed.
   */
  it('the mean over drawn masks comes to the test output, in both scalings', () => {
    for (const form of forms) {
      const state: State = { ...first, form, draws: mostDraws };
      const run = drawn(state);
      const off = Math.abs(run.mean - model(state, 0).test);
      expect(off).toBeLessThan(4.5 * run.standardError);
      // Not because the error is large: forgetting the scaling would be noticed.
      const wrong = outputByHand(all(form === 'classic' ? 1 : 1 - state.rate));
      expect(Math.abs(run.mean - wrong)).toBeGreaterThan(10 * run.standardError);
    }
  });

  it('the two scalings differ by the factor 1 − p before the bias, mask by mask', () => {
    const run = drawn({ ...first, draws: 40 });
    const classic = drawn({ ...first, form: 'classic', draws: 40 });
    run.outputs.forEach((output, i) => {
      expect((output - b2[0]!) * (1 - first.rate)).toBeCloseTo(classic.outputs[i]! - b2[0]!, 12);
    });
  });

  it('after a sigmoid the mean is another number than the test output', () => {
    const state: State = { ...first, output: 'sigmoid' };
    expect(Math.abs(expectedOutput(state) - model(state, 0).test)).toBeGreaterThan(0.01);
  });

  it('the gradient goes back through the same mask: finite differences agree, off is exactly 0', () => {
    for (const form of forms) {
      for (const output of ['identity', 'sigmoid'] as const) {
        for (let mask = 0; mask < 2 ** units; mask++) {
          const state: State = { ...first, form, output };
          const now = model(state, mask);
          now.units.forEach(({ r, gradient, gradientSent }, k) => {
            expect(compare(state, mask, k).numeric).toBeCloseTo(gradient, 8);
            const factor = form === 'inverted' ? 1 / (1 - state.rate) : 1;
            expect(gradient).toBeCloseTo(r * factor * gradientSent, 12);
            if (r === 0) expect(gradient === 0).toBe(true);
          });
        }
      }
    }
  });

  // What the checkpoint "which-scaling" of the chapter says.
  it('multiplying at test time makes both the mean and the test output smaller', () => {
    const [inverted, classic] = forms.map((form) => model({ ...first, form }, 0));
    expect(classic!.test).toBeLessThan(inverted!.test);
    expect(classic!.expected).toBeLessThan(inverted!.expected);
  });

  // What the checkpoint "fresh-mask" says. A gradient has the same mixed slopes either way round.
  it('with a fresh mask going back it is the gradient of no loss, and on average another one', () => {
    const state: State = { ...first, output: 'sigmoid' };
    const share = 1 / (1 - state.rate);
    const probability = (mask: number): number =>
      all(1).reduce((p, _, k) => p * ((mask >> k) & 1 ? state.rate : 1 - state.rate), 1);
    const masks = Array.from({ length: 2 ** units }, (_, mask) => mask);
    let [same, fresh] = [0, 0];
    for (const forward of masks) {
      const { gradient, gradientSent } = model(state, forward).units[0]!;
      same += probability(forward) * gradient;
      for (const back of masks) {
        const r = back & 1 ? 0 : 1;
        fresh += probability(forward) * probability(back) * r * share * gradientSent;
      }
    }
    expect(Math.abs(fresh / same - 1)).toBeGreaterThan(0.05);

    // Unit 1 on going forward and off going back, unit 2 the other way round, by ∂/∂a of ∂L/∂ã.
    const sentOf = (k: number, sent: readonly number[]): number => {
      const z = sent.reduce((sum, value, i) => sum + W2[0]![i]! * value, b2[0]!);
      const out = 1 / (1 + Math.exp(-z));
      return (out - y) * out * (1 - out) * W2[0]![k]!;
    };
    const field = (a: readonly number[]): readonly number[] => {
      const sent = a.map((value, k) => (k === 1 ? 0 : share * value));
      return a.map((_, k) => (k === 0 ? 0 : share * sentOf(k, sent)));
    };
    const { units: shown } = model(state, 0b10);
    const a = shown.map((unit) => unit.a);
    const sent = shown.map((unit) => unit.sent);
    shown.forEach(({ gradientSent }, k) => {
      expect(sentOf(k, sent)).toBeCloseTo(gradientSent, 12);
    });
    const slope = (of: number, by: number): number => {
      const at = (h: number): number => field(a.with(by, a[by]! + h))[of]!;
      return (at(1e-4) - at(-1e-4)) / 2e-4;
    };
    expect(slope(0, 1)).toBe(0);
    expect(Math.abs(slope(1, 0))).toBeGreaterThan(1e-3);
  });

  it('what is switched by hand changes the mask and not the mean', () => {
    const state: State = { ...first, hand: 5 };
    const run = drawn(state);
    const [before, after] = [model(first, run.off), model(state, run.off)];
    expect(after.units.map(({ r }) => r)).toEqual(
      before.units.map(({ r }, k) => (k === 0 || k === 2 ? 1 - r : r)),
    );
    expect(run.mean).toBe(drawn(first).mean);
  });

  it('opens with some units off and some on, and with a p for which no slip looks right', () => {
    const { off } = drawn(first);
    expect(off).toBeGreaterThan(0);
    expect(off).toBeLessThan(2 ** units - 1);
    expect(first.rate).not.toBe(0.5);
  });
});
