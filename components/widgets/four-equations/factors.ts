import type { SymbolName } from '@book/symbols';
import { Matrix, map, Network } from '@engine';
import type { State } from './state';

export type Rows = readonly (readonly number[])[];

/** A matrix of an equation, in the layout that is shown. */
export interface Factor {
  readonly kind: 'matrix';
  readonly sym: SymbolName;
  /** Capital letter of the batch form, e.g. `Δ`. */
  readonly letter: string;
  /** Undefined for what has no layer: `X`, `Y`, the vector of ones. */
  readonly layer: number | undefined;
  /** What is done to it: transposed, put through f′. */
  readonly transposed: boolean;
  readonly slope: boolean;
  readonly rows: Rows;
  /** Its shape in letters: `n₁×m`. */
  readonly shape: string;
  /** How its entries belong to the chosen entry of the result. */
  readonly part: 'row' | 'column' | 'entry';
}

const subscript = (n: number): string => '₀₁₂₃₄₅₆₇₈₉'[n] ?? '';
/** Units of a layer, in letters: `n₁`. */
const units = (layer: number): string => `n${subscript(layer)}`;

const transposed = (rows: Rows): Rows => (rows[0] ?? []).map((_, j) => rows.map((row) => row[j]!));

/** The engine's network, run forward and backward on the batch. */
export function networkOf(state: State): Network {
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

/** The matrices that the equations are made of, each in the layout that is shown. */
export function factorsOf(state: State) {
  const network = networkOf(state);
  const inRows = state.layout === 'rows';
  const m = state.X[0]!.length;

  /** Given as in the book; turned over for display when asked. */
  const factor = (
    over: Pick<Factor, 'sym' | 'letter' | 'layer' | 'rows'> & Partial<Factor>,
    [down, across]: readonly [string, string],
    turned: boolean,
  ): Factor => ({
    kind: 'matrix',
    transposed: false,
    slope: false,
    part: 'entry',
    ...over,
    rows: turned ? transposed(over.rows) : over.rows,
    shape: turned ? `${across}×${down}` : `${down}×${across}`,
  });

  /** A sample is a column in the book, a row in frameworks; `over.transposed` is the other way. */
  const perSample = (
    size: string,
    over: Pick<Factor, 'sym' | 'letter' | 'layer' | 'rows'> & Partial<Factor>,
  ): Factor => factor(over, [size, 'm'], inRows !== (over.transposed ?? false));

  const signal = (l: number, letter: 'A' | 'Z', over: Partial<Factor> = {}): Factor => {
    if (letter === 'A' && l === 0) {
      const X = { sym: 'x', letter: 'X', layer: undefined, rows: state.X } as const;
      return perSample(units(0), { ...X, ...over });
    }
    const rows = (letter === 'A' ? network.a(l) : network.layer(l).z).toRows();
    const sym = letter === 'A' ? 'a' : 'z';
    return perSample(units(l), { sym, letter, layer: l, rows, ...over });
  };

  return {
    network,
    inRows,
    m,
    signal,
    delta: (l: number, over: Partial<Factor> = {}): Factor => {
      const rows = network.layer(l).delta.toRows();
      return perSample(units(l), { sym: 'delta', letter: 'Δ', layer: l, rows, ...over });
    },
    /** f′(Z^l). */
    slope: (l: number): Factor => {
      const { f, z, a } = network.layer(l);
      let k = 0;
      const rows = map(z, (value) => f?.derivative(value, a.data[k++]) ?? Number.NaN).toRows();
      return perSample(units(l), { sym: 'z', letter: 'Z', layer: l, slope: true, rows });
    },
    target: (): Factor =>
      perSample(units(2), { sym: 'y', letter: 'Y', layer: undefined, rows: state.Y }),
    weights: (l: 1 | 2, turned: boolean): Factor =>
      factor(
        { sym: 'W', letter: 'W', layer: l, rows: state[`W${l}`], transposed: turned },
        [units(l), units(l - 1)],
        turned,
      ),
    bias: (l: 1 | 2): Factor =>
      factor(
        { sym: 'b', letter: 'b', layer: l, rows: state[`b${l}`], transposed: inRows },
        [units(l), '1'],
        inRows,
      ),
    /** A column of m ones, or a row of them. */
    ones: (asRow: boolean): Factor => {
      const rows = Array.from({ length: m }, () => [1]);
      const name = { sym: 'f', letter: '1', layer: undefined, rows, transposed: asRow } as const;
      return factor(name, ['m', '1'], asRow);
    },
    gradient: (of: 'W' | 'b', l: number): Factor => {
      const { dW, db } = network.layer(l);
      const name = { sym: of, letter: `∂${of}`, layer: l } as const;
      return of === 'W'
        ? factor({ ...name, rows: dW.toRows() }, [units(l), units(l - 1)], false)
        : factor({ ...name, rows: db.toRows() }, [units(l), '1'], inRows);
    },
  };
}
