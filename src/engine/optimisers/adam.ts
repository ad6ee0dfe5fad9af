import { requireDecay, requireNotNegative } from '../ranges';
import type { UpdateRule } from './rule';

/** Adam's constants, which AdamW shares. */
export interface AdamOptions {
  /** β₁, for the running mean of gradients. Default 0.9. */
  readonly beta1?: number;
  /** β₂, for the running mean of their squares. Default 0.999. */
  readonly beta2?: number;
  /** ε, added to the root. Default 1e-8. */
  readonly epsilon?: number;
  /**
   * Whether m and v are divided by 1 − βᵗ, which undoes their start at 0. Default true; false shows
   * what Adam would be without.
   */
  readonly biasCorrection?: boolean;
}

/**
 * Adam: m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ),
 * θ ← θ − α m̂ / (√v̂ + ε). Kingma & Ba 2015, algorithm 1.
 */
export interface AdamSpec extends AdamOptions {
  readonly kind: 'adam';
}

/** @throws RangeError unless 0 ≤ β₁, β₂ < 1 and ε ≥ 0 */
export function adam({
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-8,
  biasCorrection = true,
}: AdamOptions): UpdateRule {
  requireDecay('adam: beta1', beta1);
  requireDecay('adam: beta2', beta2);
  requireNotNegative('adam: epsilon', epsilon);
  return {
    remembers: ['m', 'v'],
    update({ value, gradient }, [m, v], alpha, t) {
      const theta = value.data;
      const g = gradient.data;
      const mShare = biasCorrection ? 1 - beta1 ** t : 1;
      const vShare = biasCorrection ? 1 - beta2 ** t : 1;
      for (let k = 0; k < theta.length; k++) {
        m![k] = beta1 * m![k]! + (1 - beta1) * g[k]!;
        v![k] = beta2 * v![k]! + (1 - beta2) * g[k]! * g[k]!;
        theta[k]! -= (alpha * (m![k]! / mShare)) / (Math.sqrt(v![k]! / vShare) + epsilon);
      }
    },
  };
}
