import type { ExerciseSet } from '@components/exercise/types';
import { nothingLeft, predictMean } from './exercises/choices';
import { bugStep, codeDropout } from './exercises/code';
import { l2Step, otherConvention, whatIsLeft } from './exercises/decay';
import { bugDecay, orderScaling } from './exercises/lines';
import { backThroughMask, nextSum, oneUnit } from './exercises/masks';

/** The exercises of chapter 8, in the order of its sections. */
export default {
  chapter: 'overfitting',
  exercises: [
    oneUnit,
    nothingLeft,
    codeDropout,
    nextSum,
    orderScaling,
    predictMean,
    backThroughMask,
    l2Step,
    otherConvention,
    bugStep,
    whatIsLeft,
    bugDecay,
  ],
} satisfies ExerciseSet;
