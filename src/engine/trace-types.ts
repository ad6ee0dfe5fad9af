/** What a step computes. */
export type StepKind =
  | 'z'
  | 'a'
  | 'loss'
  | 'dLda'
  | 'fprime'
  | 'delta'
  | 'dW'
  | 'db'
  | 'W-new'
  | 'b-new';

/** Which part of a training step it belongs to. */
export type StepPhase = 'forward' | 'loss' | 'backward' | 'gradient' | 'update';

/** The equations that steps refer to, as registered by chapter 2. */
export type StepEquation =
  | 'fb-z-scalar'
  | 'fb-a-scalar'
  | 'fb-loss-se'
  | 'fb-loss-ce'
  | 'fb-loss-bce'
  | 'fb-loss-sigmoid-ce'
  | 'fb-delta-output-scalar'
  | 'fb-delta-softmax-ce'
  | 'fb-delta-bce'
  | 'fb-delta-sigmoid-ce'
  | 'fb-delta-softmax-jacobian'
  | 'fb-delta-hidden-scalar'
  | 'fb-grad-w-scalar'
  | 'fb-grad-b-scalar'
  | 'fb-sgd-w'
  | 'fb-sgd-b';

/** The names that operands bear in formulas. */
export type OperandSymbol =
  | 'W'
  | 'b'
  | 'a'
  | 'z'
  | 'y'
  | 'dLda'
  | 'fprime'
  | 'delta'
  | 'dW'
  | 'db'
  | 'alpha';

/** What an operand does in its formula. */
export type OperandRole =
  | 'weight'
  | 'input'
  | 'bias'
  | 'argument'
  | 'output'
  | 'target'
  | 'factor'
  | 'old'
  | 'gradient'
  | 'rate';

/** A number that enters a step, with its place in the network. */
export interface Operand {
  /** Its letter in the formula. */
  readonly symbol: OperandSymbol;
  /** Layer l; 0 for inputs (symbol `a`) and for α, which belongs to no layer. */
  readonly layer: number;
  /** From 1: [j] for a unit, [j, k] for a weight from unit k to unit j, [] for α. */
  readonly indices: readonly number[];
  /** The number itself. */
  readonly value: number;
  /** What it does in the formula. */
  readonly role: OperandRole;
}

/** One scalar computation: `value` results from `operands`, which stand in the formula's order. */
export interface TraceStep {
  /** What is computed. */
  readonly kind: StepKind;
  /** Which part of the training step it belongs to. */
  readonly phase: StepPhase;
  /** The equation of the book that it follows. */
  readonly equation: StepEquation;
  /** Layer l, from 1. */
  readonly layer: number;
  /** j, from 1; 0 for the loss, which belongs to the whole output layer. */
  readonly unit: number;
  /** k, from 1, for steps about the weight from unit k of the layer before. */
  readonly from?: number;
  /** The numbers that go in, in the formula's order. */
  readonly operands: readonly Operand[];
  /** The number that comes out. */
  readonly value: number;
}
