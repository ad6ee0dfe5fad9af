import type { Lang } from '@book/languages';
import { standings } from '@book/progress/review';
import { draw, firstSeed, seedFrom } from '../draw';
import { fillSlot } from '../slots';
import type { Exercise } from '../types';
import { words } from '../words';
import { connectChoice } from './choice';
import { connectCode } from './code';
import type { Context, Kind } from './context';
import { memory, remember } from './memory';
import { connectOrder } from './order';
import { connectParts } from './parts';

/** Whether the reader knows that progress cannot be kept: it is said once. */
let told = false;

/** Makes one exercise answer. */
export function connect(root: HTMLElement, exercise: Exercise, seed?: number): void {
  const lang: Lang = root.dataset.lang === 'zh' ? 'zh' : 'en';
  const say = words[lang];
  const verdictBox = root.querySelector<HTMLElement>('.ex-verdict')!;
  const after = root.querySelector<HTMLElement>('.ex-after')!;
  const hints = [...root.querySelectorAll<HTMLDetailsElement>('.ex-hint')];
  const solution = root.querySelector<HTMLDetailsElement>('.ex-solution')!;
  const link = root.querySelector<HTMLAnchorElement>('.ex-link');
  let hintsSeen = 0;
  let finished = false;

  const context: Context = {
    root,
    lang,
    say,
    form: root.querySelector('form')!,
    values: {},
    seed: seed ?? firstSeed,
    after,
    verdict(outcome, text, says) {
      const bold = document.createElement('b');
      bold.className = outcome === 'none' ? '' : `is-${outcome}`;
      bold.textContent = text;
      verdictBox.replaceChildren(...(text ? [bold, ' '] : []));
      verdictBox.dataset.said = says ?? '';
      const template = root.querySelector<HTMLTemplateElement>(
        `template[data-says="${CSS.escape(says ?? '')}"]`,
      );
      if (template) {
        verdictBox.append(template.content.cloneNode(true));
        fillSlots(verdictBox);
      }
    },
    record(outcome, mistake) {
      // On a sheet with solutions nothing is answered.
      if (finished || root.closest('.with-solutions')) return;
      if (outcome !== 'wrong') finished = true;
      const answer = {
        exercise: exercise.id,
        seed: context.seed,
        outcome,
        hints: hintsSeen,
        mistake,
      };
      void remember(answer).then((trouble) => {
        if (trouble && !told) after.append(paragraph(say.trouble[trouble]));
        told ||= trouble !== undefined;
        return showState();
      });
    },
  };

  const fillSlots = (within: ParentNode): void => {
    for (const slot of within.querySelectorAll<HTMLElement>('[data-slot]')) {
      const { slot: path = '', bracketed, names } = slot.dataset;
      slot.textContent = fillSlot(
        { path, bracketed: bracketed !== undefined, names },
        context.values,
        exercise.decimals ?? 4,
      );
    }
  };

  const kind = connectKind(context, exercise);

  const take = (next: number): void => {
    context.seed = next;
    context.values = draw(exercise, next);
    if (link) link.hash = `ex-${exercise.id}=${next}`;
  };
  const use = (next: number): void => {
    take(next);
    fillSlots(root);
    finished = false;
    hintsSeen = 0;
    for (const details of [...hints, solution]) details.open = false;
    verdictBox.replaceChildren();
    after.replaceChildren();
    kind.refresh();
  };

  async function showState(): Promise<void> {
    const store = await memory();
    const standing = standings((await store.read()).attempts).get(exercise.id);
    const state = root.querySelector<HTMLElement>('.ex-state');
    if (!state || !standing || standing.state === 'new') return;
    const due = standing.due !== undefined && standing.due <= Date.now();
    state.className = `ex-state ${standing.state === 'done' && !due ? 'is-done' : ''}`;
    state.textContent = due ? say.due : standing.state === 'done' ? say.done : say.helped;
  }

  for (const hint of hints) {
    hint.addEventListener('toggle', () => {
      if (hint.open) hintsSeen = Math.max(hintsSeen, hints.indexOf(hint) + 1);
    });
  }
  solution.addEventListener('toggle', () => {
    if (solution.open) context.record('shown');
  });
  root.querySelector('[data-again]')?.addEventListener('click', () => use(seedFrom(Math.random)));
  root.addEventListener('ex-seed', (event) => use((event as CustomEvent<number>).detail));
  // The page was built with the first seed's numbers; what was typed meanwhile stays.
  if (context.seed === firstSeed) take(firstSeed);
  else use(context.seed);
  root.dataset.awake = '';
  void showState();
}

const paragraph = (text: string): HTMLParagraphElement => {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
};

function connectKind(context: Context, exercise: Exercise): Kind {
  switch (exercise.kind) {
    case 'number':
    case 'matrix':
      return connectParts(context, exercise);
    case 'order':
      return connectOrder(context, exercise);
    case 'choice':
    case 'predict':
      return connectChoice(context, exercise);
    default:
      return exercise.form === 'code'
        ? connectCode(context, exercise)
        : connectChoice(context, exercise);
  }
}
