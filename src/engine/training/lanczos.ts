/** One number for each entry of each parameter. */
export type Vector = readonly Float64Array[];

/**
 * The largest eigenvalue of a symmetric matrix H, known by its products alone. Lanczos 1950: in the
 * orthonormal basis of first, H first, H² first, … the matrix is tridiagonal. The estimate
 * approaches from below, and is exact after as many rounds as the matrix has rows.
 * @param times  H v
 * @param first  where the iteration starts: any vector that is not orthogonal to the one looked for
 * @param rounds products with H
 */
export function largestEigenvalue(
  times: (v: Vector) => Vector,
  first: Vector,
  rounds: number,
): number {
  const basis: Vector[] = [];
  const diagonal: number[] = [];
  const beside: number[] = [];
  let w = first;
  for (let round = 0; round < rounds; round++) {
    const length = Math.sqrt(dot(w, w));
    // What rounding leaves of a vector that lies in the basis is no new direction; nor is NaN.
    const scale = Math.max(...diagonal.map(Math.abs), ...beside);
    if (!(length > 1e-8 * scale)) break;
    if (round > 0) beside.push(length);
    const v = combine(w, 1 / length);
    basis.push(v);
    w = times(v);
    diagonal.push(dot(v, w));
    // Twice: once leaves rounding errors that the next rounds would blow up.
    for (const u of [...basis, ...basis]) w = combine(w, 1, u, -dot(u, w));
  }
  return largestOfTridiagonal(diagonal, beside);
}

/** By bisection: the pivots of T − x are all negative exactly when x lies above every eigenvalue. */
function largestOfTridiagonal(diagonal: readonly number[], beside: readonly number[]): number {
  const bound = diagonal.reduce(
    (max, d, i) => Math.max(max, Math.abs(d) + (beside[i - 1] ?? 0) + (beside[i] ?? 0)),
    0,
  );
  const isAbove = (x: number) => {
    let pivot = -1;
    return diagonal.every((d, i) => {
      pivot = d - x - (i > 0 ? beside[i - 1]! ** 2 / pivot : 0);
      return pivot < 0;
    });
  };
  let [low, high] = [-bound, bound];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (isAbove(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** c v + d w. */
export function combine(v: Vector, c: number, w?: Vector, d = 0): Vector {
  return v.map((array, p) => array.map((entry, k) => c * entry + (w ? d * w[p]![k]! : 0)));
}

function dot(v: Vector, w: Vector): number {
  return v.reduce(
    (sum, array, p) => array.reduce((total, entry, k) => total + entry * w[p]![k]!, sum),
    0,
  );
}
