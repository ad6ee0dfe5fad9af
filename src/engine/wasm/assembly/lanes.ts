/** Stores the first `width` of four numbers; all four if width ≥ 4. */
export function storeFirst(to: usize, v: v128, width: usize): void {
  if (width >= 4) {
    v128.store(to, v);
    return;
  }
  if (width >= 2) {
    v128.store64_lane(to, v, 0);
    if (width == 3) v128.store32_lane(to + 8, v, 2);
  } else {
    v128.store32_lane(to, v, 0);
  }
}

/** v0 + v1 + v2 + v3. */
@inline
export function sumOf(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) +
    f32x4.extract_lane(v, 1) +
    (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  );
}
