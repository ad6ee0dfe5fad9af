import { Matrix, requireSameShape } from './matrix';
import { softmax as softmaxColumns } from './typescript-kernel';

/**
 * Softmax of every column of Z (n×m): a_j = e^(z_j − max z) / Σ_k e^(z_k − max z).
 * Subtracting the maximum changes nothing in exact arithmetic and keeps every exponent ≤ 0.
 *
 * @param out receives the probabilities (n×m); may be Z itself
 */
export function softmax(Z: Matrix, out: Matrix = Matrix.zeros(Z.rows, Z.cols)): Matrix {
  requireSameShape('softmax', Z, out);
  softmaxColumns(Z.rows, Z.cols, Z.data, out.data);
  return out;
}

/**
 * log Σ_k e^(z_k) of column s of Z, without overflow.
 */
export function logSumExp(Z: Matrix, s = 0): number {
  const max = columnMax(Z, s);
  let sum = 0;
  for (let j = 0; j < Z.rows; j++) sum += Math.exp(Z.data[j * Z.cols + s]! - max);
  return max + Math.log(sum);
}

/**
 * Softmax's Jacobian ∂a_i/∂z_j = a_i (1[i = j] − a_j) = diag(a) − a aᵀ.
 *
 * @param a the probabilities of one sample
 * @returns n×n, symmetric
 */
export function softmaxJacobian(a: readonly number[]): Matrix {
  return Matrix.from(a.map((ai, i) => a.map((aj, j) => ai * ((i === j ? 1 : 0) - aj))));
}

/**
 * Jᵀ g for every column without building J: δ_j = a_j (g_j − Σ_i a_i g_i).
 *
 * @param A   softmax's output, n×m
 * @param G   ∂L/∂a, n×m
 * @param out receives ∂L/∂z, n×m
 */
export function softmaxBackward(A: Matrix, G: Matrix, out: Matrix): Matrix {
  requireSameShape('softmaxBackward', A, G);
  const { rows, cols } = A;
  for (let s = 0; s < cols; s++) {
    let mean = 0;
    for (let i = 0; i < rows; i++) mean += A.data[i * cols + s]! * G.data[i * cols + s]!;
    for (let j = 0; j < rows; j++) {
      const k = j * cols + s;
      out.data[k] = A.data[k]! * (G.data[k]! - mean);
    }
  }
  return out;
}

function columnMax(Z: Matrix, s: number): number {
  let max = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < Z.rows; j++) max = Math.max(max, Z.data[j * Z.cols + s]!);
  return max;
}
