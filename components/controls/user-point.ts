export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a drawing's own units come to the screen: `X = a x + c y + e`, `Y = b x + d y + f`. */
type Matrix2D = Pick<DOMMatrix, 'a' | 'b' | 'c' | 'd' | 'e' | 'f'>;

/**
 * The point of a drawing that is seen at a point of the screen. Undefined where the drawing is
 * squeezed to a line or a point, and every point or none of it is seen there: browsers then throw
 * or answer NaN.
 */
export function userPoint({ a, b, c, d, e, f }: Matrix2D, screen: Point): Point | undefined {
  const [right, down] = [screen.x - e, screen.y - f];
  const area = a * d - b * c;
  const point = { x: (d * right - c * down) / area, y: (a * down - b * right) / area };
  return Number.isFinite(point.x) && Number.isFinite(point.y) ? point : undefined;
}
