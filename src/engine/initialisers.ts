import type { Matrix } from './matrix';
import type { Network } from './network';
import type { Random } from './random';

/** Where weights or biases start: plain data, fit for JSON. */
export type InitialiserSpec =
  | { readonly kind: 'zeros' }
  | {
      readonly kind: 'constant';
      /** What every entry starts at. */
      readonly value: number;
    }
  | {
      readonly kind: 'normal';
      /** Standard deviation σ, not variance. */
      readonly sigma: number;
      /** Default 0. */
      readonly mean?: number;
    }
  | {
      readonly kind: 'uniform';
      /** The least value. */
      readonly low: number;
      /** No value reaches it. */
      readonly high: number;
    }
  | {
      /**
       * Variance 2 / (n_in + n_out), between what keeps activations and what keeps gradients level.
       * Glorot & Bengio 2010.
       */
      readonly kind: 'xavier';
      /** Normal, or uniform on ±√(6 / (n_in + n_out)). */
      readonly form: 'normal' | 'uniform';
    }
  | {
      /** Variance 2 / n_in, for ReLU, which passes half of it. He et al. 2015. */
      readonly kind: 'he';
      /** Normal, or uniform on ±√(6 / n_in). */
      readonly form: 'normal' | 'uniform';
    };

/** Where a network starts. */
export interface InitialSpec {
  /** For the weights of every layer, or one for each of the layers 1 … L. */
  readonly weights: InitialiserSpec | readonly InitialiserSpec[];
  /** For the biases of every layer. Default zeros. */
  readonly biases?: InitialiserSpec;
}

/**
 * Fills a matrix of weights.
 * @param W n_out × n_in; Xavier and He take both numbers from its shape
 */
export function fillWeights(W: Matrix, spec: InitialiserSpec, random: Random): void {
  const draw = drawer(spec, W.cols, W.rows, random);
  for (let k = 0; k < W.data.length; k++) W.data[k] = draw();
}

/**
 * Gives a network its first parameters. Every layer draws from a generator of its own, so that a
 * change in one layer leaves the others' numbers alone; γ and β of normalisation return to 1 and 0.
 * @throws RangeError if `weights` is a list of another length than there are layers
 */
export function initialise(
  network: Network,
  { weights, biases = { kind: 'zeros' } }: InitialSpec,
  random: Random,
): void {
  const specs = isList(weights) ? weights : Array<InitialiserSpec>(network.L).fill(weights);
  if (specs.length !== network.L) {
    throw new RangeError(`initialise: ${specs.length} initialisers for ${network.L} layers`);
  }
  specs.forEach((spec, i) => {
    const { W, b, norm } = network.layer(i + 1);
    fillWeights(W, spec, random.split(`W${i + 1}`));
    fillWeights(b, biases, random.split(`b${i + 1}`));
    norm?.gamma.data.fill(1);
    norm?.beta.data.fill(0);
  });
}

function drawer(
  spec: InitialiserSpec,
  inputs: number,
  outputs: number,
  random: Random,
): () => number {
  switch (spec.kind) {
    case 'zeros':
      return () => 0;
    case 'constant':
      return () => spec.value;
    case 'normal':
      return () => random.normal(spec.mean ?? 0, spec.sigma);
    case 'uniform':
      return () => random.uniform(spec.low, spec.high);
    case 'xavier':
      return withVariance(2 / (inputs + outputs), spec.form, random);
    case 'he':
      return withVariance(2 / inputs, spec.form, random);
  }
}

/** Mean 0 and this variance; uniform on ±c has the variance c²/3. */
function withVariance(variance: number, form: 'normal' | 'uniform', random: Random): () => number {
  const sigma = Math.sqrt(variance);
  if (form === 'normal') return () => random.normal(0, sigma);
  const limit = Math.sqrt(3 * variance);
  return () => random.uniform(-limit, limit);
}

function isList(weights: InitialSpec['weights']): weights is readonly InitialiserSpec[] {
  return Array.isArray(weights);
}
