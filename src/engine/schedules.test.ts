import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learningRate, requireSchedule, type ScheduleSpec } from './schedules';

const rates = (schedule: ScheduleSpec, times: readonly number[]) =>
  times.map((t) => Number(learningRate(schedule, 0.8, t).toFixed(12)));

describe('learning rates from α = 0.8', () => {
  it.each<[ScheduleSpec, number[], number[]]>([
    [{ kind: 'constant' }, [0, 7], [0.8, 0.8]],
    [{ kind: 'step', every: 3, factor: 0.5 }, [0, 2, 3, 5, 6], [0.8, 0.8, 0.4, 0.4, 0.2]],
    [{ kind: 'exponential', factor: 0.5 }, [0, 1, 3], [0.8, 0.4, 0.1]],
    [{ kind: 'cosine', length: 6 }, [0, 2, 3, 4, 6, 9], [0.8, 0.6, 0.4, 0.2, 0, 0]],
    [{ kind: 'cosine', length: 4, least: 0.2 }, [0, 2, 4, 5], [0.8, 0.5, 0.2, 0.2]],
    [{ kind: 'warmup', length: 4 }, [0, 1, 3, 4, 9], [0.2, 0.4, 0.8, 0.8, 0.8]],
    [
      { kind: 'warmup', length: 2, next: { kind: 'exponential', factor: 0.5 } },
      [0, 1, 2, 3, 4],
      [0.4, 0.8, 0.8, 0.4, 0.2],
    ],
  ])('%o', (schedule, times, expected) => {
    expect(rates(schedule, times)).toEqual(expected);
  });

  it('cosine falls all the way and stays between α and its least', () => {
    const number = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 50 }), (alpha, share, length) => {
        const least = alpha * share;
        let before = alpha;
        for (let t = 0; t <= length + 2; t++) {
          const rate = learningRate({ kind: 'cosine', length, least }, alpha, t);
          // Within one rounding: α and its least may be neighbours.
          expect(rate).toBeLessThanOrEqual(before * (1 + 2 ** -52));
          expect(rate).toBeGreaterThanOrEqual(least);
          before = rate;
        }
      }),
    );
  });
});

describe('requireSchedule', () => {
  it('takes what makes sense', () => {
    requireSchedule({ kind: 'constant' });
    requireSchedule({ kind: 'step', every: 1, factor: 0.1 });
    requireSchedule({ kind: 'warmup', length: 1 });
    requireSchedule({ kind: 'warmup', length: 1, next: { kind: 'cosine', length: 1 } });
  });

  it('refuses what does not, by name', () => {
    const refuse = (schedule: ScheduleSpec, message: string) =>
      expect(() => requireSchedule(schedule)).toThrow(message);
    refuse({ kind: 'step', every: 0, factor: 1 }, 'schedule step: every must be above 0, got 0');
    refuse({ kind: 'step', every: 1, factor: Number.NaN }, 'step: factor must be above 0, got NaN');
    refuse({ kind: 'exponential', factor: -1 }, 'exponential: factor');
    refuse({ kind: 'cosine', length: Number.POSITIVE_INFINITY }, 'cosine: length');
    refuse({ kind: 'cosine', length: 1, least: -1 }, 'cosine: least must be at least 0, got -1');
    refuse({ kind: 'cosine', length: 1, least: Number.NaN }, 'cosine: least');
    refuse({ kind: 'warmup', length: 0 }, 'warmup: length');
    refuse({ kind: 'warmup', length: 1, next: { kind: 'cosine', length: 0 } }, 'cosine: length');
  });
});
