import { Random } from '@engine';
import { rightAnswers, sameValue } from './answers';
import type { Exercise, PartsExercise, Value, Values } from './types';

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

/**
 * Whether every listed mistake is told from the right answer, and from the mistakes before it; and
 * whether who goes on with rounded answers still arrives at what counts as right.
 */
export function isFit(exercise: PartsExercise, values: Values): boolean {
  const given = rightAnswers(exercise, values);
  const rounded: Record<string, Value> = {};
  return exercise.parts.every(({ id, answer, mistakes, decimals }) => {
    const right = answer(values, given);
    rounded[id] = round(answer(values, rounded), decimals);
    // Three times what marking tolerates: a mistake's own rounding must not reach the answer.
    const same = (p: Value, q: Value): boolean => sameValue(p, q, decimals, 3);
    const slips = mistakes.map(({ value }) => value(values, given));
    return (
      sameValue(rounded[id], right, decimals) &&
      slips.every((slip, i) => !same(slip, right) && !slips.slice(0, i).some((q) => same(slip, q)))
    );
  });
}

const round = (value: Value, decimals: number): Value =>
  typeof value === 'number'
    ? Number(value.toFixed(decimals))
    : (value.map((one: Value) => round(one, decimals)) as Value);
