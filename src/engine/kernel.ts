import type { Activation } from './activations';
import type { Floats } from './matrix';
import * as loops from './typescript-kernel';

/**
 * The inner loops that take nearly all the time of training, behind one replaceable object: the
 * TypeScript kernels here, or a WebAssembly one (`wasm/`). Arguments are raw row-major arrays whose
 * shapes the caller has checked. A kernel may round differently from another, never by more than
 * its precision. Arrays from elsewhere than `allocate` work with every kernel, but cost a copy in
 * those with a memory of their own.
 */
export interface Kernel {
  /** For messages and benchmarks, such as `typescript-float64`. */
  readonly name: string;
  /** What its arrays hold: double precision, or single for speed. */
  readonly precision: 'float64' | 'float32';
  /** A zero-filled array in the memory that this kernel works on. */
  allocate(length: number): Floats;
  /** C = A B with A rows×inner, B inner×cols, C rows×cols. */
  multiply(rows: number, inner: number, cols: number, A: Floats, B: Floats, C: Floats): void;
  /** C = Aᵀ B with A inner×rows, B inner×cols, C rows×cols. */
  multiplyTN(rows: number, inner: number, cols: number, A: Floats, B: Floats, C: Floats): void;
  /** C = A Bᵀ with A rows×inner, B cols×inner, C rows×cols. */
  multiplyNT(rows: number, inner: number, cols: number, A: Floats, B: Floats, C: Floats): void;
  /** Z = W X + b 1ᵀ with W units×inputs, b units×1, X inputs×m, Z units×m. Eq. fb-z-batch. */
  affine(
    units: number,
    inputs: number,
    m: number,
    W: Floats,
    b: Floats,
    X: Floats,
    Z: Floats,
  ): void;
  /** dW = δ Xᵀ / m and db = δ 1 / m, shapes as in `affine`. Eqs. fb-grad-w-batch, fb-grad-b-batch. */
  affineGradients(
    units: number,
    inputs: number,
    m: number,
    delta: Floats,
    X: Floats,
    dW: Floats,
    db: Floats,
  ): void;
  /** A = f(Z), element by element. */
  activate(f: Activation, Z: Floats, A: Floats): void;
  /** δ = dA ⊙ f′(Z), element by element, where A = f(Z). */
  activateBackward(f: Activation, dA: Floats, Z: Floats, A: Floats, delta: Floats): void;
  /** A = softmax of each column of Z, both rows×cols; A may be Z. */
  softmax(rows: number, cols: number, Z: Floats, A: Floats): void;
  /** A ← A + c B. */
  addScaled(A: Floats, c: number, B: Floats): void;
}

/** Double precision: what the book's pages, traces and checks use. */
export const float64Kernel: Kernel = {
  ...loops,
  name: 'typescript-float64',
  precision: 'float64',
  allocate: (length) => new Float64Array(length),
};

/** Single precision: half the memory; what serves where the WebAssembly kernel can't. */
export const float32Kernel: Kernel = {
  ...loops,
  name: 'typescript-float32',
  precision: 'float32',
  allocate: (length) => new Float32Array(length),
};
