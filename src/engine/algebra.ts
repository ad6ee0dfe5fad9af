import { float64Kernel, type Kernel } from './kernel';
import { Matrix, mismatch, requireSameShape, ShapeError, shapeOf } from './matrix';

/**
 * C = A B: A is p×q, B is q×r, the result p×r.
 * @param out    receives the result (p×r); a new double-precision matrix without it
 * @throws ShapeError if the inner sizes differ or `out` has another shape
 */
export function matmul(A: Matrix, B: Matrix, out?: Matrix, kernel: Kernel = float64Kernel): Matrix {
  if (A.cols !== B.rows) throw mismatch('matmul', A, B);
  const C = outputOf('matmul', A.rows, B.cols, out);
  kernel.multiply(A.rows, A.cols, B.cols, A.data, B.data, C.data);
  return C;
}

/** C = Aᵀ B: A is q×p, B is q×r, the result p×r. Errors as for `matmul`. */
export function matmulTN(
  A: Matrix,
  B: Matrix,
  out?: Matrix,
  kernel: Kernel = float64Kernel,
): Matrix {
  if (A.rows !== B.rows) throw mismatch('matmulTN (Aᵀ B)', A, B);
  const C = outputOf('matmulTN', A.cols, B.cols, out);
  kernel.multiplyTN(A.cols, A.rows, B.cols, A.data, B.data, C.data);
  return C;
}

/** C = A Bᵀ: A is p×q, B is r×q, the result p×r. Errors as for `matmul`. */
export function matmulNT(
  A: Matrix,
  B: Matrix,
  out?: Matrix,
  kernel: Kernel = float64Kernel,
): Matrix {
  if (A.cols !== B.cols) throw mismatch('matmulNT (A Bᵀ)', A, B);
  const C = outputOf('matmulNT', A.rows, B.rows, out);
  kernel.multiplyNT(A.rows, A.cols, B.rows, A.data, B.data, C.data);
  return C;
}

/**
 * Z + b 1ᵀ: adds the bias b (n×1) to every column of Z (n×m).
 * @param out may be Z itself
 * @throws ShapeError unless b is n×1
 */
export function addBias(Z: Matrix, b: Matrix, out?: Matrix): Matrix {
  if (b.rows !== Z.rows || b.cols !== 1) throw mismatch('addBias', Z, b);
  const C = outputOf('addBias', Z.rows, Z.cols, out);
  for (let i = 0; i < Z.rows; i++) {
    const bias = b.data[i]!;
    const end = (i + 1) * Z.cols;
    for (let k = i * Z.cols; k < end; k++) C.data[k] = Z.data[k]! + bias;
  }
  return C;
}

/** A ⊙ B, element by element. @throws ShapeError if shapes differ */
export function hadamard(A: Matrix, B: Matrix, out?: Matrix): Matrix {
  return zip('hadamard', A, B, (a, b) => a * b, out);
}

/** A + B. @throws ShapeError if shapes differ */
export function add(A: Matrix, B: Matrix, out?: Matrix): Matrix {
  return zip('add', A, B, (a, b) => a + b, out);
}

/** A − B. @throws ShapeError if shapes differ */
export function subtract(A: Matrix, B: Matrix, out?: Matrix): Matrix {
  return zip('subtract', A, B, (a, b) => a - b, out);
}

/** c A. */
export function scale(A: Matrix, c: number, out?: Matrix): Matrix {
  return map(A, (a) => c * a, out);
}

/** f applied to every element. */
export function map(A: Matrix, f: (value: number) => number, out?: Matrix): Matrix {
  const C = outputOf('map', A.rows, A.cols, out);
  for (let k = 0; k < A.data.length; k++) C.data[k] = f(A.data[k]!);
  return C;
}

/** Aᵀ, a new matrix. */
export function transpose(A: Matrix): Matrix {
  const C = Matrix.zeros(A.cols, A.rows, A.label && `${A.label}ᵀ`);
  for (let i = 0; i < A.rows; i++) {
    for (let j = 0; j < A.cols; j++) C.data[j * A.rows + i] = A.data[i * A.cols + j]!;
  }
  return C;
}

/**
 * The sum over the columns times `factor`: n×m becomes n×1. With factor 1/m it is the mean over a
 * mini-batch.
 */
export function sumColumns(A: Matrix, factor = 1, out?: Matrix): Matrix {
  const C = outputOf('sumColumns', A.rows, 1, out);
  for (let i = 0; i < A.rows; i++) {
    let sum = 0;
    const end = (i + 1) * A.cols;
    for (let k = i * A.cols; k < end; k++) sum += A.data[k]!;
    C.data[i] = factor * sum;
  }
  return C;
}

/** A ← A + c B, in place. @throws ShapeError if shapes differ */
export function addScaled(A: Matrix, c: number, B: Matrix, kernel: Kernel = float64Kernel): Matrix {
  requireSameShape('addScaled', A, B);
  kernel.addScaled(A.data, c, B.data);
  return A;
}

function zip(
  operation: string,
  A: Matrix,
  B: Matrix,
  f: (a: number, b: number) => number,
  out?: Matrix,
): Matrix {
  requireSameShape(operation, A, B);
  const C = outputOf(operation, A.rows, A.cols, out);
  for (let k = 0; k < A.data.length; k++) C.data[k] = f(A.data[k]!, B.data[k]!);
  return C;
}

function outputOf(operation: string, rows: number, cols: number, out?: Matrix): Matrix {
  if (!out) return Matrix.zeros(rows, cols);
  if (out.rows !== rows || out.cols !== cols) {
    throw new ShapeError(`${operation}: the result is ${rows}×${cols} but out is ${shapeOf(out)}`);
  }
  return out;
}
