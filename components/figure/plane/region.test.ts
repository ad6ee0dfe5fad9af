import { describe, expect, it } from 'vitest';
import { corners, type Grid, type Place, piecesPath, positivePieces, zeroLine } from './region';

const valuesOf = (f: (x: number, y: number) => number, grid: Grid): number[] => {
  const X = corners(grid);
  return Array.from({ length: X.cols }, (_, s) => f(X.at(0, s), X.at(1, s)));
};
const areaOf = (piece: readonly Place[]): number =>
  Math.abs(
    piece.reduce((sum, [x, y], i) => {
      const [u, v] = piece[(i + 1) % piece.length]!;
      return sum + (x * v - u * y) / 2;
    }, 0),
  );
const total = (pieces: readonly Place[][]): number =>
  pieces.reduce((sum, piece) => sum + areaOf(piece), 0);

describe('the part of the plane where a function is positive', () => {
  it.each([1, 3, 8])('is exact for a straight line, with %i cells', (cells) => {
    const grid = { low: -1, high: 2, cells };
    // Under y = x/2 + 0.3, from −1 to 2 in both: the line leaves at heights −0.2 and 1.3.
    const pieces = positivePieces(
      valuesOf((x, y) => x / 2 + 0.3 - y, grid),
      grid,
    );
    expect(total(pieces)).toBeCloseTo(3 * (0.55 + 1), 12);
    for (const [[x, y]] of zeroLine(
      valuesOf((x, y) => x / 2 + 0.3 - y, grid),
      grid,
    )) {
      expect(y).toBeCloseTo(x / 2 + 0.3, 12);
    }
  });

  it('comes close to a disc', () => {
    const grid = { low: -1, high: 1, cells: 40 };
    const pieces = positivePieces(
      valuesOf((x, y) => 0.64 - x * x - y * y, grid),
      grid,
    );
    expect(total(pieces)).toBeCloseTo(0.64 * Math.PI, 2);
  });

  it('follows a bent edge exactly when it may ask the function', () => {
    const grid = { low: -1, high: 1, cells: 6 };
    const disc = (x: number, y: number) => 0.64 - x * x - y * y;
    const values = valuesOf(disc, grid);
    const furthest = (ends: readonly [Place, Place][]): number =>
      Math.max(...ends.flat().map(([x, y]) => Math.abs(Math.hypot(x, y) - 0.8)));
    expect(furthest(zeroLine(values, grid))).toBeGreaterThan(1e-3);
    expect(furthest(zeroLine(values, grid, ([x, y]) => disc(x, y)))).toBeLessThan(1e-6);
  });

  it('is nothing or everything where the sign never changes', () => {
    const grid = { low: 0, high: 1, cells: 4 };
    expect(
      positivePieces(
        valuesOf(() => -1, grid),
        grid,
      ),
    ).toEqual([]);
    expect(
      total(
        positivePieces(
          valuesOf(() => 1, grid),
          grid,
        ),
      ),
    ).toBeCloseTo(1, 12);
    expect(
      zeroLine(
        valuesOf(() => 1, grid),
        grid,
      ),
    ).toEqual([]);
  });

  it('is drawn to a tenth of a unit', () => {
    const grid = { low: 0, high: 1, cells: 1 };
    const pieces = positivePieces(
      valuesOf(() => 1, grid),
      grid,
    );
    expect(piecesPath(pieces, ([x, y]) => [10 * x, 33.333 * y])).toBe('M0,0L10,0L10,33.3L0,33.3Z');
  });
});
