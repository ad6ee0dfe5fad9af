import { finiteDifference, Matrix, relativeError } from '@engine';
import { type Factor, factorsOf, networkOf, type Rows } from './factors';
import type { State } from './state';

export type Token = Factor | { readonly kind: 'operator'; readonly text: string };

/** One equation with its numbers, in the layout that is shown. */
export interface Model {
  /** What stands before the `=`. */
  readonly left: Factor;
  readonly right: readonly Token[];
  /** The chosen entry: its place in the result, and how it comes about. */
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** Output and target at the chosen place, for the error of the output. */
  readonly difference?: readonly [number, number];
  /** Pairs of a sum, for a product of matrices. */
  readonly terms: readonly (readonly [number, number])[];
  /** What is added to the sum: the bias, going forward. */
  readonly bias?: number;
  /** The sum is divided by this: m for gradients. */
  readonly divisor: number;
  /** What the sum is multiplied by: the slope, for a δ. */
  readonly slope: number | undefined;
}

/** An equation before an entry of its result is chosen. */
interface Parts {
  left: Factor;
  right: readonly Token[];
  /** Two matrices whose product is taken. */
  product?: readonly [Factor, Factor];
  /** A product of which one term a place is added. */
  added?: readonly [Factor, Factor];
  /** What is multiplied element by element. */
  through?: Factor;
  /** Output and target. */
  difference?: readonly [Factor, Factor];
  divisor?: number;
}

const operator = (text: string): Token => ({ kind: 'operator', text });
/** The factors of a product, in whichever order this layout has them. */
const pair = (turned: boolean, p: Factor, q: Factor): readonly [Factor, Factor] => {
  const [first, second] = turned ? [q, p] : [p, q];
  return [
    { ...first, part: 'row' },
    { ...second, part: 'column' },
  ];
};

function partsOf(state: State): Parts {
  const all = factorsOf(state);
  const { inRows, m, signal, delta, slope, weights, ones } = all;
  const l = state.layer;
  switch (state.equation) {
    case 'forward': {
      const product = pair(inRows, weights(l, inRows), signal(l - 1, 'A'));
      const added = pair(inRows, all.bias(l), ones(!inRows));
      const right = [operator('='), ...product, operator('+'), ...added];
      return { left: signal(l, 'Z'), right, product, added };
    }
    case 'output': {
      const through = slope(2);
      const difference = [signal(2, 'A'), all.target()] as const;
      const [output, target] = difference;
      const right = [operator('= ('), output, operator('−'), target, operator(')')];
      return { left: delta(2), right: [...right, operator('⊙'), through], difference, through };
    }
    case 'hidden': {
      const through = slope(1);
      const product = pair(inRows, weights(2, !inRows), delta(2));
      const right = [operator('= ('), ...product, operator(')'), operator('⊙'), through];
      return { left: delta(1), right, product, through };
    }
    case 'W': {
      // The same product in both layouts; only what is called the transpose changes.
      const D = delta(l, { transposed: inRows });
      const product = pair(false, D, signal(l - 1, 'A', { transposed: !inRows }));
      const right = [operator(`= 1/${m}`), ...product];
      return { left: all.gradient('W', l), right, product, divisor: m };
    }
    default: {
      const product = pair(inRows, delta(l), ones(inRows));
      const right = [operator(`= 1/${m}`), ...product];
      return { left: all.gradient('b', l), right, product, divisor: m };
    }
  }
}

/** The chosen equation with live matrices; everything in it comes from the engine. */
export function model(state: State): Model {
  const { left, right, product, added, through, difference, divisor = 1 } = partsOf(state);
  // The chosen entry stays inside the result when sizes shrink.
  const row = Math.min(state.row, left.rows.length - 1);
  const column = Math.min(state.column, left.rows[0]!.length - 1);
  const at = ({ rows }: Factor): number => rows[row]![column]!;
  const missed = difference && ([at(difference[0]), at(difference[1])] as const);
  const terms = product
    ? product[0].rows[row]!.map((p, i) => [p, product[1].rows[i]![column]!] as const)
    : [[missed ? missed[0] - missed[1] : 0, 1] as const];
  return {
    left,
    right,
    row,
    column,
    value: at(left),
    terms,
    divisor,
    slope: through && at(through),
    ...(missed && { difference: missed }),
    ...(added && { bias: added[0].rows[row]![0]! * added[1].rows[0]![column]! }),
  };
}

/**
 * The chosen number by ±ε: a gradient by wiggling its own parameter, a δ by wiggling the bias of
 * its unit with the loss of its sample alone.
 */
export function compare(state: State, { row, column, value }: Model) {
  const network = networkOf(state);
  const inRows = state.layout === 'rows';
  const [unit, sample] = inRows ? [column, row] : [row, column];
  const l = state.equation === 'output' ? 2 : state.equation === 'hidden' ? 1 : state.layer;
  const { W, b } = network.layer(l);
  const isDelta = state.equation === 'output' || state.equation === 'hidden';
  const pick = (M: Rows): Matrix => Matrix.from(M.map((r) => [r[sample]!]));
  const [X, Y] = isDelta
    ? [pick(state.X), pick(state.Y)]
    : [Matrix.from(state.X), Matrix.from(state.Y)];
  const loss = () => {
    network.forward(X);
    return network.loss(Y);
  };
  const epsilon = 1e-5;
  const numeric =
    state.equation === 'W'
      ? finiteDifference(loss, W, row * W.cols + column, epsilon)
      : finiteDifference(loss, b, unit, epsilon);
  return { backprop: value, numeric, epsilon, relativeError: relativeError(value, numeric) };
}
