import type { SymbolName } from '@book/symbols';
import { finiteDifference, Matrix, map, Network, relativeError, subtract } from '@engine';
import type { State } from './state';

export type Rows = readonly (readonly number[])[];

/** A matrix of an equation, in the layout that is shown. */
export interface Factor {
  readonly kind: 'matrix';
  readonly sym: SymbolName;
  /** Capital letter of the batch form, e.g. `Δ`. */
  readonly letter: string;
  readonly layer: number;
  /** What is done to it: transposed, put through f′. */
  readonly transposed: boolean;
  readonly slope: boolean;
  readonly rows: Rows;
  /** How its entries belong to the chosen entry of the result. */
  readonly part: 'row' | 'column' | 'entry';
}

export type Token = Factor | { readonly kind: 'operator'; readonly text: string };

const subscript = (n: number): string => '₀₁₂₃₄₅₆₇₈₉'[n] ?? '';

/** The shape of a factor in letters, in the layout that is shown: `n₁×m`. */
export function shapeOf(
  { sym, layer, letter, transposed }: Factor,
  layout: State['layout'],
): string {
  const n = (l: number): string => `n${subscript(l)}`;
  if (sym === 'W')
    return transposed ? `${n(layer - 1)}×${n(layer)}` : `${n(layer)}×${n(layer - 1)}`;
  const units = letter === '1' ? '1' : n(letter === 'Y' ? 2 : layer);
  const perColumn = letter === '1' ? layout === 'rows' : (layout === 'columns') !== transposed;
  return perColumn ? `${units}×m` : `m×${units}`;
}

/** One equation with its numbers, in the layout that is shown. */
export interface Model {
  /** The symbol left of the `=`. */
  readonly left: { sym: SymbolName; letter: string; layer: number };
  readonly result: Rows;
  readonly right: readonly Token[];
  /** The chosen entry: its place in the result, and how it comes about. */
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** Output and target at the chosen place, for equation one. */
  readonly difference?: readonly [number, number];
  /** Pairs of a sum, for a product of matrices. */
  readonly terms: readonly (readonly [number, number])[];
  /** The sum is divided by this: m for gradients. */
  readonly divisor: number;
  /** What the sum is multiplied by: the slope, for a δ. */
  readonly slope: number | undefined;
}

const transposeRows = (rows: Rows): number[][] =>
  (rows[0] ?? []).map((_, j) => rows.map((row) => row[j]!));

/** The engine's network, run forward and backward on the batch. */
function networkOf(state: State): Network {
  const { X, W1, W2, f1, f2 } = state;
  const network = new Network({
    sizes: [X.length, W1.length, W2.length],
    activations: [f1, f2],
    loss: 'squaredError',
  });
  network.layer(1).W.copyFrom(Matrix.from(W1));
  network.layer(1).b.copyFrom(Matrix.from(state.b1));
  network.layer(2).W.copyFrom(Matrix.from(W2));
  network.layer(2).b.copyFrom(Matrix.from(state.b2));
  network.forward(Matrix.from(X));
  network.backward(Matrix.from(state.Y));
  return network;
}

/** f′(Z^l). */
function slopes(network: Network, l: number): Rows {
  const { f, z, a } = network.layer(l);
  let k = 0;
  return map(z, (value) => f?.derivative(value, a.data[k++]) ?? Number.NaN).toRows();
}

type Spec = Omit<Model, 'row' | 'column' | 'value'>;

/** The chosen equation with live matrices; everything in it comes from the engine. */
export function model(state: State): Model {
  const network = networkOf(state);
  const inRows = state.layout === 'rows';
  const m = state.X[0]!.length;
  const turn = (rows: Rows): Rows => (inRows ? transposeRows(rows) : rows);
  const delta = (l: number) => network.layer(l).delta.toRows();
  const factor = (
    over: Partial<Factor> & Pick<Factor, 'sym' | 'letter' | 'layer' | 'rows'>,
  ): Factor => ({
    kind: 'matrix',
    transposed: false,
    slope: false,
    part: 'entry',
    ...over,
  });
  const operator = (text: string): Token => ({ kind: 'operator', text });
  const slopeFactor = (l: number): Factor =>
    factor({ sym: 'z', letter: 'Z', layer: l, slope: true, rows: turn(slopes(network, l)) });

  /** The chosen entry, kept inside the result when sizes shrink. */
  const pick = (result: Rows) => ({
    row: Math.min(state.row, result.length - 1),
    column: Math.min(state.column, result[0]!.length - 1),
  });
  const finish = (
    spec: Omit<Spec, 'terms' | 'slope'> & { product?: [Rows, Rows]; through?: Rows },
  ): Model => {
    const { product, through, ...rest } = spec;
    const { row, column } = pick(rest.result);
    const terms = product
      ? product[0][row]!.map((p, i) => [p, product[1][i]![column]!] as const)
      : [];
    return {
      ...rest,
      row,
      column,
      terms,
      slope: through?.[row]?.[column],
      value: rest.result[row]![column]!,
    };
  };

  switch (state.equation) {
    case 'output': {
      const error = turn(subtract(network.a(2), Matrix.from(state.Y)).toRows());
      const through = slopeFactor(2);
      const { row, column } = pick(error);
      return {
        ...finish({
          left: { sym: 'delta', letter: 'Δ', layer: 2 },
          result: turn(delta(2)),
          right: [
            operator('('),
            factor({ sym: 'a', letter: 'A', layer: 2, rows: turn(network.a(2).toRows()) }),
            operator('−'),
            factor({ sym: 'y', letter: 'Y', layer: 0, rows: turn(state.Y) }),
            operator(')'),
            operator('⊙'),
            through,
          ],
          divisor: 1,
          through: through.rows,
        }),
        difference: [turn(network.a(2).toRows())[row]![column]!, turn(state.Y)[row]![column]!],
        terms: [[error[row]![column]!, 1]],
      };
    }
    case 'hidden': {
      const through = slopeFactor(1);
      const W: Factor = factor({
        sym: 'W',
        letter: 'W',
        layer: 2,
        transposed: !inRows,
        rows: inRows ? state.W2 : transposeRows(state.W2),
        part: inRows ? 'column' : 'row',
      });
      const next: Factor = factor({
        sym: 'delta',
        letter: 'Δ',
        layer: 2,
        rows: turn(delta(2)),
        part: inRows ? 'row' : 'column',
      });
      const pair: [Factor, Factor] = inRows ? [next, W] : [W, next];
      return finish({
        left: { sym: 'delta', letter: 'Δ', layer: 1 },
        result: turn(delta(1)),
        right: [operator('('), pair[0], pair[1], operator(')'), operator('⊙'), through],
        divisor: 1,
        product: [pair[0].rows, pair[1].rows],
        through: through.rows,
      });
    }
    case 'W': {
      const l = state.layer;
      const own = delta(l);
      const before = network.a(l - 1).toRows();
      const D = factor({
        sym: 'delta',
        letter: 'Δ',
        layer: l,
        transposed: inRows,
        rows: own,
        part: 'row',
      });
      const A = factor({
        sym: l === 1 ? 'x' : 'a',
        letter: l === 1 ? 'X' : 'A',
        layer: l - 1,
        transposed: !inRows,
        rows: transposeRows(before),
        part: 'column',
      });
      return finish({
        left: { sym: 'W', letter: '∂W', layer: l },
        result: network.layer(l).dW.toRows(),
        right: [operator(`1/${m}`), D, A],
        divisor: m,
        product: [D.rows, A.rows],
      });
    }
    default: {
      const l = state.layer;
      const D = factor({
        sym: 'delta',
        letter: 'Δ',
        layer: l,
        rows: turn(delta(l)),
        part: inRows ? 'column' : 'row',
      });
      const one = factor({
        sym: 'f',
        letter: '1',
        layer: 0,
        transposed: inRows,
        rows: inRows ? [new Array<number>(m).fill(1)] : Array.from({ length: m }, () => [1]),
        part: inRows ? 'row' : 'column',
      });
      const pair: [Factor, Factor] = inRows ? [one, D] : [D, one];
      return finish({
        left: { sym: 'b', letter: '∂b', layer: l },
        result: turn(network.layer(l).db.toRows()),
        right: [operator(`1/${m}`), ...pair],
        divisor: m,
        product: [pair[0].rows, pair[1].rows],
      });
    }
  }
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
