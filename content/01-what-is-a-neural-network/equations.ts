import type { ChapterEquations } from '@book/equations';
import { collapseDerivation, collapseEquations } from './equations/collapse';
import { networkEquations } from './equations/network';
import { unitEquations } from './equations/unit';
import { xorDerivation, xorEquations } from './equations/xor';

/** The equations of chapter 1 in the order in which the chapter places them: the first is (1.1). */
export default {
  chapter: 1,
  equations: [...unitEquations, ...xorEquations, ...networkEquations, ...collapseEquations],
  derivations: [xorDerivation, collapseDerivation],
} satisfies ChapterEquations;
