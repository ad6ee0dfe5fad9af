import {
  type Activation,
  type ActivationName,
  type ActivationOptions,
  activation,
} from '../activations';
import { float64Kernel, type Kernel } from '../kernel';
import { type Matrix, requireSameShape } from '../matrix';
import { softmaxBackward } from '../softmax';
import { BatchBuffer, type Layer } from './layer';

/** a = f(z), element by element, or softmax over each column. */
export class ActivationLayer implements Layer {
  /** None: an activation learns nothing. */
  readonly parameters = [];
  /** f and f′; undefined for softmax, which isn't a function of one number. */
  readonly f: Activation | undefined;
  private readonly outputs: BatchBuffer;
  private readonly inputGradients: BatchBuffer;
  private Z: Matrix | undefined;
  private A: Matrix | undefined;

  /**
   * An activation for a layer of n units.
   * @param name    which activation
   * @param units   n, the rows of Z
   * @param options constants of the activation
   * @param kernel  where buffers live and values are computed
   * @param label   added to the labels of its matrices: `2` makes `a2`, `delta2`
   */
  constructor(
    /** Which activation it is. */
    readonly name: ActivationName,
    /** n, the rows of Z. */
    readonly units: number,
    options: ActivationOptions = {},
    private readonly kernel: Kernel = float64Kernel,
    label = '',
  ) {
    this.f = name === 'softmax' ? undefined : activation(name, options);
    this.outputs = new BatchBuffer(units, kernel, `a${label}`);
    this.inputGradients = new BatchBuffer(units, kernel, `delta${label}`);
  }

  /** @param Z n×m. @returns A = f(Z), n×m */
  forward(Z: Matrix): Matrix {
    const A = this.outputs.for(Z.cols);
    requireSameShape('activation', Z, A);
    this.Z = Z;
    this.A = A;
    if (this.f) this.kernel.activate(this.f, Z.data, A.data);
    else this.kernel.softmax(Z.rows, Z.cols, Z.data, A.data);
    return A;
  }

  /** @param dA ∂L/∂a, n×m. @returns δ = dA ⊙ f′(Z), for softmax Jᵀ dA, n×m */
  backward(dA: Matrix): Matrix {
    const { Z, A, f } = this;
    if (!Z || !A) throw new Error('ActivationLayer.backward: call forward first');
    requireSameShape('activation backward', dA, A);
    const delta = this.inputGradients.for(dA.cols);
    if (!f) return softmaxBackward(A, dA, delta);
    this.kernel.activateBackward(f, dA.data, Z.data, A.data, delta.data);
    return delta;
  }
}
