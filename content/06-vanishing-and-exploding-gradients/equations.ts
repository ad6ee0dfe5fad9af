import type { ChapterEquations, Equation } from '@book/equations';
import { layerEquations } from './equations/layers';
import { chainDerivation, productEquations } from './equations/products';

const equations: readonly Equation[] = [...productEquations, ...layerEquations];

/** The equations of chapter 6 in the order in which the chapter places them: the first is (6.1). */
export default {
  chapter: 6,
  equations,
  derivations: [chainDerivation],
} satisfies ChapterEquations;
