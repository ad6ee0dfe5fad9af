import { activation } from '@engine';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { compare, first, model, type State, schema, setClasses } from './model';

const sum = (list: readonly number[]): number => list.reduce((p, q) => p + q, 0);

describe('probabilities', () => {
  it('are those of the formula, by hand', () => {
    const e = [Math.exp(2), Math.exp(1), Math.exp(-0.5), Math.exp(0.5)];
    const { a } = model(first);
    a.forEach((one, i) => {
      expect(one).toBeCloseTo(e[i]! / sum(e), 14);
    });
    expect(sum(a)).toBeCloseTo(1, 14);
  });

  it('are not changed by a shift, to the last digits, up to ±1000', () => {
    const { a } = model(first);
    for (const c of [-1000, -3.5, 700, 1000]) {
      model({ ...first, c }).a.forEach((one, i) => {
        expect(one).toBeCloseTo(a[i]!, 12);
      });
    }
  });

  it('sharpen at a low temperature and even out at a high one, in the same order', () => {
    const at = (logT: number) => model({ ...first, logT }).a;
    expect(at(-1)[0]).toBeGreaterThan(0.9999);
    expect(Math.max(...at(1)) - Math.min(...at(1))).toBeLessThan(0.07);
    for (const logT of [-1, -0.3, 0, 0.4, 1]) {
      const a = at(logT);
      expect([a[0]! > a[1]!, a[1]! > a[3]!, a[3]! > a[2]!]).toEqual([true, true, true]);
    }
  });

  it('keep the ratio of two of them when a third sum is raised', () => {
    const z = [2, 1, 1.5, 0.5];
    const [before, after] = [model(first).a, model({ ...first, z }).a];
    expect(after[0]! / after[1]!).toBeCloseTo(before[0]! / before[1]!, 14);
    expect(after[0]!).toBeLessThan(before[0]!);
  });

  it('of two classes are a sigmoid of the difference', () => {
    const two = setClasses(first, 2);
    expect(model(two).a[0]).toBeCloseTo(activation('sigmoid').value(1), 14);
  });
});

describe('the Jacobian', () => {
  const states: State[] = [
    first,
    { ...first, logT: -0.5 },
    { ...first, logT: 0.7, c: 200 },
    setClasses(first, 5),
  ];
  it('agrees with two-sided differences in every entry', () => {
    for (const state of states) {
      for (const row of state.z.keys()) {
        for (const column of state.z.keys()) {
          const { backprop, numeric } = compare({ ...state, row, column });
          expect(Math.abs(backprop - numeric)).toBeLessThan(1e-8);
        }
      }
    }
  });
  it('is positive on its diagonal, negative off it, and its rows and columns add up to 0', () => {
    for (const state of states) {
      const { J } = model(state);
      J.forEach((row, i) => {
        row.forEach((slope, j) => {
          expect(Math.sign(slope)).toBe(i === j ? 1 : -1);
          expect(slope).toBeCloseTo(J[j]![i]!, 15);
        });
        expect(sum(row)).toBeCloseTo(0, 14);
      });
    }
  });
});

it('four equal sums have slopes of −1/16 off the diagonal and 3/16 on it', () => {
  const { J } = model({ ...first, z: [0, 0, 0, 0] });
  expect(J[0]).toEqual([0.1875, -0.0625, -0.0625, -0.0625]);
});

describe('the formula computed as it is written', () => {
  const verdict = (state: Partial<State>) => model({ ...first, ...state }).verdict;
  it('is right near 0, overflows past e^709, underflows below e^−745', () => {
    expect(verdict({})).toBe('same');
    expect(verdict({ c: 700 })).toBe('same');
    expect(verdict({ c: 710 })).toBe('overflow');
    expect(verdict({ c: -1000 })).toBe('underflow');
    expect(verdict({ c: 100, logT: -1 })).toBe('overflow');
  });
  it('loses digits just before it is lost', () => {
    expect(verdict({ c: -744 })).toBe('rough');
  });
  it('fails where the form that subtracts the maximum gives the same probabilities as ever', () => {
    const { a, verdict: says } = model({ ...first, c: 1000 });
    expect(says).toBe('overflow');
    expect(a[0]).toBeCloseTo(model(first).a[0]!, 12);
  });
});

it('keeps the chosen entry inside when classes go', () => {
  const state = setClasses({ ...first, row: 3, column: 3 }, 2);
  expect(state).toMatchObject({ row: 1, column: 1 });
  expect(v.safeParse(schema, state).success).toBe(true);
  expect(v.safeParse(schema, { ...state, row: 2 }).success).toBe(false);
});
