import { requireDecay, requireNotNegative } from '../ranges';
import type { UpdateRule } from './rule';

/**
 * RMSProp: s ← β s + (1 − β) g², θ ← θ − α g / (√s + ε). Tieleman & Hinton 2012; ε outside the
 * root, as in PyTorch.
 */
export interface RmspropSpec {
  readonly kind: 'rmsprop';
  /** β, how much of the running mean of squares stays. Default 0.9, as in Hinton's lecture. */
  readonly beta?: number;
  /** ε, added to the root. Default 1e-8, as in PyTorch. */
  readonly epsilon?: number;
}

/** @throws RangeError unless 0 ≤ β < 1 and ε ≥ 0 */
export function rmsprop({ beta = 0.9, epsilon = 1e-8 }: Omit<RmspropSpec, 'kind'>): UpdateRule {
  requireDecay('rmsprop: beta', beta);
  requireNotNegative('rmsprop: epsilon', epsilon);
  return {
    remembers: ['s'],
    update({ value, gradient }, [s], alpha) {
      const theta = value.data;
      const g = gradient.data;
      for (let k = 0; k < theta.length; k++) {
        s![k] = beta * s![k]! + (1 - beta) * g[k]! * g[k]!;
        theta[k]! -= (alpha * g[k]!) / (Math.sqrt(s![k]!) + epsilon);
      }
    },
  };
}
