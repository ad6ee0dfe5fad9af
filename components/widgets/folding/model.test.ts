import { Random } from '@engine';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { follow, learn, model, onTheWay, startAfresh } from './model';
import { activationNames, example, first, type State, schema } from './state';

const sigma = (t: number): number => 1 / (1 + Math.exp(-t));
const byHand: Record<State['f'], (t: number) => number> = {
  sigmoid: sigma,
  tanh: (t) => Math.tanh(t),
  relu: (t) => Math.max(0, t),
  identity: (t) => t,
};

/** Random weights of either sign. */
const drawn = (random: Random): State => {
  const weights = (n: number) => Array.from({ length: n }, () => random.uniform(-6, 6));
  const [W1, b1, W2, b2] = [[weights(2), weights(2)], weights(2), [weights(2)], weights(1)];
  return { ...first, W1, b1, W2, b2 };
};

describe('the hidden layer', () => {
  it.each(activationNames)('puts points where the formula written out says: %s', (f) => {
    const state = example(first, f);
    expect(v.is(schema, state)).toBe(true);
    const { W1, b1, W2, b2 } = state;
    for (const { x, a1, z2, a2 } of model(state).points) {
      const a = W1.map((row, j) => byHand[f](row[0]! * x[0] + row[1]! * x[1] + b1[j]!));
      expect(a1[0]).toBeCloseTo(a[0]!, 12);
      expect(a1[1]).toBeCloseTo(a[1]!, 12);
      expect(z2).toBeCloseTo(W2[0]![0]! * a[0]! + W2[0]![1]! * a[1]! + b2[0]!, 12);
      expect(a2).toBeCloseTo(sigma(z2), 12);
    }
  });

  it.each(['sigmoid', 'tanh', 'relu'] as const)('separates XOR with the example for %s', (f) => {
    const { wrong, fewest, points } = model(example(first, f));
    expect([wrong, fewest]).toEqual([0, 0]);
    // Not by a hair: no answer lies near the border.
    for (const { z2 } of points) expect(Math.abs(z2)).toBeGreaterThan(0.2);
  });

  it('without an activation function never does, whatever the weights', () => {
    const random = new Random('linear');
    for (let n = 0; n < 300; n++) {
      const { fewest, wrong } = model({ ...drawn(random), f: 'identity' });
      expect(fewest).toBe(1);
      expect(wrong).toBeGreaterThanOrEqual(1);
    }
  });

  it('without an activation function is one linear map: z² is W x + b with W = W²W¹', () => {
    const random = new Random('one map');
    for (let n = 0; n < 50; n++) {
      const state = { ...drawn(random), f: 'identity' as const };
      const { W1, b1, W2, b2 } = state;
      const [p, q] = W2[0]!;
      const W = [0, 1].map((k) => p! * W1[0]![k]! + q! * W1[1]![k]!);
      const b = p! * b1[0]! + q! * b1[1]! + b2[0]!;
      for (const { x, z2 } of model(state).points) {
        expect(z2).toBeCloseTo(W[0]! * x[0] + W[1]! * x[1] + b, 10);
      }
    }
  });
});

// Checkpoint which-unit-moves.
it('from 0, 0 to 0, 1 the first hidden unit goes from near 0 to near 1, the second stays', () => {
  const along = Array.from({ length: 21 }, (_, i) => follow({ ...first, x: [0, i / 20] }));
  const [start, end] = [along[0]!, along.at(-1)!];
  expect(start.a1[0]).toBeLessThan(0.15);
  expect(end.a1[0]).toBeGreaterThan(0.95);
  for (const { a1, z1 } of along) {
    expect(a1[1]).toBeGreaterThan(0.95);
    expect(z1[1]).toBeGreaterThan(0);
  }
  expect([Math.sign(start.z1[0]), Math.sign(end.z1[0])]).toEqual([-1, 1]);
  expect(end.a1).toEqual(model(first).points[1]!.a1);
});

describe('what is drawn', () => {
  it('unfolded is the plane, folded is hidden space', () => {
    const { window, points } = model(first);
    const [, point] = points;
    expect(onTheWay(point!.x, point!.a1, window, 0)).toEqual([0.25, 0.75]);
    const [u, w] = onTheWay(point!.x, point!.a1, window, 1);
    expect(window.low[0] + u * window.size).toBeCloseTo(point!.a1[0], 12);
    expect(window.low[1] + w * window.size).toBeCloseTo(point!.a1[1], 12);
  });

  it('the border bends in the plane and is straight in hidden space', () => {
    const { border, toHidden } = model(first);
    const { W2, b2 } = first;
    for (const [p] of border) {
      const [u, w] = toHidden([p])[0]!;
      const z2 = W2[0]![0]! * u + W2[0]![1]! * w + b2[0]!;
      // How far from the straight line, in a square about one wide.
      expect(Math.abs(z2) / Math.hypot(...W2[0]!)).toBeLessThan(1e-4);
    }
    const turned = border.map(([[px, py], [qx, qy]]) => (qy - py) * (qx - px));
    expect(border.length).toBeGreaterThan(20);
    expect(new Set(turned.map((slope) => slope.toFixed(4))).size).toBeGreaterThan(10);
  });

  it.each(activationNames)('the four points lie inside the window: %s', (f) => {
    const { points, window } = model(example(first, f));
    for (const { x, a1 } of points) {
      for (const share of onTheWay(x, a1, window, 1)) {
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThan(1);
      }
    }
  });

  it('weights of 0 fold everything onto one point, and nothing breaks', () => {
    const flat = {
      ...first,
      W1: [
        [0, 0],
        [0, 0],
      ],
      W2: [[0, 0]],
      b2: [0],
    };
    const { window, points, area } = model(flat);
    expect(window.size).toBeGreaterThan(0);
    expect(area).toEqual([]);
    expect(points.filter(({ wrong }) => wrong)).toHaveLength(2);
  });
});

describe('learning', () => {
  it('from some seed brings XOR right; without an activation function it never does', () => {
    let state = startAfresh({ ...first, seed: 1 });
    for (let n = 0; n < 40; n++) state = learn(state);
    expect(v.is(schema, state)).toBe(true);
    expect(model(state).wrong).toBe(0);
    let linear: State = { ...startAfresh({ ...first, seed: 1 }), f: 'identity' };
    for (let n = 0; n < 40; n++) linear = learn(linear);
    expect(model(linear).wrong).toBeGreaterThan(0);
  });

  // Checkpoint linear-never-learns.
  it('without an activation function leaves one wrong at best, and most often two', () => {
    let state = example(first, 'identity');
    const wrong = Array.from({ length: 30 }, () => {
      state = startAfresh(state);
      let taught = state;
      for (let n = 0; n < 10; n++) taught = learn(taught);
      return model(taught).wrong;
    });
    expect(Math.min(...wrong)).toBe(1);
    expect(wrong.filter((count) => count === 2).length).toBeGreaterThan(15);
  });

  it('stays within bounds, however often', () => {
    let state = example(first, 'relu');
    for (let n = 0; n < 100; n++) state = learn(state);
    expect(v.is(schema, state)).toBe(true);
  });
});
