/** Where one unit of a network is drawn; layer 0 holds the inputs, units count from 1. */
export interface UnitPlace {
  layer: number;
  unit: number;
  x: number;
  y: number;
}

/** Where the weight W^layer_{to,from} is drawn: from the rim of one unit to the rim of another. */
export interface EdgePlace {
  layer: number;
  to: number;
  from: number;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface NetworkLayout {
  units: readonly UnitPlace[];
  edges: readonly EdgePlace[];
  radius: number;
}

interface Box {
  width: number;
  height: number;
  /** Free space around the outermost units' centres. */
  padding?: { x: number; y: number };
  /** Of a unit; made smaller where units would touch. */
  radius?: number;
}

/**
 * Lays a network out: layers from left to right, as forward always runs; each layer's units spread
 * evenly and centred.
 *
 * @param sizes n₀ … n_L, at least two layers
 * @param box   in the drawing's own units
 */
export function networkLayout(
  sizes: readonly number[],
  { width, height, padding = { x: 40, y: 30 }, radius = 20 }: Box,
): NetworkLayout {
  const most = Math.max(...sizes);
  const gap = (height - 2 * padding.y) / Math.max(1, most - 1);
  const r = most > 1 ? Math.min(radius, 0.42 * gap) : radius;
  const column = (layer: number): number =>
    padding.x + (layer * (width - 2 * padding.x)) / Math.max(1, sizes.length - 1);
  const layers = sizes.map((size, layer) =>
    Array.from({ length: size }, (_, i): UnitPlace => {
      return { layer, unit: i + 1, x: column(layer), y: height / 2 + (i - (size - 1) / 2) * gap };
    }),
  );
  const edges = layers.slice(1).flatMap((row, l) =>
    row.flatMap((to) =>
      (layers[l] ?? []).map((from): EdgePlace => {
        const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
        const [dx, dy] = [((to.x - from.x) / length) * r, ((to.y - from.y) / length) * r];
        return {
          layer: to.layer,
          to: to.unit,
          from: from.unit,
          x1: from.x + dx,
          y1: from.y + dy,
          x2: to.x - dx,
          y2: to.y - dy,
        };
      }),
    ),
  );
  return { units: layers.flat(), edges, radius: r };
}

/** Thickness of an edge for a weight: grows with |w| and stays in bounds whatever w is. */
export const thickness = (weight: number): number =>
  Number.isFinite(weight) ? 0.8 + 4.2 * Math.tanh(Math.abs(weight) / 1.5) : 0.8;
