import type { Activation } from './activations';
import type { Floats } from './matrix';

// What kernel.ts asks for, as plain loops. A program that trains in one precision only keeps them
// monomorphic, and so fast.

/**
 * C = A B / m + b 1ᵀ, four columns at a time. A and B are read with strides, so that either may
 * be transposed: A's element (i, k) is at i·aRow + k·aStep, B's (k, j) at k·bStep + j·bCol.
 *
 * Each sum runs over k in rising order, starting from 0: the order of the formulas, so that a trace,
 * which adds one term after the other, arrives at the same bits.
 */
function product(
  rows: number,
  inner: number,
  cols: number,
  A: Floats,
  aRow: number,
  aStep: number,
  B: Floats,
  bStep: number,
  bCol: number,
  C: Floats,
  m = 1,
  b?: Floats,
): void {
  // m rather than 1/m as argument: V8 puts a fraction on the heap to pass it.
  const factor = 1 / m;
  const tiles = cols - (cols % 4);
  const b1 = bCol;
  const b2 = 2 * bCol;
  const b3 = 3 * bCol;
  for (let i = 0; i < rows; i++) {
    const bias = b ? b[i]! : 0;
    const start = i * aRow;
    let c = i * cols;
    for (let j = 0; j < tiles; j += 4, c += 4) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let k = 0, p = start, q = j * bCol; k < inner; k++, p += aStep, q += bStep) {
        const a = A[p]!;
        s0 += a * B[q]!;
        s1 += a * B[q + b1]!;
        s2 += a * B[q + b2]!;
        s3 += a * B[q + b3]!;
      }
      C[c] = factor * s0 + bias;
      C[c + 1] = factor * s1 + bias;
      C[c + 2] = factor * s2 + bias;
      C[c + 3] = factor * s3 + bias;
    }
    for (let j = tiles; j < cols; j++, c++) {
      let sum = 0;
      for (let k = 0, p = start, q = j * bCol; k < inner; k++, p += aStep, q += bStep) {
        sum += A[p]! * B[q]!;
      }
      C[c] = factor * sum + bias;
    }
  }
}

/** C = A B. */
export function multiply(
  rows: number,
  inner: number,
  cols: number,
  A: Floats,
  B: Floats,
  C: Floats,
): void {
  product(rows, inner, cols, A, inner, 1, B, cols, 1, C);
}

/** C = Aᵀ B. */
export function multiplyTN(
  rows: number,
  inner: number,
  cols: number,
  A: Floats,
  B: Floats,
  C: Floats,
): void {
  product(rows, inner, cols, A, 1, rows, B, cols, 1, C);
}

/** C = A Bᵀ. */
export function multiplyNT(
  rows: number,
  inner: number,
  cols: number,
  A: Floats,
  B: Floats,
  C: Floats,
): void {
  product(rows, inner, cols, A, inner, 1, B, 1, inner, C);
}

/** Z = W X + b 1ᵀ. */
export function affine(
  units: number,
  inputs: number,
  m: number,
  W: Floats,
  b: Floats,
  X: Floats,
  Z: Floats,
): void {
  product(units, inputs, m, W, inputs, 1, X, m, 1, Z, 1, b);
}

/** dW = δ Xᵀ / m, db = δ 1 / m. */
export function affineGradients(
  units: number,
  inputs: number,
  m: number,
  delta: Floats,
  X: Floats,
  dW: Floats,
  db: Floats,
): void {
  product(units, m, inputs, delta, m, 1, X, 1, m, dW, m);
  const perSample = 1 / m;
  for (let i = 0, k = 0; i < units; i++) {
    let sum = 0;
    for (const end = k + m; k < end; k++) sum += delta[k]!;
    db[i] = perSample * sum;
  }
}

/** A = f(Z). */
export function activate(f: Activation, Z: Floats, A: Floats): void {
  for (let k = 0; k < A.length; k++) A[k] = f.value(Z[k]!);
}

/** δ = dA ⊙ f′(Z). */
export function activateBackward(
  f: Activation,
  dA: Floats,
  Z: Floats,
  A: Floats,
  delta: Floats,
): void {
  for (let k = 0; k < delta.length; k++) delta[k] = dA[k]! * f.derivative(Z[k]!, A[k]!);
}

/**
 * Softmax of every column. Subtracting the column's maximum changes nothing in exact arithmetic and
 * keeps every exponent ≤ 0.
 */
export function softmax(rows: number, cols: number, Z: Floats, A: Floats): void {
  const end = rows * cols;
  for (let s = 0; s < cols; s++) {
    let max = Number.NEGATIVE_INFINITY;
    for (let k = s; k < end; k += cols) max = Math.max(max, Z[k]!);
    let sum = 0;
    for (let k = s; k < end; k += cols) {
      const e = Math.exp(Z[k]! - max);
      A[k] = e;
      sum += e;
    }
    for (let k = s; k < end; k += cols) A[k]! /= sum;
  }
}

/** A ← A + c B. */
export function addScaled(A: Floats, c: number, B: Floats): void {
  for (let k = 0; k < A.length; k++) A[k]! += c * B[k]!;
}
