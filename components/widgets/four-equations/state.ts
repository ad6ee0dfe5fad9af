import { rowsOfNumbers, wholeNumber } from '@components/figure/schema';
import * as v from 'valibot';

export const mostUnits = 5;
export const mostSamples = 5;
export const bound = 100;

/** The forward line, then the four equations. */
export const equations = ['forward', 'output', 'hidden', 'W', 'b'] as const;
export type EquationName = (typeof equations)[number];

/** What the reader can change of the numbers; matrices as in the book, one column a sample. */
export const given = ['X', 'Y', 'W1', 'b1', 'W2', 'b2'] as const;
export type GivenName = (typeof given)[number];

const matrix = rowsOfNumbers(mostSamples, bound);
const activation = v.picklist(['sigmoid', 'tanh', 'relu', 'identity']);

/** A network with layers 0, 1, 2 and a mini-batch. */
export const schema = v.pipe(
  v.object({
    equation: v.picklist(equations),
    /** Of which layer the forward line and equations three and four are shown. */
    layer: v.picklist([1, 2]),
    /** Columns as in the book, or rows as in frameworks. */
    layout: v.picklist(['columns', 'rows']),
    f1: activation,
    f2: activation,
    X: matrix,
    Y: matrix,
    W1: matrix,
    b1: matrix,
    W2: matrix,
    b2: matrix,
    /** The entry of the result that is explained, from 0. */
    row: wholeNumber(0, 4),
    column: wholeNumber(0, 4),
  }),
  v.check(({ X, Y, W1, b1, W2, b2 }) => {
    const [n0, n1, n2, m] = [X.length, W1.length, W2.length, X[0]!.length];
    const is = (M: number[][], rows: number, cols: number) =>
      M.length === rows && M[0]!.length === cols;
    return (
      [n0, n1, n2].every((n) => n <= mostUnits) &&
      is(Y, n2, m) &&
      is(W1, n1, n0) &&
      is(b1, n1, 1) &&
      is(W2, n2, n1) &&
      is(b2, n2, 1)
    );
  }),
);

export type State = v.InferOutput<typeof schema>;

/** 5 inputs, 2 hidden units, 4 outputs, 3 samples: no two sizes alike. */
export const first: State = {
  equation: 'hidden',
  layer: 1,
  layout: 'columns',
  f1: 'tanh',
  f2: 'sigmoid',
  X: [
    [0.5, 0.4, 0.9],
    [-0.4, 0.8, 0.3],
    [0.7, 0.1, -0.6],
    [-0.1, 0.6, 0.2],
    [0.3, -0.7, 0.4],
  ],
  Y: [
    [1, 0, 0],
    [0, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  W1: [
    [0.6, -0.4, 0.3, 0.8, -0.2],
    [-0.5, 0.7, 0.2, -0.3, 0.4],
  ],
  b1: [[0.1], [-0.2]],
  W2: [
    [0.9, -0.6],
    [-0.3, 0.5],
    [0.4, 0.7],
    [-0.8, 0.2],
  ],
  b2: [[0.2], [-0.1], [0.3], [-0.2]],
  row: 0,
  column: 2,
};

const fresh = (i: number, j: number): number =>
  [0.3, -0.5, 0.7, -0.2, 0.6, -0.8, 0.4, -0.1][(i * 3 + j) % 8]!;

const resize = (M: readonly (readonly number[])[], rows: number, cols: number): number[][] =>
  Array.from({ length: rows }, (_, i) =>
    Array.from({ length: cols }, (_, j) => M[i]?.[j] ?? fresh(i, j)),
  );

export type SizeName = 'n0' | 'n1' | 'n2' | 'm';

export const sizesOf = ({ X, W1, W2 }: State): Record<SizeName, number> => ({
  n0: X.length,
  n1: W1.length,
  n2: W2.length,
  m: X[0]!.length,
});

/** Another size; numbers that were there stay. */
export function setSize(state: State, name: SizeName, value: number): State {
  const sizes: Record<SizeName, number> = { ...sizesOf(state) };
  sizes[name] = value;
  const { n0, n1, n2, m } = sizes;
  return {
    ...state,
    X: resize(state.X, n0, m),
    Y: resize(state.Y, n2, m),
    W1: resize(state.W1, n1, n0),
    b1: resize(state.b1, n1, 1),
    W2: resize(state.W2, n2, n1),
    b2: resize(state.b2, n2, 1),
  };
}

/** One given number changed; row and column from 0. */
export const setEntry = (
  state: State,
  name: GivenName,
  row: number,
  column: number,
  value: number,
): State => ({
  ...state,
  [name]: state[name].map((r, i) => (i === row ? r.with(column, value) : r)),
});
