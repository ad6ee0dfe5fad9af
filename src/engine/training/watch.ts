import type { Parameter } from '../layers/layer';
import type { Divergence, StepReport } from './reports';

/** Watches the losses of a training for the moment when it breaks down. */
export class DivergenceWatch {
  private firstLoss = Number.NaN;
  private lowestLoss = Number.POSITIVE_INFINITY;

  /** @param lossLimit a loss beyond this many times the first one is divergence */
  constructor(private readonly lossLimit: number) {}

  /**
   * Takes note of a step, before its update.
   * @returns why training can't go on; undefined if it can
   */
  see({ loss, gradientNorm }: StepReport): Divergence['reason'] | undefined {
    if (Number.isNaN(this.firstLoss)) this.firstLoss = loss;
    if (loss < this.lowestLoss) this.lowestLoss = loss;
    if (!Number.isFinite(loss)) return 'loss-not-finite';
    // A first loss near 0 must not make every later one look large.
    if (loss > this.lossLimit * Math.max(this.firstLoss, 1)) return 'loss-too-large';
    if (!Number.isFinite(gradientNorm)) return 'gradient-not-finite';
    return undefined;
  }

  /** The whole story, once `see` has found a reason. */
  explain(
    reason: Divergence['reason'],
    { step, epoch, alpha, loss }: StepReport,
    parameters: readonly Parameter[],
    stableAlpha: number | null,
  ): Divergence {
    const { firstLoss, lowestLoss } = this;
    const largest = largestOf(parameters);
    return { reason, step, epoch, alpha, loss, firstLoss, lowestLoss, largest, stableAlpha };
  }
}

function largestOf(parameters: readonly Parameter[]): Divergence['largest'] {
  let largest = { name: '', size: -1 };
  for (const { name, value } of parameters) {
    for (const entry of value.data) {
      const size = Math.abs(entry);
      if (Number.isNaN(size)) return { name, size };
      if (size > largest.size) largest = { name, size };
    }
  }
  return largest;
}
