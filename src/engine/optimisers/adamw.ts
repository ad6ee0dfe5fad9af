import { requireNotNegative } from '../ranges';
import { type AdamOptions, adam } from './adam';
import type { UpdateRule } from './rule';

/**
 * AdamW: θ ← (1 − α λ) θ, then Adam's step. The decay passes by m and v, so it shrinks every weight
 * alike; L2 in the gradient shrinks those with large gradients less. Loshchilov & Hutter 2019.
 */
export interface AdamwSpec extends AdamOptions {
  readonly kind: 'adamw';
  /** λ. Default 0.01, as in PyTorch. Only parameters that decay: weights, not biases, γ and β. */
  readonly weightDecay?: number;
}

/** @throws RangeError as for `adam`, and unless λ ≥ 0 */
export function adamw({ weightDecay = 0.01, ...options }: Omit<AdamwSpec, 'kind'>): UpdateRule {
  requireNotNegative('adamw: weightDecay', weightDecay);
  const rule = adam(options);
  return {
    remembers: rule.remembers,
    update(parameter, memory, alpha, t, kernel) {
      if (parameter.decays) {
        const theta = parameter.value.data;
        const kept = 1 - alpha * weightDecay;
        for (let k = 0; k < theta.length; k++) theta[k]! *= kept;
      }
      rule.update(parameter, memory, alpha, t, kernel);
    },
  };
}
