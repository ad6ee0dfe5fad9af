import { boundedNumber, wholeNumber } from '@components/figure/schema';
import {
  activation,
  finiteDifference,
  losses,
  Matrix,
  relativeError,
  softmax,
  softmaxBackward,
} from '@engine';
import * as v from 'valibot';

/** How many classes the figure has, and how far a logit goes. */
export const classes = 4;
export const reach = 6;

export const pairNames = ['softmax', 'note', 'binary'] as const;
export type PairName = (typeof pairNames)[number];

/** An output layer with one logit a class, one right class, and what activation and loss do. */
export const schema = v.object({
  z: v.pipe(v.array(boundedNumber(-reach, reach)), v.length(classes)),
  /** The right class, from 0. */
  target: wholeNumber(0, classes - 1),
  pair: v.picklist(pairNames),
  /** The class whose numbers are spelled out, from 0. */
  chosen: wholeNumber(0, classes - 1),
});

export type State = v.InferOutput<typeof schema>;

/** Sure of class 1, where class 2 is right. */
export const first: State = { z: [3, -4, 0.5, -1], target: 1, pair: 'softmax', chosen: 1 };

/** What each pair is for the engine. */
const pairs = {
  softmax: { f: 'softmax', loss: losses.softmaxCrossEntropy },
  note: { f: 'sigmoid', loss: losses.sigmoidCrossEntropy },
  binary: { f: 'sigmoid', loss: losses.binaryCrossEntropy },
} as const;

export interface Model {
  readonly f: 'softmax' | 'sigmoid';
  readonly a: readonly number[];
  readonly y: readonly number[];
  readonly loss: number;
  /** ∂L/∂z of the pair. */
  readonly gradient: readonly number[];
  readonly squaredError: number;
  /** ∂L/∂z of squared error after the same activation. */
  readonly squaredGradient: readonly number[];
  /** Classes whose gradient is exactly 0, from 0. */
  readonly untouched: readonly number[];
}

const sigmoid = activation('sigmoid');

const outputs = (f: Model['f'], Z: Matrix): Matrix =>
  f === 'softmax' ? softmax(Z) : Matrix.column(Z.toColumn().map(sigmoid.value));

const targets = (state: State): number[] => state.z.map((_, j) => (j === state.target ? 1 : 0));

/** Everything that the figure shows, for one state. */
export function model(state: State): Model {
  const { f, loss } = pairs[state.pair];
  const Z = Matrix.column(state.z);
  const A = outputs(f, Z);
  const Y = Matrix.column(targets(state));
  const out = () => Matrix.zeros(classes, 1);
  const gradient = loss.gradient(Z, A, Y, out()).toColumn();
  const byA = losses.squaredError.gradient(Z, A, Y, out());
  const a = A.toColumn();
  const squaredGradient =
    f === 'softmax'
      ? softmaxBackward(A, byA, out()).toColumn()
      : byA.toColumn().map((d, j) => d * sigmoid.derivative(state.z[j]!, a[j]!));
  return {
    f,
    a,
    y: Y.toColumn(),
    loss: loss.mean(Z, A, Y),
    gradient,
    squaredError: losses.squaredError.mean(Z, A, Y),
    squaredGradient,
    untouched: gradient.flatMap((d, j) => (d === 0 ? [j] : [])),
  };
}

/** The gradient of one logit beside what the losses on both sides of it say. */
export function compare(state: State, j: number) {
  const { f, loss } = pairs[state.pair];
  const Z = Matrix.column(state.z);
  const Y = Matrix.column(targets(state));
  const epsilon = 1e-5;
  const numeric = finiteDifference(() => loss.mean(Z, outputs(f, Z), Y), Z, j, epsilon);
  const backprop = model(state).gradient[j]!;
  return { backprop, numeric, epsilon, relativeError: relativeError(backprop, numeric) };
}
