import type { DataSet } from '../data/dataset';
import { ShapeError, shapeOf } from '../matrix';
import type { Network } from '../network';
import type { ClippingSpec } from '../optimisers/clipping';
import type { L2Spec } from '../optimisers/l2';
import type { OptimiserSpec } from '../optimisers/optimiser';
import { requirePositive, requireWhole } from '../ranges';
import { requireSchedule, type ScheduleSpec } from '../schedules';

/** How a network is trained: plain data, fit for JSON. With data and start it fixes every bit. */
export interface TrainingSpec {
  /** Which optimiser, with its constants. */
  readonly optimiser: OptimiserSpec;
  /** Learning rate α > 0, from which the schedule starts. */
  readonly alpha: number;
  /** How often each sample is seen, at least 1. */
  readonly epochs: number;
  /** Samples in a mini-batch; the data set's size or more: all of it in each step. */
  readonly batchSize: number;
  /** For the order of the samples and dropout's masks. */
  readonly seed: number | string;
  /** Whether each epoch has an order of its own. Default true. */
  readonly shuffle?: boolean;
  /** What happens to a smaller last batch. Default `keep`. */
  readonly lastBatch?: 'keep' | 'drop';
  /** Default constant. */
  readonly schedule?: ScheduleSpec;
  /** What the schedule counts. Default `step`. */
  readonly schedulePer?: 'step' | 'epoch';
  /** Default none. */
  readonly l2?: L2Spec;
  /** Of the gradient, L2 included. Default none. */
  readonly clipping?: ClippingSpec;
  /** Default none: training goes on to the last epoch. */
  readonly earlyStopping?: EarlyStoppingSpec;
  /** A loss beyond this many times the first one (or 1, if that is more) is divergence. Default 10⁶. */
  readonly lossLimit?: number;
}

/** Ends training when the watched loss has not fallen for a while. */
export interface EarlyStoppingSpec {
  /** Epochs without improvement before training ends, at least 1. */
  readonly patience: number;
  /** By how much a loss must be lower to count. Default 0. */
  readonly leastGain?: number;
  /** Whether the parameters of the best epoch come back at the end. Default true. */
  readonly restoreBest?: boolean;
}

/** Checks how a network is to be trained. @throws RangeError with the field's name if it makes no sense */
export function requireTrainingSpec(spec: TrainingSpec): void {
  const { schedule, l2, clipping, earlyStopping, lossLimit = 1 } = spec;
  requirePositive('training: alpha', spec.alpha);
  requireWhole('training: epochs', spec.epochs);
  requireWhole('training: batchSize', spec.batchSize);
  if (schedule) requireSchedule(schedule);
  if (l2 && !(l2.lambda >= 0 && l2.lambda < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`training: l2.lambda must be at least 0, got ${l2.lambda}`);
  }
  if (clipping) requirePositive('training: clipping.limit', clipping.limit);
  if (earlyStopping) {
    requireWhole('training: earlyStopping.patience', earlyStopping.patience);
    const { leastGain = 0 } = earlyStopping;
    if (!(leastGain >= 0)) {
      throw new RangeError(
        `training: earlyStopping.leastGain must be at least 0, got ${leastGain}`,
      );
    }
  }
  requirePositive('training: lossLimit', lossLimit);
}

/**
 * Checks that samples fit a network.
 * @param what how messages call the samples
 * @throws ShapeError unless they do
 */
export function requireFit({ spec, L }: Network, { X, Y }: DataSet, what: string): void {
  const [inputs, outputs] = [spec.sizes[0], spec.sizes[L]];
  if (X.rows !== inputs || Y.rows !== outputs) {
    throw new ShapeError(
      `training: the network has ${inputs} inputs and ${outputs} outputs, but X of the ${what} ` +
        `is ${shapeOf(X)} and Y is ${shapeOf(Y)} (one column per sample)`,
    );
  }
}
