const TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI);

/**
 * The error function, to about 1e-15. Near 0 by the series with positive terms
 * erf(x) = 2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (1·3·…·(2n+1)), further out by the continued fraction of
 * erfc (Abramowitz & Stegun 7.1.6 and 7.1.14).
 */
export function erf(x: number): number {
  const t = Math.abs(x);
  const value = t < 3 ? erfSeries(t) : 1 - erfcFraction(t);
  return x < 0 ? -value : value;
}

function erfSeries(t: number): number {
  let term = t;
  let sum = t;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (2 * t * t) / (2 * n + 1);
    sum += term;
  }
  return TWO_OVER_SQRT_PI * Math.exp(-t * t) * sum;
}

function erfcFraction(t: number): number {
  // From the inside out; 40 levels are more than enough from t = 3 on.
  let fraction = t;
  for (let k = 40; k >= 1; k--) fraction = t + k / 2 / fraction;
  return Math.exp(-t * t) / (Math.sqrt(Math.PI) * fraction);
}

/** log(1 + e^z) without overflow: log(1 + e^z) = max(z, 0) + log(1 + e^−|z|). */
export function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}
