import { chapters } from '@book/contents';
import type { ExerciseSet } from '@components/exercise/types';
import { loadSet, sets } from './sets';

/** The exercises of every chapter that is on the site, in the order of the book. */
export const allSets = (): Promise<ExerciseSet[]> =>
  Promise.all(chapters.filter(({ slug }) => slug in sets).map(({ slug }) => loadSet(slug)));
