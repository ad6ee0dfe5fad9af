/** What one mini-batch showed. The same object serves every step: copy what must last. */
export interface StepReport {
  /** Number of this step in the training, from 1. */
  step: number;
  /** Epoch that it belongs to, from 1. */
  epoch: number;
  /** Learning rate of this step. */
  alpha: number;
  /** Mean loss of the batch before the step, without the L2 penalty. */
  loss: number;
  /** Share of the batch classified rightly before the step; NaN if the network doesn't classify. */
  accuracy: number;
  /** The L2 penalty before the step, 0 without L2. */
  penalty: number;
  /** ‖∂L/∂θ‖ with the penalty's part, before clipping. */
  gradientNorm: number;
}

/** Mean loss and share of rightly classified samples; the latter null if it has no meaning. */
export interface Scores {
  /** Mean over the samples, without the L2 penalty. */
  readonly loss: number;
  /** Share classified rightly, 0 to 1; null if the network doesn't classify. */
  readonly accuracy: number | null;
}

/** What one epoch showed. */
export interface EpochReport extends Scores {
  /** From 1. */
  readonly epoch: number;
  /** Mean over the epoch's samples, each before the step that it took part in. */
  readonly loss: number;
  /** Share classified rightly, measured as `loss` is. */
  readonly accuracy: number | null;
  /** The L2 penalty at the end of the epoch, 0 without L2. */
  readonly penalty: number;
  /** Learning rate of the epoch's last step. */
  readonly alpha: number;
  /** The validation samples at the end of the epoch; null without them. */
  readonly validation: Scores | null;
}

/** Where a training stands. All but `training` are ends. */
export type TrainingStatus = 'training' | 'finished' | 'stopped-early' | 'diverged' | 'cancelled';

/** What gave a divergence away. */
export type DivergenceReason =
  /** A sample holds a number that is infinite or none: `fault` says which. */
  | 'data-not-finite'
  /** The loss became infinite or no number. */
  | 'loss-not-finite'
  /** The loss grew beyond `lossLimit` times the first one. */
  | 'loss-too-large'
  /** The loss is finite, its gradient isn't. */
  | 'gradient-not-finite'
  /** The last step of an epoch left a parameter that is infinite or no number. */
  | 'parameters-not-finite';

/** A number in the samples that is infinite or none. */
export interface DataFault {
  /** Whether it is an input or a target. */
  readonly matrix: 'X' | 'Y';
  /** Its row, from 0, as in `Matrix.at`. */
  readonly row: number;
  /** Its column, from 0: which sample. */
  readonly sample: number;
}

/** Something to try after a divergence. */
export type Remedy =
  /** Mend this number of the samples. */
  | ({ readonly kind: 'mend-data' } & DataFault)
  /** Start with smaller weights: already the first batch's loss or gradient was out of bounds. */
  | { readonly kind: 'smaller-start' }
  /** Train with this learning rate. */
  | {
      readonly kind: 'lower-alpha';
      /** α of the new training. */
      readonly alpha: number;
    }
  /** Clip the gradient by this norm, which the first one had. */
  | {
      readonly kind: 'clip-gradients';
      /** The norm to clip by. */
      readonly limit: number;
    };

/** Why training broke down, in numbers: whoever shows it makes the sentence. */
export interface Divergence {
  /** What gave it away. */
  readonly reason: DivergenceReason;
  /** The step in which it was found, from 1. */
  readonly step: number;
  /** The epoch of that step, from 1. */
  readonly epoch: number;
  /** Learning rate of that step. */
  readonly alpha: number;
  /** Loss of that step. */
  readonly loss: number;
  /** Loss of the first step. */
  readonly firstLoss: number;
  /** ‖∂L/∂θ‖ of the first step. */
  readonly firstGradientNorm: number;
  /** The lowest loss of all steps. */
  readonly lowestLoss: number;
  /** The step that had it. */
  readonly lowestStep: number;
  /** The parameter with the largest entry; what is not a number counts as largest. */
  readonly largest: {
    /** As the book writes it, such as `W1`. */
    readonly name: string;
    /** Size of that entry. */
    readonly size: number;
  };
  /** Null unless the reason is `data-not-finite`. */
  readonly fault: DataFault | null;
  /**
   * The largest learning rate with which this optimiser could have settled at the curvature that
   * the loss had at the start (`stabilityLimit`): steps with a larger one jump out of the valley.
   * Null where that can't be told (other optimisers, batch normalisation, dropout, no curvature), and
   * where the trainer was given nothing to measure it with.
   */
  readonly stableAlpha: number | null;
  /** What to try, the most promising first. */
  readonly remedies: readonly Remedy[];
}
