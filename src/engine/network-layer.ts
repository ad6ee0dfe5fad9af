import type { ActivationName, ActivationOptions } from './activations';
import type { Kernel } from './kernel';
import { ActivationLayer } from './layers/activation';
import { Dense } from './layers/dense';
import type { Parameter } from './layers/layer';
import type { Matrix } from './matrix';

/**
 * Layer l of the book, l = 1 … L: z = W a_prev + b, a = f(z). Values and gradients are those of
 * the last forward and backward pass, one column per sample, and are overwritten by the next.
 */
export class NetworkLayer {
  private readonly dense: Dense;
  private readonly activationLayer: ActivationLayer;
  private zLast: Matrix | undefined;
  private aLast: Matrix | undefined;
  private deltaLast: Matrix | undefined;

  constructor(
    /** l, counted from 1; layer 0 is the input. */
    readonly number: number,
    inputs: number,
    /** n_l. */
    readonly units: number,
    /** f^l. */
    readonly activation: ActivationName,
    options: ActivationOptions,
    kernel: Kernel,
  ) {
    this.dense = new Dense(inputs, units, number, kernel);
    this.activationLayer = new ActivationLayer(activation, units, options, kernel, `${number}`);
  }

  /** Weights W^l, n_l × n_{l−1}. */
  get W(): Matrix {
    return this.dense.W;
  }

  /** Bias b^l, n_l × 1. */
  get b(): Matrix {
    return this.dense.b;
  }

  /** ∂L/∂W^l, the mean over the batch. */
  get dW(): Matrix {
    return this.dense.dW;
  }

  /** ∂L/∂b^l, the mean over the batch. */
  get db(): Matrix {
    return this.dense.db;
  }

  /** z^l = W^l a^{l−1} + b^l, n_l × m. @throws Error before the first forward pass */
  get z(): Matrix {
    return known(this.zLast, `z of layer ${this.number}`, 'forward');
  }

  /** a^l = f^l(z^l), n_l × m. @throws Error before the first forward pass */
  get a(): Matrix {
    return known(this.aLast, `a of layer ${this.number}`, 'forward');
  }

  /** δ^l = ∂L/∂z^l, n_l × m, each column for its own sample. @throws Error before `backward` */
  get delta(): Matrix {
    return known(this.deltaLast, `delta of layer ${this.number}`, 'backward');
  }

  /** f(z) and f′(z); undefined for softmax. */
  get f() {
    return this.activationLayer.f;
  }

  get parameters(): readonly Parameter[] {
    return this.dense.parameters;
  }

  /** Eqs. fb-z, fb-a. @param aPrev a^{l−1}, n_{l−1} × m. @returns a^l */
  forward(aPrev: Matrix): Matrix {
    this.zLast = this.dense.forward(aPrev);
    this.aLast = this.activationLayer.forward(this.zLast);
    return this.aLast;
  }

  /** δ^l = ∂L/∂a^l ⊙ f′(z^l), then dW and db. Eqs. fb-delta-hidden, fb-grad-w, fb-grad-b. */
  backward(dLda: Matrix): void {
    this.backwardFromDelta(this.activationLayer.backward(dLda));
  }

  /** dW and db from δ^l itself, for a loss that includes the output activation. */
  backwardFromDelta(delta: Matrix): void {
    this.deltaLast = delta;
    this.dense.accumulate(delta);
  }

  /** (W^l)ᵀ δ^l = ∂L/∂a^{l−1}, n_{l−1} × m, for the last `backward`. */
  inputGradient(): Matrix {
    return this.dense.inputGradient(this.delta);
  }
}

function known(value: Matrix | undefined, what: string, call: string): Matrix {
  if (!value) throw new Error(`${what} is not known yet: call ${call} first`);
  return value;
}
