import type { ExerciseSet } from '@components/exercise/types';
import { batchGradient } from './exercises/batch-gradient';
import { bugIndex, bugTranspose } from './exercises/bugs';
import { batchDoubled, gradientShape } from './exercises/choices';
import { codeSigmoid, codeStep } from './exercises/code';
import { codeBackward } from './exercises/code-backward';
import { costBackward } from './exercises/cost';
import { deltaLayer } from './exercises/delta-layer';
import { hiddenDelta } from './exercises/hidden-delta';
import { layerForward } from './exercises/layer';
import { orderHidden } from './exercises/order';
import { outputDelta } from './exercises/output-delta';
import { predictDead } from './exercises/predict-dead';
import { predictEpsilon } from './exercises/predict-epsilon';
import { squaredErrorLoss } from './exercises/squared-error';
import { unitForward } from './exercises/unit';
import { weightGradient } from './exercises/weight';

/** The exercises of chapter 2, in the order of its sections. */
export default {
  chapter: 'forward-and-backward',
  exercises: [
    unitForward,
    codeSigmoid,
    layerForward,
    squaredErrorLoss,
    predictEpsilon,
    weightGradient,
    outputDelta,
    hiddenDelta,
    predictDead,
    orderHidden,
    bugIndex,
    deltaLayer,
    bugTranspose,
    batchGradient,
    gradientShape,
    batchDoubled,
    codeBackward,
    costBackward,
    codeStep,
  ],
} satisfies ExerciseSet;
