import { type Place, piecesPath, segmentsPath } from '@components/figure/plane/region';
import { type Model, onTheWay } from './model';
import { high, low } from './state';

/** Size of a panel, and where it begins in the drawing. */
export const side = 176;
export const top = 22;

/** A place of the plane of inputs, and where the hidden layer puts it. */
export interface Moved {
  readonly x: Place;
  readonly a1: Place;
}

/** What is drawn of the plane: lines that show its bends, the part answered 1 and its border. */
export type Shapes = Record<'grid' | 'area' | 'border', readonly (readonly Moved[])[]>;
/** The same as paths in the drawing. */
export type Paths = Record<keyof Shapes, string>;

/** Some lines of each direction. */
const lines = Array.from({ length: 9 }, (_, i) => low + ((high - low) * i) / 8);
const along = Array.from({ length: 41 }, (_, i) => low + ((high - low) * i) / 40);
const grid: Place[][] = lines.flatMap((u) => [
  along.map((v): Place => [u, v]),
  along.map((v): Place => [v, u]),
]);

/** Every shape through the hidden layer: all its places in one pass. */
export function shapesOf({ area, border, toHidden }: Model): Shapes {
  const moved = (shapes: readonly (readonly Place[])[]): Moved[][] => {
    if (shapes.length === 0) return [];
    const images = toHidden(shapes.flat());
    let next = 0;
    return shapes.map((places) => places.map((x) => ({ x, a1: images[next++]! })));
  };
  return { grid: moved(grid), area: moved(area), border: moved(border) };
}

/** Where a panel that begins at `left` draws a place. @param fold 0: inputs; 1: hidden space */
export const placeOf =
  ({ window }: Model, left: number, fold: number) =>
  ({ x, a1 }: Moved): Place =>
    inPanel(left, onTheWay(x, a1, window, fold));

export const pathsOf = ({ grid, area, border }: Shapes, place: (moved: Moved) => Place): Paths => ({
  grid: segmentsPath(grid, place),
  area: piecesPath(area, place),
  border: segmentsPath(border, place),
});

/** The line of each hidden unit, in the plane of inputs. */
export const hiddenLinesOf = (model: Model, left: number): string[] => {
  const place = placeOf(model, left, 0);
  return model.hiddenLines.map((segments) => segmentsPath(segments, (x) => place({ x, a1: x })));
};

/** The output unit's line, in hidden space. */
export const outputLineOf = (model: Model, left: number): string => {
  const place = placeOf(model, left, 1);
  return segmentsPath(model.outputLine, (a1) => place({ x: a1, a1 }));
};

/** From fractions of a panel, upward, to the drawing. */
const inPanel = (left: number, [u, v]: Place): Place => [left + side * u, top + side * (1 - v)];
