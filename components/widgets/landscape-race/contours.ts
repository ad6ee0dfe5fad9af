import type { Surface } from './surfaces';

type Point = readonly [number, number];

export const columns = 88;
export const rows = 66;

/** The window of a surface: x from … to, y from … to. */
export function windowOf({ map: { half, middle } }: Surface) {
  const [x, y] = middle;
  return { x: [x - half, x + half], y: [y - 0.75 * half, y + 0.75 * half] } as const;
}

/** Lines of equal loss, one list of polylines a level, by marching squares on a grid. */
export function contours(surface: Surface): Point[][][] {
  const { scale, ratio, count } = surface.contours;
  const { x, y } = windowOf(surface);
  const px = (i: number): number => x[0] + ((x[1] - x[0]) * i) / columns;
  const py = (j: number): number => y[0] + ((y[1] - y[0]) * j) / rows;
  const heights = Array.from({ length: rows + 1 }, (_, j) =>
    Array.from({ length: columns + 1 }, (_, i) => surface.value(px(i), py(j))),
  );
  return Array.from({ length: count }, (_, k) => {
    const level = surface.least + scale * ratio ** k;
    return joined(segments(heights, level)).map((line) =>
      line.map(([i, j]): Point => [px(i), py(j)]),
    );
  });
}

/** The pieces of a level line inside each cell of the grid, in grid coordinates. */
function segments(heights: readonly (readonly number[])[], level: number): [Point, Point][] {
  const found: [Point, Point][] = [];
  const crossing = (p: Point, q: Point): Point | undefined => {
    const [hp, hq] = [heights[p[1]]![p[0]]!, heights[q[1]]![q[0]]!];
    if (hp >= level === hq >= level) return undefined;
    const share = (level - hp) / (hq - hp);
    return [p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1])];
  };
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      // Each edge from its smaller corner, so that neighbours find the same crossing to the bit.
      const edges = [
        crossing([i, j], [i + 1, j]),
        crossing([i + 1, j], [i + 1, j + 1]),
        crossing([i, j + 1], [i + 1, j + 1]),
        crossing([i, j], [i, j + 1]),
      ].filter((point) => point !== undefined);
      if (edges.length >= 2) found.push([edges[0]!, edges[1]!]);
      if (edges.length === 4) found.push([edges[2]!, edges[3]!]);
    }
  }
  return found;
}

/** Pieces joined end to end into lines. */
function joined(pieces: [Point, Point][]): Point[][] {
  const keyOf = ([i, j]: Point): string => `${i},${j}`;
  const ends = new Map<string, number[]>();
  pieces.forEach((piece, n) => {
    for (const end of piece) ends.set(keyOf(end), [...(ends.get(keyOf(end)) ?? []), n]);
  });
  const used = new Set<number>();
  /** Goes on from a point over pieces that are not used yet. */
  const follow = (from: Point): Point[] => {
    const line: Point[] = [];
    for (let here = from; ; ) {
      const n = ends.get(keyOf(here))?.find((piece) => !used.has(piece));
      if (n === undefined) return line;
      used.add(n);
      const [p, q] = pieces[n]!;
      here = keyOf(p) === keyOf(here) ? q : p;
      line.push(here);
    }
  };
  return pieces.flatMap((piece, n) => {
    if (used.has(n)) return [];
    used.add(n);
    return [[...follow(piece[0]).toReversed(), piece[0], piece[1], ...follow(piece[1])]];
  });
}
