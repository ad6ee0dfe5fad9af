import { Random } from '@engine';
import type { ChoiceExercise, LineExercise, Option, OrderExercise, PredictExercise } from './types';

/** How an order of lines came out. */
export type OrderMark =
  | { readonly kind: 'right' }
  | { readonly kind: 'mistake'; readonly id: string }
  /** `line` needs `missing`, which stands after it. */
  | { readonly kind: 'too-early'; readonly line: string; readonly missing: string };

/** Marks an order of all lines: right if every line stands after those it depends on. */
export function markOrder(
  { lines, mistakes }: Pick<OrderExercise, 'lines' | 'mistakes'>,
  order: readonly string[],
): OrderMark {
  const place = new Map(order.map((id, i) => [id, i]));
  const before = (p: string, q: string) => (place.get(p) ?? -1) < (place.get(q) ?? -1);
  const early = lines.flatMap(({ id, after }) =>
    after.filter((needed) => before(id, needed)).map((missing) => ({ line: id, missing })),
  );
  if (early.length === 0) return { kind: 'right' };
  const mistake = mistakes.find(({ earlier, later }) => before(later, earlier));
  if (mistake) return { kind: 'mistake', id: mistake.id };
  const first = early.reduce((p, q) => (before(q.line, p.line) ? q : p));
  return { kind: 'too-early', ...first };
}

/** The lines as a seed shuffles them: never solved already. */
export function shuffledLines(exercise: OrderExercise, seed: number): OrderExercise['lines'] {
  const random = new Random(`${exercise.id}/${seed}`);
  const lines = [...exercise.lines];
  do random.shuffle(lines);
  while (
    markOrder(
      exercise,
      lines.map(({ id }) => id),
    ).kind === 'right'
  );
  return lines;
}

/** Options as a seed shuffles them; the lines of a derivation keep their order. */
export function arrangedOptions(
  exercise: ChoiceExercise | PredictExercise | LineExercise,
  seed: number,
): readonly Option[] {
  if (exercise.kind === 'find-the-bug') return exercise.lines;
  return new Random(`${exercise.id}/options/${seed}`).shuffle([...exercise.options]);
}
