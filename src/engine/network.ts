import type { ActivationName, ActivationOptions } from './activations';
import { addScaled } from './algebra';
import { float64Kernel, type Kernel } from './kernel';
import { BatchBuffer, type Parameter } from './layers/layer';
import { type Loss, type LossName, losses } from './losses';
import { type Matrix, ShapeError, shapeOf } from './matrix';
import { type LayerExtras, NetworkLayer } from './network-layer';
import type { Random } from './random';

/** What a network is before it has parameters: plain data, fit for JSON. */
export interface NetworkSpec {
  /** n_0 … n_L: inputs, hidden layers, outputs. */
  readonly sizes: readonly number[];
  /** f^1 … f^L, one for each layer after the input. */
  readonly activations: readonly ActivationName[];
  /** L. A loss that includes its output activation asks for that one as f^L. */
  readonly loss: LossName;
  /** Constants of the activations, e.g. `{ reluAtZero: 1 }` for the source note's convention. */
  readonly activationOptions?: ActivationOptions;
  /** Normalisation and dropout of layers 1 … L; null or a shorter list: none. */
  readonly extras?: readonly (LayerExtras | null)[];
}

/**
 * A dense network with layers 0 … L. Mini-batches are matrices with one column per sample.
 *
 * ```ts
 * const network = new Network({ sizes: [2, 2, 1], activations: ['tanh', 'sigmoid'],
 *   loss: 'binaryCrossEntropy' });
 * network.layer(1).W.set(0, 0, 0.5);
 * network.forward(X);
 * network.backward(Y);
 * network.layer(2).delta; // δ²
 * ```
 * Parameters start at 0: an initialiser, or the caller, fills them.
 */
export class Network {
  /** The number of the last layer. */
  readonly L: number;
  /** All W^l, b^l, γ^l, β^l with their gradients, in order of layers. */
  readonly parameters: readonly Parameter[];
  /** The loss that `loss` and `backward` compute with. */
  readonly lossFunction: Loss;
  private readonly layers: readonly NetworkLayer[];
  private readonly lossGradients: BatchBuffer;
  private X: Matrix | undefined;

  /**
   * @param spec   sizes, activations and loss; extras where layers have them
   * @param kernel where arrays live and products are computed; double precision unless given
   * @throws Error if sizes, activations and loss don't fit together
   */
  constructor(
    /** What the network was made from. */
    readonly spec: NetworkSpec,
    /** Where its arrays live and products are computed. */
    readonly kernel: Kernel = float64Kernel,
  ) {
    requireValidSpec(spec);
    const { sizes, activations, activationOptions = {}, extras = [] } = spec;
    this.L = activations.length;
    this.layers = activations.map(
      (f, i) =>
        new NetworkLayer(
          i + 1,
          sizes[i]!,
          sizes[i + 1]!,
          f,
          activationOptions,
          kernel,
          extras[i] ?? {},
        ),
    );
    this.parameters = this.layers.flatMap((layer) => layer.parameters);
    this.lossFunction = losses[spec.loss];
    this.lossGradients = new BatchBuffer(sizes[this.L]!, kernel, `dLda${this.L}`);
  }

  /** Layer l = 1 … L with its W, b, z, a, delta, dW, db. @throws RangeError for any other l */
  layer(l: number): NetworkLayer {
    const layer = this.layers[l - 1];
    if (!layer)
      throw new RangeError(`There is no layer ${l}: layers with weights are 1 … ${this.L}`);
    return layer;
  }

  /** a^l of the last forward pass, l = 0 … L; a^0 is the input. */
  a(l: number): Matrix {
    if (l !== 0) return this.layer(l).a;
    if (!this.X) throw new Error('a of layer 0 is not known yet: call forward first');
    return this.X;
  }

  /**
   * Forward pass: a^0 = X, then z^l = W^l a^{l−1} + b^l and a^l = f^l(z^l). Eqs. fb-z, fb-a.
   * @param X        n_0 × m
   * @param training whether dropout drops and batch normalisation uses the batch's statistics
   * @returns a^L, n_L × m, overwritten by the next call
   * @throws ShapeError unless X has n_0 rows
   */
  forward(X: Matrix, training = false): Matrix {
    if (X.rows !== this.spec.sizes[0]) {
      throw new ShapeError(
        `forward: the network takes ${this.spec.sizes[0]} inputs but X is ${shapeOf(X)} ` +
          '(one column per sample)',
      );
    }
    this.X = X;
    let a = X;
    for (let l = 1; l <= this.L; l++) a = this.layer(l).forward(a, training);
    return a;
  }

  /** Mean loss of the last forward pass. @param Y targets, n_L × m */
  loss(Y: Matrix): number {
    const { logits, a } = this.layer(this.L);
    return this.lossFunction.mean(logits, a, Y);
  }

  /**
   * Backward pass for the last forward pass: δ^l of each layer, then dW^l = δ^l (a^{l−1})ᵀ / m and
   * db^l = δ^l 1 / m. Eqs. fb-delta-output, fb-delta-hidden, fb-grad-w, fb-grad-b.
   * @param Y targets, n_L × m
   * @throws ShapeError unless Y has the shape of a^L
   */
  backward(Y: Matrix): void {
    const last = this.layer(this.L);
    const out = this.lossGradients.for(Y.cols);
    const gradient = this.lossFunction.gradient(last.logits, last.a, Y, out);
    if (this.lossFunction.fusedWith) last.backwardFromLogits(gradient);
    else last.backward(gradient);
    for (let l = this.L - 1; l >= 1; l--) this.layer(l).backward(this.layer(l + 1).inputGradient());
  }

  /** ∂L/∂x after `backward`, n_0 × m, each column for its own sample. */
  inputGradient(): Matrix {
    return this.layer(1).inputGradient();
  }

  /** Gives each dropout layer its own generator of masks, split from `random`. */
  useRandom(random: Random): void {
    for (const { dropout, number } of this.layers) dropout?.useRandom(random.split(number));
  }

  /** While true, dropout repeats its last masks: for finite differences. */
  keepMasks(keep: boolean): void {
    for (const { dropout } of this.layers) if (dropout) dropout.keepMask = keep;
  }

  /** One step of gradient descent, θ ← θ − α ∂L/∂θ. Eqs. fb-sgd-w, fb-sgd-b. */
  sgdStep(alpha: number): void {
    for (const { value, gradient } of this.parameters) {
      addScaled(value, -alpha, gradient, this.kernel);
    }
  }
}

/** Checks a network's plan. @throws Error if sizes, activations, loss and extras don't fit together */
export function requireValidSpec({ sizes, activations, loss, extras = [] }: NetworkSpec): void {
  if (sizes.length !== activations.length + 1 || activations.length === 0) {
    throw new Error(
      `Network: ${sizes.length} sizes need ${Math.max(sizes.length - 1, 1)} activations ` +
        `(one for each layer after the input), got ${activations.length}`,
    );
  }
  sizes.forEach((n, l) => {
    if (!Number.isInteger(n) || n < 1) {
      throw new Error(`Network: layer ${l} needs at least one unit, got ${n}`);
    }
  });
  const needed = losses[loss].fusedWith;
  const output = activations[activations.length - 1];
  if (needed && output !== needed) {
    throw new Error(`Network: ${loss} needs the output activation ${needed}, got ${output}`);
  }
  if (extras.length > activations.length) {
    throw new Error(
      `Network: extras for ${extras.length} layers, but there are ${activations.length}`,
    );
  }
  const last = extras[activations.length - 1];
  if (needed && (last?.dropout || last?.norm?.place === 'after')) {
    throw new Error(`Network: ${loss} includes the output activation, so nothing can follow it`);
  }
}
