// Loops over whole arrays, four numbers at a time. Arrays are padded to 16 bytes, so the last step
// may run into the padding.

import { exp, sigmoid, tanh } from './functions';
import { storeFirst, sumOf } from './lanes';

/** The activations that have a code here; the numbers are those of `codes` in wasm-kernel.ts. */
const enum Code {
  identity,
  sigmoid,
  tanh,
  relu,
  leakyRelu,
  silu,
}

/** A = f(Z) for n numbers. @param constant leaky ReLU's slope */
export function activate(code: i32, constant: f32, n: usize, Z: usize, A: usize): void {
  const end = Z + n * 4;
  const zero = f32x4.splat(0);
  switch (code) {
    case Code.sigmoid:
      for (; Z < end; Z += 16, A += 16) v128.store(A, sigmoid(v128.load(Z)));
      break;
    case Code.tanh:
      for (; Z < end; Z += 16, A += 16) v128.store(A, tanh(v128.load(Z)));
      break;
    case Code.relu:
      for (; Z < end; Z += 16, A += 16) v128.store(A, f32x4.pmax(v128.load(Z), zero));
      break;
    case Code.leakyRelu:
      for (; Z < end; Z += 16, A += 16) {
        const z = v128.load(Z);
        const below = f32x4.mul(z, f32x4.splat(constant));
        v128.store(A, v128.bitselect(z, below, f32x4.gt(z, zero)));
      }
      break;
    case Code.silu:
      for (; Z < end; Z += 16, A += 16) {
        const z = v128.load(Z);
        v128.store(A, f32x4.mul(z, sigmoid(z)));
      }
      break;
    default:
      memory.copy(A, Z, n * 4);
  }
}

/** D = G ⊙ f′(Z) for n numbers, with A = f(Z). @param constant ReLU'(0), leaky ReLU's slope */
export function activateBackward(
  code: i32,
  constant: f32,
  n: usize,
  G: usize,
  Z: usize,
  A: usize,
  D: usize,
): void {
  const end = D + n * 4;
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  switch (code) {
    case Code.sigmoid:
      for (; D < end; D += 16, A += 16, G += 16) {
        const a = v128.load(A);
        v128.store(D, f32x4.mul(v128.load(G), f32x4.mul(a, f32x4.sub(one, a))));
      }
      break;
    case Code.tanh:
      for (; D < end; D += 16, A += 16, G += 16) {
        const a = v128.load(A);
        v128.store(D, f32x4.mul(v128.load(G), f32x4.sub(one, f32x4.mul(a, a))));
      }
      break;
    case Code.relu:
      for (; D < end; D += 16, Z += 16, G += 16) {
        const z = v128.load(Z);
        const atZero = v128.and(f32x4.splat(constant), f32x4.eq(z, zero));
        const slope = v128.bitselect(one, atZero, f32x4.gt(z, zero));
        v128.store(D, f32x4.mul(v128.load(G), slope));
      }
      break;
    case Code.leakyRelu:
      for (; D < end; D += 16, Z += 16, G += 16) {
        const positive = f32x4.gt(v128.load(Z), zero);
        const slope = v128.bitselect(one, f32x4.splat(constant), positive);
        v128.store(D, f32x4.mul(v128.load(G), slope));
      }
      break;
    case Code.silu:
      for (; D < end; D += 16, Z += 16, G += 16) {
        const z = v128.load(Z);
        const s = sigmoid(z);
        const rest = f32x4.mul(z, f32x4.sub(one, s));
        v128.store(D, f32x4.mul(v128.load(G), f32x4.mul(s, f32x4.add(one, rest))));
      }
      break;
    default:
      memory.copy(D, G, n * 4);
  }
}

/** Softmax of every column of Z (rows × cols), four columns at a time; A may be Z. */
export function softmax(rows: usize, cols: usize, Z: usize, A: usize): void {
  const row = cols * 4;
  for (let s: usize = 0; s < cols; s += 4) {
    const width = cols - s;
    const z = Z + s * 4;
    const a = A + s * 4;
    const zEnd = z + rows * row;
    const aEnd = a + rows * row;
    let max = v128.load(z);
    for (let k = z; k < zEnd; k += row) max = f32x4.max(max, v128.load(k));
    let sum = f32x4.splat(0);
    let to = a;
    for (let k = z; k < zEnd; k += row, to += row) {
      const e = exp(f32x4.sub(v128.load(k), max));
      sum = f32x4.add(sum, e);
      storeFirst(to, e, width);
    }
    for (to = a; to < aEnd; to += row) storeFirst(to, f32x4.div(v128.load(to), sum), width);
  }
}

/** A ← A + c B for n numbers. */
export function addScaled(n: usize, A: usize, c: f32, B: usize): void {
  const factor = f32x4.splat(c);
  const end = A + n * 4;
  for (; A < end; A += 16, B += 16) {
    v128.store(A, f32x4.add(v128.load(A), f32x4.mul(factor, v128.load(B))));
  }
}

/** out = factor A 1: the sum of each row of A (rows × cols). */
export function sumColumns(rows: usize, cols: usize, A: usize, factor: f32, out: usize): void {
  for (let i: usize = 0; i < rows; i++) {
    let sums = f32x4.splat(0);
    let k: usize = 0;
    for (; k + 4 <= cols; k += 4, A += 16) sums = f32x4.add(sums, v128.load(A));
    let sum = sumOf(sums);
    for (; k < cols; k++, A += 4) sum += load<f32>(A);
    store<f32>(out, factor * sum);
    out += 4;
  }
}
