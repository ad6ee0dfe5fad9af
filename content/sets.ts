import type { ExerciseSet } from '@components/exercise/types';

/** The exercises of each chapter by its slug; a chapter's file arrives when it is asked for. */
export const sets: Readonly<Record<string, () => Promise<{ default: ExerciseSet }>>> = {
  'what-is-a-neural-network': () => import('./01-what-is-a-neural-network/exercises'),
  'forward-and-backward': () => import('./02-forward-and-backward/exercises'),
  'activation-functions': () => import('./03-activation-functions/exercises'),
  'parameter-initialisation': () => import('./04-parameter-initialisation/exercises'),
  'cross-entropy': () => import('./05-cross-entropy/exercises'),
  'vanishing-and-exploding-gradients': () =>
    import('./06-vanishing-and-exploding-gradients/exercises'),
  optimisation: () => import('./07-optimisation/exercises'),
  overfitting: () => import('./08-overfitting/exercises'),
  'batch-normalisation': () => import('./09-batch-normalisation/exercises'),
};

/** @throws Error if the chapter has no exercises */
export async function loadSet(chapter: string): Promise<ExerciseSet> {
  const load = sets[chapter];
  if (!load) throw new Error(`No exercises for the chapter “${chapter}” in content/sets.ts`);
  return (await load()).default;
}
