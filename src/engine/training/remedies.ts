import type { Divergence, Remedy } from './reports';
import type { TrainingSpec } from './training-spec';

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
