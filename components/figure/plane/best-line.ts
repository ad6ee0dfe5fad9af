import type { Place } from './region';

/** A point with the answer that is wanted there. */
export interface Labelled {
  readonly at: Place;
  readonly y: number;
}

/**
 * The fewest points that a straight line can leave on the wrong side, whichever side says 1. Exact:
 * every way in which a line divides points is that of a line through two of them, moved a little so
 * that points on it fall to either side in turn.
 */
export function fewestWrong(points: readonly Labelled[]): number {
  const ones = points.filter(({ y }) => y === 1).length;
  let fewest = Math.min(ones, points.length - ones);
  for (const p of points) {
    for (const q of points) {
      if (p.at[0] === q.at[0] && p.at[1] === q.at[1]) continue;
      fewest = Math.min(fewest, wrongAlong(points, p.at, q.at));
    }
  }
  return fewest;
}

/** Fewest wrong for the lines that come from turning the line through p and q a little. */
function wrongAlong(points: readonly Labelled[], [px, py]: Place, [qx, qy]: Place): number {
  const [dx, dy] = [qx - px, qy - py];
  const on: { along: number; y: number }[] = [];
  // Wrong if the side of positive cross products says 1.
  let wrong = 0;
  for (const { at, y } of points) {
    const [x, v] = [at[0] - px, at[1] - py];
    const side = dx * v - dy * x;
    if (Math.abs(side) <= 1e-12 * (dx * dx + dy * dy)) on.push({ along: x * dx + v * dy, y });
    else if (side > 0 !== (y === 1)) wrong++;
  }
  // Turned about a place on the line: what lies beyond it falls to one side, the rest to the other.
  on.sort((r, s) => r.along - s.along);
  const turned = splits(on.map(({ along }) => along)).flatMap((i) =>
    [true, false].map((beyondSaysOne) =>
      on.reduce((sum, { y }, k) => sum + Number((k >= i === beyondSaysOne) !== (y === 1)), 0),
    ),
  );
  return wrong + Math.min(...turned);
}

/** Where a sorted list can be divided without parting equals. */
const splits = (sorted: readonly number[]): number[] =>
  Array.from({ length: sorted.length + 1 }, (_, i) => i).filter(
    (i) => i === 0 || i === sorted.length || sorted[i - 1]! < sorted[i]!,
  );
