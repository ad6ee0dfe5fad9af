import type { ExerciseSet } from '@components/exercise/types';
import { howMuch, oneLayerBack, wholeProduct } from './exercises/chain';
import { predictChain, residualFactor, rightSigma } from './exercises/choices';
import { clipVector, codeClip } from './exercises/clipping';
import { codeChain } from './exercises/code-chain';
import { bugClaim, orderProduct } from './exercises/lines';

/** The exercises of chapter 6, in the order of its sections. */
export default {
  chapter: 'vanishing-and-exploding-gradients',
  exercises: [
    oneLayerBack,
    wholeProduct,
    codeChain,
    howMuch,
    orderProduct,
    bugClaim,
    predictChain,
    rightSigma,
    clipVector,
    codeClip,
    residualFactor,
  ],
} satisfies ExerciseSet;
