import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  addBias,
  addScaled,
  hadamard,
  map,
  matmul,
  matmulNT,
  matmulTN,
  scale,
  subtract,
  sumColumns,
  transpose,
} from './algebra';
import { float32Kernel } from './kernel';
import { Matrix, ShapeError } from './matrix';
import { Random } from './random';

const A = Matrix.from(
  [
    [1, 2],
    [3, 4],
    [5, 6],
  ],
  'A',
);
const B = Matrix.from(
  [
    [7, 8, 9],
    [10, 11, 12],
  ],
  'B',
);

describe('products', () => {
  it('multiplies as on paper', () => {
    expect(matmul(A, B).toRows()).toEqual([
      [27, 30, 33],
      [61, 68, 75],
      [95, 106, 117],
    ]);
    expect(matmulTN(A, A).toRows()).toEqual([
      [35, 44],
      [44, 56],
    ]);
    expect(matmulNT(B, B).toRows()).toEqual([
      [194, 266],
      [266, 365],
    ]);
  });

  it('names operands and shapes that do not fit', () => {
    const W = Matrix.zeros(3, 2, 'W');
    const a = Matrix.zeros(4, 1, 'a');
    expect(() => matmul(W, a)).toThrow('matmul: W is 3×2 but a is 4×1');
    expect(() => matmul(W, a)).toThrow(ShapeError);
    expect(() => matmulTN(W, a)).toThrow('matmulTN (Aᵀ B): W is 3×2 but a is 4×1');
    expect(() => matmulNT(W, a)).toThrow('matmulNT (A Bᵀ): W is 3×2 but a is 4×1');
    expect(() => matmul(W, Matrix.zeros(2, 5), Matrix.zeros(5, 3))).toThrow(
      'matmul: the result is 3×5 but out is 5×3',
    );
    expect(() => matmulTN(A, A, Matrix.zeros(2, 3))).toThrow('matmulTN: the result is 2×2');
    expect(() => matmulNT(A, A, Matrix.zeros(2, 3))).toThrow('matmulNT: the result is 3×3');
  });

  it('overwrites `out` and returns it', () => {
    const out = Matrix.from([
      [9, 9],
      [9, 9],
    ]);
    expect(matmulTN(A, A, out)).toBe(out);
    expect(out.at(0, 0)).toBe(35);
    expect(matmul(B, A, out).at(0, 0)).toBe(76);
    expect(matmulNT(B, B, out).at(0, 0)).toBe(194);
  });

  it('agrees between the three forms for random shapes', () => {
    const size = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(size, size, size, fc.nat(), (p, q, r, seed) => {
        const random = new Random(seed);
        const P = map(Matrix.zeros(p, q), () => random.normal());
        const Q = map(Matrix.zeros(q, r), () => random.normal());
        const product = matmul(P, Q).toRows();
        expect(matmulTN(transpose(P), Q).toRows()).toEqual(product);
        expect(matmulNT(P, transpose(Q)).toRows()).toEqual(product);
        const single = matmul(P, Q, undefined, float32Kernel).toRows();
        expect(single).toEqual(product);
      }),
    );
  });
});

describe('element by element', () => {
  const C = Matrix.from([[1, -2]], 'C');
  const D = Matrix.from([[3, 5]], 'D');

  it('computes', () => {
    expect(hadamard(C, D).toRows()).toEqual([[3, -10]]);
    expect(add(C, D).toRows()).toEqual([[4, 3]]);
    expect(subtract(C, D).toRows()).toEqual([[-2, -7]]);
    expect(scale(C, 3).toRows()).toEqual([[3, -6]]);
    expect(map(C, Math.abs).toRows()).toEqual([[1, 2]]);
    expect(addScaled(C.clone(), 2, D).toRows()).toEqual([[7, 8]]);
    expect(transpose(A).toRows()).toEqual([
      [1, 3, 5],
      [2, 4, 6],
    ]);
    expect(transpose(A).label).toBe('Aᵀ');
    expect(transpose(Matrix.zeros(1, 1)).label).toBe('');
  });

  it('names operands that do not fit', () => {
    expect(() => hadamard(A, B)).toThrow('hadamard: A is 3×2 but B is 2×3');
    expect(() => add(A, B)).toThrow('add: A is 3×2 but B is 2×3');
    expect(() => subtract(A, B)).toThrow('subtract: A is 3×2 but B is 2×3');
    expect(() => addScaled(A, 1, B)).toThrow('addScaled: A is 3×2 but B is 2×3');
    expect(() => map(C, Math.abs, A)).toThrow('map: the result is 1×2 but out is 3×2');
    expect(() => hadamard(C, D, A)).toThrow('hadamard: the result is 1×2');
  });

  it('adds a bias to every column', () => {
    const b = Matrix.column([10, 20, 30], 'b');
    expect(addBias(A, b).toRows()).toEqual([
      [11, 12],
      [23, 24],
      [35, 36],
    ]);
    expect(() => addBias(B, b)).toThrow('addBias: B is 2×3 but b is 3×1');
    expect(() => addBias(B, Matrix.zeros(2, 2, 'b'))).toThrow('addBias: B is 2×3 but b is 2×2');
    expect(() => addBias(A, b, B)).toThrow('addBias: the result is 3×2');
  });

  it('sums columns', () => {
    expect(sumColumns(A).toRows()).toEqual([[3], [7], [11]]);
    expect(sumColumns(A, 0.5).toRows()).toEqual([[1.5], [3.5], [5.5]]);
    expect(() => sumColumns(A, 1, B)).toThrow('sumColumns: the result is 3×1');
  });
});
