import type { ChapterEquations, Equation } from '@book/equations';
import { adaptiveEquations } from './equations/adaptive';
import { biasDerivation } from './equations/bias';
import { descentEquations } from './equations/descent';
import { momentumEquations } from './equations/momentum';
import { scheduleEquations } from './equations/schedules';

const equations: readonly Equation[] = [
  ...descentEquations,
  ...momentumEquations,
  ...adaptiveEquations,
  ...scheduleEquations,
];

/** The equations of chapter 7 in the order in which the chapter places them: the first is (7.1). */
export default {
  chapter: 7,
  equations,
  derivations: [biasDerivation],
} satisfies ChapterEquations;
