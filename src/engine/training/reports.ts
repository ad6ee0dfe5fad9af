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
  /** The L2 penalty before the step, 0 without L2. */
  penalty: number;
  /** ‖∂L/∂θ‖ before clipping. */
  gradientNorm: number;
}

/** What one epoch showed. */
export interface EpochReport {
  /** From 1. */
  readonly epoch: number;
  /** Mean over the epoch's samples, each before the step that it took part in. */
  readonly loss: number;
  /** The L2 penalty at the end of the epoch, 0 without L2. */
  readonly penalty: number;
  /** Share classified rightly, measured as `loss` is; null if the network doesn't classify. */
  readonly accuracy: number | null;
  /** Learning rate of the epoch's last step. */
  readonly alpha: number;
  /** The same of the validation samples at the end of the epoch; null without them. */
  readonly validation: { readonly loss: number; readonly accuracy: number | null } | null;
}

/** Where a training stands. All but `training` are ends. */
export type TrainingStatus = 'training' | 'finished' | 'stopped-early' | 'diverged' | 'cancelled';

/** Why training broke down, in numbers: whoever shows it makes the sentence. */
export interface Divergence {
  /**
   * `loss-not-finite`: the loss became infinite or no number; `loss-too-large`: it grew beyond
   * `lossLimit` times the first one; `gradient-not-finite`: the loss is finite, its gradient isn't.
   */
  readonly reason: 'loss-not-finite' | 'loss-too-large' | 'gradient-not-finite';
  /** Where it was found, from 1. */
  readonly step: number;
  readonly epoch: number;
  readonly alpha: number;
  readonly loss: number;
  /** Loss of the first step, and the lowest of all. */
  readonly firstLoss: number;
  readonly lowestLoss: number;
  /** The parameter with the largest entry (not a number counts as largest), and that entry's size. */
  readonly largest: { readonly name: string; readonly size: number };
  /**
   * Gradient descent's limit at the start of training: twice one over the largest curvature of the
   * loss. Steps with a larger α jump out of the valley. Null for other optimisers, and where it
   * can't be told (batch normalisation, dropout, no curvature).
   */
  readonly stableAlpha: number | null;
}
