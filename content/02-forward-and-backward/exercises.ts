import type { ExerciseSet } from '@components/exercise/types';
import { batchDoubled, gradientShape } from './exercises/choices';
import { codeSigmoid, codeStep } from './exercises/code';
import { hiddenDelta } from './exercises/hidden-delta';
import { layerForward } from './exercises/layer';
import { orderHidden } from './exercises/order';
import { outputDelta } from './exercises/output-delta';
import { squaredErrorLoss } from './exercises/squared-error';
import { unitForward } from './exercises/unit';

/** The exercises of chapter 2, in the order of its sections. */
export default {
  chapter: 'forward-and-backward',
  exercises: [
    unitForward,
    layerForward,
    squaredErrorLoss,
    codeSigmoid,
    outputDelta,
    hiddenDelta,
    orderHidden,
    gradientShape,
    batchDoubled,
    codeStep,
  ],
} satisfies ExerciseSet;
