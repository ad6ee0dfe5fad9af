import { boundedNumber, numbers, rowsOfNumbers, wholeNumber } from '@components/figure/schema';
import * as v from 'valibot';

export const bound = 50;
export const activationNames = ['sigmoid', 'tanh', 'relu', 'identity'] as const;
export type Hidden = (typeof activationNames)[number];

const matrix = (rows: number) =>
  v.pipe(
    rowsOfNumbers(2, bound),
    v.check((W) => W.length === rows && W[0]?.length === 2),
  );

export const [low, high] = [-0.5, 1.5];

/** A 2-2-1 network, how far the plane is folded, and a point to follow. */
export const schema = v.object({
  f: v.picklist(activationNames),
  W1: matrix(2),
  b1: numbers(2, 2, bound),
  W2: matrix(1),
  b2: numbers(1, 1, bound),
  /** 0: the plane as it is; 1: where the hidden layer puts it. */
  fold: boundedNumber(0, 1),
  /** The point to follow. */
  x: v.pipe(v.array(boundedNumber(low, high)), v.length(2)),
  /** Where the weights were drawn from; 0 if they are those of an example. */
  seed: wholeNumber(0, 9999),
});

export type State = v.InferOutput<typeof schema>;
type Weights = Pick<State, 'W1' | 'b1' | 'W2' | 'b2'>;

/** Weights with which each activation separates XOR; without one there are none, so any will do. */
const examples: Record<Hidden, Weights> = {
  sigmoid: {
    W1: [
      [4, 6],
      [-7, -5],
    ],
    b1: [-2.1, 8.4],
    W2: [[9, 10]],
    b2: [-14.6],
  },
  tanh: {
    W1: [
      [2, 3],
      [-3.5, -2.5],
    ],
    b1: [-1.05, 4.2],
    W2: [[4.5, 5]],
    b2: [-5.1],
  },
  relu: {
    W1: [
      [1.2, 0.8],
      [0.9, 1.1],
    ],
    b1: [0, -1],
    W2: [[1, -2.2]],
    b2: [-0.35],
  },
  identity: {
    W1: [
      [1.2, 0.8],
      [-0.5, 1.1],
    ],
    b1: [0.2, -0.3],
    W2: [[1.5, 0.6]],
    b2: [-0.7],
  },
};

/** The same state with another activation and weights that suit it, which no seed has drawn. */
export const example = (state: State, f: Hidden): State => ({
  ...state,
  f,
  ...examples[f],
  seed: 0,
});

export const first: State = {
  f: 'sigmoid',
  ...examples.sigmoid,
  fold: 1,
  x: [0.6, 0.25],
  seed: 0,
};
