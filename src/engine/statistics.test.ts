import { describe, expect, it } from 'vitest';
import { fillWeights, type InitialiserSpec, initialise } from './initialisers';
import { Dropout } from './layers/dropout';
import { Matrix } from './matrix';
import { Network } from './network';
import { Random } from './random';
import { erf } from './special';

/**
 * Whether what is drawn has the whole distribution that it should have, and nothing hangs together
 * that should not. Each bound would be passed with probability 1e-6 by a right generator with a
 * random seed; the seeds are fixed. Each statistic is shown to find what it is there for.
 */

/** √n times the largest distance between the empirical distribution function and F. */
function kolmogorovSmirnov(values: ArrayLike<number>, F: (x: number) => number): number {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  let largest = 0;
  sorted.forEach((x, i) => {
    largest = Math.max(largest, (i + 1) / n - F(x), F(x) - i / n);
  });
  return Math.sqrt(n) * largest;
}
/** Beyond it with probability 2 e^(−2x²) = 1e-6 (Kolmogorov 1933; n is large). */
const farOff = Math.sqrt(Math.log(2e6) / 2);

/** √n times the correlation of two rows of numbers: normal with deviation 1 if they are independent. */
function correlation(p: ArrayLike<number>, q: ArrayLike<number>): number {
  const n = p.length;
  const mean = (row: ArrayLike<number>) => Array.from(row).reduce((a, b) => a + b, 0) / n;
  const [meanP, meanQ] = [mean(p), mean(q)];
  let [pq, pp, qq] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [u, v] = [p[i]! - meanP, q[i]! - meanQ];
    pq += u * v;
    pp += u * u;
    qq += v * v;
  }
  return (Math.sqrt(n) * pq) / Math.sqrt(pp * qq);
}
/** A normal number is farther from 0 than this many deviations with probability 1e-6. */
const tooMuch = 4.89;

const normal =
  (sigma: number, mean = 0) =>
  (x: number) =>
    0.5 * (1 + erf((x - mean) / (sigma * Math.SQRT2)));
const uniform = (low: number, high: number) => (x: number) =>
  Math.min(Math.max((x - low) / (high - low), 0), 1);

describe('initialisers draw from the distribution that they name', () => {
  // 200 inputs, 300 units.
  const drawn = (spec: InitialiserSpec): Float64Array => {
    const W = Matrix.zeros(300, 200);
    fillWeights(W, spec, new Random(JSON.stringify(spec)));
    return W.data as Float64Array;
  };
  const xavier = Math.sqrt(6 / 500);
  const he = Math.sqrt(6 / 200);

  it.each<[InitialiserSpec, (x: number) => number]>([
    [{ kind: 'normal', sigma: 0.5 }, normal(0.5)],
    [{ kind: 'normal', sigma: 2, mean: -3 }, normal(2, -3)],
    [{ kind: 'uniform', low: -1, high: 3 }, uniform(-1, 3)],
    [{ kind: 'xavier', form: 'normal' }, normal(Math.sqrt(2 / 500))],
    [{ kind: 'xavier', form: 'uniform' }, uniform(-xavier, xavier)],
    [{ kind: 'he', form: 'normal' }, normal(Math.sqrt(2 / 200))],
    [{ kind: 'he', form: 'uniform' }, uniform(-he, he)],
  ])('%o', (spec, F) => {
    expect(kolmogorovSmirnov(drawn(spec), F)).toBeLessThan(farOff);
  });

  it('and another distribution would be found out', () => {
    const values = drawn({ kind: 'he', form: 'normal' });
    const sigma = Math.sqrt(2 / 200);
    expect(kolmogorovSmirnov(values, normal(2 / 200))).toBeGreaterThan(farOff);
    expect(kolmogorovSmirnov(values, normal(Math.sqrt(2 / 300)))).toBeGreaterThan(farOff);
    expect(kolmogorovSmirnov(values, normal(1.05 * sigma))).toBeGreaterThan(farOff);
    expect(kolmogorovSmirnov(values, uniform(-he, he))).toBeGreaterThan(farOff);
  });

  it('neighbours, rows and layers have nothing to do with each other', () => {
    const network = new Network({
      sizes: [100, 100, 100],
      activations: ['tanh', 'tanh'],
      loss: 'squaredError',
    });
    const weights = { kind: 'xavier', form: 'normal' } as const;
    initialise(network, { weights }, new Random(1));
    const [first, second] = [network.layer(1).W.data, network.layer(2).W.data];
    expect(Math.abs(correlation(first, second))).toBeLessThan(tooMuch);
    const n = first.length;
    for (const lag of [1, 2, 100]) {
      const shifted = correlation(first.subarray(0, n - lag), first.subarray(lag));
      expect(Math.abs(shifted)).toBeLessThan(tooMuch);
    }
    initialise(network, { weights }, new Random(2));
    expect(correlation(first, first)).toBeGreaterThan(tooMuch);
    expect(Math.abs(correlation(first, second))).toBeLessThan(tooMuch);
  });
});

describe('dropout masks', () => {
  const [units, m] = [50, 200];
  const ones = new Matrix(units, m, new Float64Array(units * m).fill(1));
  const masks = (rate: number, count: number) => {
    const layer = new Dropout(units, { rate });
    layer.useRandom(new Random(`masks ${rate}`));
    return Array.from({ length: count }, () => {
      layer.forward(ones, true);
      return Float64Array.from(layer.mask!.data, (value) => (value === 0 ? 1 : 0));
    });
  };

  it.each([0.1, 0.5, 0.8])('p = %f: units, samples and steps fall independently', (rate) => {
    const [mask, next] = masks(rate, 2);
    const n = units * m;
    for (const lag of [1, m, m + 1]) {
      const shifted = correlation(mask!.subarray(0, n - lag), mask!.subarray(lag));
      expect(Math.abs(shifted)).toBeLessThan(tooMuch);
    }
    expect(Math.abs(correlation(mask!, next!))).toBeLessThan(tooMuch);
    expect(correlation(mask!, mask!)).toBeGreaterThan(tooMuch);
  });

  it.each([0.1, 0.5, 0.8])('p = %f: no unit is preferred', (rate) => {
    const off = new Array<number>(units).fill(0);
    for (const mask of masks(rate, 5)) {
      mask.forEach((value, k) => {
        off[Math.floor(k / m)]! += value;
      });
    }
    const [trials, variance] = [5 * m, 5 * m * rate * (1 - rate)];
    const chiSquare = off.reduce((sum, count) => sum + (count - trials * rate) ** 2 / variance, 0);
    // Chi-square with 50 degrees of freedom is beyond 112.7 with probability 1e-6.
    expect(chiSquare).toBeLessThan(112.7);
    expect(chiSquare).toBeGreaterThan(10);
  });
});
