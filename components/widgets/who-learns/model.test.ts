import { describe, expect, it } from 'vitest';
import {
  borders,
  first,
  frame,
  judged,
  learnerNames,
  model,
  points,
  samples,
  steps,
} from './model';

const [squared, note, binary] = model(first).learners;
const seeds = Array.from({ length: 20 }, (_, i) => i + 1);

describe('a classifier that starts sure and wrong', () => {
  it('starts alike for every loss, with no point right', () => {
    for (const { moments } of [squared!, note!, binary!]) {
      expect(moments).toHaveLength(steps + 1);
      expect(moments[0]!.W).toEqual(squared!.moments[0]!.W);
      expect(moments[0]!.right).toBe(0);
    }
  });

  it('is put right by binary cross-entropy long before squared error, whatever the points', () => {
    for (const seed of seeds) {
      const { learners } = model({ ...first, seed });
      const [slow, , quick] = learners;
      expect(quick!.done).toBeLessThanOrEqual(150);
      expect(slow!.done ?? steps + 1).toBeGreaterThan(2 * quick!.done!);
    }
  });

  it('learns to say yes to everything from the note’s loss, which falls and falls', () => {
    for (const seed of seeds) {
      const { moments, done } = model({ ...first, seed }).learners[1]!;
      const last = moments.at(-1)!;
      expect(last.loss).toBeLessThan(0.01);
      expect(last.yes).toBeGreaterThan(2.9);
      expect(done).toBeUndefined();
      expect(last.measure).toBeGreaterThan(moments[0]!.measure);
    }
  });

  it('opens with the three told apart: all points, some, hardly any', () => {
    const at = (learner = squared) => learner!.moments[first.at]!;
    expect(at(binary).right).toBe(samples);
    expect(at(squared).right).toBeLessThan(samples * 0.75);
    expect(at(note).right).toBeLessThan(samples * 0.25);
    expect(at(note).loss).toBeLessThan(at(binary).loss);
  });
});

it('a surer start leaves squared error with nothing at step 100, and the other with everything', () => {
  // What the checkpoint of the chapter says.
  const [slow, , quick] = model({ ...first, sure: 4 }).learners;
  expect(slow!.moments[100]!.right).toBe(0);
  expect(quick!.moments[100]!.right).toBe(samples);
});

it('who starts undecided learns with squared error too', () => {
  const [slow, , quick] = model({ ...first, sure: 0 }).learners;
  expect(quick!.done).toBeLessThan(steps);
  expect(slow!.done).toBeLessThan(steps);
});

it('judges points as the engine counts them', () => {
  const data = points(first.seed);
  for (const { moments } of [squared!, note!, binary!]) {
    for (const moment of [moments[0]!, moments[40]!, moments.at(-1)!]) {
      const right = judged(data, moment).filter(({ label, said }) => label === said);
      expect(right).toHaveLength(moment.right);
    }
  }
});

it('draws borders on which an output is one half, within the frame', () => {
  for (const { moments } of [squared!, note!, binary!]) {
    for (const moment of moments) {
      for (const { j, from, to } of borders(moment)) {
        for (const [x, y] of [from, to]) {
          const [p = 0, q = 0] = moment.W[j]!;
          expect(p * x + q * y + moment.b[j]!).toBeCloseTo(0, 6);
          for (const u of [x, y]) {
            expect(u).toBeGreaterThanOrEqual(frame.low - 1e-6);
            expect(u).toBeLessThanOrEqual(frame.high + 1e-6);
          }
        }
      }
    }
  }
});

it('stays finite for every setting', () => {
  for (const sure of [0, 4]) {
    for (const alpha of [0.1, 2]) {
      for (const { name, moments } of model({ ...first, sure, alpha }).learners) {
        expect(learnerNames).toContain(name);
        for (const { loss, measure, W } of moments) {
          for (const x of [loss, measure, ...W.flat()]) expect(x).toSatisfy(Number.isFinite);
        }
      }
    }
  }
});
