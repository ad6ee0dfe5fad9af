import { float64Kernel, type Kernel } from '../kernel';
import { type Matrix, requireSameShape } from '../matrix';
import { Random } from '../random';
import { BatchBuffer, type Layer } from './layer';

/** How a layer drops its units: plain data, fit for JSON. */
export interface DropoutSpec {
  /** p, the probability that a unit is turned off, 0 ≤ p < 1. */
  readonly rate: number;
  /**
   * `inverted` (what libraries do, the default) divides by 1 − p in training; `classic` (Srivastava
   * et al. 2014, and the source note) multiplies by 1 − p in testing.
   */
  readonly form?: 'inverted' | 'classic';
}

/**
 * Dropout: in training each unit of each sample is off with probability p. Srivastava et al. 2014.
 */
export class Dropout implements Layer {
  /** None: dropout learns nothing. */
  readonly parameters = [];
  /** p, the probability that a unit is turned off. */
  readonly rate: number;
  /** Where the 1 − p goes: see `DropoutSpec`. */
  readonly form: 'inverted' | 'classic';
  /** Kept: the mask of the last forward pass in training is used again instead of a new one. */
  keepMask = false;
  private random = new Random('dropout');
  private readonly masks: BatchBuffer;
  private readonly outputs: BatchBuffer;
  private readonly inputGradients: BatchBuffer;
  private lastMask: Matrix | undefined;
  private trained = false;

  /**
   * @param units  n, the rows of its input
   * @param spec   rate and form
   * @param kernel where arrays live
   * @throws RangeError unless 0 ≤ rate < 1
   */
  constructor(
    /** n, the rows of its input. */
    readonly units: number,
    { rate, form = 'inverted' }: DropoutSpec,
    kernel: Kernel = float64Kernel,
  ) {
    if (!(rate >= 0 && rate < 1)) {
      throw new RangeError(`Dropout: the rate must be at least 0 and below 1, got ${rate}`);
    }
    this.rate = rate;
    this.form = form;
    this.masks = new BatchBuffer(units, kernel, 'mask');
    this.outputs = new BatchBuffer(units, kernel, 'a');
    this.inputGradients = new BatchBuffer(units, kernel, 'dLda');
  }

  /** What the last forward pass in training multiplied by: 0 or 1, inverted 0 or 1/(1 − p). */
  get mask(): Matrix | undefined {
    return this.lastMask;
  }

  /** Sets where masks come from. */
  useRandom(random: Random): void {
    this.random = random;
  }

  /** The generator of the masks, whose state a trainer saves. */
  get source(): Random {
    return this.random;
  }

  /** @param X n×m. @returns n×m, masked in training, in testing X (classic: times 1 − p) */
  forward(X: Matrix, training: boolean): Matrix {
    this.trained = training;
    const Y = this.outputs.for(X.cols);
    requireSameShape('dropout', X, Y);
    if (training) {
      const mask = this.nextMask(X.cols);
      for (let k = 0; k < Y.data.length; k++) Y.data[k] = X.data[k]! * mask.data[k]!;
    } else {
      const factor = this.testFactor();
      for (let k = 0; k < Y.data.length; k++) Y.data[k] = factor * X.data[k]!;
    }
    return Y;
  }

  /** ∂L/∂X = dY ⊙ mask; after a forward pass in testing, dY (classic: times 1 − p). */
  backward(dY: Matrix): Matrix {
    const dX = this.inputGradients.for(dY.cols);
    requireSameShape('dropout backward', dY, dX);
    if (this.trained) {
      const mask = this.lastMask!;
      requireSameShape('dropout backward', dY, mask);
      for (let k = 0; k < dX.data.length; k++) dX.data[k] = dY.data[k]! * mask.data[k]!;
    } else {
      const factor = this.testFactor();
      for (let k = 0; k < dX.data.length; k++) dX.data[k] = factor * dY.data[k]!;
    }
    return dX;
  }

  private testFactor(): number {
    return this.form === 'classic' ? 1 - this.rate : 1;
  }

  private nextMask(m: number): Matrix {
    const mask = this.masks.for(m);
    if (this.keepMask && this.lastMask === mask) return mask;
    const on = this.form === 'inverted' ? 1 / (1 - this.rate) : 1;
    for (let k = 0; k < mask.data.length; k++) {
      mask.data[k] = this.random.bernoulli(this.rate) ? 0 : on;
    }
    this.lastMask = mask;
    return mask;
  }
}
