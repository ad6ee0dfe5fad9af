import type { UpdateRule } from './rule';

/** Gradient descent, θ ← θ − α g. Eqs. fb-sgd-w, fb-sgd-b. */
export interface SgdSpec {
  readonly kind: 'sgd';
}

/** It has no constants. */
export function sgd(): UpdateRule {
  return {
    remembers: [],
    update({ value, gradient }, _memory, alpha, _t, kernel) {
      kernel.addScaled(value.data, -alpha, gradient.data);
    },
  };
}
