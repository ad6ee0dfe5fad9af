import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activation } from './activations';
import { float32Kernel, float64Kernel as kernel } from './kernel';
import { Random } from './random';

const size = fc.integer({ min: 1, max: 9 });

/** n normal numbers. */
const numbers = (n: number, random: Random) =>
  Float64Array.from({ length: n }, () => random.normal());

/** Σ_k A(i, k) B(k, j) in rising order of k, for every i and j: the definition. */
function products(
  rows: number,
  inner: number,
  cols: number,
  a: (i: number, k: number) => number,
  b: (k: number, j: number) => number,
): number[] {
  return Array.from({ length: rows * cols }, (_, at) => {
    const [i, j] = [Math.floor(at / cols), at % cols];
    let sum = 0;
    for (let k = 0; k < inner; k++) sum += a(i, k) * b(k, j);
    return sum;
  });
}

/** Properties of sizes and a seed. */
const always = (holds: (p: number, q: number, r: number, random: Random) => void) =>
  fc.assert(
    fc.property(size, size, size, fc.nat(), (p, q, r, seed) => holds(p, q, r, new Random(seed))),
  );

describe('every element is the sum of its products, to the last bit', () => {
  it('A B, Aᵀ B and A Bᵀ, in tiles and at their edges', () => {
    always((rows, inner, cols, random) => {
      const [A, B] = [numbers(rows * inner, random), numbers(inner * cols, random)];
      // One element more, which nothing may write to.
      const C = new Float64Array(rows * cols + 1).fill(7);
      const at = (M: Float64Array, width: number) => (i: number, j: number) => M[i * width + j]!;
      const turned = (M: Float64Array, width: number) => (i: number, j: number) =>
        M[j * width + i]!;
      kernel.multiply(rows, inner, cols, A, B, C);
      expect([...C]).toEqual([...products(rows, inner, cols, at(A, inner), at(B, cols)), 7]);
      kernel.multiplyTN(rows, inner, cols, A, B, C);
      expect([...C]).toEqual([...products(rows, inner, cols, turned(A, rows), at(B, cols)), 7]);
      kernel.multiplyNT(rows, inner, cols, A, B, C);
      expect([...C]).toEqual([...products(rows, inner, cols, at(A, inner), turned(B, inner)), 7]);
    });
  });

  it('W X + b 1ᵀ', () => {
    always((units, inputs, m, random) => {
      const [W, b] = [numbers(units * inputs, random), numbers(units, random)];
      const X = numbers(inputs * m, random);
      const Z = new Float64Array(units * m);
      kernel.affine(units, inputs, m, W, b, X, Z);
      const sums = products(
        units,
        inputs,
        m,
        (i, k) => W[i * inputs + k]!,
        (k, s) => X[k * m + s]!,
      );
      expect([...Z]).toEqual(sums.map((sum, at) => sum + b[Math.floor(at / m)]!));
    });
  });

  it('δ Xᵀ / m and δ 1 / m', () => {
    always((units, inputs, m, random) => {
      const [delta, X] = [numbers(units * m, random), numbers(inputs * m, random)];
      const [dW, db] = [new Float64Array(units * inputs), new Float64Array(units)];
      kernel.affineGradients(units, inputs, m, delta, X, dW, db);
      const sums = products(
        units,
        m,
        inputs,
        (i, s) => delta[i * m + s]!,
        (s, j) => X[j * m + s]!,
      );
      // The mean is the sum times 1/m, which rounds once more than a division.
      expect([...dW]).toEqual(sums.map((sum) => (1 / m) * sum + 0));
      const totals = Array.from({ length: units }, (_, i) =>
        delta.subarray(i * m, (i + 1) * m).reduce((sum, value) => sum + value, 0),
      );
      expect([...db]).toEqual(totals.map((sum) => (1 / m) * sum));
    });
  });
});

it('applies f, and f′ times the gradient, to each number', () => {
  const f = activation('elu', { eluAlpha: 2 });
  const Z = Float64Array.of(-1, 0, 3);
  const [A, delta] = [new Float64Array(3), new Float64Array(3)];
  kernel.activate(f, Z, A);
  expect([...A]).toEqual([2 * Math.expm1(-1), 0, 3]);
  kernel.activateBackward(f, Float64Array.of(5, 7, 11), Z, A, delta);
  expect([...delta]).toEqual([5 * 2 * Math.exp(-1), 14, 11]);
});

it('has softmax of each column, in place too', () => {
  always((rows, cols, spread, random) => {
    const Z = numbers(rows * cols, random).map((z) => 100 * spread * z);
    const A = new Float64Array(Z.length);
    kernel.softmax(rows, cols, Z, A);
    for (let s = 0; s < cols; s++) {
      const column = (M: Float64Array) => Array.from({ length: rows }, (_, j) => M[j * cols + s]!);
      const z = column(Z);
      const parts = z.map((value) => Math.exp(value - Math.max(...z)));
      const total = parts.reduce((sum, part) => sum + part, 0);
      expect(column(A)).toEqual(parts.map((part) => part / total));
    }
    kernel.softmax(rows, cols, Z, Z);
    expect(Z).toEqual(A);
  });
});

it('adds c B to A', () => {
  const A = Float64Array.of(1, 2);
  kernel.addScaled(A, -2, Float64Array.of(3, 5));
  expect([...A]).toEqual([-5, -8]);
});

it('says what it is', () => {
  expect(kernel).toMatchObject({ name: 'typescript-float64', precision: 'float64' });
  expect(float32Kernel).toMatchObject({ name: 'typescript-float32', precision: 'float32' });
});
