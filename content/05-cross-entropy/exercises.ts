import type { ExerciseSet } from '@components/exercise/types';
import { binaryOutputs } from './exercises/binary';
import { bugBinary } from './exercises/bug-derivation';
import { untouchedOutputs, whichPair } from './exercises/choices';
import { bugStable, codeCrossEntropy } from './exercises/code';
import { deltaBatch } from './exercises/delta-batch';
import { likelihoodBatch } from './exercises/likelihood';
import { orderSoftmax } from './exercises/order';
import { predictPush } from './exercises/predict-push';
import { ratioOfPushes } from './exercises/ratio';
import { softmaxSample } from './exercises/softmax';
import { surpriseLoss } from './exercises/surprise';

/** The exercises of chapter 5, in the order of its sections. */
export default {
  chapter: 'cross-entropy',
  exercises: [
    surpriseLoss,
    likelihoodBatch,
    softmaxSample,
    deltaBatch,
    orderSoftmax,
    untouchedOutputs,
    binaryOutputs,
    bugBinary,
    whichPair,
    ratioOfPushes,
    predictPush,
    codeCrossEntropy,
    bugStable,
  ],
} satisfies ExerciseSet;
