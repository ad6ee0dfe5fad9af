import type { Activation } from './activations';
import type { Floats } from './matrix';

// What kernel.ts asks for, as plain loops. A program that trains in one precision only keeps them
// monomorphic, and so fast.

/**
 * C = A B / m + b 1ᵀ in tiles of two rows and four columns, whose eight sums stay in registers. A and
 * B are read with strides, so that either may be transposed: A's element (i, k) is at
 * i·aRow + k·aStep, B's (k, j) at k·bStep + j·bCol.
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
  for (let i = 0; i < rows; i += 2) {
    // A last row without a partner is its own: both halves of its tiles compute the same.
    const pair = i + 1 < rows ? 1 : 0;
    const aPair = pair * aRow;
    const cPair = pair * cols;
    const bias0 = b ? b[i]! : 0;
    const bias1 = b ? b[i + pair]! : 0;
    let c = i * cols;
    for (let j = 0; j < tiles; j += 4, c += 4) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let t0 = 0;
      let t1 = 0;
      let t2 = 0;
      let t3 = 0;
      for (let k = 0, p = i * aRow, q = j * bCol; k < inner; k++, p += aStep, q += bStep) {
        const x = A[p]!;
        const y = A[p + aPair]!;
        const w0 = B[q]!;
        const w1 = B[q + bCol]!;
        const w2 = B[q + 2 * bCol]!;
        const w3 = B[q + 3 * bCol]!;
        s0 += x * w0;
        s1 += x * w1;
        s2 += x * w2;
        s3 += x * w3;
        t0 += y * w0;
        t1 += y * w1;
        t2 += y * w2;
        t3 += y * w3;
      }
      C[c] = factor * s0 + bias0;
      C[c + 1] = factor * s1 + bias0;
      C[c + 2] = factor * s2 + bias0;
      C[c + 3] = factor * s3 + bias0;
      const d = c + cPair;
      C[d] = factor * t0 + bias1;
      C[d + 1] = factor * t1 + bias1;
      C[d + 2] = factor * t2 + bias1;
      C[d + 3] = factor * t3 + bias1;
    }
    for (let j = tiles; j < cols; j++, c++) {
      let s = 0;
      let t = 0;
      for (let k = 0, p = i * aRow, q = j * bCol; k < inner; k++, p += aStep, q += bStep) {
        s += A[p]! * B[q]!;
        t += A[p + aPair]! * B[q]!;
      }
      C[c] = factor * s + bias0;
      C[c + cPair] = factor * t + bias1;
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
