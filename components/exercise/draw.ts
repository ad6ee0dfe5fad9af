import { Random } from '@engine';
import { rightAnswers, sameValue } from './answers';
import type { Exercise, PartsExercise, Values } from './types';

/** Seeds are 32-bit numbers, so that they fit a link and the log. */
export const seedFrom = (random: () => number): number => Math.floor(random() * 2 ** 32);

/** The numbers that the page is built with. */
export const firstSeed = 1;

const mostTries = 100;

/**
 * The numbers of an exercise for a seed: the first draw for which no listed mistake gives an answer
 * that would be taken for the right one. The same seed gives the same numbers everywhere.
 * @throws Error if a hundred draws in a row are unfit: the generator is wrong then
 */
export function draw(exercise: Exercise, seed: number): Values {
  if (!('draw' in exercise)) return {};
  const random = new Random(`${exercise.id}/${seed}`);
  for (let n = 0; n < mostTries; n++) {
    const values = exercise.draw(random.split(n));
    if (exercise.kind !== 'number' && exercise.kind !== 'matrix') return values;
    if (isFit(exercise, values)) return values;
  }
  throw new Error(`${exercise.id}: no fit numbers for seed ${seed} in ${mostTries} draws`);
}

/** Whether every listed mistake is told from the right answer, and from the mistakes before it. */
export function isFit(exercise: PartsExercise, values: Values): boolean {
  const given = rightAnswers(exercise, values);
  return exercise.parts.every(({ answer, mistakes, decimals }) => {
    const right = answer(values, given);
    // Three times what marking tolerates: a mistake's own rounding must not reach the answer.
    return mistakes.every(({ value }) => !sameValue(value(values, given), right, decimals, 3));
  });
}
