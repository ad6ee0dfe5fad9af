import type { ChapterEquations, Equation } from '@book/equations';
import { costEquations, updateEquations } from './equations/cost';
import { derivations } from './equations/derivations';
import { forwardEquations } from './equations/forward';
import { matrixEquations } from './equations/matrices';
import { scalarEquations } from './equations/scalars';

const equations: readonly Equation[] = [
  ...forwardEquations,
  ...scalarEquations,
  ...matrixEquations,
  ...costEquations,
  ...updateEquations,
];

/** The equations of chapter 2 in the order in which the chapter places them: the first is (2.1). */
export default { chapter: 2, equations, derivations } satisfies ChapterEquations;
