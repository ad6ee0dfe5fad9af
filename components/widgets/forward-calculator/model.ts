import { numbers, rowsOfNumbers, wholeNumber } from '@components/figure/schema';
import { Matrix, Network, type TraceStep, trace } from '@engine';
import * as v from 'valibot';

export const bound = 100;
const values = (n: number) => numbers(n, n, bound);
const matrix = (rows: number, cols: number) =>
  v.pipe(
    rowsOfNumbers(4, bound),
    v.check((M) => M.length === rows && M[0]?.length === cols),
  );

/** n_0, n_1, n_2: no two alike, so that a lost transpose shows. */
export const sizes = [2, 4, 3] as const;
export const activationNames = ['sigmoid', 'tanh', 'relu', 'identity'] as const;

/** A 2-4-3 network and how far its forward pass has come. */
export const schema = v.object({
  x: values(2),
  W: v.tuple([matrix(4, 2), matrix(3, 4)]),
  b: v.tuple([values(4), values(3)]),
  f: v.picklist(activationNames),
  /** Steps done, 0 … 14: z and a of every unit. */
  step: wholeNumber(0, 14),
});

export type State = v.InferOutput<typeof schema>;

/** It opens at the first sum of the first hidden unit. */
export const first: State = {
  x: [0.5, -1.5],
  W: [
    [
      [0.8, -0.4],
      [-0.6, 0.3],
      [1.2, 0.7],
      [-0.3, -0.9],
    ],
    [
      [0.5, -0.9, 0.6, 0.3],
      [-0.7, 0.2, 1.1, -0.4],
      [0.8, 0.4, -0.5, 0.9],
    ],
  ],
  b: [
    [0.1, -0.2, 0.3, 0.4],
    [0.2, -0.1, 0.3],
  ],
  f: 'sigmoid',
  step: 1,
};

export interface Model {
  /** z_j and a_j of every unit, layer by layer, in the order of computation. */
  readonly steps: readonly TraceStep[];
  /** z and a by layer and unit as far as they are known after `step` steps. */
  readonly known: (kind: 'z' | 'a', layer: number, unit: number) => number | undefined;
}

/** The forward steps of the engine's trace. */
export function model(state: State): Model {
  const network = new Network({
    sizes,
    activations: [state.f, state.f],
    loss: 'squaredError',
  });
  state.W.forEach((rows, i) => {
    network.layer(i + 1).W.copyFrom(Matrix.from(rows));
    network.layer(i + 1).b.copyFrom(Matrix.column(state.b[i]!));
  });
  const steps = trace(network, state.x, [0, 0, 0]).filter(({ phase }) => phase === 'forward');
  const done = steps.slice(0, state.step);
  const known: Model['known'] = (kind, layer, unit) =>
    kind === 'a' && layer === 0
      ? state.x[unit - 1]
      : done.find((s) => s.kind === kind && s.layer === layer && s.unit === unit)?.value;
  return { steps, known };
}

/** State with another entry of W^l (layers from 1, row and column from 0). */
export function setWeight(
  state: State,
  layer: 1 | 2,
  row: number,
  col: number,
  value: number,
): State {
  const [one, two] = state.W;
  const changed = state.W[layer - 1]!.map((r, j) => (j === row ? r.with(col, value) : r));
  return { ...state, W: layer === 1 ? [changed, two] : [one, changed] };
}

/** State with another b^l_j. */
export function setBias(state: State, layer: 1 | 2, row: number, value: number): State {
  const [one, two] = state.b;
  const changed = state.b[layer - 1]!.with(row, value);
  return { ...state, b: layer === 1 ? [changed, two] : [one, changed] };
}
