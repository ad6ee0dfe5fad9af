import type { ActivationName, ActivationOptions } from './activations';
import type { Kernel } from './kernel';
import { ActivationLayer } from './layers/activation';
import { BatchNorm, type NormOptions } from './layers/batch-norm';
import { Dense } from './layers/dense';
import { Dropout, type DropoutSpec } from './layers/dropout';
import type { Layer, Parameter } from './layers/layer';
import { LayerNorm } from './layers/layer-norm';
import type { Matrix } from './matrix';

/** What a layer may have besides weights and activation: plain data, fit for JSON. */
export interface LayerExtras {
  /** Normalisation of z, before the activation (the default), or of a, after it. */
  readonly norm?: NormOptions & {
    /** Over the batch for each unit, or over the units for each sample. */
    readonly kind: 'batch' | 'layer';
    /** Of the activation. Default `before`, as in the paper. */
    readonly place?: 'before' | 'after';
  };
  /** Dropout of the layer's output, the last thing that happens to it. */
  readonly dropout?: DropoutSpec;
}

/**
 * Layer l of the book, l = 1 … L: z = W a_prev + b, a = f(z), with normalisation before or after f
 * and dropout at the end where its extras say so. Values and gradients are those of the last
 * forward and backward pass, one column per sample, and are overwritten by the next.
 */
export class NetworkLayer {
  /** The layer's normalisation, if it has any. */
  readonly norm: BatchNorm | LayerNorm | undefined;
  /** The layer's dropout, if it has any. */
  readonly dropout: Dropout | undefined;
  /** W, b and what normalisation adds. */
  readonly parameters: readonly Parameter[];
  private readonly dense: Dense;
  private readonly activationLayer: ActivationLayer;
  private readonly before: Layer | undefined;
  private readonly after: readonly Layer[];
  private zLast: Matrix | undefined;
  private logitsLast: Matrix | undefined;
  private aLast: Matrix | undefined;
  private deltaLast: Matrix | undefined;

  /**
   * Networks make their layers.
   * @param number     l
   * @param inputs     n_{l−1}
   * @param units      n_l
   * @param activation f^l
   * @param options    constants of the activation
   * @param kernel     where arrays live and products are computed
   * @param extras     normalisation and dropout
   */
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
    /** What the layer has besides. */
    readonly extras: LayerExtras = {},
  ) {
    const { norm, dropout } = extras;
    this.dense = new Dense(inputs, units, number, kernel);
    this.activationLayer = new ActivationLayer(activation, units, options, kernel, `${number}`);
    if (norm?.kind === 'batch') this.norm = new BatchNorm(units, norm, number, kernel);
    if (norm?.kind === 'layer') this.norm = new LayerNorm(units, norm, number, kernel);
    if (dropout) this.dropout = new Dropout(units, dropout, kernel);
    this.before = norm?.place === 'after' ? undefined : this.norm;
    const last = [norm?.place === 'after' ? this.norm : undefined, this.dropout];
    this.after = last.filter((part) => part !== undefined);
    this.parameters = [...this.dense.parameters, ...(this.norm?.parameters ?? [])];
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

  /** What f^l is applied to: z^l, or its normalisation. @throws Error before the first forward */
  get logits(): Matrix {
    return known(this.logitsLast, `z of layer ${this.number}`, 'forward');
  }

  /** a^l = f^l(z^l), n_l × m; what the next layer receives. @throws Error before the first forward pass */
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

  /** Eqs. fb-z, fb-a. @param aPrev a^{l−1}, n_{l−1} × m. @returns a^l */
  forward(aPrev: Matrix, training: boolean): Matrix {
    this.zLast = this.dense.forward(aPrev);
    this.logitsLast = this.before?.forward(this.zLast, training) ?? this.zLast;
    let a = this.activationLayer.forward(this.logitsLast);
    for (const part of this.after) a = part.forward(a, training);
    this.aLast = a;
    return a;
  }

  /** δ^l = ∂L/∂a^l ⊙ f′(z^l), then dW and db. Eqs. fb-delta-hidden, fb-grad-w, fb-grad-b. */
  backward(dLda: Matrix): void {
    let gradient = dLda;
    for (let i = this.after.length - 1; i >= 0; i--) gradient = this.after[i]!.backward(gradient);
    this.backwardFromLogits(this.activationLayer.backward(gradient));
  }

  /** The same from the gradient of f's argument, for a loss that includes the output activation. */
  backwardFromLogits(gradient: Matrix): void {
    this.deltaLast = this.before?.backward(gradient) ?? gradient;
    this.dense.accumulate(this.deltaLast);
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
