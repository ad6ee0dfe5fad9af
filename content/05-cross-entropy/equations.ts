import type { ChapterEquations, Equation } from '@book/equations';
import { derivations } from './equations/derivations';
import { binaryEquations, noteEquations, squaredEquations } from './equations/sigmoid';
import { softmaxEquations } from './equations/softmax';
import { stableEquations } from './equations/stable';
import { surpriseEquations } from './equations/surprise';

const equations: readonly Equation[] = [
  ...surpriseEquations,
  ...softmaxEquations,
  ...noteEquations,
  ...binaryEquations,
  ...squaredEquations,
  ...stableEquations,
];

/** The equations of chapter 5 in the order in which the chapter places them: the first is (5.1). */
export default { chapter: 5, equations, derivations } satisfies ChapterEquations;
