/** Where things stand in a drawing of a network, in its own units: 400 wide. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  /** Centre of unit j (from 1) of layer l (from 0). */
  readonly node: (layer: number, unit: number) => Point;
  /** Where target j stands. */
  readonly target: (unit: number) => Point;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const width = 400;
const margin = { side: 32, top: 38, bottom: 34 };

/**
 * Layers from left to right in equal steps, units of a layer around its middle. With room for a
 * bias over each unit and a δ under it, up to four layers of four.
 */
export function layout(sizes: readonly number[], withTargets = true): Layout {
  const most = Math.max(...sizes);
  const columns = sizes.length - 1 + (withTargets ? 0.72 : 0);
  const across = (width - 2 * margin.side) / columns;
  const down = most > 3 ? 84 : 92;
  const height = margin.top + margin.bottom + (most - 1) * down + 44;
  const middle = margin.top + 22 + ((most - 1) * down) / 2;
  const y = (layer: number, unit: number): number =>
    middle + (unit - 1 - ((sizes[layer] ?? 1) - 1) / 2) * down;
  return {
    width,
    height,
    radius: 23,
    node: (layer, unit) => ({ x: margin.side + layer * across, y: y(layer, unit) }),
    target: (unit) => ({ x: width - margin.side + 4, y: y(sizes.length - 1, unit) }),
  };
}

/**
 * Where on an edge its label stands: near the end that has fewer edges crossing there. `from` and
 * `to` are how many units each side has.
 */
export const labelPlace = (from: Point, to: Point, nearStart: boolean): Point => {
  const t = nearStart ? 0.34 : 0.64;
  return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
};

/** The part of the line between two nodes that lies outside their circles. */
export function between(from: Point, to: Point, radius: number): [Point, Point] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [(dx / length) * radius, (dy / length) * radius];
  return [
    { x: from.x + ux, y: from.y + uy },
    { x: to.x - ux, y: to.y - uy },
  ];
}
