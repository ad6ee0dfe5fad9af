import { requireNotNegative } from '../ranges';
import type { UpdateRule } from './rule';

/** AdaGrad: s ← s + g², θ ← θ − α g / (√s + ε). Duchi, Hazan & Singer 2011. */
export interface AdagradSpec {
  readonly kind: 'adagrad';
  /** ε, keeps the first division from 0/0. Default 1e-10, as in PyTorch. */
  readonly epsilon?: number;
}

/** @throws RangeError unless ε ≥ 0 */
export function adagrad({ epsilon = 1e-10 }: Omit<AdagradSpec, 'kind'>): UpdateRule {
  requireNotNegative('adagrad: epsilon', epsilon);
  return {
    remembers: ['s'],
    update({ value, gradient }, [s], alpha) {
      const theta = value.data;
      const g = gradient.data;
      for (let k = 0; k < theta.length; k++) {
        s![k]! += g[k]! * g[k]!;
        theta[k]! -= (alpha * g[k]!) / (Math.sqrt(s![k]!) + epsilon);
      }
    },
  };
}
