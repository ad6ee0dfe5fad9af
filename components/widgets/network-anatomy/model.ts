import { wholeNumber } from '@components/figure/schema';
import { Matrix, Network } from '@engine';
import * as v from 'valibot';

export const mostLayers = 5;
export const mostUnits = 6;

/** n_0 … n_L, and the weight or bias that is pointed at: unit `from` 0 means the bias of `to`. */
export const schema = v.object({
  sizes: v.pipe(v.array(wholeNumber(1, mostUnits)), v.minLength(2), v.maxLength(mostLayers)),
  layer: wholeNumber(1, mostLayers - 1),
  to: wholeNumber(1, mostUnits),
  from: wholeNumber(0, mostUnits),
});

export type State = v.InferOutput<typeof schema>;

/** No two layers alike, and a weight whose two indices differ. */
export const first: State = { sizes: [3, 4, 2], layer: 1, to: 4, from: 2 };

/** One layer with weights, as the engine has built it. */
export interface LayerView {
  readonly layer: number;
  readonly units: number;
  readonly before: number;
  /** Rows and columns of W^l. */
  readonly shape: readonly [rows: number, columns: number];
  readonly weights: number;
  readonly biases: number;
}

export interface Model {
  readonly L: number;
  readonly layers: readonly LayerView[];
  /** P: all weights and biases. */
  readonly parameters: number;
  /** What is pointed at; within the network, whatever the state says. */
  readonly chosen: Pick<State, 'layer' | 'to' | 'from'>;
}

/** The network itself: its shapes and counts are read off, not computed. */
export function networkOf(sizes: readonly number[]): Network {
  const hidden = sizes.slice(2).map(() => 'tanh' as const);
  return new Network({ sizes, activations: [...hidden, 'sigmoid'], loss: 'squaredError' });
}

export function model({ sizes, layer, to, from }: State): Model {
  const network = networkOf(sizes);
  network.forward(Matrix.zeros(sizes[0]!, 1));
  const layers = Array.from({ length: network.L }, (_, i): LayerView => {
    const { W, b, z } = network.layer(i + 1);
    return {
      layer: i + 1,
      units: z.rows,
      before: network.a(i).rows,
      shape: [W.rows, W.cols],
      weights: W.data.length,
      biases: b.data.length,
    };
  });
  const chosen = layers[Math.min(layer, layers.length) - 1]!;
  return {
    L: network.L,
    layers,
    parameters: network.parameters.reduce((sum, { value }) => sum + value.data.length, 0),
    chosen: {
      layer: chosen.layer,
      to: Math.min(to, chosen.units),
      from: Math.min(from, chosen.before),
    },
  };
}

/** The same network with another number of units in one layer. */
export const withUnits = (state: State, layer: number, units: number): State => ({
  ...state,
  sizes: state.sizes.with(layer, Math.min(mostUnits, Math.max(1, units))),
});

/** One more hidden layer of three units, before the output. */
export const withLayer = (state: State): State =>
  state.sizes.length >= mostLayers ? state : { ...state, sizes: state.sizes.toSpliced(-1, 0, 3) };

/** Without its last hidden layer. */
export const withoutLayer = (state: State): State =>
  state.sizes.length <= 2 ? state : { ...state, sizes: state.sizes.toSpliced(-2, 1) };
