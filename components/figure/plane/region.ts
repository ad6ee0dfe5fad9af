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

/** A function of the plane. */
export type Level = (place: Place) => number;

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
 * @param exact  the function itself: then the edge is followed closely, however it bends
 */
export function positivePieces(values: ArrayLike<number>, grid: Grid, exact?: Level): Place[][] {
  const pieces: Place[][] = [];
  eachCell(values, grid, (cell) => {
    if (cell.every(({ value }) => value > 0)) pieces.push(cell.map(({ place }) => place));
    else if (cell.some(({ value }) => value > 0)) {
      for (const triangle of trianglesOf(cell)) {
        const piece = cut(triangle, exact);
        if (piece.length > 2) pieces.push(piece);
      }
    }
  });
  return pieces;
}

/** The line along which a function is 0, as short segments; arguments as for `positivePieces`. */
export function zeroLine(values: ArrayLike<number>, grid: Grid, exact?: Level): [Place, Place][] {
  const segments: [Place, Place][] = [];
  eachCell(values, grid, (cell) => {
    for (const triangle of trianglesOf(cell)) {
      const ends = triangle.flatMap((p, i) => {
        const q = triangle[(i + 1) % 3]!;
        return p.value > 0 === q.value > 0 ? [] : [crossing(p, q, exact)];
      });
      if (ends.length === 2) segments.push([ends[0]!, ends[1]!]);
    }
  });
  return segments;
}

/** The `d` of a path around pieces; `place` says where in the drawing a point goes. */
export const piecesPath = <P>(
  pieces: readonly (readonly P[])[],
  place: (point: P) => Place,
): string => pieces.map((piece) => `${line(piece, place)}Z`).join('');

/** The `d` of a path along segments, or longer lines. */
export const segmentsPath = <P>(
  segments: readonly (readonly P[])[],
  place: (point: P) => Place,
): string => segments.map((points) => line(points, place)).join('');

const line = <P>(points: readonly P[], place: (point: P) => Place): string =>
  `M${points.map((point) => place(point).map(tenths).join(',')).join('L')}`;

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
const cut = (triangle: readonly Corner[], exact?: Level): Place[] =>
  triangle.flatMap((p, i) => {
    const q = triangle[(i + 1) % 3]!;
    const own = p.value > 0 ? [p.place] : [];
    return p.value > 0 === q.value > 0 ? own : [...own, crossing(p, q, exact)];
  });

/** Rounds of false position: each makes the place of the zero many times more exact. */
const rounds = 5;

/** Where the function is 0 between two corners of different sign. */
function crossing(p: Corner, q: Corner, exact?: Level): Place {
  let [from, to] = [p, q];
  let place = along(from, to);
  let before = 0;
  for (let n = 0; exact && n < rounds; n++) {
    const value = exact(place);
    if (value === 0) break;
    const side = value > 0 === from.value > 0 ? 1 : -1;
    // An end that stays a second time counts half, or it would stay for ever (Illinois).
    const kept = side === before ? 0.5 : 1;
    if (side === 1)
      [from, to] = [
        { place, value },
        { ...to, value: kept * to.value },
      ];
    else
      [from, to] = [
        { ...from, value: kept * from.value },
        { place, value },
      ];
    before = side;
    place = along(from, to);
  }
  return place;
}

function along(
  { place: [px, py], value: p }: Corner,
  { place: [qx, qy], value: q }: Corner,
): Place {
  const t = p / (p - q);
  return [px + t * (qx - px), py + t * (qy - py)];
}
