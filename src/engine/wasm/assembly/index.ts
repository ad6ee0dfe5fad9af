// The float32 kernel: what `Kernel` (../../kernel.ts) asks for, on addresses of numbers in memory.
// `npm run kernel` compiles it to ../kernel.wasm.

import { sumColumns } from './elementwise';
import { gemm } from './gemm';

export { activate, activateBackward, addScaled, softmax } from './elementwise';

/** C = A B. `scratch`, here and below: room for inner × 8 numbers. */
export function multiply(
  rows: usize,
  inner: usize,
  cols: usize,
  A: usize,
  B: usize,
  C: usize,
  scratch: usize,
): void {
  gemm(rows, inner, cols, A, inner * 4, 4, B, false, C, 1, 0, scratch);
}

/** C = Aᵀ B. */
export function multiplyTN(
  rows: usize,
  inner: usize,
  cols: usize,
  A: usize,
  B: usize,
  C: usize,
  scratch: usize,
): void {
  gemm(rows, inner, cols, A, 4, rows * 4, B, false, C, 1, 0, scratch);
}

/** C = A Bᵀ. */
export function multiplyNT(
  rows: usize,
  inner: usize,
  cols: usize,
  A: usize,
  B: usize,
  C: usize,
  scratch: usize,
): void {
  gemm(rows, inner, cols, A, inner * 4, 4, B, true, C, 1, 0, scratch);
}

/** Z = W X + b 1ᵀ. */
export function affine(
  units: usize,
  inputs: usize,
  m: usize,
  W: usize,
  b: usize,
  X: usize,
  Z: usize,
  scratch: usize,
): void {
  gemm(units, inputs, m, W, inputs * 4, 4, X, false, Z, 1, b, scratch);
}

/** dW = δ Xᵀ / m, db = δ 1 / m. */
export function affineGradients(
  units: usize,
  inputs: usize,
  m: usize,
  delta: usize,
  X: usize,
  dW: usize,
  db: usize,
  scratch: usize,
): void {
  const perSample: f32 = 1 / (m as f32);
  gemm(units, m, inputs, delta, m * 4, 4, X, true, dW, perSample, 0, scratch);
  sumColumns(units, m, delta, perSample, db);
}
