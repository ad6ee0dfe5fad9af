import type { ChapterEquations, Equation } from '@book/equations';
import { backwardDerivations, backwardEquations } from './equations/backward';
import { forwardEquations, inferenceEquations } from './equations/forward';

const equations: readonly Equation[] = [
  ...forwardEquations,
  ...inferenceEquations,
  ...backwardEquations,
];

/** The equations of chapter 9 in the order in which the chapter places them: the first is (9.1). */
export default {
  chapter: 9,
  equations,
  derivations: backwardDerivations,
} satisfies ChapterEquations;
