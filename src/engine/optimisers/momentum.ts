import { requireDecay } from '../ranges';
import type { UpdateRule } from './rule';

/** Gradient descent with a velocity that keeps a share β of itself. Polyak 1964. */
export interface MomentumSpec {
  readonly kind: 'momentum';
  /** β, the share of the velocity that each step keeps. Default 0.9. */
  readonly beta?: number;
  /**
   * `pytorch` (the default): v ← β v + g, θ ← θ − α v. `classical` (Polyak 1964; Sutskever et al.
   * 2013): v ← β v − α g, θ ← θ + v. They part where α changes: the classical velocity has the old
   * α in it, PyTorch's takes the new one for all of the past.
   */
  readonly form?: 'pytorch' | 'classical';
}

/** @throws RangeError unless 0 ≤ β < 1 */
export function momentum({ beta = 0.9, form = 'pytorch' }: Omit<MomentumSpec, 'kind'>): UpdateRule {
  requireDecay('momentum: beta', beta);
  if (form === 'classical') return classical(beta);
  return {
    remembers: ['v'],
    update({ value, gradient }, [v], alpha) {
      const theta = value.data;
      const g = gradient.data;
      for (let k = 0; k < theta.length; k++) {
        v![k] = beta * v![k]! + g[k]!;
        theta[k]! -= alpha * v![k]!;
      }
    },
  };
}

function classical(beta: number): UpdateRule {
  return {
    remembers: ['v'],
    update({ value, gradient }, [v], alpha) {
      const theta = value.data;
      const g = gradient.data;
      for (let k = 0; k < theta.length; k++) {
        v![k] = beta * v![k]! - alpha * g[k]!;
        theta[k]! += v![k]!;
      }
    },
  };
}
