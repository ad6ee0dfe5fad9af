import { requirePositive } from './ranges';

/** How the learning rate changes over time: plain data, fit for JSON. `t` counts from 0. */
export type ScheduleSpec =
  | { readonly kind: 'constant' }
  | {
      /** α · factor^⌊t / every⌋. */
      readonly kind: 'step';
      /** Steps between two falls, > 0. */
      readonly every: number;
      /** What α is multiplied by at each fall, > 0. */
      readonly factor: number;
    }
  | {
      /** α · factorᵗ. */
      readonly kind: 'exponential';
      /** What α is multiplied by at each step, > 0. */
      readonly factor: number;
    }
  | {
      /**
       * From α down to `least` along half a cosine in `length` steps, then `least`. Loshchilov &
       * Hutter 2017, without restarts.
       */
      readonly kind: 'cosine';
      /** Steps down to `least`, > 0. */
      readonly length: number;
      /** The last learning rate. Default 0. */
      readonly least?: number;
    }
  | {
      /** α (t + 1) / length up to α, then `next`, whose own t starts at 0 there. */
      readonly kind: 'warmup';
      /** Steps up to α, > 0. */
      readonly length: number;
      /** What follows. Default constant. */
      readonly next?: ScheduleSpec;
    };

/**
 * The learning rate at time t.
 * @param alpha the rate that the schedule starts from
 * @param t     steps (or epochs) done before, from 0
 */
export function learningRate(schedule: ScheduleSpec, alpha: number, t: number): number {
  switch (schedule.kind) {
    case 'constant':
      return alpha;
    case 'step':
      return alpha * schedule.factor ** Math.floor(t / schedule.every);
    case 'exponential':
      return alpha * schedule.factor ** t;
    case 'cosine': {
      const { length, least = 0 } = schedule;
      const share = Math.min(t / length, 1);
      return least + 0.5 * (alpha - least) * (1 + Math.cos(Math.PI * share));
    }
    case 'warmup': {
      const { length, next } = schedule;
      if (t < length) return (alpha * (t + 1)) / length;
      return next ? learningRate(next, alpha, t - length) : alpha;
    }
  }
}

/** Checks a schedule. @throws RangeError if a constant of the schedule makes no sense */
export function requireSchedule(schedule: ScheduleSpec): void {
  for (const name of ['every', 'factor', 'length'] as const) {
    const value = (schedule as Partial<Record<typeof name, number>>)[name];
    if (value !== undefined) requirePositive(`schedule ${schedule.kind}: ${name}`, value);
  }
  if (schedule.kind === 'cosine' && !((schedule.least ?? 0) >= 0)) {
    throw new RangeError(`schedule cosine: least must be at least 0, got ${schedule.least}`);
  }
  if (schedule.kind === 'warmup' && schedule.next) requireSchedule(schedule.next);
}
