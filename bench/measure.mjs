import { PerformanceObserver } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
/** Collects garbage now. */
const collect = runInNewContext('gc');

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Seconds per step, from as many steps as fill the time.
 * @param {{ step(): void }} contestant
 * @param {number} milliseconds
 */
export function secondsPerStep(contestant, milliseconds) {
  let steps = 0;
  const start = performance.now();
  let now = start;
  for (let size = 1; now - start < milliseconds; size *= 2) {
    // Blocks grow up to a twentieth of the time: reading the clock then costs nothing.
    if (size > 1 && now - start > milliseconds / 20) size /= 2;
    for (let i = 0; i < size; i++) contestant.step();
    steps += size;
    now = performance.now();
  }
  return (now - start) / 1000 / steps;
}

/**
 * All contestants in turn, so that what else the machine does meets them alike.
 * @param {{ name: string, step(): void, prepare?(): Promise<unknown> }[]} contestants
 * @returns {Promise<Map<string, number[]>>} seconds per step in each round
 */
export async function race(contestants, { rounds = 25, milliseconds = 60, warmUp = 400 } = {}) {
  const times = new Map(contestants.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const contestant of contestants) {
      await contestant.prepare?.();
      const seconds = secondsPerStep(contestant, round < 0 ? warmUp : milliseconds);
      if (round >= 0) times.get(contestant.name).push(seconds);
    }
  }
  return times;
}

/**
 * What `steps` steps leave on the heap before anything is collected.
 * @param {{ step(): void }} contestant
 * @returns {Promise<{ bytes: number, collections: number }>} growth, and collections during the steps
 */
export async function heapGrowth(contestant, steps) {
  for (let i = 0; i < steps; i++) contestant.step();
  let collections = 0;
  const observer = new PerformanceObserver((list) => {
    collections += list.getEntries().length;
  });
  collect();
  await new Promise((resolve) => setTimeout(resolve, 50));
  observer.observe({ entryTypes: ['gc'] });
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < steps; i++) contestant.step();
  const bytes = process.memoryUsage().heapUsed - before;
  await new Promise((resolve) => setTimeout(resolve, 50));
  observer.disconnect();
  return { bytes, collections };
}
