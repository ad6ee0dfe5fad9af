import { boundedNumber, wholeNumber } from '@components/figure/schema';
import { activation, finiteDifference, Matrix, Network } from '@engine';
import { relativeError } from '@engine/gradcheck';
import * as v from 'valibot';

/** Activations that the chain can have. */
export const choosable = ['sigmoid', 'tanh', 'relu', 'leakyRelu', 'identity'] as const;
export type Choosable = (typeof choosable)[number];

export const fewestLayers = 2;
export const mostLayers = 30;

/** A chain: one unit a layer. Every weight starts at the same `w`, every bias at the same `b`. */
export const schema = v.pipe(
  v.object({
    f: v.picklist(choosable),
    /** L, the number of layers with a weight. */
    L: wholeNumber(fewestLayers, mostLayers),
    w: boundedNumber(-8, 8),
    b: boundedNumber(-4, 4),
    x: boundedNumber(-2, 2),
    /** The layer that is looked at. */
    layer: wholeNumber(1, mostLayers),
  }),
  v.check(({ L, layer }) => layer <= L),
);
export type State = v.InferOutput<typeof schema>;

/** The target, which stays. */
export const y = 1;

export const first: State = { f: 'sigmoid', L: 11, w: 0.9, b: 0.2, x: 0.6, layer: 6 };

/** What one layer has after a forward and a backward pass. */
export interface Link {
  readonly l: number;
  readonly z: number;
  readonly a: number;
  /** f′(z^l). */
  readonly slope: number;
  /** W^(l+1) f′(z^l): what δ^(l+1) is multiplied with to give δ^l. The last layer has none. */
  readonly factor: number | undefined;
  readonly delta: number;
  /** ∂L/∂W^l = δ^l a^(l−1). Eq. ve-grad-chain. */
  readonly gradient: number;
}

/** How the error at the first layer stands to that at the last. */
export type Verdict = 'vanishes' | 'explodes' | 'level' | 'dead' | 'weightless' | 'done';

export interface Model {
  /** a^L and the loss. */
  readonly output: number;
  readonly loss: number;
  /** Layers 1 … L, in order. */
  readonly links: readonly Link[];
  /** |δ¹| ÷ |δ^L|, the size of the product of all factors; may be 0 or, if δ^L is 0, NaN. */
  readonly ratio: number;
  readonly verdict: Verdict;
}

/** Ten to this power, one way or the other, is what the figure calls vanishing or exploding. */
const decades = 3;

function networkOf({ f, L, w, b }: State): Network {
  const network = new Network({
    sizes: Array<number>(L + 1).fill(1),
    activations: Array<Choosable>(L).fill(f),
    loss: 'squaredError',
  });
  for (let l = 1; l <= L; l++) {
    network.layer(l).W.data[0] = w;
    network.layer(l).b.data[0] = b;
  }
  return network;
}

function run(state: State): Network {
  const network = networkOf(state);
  network.forward(Matrix.column([state.x]));
  network.backward(Matrix.column([y]));
  return network;
}

export function model(state: State): Model {
  const network = run(state);
  const { derivative } = activation(state.f);
  const only = (matrix: Matrix): number => matrix.at(0, 0);
  const links = Array.from({ length: state.L }, (_, i): Link => {
    const { z, a, delta, dW } = network.layer(i + 1);
    const slope = derivative(only(z), only(a));
    return {
      l: i + 1,
      z: only(z),
      a: only(a),
      slope,
      factor: i + 1 < state.L ? only(network.layer(i + 2).W) * slope : undefined,
      delta: only(delta),
      gradient: only(dW),
    };
  });
  const [from, to] = [links[0]!, links.at(-1)!];
  const ratio = Math.abs(from.delta) / Math.abs(to.delta);
  return {
    output: to.a,
    loss: network.loss(Matrix.column([y])),
    links,
    ratio,
    verdict: verdictOf(from, to, ratio, state.w),
  };
}

function verdictOf(from: Link, to: Link, ratio: number, w: number): Verdict {
  if (to.a === y) return 'done';
  if (from.delta === 0) return w === 0 ? 'weightless' : 'dead';
  if (ratio < 10 ** -decades) return 'vanishes';
  return ratio > 10 ** decades ? 'explodes' : 'level';
}

/** Where ±ε is best for numbers that may be very small: bending and rounding are both under 10⁻⁵. */
const epsilon = 1e-3;

/** ∂L/∂W of the chosen layer, by backpropagation and by moving that weight alone. */
export function compare(state: State) {
  const network = run(state);
  const backprop = network.layer(state.layer).dW.at(0, 0);
  const numeric = finiteDifference(
    () => {
      network.forward(Matrix.column([state.x]));
      return network.loss(Matrix.column([y]));
    },
    network.layer(state.layer).W,
    0,
    epsilon,
  );
  return { backprop, numeric, epsilon, relativeError: relativeError(backprop, numeric, 0) || 0 };
}
