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

/** a_j = e^(z_j − max) / Σ_k e^(z_k − max). */
export function softmaxUnit(z: readonly number[], j: number): number {
  const max = Math.max(...z);
  return Math.exp(z[j]! - max) / sum(z.map((zk) => Math.exp(zk - max)));
}

/** δ_j = a_j (g_j − Σ_i a_i g_i) with g = ∂L/∂a. */
export function softmaxDelta(a: readonly number[], g: readonly number[], j: number): number {
  return a[j]! * (g[j]! - sum(a.map((ai, i) => ai * g[i]!)));
}
