import { Matrix, Perceptron, type Random } from '@engine';

/** A single unit with two inputs, and places in its plane. */
export interface Lone {
  readonly W: readonly [number, number];
  readonly b: number;
  /** Enough places that every slip is seen at one of them. */
  readonly places: readonly (readonly [number, number])[];
}

/** A number of either sign that is not near 0, where slips vanish. */
export const away = (random: Random): number =>
  (random.bernoulli(0.5) ? 1 : -1) * random.uniform(0.4, 1.6);

/** A random unit; its two weights are clearly different, and so are the places' coordinates. */
export function lone(random: Random): Lone {
  const first = away(random);
  return {
    W: [first, first * random.uniform(1.3, 2)],
    b: away(random),
    places: Array.from({ length: 200 }, () => [random.uniform(-4, 4), random.uniform(-4, 4)]),
  };
}

/** z at every place, by the engine. */
export function engineZ({ W, b, places }: Lone): number[] {
  const unit = new Perceptron(2);
  unit.W.set(W);
  unit.b = b;
  const X = Matrix.from([places.map(([x]) => x), places.map(([, y]) => y)]);
  return places.map((_, s) => unit.z(X, s));
}

/** The unit's sum at one place, written out. */
export const zAt = ({ W, b }: Pick<Lone, 'W' | 'b'>, x: number, y: number): number =>
  W[0] * x + W[1] * y + b;
