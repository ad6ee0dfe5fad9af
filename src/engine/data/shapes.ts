import { Random } from '../random';
import { requireNotNegative, requireWhole } from '../ranges';
import { type DataSet, dataSetOf, type Sample, targetOf } from './dataset';
import { sineAndCosine } from './trigonometry';

/** What every generated set takes. */
export interface Generated {
  /** m, the number of samples. Default 200. */
  readonly samples?: number;
  /**
   * Standard deviation σ ≥ 0 of the normal noise added to each coordinate (noisy sine: to y). Default
   * 0.1; blobs 0.5, spirals 0.02.
   */
  readonly noise?: number;
  /** Equal seeds give equal sets, to the bit, in every browser. */
  readonly seed: number | string;
}

/** What generated sets of several classes take. */
export interface Classes extends Generated {
  /** The number of classes, at least 2. Default 3 for blobs, 2 for spirals. */
  readonly classes?: number;
}

/**
 * Two rings around the origin: class 0 has radius 1, class 1 has radius `factor`. Classes take
 * turns, so that each has half of the samples. X 2×m, Y 1×m.
 * @throws RangeError if a number of the options is out of its range
 */
export function circles({ factor = 0.5, ...options }: Generated & { factor?: number }): DataSet {
  return plane({ noise: 0.1, ...options, classes: 2 }, (c, random) => {
    const angle = random.uniform(0, 2 * Math.PI);
    const radius = c === 0 ? 1 : factor;
    return polar(radius, angle);
  });
}

/**
 * Two half moons that reach into each other: class 0 the upper half of the unit circle, class 1 the
 * lower half of the unit circle around (1, ½). X 2×m, Y 1×m.
 * @throws RangeError if a number of the options is out of its range
 */
export function moons(options: Generated): DataSet {
  return plane({ noise: 0.1, ...options, classes: 2 }, (c, random) => {
    const angle = random.uniform(0, Math.PI);
    const [x, y] = polar(1, angle);
    return c === 0 ? [x, y] : [1 - x, 0.5 - y];
  });
}

/**
 * One normal cloud for each class, their centres evenly on a circle of radius 2, the first at
 * (2, 0). X 2×m; Y 1×m for two classes, else one row a class.
 * @throws RangeError if a number of the options is out of its range
 */
export function blobs({ classes = 3, ...options }: Classes): DataSet {
  return plane({ noise: 0.5, ...options, classes }, (c) => polar(2, (2 * Math.PI * c) / classes));
}

/**
 * One arm of a spiral for each class, from the origin out to radius 1, `turns` times around.
 * X 2×m; Y 1×m for two classes, else one row a class.
 * @throws RangeError if a number of the options is out of its range
 */
export function spirals({
  classes = 2,
  turns = 1,
  ...options
}: Classes & { turns?: number }): DataSet {
  return plane({ noise: 0.02, ...options, classes }, (c, random) => {
    const radius = random.uniform();
    const angle = 2 * Math.PI * (turns * radius + c / classes);
    return polar(radius, angle);
  });
}

/**
 * y = sin x + noise for x uniform on [−π, π). X 1×m, Y 1×m.
 * @throws RangeError if a number of the options is out of its range
 */
export function noisySine({ samples = 200, noise = 0.1, seed }: Generated): DataSet {
  requireWhole('samples', samples);
  requireNotNegative('noise', noise);
  const random = new Random(seed);
  return dataSetOf(
    Array.from({ length: samples }, () => {
      const x = random.uniform(-Math.PI, Math.PI);
      return { x: [x], y: [sineAndCosine(x)[0] + random.normal(0, noise)] };
    }),
  );
}

/** Points of classes that take turns, each at its place plus noise. */
function plane(
  { samples = 200, noise, seed, classes }: Generated & { noise: number; classes: number },
  place: (c: number, random: Random) => [number, number],
): DataSet {
  requireWhole('samples', samples);
  requireWhole('classes', classes, 2);
  requireNotNegative('noise', noise);
  const random = new Random(seed);
  return dataSetOf(
    Array.from({ length: samples }, (_, s): Sample => {
      const c = s % classes;
      const [x, y] = place(c, random);
      return {
        x: [x + random.normal(0, noise), y + random.normal(0, noise)],
        y: targetOf(c, classes),
      };
    }),
  );
}

function polar(radius: number, angle: number): [x: number, y: number] {
  const [sine, cosine] = sineAndCosine(angle);
  return [radius * cosine, radius * sine];
}
