// e^x, sigmoid and tanh of four numbers. The relative error stays below 2e-7 for sigmoid, where single
// precision itself has 0.6e-7, and below 4e-7 for tanh. A comparison with NaN is false, and pmin(x, y),
// pmax(x, y) then give their first argument: so NaN comes out as NaN.

const LOG2_E: f32 = 1.44269504;
// log 2 in two parts: n times the first is exact, so x − n log 2 keeps its last bits.
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440e-4;

@inline
function times(a: v128, b: v128): v128 {
  return f32x4.mul(a, b);
}

/** a b + c, each operation rounded: the same bits on every machine. */
@inline
function mulAdd(a: v128, b: v128, c: f32): v128 {
  return f32x4.add(f32x4.mul(a, b), f32x4.splat(c));
}

/**
 * e^x: x = n log 2 + r with |r| ≤ ½ log 2, e^r by the polynomial of Cephes' expf (Moshier), and 2ⁿ
 * set as an exponent. Below −87.3, where single precision ends, it stays at 1.2e-38.
 */
@inline
export function exp(x: v128): v128 {
  x = f32x4.pmax(f32x4.pmin(x, f32x4.splat(88.3762)), f32x4.splat(-87.3365));
  const n = f32x4.nearest(times(x, f32x4.splat(LOG2_E)));
  const r = f32x4.sub(
    f32x4.sub(x, times(n, f32x4.splat(LN2_HIGH))),
    times(n, f32x4.splat(LN2_LOW)),
  );
  let p = f32x4.splat(1.9875691500e-4);
  p = mulAdd(p, r, 1.3981999507e-3);
  p = mulAdd(p, r, 8.3334519073e-3);
  p = mulAdd(p, r, 4.1665795894e-2);
  p = mulAdd(p, r, 1.6666665459e-1);
  p = mulAdd(p, r, 5.0000001201e-1);
  const power = f32x4.add(f32x4.add(times(p, times(r, r)), r), f32x4.splat(1));
  const exponent = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return times(power, exponent);
}

/** σ(x) with e only raised to powers ≤ 0, as in activations.ts. */
@inline
export function sigmoid(x: v128): v128 {
  const e = exp(f32x4.neg(f32x4.abs(x)));
  const one = f32x4.splat(1);
  const numerator = v128.bitselect(e, one, f32x4.lt(x, f32x4.splat(0)));
  return f32x4.div(numerator, f32x4.add(one, e));
}

/**
 * tanh by the rational function x P(x²) / Q(x²) of Eigen's generic_fast_tanh_float: half the work of
 * e^x, and at its ends, where tanh is 1 in single precision, it is 1.
 */
@inline
export function tanh(x: v128): v128 {
  x = f32x4.pmax(f32x4.pmin(x, f32x4.splat(7.90531111)), f32x4.splat(-7.90531111));
  const x2 = times(x, x);
  let p = f32x4.splat(-2.76076847742355e-16);
  p = mulAdd(p, x2, 2.00018790482477e-13);
  p = mulAdd(p, x2, -8.60467152213735e-11);
  p = mulAdd(p, x2, 5.12229709037114e-8);
  p = mulAdd(p, x2, 1.48572235717979e-5);
  p = mulAdd(p, x2, 6.37261928875436e-4);
  p = mulAdd(p, x2, 4.89352455891786e-3);
  let q = f32x4.splat(1.19825839466702e-6);
  q = mulAdd(q, x2, 1.18534705686654e-4);
  q = mulAdd(q, x2, 2.268434632439e-3);
  q = mulAdd(q, x2, 4.89352518554385e-3);
  return f32x4.div(times(x, p), q);
}
