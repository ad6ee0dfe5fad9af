import { boundedNumber, numbers, wholeNumber } from '@components/figure/schema';
import { Matrix, softmax, softmaxJacobian } from '@engine';
import * as v from 'valibot';

/** Classes that the figure can hold. */
export const classes = { min: 2, max: 5 } as const;
/** Logits stay within ±bound. */
export const bound = 6;

/** Logits, a temperature, a common shift, and the entry of the Jacobian that is looked at. */
export const schema = v.pipe(
  v.object({
    z: numbers(classes.min, classes.max, bound),
    /** log₁₀ T. */
    logT: boundedNumber(-1, 1),
    /** Added to every logit. */
    c: boundedNumber(-1000, 1000),
    /** From 0. */
    row: wholeNumber(0, classes.max - 1),
    column: wholeNumber(0, classes.max - 1),
  }),
  v.check(({ z, row, column }) => row < z.length && column < z.length),
);

export type State = v.InferOutput<typeof schema>;

const firstLogits = [2, 1, -0.5, 0.5, -1.5];

export const first: State = { z: firstLogits.slice(0, 4), logT: 0, c: 0, row: 0, column: 1 };

/** What becomes of the formula when it is computed exactly as it is written. */
export type Naive = 'same' | 'rough' | 'overflow' | 'underflow';

export interface Model {
  readonly T: number;
  /** The probabilities, with the largest sum subtracted first. */
  readonly a: readonly number[];
  /** ∂a_i/∂z_j, one row for each probability. */
  readonly J: readonly (readonly number[])[];
  /** e^(z_i/T) as the formula writes it; ∞ where it is too large for a number. */
  readonly exponentials: readonly number[];
  /** What dividing those gives; no number where the verdict says so. */
  readonly naive: readonly number[];
  readonly verdict: Naive;
  /** The largest exponent, (max z + c)/T. */
  readonly exponent: number;
}

/** The probabilities for logits that are shifted and divided by the temperature. */
function probabilities({ z, c }: State, T: number): number[] {
  return softmax(Matrix.column(z.map((one) => (one + c) / T))).toColumn();
}

/** Everything the figure shows. */
export function model(state: State): Model {
  const T = 10 ** state.logT;
  const a = probabilities(state, T);
  const J = softmaxJacobian(a)
    .toRows()
    .map((row) => row.map((slope) => slope / T));
  const exponents = state.z.map((one) => (one + state.c) / T);
  const exponentials = exponents.map(Math.exp);
  const total = exponentials.reduce((sum, one) => sum + one, 0);
  const naive = exponentials.map((one) => one / total);
  return {
    T,
    a,
    J,
    exponentials,
    naive,
    verdict: verdictOf(a, naive, total),
    exponent: Math.max(...exponents),
  };
}

function verdictOf(a: readonly number[], naive: readonly number[], total: number): Naive {
  if (total === Number.POSITIVE_INFINITY) return 'overflow';
  if (total === 0) return 'underflow';
  return a.every((one, i) => Math.abs(one - naive[i]!) < 1e-9) ? 'same' : 'rough';
}

/** The chosen entry of the Jacobian, and the two-sided difference beside it. */
export function compare(state: State) {
  const T = 10 ** state.logT;
  const { row, column } = state;
  const epsilon = 1e-5;
  const moved = (by: number): number => {
    const z = state.z.with(column, state.z[column]! + by);
    return probabilities({ ...state, z }, T)[row]!;
  };
  return {
    backprop: model(state).J[row]![column]!,
    numeric: (moved(epsilon) - moved(-epsilon)) / (2 * epsilon),
    epsilon,
  };
}

/** More classes, or fewer; the chosen entry stays inside. */
export function setClasses(state: State, count: number): State {
  const z = Array.from({ length: count }, (_, i) => state.z[i] ?? firstLogits[i] ?? 0);
  return {
    ...state,
    z,
    row: Math.min(state.row, count - 1),
    column: Math.min(state.column, count - 1),
  };
}
