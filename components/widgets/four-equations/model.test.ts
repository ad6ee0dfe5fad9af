import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Factor, Rows } from './factors';
import { compare, model } from './model';
import { equations, first, type State, schema, setEntry, setSize, sizesOf } from './state';

const all: State[] = equations.flatMap((equation) =>
  ([1, 2] as const).flatMap((layer) =>
    (['columns', 'rows'] as const).map((layout) => ({ ...first, equation, layer, layout })),
  ),
);

const product = (P: Rows, Q: Rows): number[][] =>
  P.map((row) => Q[0]!.map((_, j) => row.reduce((sum, p, i) => sum + p * Q[i]![j]!, 0)));

describe('the four equations with numbers', () => {
  it('no two sizes of the first state are alike', () => {
    const sizes = Object.values(sizesOf(first));
    expect(new Set(sizes).size).toBe(4);
    expect(v.is(schema, first)).toBe(true);
  });

  it('the matrices that are shown multiply to the result that is shown', () => {
    for (const state of all) {
      const { right, left, divisor } = model(state);
      const result = left.rows;
      const matrices = right.filter((token): token is Factor => token.kind === 'matrix');
      const [p, q, r, s] = matrices.map(({ rows }) => rows);
      if (state.equation === 'output') {
        result.forEach((row, i) => {
          row.forEach((value, j) => {
            expect(value).toBeCloseTo((p![i]![j]! - q![i]![j]!) * r![i]![j]!, 12);
          });
        });
        continue;
      }
      const added = s && product(r!, s);
      product(p!, q!).forEach((row, i) => {
        row.forEach((sum, j) => {
          const expected = added ? sum + added[i]![j]! : (sum * (r?.[i]?.[j] ?? 1)) / divisor;
          expect(result[i]![j]!).toBeCloseTo(expected, 12);
        });
      });
    }
  });

  it('the terms of the chosen entry add up to it', () => {
    for (const state of all) {
      for (const [row, column] of [
        [0, 0],
        [1, 0],
        [0, 1],
      ] as const) {
        const now = model({ ...state, row, column });
        const { terms, slope = 1, divisor, value, bias = 0 } = now;
        const sum = terms.reduce((total, [p, q]) => total + p * q, 0);
        expect(value).toBeCloseTo((sum * slope) / divisor + bias, 12);
      }
    }
  });

  it('the shape in letters is that of the numbers', () => {
    for (const state of all) {
      const { n0, n1, n2, m } = sizesOf(state);
      const size: Record<string, number> = { 'n₀': n0, 'n₁': n1, 'n₂': n2, m, 1: 1 };
      const { left, right } = model(state);
      for (const token of [left, ...right]) {
        if (token.kind !== 'matrix') continue;
        const [rows = '', cols = ''] = token.shape.split('×');
        expect([size[rows], size[cols]]).toEqual([token.rows.length, token.rows[0]!.length]);
      }
    }
  });

  it('every shown gradient and δ agrees with ±ε', () => {
    for (const state of all.filter(({ equation }) => equation !== 'forward')) {
      const { left } = model(state);
      left.rows.forEach((entries, row) => {
        entries.forEach((_, column) => {
          const at = { ...state, row, column };
          expect(compare(at, model(at)).relativeError).toBeLessThan(1e-7);
        });
      });
    }
  });

  it('rows show the transposes of columns', () => {
    for (const equation of ['forward', 'output', 'hidden'] as const) {
      const columns = model({ ...first, equation }).left.rows;
      const rows = model({ ...first, equation, layout: 'rows' }).left.rows;
      expect(rows).toEqual(columns[0]!.map((_, j) => columns.map((row) => row[j])));
    }
  });

  it('a size that changes keeps the state valid and the other numbers', () => {
    for (const name of ['n0', 'n1', 'n2', 'm'] as const) {
      for (let size = 1; size <= 4; size++) {
        const state = setSize(first, name, size);
        expect(v.is(schema, state)).toBe(true);
        expect(Number.isFinite(model(state).value)).toBe(true);
        expect(state.W1[0]![0]).toBe(first.W1[0]![0]);
      }
    }
  });

  // Checkpoint shape-of-delta.
  it('with 4 samples instead of 3, Δ¹ has another shape and the gradient of W¹ has not', () => {
    const shapes = (state: State) =>
      (['hidden', 'W'] as const).map((equation) => {
        const { rows } = model({ ...state, equation, layer: 1 }).left;
        return [rows.length, rows[0]!.length];
      });
    const { n0, n1, m } = sizesOf(first);
    expect([n0, n1, m]).toEqual([5, 2, 3]);
    expect(shapes(first)).toEqual([
      [2, 3],
      [2, 5],
    ]);
    expect(shapes(setSize(first, 'm', 4))).toEqual([
      [2, 4],
      [2, 5],
    ]);
  });

  it('an edited entry reaches the result', () => {
    const edited = setEntry(first, 'W2', 1, 0, 2);
    expect(model(edited).value).not.toBe(model(first).value);
  });
});
