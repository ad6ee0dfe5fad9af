import { matmulTN } from '../algebra';
import { float64Kernel, type Kernel } from '../kernel';
import { Matrix, mismatch } from '../matrix';
import { BatchBuffer, type Layer, type Parameter } from './layer';

/** z = W a + b for every column of a mini-batch. Eqs. fb-z, fb-grad-w, fb-grad-b. */
export class Dense implements Layer {
  /** Weights, n_out × n_in. */
  readonly W: Matrix;
  /** Bias, n_out × 1. */
  readonly b: Matrix;
  /** ∂L/∂W, n_out × n_in, the mean over the batch. */
  readonly dW: Matrix;
  /** ∂L/∂b, n_out × 1, the mean over the batch. */
  readonly db: Matrix;
  /** W and b with their gradients. */
  readonly parameters: readonly Parameter[];
  private readonly outputs: BatchBuffer;
  private readonly inputGradients: BatchBuffer;
  private X: Matrix | undefined;

  /**
   * All weights and biases start at 0.
   * @param inputs n_in
   * @param units  n_out
   * @param name   added to the parameters' names: `1` makes `W1`, `b1`
   * @param kernel where arrays live and products are computed
   */
  constructor(
    /** n_in. */
    readonly inputs: number,
    /** n_out. */
    readonly units: number,
    name: number | string = '',
    private readonly kernel: Kernel = float64Kernel,
  ) {
    const zeros = (cols: number, label: string) =>
      new Matrix(units, cols, kernel.allocate(units * cols), label);
    this.W = zeros(inputs, `W${name}`);
    this.b = zeros(1, `b${name}`);
    this.dW = zeros(inputs, `dW${name}`);
    this.db = zeros(1, `db${name}`);
    this.parameters = [
      { name: `W${name}`, value: this.W, gradient: this.dW, decays: true },
      { name: `b${name}`, value: this.b, gradient: this.db, decays: false },
    ];
    this.outputs = new BatchBuffer(units, kernel, `z${name}`);
    this.inputGradients = new BatchBuffer(inputs, kernel, 'dX');
  }

  /** Z = W X + b 1ᵀ. @throws ShapeError unless X has `inputs` rows */
  forward(X: Matrix): Matrix {
    const { W, b, kernel } = this;
    if (X.rows !== this.inputs) throw mismatch('matmul', W, X);
    this.X = X;
    const Z = this.outputs.for(X.cols);
    kernel.affine(this.units, this.inputs, X.cols, W.data, b.data, X.data, Z.data);
    return Z;
  }

  /** @param delta ∂L/∂Z, n_out × m. @returns ∂L/∂X = Wᵀ δ, n_in × m */
  backward(delta: Matrix): Matrix {
    this.accumulate(delta);
    return this.inputGradient(delta);
  }

  /** dW = δ Xᵀ / m and db = δ 1 / m, without the gradient of the input. */
  accumulate(delta: Matrix): void {
    const { X, units, inputs, dW, db, kernel } = this;
    if (!X) throw new Error('Dense.backward: call forward first');
    if (delta.cols !== X.cols) throw mismatch('matmulNT (A Bᵀ)', delta, X);
    if (delta.rows !== units) throw mismatch('Dense.backward', this.W, delta);
    kernel.affineGradients(units, inputs, X.cols, delta.data, X.data, dW.data, db.data);
  }

  /** ∂L/∂X = Wᵀ δ. */
  inputGradient(delta: Matrix): Matrix {
    return matmulTN(this.W, delta, this.inputGradients.for(delta.cols), this.kernel);
  }
}
