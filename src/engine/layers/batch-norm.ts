import { float64Kernel, type Kernel } from '../kernel';
import { Matrix, requireSameShape } from '../matrix';
import { BatchBuffer, type Layer, type Parameter } from './layer';

/** Constants of batch and layer normalisation. */
export interface NormOptions {
  /** ε, added to the variance. Default 1e-5, as in PyTorch. */
  readonly epsilon?: number;
  /** Weight of the new batch in the running statistics. Default 0.1, as in PyTorch. */
  readonly momentum?: number;
}

/**
 * Batch normalisation: x̂ = (x − μ) / √(σ² + ε) and y = γ x̂ + β for each unit, with μ and σ² over
 * the batch in training and running averages of them in testing. Ioffe & Szegedy 2015.
 *
 * The batch's variance divides by m; the running average takes the unbiased one (by m − 1), as the
 * paper and PyTorch do.
 */
export class BatchNorm implements Layer {
  /** γ, n×1; starts at 1. */
  readonly gamma: Matrix;
  /** β, n×1; starts at 0. */
  readonly beta: Matrix;
  /** γ and β with their gradients. */
  readonly parameters: readonly Parameter[];
  /** Running average of the mean, n×1; starts at 0. */
  readonly runningMean: Matrix;
  /** Running average of the unbiased variance, n×1; starts at 1. */
  readonly runningVariance: Matrix;
  /** μ of the last forward pass, n×1: the batch's in training, the running mean in testing. */
  readonly mean: Matrix;
  /** 1/√(σ² + ε) of the last forward pass, n×1. */
  readonly inverseDeviation: Matrix;
  /** ε, added to the variance. */
  readonly epsilon: number;
  /** Weight of the new batch in the running statistics. */
  readonly momentum: number;
  private readonly normalised: BatchBuffer;
  private readonly outputs: BatchBuffer;
  private readonly inputGradients: BatchBuffer;
  private xHat: Matrix | undefined;
  private trained = false;

  /**
   * Starts as the normalisation alone, γ = 1 and β = 0.
   * @param units   n, the rows of X
   * @param options ε, and the momentum of the running statistics
   * @param name    added to the parameters' names: `1` makes `gamma1`, `beta1`
   * @param kernel  where arrays live
   */
  constructor(
    /** n, the rows of X. */
    readonly units: number,
    { epsilon = 1e-5, momentum = 0.1 }: NormOptions = {},
    name: number | string = '',
    kernel: Kernel = float64Kernel,
  ) {
    const vector = (label: string) =>
      new Matrix(units, 1, kernel.allocate(units), `${label}${name}`);
    this.gamma = vector('gamma');
    this.gamma.data.fill(1);
    this.beta = vector('beta');
    this.parameters = [
      { name: this.gamma.label, value: this.gamma, gradient: vector('dgamma'), decays: false },
      { name: this.beta.label, value: this.beta, gradient: vector('dbeta'), decays: false },
    ];
    this.runningMean = vector('runningMean');
    this.runningVariance = vector('runningVariance');
    this.runningVariance.data.fill(1);
    this.mean = vector('mean');
    this.inverseDeviation = vector('inverseDeviation');
    this.epsilon = epsilon;
    this.momentum = momentum;
    this.normalised = new BatchBuffer(units, kernel, 'xHat');
    this.outputs = new BatchBuffer(units, kernel, 'y');
    this.inputGradients = new BatchBuffer(units, kernel, 'dX');
  }

  /** ∂L/∂γ, n×1, the mean over the batch. */
  get dgamma(): Matrix {
    return this.parameters[0]!.gradient;
  }

  /** ∂L/∂β, n×1, the mean over the batch. */
  get dbeta(): Matrix {
    return this.parameters[1]!.gradient;
  }

  /** x̂ of the last forward pass, n×m. */
  get normalisedInput(): Matrix | undefined {
    return this.xHat;
  }

  /**
   * Eqs. bn-mean, bn-variance, bn-normalise, bn-scale-shift.
   * @param X n×m
   * @throws Error in training with one sample: its variance is 0 and nothing is left of it
   */
  forward(X: Matrix, training: boolean): Matrix {
    const m = X.cols;
    const Y = this.outputs.for(m);
    requireSameShape('batch normalisation', X, Y);
    if (training && m < 2) {
      throw new Error('Batch normalisation needs at least 2 samples in a training batch, got 1');
    }
    this.trained = training;
    if (training) this.batchStatistics(X);
    else this.runningStatistics();
    this.xHat = this.normalised.for(m);
    for (let i = 0; i < this.units; i++) {
      const mean = this.mean.data[i]!;
      const inverse = this.inverseDeviation.data[i]!;
      const gamma = this.gamma.data[i]!;
      const beta = this.beta.data[i]!;
      const end = (i + 1) * m;
      for (let k = i * m; k < end; k++) {
        const xHat = (X.data[k]! - mean) * inverse;
        this.xHat.data[k] = xHat;
        Y.data[k] = gamma * xHat + beta;
      }
    }
    return Y;
  }

  /**
   * Backward pass through the statistics too. Eq. bn-backward; Ioffe & Szegedy 2015, §3:
   * dx = γ/√(σ² + ε) · (dy − mean(dy) − x̂ mean(dy x̂)); in testing μ and σ² are constants.
   *
   * @param dY ∂L/∂y, n×m
   * @returns  dX n×m; leaves dgamma, dbeta
   */
  backward(dY: Matrix): Matrix {
    const { xHat } = this;
    if (!xHat) throw new Error('BatchNorm.backward: call forward first');
    requireSameShape('batch normalisation backward', dY, xHat);
    const m = dY.cols;
    const dX = this.inputGradients.for(m);
    for (let i = 0; i < this.units; i++) {
      const end = (i + 1) * m;
      let sum = 0;
      let product = 0;
      for (let k = i * m; k < end; k++) {
        sum += dY.data[k]!;
        product += dY.data[k]! * xHat.data[k]!;
      }
      this.dbeta.data[i] = sum / m;
      this.dgamma.data[i] = product / m;
      const scale = this.gamma.data[i]! * this.inverseDeviation.data[i]!;
      const centre = this.trained ? sum / m : 0;
      const slope = this.trained ? product / m : 0;
      for (let k = i * m; k < end; k++) {
        dX.data[k] = scale * (dY.data[k]! - centre - xHat.data[k]! * slope);
      }
    }
    return dX;
  }

  private batchStatistics(X: Matrix): void {
    const m = X.cols;
    for (let i = 0; i < this.units; i++) {
      const end = (i + 1) * m;
      let sum = 0;
      for (let k = i * m; k < end; k++) sum += X.data[k]!;
      const mean = sum / m;
      let squares = 0;
      for (let k = i * m; k < end; k++) {
        const centred = X.data[k]! - mean;
        squares += centred * centred;
      }
      this.mean.data[i] = mean;
      this.inverseDeviation.data[i] = 1 / Math.sqrt(squares / m + this.epsilon);
      this.runningMean.data[i]! += this.momentum * (mean - this.runningMean.data[i]!);
      const unbiased = squares / (m - 1);
      this.runningVariance.data[i]! += this.momentum * (unbiased - this.runningVariance.data[i]!);
    }
  }

  private runningStatistics(): void {
    for (let i = 0; i < this.units; i++) {
      this.mean.data[i] = this.runningMean.data[i]!;
      this.inverseDeviation.data[i] = 1 / Math.sqrt(this.runningVariance.data[i]! + this.epsilon);
    }
  }
}
