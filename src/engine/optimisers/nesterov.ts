import { requireDecay } from '../ranges';
import type { UpdateRule } from './rule';

/**
 * Nesterov's momentum as libraries compute it: v ← β v + g, θ ← θ − α (g + β v).
 *
 * Nesterov takes the gradient at the point where the velocity is about to lead. What is stored here
 * as θ is that point, so that the gradient is an ordinary one (Bengio et al. 2013, §3.4); with
 * constant α both tell the same path.
 */
export interface NesterovSpec {
  readonly kind: 'nesterov';
  /** β, the share of the velocity that each step keeps. Default 0.9. */
  readonly beta?: number;
}

/** @throws RangeError unless 0 ≤ β < 1 */
export function nesterov({ beta = 0.9 }: Omit<NesterovSpec, 'kind'>): UpdateRule {
  requireDecay('nesterov: beta', beta);
  return {
    remembers: ['v'],
    update({ value, gradient }, [v], alpha) {
      const theta = value.data;
      const g = gradient.data;
      for (let k = 0; k < theta.length; k++) {
        v![k] = beta * v![k]! + g[k]!;
        theta[k]! -= alpha * (g[k]! + beta * v![k]!);
      }
    },
  };
}
