import { describe, expect, it } from 'vitest';
import { Matrix } from './matrix';
import { logSumExp, softmax, softmaxBackward, softmaxJacobian } from './softmax';

describe('softmax', () => {
  it('gives each column its own probabilities', () => {
    const A = softmax(
      Matrix.from([
        [0, Math.log(1)],
        [0, Math.log(3)],
      ]),
    );
    expect(A.toColumn(0)).toEqual([0.5, 0.5]);
    expect(A.at(0, 1)).toBeCloseTo(0.25, 15);
    expect(A.at(1, 1)).toBeCloseTo(0.75, 15);
  });

  it('is unchanged by a shift and stable for huge logits', () => {
    const a = softmax(Matrix.column([1, 2, 3])).toColumn();
    softmax(Matrix.column([10001, 10002, 10003]))
      .toColumn()
      .forEach((value, j) => {
        expect(value).toBeCloseTo(a[j]!, 14);
      });
    expect(softmax(Matrix.column([1e4, -1e4])).toColumn()).toEqual([1, 0]);
  });

  it('can overwrite its input', () => {
    const Z = Matrix.column([0, 0]);
    expect(softmax(Z, Z)).toBe(Z);
    expect(Z.toColumn()).toEqual([0.5, 0.5]);
    expect(() => softmax(Z, Matrix.zeros(3, 1))).toThrow('softmax: A is 2×1 but B is 3×1');
  });

  it('has the Jacobian diag(a) − a aᵀ, which `softmaxBackward` applies', () => {
    const z = [0.3, -1.2, 0.7];
    const a = softmax(Matrix.column(z)).toColumn();
    const J = softmaxJacobian(a);
    const h = 1e-6;
    for (let j = 0; j < 3; j++) {
      const plus = softmax(Matrix.column(z.map((v, k) => v + (k === j ? h : 0)))).toColumn();
      const minus = softmax(Matrix.column(z.map((v, k) => v - (k === j ? h : 0)))).toColumn();
      for (let i = 0; i < 3; i++) {
        expect(J.at(i, j)).toBeCloseTo((plus[i]! - minus[i]!) / (2 * h), 9);
      }
    }
    const g = [0.2, -0.5, 1.5];
    const out = softmaxBackward(Matrix.column(a), Matrix.column(g), Matrix.zeros(3, 1));
    for (let j = 0; j < 3; j++) {
      const expected = g.reduce((sum, gi, i) => sum + J.at(i, j) * gi, 0);
      expect(out.at(j, 0)).toBeCloseTo(expected, 15);
    }
    expect(() => softmaxBackward(Matrix.zeros(2, 1), Matrix.zeros(3, 1), out)).toThrow(
      'softmaxBackward: A is 2×1 but B is 3×1',
    );
  });

  it('logSumExp does not overflow', () => {
    expect(logSumExp(Matrix.column([0, 0]))).toBeCloseTo(Math.LN2, 15);
    expect(logSumExp(Matrix.from([[0, 1e4]]), 1)).toBe(1e4);
  });
});
