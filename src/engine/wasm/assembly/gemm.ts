// Matrix products in tiles of 4 rows × 8 columns: a tile's 32 sums stay in eight registers while k
// runs, so that each number loaded is used several times.
//
// Strides are in bytes. Loads may run up to 28 bytes past the last column: what is read there takes
// part in sums that are never stored. The caller keeps that much memory after every array.

import { storeFirst } from './lanes';

/** Products whose B is larger than this (bytes) first copy B, panel by panel, into cache order. */
const PACK_FROM: usize = 16384;

/**
 * C = alpha A B + bias 1ᵀ. Element (i, k) of A lies at A + i·aRow + k·aStep, so a transposed A costs
 * nothing; B is inner × cols, or cols × inner when `transposed`; C is rows × cols.
 *
 * @param bias    rows numbers, or 0: none
 * @param scratch room for inner × 8 numbers
 */
export function gemm(
  rows: usize,
  inner: usize,
  cols: usize,
  A: usize,
  aRow: usize,
  aStep: usize,
  B: usize,
  transposed: bool,
  C: usize,
  alpha: f32,
  bias: usize,
  scratch: usize,
): void {
  const packs = transposed || (rows >= 8 && cols > 8 && inner * cols * 4 > PACK_FROM);
  const bRow = packs ? 32 : cols * 4;
  const cRow = cols * 4;
  for (let j: usize = 0; j < cols; j += 8) {
    const width = min<usize>(8, cols - j);
    let panel = B + j * 4;
    if (packs) {
      if (transposed) packTransposed(B + j * inner * 4, inner, width, scratch);
      else packPlain(panel, inner, cols * 4, scratch);
      panel = scratch;
    }
    let c = C + j * 4;
    let a = A;
    let b = bias;
    let i: usize = 0;
    if (width > 4) {
      for (; i + 4 <= rows; i += 4) {
        tile4x8(inner, a, aRow, aStep, panel, bRow, c, cRow, width, alpha, b);
        a += aRow * 4;
        c += cRow * 4;
        if (b) b += 16;
      }
      for (; i < rows; i++) {
        tile1x8(inner, a, aStep, panel, bRow, c, width, alpha, b);
        a += aRow;
        c += cRow;
        if (b) b += 4;
      }
    } else {
      for (; i + 4 <= rows; i += 4) {
        tile4x4(inner, a, aRow, aStep, panel, bRow, c, cRow, width, alpha, b);
        a += aRow * 4;
        c += cRow * 4;
        if (b) b += 16;
      }
      for (; i < rows; i++) {
        tile1x4(inner, a, aStep, panel, bRow, c, width, alpha, b);
        a += aRow;
        c += cRow;
        if (b) b += 4;
      }
    }
  }
}

/** Copies eight columns of B, one row after the other. */
function packPlain(from: usize, inner: usize, bRow: usize, to: usize): void {
  for (let k: usize = 0; k < inner; k++) {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
    from += bRow;
    to += 32;
  }
}

/** The same for a transposed B, whose columns are rows of `inner` numbers. */
function packTransposed(from: usize, inner: usize, width: usize, to: usize): void {
  packFour(from, inner, width, to);
  if (width > 4) packFour(from + 16 * inner, inner, width - 4, to + 16);
}

/** Transposes up to four rows in squares of 4 × 4; rows beyond `width` repeat the last one. */
function packFour(from: usize, inner: usize, width: usize, to: usize): void {
  const row = inner * 4;
  let r0 = from;
  let r1 = r0 + (width > 1 ? row : 0);
  let r2 = r1 + (width > 2 ? row : 0);
  let r3 = r2 + (width > 3 ? row : 0);
  let k: usize = 0;
  for (; k + 4 <= inner; k += 4) {
    const a = v128.load(r0);
    const b = v128.load(r1);
    const c = v128.load(r2);
    const d = v128.load(r3);
    const ab0 = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
    const ab1 = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
    const cd0 = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
    const cd1 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<f32>(ab0, cd0, 0, 1, 4, 5));
    v128.store(to, v128.shuffle<f32>(ab0, cd0, 2, 3, 6, 7), 32);
    v128.store(to, v128.shuffle<f32>(ab1, cd1, 0, 1, 4, 5), 64);
    v128.store(to, v128.shuffle<f32>(ab1, cd1, 2, 3, 6, 7), 96);
    r0 += 16;
    r1 += 16;
    r2 += 16;
    r3 += 16;
    to += 128;
  }
  for (; k < inner; k++) {
    store<f32>(to, load<f32>(r0));
    store<f32>(to, load<f32>(r1), 4);
    store<f32>(to, load<f32>(r2), 8);
    store<f32>(to, load<f32>(r3), 12);
    r0 += 4;
    r1 += 4;
    r2 += 4;
    r3 += 4;
    to += 32;
  }
}

@inline
function step(sum: v128, a: v128, b: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

@inline
function finish(sum: v128, alpha: v128, bias: usize, row: usize): v128 {
  const scaled = f32x4.mul(sum, alpha);
  return bias ? f32x4.add(scaled, v128.load32_splat(bias + row * 4)) : scaled;
}

@inline
function store8(c: usize, left: v128, right: v128, width: usize): void {
  v128.store(c, left);
  if (width == 8) v128.store(c, right, 16);
  else storeFirst(c + 16, right, width - 4);
}

function tile4x8(
  inner: usize,
  a0: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bRow: usize,
  c: usize,
  cRow: usize,
  width: usize,
  alpha: f32,
  bias: usize,
): void {
  let s00 = f32x4.splat(0);
  let s01 = f32x4.splat(0);
  let s10 = f32x4.splat(0);
  let s11 = f32x4.splat(0);
  let s20 = f32x4.splat(0);
  let s21 = f32x4.splat(0);
  let s30 = f32x4.splat(0);
  let s31 = f32x4.splat(0);
  let a1 = a0 + aRow;
  let a2 = a1 + aRow;
  let a3 = a2 + aRow;
  for (let k = inner; k > 0; k--) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const x0 = v128.load32_splat(a0);
    s00 = step(s00, x0, b0);
    s01 = step(s01, x0, b1);
    const x1 = v128.load32_splat(a1);
    s10 = step(s10, x1, b0);
    s11 = step(s11, x1, b1);
    const x2 = v128.load32_splat(a2);
    s20 = step(s20, x2, b0);
    s21 = step(s21, x2, b1);
    const x3 = v128.load32_splat(a3);
    s30 = step(s30, x3, b0);
    s31 = step(s31, x3, b1);
    a0 += aStep;
    a1 += aStep;
    a2 += aStep;
    a3 += aStep;
    b += bRow;
  }
  const factor = f32x4.splat(alpha);
  store8(c, finish(s00, factor, bias, 0), finish(s01, factor, bias, 0), width);
  c += cRow;
  store8(c, finish(s10, factor, bias, 1), finish(s11, factor, bias, 1), width);
  c += cRow;
  store8(c, finish(s20, factor, bias, 2), finish(s21, factor, bias, 2), width);
  c += cRow;
  store8(c, finish(s30, factor, bias, 3), finish(s31, factor, bias, 3), width);
}

function tile1x8(
  inner: usize,
  a: usize,
  aStep: usize,
  b: usize,
  bRow: usize,
  c: usize,
  width: usize,
  alpha: f32,
  bias: usize,
): void {
  let s0 = f32x4.splat(0);
  let s1 = f32x4.splat(0);
  for (let k = inner; k > 0; k--) {
    const x = v128.load32_splat(a);
    s0 = step(s0, x, v128.load(b));
    s1 = step(s1, x, v128.load(b, 16));
    a += aStep;
    b += bRow;
  }
  const factor = f32x4.splat(alpha);
  store8(c, finish(s0, factor, bias, 0), finish(s1, factor, bias, 0), width);
}

function tile4x4(
  inner: usize,
  a0: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bRow: usize,
  c: usize,
  cRow: usize,
  width: usize,
  alpha: f32,
  bias: usize,
): void {
  let s0 = f32x4.splat(0);
  let s1 = f32x4.splat(0);
  let s2 = f32x4.splat(0);
  let s3 = f32x4.splat(0);
  let a1 = a0 + aRow;
  let a2 = a1 + aRow;
  let a3 = a2 + aRow;
  for (let k = inner; k > 0; k--) {
    const b0 = v128.load(b);
    s0 = step(s0, v128.load32_splat(a0), b0);
    s1 = step(s1, v128.load32_splat(a1), b0);
    s2 = step(s2, v128.load32_splat(a2), b0);
    s3 = step(s3, v128.load32_splat(a3), b0);
    a0 += aStep;
    a1 += aStep;
    a2 += aStep;
    a3 += aStep;
    b += bRow;
  }
  const factor = f32x4.splat(alpha);
  storeFirst(c, finish(s0, factor, bias, 0), width);
  c += cRow;
  storeFirst(c, finish(s1, factor, bias, 1), width);
  c += cRow;
  storeFirst(c, finish(s2, factor, bias, 2), width);
  c += cRow;
  storeFirst(c, finish(s3, factor, bias, 3), width);
}

function tile1x4(
  inner: usize,
  a: usize,
  aStep: usize,
  b: usize,
  bRow: usize,
  c: usize,
  width: usize,
  alpha: f32,
  bias: usize,
): void {
  let sum = f32x4.splat(0);
  for (let k = inner; k > 0; k--) {
    sum = step(sum, v128.load32_splat(a), v128.load(b));
    a += aStep;
    b += bRow;
  }
  storeFirst(c, finish(sum, f32x4.splat(alpha), bias, 0), width);
}
