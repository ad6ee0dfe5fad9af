import type { ExerciseSet } from '@components/exercise/types';
import { accounts, secondStep } from './exercises/adaptive';
import { largerBatch, onTheCosine, predictRace, whichPoint } from './exercises/choices';
import { bugMomentum, codeAdam } from './exercises/code';
import { bowl, oneBatch, twoVelocities } from './exercises/descent';
import { bugBatch, orderAdam } from './exercises/lines';

/** The exercises of chapter 7, in the order of its sections. */
export default {
  chapter: 'optimisation',
  exercises: [
    bowl,
    whichPoint,
    oneBatch,
    largerBatch,
    bugBatch,
    twoVelocities,
    bugMomentum,
    predictRace,
    accounts,
    secondStep,
    orderAdam,
    codeAdam,
    onTheCosine,
  ],
} satisfies ExerciseSet;
