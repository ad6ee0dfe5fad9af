import { Matrix } from '@engine/matrix';

/** A place in the plane. */
export type Place = readonly [x: number, y: number];

/** A square grid over the plane: both coordinates from `low` to `high` in so many cells. */
export interface Grid {
  readonly low: number;
  readonly high: number;
  readonly cells: number;
}

const coordinate = ({ low, high, cells }: Grid, i: number): number =>
  low + ((high - low) * i) / cells;

/** The corners of all cells as samples of a batch, 2 × (cells + 1)², row after row. */
export function corners(grid: Grid): Matrix {
  const side = grid.cells + 1;
  const at = Array.from({ length: side }, (_, i) => coordinate(grid, i));
  return Matrix.from([at.flatMap(() => at), at.flatMap((y) => at.map(() => y))]);
}

/**
 * The part of the plane where a function is positive, in pieces: whole cells, and along the edge
 * cells cut by straight lines (marching triangles). Exact for a straight function.
 *
 * @param values the function at the `corners`
 */
export function positivePieces(values: ArrayLike<number>, grid: Grid): Place[][] {
  const pieces: Place[][] = [];
  eachCell(values, grid, (cell) => {
    if (cell.every(({ value }) => value > 0)) pieces.push(cell.map(({ place }) => place));
    else if (cell.some(({ value }) => value > 0)) {
      for (const triangle of trianglesOf(cell)) {
        const piece = cut(triangle);
        if (piece.length > 2) pieces.push(piece);
      }
    }
  });
  return pieces;
}

/** The line along which a function is 0, as short segments. */
export function zeroLine(values: ArrayLike<number>, grid: Grid): [Place, Place][] {
  const segments: [Place, Place][] = [];
  eachCell(values, grid, (cell) => {
    for (const triangle of trianglesOf(cell)) {
      const ends = triangle.flatMap((p, i) => {
        const q = triangle[(i + 1) % 3]!;
        return p.value > 0 === q.value > 0 ? [] : [crossing(p, q)];
      });
      if (ends.length === 2) segments.push([ends[0]!, ends[1]!]);
    }
  });
  return segments;
}

/** The `d` of a path around pieces. */
export const piecesPath = (
  pieces: readonly (readonly Place[])[],
  place: (point: Place) => Place,
): string =>
  pieces
    .map((piece) => `M${piece.map((point) => place(point).map(tenths).join(',')).join('L')}Z`)
    .join('');

/** The `d` of a path along segments. */
export const segmentsPath = (
  segments: readonly (readonly [Place, Place])[],
  place: (point: Place) => Place,
): string =>
  segments
    .map((ends) => `M${ends.map((point) => place(point).map(tenths).join(',')).join('L')}`)
    .join('');

const tenths = (u: number): string => String(Math.round(u * 10) / 10);

interface Corner {
  readonly place: Place;
  readonly value: number;
}

function eachCell(values: ArrayLike<number>, grid: Grid, visit: (cell: Corner[]) => void): void {
  const side = grid.cells + 1;
  const corner = (i: number, j: number): Corner => ({
    place: [coordinate(grid, i), coordinate(grid, j)],
    value: values[j * side + i]!,
  });
  for (let j = 0; j < grid.cells; j++) {
    for (let i = 0; i < grid.cells; i++) {
      visit([corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)]);
    }
  }
}

const trianglesOf = ([p, q, r, s]: Corner[]): Corner[][] => [
  [p!, q!, r!],
  [p!, r!, s!],
];

/** What is left of a triangle where the function is positive. */
const cut = (triangle: readonly Corner[]): Place[] =>
  triangle.flatMap((p, i) => {
    const q = triangle[(i + 1) % 3]!;
    const own = p.value > 0 ? [p.place] : [];
    return p.value > 0 === q.value > 0 ? own : [...own, crossing(p, q)];
  });

function crossing(p: Corner, q: Corner): Place {
  const t = p.value / (p.value - q.value);
  return [p.place[0] + t * (q.place[0] - p.place[0]), p.place[1] + t * (q.place[1] - p.place[1])];
}
