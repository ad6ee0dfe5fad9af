import { arrangedOptions } from '../order';
import type { ChoiceExercise, LineExercise, PredictExercise } from '../types';
import type { Context, Kind } from './context';

/** One or several of some options; a prediction, with the widget shown afterwards; a wrong line. */
export function connectChoice(
  context: Context,
  exercise: ChoiceExercise | PredictExercise | LineExercise,
): Kind {
  const { form, say, after, root } = context;
  const options = [...form.querySelectorAll<HTMLElement>('[data-option]')];
  const box = (option: HTMLElement): HTMLInputElement => option.querySelector('input')!;
  const right = (): readonly string[] =>
    'right' in exercise ? exercise.right(context.values) : [exercise.wrongLine];

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = options.filter((option) => box(option).checked).map((o) => o.dataset.option!);
    if (chosen.length === 0) {
      context.verdict('none', say.chooseOne);
      return;
    }
    const wanted = right();
    const wrong = chosen.find((id) => !wanted.includes(id));
    const isRight = wrong === undefined && chosen.length === wanted.length;
    if (isRight) context.verdict('right', say.right, chosen[0]);
    else if (wrong) context.verdict('wrong', say.no, wrong);
    else context.verdict('wrong', say.notAll);
    context.record(isRight ? 'right' : 'wrong', wrong);
    if (exercise.kind === 'predict') showWidget(exercise);
  });

  function showWidget({ fragment }: PredictExercise): void {
    if (after.querySelector('iframe')) return;
    const words = document.createElement('p');
    words.textContent = say.widget;
    const frame = document.createElement('iframe');
    frame.src = `${root.dataset.embed}#${fragment(context.values)}`;
    frame.title = say.widget;
    frame.loading = 'lazy';
    after.replaceChildren(words, frame);
  }

  return {
    refresh() {
      for (const option of options) box(option).checked = false;
      const arranged = arrangedOptions(exercise, context.seed);
      const byId = new Map(options.map((option) => [option.dataset.option, option]));
      form.querySelector('fieldset')!.append(...arranged.map(({ id }) => byId.get(id)!));
    },
  };
}
