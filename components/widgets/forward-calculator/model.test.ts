import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { activationNames, first, model, schema, setBias, setWeight } from './model';

const functions = {
  sigmoid: (z: number) => 1 / (1 + Math.exp(-z)),
  tanh: Math.tanh,
  relu: (z: number) => Math.max(0, z),
  identity: (z: number) => z,
};

describe('the forward pass', () => {
  it('has fourteen steps, z then a of every unit, with the numbers of pencil and paper', () => {
    for (const f of activationNames) {
      const state = { ...first, f, step: 14 };
      const { steps } = model(state);
      expect(steps).toHaveLength(14);
      const apply = (a: readonly number[], l: 0 | 1) => {
        const z = state.W[l].map((row, j) =>
          row.reduce((sum, w, k) => sum + w * a[k]!, state.b[l][j]!),
        );
        return { z, a: z.map(functions[f]) };
      };
      const one = apply(state.x, 0);
      const two = apply(one.a, 1);
      const expected = [one, two].flatMap(({ z, a }) => z.flatMap((value, j) => [value, a[j]!]));
      steps.forEach(({ value }, i) => {
        expect(value).toBeCloseTo(expected[i]!, 12);
      });
    }
  });

  it('the first sum is 0.8·0.5 + (−0.4)·(−1.5) + 0.1 = 1.1', () => {
    expect(model(first).steps[0]?.value).toBeCloseTo(1.1, 12);
  });

  it('knows what the steps so far computed, and no more', () => {
    const { known } = model({ ...first, step: 2 });
    expect(known('z', 1, 1)).toBeCloseTo(1.1, 12);
    expect(known('a', 1, 1)).toBeDefined();
    expect(known('z', 1, 2)).toBeUndefined();
    expect(known('a', 0, 2)).toBe(-1.5);
  });

  // Checkpoint forward-reach.
  it('the bias of the second hidden unit moves four of seven sums: its own and the outputs’', () => {
    const sums = (state: typeof first) =>
      model(state).steps.flatMap(({ kind, layer, unit, value }) =>
        kind === 'z' ? [{ at: [layer, unit], value }] : [],
      );
    const before = sums(first);
    const after = sums(setBias(first, 1, 1, first.b[0][1]! + 0.5));
    const moved = before.filter(({ value }, i) => after[i]?.value !== value).map(({ at }) => at);
    expect(before).toHaveLength(7);
    expect(moved).toEqual([
      [1, 2],
      [2, 1],
      [2, 2],
      [2, 3],
    ]);
  });

  it('follows an edited weight and bias', () => {
    expect(model(setWeight(first, 1, 0, 1, 1)).steps[0]?.value).toBeCloseTo(-1, 12);
    expect(model(setBias(first, 1, 0, 0.6)).steps[0]?.value).toBeCloseTo(1.6, 12);
    expect(v.is(schema, setWeight(first, 2, 1, 2, 5))).toBe(true);
  });
});
