import * as v from 'valibot';
import { expect, it } from 'vitest';
import { first, learn, model, type State, schema } from './model';

/** The same network by hand. */
function lossByHand({ x, y, W1, b1, W2, b2 }: State): number {
  const a = W1.map((row, j) => Math.tanh(row[0]! * x[0]! + row[1]! * x[1]! + b1[j]!));
  const z = a.reduce((sum, value, j) => sum + W2[0]![j]! * value, b2[0]!);
  return 0.5 * (1 / (1 + Math.exp(-z)) - y) ** 2;
}

it('the first state is valid and its loss is that of the network written out by hand', () => {
  expect(v.is(schema, first)).toBe(true);
  expect(model(first).loss).toBeCloseTo(lossByHand(first), 14);
});

it('each blame is the slope of the loss by that weight', () => {
  const h = 1e-6;
  for (const { layer, to, from, gradient } of model(first).weights) {
    const moved = (by: number): State => {
      const W = structuredClone(layer === 1 ? first.W1 : first.W2);
      W[to - 1]![from - 1]! += by;
      return layer === 1 ? { ...first, W1: W } : { ...first, W2: W };
    };
    const slope = (lossByHand(moved(h)) - lossByHand(moved(-h))) / (2 * h);
    expect(gradient).toBeCloseTo(slope, 8);
  }
});

it('the opening picture has a clear culprit', () => {
  const { weights, worst } = model(first);
  const sizes = weights.map(({ gradient }) => Math.abs(gradient)).sort((p, q) => q - p);
  expect(Math.abs(worst.gradient)).toBe(sizes[0]);
  expect(sizes[0]! / sizes[1]!).toBeGreaterThan(1.2);
});

it('learning lowers the loss, step after step', () => {
  let state = first;
  for (let n = 0; n < 30; n++) {
    const next = learn(state);
    expect(model(next).loss).toBeLessThan(model(state).loss);
    expect(v.is(schema, next)).toBe(true);
    state = next;
  }
  expect(model(state).loss).toBeLessThan(0.1 * model(first).loss);
});
