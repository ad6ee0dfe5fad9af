import { boundedNumber, rowsOfNumbers } from '@components/figure/schema';
import { Matrix, Network } from '@engine';
import * as v from 'valibot';

const vector = (n: number) => v.pipe(v.array(boundedNumber(-100, 100)), v.length(n));
const matrix = (rows: number, cols: number) =>
  v.pipe(
    rowsOfNumbers(3, 100),
    v.check((W) => W.length === rows && W[0]?.length === cols),
  );

/** A 2-3-1 network, tanh then sigmoid, with one sample. */
export const schema = v.object({
  x: v.pipe(v.array(boundedNumber(-1, 1)), v.length(2)),
  y: boundedNumber(0, 1),
  W1: matrix(3, 2),
  b1: vector(3),
  W2: matrix(1, 3),
  b2: vector(1),
});

export type State = v.InferOutput<typeof schema>;

export const first: State = {
  x: [0.45, -0.3],
  y: 0.9,
  W1: [
    [1.2, -0.7],
    [-0.9, 0.4],
    [0.5, 1.1],
  ],
  b1: [0.1, 0.3, -0.2],
  W2: [[-1.4, 0.8, 0.6]],
  b2: [-0.1],
};

export const sizes = [2, 3, 1] as const;
/** Step size of “learn”. */
export const alpha = 1;

/** One number that the network has for now, and who is to blame for the loss. */
export interface Model {
  /** a^1 and a^2. */
  a1: number[];
  a2: number;
  delta1: number[];
  delta2: number;
  loss: number;
  /** Every weight with its gradient. */
  weights: readonly Weight[];
  /** The weight whose gradient is largest in size. */
  worst: Weight;
}

export interface Weight {
  readonly layer: 1 | 2;
  readonly to: number;
  readonly from: number;
  readonly value: number;
  readonly gradient: number;
}

function networkOf({ W1, b1, W2, b2 }: State): Network {
  const network = new Network({
    sizes,
    activations: ['tanh', 'sigmoid'],
    loss: 'squaredError',
  });
  network.layer(1).W.copyFrom(Matrix.from(W1));
  network.layer(1).b.copyFrom(Matrix.column(b1));
  network.layer(2).W.copyFrom(Matrix.from(W2));
  network.layer(2).b.copyFrom(Matrix.column(b2));
  return network;
}

/** Runs the network forward and backward on its sample. */
function run(state: State): Network {
  const network = networkOf(state);
  network.forward(Matrix.column(state.x));
  network.backward(Matrix.column([state.y]));
  return network;
}

export function model(state: State): Model {
  const network = run(state);
  const weights = ([1, 2] as const).flatMap((layer) => {
    const { W, dW } = network.layer(layer);
    return W.toRows().flatMap((row, j) =>
      row.map(
        (value, k): Weight => ({ layer, to: j + 1, from: k + 1, value, gradient: dW.at(j, k) }),
      ),
    );
  });
  return {
    a1: network.a(1).toColumn(),
    a2: network.a(2).at(0, 0),
    delta1: network.layer(1).delta.toColumn(),
    delta2: network.layer(2).delta.at(0, 0),
    loss: network.loss(Matrix.column([state.y])),
    weights,
    worst: weights.reduce((p, q) => (Math.abs(q.gradient) > Math.abs(p.gradient) ? q : p)),
  };
}

/** One update of every parameter. Weights stay within ±100, where the figure ends. */
export function learn(state: State): State {
  const network = run(state);
  network.sgdStep(alpha);
  const within = (value: number): number => Math.min(100, Math.max(-100, value));
  const [one, two] = [network.layer(1), network.layer(2)];
  return {
    ...state,
    W1: one.W.toRows().map((row) => row.map(within)),
    b1: one.b.toColumn().map(within),
    W2: two.W.toRows().map((row) => row.map(within)),
    b2: two.b.toColumn().map(within),
  };
}
