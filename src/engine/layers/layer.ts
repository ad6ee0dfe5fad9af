import type { Kernel } from '../kernel';
import { Matrix } from '../matrix';

/** A trained quantity and its gradient, always of the same shape. */
export interface Parameter {
  /** As the book writes it: `W1`, `b2`, `gamma1`. */
  readonly name: string;
  /** The trained numbers; an optimiser changes them in place. */
  readonly value: Matrix;
  /** ∂L/∂value, the mean over the mini-batch, as the last `backward` left it. */
  readonly gradient: Matrix;
  /** Whether L2 and weight decay apply: weights yes, biases, γ and β no. */
  readonly decays: boolean;
}

/**
 * One step of a network, a function of a mini-batch (one column per sample).
 *
 * Results live in buffers that the layer owns and the next call overwrites: copy what must last.
 * Column s of the gradients passed backwards belongs to the loss of sample s alone, without 1/m;
 * the gradients of parameters are means over the batch.
 */
export interface Layer {
  /** What the layer learns; empty for activations and dropout. */
  readonly parameters: readonly Parameter[];
  /**
   * @param X        n_in × m
   * @param training whether dropout drops and batch normalisation uses the batch's statistics
   * @returns        n_out × m
   */
  forward(X: Matrix, training: boolean): Matrix;
  /**
   * @param dY ∂L/∂(output), n_out × m, for the last `forward`
   * @returns  ∂L/∂X, n_in × m
   */
  backward(dY: Matrix): Matrix;
}

/** A matrix with a fixed number of rows for each batch size met: allocated once, then reused. */
export class BatchBuffer {
  private readonly bySize = new Map<number, Matrix>();
  private last: Matrix | undefined;

  /**
   * Without a buffer yet.
   * @param rows   rows of every buffer
   * @param kernel where buffers live
   * @param label  label of every buffer
   */
  constructor(
    private readonly rows: number,
    private readonly kernel: Kernel,
    private readonly label = '',
  ) {}

  /** The buffer for m samples; its content is whatever was there. */
  for(m: number): Matrix {
    if (this.last?.cols === m) return this.last;
    let buffer = this.bySize.get(m);
    if (!buffer) {
      buffer = new Matrix(this.rows, m, this.kernel.allocate(this.rows * m), this.label);
      this.bySize.set(m, buffer);
    }
    this.last = buffer;
    return buffer;
  }
}
