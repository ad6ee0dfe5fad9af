import { expect, it } from 'vitest';
import { adamSteps, batches, race, worked } from './numbers';

/** What the chapter says about the numbers that it shows. */

it('with one learning rate batch size 1 is first by epochs, though its noise exceeds the gradient', () => {
  const [one, eight, ...larger] = batches.same;
  expect(Number(one!.noise)).toBeGreaterThan(1);
  expect(Number(one!.epochs)).toBeLessThan(Number(eight!.epochs));
  expect(larger.map(({ epochs }) => epochs)).toEqual(['–', '–']);
});

it('with the learning rate in proportion the epochs hardly change, and updates almost a hundredfold', () => {
  const epochs = batches.linear.map((row) => Number(row.epochs));
  expect(Math.max(...epochs) / Math.min(...epochs)).toBeLessThan(1.1);
  const updates = batches.linear.map((row) => Number(row.updates));
  expect(updates[0]! / updates.at(-1)!).toBeGreaterThan(80);
});

it('momentum arrives long before plain descent at its best, and Nesterov before momentum', () => {
  expect(race.momentum).toBeLessThan(race.bestSteps / 2);
  expect(race.nesterov).toBeLessThan(race.momentum);
});

it('the two steps of the worked example are almost equally long, those of plain descent are not', () => {
  expect(Number(adamSteps.first)).toBeCloseTo(1, 4);
  expect(Number(worked.plain2) / Number(worked.plain1)).toBeLessThan(0.7);
});
