import type { ChapterEquations, Equation } from '@book/equations';
import { derivations } from './equations/derivations';
import { reluEquations } from './equations/relu';
import { symmetryEquations } from './equations/symmetry';
import { varianceEquations } from './equations/variance';
import { xavierEquations } from './equations/xavier';

const equations: readonly Equation[] = [
  ...symmetryEquations,
  ...varianceEquations,
  ...xavierEquations,
  ...reluEquations,
];

/** The equations of chapter 4 in the order in which the chapter places them: the first is (4.1). */
export default { chapter: 4, equations, derivations } satisfies ChapterEquations;
