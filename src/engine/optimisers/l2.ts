import type { Parameter } from '../layers/layer';

/** L2 regularisation in either convention: plain data, fit for JSON. */
export interface L2Spec {
  /** λ ≥ 0. */
  readonly lambda: number;
  /**
   * `whole` (the source note's): the loss grows by λ Σ w², its gradient by 2 λ w. `half` (the
   * default; PyTorch's `weight_decay`): (λ/2) Σ w² and λ w.
   */
  readonly convention?: 'half' | 'whole';
}

/** What the regularisation adds to the loss, over the parameters that decay. */
export function l2Penalty(parameters: readonly Parameter[], spec: L2Spec): number {
  let squares = 0;
  for (let p = 0; p < parameters.length; p++) {
    const { decays, value } = parameters[p]!;
    if (!decays) continue;
    for (let k = 0; k < value.data.length; k++) squares += value.data[k]! * value.data[k]!;
  }
  return 0.5 * slopeOf(spec) * squares;
}

/** Adds the penalty's gradient to those of the parameters that decay. */
export function addL2Gradient(parameters: readonly Parameter[], spec: L2Spec): void {
  const slope = slopeOf(spec);
  for (let p = 0; p < parameters.length; p++) {
    const { decays, value, gradient } = parameters[p]!;
    if (!decays) continue;
    for (let k = 0; k < value.data.length; k++) gradient.data[k]! += slope * value.data[k]!;
  }
}

/** The c of the gradient c w. */
function slopeOf({ lambda, convention = 'half' }: L2Spec): number {
  return convention === 'half' ? lambda : 2 * lambda;
}
