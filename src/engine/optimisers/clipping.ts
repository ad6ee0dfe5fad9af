import type { Parameter } from '../layers/layer';

/** How gradients are kept from being too large: plain data, fit for JSON. */
export type ClippingSpec =
  | {
      /** Every entry is brought into [−limit, limit]; the direction changes. */
      readonly kind: 'value';
      /** Largest size of an entry, > 0. */
      readonly limit: number;
    }
  | {
      /** The whole gradient is scaled to norm `limit` if it is longer; the direction stays. */
      readonly kind: 'norm';
      /** Largest norm, > 0. */
      readonly limit: number;
      /** Added to the norm before dividing: 1e-6 in PyTorch. Default 0. */
      readonly epsilon?: number;
    };

/** ‖g‖, the Euclidean norm of all gradients as one vector. */
export function gradientNorm(parameters: readonly Parameter[]): number {
  let squares = 0;
  for (let p = 0; p < parameters.length; p++) {
    const g = parameters[p]!.gradient.data;
    for (let k = 0; k < g.length; k++) squares += g[k]! * g[k]!;
  }
  return Math.sqrt(squares);
}

/** g ← min(max(g, −limit), limit), entry by entry. NaN stays NaN. */
export function clipByValue(parameters: readonly Parameter[], limit: number): void {
  for (let p = 0; p < parameters.length; p++) {
    const g = parameters[p]!.gradient.data;
    for (let k = 0; k < g.length; k++) g[k] = Math.min(Math.max(g[k]!, -limit), limit);
  }
}

/**
 * g ← g · limit / (‖g‖ + ε) if ‖g‖ + ε > limit, over all parameters together. Pascanu, Mikolov &
 * Bengio 2013.
 * @param norm ‖g‖ where it is known already
 */
export function clipByNorm(
  parameters: readonly Parameter[],
  limit: number,
  epsilon = 0,
  norm = gradientNorm(parameters),
): void {
  if (!(norm + epsilon > limit)) return;
  const factor = limit / (norm + epsilon);
  for (let p = 0; p < parameters.length; p++) {
    const g = parameters[p]!.gradient.data;
    for (let k = 0; k < g.length; k++) g[k]! *= factor;
  }
}

/** Clips as the spec says. @param norm ‖g‖ before clipping */
export function clip(parameters: readonly Parameter[], spec: ClippingSpec, norm: number): void {
  if (spec.kind === 'value') clipByValue(parameters, spec.limit);
  else clipByNorm(parameters, spec.limit, spec.epsilon, norm);
}
