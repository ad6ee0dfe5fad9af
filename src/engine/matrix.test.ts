import { describe, expect, it } from 'vitest';
import { Matrix, nameOf, ShapeError } from './matrix';

describe('Matrix', () => {
  it('is stored row after row', () => {
    const A = Matrix.from([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect([A.rows, A.cols]).toEqual([2, 3]);
    expect(Array.from(A.data)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(A.at(1, 0)).toBe(4);
    expect(A.toRows()).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(A.toColumn(2)).toEqual([3, 6]);
    expect(A.toColumn()).toEqual([1, 4]);
  });

  it('makes zeros and column vectors', () => {
    expect(Matrix.zeros(2, 1).toRows()).toEqual([[0], [0]]);
    expect(Matrix.column([7, 8]).toRows()).toEqual([[7], [8]]);
    expect(Matrix.from([]).toRows()).toEqual([]);
  });

  it('sets one element', () => {
    const A = Matrix.zeros(2, 2);
    A.set(0, 1, 5);
    expect(A.toRows()).toEqual([
      [0, 5],
      [0, 0],
    ]);
  });

  it('copies independently', () => {
    const A = Matrix.from([[1, 2]], 'A');
    const B = A.clone();
    B.set(0, 0, 9);
    expect(A.at(0, 0)).toBe(1);
    expect(B.label).toBe('A');
    expect(A.copyFrom(B)).toBe(A);
    expect(A.at(0, 0)).toBe(9);
  });

  it('refuses what is no shape, and ragged rows', () => {
    expect(() => Matrix.zeros(1.5, 2)).toThrow(/1.5×2 is not a shape/);
    expect(() => Matrix.zeros(2, 1.5)).toThrow(/2×1.5 is not a shape/);
    expect(() => Matrix.zeros(-1, 2)).toThrow();
    expect(() => new Matrix(-1, -2, new Float64Array(2))).toThrow(ShapeError);
    expect(() => new Matrix(-1, 0, new Float64Array(0))).toThrow('-1×0 is not a shape');
    expect(() => new Matrix(0, -1, new Float64Array(0))).toThrow('0×-1 is not a shape');
    expect(() => new Matrix(2, 2, new Float64Array(3))).toThrow('2×2 needs 4 numbers, got 3');
    expect(() => Matrix.from([[1, 2], [3]])).toThrow('row 1 has 2 numbers but row 2 has 1');
  });

  it('refuses indices outside, naming the matrix', () => {
    const W = Matrix.zeros(2, 3, 'W');
    for (const [i, j] of [
      [2, 0],
      [-1, 0],
      [0, 3],
      [0, -1],
    ] as const) {
      expect(() => W.at(i, j)).toThrow(`W is 2×3: no element (${i}, ${j})`);
      expect(() => W.set(i, j, 1)).toThrow(RangeError);
    }
  });

  it('refuses to copy from another shape', () => {
    const A = Matrix.zeros(2, 3, 'W');
    expect(() => A.copyFrom(Matrix.zeros(3, 2, 'V'))).toThrow('copyFrom: W is 2×3 but V is 3×2');
    expect(() => A.copyFrom(Matrix.zeros(2, 2))).toThrow('copyFrom: W is 2×3 but B is 2×2');
    expect(() => Matrix.zeros(2, 2).copyFrom(A)).toThrow('copyFrom: A is 2×2 but W is 2×3');
  });

  it('has a name in messages even without a label', () => {
    expect(nameOf(Matrix.zeros(1, 1))).toBe('matrix');
    expect(nameOf(Matrix.column([1]))).toBe('matrix');
    expect(nameOf(new Matrix(1, 1, new Float64Array(1)))).toBe('matrix');
    expect(new ShapeError('no').name).toBe('ShapeError');
    expect(nameOf(Matrix.zeros(1, 1), 'A')).toBe('A');
    expect(nameOf(Matrix.zeros(1, 1, 'W'), 'A')).toBe('W');
  });
});
