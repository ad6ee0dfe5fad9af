import type { ChapterEquations, Equation } from '@book/equations';
import { derivations } from './equations/derivations';
import {
  deadEquations,
  leakyEquations,
  reluEquations,
  smoothEquations,
} from './equations/rectifiers';
import { sigmoidEquations, tanhEquations } from './equations/s-curves';
import {
  jacobianEquations,
  softmaxEquations,
  stabilityEquations,
  twoClassEquations,
} from './equations/softmax';

const equations: readonly Equation[] = [
  ...sigmoidEquations,
  ...tanhEquations,
  ...reluEquations,
  ...deadEquations,
  ...leakyEquations,
  ...smoothEquations,
  ...softmaxEquations,
  ...stabilityEquations,
  ...jacobianEquations,
  ...twoClassEquations,
];

/** The equations of chapter 3 in the order in which the chapter places them: the first is (3.1). */
export default { chapter: 3, equations, derivations } satisfies ChapterEquations;
