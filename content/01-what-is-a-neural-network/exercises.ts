import type { ExerciseSet } from '@components/exercise/types';
import { boundaryLine } from './exercises/boundary';
import { codeLayer, codePerceptron } from './exercises/code';
import { bugCollapse, collapseNumbers } from './exercises/collapse';
import { orderXor } from './exercises/order';
import { perceptronStep } from './exercises/perceptron-step';
import { predictLine } from './exercises/predict-line';
import { separableTables } from './exercises/separable';
import { countParameters, weightShape } from './exercises/shape';
import { smallNetwork } from './exercises/small-network';
import { unitAnswer } from './exercises/unit';

/** The exercises of chapter 1, in the order of its sections. */
export default {
  chapter: 'what-is-a-neural-network',
  exercises: [
    unitAnswer,
    boundaryLine,
    separableTables,
    predictLine,
    orderXor,
    perceptronStep,
    codePerceptron,
    smallNetwork,
    weightShape,
    countParameters,
    codeLayer,
    collapseNumbers,
    bugCollapse,
  ],
} satisfies ExerciseSet;
