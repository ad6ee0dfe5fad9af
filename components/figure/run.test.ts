import { expect, it } from 'vitest';
import { bring, type Run } from './run';

class Count implements Run {
  step = 0;

  constructor(private readonly last = Number.POSITIVE_INFINITY) {}

  get ended(): boolean {
    return this.step >= this.last;
  }

  advance(): void {
    this.step++;
  }
}

it('a run is brought to a step, never back and never past its end', () => {
  const run = new Count(9);
  expect(bring(run, 4)).toBe(run);
  expect(run.step).toBe(4);
  expect(bring(run, 2).step).toBe(4);
  expect(bring(run, 20).step).toBe(9);
});

it('without time one step is made all the same, so that slices come to an end', () => {
  const run = new Count();
  expect(bring(run, 4, 0).step).toBe(1);
  expect(bring(run, 4, -1).step).toBe(2);
});
