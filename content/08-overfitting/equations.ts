import type { ChapterEquations, Equation } from '@book/equations';
import { decayEquations } from './equations/decay';
import { dropoutEquations, expectationDerivation } from './equations/dropout';

const equations: readonly Equation[] = [...dropoutEquations, ...decayEquations];

/** The equations of chapter 8 in the order in which the chapter places them: the first is (8.1). */
export default {
  chapter: 8,
  equations,
  derivations: [expectationDerivation],
} satisfies ChapterEquations;
