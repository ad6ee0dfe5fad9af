import type { ExerciseSet } from '@components/exercise/types';
import { backThrough, orderBackward } from './exercises/backward';
import { bugClaim, parameterCount, predictOther, scaleWeights } from './exercises/choices';
import { codeForward, repairInference } from './exercises/code';
import { normaliseMatrix, normaliseOne, oneSample, runningStep, undoIt } from './exercises/forward';

/** The exercises of chapter 9, in the order of its sections. */
export default {
  chapter: 'batch-normalisation',
  exercises: [
    normaliseOne,
    codeForward,
    predictOther,
    undoIt,
    parameterCount,
    runningStep,
    oneSample,
    repairInference,
    orderBackward,
    backThrough,
    scaleWeights,
    bugClaim,
    normaliseMatrix,
  ],
} satisfies ExerciseSet;
