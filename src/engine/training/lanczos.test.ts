import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine, largestEigenvalue, type Vector } from './lanczos';

/** Q D Qᵀ v for the reflection Q = 1 − 2 u uᵀ / uᵀu: a symmetric matrix with the eigenvalues D. */
function withEigenvalues(eigenvalues: readonly number[], u: readonly number[]) {
  const square = u.reduce((sum, entry) => sum + entry * entry, 0);
  const reflect = (v: readonly number[]) => {
    const along = v.reduce((sum, entry, i) => sum + entry * u[i]!, 0);
    return v.map((entry, i) => entry - (2 * along * u[i]!) / square);
  };
  // The vector in two pieces, as a network's parameters are in several.
  const join = (v: Vector) => v.flatMap((piece) => [...piece]);
  const cut = (v: readonly number[]): Vector => [
    Float64Array.from(v.slice(0, 1)),
    Float64Array.from(v.slice(1)),
  ];
  const times = (v: Vector) =>
    cut(reflect(reflect(join(v)).map((entry, i) => entry * eigenvalues[i]!)));
  // A part of each eigenvector, none of them small.
  const first = cut(reflect(eigenvalues.map((_, i) => (i % 2 ? -1 : 1.5))));
  return { times, first };
}

const entry = fc.double({ min: -9, max: 9, noNaN: true });
const matrix = fc.integer({ min: 1, max: 8 }).chain((n) =>
  fc.record({
    eigenvalues: fc.array(entry, { minLength: n, maxLength: n }),
    u: fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: n, maxLength: n }),
  }),
);

describe('largestEigenvalue', () => {
  it('finds it after as many rounds as there are rows, and any more', () => {
    fc.assert(
      fc.property(matrix, fc.nat({ max: 20 }), ({ eigenvalues, u }, more) => {
        const { times, first } = withEigenvalues(eigenvalues, u);
        const found = largestEigenvalue(times, first, eigenvalues.length + more);
        expect(Math.abs(found - Math.max(...eigenvalues))).toBeLessThan(1e-6);
      }),
      { numRuns: 500 },
    );
  });

  it('comes nearer from below', () => {
    fc.assert(
      fc.property(matrix, ({ eigenvalues, u }) => {
        const { times, first } = withEigenvalues(eigenvalues, u);
        const found = eigenvalues.map((_, k) => largestEigenvalue(times, first, k + 1));
        found.forEach((value, k) => {
          expect(value).toBeGreaterThan((found[k - 1] ?? Number.NEGATIVE_INFINITY) - 1e-9);
          expect(value).toBeLessThan(Math.max(...eigenvalues) + 1e-9);
        });
      }),
    );
  });

  it('after one round it is the mean along the first vector', () => {
    // (2, 1) diag(6, 1) (2, 1)ᵀ / 5.
    const { times } = withEigenvalues([6, 1], [1, 0]);
    expect(largestEigenvalue(times, [Float64Array.of(2), Float64Array.of(1)], 1)).toBeCloseTo(
      5,
      12,
    );
  });

  it('asks for as many products as rounds, and for none once the basis is full', () => {
    const { times, first } = withEigenvalues([4, -1, 2], [1, 2, 3]);
    let products = 0;
    const counted = (v: Vector) => {
      products++;
      return times(v);
    };
    largestEigenvalue(counted, first, 2);
    expect(products).toBe(2);
    largestEigenvalue(counted, first, 50);
    expect(products).toBe(5);
  });

  it('tells rounding from a direction by the largest of its numbers', () => {
    // In the basis of this vector the matrix is [[0, 0.1], [0.1, 0]]: no scale on its diagonal.
    const { times } = withEigenvalues([0.1, -0.1], [1, 3]);
    let products = 0;
    const counted = (v: Vector) => {
      products++;
      return times(v);
    };
    // Q (1, 1).
    const first = [Float64Array.of(0.2), Float64Array.of(-1.4)];
    expect(largestEigenvalue(counted, first, 50)).toBeCloseTo(0.1, 12);
    expect(products).toBe(2);
  });

  it('is not a number where the products are none', () => {
    const nowhere = (v: Vector) => v.map((piece) => piece.map(() => Number.NaN));
    expect(largestEigenvalue(nowhere, [Float64Array.of(1, 2)], 5)).toBeNaN();
  });
});

it('combine adds multiples, piece by piece', () => {
  const v = [Float64Array.of(1, 2), Float64Array.of(3)];
  const w = [Float64Array.of(10, 20), Float64Array.of(30)];
  expect(combine(v, 2)).toEqual([Float64Array.of(2, 4), Float64Array.of(6)]);
  expect(combine(v, 2, w, 0.5)).toEqual([Float64Array.of(7, 14), Float64Array.of(21)]);
});
