import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { CheckGradient } from '@components/controls/CheckGradient';
import { parseNumber } from '@components/controls/parse-number';
import { Formula, Num } from '@components/figure/Formula';
import { short } from '@components/figure/format';
import { formulaOf, stepEquals } from '@components/figure/StepFormula';
import type { TraceStep } from '@engine';
import { useEffect, useState } from 'preact/hooks';
import { compare, type Derived, type knownAfter } from './derive';
import { messages } from './messages';
import { judge } from './predict';
import type { State } from './state';

interface StepSaysProps {
  lang: Lang;
  state: State;
  derived: Derived;
  step: TraceStep | undefined;
  known: ReturnType<typeof knownAfter>;
  hidden: boolean;
  onReveal: () => void;
}

/** The sentence for a step. */
function sentence(lang: Lang, step: TraceStep, sizes: readonly number[]): string {
  const { says, dead } = messages[lang];
  const { kind, equation, layer } = step;
  if (kind === 'fprime' && step.value === 0) return dead;
  if (kind === 'dLda') {
    return equation === 'fb-delta-output-scalar'
      ? says.dLdaOutput
      : fill(says.dLdaHidden, { n: sizes[layer + 1] ?? 0 });
  }
  if (kind === 'delta' && equation === 'fb-delta-softmax-ce') return says.deltaFused;
  if (kind === 'delta' && equation === 'fb-delta-softmax-jacobian') return says.deltaSoftmax;
  return kind === 'W-new' || kind === 'b-new' ? '' : says[kind as keyof typeof says];
}

/** What the present step says: formula, the same with numbers, one sentence; or a question. */
export function StepSays(props: StepSaysProps) {
  const { lang, state, derived, step, known, hidden, onReveal } = props;
  const say = messages[lang];
  const { steps, sizes, activations } = derived;
  if (!step) return <p>{say.intro}</p>;
  const f = activations[step.layer - 1]!;
  const { left, letters, numbers } = formulaOf(step, f, known('a', step.layer, step.unit));
  const checkable = ['delta', 'dW', 'db'].includes(step.kind);
  return (
    <>
      <p class="step-head">
        <span>{fill(say.stepOf, { n: state.step, all: steps.length })}</span>
        <span class={`step-phase ${step.phase}`}>
          {say.phase[step.phase as keyof typeof say.phase]}
          {step.phase !== 'loss' && ` · ${fill(say.atLayer, { l: step.layer })}`}
        </span>
      </p>
      <div class="step-formula">
        <Formula>
          {left} = {letters}
        </Formula>
        <Formula> = {numbers}</Formula>
        <Formula>
          {' '}
          {stepEquals(step)} {hidden ? <b>?</b> : <Num>{<b>{short(step.value, 5)}</b>}</Num>}
        </Formula>
      </div>
      {state.predict && (
        <Prediction key={`${state.step} ${step.value}`} {...{ lang, step, hidden, onReveal }} />
      )}
      <p>{sentence(lang, step, sizes)}</p>
      {checkable && !hidden && (
        <CheckGradient
          lang={lang}
          of={left}
          subject={`${state.step} ${step.value}`}
          compare={() => compare(state, step)}
        />
      )}
    </>
  );
}

interface PredictionProps {
  lang: Lang;
  step: TraceStep;
  hidden: boolean;
  onReveal: () => void;
}

/** A field for the reader's own value, compared with the step's. */
function Prediction({ lang, step, hidden, onReveal }: PredictionProps) {
  const say = messages[lang];
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState('');
  useEffect(() => setAnswer(''), [step]);
  const check = (event: Event): void => {
    event.preventDefault();
    const predicted = parseNumber(text);
    if (predicted === undefined) {
      setAnswer(fill(say.unreadable, { text: text.slice(0, 20) }));
      return;
    }
    const verdict = judge(predicted, step);
    if (verdict.kind === 'right') {
      setAnswer(say.right);
      onReveal();
    } else if (verdict.kind === 'slip') setAnswer(say.slips[verdict.slip]);
    else setAnswer(fill(say.off, { by: short(verdict.by, 3) }));
  };
  return (
    <form class="prediction" onSubmit={check}>
      <label>
        {say.yourPrediction}{' '}
        <input
          type="text"
          inputmode="decimal"
          autocomplete="off"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="fig-button">
        {say.check}
      </button>
      {hidden && (
        <button type="button" class="fig-button" onClick={onReveal}>
          {say.show}
        </button>
      )}
      <p role="status" class={answer === say.right ? 'is-right' : ''}>
        {answer}
      </p>
    </form>
  );
}
