import { describe, expect, it } from 'vitest';
import { gate } from './data/gates';
import { blobs } from './data/shapes';
import { Matrix } from './matrix';
import { Perceptron } from './perceptron';
import { Random } from './random';

describe('a perceptron', () => {
  it('answers by the sign of its sum; on the line it answers 0', () => {
    const unit = new Perceptron(2);
    unit.W.set([2, 3]);
    unit.b = -1;
    const X = Matrix.from([
      [0, 1, 0, -1],
      [0, 0, 1, 1],
    ]);
    expect([0, 1, 2, 3].map((s) => unit.z(X, s))).toEqual([-1, 1, 2, 0]);
    expect([0, 1, 2, 3].map((s) => unit.answer(X, s))).toEqual([0, 1, 1, 0]);
  });

  it('moves by the sample that it got wrong, towards the wanted answer', () => {
    const unit = new Perceptron(2);
    const X = Matrix.from([[3], [-2]]);
    expect(unit.learn(X, 0, 1)).toBe(false);
    expect([...unit.W, unit.b]).toEqual([3, -2, 1]);
    expect(unit.learn(X, 0, 1)).toBe(true);
    expect(unit.learn(X, 0, 0)).toBe(false);
    expect([...unit.W, unit.b]).toEqual([0, 0, 0]);
  });

  it('can start from normal numbers, the weights first', () => {
    const unit = new Perceptron(3);
    for (const sigma of [2, undefined]) {
      unit.initialise(new Random(5), sigma);
      const same = new Random(5);
      const drawn = Array.from({ length: 4 }, () => same.normal(0, sigma ?? 1));
      expect([...unit.W, unit.b]).toEqual(drawn);
    }
  });

  it('makes no more mistakes than Novikoff allows on clouds that a line separates', () => {
    const { X, Y } = blobs({ classes: 2, samples: 40, noise: 0.3, seed: 4 });
    // The clouds lie around (2, 0) and (−2, 0), so (±1, 0) separates them with this margin.
    let margin = Number.POSITIVE_INFINITY;
    let radius = 0;
    for (let s = 0; s < X.cols; s++) {
      margin = Math.min(margin, (Y.at(0, s) === 1 ? -1 : 1) * X.at(0, s));
      radius = Math.max(radius, X.at(0, s) ** 2 + X.at(1, s) ** 2 + 1);
    }
    expect(margin).toBeGreaterThan(0);
    const unit = new Perceptron(2);
    let mistakes = 0;
    for (let n = 0; n < 100 * X.cols; n++) {
      if (!unit.learn(X, n % X.cols, Y.at(0, n % X.cols))) mistakes++;
    }
    expect(mistakes).toBeGreaterThan(0);
    expect(mistakes).toBeLessThanOrEqual(radius / margin ** 2);
  });

  it('never comes to rest on XOR', () => {
    const { X, Y } = gate('xor');
    const unit = new Perceptron(2);
    unit.initialise(new Random(7));
    for (let pass = 0; pass < 1000; pass++) {
      let right = 0;
      for (let s = 0; s < 4; s++) right += Number(unit.learn(X, s, Y.at(0, s)));
      expect(right).toBeLessThan(4);
    }
  });
});
