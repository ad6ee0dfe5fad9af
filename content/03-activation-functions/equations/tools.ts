import { check, type Numbers, type Wrong } from '@book/equations';
import type { Random } from '@engine';

/** A weighted sum of either sign, far enough from 0 for every slip to show. */
export const anySum = (random: Random): number =>
  (random.bernoulli(0.5) ? 1 : -1) * random.uniform(0.5, 2.5);

/** Logits, no two alike, and too many for a pair to stand for the whole. */
export const anyLogits = (random: Random): number[] =>
  random.shuffle([-1.7, -0.6, 0.4, 1.1, 2.2]).map((z) => z + random.uniform(-0.2, 0.2));

/** f′(z) by two-sided differences. */
export const slopeOf = (f: (z: number) => number, z: number): number => {
  const h = 1e-5;
  return (f(z + h) - f(z - h)) / (2 * h);
};

/** What two-sided differences allow. */
export const byDifferences = 1e-8;

/** 1/(1 + e^(−z)), as the formula has it. */
export const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

/** e^(z_i) / Σ e^(z_k), as the formula has it. */
export const plainSoftmax = (z: readonly number[]): number[] => {
  const total = z.reduce((sum, one) => sum + Math.exp(one), 0);
  return z.map((one) => Math.exp(one) / total);
};

/** ∂a_i/∂z_j of softmax by differences, row after row. */
export const jacobianByDifferences = (z: readonly number[]): number[][] =>
  z.map((_, i) => z.map((at, j) => slopeOf((moved) => plainSoftmax(z.with(j, moved))[i] ?? 0, at)));

/** Writes slips of checks on trials of one type, each in one line. */
export const slipOf =
  <T>() =>
  (en: string, zh: string, right: (trial: T) => Numbers): Wrong<T> => ({ slip: { en, zh }, right });

/** A check that two lines of a derivation say the same, against one slip. */
export const sameLine = <T>(
  setup: (random: Random) => T,
  left: (trial: T) => Numbers,
  right: (trial: T) => Numbers,
  wrong: Wrong<T>,
  tolerance = 1e-12,
) => check({ setup, left, right, tolerance, wrong: [wrong] });
