import type { DataFault, Divergence } from './reports';
import type { TrainingSpec } from './training-spec';

/** Something to try after a divergence. */
export type Remedy =
  /** Mend this number of the samples. */
  | ({ readonly kind: 'mend-data' } & DataFault)
  /** Start with smaller weights: already the first batch's loss or gradient was out of bounds. */
  | { readonly kind: 'smaller-start' }
  /** Train with this learning rate. */
  | { readonly kind: 'lower-alpha'; readonly alpha: number }
  /** Clip the gradient by this norm, which the first one had. */
  | { readonly kind: 'clip-gradients'; readonly limit: number };

/** What to try, the most promising first. */
export function remediesFor(
  { reason, fault, step, alpha, stableAlpha, firstGradientNorm }: Omit<Divergence, 'remedies'>,
  { clipping }: TrainingSpec,
): Remedy[] {
  if (fault) return [{ kind: 'mend-data', ...fault }];
  // Before the first update no learning rate has done anything yet.
  if (step === 1 && reason !== 'parameters-not-finite') return [{ kind: 'smaller-start' }];
  const tooFast = stableAlpha !== null && stableAlpha < alpha;
  // Half of the limit, where each step goes straight to the valley's floor; else the usual tenth.
  const remedies: Remedy[] = [
    { kind: 'lower-alpha', alpha: tooFast ? stableAlpha / 2 : alpha / 10 },
  ];
  if (!clipping && firstGradientNorm > 0 && Number.isFinite(firstGradientNorm)) {
    remedies.push({ kind: 'clip-gradients', limit: firstGradientNorm });
  }
  return remedies;
}
