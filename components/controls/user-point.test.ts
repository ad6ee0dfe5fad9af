import fc from 'fast-check';
import { expect, it } from 'vitest';
import { userPoint } from './user-point';

const size = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const anything = fc.oneof(fc.double(), fc.constantFrom(0, -0, Number.NaN, Infinity, -Infinity));

it('leads back to the point of the screen', () => {
  fc.assert(
    fc.property(fc.array(size, { minLength: 8, maxLength: 8 }), ([a, b, c, d, e, f, X, Y]) => {
      const matrix = { a: a!, b: b!, c: c!, d: d!, e: e!, f: f! };
      fc.pre(Math.abs(a! * d! - b! * c!) > 1);
      const { x, y } = userPoint(matrix, { x: X!, y: Y! })!;
      expect(a! * x + c! * y + e!).toBeCloseTo(X!, 4);
      expect(b! * x + d! * y + f!).toBeCloseTo(Y!, 4);
    }),
  );
});

it('is nowhere in a drawing without size', () => {
  for (const flat of [
    { a: 0, b: 0, c: 0, d: 0, e: 5, f: 7 },
    { a: 2, b: 0, c: 0, d: 0, e: 5, f: 7 },
    { a: 1, b: 2, c: 2, d: 4, e: 0, f: 0 },
  ]) {
    expect(userPoint(flat, { x: 5, y: 7 })).toBeUndefined();
    expect(userPoint(flat, { x: 100, y: -3 })).toBeUndefined();
  }
});

it('is never NaN, whatever the browser says', () => {
  fc.assert(
    fc.property(fc.array(anything, { minLength: 8, maxLength: 8 }), ([a, b, c, d, e, f, X, Y]) => {
      const matrix = { a: a!, b: b!, c: c!, d: d!, e: e!, f: f! };
      const { x = 0, y = 0 } = userPoint(matrix, { x: X!, y: Y! }) ?? {};
      expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
    }),
  );
});
