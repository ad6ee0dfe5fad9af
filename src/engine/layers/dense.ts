import { addBias, matmul, matmulNT, matmulTN, scale, sumColumns } from '../algebra';
import { float64Kernel, type Kernel } from '../kernel';
import { Matrix } from '../matrix';
import { BatchBuffer, type Layer, type Parameter } from './layer';

/** z = W a + b for every column of a mini-batch. Eqs. fb-z, fb-grad-w, fb-grad-b. */
export class Dense implements Layer {
  /** Weights, n_out × n_in. */
  readonly W: Matrix;
  /** Bias, n_out × 1. */
  readonly b: Matrix;
  /** ∂L/∂W and ∂L/∂b, means over the batch. */
  readonly dW: Matrix;
  readonly db: Matrix;
  readonly parameters: readonly Parameter[];
  private readonly outputs: BatchBuffer;
  private readonly inputGradients: BatchBuffer;
  private X: Matrix | undefined;

  /** @param name added to the parameters' names: `1` makes `W1`, `b1` */
  constructor(
    readonly inputs: number,
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
    this.X = X;
    const Z = matmul(this.W, X, this.outputs.for(X.cols), this.kernel);
    return addBias(Z, this.b, Z);
  }

  /** @param delta ∂L/∂Z, n_out × m. @returns ∂L/∂X = Wᵀ δ, n_in × m */
  backward(delta: Matrix): Matrix {
    this.accumulate(delta);
    return this.inputGradient(delta);
  }

  /** dW = δ Xᵀ / m and db = δ 1 / m, without the gradient of the input. */
  accumulate(delta: Matrix): void {
    if (!this.X) throw new Error('Dense.backward: call forward first');
    const perSample = 1 / delta.cols;
    matmulNT(delta, this.X, this.dW, this.kernel);
    if (delta.cols > 1) scale(this.dW, perSample, this.dW);
    sumColumns(delta, perSample, this.db);
  }

  /** ∂L/∂X = Wᵀ δ. */
  inputGradient(delta: Matrix): Matrix {
    return matmulTN(this.W, delta, this.inputGradients.for(delta.cols), this.kernel);
  }
}
