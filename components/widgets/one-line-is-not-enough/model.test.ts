import { Random } from '@engine';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { angleTowards, footOf, handLine, lineThrough, model } from './model';
import { first, frames, type State, schema } from './state';
import { stepsToRight } from './training';

const seeds = Array.from({ length: 100 }, (_, i) => i + 1);
const ends = (state: Partial<State>): State => ({ ...first, frame: frames, ...state });

describe('by hand', () => {
  it('opens on XOR with a line that does as well as any: one of four is wrong', () => {
    expect(v.is(schema, first)).toBe(true);
    const { wrong, fewest, points } = model(first);
    expect([wrong, fewest]).toEqual([1, 1]);
    expect(points.filter((point) => point.wrong).map(({ at }) => at)).toEqual([[1, 1]]);
  });

  it('no line of 50,000 gets XOR right, and some get AND and OR', () => {
    const random = new Random('by hand');
    const fewest = { and: 4, or: 4, xor: 4 };
    for (let n = 0; n < 50_000; n++) {
      const { W, b } = handLine({ angle: random.uniform(-180, 180), shift: random.uniform(-1, 1) });
      const z = (p: number, q: number) => W[0] * p + W[1] * q + b;
      const says = [z(0, 0), z(0, 1), z(1, 0), z(1, 1)].map((sum) => Number(sum > 0));
      const wants = { and: [0, 0, 0, 1], or: [0, 1, 1, 1], xor: [0, 1, 1, 0] };
      for (const [name, want] of Object.entries(wants)) {
        const wrong = want.filter((y, s) => y !== says[s]).length;
        const key = name as keyof typeof fewest;
        fewest[key] = Math.min(fewest[key], wrong);
      }
    }
    expect(fewest).toEqual({ and: 0, or: 0, xor: 1 });
  });

  it('the handles lie where the formula says: z is 0 at the foot and 1 at the tip of W', () => {
    for (const [angle, shift, along] of [
      [56, -0.28, 0],
      [-130, 0.4, 0.3],
      [180, 0, -0.5],
    ] as const) {
      const { W, b } = handLine({ angle, shift });
      const [x, y] = footOf({ angle, shift, along });
      expect(W[0] * x + W[1] * y + b).toBeCloseTo(0, 12);
      expect(W[0] * (x + W[0]) + W[1] * (y + W[1]) + b).toBeCloseTo(1, 12);
      expect(lineThrough(angle, [x, y])).toEqual({ angle, shift, along });
      expect(angleTowards([x, y], [x + W[0], y + W[1]])).toBe(angle);
    }
  });

  it('turns about the handle, which stays in the drawing', () => {
    const random = new Random('turning');
    for (let n = 0; n < 200; n++) {
      const to = [random.uniform(-2, 3), random.uniform(-2, 3)] as const;
      const moved = { ...first, ...lineThrough(random.uniform(-180, 180), to) };
      const turned = { ...moved, ...lineThrough(random.uniform(-180, 180), footOf(moved)) };
      expect(v.is(schema, turned)).toBe(true);
      for (const [k, u] of footOf(turned).entries()) {
        expect(u).toBeCloseTo(Math.min(1.2, Math.max(-0.2, to[k]!)), 2);
      }
    }
  });

  // Checkpoint turned-around.
  it('a line that gets OR right gets all four wrong with W turned halfway round', () => {
    const random = new Random('halfway round');
    let tried = 0;
    while (tried < 50) {
      const foot = [random.uniform(0, 1), random.uniform(0, 1)] as const;
      const line: State = { ...first, set: 'or', ...lineThrough(random.uniform(-180, 180), foot) };
      if (model(line).wrong > 0) continue;
      tried++;
      expect(model({ ...line, ...lineThrough(line.angle + 180, footOf(line)) }).wrong).toBe(4);
    }
  });
});

describe('a perceptron', () => {
  it('separates AND and OR from every one of 100 seeds', () => {
    for (const set of ['and', 'or'] as const) {
      for (const seed of seeds) {
        expect(model(ends({ set, by: 'perceptron', seed })).wrong, `${set} ${seed}`).toBe(0);
      }
    }
  });

  it('never separates XOR: at no frame of any of 100 seeds', () => {
    for (const seed of seeds) {
      const { history } = model(ends({ by: 'perceptron', seed }));
      expect(history).toHaveLength(frames + 1);
      expect(Math.min(...history)).toBeGreaterThanOrEqual(1);
    }
  });

  it('nor the two rings', () => {
    const { wrong, fewest } = model(ends({ set: 'rings', by: 'perceptron' }));
    expect(fewest).toBeGreaterThan(5);
    expect(wrong).toBeGreaterThanOrEqual(fewest);
  });
});

describe('a network', () => {
  it('with two hidden units separates XOR from 66 of 100 seeds', () => {
    expect(seeds.filter((seed) => stepsToRight('xor', 2, seed) !== undefined)).toHaveLength(66);
  });

  it('with one hidden unit never does: it draws one line as well', () => {
    expect(seeds.filter((seed) => stepsToRight('xor', 1, seed) !== undefined)).toEqual([]);
  });

  it('from the first seed draws a border that gets XOR right, and stays there', () => {
    const { history, wrong } = model(ends({ by: 'network' }));
    expect(wrong).toBe(0);
    expect(history[0]).toBeGreaterThan(0);
  });

  it('gets the rings right with four hidden units', () => {
    expect(model(ends({ set: 'rings', by: 'network', hidden: 4, seed: 2 })).wrong).toBe(0);
  });
});

it('a state is the same however it is reached', () => {
  const at = (frame: number) => model({ ...first, by: 'network', frame }).points;
  const direct = JSON.stringify(at(40));
  model({ ...first, by: 'perceptron', frame: 3 });
  for (let frame = 0; frame <= 40; frame++) at(frame);
  expect(JSON.stringify(at(40))).toBe(direct);
  expect(model({ ...first, by: 'network', frame: 7 }).history).toHaveLength(8);
});
