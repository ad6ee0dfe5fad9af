import { fill } from '@book/ui';
import { markOrder, shuffledLines } from '../order';
import type { OrderExercise } from '../types';
import type { Context, Kind } from './context';
import { dragLines } from './drag-lines';

/** Lines to put in order: by the buttons at each, by keys, or by dragging. */
export function connectOrder(context: Context, exercise: OrderExercise): Kind {
  const { form, say } = context;
  const list = form.querySelector<HTMLOListElement>('.ex-lines')!;
  const lines = (): HTMLLIElement[] => [...list.querySelectorAll('li')];

  const announce = (line: HTMLLIElement): void => {
    const all = lines();
    context.verdict('none', fill(say.moved, { n: all.indexOf(line) + 1, all: all.length }));
  };
  const move = (line: HTMLLIElement, by: number): void => {
    const all = lines();
    const to = all.indexOf(line) + by;
    if (to < 0 || to >= all.length) return;
    if (by < 0) all[to]!.before(line);
    else all[to]!.after(line);
    number();
    announce(line);
  };
  /** The buttons name the place that their line has now. */
  const number = (): void => {
    lines().forEach((line, i) => {
      const [up, down] = line.querySelectorAll('button');
      up?.setAttribute('aria-label', fill(say.up, { line: i + 1 }));
      down?.setAttribute('aria-label', fill(say.down, { line: i + 1 }));
    });
  };
  list.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-move]');
    const line = button?.closest('li');
    if (!button || !line) return;
    move(line, Number(button.dataset.move));
    button.focus();
  });
  dragLines(list, (line) => {
    number();
    announce(line);
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const mark = markOrder(
      exercise,
      lines().map((line) => line.dataset.line!),
    );
    if (mark.kind === 'right') context.verdict('right', say.right);
    else if (mark.kind === 'mistake') context.verdict('wrong', say.no, mark.id);
    else context.verdict('wrong', say.early);
    context.record(
      mark.kind === 'right' ? 'right' : 'wrong',
      mark.kind === 'mistake' ? mark.id : undefined,
    );
  });

  return {
    refresh() {
      const byId = new Map(lines().map((line) => [line.dataset.line, line]));
      list.append(...shuffledLines(exercise, context.seed).map(({ id }) => byId.get(id)!));
      number();
    },
  };
}
