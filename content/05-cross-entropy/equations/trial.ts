import { finiteDifference, type LossName, losses, Matrix, type Random } from '@engine';

/** An output layer with its logits, and two kinds of targets for it. */
export interface Outputs {
  z: number[];
  /** The right class, from 0. */
  i: number;
  /** 1 for the right class, else 0. */
  oneHot: number[];
  /** Targets as probabilities, none of them 0: where slips cannot hide behind zeros. */
  soft: number[];
}

/** Three to five classes; logits of either sign, none near 0 and no two alike. */
export function outputs(random: Random): Outputs {
  const n = 3 + random.integer(3);
  const sizes = random.shuffle(Array.from({ length: n }, (_, j) => 0.5 + 0.35 * j));
  const z = sizes.map((size) => (random.bernoulli(0.5) ? 1 : -1) * (size + random.uniform(0, 0.2)));
  const i = random.integer(n);
  const soft = softmax(z.map((_, j) => 0.4 * j + random.uniform(0, 0.3)));
  return { z, i, oneHot: z.map((_, j) => Number(j === i)), soft };
}

/** What finite differences allow. */
export const byDifferences = 1e-7;

/** The activations and losses as a textbook writes them: the route that is not the engine's. */
export const sigma = (t: number): number => 1 / (1 + Math.exp(-t));

export function softmax(z: readonly number[]): number[] {
  const total = sum(z.map(Math.exp));
  return z.map((t) => Math.exp(t) / total);
}

export const sum = (list: readonly number[]): number => list.reduce((p, q) => p + q, 0);

/** −Σ y log a. */
export const crossEntropy = (a: readonly number[], y: readonly number[]): number =>
  -sum(a.map((p, j) => y[j]! * Math.log(p)));

/** −Σ [y log a + (1 − y) log(1 − a)]. */
export const binaryCrossEntropy = (a: readonly number[], y: readonly number[]): number =>
  -sum(a.map((p, j) => y[j]! * Math.log(p) + (1 - y[j]!) * Math.log(1 - p)));

export const squaredError = (a: readonly number[], y: readonly number[]): number =>
  sum(a.map((p, j) => (p - y[j]!) ** 2)) / 2;

/** ∂g/∂t_j for every j, by two-sided differences; right to about nine digits. */
export function slopes(g: (t: readonly number[]) => number, t: readonly number[]): number[] {
  const T = Matrix.column(t);
  return t.map((_, j) => finiteDifference(() => g(T.toColumn()), T, j));
}

/** ∂a_i/∂z_j of softmax in row i, column j, by differences. */
export const jacobian = (z: readonly number[]): number[][] =>
  z.map((_, i) => slopes((t) => softmax(t)[i]!, z));

/** The engine's loss, from logits. */
export function engineLoss(name: LossName, z: readonly number[], y: readonly number[]): number {
  const Z = Matrix.column(z);
  return losses[name].mean(Z, Z, Matrix.column(y));
}

/** Entry by entry. */
export const each = (
  p: readonly number[],
  q: readonly number[],
  f: (p: number, q: number) => number,
): number[] => p.map((value, j) => f(value, q[j]!));
