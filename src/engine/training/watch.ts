import type { DataSet } from '../data/dataset';
import type { Parameter } from '../layers/layer';
import { remediesFor } from './remedies';
import type { DataFault, Divergence, DivergenceReason, StepReport } from './reports';
import type { TrainingSpec } from './training-spec';

/** Watches a training for the moment when it breaks down. */
export class DivergenceWatch {
  private firstLoss = Number.NaN;
  private firstGradientNorm = Number.NaN;
  private lowestLoss = Number.POSITIVE_INFINITY;
  private lowestStep = 1;

  constructor(
    private readonly samples: DataSet,
    private readonly spec: TrainingSpec,
  ) {}

  /**
   * Takes note of a step, before its update.
   * @returns why training can't go on; undefined if it can
   */
  see({ step, loss, gradientNorm }: StepReport): DivergenceReason | undefined {
    if (step === 1) {
      this.firstLoss = loss;
      this.firstGradientNorm = gradientNorm;
    }
    if (loss < this.lowestLoss) {
      this.lowestLoss = loss;
      this.lowestStep = step;
    }
    if (!Number.isFinite(loss)) return 'loss-not-finite';
    // A first loss near 0 must not make every later one look large.
    const limit = (this.spec.lossLimit ?? 1e6) * Math.max(this.firstLoss, 1);
    if (loss > limit) return 'loss-too-large';
    if (!Number.isFinite(gradientNorm)) return 'gradient-not-finite';
    return undefined;
  }

  /** The whole story, once there is a reason. */
  explain(
    reason: DivergenceReason,
    { step, epoch, alpha, loss }: StepReport,
    parameters: readonly Parameter[],
    stableAlpha: number | null,
  ): Divergence {
    const { firstLoss, firstGradientNorm, lowestLoss, lowestStep } = this;
    const fault = faultOf('X', this.samples) ?? faultOf('Y', this.samples);
    const story = {
      reason: fault ? ('data-not-finite' as const) : reason,
      ...{ step, epoch, alpha, loss, firstLoss, firstGradientNorm, lowestLoss, lowestStep },
      largest: largestOf(parameters),
      fault,
      stableAlpha: fault ? null : stableAlpha,
    };
    return { ...story, remedies: remediesFor(story, this.spec) };
  }
}

/** Whether every parameter is a finite number. Allocates nothing. */
export function areFinite(parameters: readonly Parameter[]): boolean {
  for (let p = 0; p < parameters.length; p++) {
    const { data } = parameters[p]!.value;
    for (let k = 0; k < data.length; k++) if (!Number.isFinite(data[k])) return false;
  }
  return true;
}

function faultOf(matrix: 'X' | 'Y', samples: DataSet): DataFault | null {
  const { data, cols } = samples[matrix];
  const k = data.findIndex((entry) => !Number.isFinite(entry));
  return k < 0 ? null : { matrix, row: Math.floor(k / cols), sample: k % cols };
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
