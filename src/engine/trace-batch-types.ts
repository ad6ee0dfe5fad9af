/** A part of a layer, in the order of the forward pass; normalisation may also follow activation. */
export type TracePart =
  | 'dense'
  | 'batchNorm'
  | 'layerNorm'
  | 'activation'
  | 'dropout'
  /** Not of a layer: the loss at the end. */
  | 'loss';

/** What a step of a part computes. */
export type BatchStepKind =
  /** What the part gives: z, γ x̂ + β, f(x), the masked input. */
  | 'output'
  /** Normalisation: μ, σ², 1/√(σ² + ε), x̂. */
  | 'mean'
  | 'variance'
  | 'inverseDeviation'
  | 'xHat'
  /** The mean loss of the batch, and the gradient that goes back from it, a column a sample. */
  | 'loss'
  | 'lossGradient'
  /** Activation: f′(x). */
  | 'slope'
  /** Means over the batch. */
  | 'dW'
  | 'db'
  | 'dgamma'
  | 'dbeta'
  /** ∂L/∂(what the part received). */
  | 'inputGradient';

/** A number that enters a step. */
export interface BatchOperand {
  /** `input` and `output` are the part's own, `gradient` is ∂L/∂output, `y` the target. */
  readonly symbol:
    | Exclude<BatchStepKind, 'loss' | 'lossGradient' | 'inputGradient' | 'dW' | 'db'>
    | 'W'
    | 'b'
    | 'input'
    | 'gamma'
    | 'beta'
    | 'epsilon'
    | 'mask'
    | 'gradient'
    | 'y';
  /** From 1: [j] for a unit, [j, k] for a weight from unit k to unit j, [] for ε. */
  readonly indices: readonly number[];
  /** From 1; 0 for what belongs to no sample. */
  readonly sample: number;
  /** The number itself. */
  readonly value: number;
}

/** One scalar computation of a pass over a batch. */
export interface BatchTraceStep {
  /** The part of the layer that computes. */
  readonly part: TracePart;
  readonly kind: BatchStepKind;
  /** In which of the two passes. */
  readonly phase: 'forward' | 'backward';
  /** l, from 1. */
  readonly layer: number;
  /** j, from 1; 0 for what all units share: the loss, a layer normalisation's statistics. */
  readonly unit: number;
  /** s, from 1; 0 for what all samples share: parameters' gradients, a batch's statistics. */
  readonly sample: number;
  /** k, from 1, in steps about the weight from unit k. */
  readonly from?: number;
  /** What enters the formula, in its order. */
  readonly operands: readonly BatchOperand[];
  /** What it comes to. */
  readonly value: number;
}
