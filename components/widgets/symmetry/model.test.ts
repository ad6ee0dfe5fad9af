import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  compareGradient,
  first,
  frames,
  momentOf,
  nudged,
  perFrame,
  type State,
  schema,
  starts,
  train,
  X,
  Y,
} from './model';

const at = (state: State, frame = state.frame) => momentOf(train(state), frame);

describe('hidden units that start equal', () => {
  it('are identical to the last bit for 1,000 steps and on to the end', () => {
    for (const [x, y] of [
      [-0.4, 0.6],
      [0.3, 0.3],
      [1.7, -0.1],
    ] as const) {
      const run = train({ ...first, x, y });
      for (let frame = 0; frame <= frames; frame++) {
        const { groups, apart } = momentOf(run, frame);
        expect(groups).toEqual([[0, 1, 2, 3]]);
        expect(apart).toBe(0);
      }
      expect(frames * perFrame).toBeGreaterThanOrEqual(1000);
    }
  });

  it('do learn, but end where one unit ends', () => {
    const run = train(first);
    expect(run.at(-1)!.loss).toBeLessThan(0.9 * run[0]!.loss);
    expect(run.at(-1)!.loss).toBeGreaterThan(0.08);
  });

  it('have the loss of a network written out by hand', () => {
    const { units } = first.start === 'equal' ? at(first, 0) : at(first);
    let sum = 0;
    for (let s = 0; s < X.cols; s++) {
      const z = units.reduce(
        (total, { w, out }) => total + out * Math.tanh(w[0] * X.at(0, s) + w[1] * X.at(1, s)),
        0,
      );
      sum += 0.5 * (1 / (1 + Math.exp(-z)) - Y.at(0, s)) ** 2;
    }
    expect(at(first, 0).loss).toBeCloseTo(sum / X.cols, 14);
  });

  it('part when one is nudged: that one alone, and the loss falls to less than half', () => {
    const state = nudged(first);
    expect(at(state, state.frame - 1).groups).toEqual([[0, 1, 2, 3]]);
    expect(at(state).groups).toEqual([[0], [1, 2, 3]]);
    const end = at(state, frames);
    expect(end.groups).toEqual([[0], [1, 2, 3]]);
    expect(end.apart).toBeGreaterThan(1);
    expect(end.loss).toBeLessThan(0.5 * at(first, frames).loss);
  });

  it('are all different after three nudges, and a second one takes the loss to almost nothing', () => {
    const two = at(nudged(nudged(first)), frames);
    expect(two.groups).toHaveLength(3);
    expect(two.loss).toBeLessThan(0.001);
    const state = nudged(nudged(nudged(first)));
    expect(state.nudges).toHaveLength(3);
    expect(at(state, frames).groups).toHaveLength(4);
    expect(nudged(state)).toBe(state);
  });

  it('part by a nudge of a millionth too, only later', () => {
    const tiny = { ...first, size: -6, nudges: [0] };
    expect(at(tiny, 1).apart).toBeLessThan(1e-4);
    expect(at(tiny, frames).apart).toBeGreaterThan(1e-5);
  });
});

describe('other starts', () => {
  it('from zero no weight ever moves', () => {
    const run = train({ ...first, start: 'zero' });
    for (const frame of [0, 10, frames]) {
      const { units, stuck } = momentOf(run, frame);
      expect(stuck).toBe(true);
      for (const { w, out } of units) expect([...w, out]).toEqual([0, 0, 0]);
    }
  });

  it('weights out of the units that differ are enough to part them', () => {
    const state = { ...first, start: 'outgoing' } as const;
    // Equal weights in before any step, but four gradients: the first step parts them.
    const { units } = at(state, 0);
    expect(new Set(units.map(({ w }) => w.join())).size).toBe(1);
    expect(new Set(units.map(({ gradient }) => gradient.join())).size).toBe(4);
    expect(at(state, 1).groups).toHaveLength(4);
  });

  it('random units are different from the first step on and end far lower', () => {
    const losses = [1, 2, 3, 4, 5].map((seed) => {
      const run = train({ ...first, start: 'random', seed });
      expect(momentOf(run, 0).groups).toHaveLength(4);
      return run.at(-1)!.loss;
    });
    const equal = at(first, frames).loss;
    expect(losses.filter((loss) => loss < equal / 2).length).toBeGreaterThanOrEqual(4);
  });
});

it('gradients are slopes of the loss', () => {
  for (const state of [first, { ...first, frame: 3 }, { ...nudged(first), frame: 150 }]) {
    const { backprop, numeric } = compareGradient(state);
    expect(Math.abs(backprop - numeric)).toBeLessThan(1e-9);
    expect(backprop).toBe(at(state).units[0]!.gradient[0]);
  }
});

it('every state of the schema gives finite numbers', () => {
  expect(v.is(schema, first)).toBe(true);
  for (const start of starts) {
    for (const x of [-2, 0, 2]) {
      const { units, loss } = at(
        { ...first, start, x, y: x, nudges: [0, 0, 1500], size: 0 },
        frames,
      );
      for (const { w, out, gradient } of units) {
        for (const n of [...w, out, ...gradient, loss]) expect(n).toSatisfy(Number.isFinite);
      }
    }
  }
});
