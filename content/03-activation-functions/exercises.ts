import type { ExerciseSet } from '@components/exercise/types';
import { bugJacobian, bugLeaky } from './exercises/bugs';
import { flatUnits, wakeDead } from './exercises/choices';
import { codeSoftmax, codeSoftmaxBackward } from './exercises/code';
import { jacobianTable } from './exercises/jacobian';
import { leakyLayer } from './exercises/leaky-layer';
import { orderSigmoid } from './exercises/order';
import { predictDying } from './exercises/predict-dying';
import { predictOverflow } from './exercises/predict-overflow';
import { softmaxBack } from './exercises/softmax-back';
import { softmaxValues } from './exercises/softmax-values';
import { tanhFromSigmoid } from './exercises/tanh';
import { twoClasses } from './exercises/two-classes';

/** The exercises of chapter 3, in the order of its sections. */
export default {
  chapter: 'activation-functions',
  exercises: [
    orderSigmoid,
    flatUnits,
    tanhFromSigmoid,
    predictDying,
    wakeDead,
    leakyLayer,
    bugLeaky,
    softmaxValues,
    predictOverflow,
    codeSoftmax,
    bugJacobian,
    jacobianTable,
    softmaxBack,
    codeSoftmaxBackward,
    twoClasses,
  ],
} satisfies ExerciseSet;
