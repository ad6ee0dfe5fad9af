import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix, ShapeError } from '../matrix';
import { type DataSet, dataSetOf, pick, type Sample, targetOf } from './dataset';
import { DataError } from './errors';
import { gate, gateNames } from './gates';
import { blobs, circles, moons, noisySine, spirals } from './shapes';
import { sineAndCosine } from './trigonometry';

const shape = ({ X, Y }: DataSet) => [X.rows, X.cols, Y.rows, Y.cols];

/** x, y of each sample of class c. */
function pointsOf({ X, Y }: DataSet, c: number): number[][] {
  const isOf = (s: number) => (Y.rows === 1 ? Y.at(0, s) === c : Y.at(c, s) === 1);
  return Array.from({ length: X.cols }, (_, s) => s)
    .filter(isOf)
    .map((s) => X.toColumn(s));
}

const meanOf = (points: readonly number[][], j: number) =>
  points.reduce((sum, point) => sum + point[j]!, 0) / points.length;

describe('gates', () => {
  it.each([
    ['and', [0, 0, 0, 1]],
    ['or', [0, 1, 1, 1]],
    ['nand', [1, 1, 1, 0]],
    ['xor', [0, 1, 1, 0]],
  ] as const)('%s is its truth table', (name, outputs) => {
    const { X, Y } = gate(name);
    expect(X.toRows()).toEqual([
      [0, 0, 1, 1],
      [0, 1, 0, 1],
    ]);
    expect(Y.toRows()).toEqual([outputs]);
  });

  it('are four', () => {
    expect(gateNames).toEqual(['and', 'or', 'nand', 'xor']);
  });
});

describe('generated sets', () => {
  const makers = { circles, moons, blobs, spirals, noisySine };

  it.each(Object.entries(makers))('%s: the seed decides every bit', (_, make) => {
    const first = make({ seed: 5 });
    expect(first.X.cols).toBe(200);
    expect(make({ seed: 5 })).toEqual(first);
    expect(make({ seed: 6 }).X.data).not.toEqual(first.X.data);
    expect(make({ seed: 5, samples: 7 }).Y.cols).toBe(7);
  });

  it.each(Object.entries(makers))(
    '%s refuses what is no number of samples, or no noise',
    (_, make) => {
      for (const samples of [0, -1, 1.5, Number.NaN]) {
        expect(() => make({ seed: 1, samples })).toThrow('samples must be a whole number');
      }
      for (const noise of [-0.1, Number.NaN, Number.POSITIVE_INFINITY]) {
        expect(() => make({ seed: 1, noise })).toThrow('noise must be a number of at least 0');
      }
    },
  );

  /** Sine and cosine of Math could differ in the last bit from browser to browser. */
  it('have the same bits wherever this runs', () => {
    const first = Object.values(makers).map((make) => make({ seed: 1 }).X.toColumn());
    expect(first).toEqual([
      [1.0731351110099552, 0.0921134176581806],
      [1.1031246499404244, -0.04655417026721362],
      [1.7202783245298625, 0.04754484238571629],
      [0.0660250866184332, -0.02495039156024251],
      [-2.85760726737346],
    ]);
  });

  it('circles: two rings with their radii, half of the samples each', () => {
    const set = circles({ seed: 1, noise: 0, factor: 0.3 });
    expect(shape(set)).toEqual([2, 200, 1, 200]);
    for (const [c, radius] of [
      [0, 1],
      [1, 0.3],
    ] as const) {
      const points = pointsOf(set, c);
      expect(points).toHaveLength(100);
      for (const [x, y] of points) expect(Math.hypot(x!, y!)).toBeCloseTo(radius, 12);
      // All around: in each quadrant about a quarter; none has fewer than 8 but once in 100,000.
      for (const [sx, sy] of [
        [1, 1],
        [1, -1],
        [-1, 1],
        [-1, -1],
      ] as const) {
        expect(points.filter(([x, y]) => sx * x! > 0 && sy * y! > 0).length).toBeGreaterThan(8);
      }
    }
  });

  it('moons: two half circles, each its own way up', () => {
    const set = moons({ seed: 1, noise: 0 });
    for (const [x, y] of pointsOf(set, 0)) {
      expect(Math.hypot(x!, y!)).toBeCloseTo(1, 12);
      expect(y).toBeGreaterThanOrEqual(0);
    }
    for (const [x, y] of pointsOf(set, 1)) {
      expect(Math.hypot(x! - 1, y! - 0.5)).toBeCloseTo(1, 12);
      expect(y).toBeLessThanOrEqual(0.5);
    }
    expect(pointsOf(set, 1)).toHaveLength(100);
  });

  it('blobs: clouds around points of a circle, one row of targets a class', () => {
    const set = blobs({ seed: 1, classes: 4, samples: 4000, noise: 0.5 });
    expect(shape(set)).toEqual([2, 4000, 4, 4000]);
    const centres = [
      [2, 0],
      [0, 2],
      [-2, 0],
      [0, -2],
    ];
    centres.forEach((centre, c) => {
      const points = pointsOf(set, c);
      expect(points).toHaveLength(1000);
      for (const j of [0, 1]) {
        // Six standard errors of a mean and of a variance: false alarms below 1e-7.
        const mean = meanOf(points, j);
        expect(Math.abs(mean - centre[j]!)).toBeLessThan((6 * 0.5) / Math.sqrt(1000));
        const squares = points.map((point) => [(point[j]! - mean) ** 2]);
        expect(Math.abs(meanOf(squares, 0) - 0.25)).toBeLessThan(6 * 0.25 * Math.sqrt(2 / 1000));
      }
    });
    expect(shape(blobs({ seed: 1 }))).toEqual([2, 200, 3, 200]);
  });

  it('spirals: the angle grows with the radius, each class from its own direction', () => {
    const set = spirals({ seed: 1, noise: 0, classes: 3, turns: 2 });
    for (const c of [0, 1, 2]) {
      for (const [x, y] of pointsOf(set, c)) {
        const radius = Math.hypot(x!, y!);
        const turns = 2 * radius + c / 3;
        expect(x).toBeCloseTo(radius * Math.cos(2 * Math.PI * turns), 10);
        expect(y).toBeCloseTo(radius * Math.sin(2 * Math.PI * turns), 10);
        expect(radius).toBeLessThan(1);
      }
    }
    expect(spirals({ seed: 1 }).Y.rows).toBe(1);
    expect(() => spirals({ seed: 1, classes: 1 })).toThrow(
      'classes must be a whole number of at least 2',
    );
  });

  it('noisy sine: y = sin x, over a whole turn', () => {
    const { X, Y } = noisySine({ seed: 1, noise: 0 });
    for (let s = 0; s < X.cols; s++) expect(Y.at(0, s)).toBeCloseTo(Math.sin(X.at(0, s)), 14);
    expect(Math.min(...X.data)).toBeLessThan(-3);
    expect(Math.max(...X.data)).toBeGreaterThan(3);
    const noisy = noisySine({ seed: 1, samples: 4000, noise: 0.3 });
    const squares = Array.from(noisy.Y.data, (y, s) => [(y - Math.sin(noisy.X.at(0, s))) ** 2]);
    expect(Math.abs(meanOf(squares, 0) - 0.09)).toBeLessThan(6 * 0.09 * Math.sqrt(2 / 4000));
  });
});

describe('dataSetOf', () => {
  it('puts samples side by side, with the labels that messages name', () => {
    const { X, Y } = dataSetOf([
      { x: [1, 2], y: [3] },
      { x: [4, 5], y: [6] },
    ]);
    expect(X.toRows()).toEqual([
      [1, 4],
      [2, 5],
    ]);
    expect(Y.toRows()).toEqual([[3, 6]]);
    expect([X.label, Y.label]).toEqual(['X', 'Y']);
  });

  it('refuses samples of different lengths, and none', () => {
    const one = { x: [1, 2], y: [0] };
    const of = (...samples: Sample[]) => expect(() => dataSetOf(samples));
    of().toThrow('dataSetOf: there is no sample');
    of(one, { ...one, x: [1] }).toThrow('X of sample 1 has 2 numbers but of sample 2 it has 1');
    of(one, one, { ...one, y: [0, 1] }).toThrow(
      'Y of sample 1 has 1 numbers but of sample 3 it has 2',
    );
    of(one, { ...one, x: [1] }).toThrow(ShapeError);
  });
});

describe('pick and targetOf', () => {
  it('takes samples with their targets, in the order asked for', () => {
    const set = gate('and');
    const picked = pick(set, [3, 0, 3]);
    expect(picked.X.toRows()).toEqual([
      [1, 0, 1],
      [1, 0, 1],
    ]);
    expect(picked.Y.toRows()).toEqual([[1, 0, 1]]);
    expect(() => pick(set, [4])).toThrow(RangeError);
    const torn = { X: set.X, Y: Matrix.zeros(1, 3) };
    expect(() => pick(torn, [0])).toThrow(ShapeError);
    expect(() => pick(torn, [0])).toThrow('X is 2×4 but Y is 1×3 (one column per sample)');
  });

  it('writes classes as 0 or 1, or one row a class', () => {
    expect([targetOf(1, 2), targetOf(2, 3)]).toEqual([[1], [0, 0, 1]]);
  });
});

describe('sineAndCosine', () => {
  it('are those of Math within 2e-15 for two turns either way', () => {
    const turns = fc.double({ min: -4 * Math.PI, max: 4 * Math.PI, noNaN: true });
    fc.assert(
      fc.property(turns, (x) => {
        const [sine, cosine] = sineAndCosine(x);
        expect(Math.abs(sine - Math.sin(x))).toBeLessThan(2e-15);
        expect(Math.abs(cosine - Math.cos(x))).toBeLessThan(2e-15);
      }),
      { numRuns: 2000 },
    );
  });
});

it('a DataError says what it is', () => {
  expect(String(new DataError('cut short'))).toBe('DataError: cut short');
});
