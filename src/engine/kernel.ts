import type { Floats } from './matrix';

/**
 * The inner loops that take nearly all the time of training, behind one replaceable object: the
 * TypeScript kernels here, or a WebAssembly one. Arguments are raw row-major arrays whose shapes
 * the caller has checked. A kernel may round differently from another, never by more than its
 * precision.
 */
export interface Kernel {
  readonly name: string;
  readonly precision: 'float64' | 'float32';
  /** A zero-filled array in the memory that this kernel works on. */
  allocate(length: number): Floats;
  /** C = A B with A rows×inner, B inner×cols, C rows×cols. */
  multiply(rows: number, inner: number, cols: number, A: Floats, B: Floats, C: Floats): void;
  /** C = Aᵀ B with A inner×rows, B inner×cols, C rows×cols. */
  multiplyTN(rows: number, inner: number, cols: number, A: Floats, B: Floats, C: Floats): void;
  /** C = A Bᵀ with A rows×inner, B cols×inner, C rows×cols. */
  multiplyNT(rows: number, inner: number, cols: number, A: Floats, B: Floats, C: Floats): void;
}

// Each sum runs over `inner` in rising order, starting from 0: the order of the formulas, so that
// a trace, which adds one term after the other, arrives at the same bits.

function multiply(
  rows: number,
  inner: number,
  cols: number,
  A: Floats,
  B: Floats,
  C: Floats,
): void {
  C.fill(0);
  for (let i = 0; i < rows; i++) {
    const c = i * cols;
    for (let k = 0; k < inner; k++) {
      const aik = A[i * inner + k]!;
      const b = k * cols;
      for (let j = 0; j < cols; j++) C[c + j]! += aik * B[b + j]!;
    }
  }
}

function multiplyTN(
  rows: number,
  inner: number,
  cols: number,
  A: Floats,
  B: Floats,
  C: Floats,
): void {
  C.fill(0);
  for (let k = 0; k < inner; k++) {
    const b = k * cols;
    for (let i = 0; i < rows; i++) {
      const aki = A[k * rows + i]!;
      const c = i * cols;
      for (let j = 0; j < cols; j++) C[c + j]! += aki * B[b + j]!;
    }
  }
}

function multiplyNT(
  rows: number,
  inner: number,
  cols: number,
  A: Floats,
  B: Floats,
  C: Floats,
): void {
  for (let i = 0; i < rows; i++) {
    const a = i * inner;
    for (let j = 0; j < cols; j++) {
      const b = j * inner;
      let sum = 0;
      for (let k = 0; k < inner; k++) sum += A[a + k]! * B[b + k]!;
      C[i * cols + j] = sum;
    }
  }
}

/** Double precision: what the book's pages, traces and checks use. */
export const float64Kernel: Kernel = {
  name: 'typescript-float64',
  precision: 'float64',
  allocate: (length) => new Float64Array(length),
  multiply,
  multiplyTN,
  multiplyNT,
};

/** Single precision: half the memory, for larger networks. */
export const float32Kernel: Kernel = {
  ...float64Kernel,
  name: 'typescript-float32',
  precision: 'float32',
  allocate: (length) => new Float32Array(length),
};
