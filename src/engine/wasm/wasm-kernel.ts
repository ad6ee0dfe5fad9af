import type { Activation, ElementwiseName } from '../activations';
import type { Kernel } from '../kernel';
import type { Floats } from '../matrix';
import * as loops from '../typescript-kernel';
import { WasmMemory } from './memory';

/** What kernel.wasm exports: see assembly/index.ts. Every argument but c is a count or an address. */
interface Exports {
  multiply: Product;
  multiplyTN: Product;
  multiplyNT: Product;
  affine(...argumentsAndScratch: Eight): void;
  affineGradients(...argumentsAndScratch: Eight): void;
  activate(code: number, constant: number, n: number, Z: number, A: number): void;
  activateBackward(
    code: number,
    constant: number,
    n: number,
    dA: number,
    Z: number,
    A: number,
    delta: number,
  ): void;
  softmax(rows: number, cols: number, Z: number, A: number): void;
  addScaled(n: number, A: number, c: number, B: number): void;
}
type Product = (
  rows: number,
  inner: number,
  cols: number,
  A: number,
  B: number,
  C: number,
  scratch: number,
) => void;
type Eight = [number, number, number, number, number, number, number, number];

/** `Code` in assembly/elementwise.ts. ELU and GELU, rare in training, run in TypeScript. */
const codes: Partial<Record<ElementwiseName, number>> = {
  identity: 0,
  sigmoid: 1,
  tanh: 2,
  relu: 3,
  leakyRelu: 4,
  silu: 5,
};

/** Bytes that a product needs for eight columns of `inner` numbers. */
const scratchFor = (inner: number) => inner * 32;

/**
 * The kernel in WebAssembly with SIMD, four single-precision numbers at a time.
 * @throws RangeError from its methods if the memory is too small: make it larger, or one kernel a
 *   network, since arrays are never freed
 */
class WasmKernel implements Kernel {
  readonly name = 'wasm-float32';
  readonly precision = 'float32';
  private readonly memory: WasmMemory;
  private readonly wasm: Exports;

  constructor(module: WebAssembly.Module, megabytes: number) {
    this.memory = new WasmMemory(megabytes);
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.memory.memory } });
    this.wasm = exports as unknown as Exports;
  }

  allocate(length: number): Floats {
    return this.memory.allocate(length);
  }

  multiply(rows: number, inner: number, cols: number, A: Floats, B: Floats, C: Floats): void {
    this.product(this.wasm.multiply, rows, inner, cols, A, B, C);
  }

  multiplyTN(rows: number, inner: number, cols: number, A: Floats, B: Floats, C: Floats): void {
    this.product(this.wasm.multiplyTN, rows, inner, cols, A, B, C);
  }

  multiplyNT(rows: number, inner: number, cols: number, A: Floats, B: Floats, C: Floats): void {
    this.product(this.wasm.multiplyNT, rows, inner, cols, A, B, C);
  }

  affine(
    units: number,
    inputs: number,
    m: number,
    W: Floats,
    b: Floats,
    X: Floats,
    Z: Floats,
  ): void {
    const { memory } = this;
    memory.begin();
    const w = memory.read(W);
    const bias = memory.read(b);
    const x = memory.read(X);
    const z = memory.write(Z);
    this.wasm.affine(units, inputs, m, w, bias, x, z, memory.room(scratchFor(inputs)));
    memory.end();
  }

  affineGradients(
    units: number,
    inputs: number,
    m: number,
    delta: Floats,
    X: Floats,
    dW: Floats,
    db: Floats,
  ): void {
    const { memory } = this;
    memory.begin();
    const d = memory.read(delta);
    const x = memory.read(X);
    const w = memory.write(dW);
    const b = memory.write(db);
    this.wasm.affineGradients(units, inputs, m, d, x, w, b, memory.room(scratchFor(m)));
    memory.end();
  }

  activate(f: Activation, Z: Floats, A: Floats): void {
    const code = codes[f.name];
    if (code === undefined) {
      loops.activate(f, Z, A);
      return;
    }
    const { memory } = this;
    memory.begin();
    const z = memory.read(Z);
    const a = memory.write(A);
    this.wasm.activate(code, f.constant, A.length, z, a);
    memory.end();
  }

  activateBackward(f: Activation, dA: Floats, Z: Floats, A: Floats, delta: Floats): void {
    const code = codes[f.name];
    if (code === undefined) {
      loops.activateBackward(f, dA, Z, A, delta);
      return;
    }
    const { memory } = this;
    memory.begin();
    const g = memory.read(dA);
    const z = memory.read(Z);
    const a = memory.read(A);
    const d = memory.write(delta);
    this.wasm.activateBackward(code, f.constant, delta.length, g, z, a, d);
    memory.end();
  }

  softmax(rows: number, cols: number, Z: Floats, A: Floats): void {
    const { memory } = this;
    memory.begin();
    const z = memory.read(Z);
    const a = memory.write(A);
    this.wasm.softmax(rows, cols, z, a);
    memory.end();
  }

  addScaled(A: Floats, c: number, B: Floats): void {
    const { memory } = this;
    memory.begin();
    const a = memory.readWrite(A);
    const b = memory.read(B);
    this.wasm.addScaled(A.length, a, c, b);
    memory.end();
  }

  private product(
    multiply: Product,
    rows: number,
    inner: number,
    cols: number,
    A: Floats,
    B: Floats,
    C: Floats,
  ): void {
    const { memory } = this;
    memory.begin();
    const a = memory.read(A);
    const b = memory.read(B);
    const c = memory.write(C);
    multiply(rows, inner, cols, a, b, c, memory.room(scratchFor(inner)));
    memory.end();
  }
}

/**
 * A kernel with a memory of its own from the compiled kernel.wasm.
 * @param module  kernel.wasm, compiled
 * @param options `megabytes`: size of its memory, fixed; the default 16 hold four million numbers
 */
export function createWasmKernel(
  module: WebAssembly.Module,
  { megabytes = 16 }: { megabytes?: number } = {},
): Kernel {
  return new WasmKernel(module, megabytes);
}
