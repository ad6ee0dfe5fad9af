import { float64Kernel, type Kernel } from '../kernel';
import { Matrix, requireSameShape } from '../matrix';
import type { NormOptions } from './batch-norm';
import { BatchBuffer, type Layer, type Parameter } from './layer';

/**
 * Layer normalisation: x̂ = (x − μ) / √(σ² + ε) and y = γ ⊙ x̂ + β, with μ and σ² over the units of
 * each sample by itself, in training and testing alike. Ba, Kiros & Hinton 2016.
 */
export class LayerNorm implements Layer {
  /** γ, n×1; starts at 1. */
  readonly gamma: Matrix;
  /** β, n×1; starts at 0. */
  readonly beta: Matrix;
  /** γ and β with their gradients. */
  readonly parameters: readonly Parameter[];
  /** ε, added to the variance. */
  readonly epsilon: number;
  private readonly normalised: BatchBuffer;
  private readonly inverses: BatchBuffer;
  private readonly outputs: BatchBuffer;
  private readonly inputGradients: BatchBuffer;
  private xHat: Matrix | undefined;

  /**
   * Starts as the normalisation alone, γ = 1 and β = 0.
   * @param units   n, the rows of X
   * @param options ε; there is no momentum, since nothing is kept from batch to batch
   * @param name    added to the parameters' names: `1` makes `gamma1`, `beta1`
   * @param kernel  where arrays live
   */
  constructor(
    /** n, the rows of X. */
    readonly units: number,
    { epsilon = 1e-5 }: NormOptions = {},
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
    this.epsilon = epsilon;
    this.normalised = new BatchBuffer(units, kernel, 'xHat');
    this.inverses = new BatchBuffer(1, kernel, 'inverseDeviation');
    this.outputs = new BatchBuffer(units, kernel, 'y');
    this.inputGradients = new BatchBuffer(units, kernel, 'dX');
  }

  /** x̂ of the last forward pass, n×m. */
  get normalisedInput(): Matrix | undefined {
    return this.xHat;
  }

  /** @param X n×m. @returns γ ⊙ x̂ + β for each column, n×m */
  forward(X: Matrix): Matrix {
    const { units: n } = this;
    const m = X.cols;
    const Y = this.outputs.for(m);
    requireSameShape('layer normalisation', X, Y);
    const xHat = this.normalised.for(m);
    const inverses = this.inverses.for(m);
    this.xHat = xHat;
    for (let s = 0; s < m; s++) {
      let sum = 0;
      for (let k = s; k < n * m; k += m) sum += X.data[k]!;
      const mean = sum / n;
      let squares = 0;
      for (let k = s; k < n * m; k += m) {
        const centred = X.data[k]! - mean;
        squares += centred * centred;
      }
      const inverse = 1 / Math.sqrt(squares / n + this.epsilon);
      inverses.data[s] = inverse;
      for (let i = 0; i < n; i++) {
        const k = i * m + s;
        xHat.data[k] = (X.data[k]! - mean) * inverse;
        Y.data[k] = this.gamma.data[i]! * xHat.data[k]! + this.beta.data[i]!;
      }
    }
    return Y;
  }

  /**
   * With g = dy ⊙ γ: dx = (g − mean(g) − x̂ mean(g x̂)) / √(σ² + ε), means over the units.
   * @param dY ∂L/∂y, n×m
   * @returns  dX n×m; leaves the gradients of γ and β
   */
  backward(dY: Matrix): Matrix {
    const { xHat, units: n } = this;
    if (!xHat) throw new Error('LayerNorm.backward: call forward first');
    requireSameShape('layer normalisation backward', dY, xHat);
    const m = dY.cols;
    const dX = this.inputGradients.for(m);
    const inverses = this.inverses.for(m);
    const dgamma = this.parameters[0]!.gradient.data;
    const dbeta = this.parameters[1]!.gradient.data;
    dgamma.fill(0);
    dbeta.fill(0);
    for (let s = 0; s < m; s++) {
      let sum = 0;
      let product = 0;
      for (let i = 0; i < n; i++) {
        const k = i * m + s;
        const g = dY.data[k]! * this.gamma.data[i]!;
        sum += g;
        product += g * xHat.data[k]!;
        dgamma[i]! += (dY.data[k]! * xHat.data[k]!) / m;
        dbeta[i]! += dY.data[k]! / m;
      }
      for (let i = 0; i < n; i++) {
        const k = i * m + s;
        const g = dY.data[k]! * this.gamma.data[i]!;
        dX.data[k] = inverses.data[s]! * (g - sum / n - xHat.data[k]! * (product / n));
      }
    }
    return dX;
  }
}
