import type { ExerciseSet } from '@components/exercise/types';
import { bugBound, codeXavier, orderXavier } from './exercises/derive';
import { bugHe, heLayer, predictSignal } from './exercises/he';
import { throughLayers, weightedSum } from './exercises/layer';
import { codeSpread, spreadOfThree } from './exercises/spread';
import { predictUnits, twinGradient, twinsApart } from './exercises/twins';
import { bothDirections, xavierBound } from './exercises/xavier';

/** The exercises of chapter 4, in the order of its sections. */
export default {
  chapter: 'parameter-initialisation',
  exercises: [
    twinGradient,
    twinsApart,
    predictUnits,
    spreadOfThree,
    weightedSum,
    throughLayers,
    predictSignal,
    xavierBound,
    bothDirections,
    orderXavier,
    bugBound,
    codeXavier,
    heLayer,
    bugHe,
    codeSpread,
  ],
} satisfies ExerciseSet;
