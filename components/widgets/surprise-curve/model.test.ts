import { describe, expect, it } from 'vitest';
import { byDifferences, curve, first, placeAt, reach, stepsToYes, sumFor, within } from './model';

const all = curve.map(({ z }) => z);

describe('the curve of surprise', () => {
  it('is −log a, and its slopes are −1/a by a and a − 1 by z', () => {
    for (const z of all) {
      const a = 1 / (1 + Math.exp(-z));
      const { crossEntropy } = placeAt(z);
      expect(crossEntropy.loss).toBeCloseTo(-Math.log(a), 12);
      expect(crossEntropy.byA * a).toBeCloseTo(-1, 12);
      expect(crossEntropy.byZ).toBeCloseTo(a - 1, 14);
    }
  });

  it('stands beside squared error, whose slope by z has the sigmoid’s slope in it', () => {
    for (const z of all) {
      const a = 1 / (1 + Math.exp(-z));
      const { squaredError } = placeAt(z);
      expect(squaredError.loss).toBeCloseTo((1 - a) ** 2 / 2, 14);
      expect(squaredError.byZ).toBeCloseTo((a - 1) * a * (1 - a), 14);
    }
  });

  it('has the slope that two losses near by give', () => {
    for (const z of all) expect(byDifferences(z)).toBeCloseTo(placeAt(z).crossEntropy.byZ, 9);
  });

  it('opens where cross-entropy corrects more than fifty times as much as squared error', () => {
    const { crossEntropy, squaredError } = placeAt(first.z);
    expect(crossEntropy.byZ).toBeCloseTo(-0.982, 3);
    expect(squaredError.byZ).toBeCloseTo(-0.0173, 4);
    expect(crossEntropy.byZ / squaredError.byZ).toBeGreaterThan(50);
  });

  it('pushes harder the more wrong the unit is; squared error is hardest at a = 1/3', () => {
    const slopes = curve.map(({ crossEntropy }) => Math.abs(crossEntropy.byZ));
    expect(slopes).toEqual([...slopes].sort((p, q) => q - p));
    const hardest = curve.reduce((p, q) => (q.squaredError.byZ < p.squaredError.byZ ? q : p));
    expect(Math.abs(hardest.z - Math.log(1 / 2))).toBeLessThanOrEqual(1 / 8);
  });
});

describe('learning a saturated mistake', () => {
  it('takes cross-entropy about as many steps as z is deep, squared error about e to that', () => {
    // Exact for small steps: k + 1 − e^(−k), and e^k + 3k + O(1).
    for (const k of [2, 4, 6]) {
      const ce = stepsToYes('crossEntropy', -k);
      const se = stepsToYes('squaredError', -k);
      expect(Math.abs(ce - (k + 1))).toBeLessThanOrEqual(1);
      const flow = Math.exp(k) - Math.exp(-2 * k) / 2 - 3 * Math.exp(-k) + 3 * k + 2.5;
      expect(Math.abs(se / flow - 1)).toBeLessThan(0.15);
    }
  });

  it('gives up where it takes too long', () => {
    expect(stepsToYes('squaredError', -6, 100)).toBe(100);
  });
});

it('finds the weighted sum for an activation, within reach', () => {
  for (const a of [0.01, 1 / 3, 0.9]) expect(placeAt(sumFor(a)).a).toBeCloseTo(a, 2);
  for (const a of [-1, 0, 1, 2]) expect(Math.abs(sumFor(a))).toBeLessThanOrEqual(reach);
  expect(within(-99)).toBe(-reach);
});
