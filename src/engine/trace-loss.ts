import type { LossName } from './losses';
import { softplus } from './special';
import type { StepEquation } from './trace-types';

/** A loss as the sum over outputs that it is; the order of summation is the formula's. */
interface ScalarLoss {
  /** The equation of the book. */
  readonly equation: StepEquation;
  /** The term of output j (from 0), of one sample's logits, outputs and targets. */
  term(z: readonly number[], a: readonly number[], y: readonly number[], j: number): number;
}

/** A loss that includes the output activation gives δ^L at once. */
interface FusedDelta {
  /** The equation of the book. */
  readonly equation: StepEquation;
  /** δ of one output and its target. */
  value(a: number, y: number): number;
}

const sum = (terms: readonly number[]) => terms.reduce((total, term) => total + term, 0);

/** Every loss by its name, in scalars. */
export const scalarLosses: Readonly<Record<LossName, ScalarLoss>> = {
  squaredError: {
    equation: 'fb-loss-se',
    // Halving is exact: half of each square, or of their sum at the end, are the same bits.
    term: (_z, a, y, j) => 0.5 * ((a[j]! - y[j]!) * (a[j]! - y[j]!)),
  },
  softmaxCrossEntropy: {
    equation: 'fb-loss-ce',
    term: (z, _a, y, j) => {
      const max = Math.max(...z);
      const logSum = max + Math.log(sum(z.map((zk) => Math.exp(zk - max))));
      return y[j]! * (logSum - z[j]!);
    },
  },
  binaryCrossEntropy: {
    equation: 'fb-loss-bce',
    term: (z, _a, y, j) => softplus(z[j]!) - y[j]! * z[j]!,
  },
  sigmoidCrossEntropy: {
    equation: 'fb-loss-sigmoid-ce',
    term: (z, _a, y, j) => y[j]! * softplus(-z[j]!),
  },
};

/** δ^L of the losses that include the output activation. */
export const fusedDeltas: Readonly<Record<Exclude<LossName, 'squaredError'>, FusedDelta>> = {
  softmaxCrossEntropy: { equation: 'fb-delta-softmax-ce', value: (a, y) => a - y },
  binaryCrossEntropy: { equation: 'fb-delta-bce', value: (a, y) => a - y },
  sigmoidCrossEntropy: { equation: 'fb-delta-sigmoid-ce', value: (a, y) => (a - 1) * y },
};

/**
 * The mean loss of a batch, in the matrix path's order: softmax cross-entropy sample by sample, the
 * others unit by unit. Numbers by unit and sample.
 */
export function batchLoss(
  loss: LossName,
  z: readonly (readonly number[])[],
  a: readonly (readonly number[])[],
  y: readonly (readonly number[])[],
): number {
  const samples = y[0]!.map((_, s) => s);
  const column = (values: readonly (readonly number[])[], s: number) =>
    values.map((row) => row[s]!);
  const { term: termOf } = scalarLosses[loss];
  const term = (j: number, s: number) => termOf(column(z, s), column(a, s), column(y, s), j);
  const inOrder =
    loss === 'softmaxCrossEntropy'
      ? samples.flatMap((s) => y.map((_, j) => term(j, s)))
      : y.flatMap((_, j) => samples.map((s) => term(j, s)));
  return sum(inOrder) / samples.length;
}

/** a_j = e^(z_j − max) / Σ_k e^(z_k − max). */
export function softmaxUnit(z: readonly number[], j: number): number {
  const max = Math.max(...z);
  return Math.exp(z[j]! - max) / sum(z.map((zk) => Math.exp(zk - max)));
}

/** δ_j = a_j (g_j − Σ_i a_i g_i) with g = ∂L/∂a. */
export function softmaxDelta(a: readonly number[], g: readonly number[], j: number): number {
  return a[j]! * (g[j]! - sum(a.map((ai, i) => ai * g[i]!)));
}
