/** A straight scale from numbers to places in a drawing, and back. */
export interface Scale {
  (value: number): number;
  invert(place: number): number;
}

/**
 * Maps `from` to `to` along a straight line and goes on beyond the ends. For a logarithmic axis
 * give it exponents.
 */
export function linearScale(
  [d0, d1]: readonly [number, number],
  [r0, r1]: readonly [number, number],
): Scale {
  const scale = (value: number): number => r0 + ((value - d0) / (d1 - d0)) * (r1 - r0);
  return Object.assign(scale, {
    invert: (place: number): number => d0 + ((place - r0) / (r1 - r0)) * (d1 - d0),
  });
}

/** The multiples of `step` between two numbers, both ends included. */
export function ticks(min: number, max: number, step: number): number[] {
  const first = Math.ceil(min / step - 1e-9);
  const count = Math.floor(max / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * step + 0);
}

/** The `d` of a path through points, to a tenth of a unit. */
export const linePath = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.length === 0
    ? ''
    : `M${points.map((p) => p.map((u) => u.toFixed(1)).join(',')).join('L')}`;
