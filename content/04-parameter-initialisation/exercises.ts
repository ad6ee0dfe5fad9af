import type { ExerciseSet } from '@components/exercise/types';

/** The exercises of chapter 4, in the order of its sections. */
export default {
  chapter: 'parameter-initialisation',
  exercises: [],
} satisfies ExerciseSet;
