import type { LossName } from './losses';
import { softplus } from './special';
import type { StepEquation } from './trace-types';

/** The scalar formulas of the losses, for one sample; the order of summation is the formulas'. */
interface ScalarLoss {
  readonly equation: StepEquation;
  value(z: readonly number[], a: readonly number[], y: readonly number[]): number;
}

/** A loss that includes the output activation gives δ^L at once. */
interface FusedDelta {
  readonly equation: StepEquation;
  value(a: number, y: number): number;
}

const sum = (terms: readonly number[]) => terms.reduce((total, term) => total + term, 0);

export const scalarLosses: Readonly<Record<LossName, ScalarLoss>> = {
  squaredError: {
    equation: 'fb-loss-se',
    value: (_z, a, y) => 0.5 * sum(a.map((aj, j) => (aj - y[j]!) * (aj - y[j]!))),
  },
  softmaxCrossEntropy: {
    equation: 'fb-loss-ce',
    value: (z, _a, y) => {
      const max = Math.max(...z);
      const logSum = max + Math.log(sum(z.map((zk) => Math.exp(zk - max))));
      return sum(z.map((zj, j) => y[j]! * (logSum - zj)));
    },
  },
  binaryCrossEntropy: {
    equation: 'fb-loss-bce',
    value: (z, _a, y) => sum(z.map((zj, j) => softplus(zj) - y[j]! * zj)),
  },
  sigmoidCrossEntropy: {
    equation: 'fb-loss-sigmoid-ce',
    value: (z, _a, y) => sum(z.map((zj, j) => y[j]! * softplus(-zj))),
  },
};

export const fusedDeltas: Readonly<Record<Exclude<LossName, 'squaredError'>, FusedDelta>> = {
  softmaxCrossEntropy: { equation: 'fb-delta-softmax-ce', value: (a, y) => a - y },
  binaryCrossEntropy: { equation: 'fb-delta-bce', value: (a, y) => a - y },
  sigmoidCrossEntropy: { equation: 'fb-delta-sigmoid-ce', value: (a, y) => (a - 1) * y },
};

/** The term of one output of one sample in the sum that a loss is. */
const terms: Readonly<
  Record<
    LossName,
    (z: readonly number[], a: readonly number[], y: readonly number[], j: number) => number
  >
> = {
  squaredError: (_z, a, y, j) => (a[j]! - y[j]!) * (a[j]! - y[j]!),
  softmaxCrossEntropy: (z, _a, y, j) => {
    const max = Math.max(...z);
    return y[j]! * (max + Math.log(sum(z.map((zk) => Math.exp(zk - max)))) - z[j]!);
  },
  binaryCrossEntropy: (z, _a, y, j) => softplus(z[j]!) - y[j]! * z[j]!,
  sigmoidCrossEntropy: (z, _a, y, j) => y[j]! * softplus(-z[j]!),
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
  const term = (j: number, s: number) => terms[loss](column(z, s), column(a, s), column(y, s), j);
  const inOrder =
    loss === 'softmaxCrossEntropy'
      ? samples.flatMap((s) => y.map((_, j) => term(j, s)))
      : y.flatMap((_, j) => samples.map((s) => term(j, s)));
  return ((loss === 'squaredError' ? 0.5 : 1) * sum(inOrder)) / samples.length;
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
