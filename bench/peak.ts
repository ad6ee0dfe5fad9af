// AssemblyScript: multiplications and additions on twelve registers and nothing else, the most that
// WebAssembly's SIMD can do on one core of this machine.

/**
 * The factor and the term are arguments: a compiler would build constants anew for each use.
 * @returns a number that depends on all registers, so that none is left out
 */
export function run(steps: i32, f0: f32, t0: f32): f32 {
  const factor = f32x4.splat(f0);
  const term = f32x4.splat(t0);
  let a = f32x4.splat(1);
  let b = a;
  let c = a;
  let d = a;
  let e = a;
  let f = a;
  let g = a;
  let h = a;
  let i = a;
  let j = a;
  let k = a;
  let l = a;
  for (; steps > 0; steps--) {
    a = f32x4.add(f32x4.mul(a, factor), term);
    b = f32x4.add(f32x4.mul(b, factor), term);
    c = f32x4.add(f32x4.mul(c, factor), term);
    d = f32x4.add(f32x4.mul(d, factor), term);
    e = f32x4.add(f32x4.mul(e, factor), term);
    f = f32x4.add(f32x4.mul(f, factor), term);
    g = f32x4.add(f32x4.mul(g, factor), term);
    h = f32x4.add(f32x4.mul(h, factor), term);
    i = f32x4.add(f32x4.mul(i, factor), term);
    j = f32x4.add(f32x4.mul(j, factor), term);
    k = f32x4.add(f32x4.mul(k, factor), term);
    l = f32x4.add(f32x4.mul(l, factor), term);
  }
  const abc = f32x4.add(f32x4.add(a, b), f32x4.add(c, d));
  const efg = f32x4.add(f32x4.add(e, f), f32x4.add(g, h));
  const all = f32x4.add(f32x4.add(abc, efg), f32x4.add(f32x4.add(i, j), f32x4.add(k, l)));
  return f32x4.extract_lane(all, 0);
}
