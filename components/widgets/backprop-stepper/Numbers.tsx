import type { Lang } from '@book/languages';
import { Formula, Num } from '@components/figure/Formula';
import { short } from '@components/figure/format';
import { formulaOf, stepEquals } from '@components/figure/StepFormula';
import type { Derived, knownAfter } from './derive';
import type { State } from './state';

interface NumbersProps {
  lang: Lang;
  state: State;
  derived: Derived;
  known: ReturnType<typeof knownAfter>;
}

/** Every step so far: its formula with its numbers. */
export function Numbers({ state, derived, known }: NumbersProps) {
  const { steps, activations } = derived;
  return (
    <ol class="all-steps">
      {steps.slice(0, state.step).map((step, i) => {
        const f = activations[step.layer - 1]!;
        const { left, numbers } = formulaOf(step, f, known('a', step.layer, step.unit));
        return (
          <li key={i}>
            <Formula equation={step.equation}>
              {left} = {numbers} {stepEquals(step)} <Num>{short(step.value, 5)}</Num>
            </Formula>
          </li>
        );
      })}
    </ol>
  );
}
