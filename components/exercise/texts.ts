import type { Lang, Text } from '@book/languages';
import { fillSlot, slotsInFormulas, slotsInWords } from './slots';
import type { Exercise, Values } from './types';

/** Every text of an exercise with the place where it stands: `hint 2`, `option w`. */
export function textsOf(exercise: Exercise): readonly (readonly [place: string, text: Text])[] {
  const { title, statement, hints, solution } = exercise;
  const common: [string, Text][] = [
    ['title', title],
    ['statement', statement],
    ...hints.map((hint, i): [string, Text] => [`hint ${i + 1}`, hint]),
    ...solution.map((line, i): [string, Text] => [`solution ${i + 1}`, line]),
  ];
  const says = (mistakes: readonly { readonly id: string; readonly says: Text }[]) =>
    mistakes.map((mistake): [string, Text] => [`mistake ${mistake.id}`, mistake.says]);
  const options = (list: readonly { readonly id: string; readonly text: Text; says?: Text }[]) =>
    list.flatMap(({ id, text, says: reason }): [string, Text][] => [
      [`option ${id}`, text],
      ...(reason ? ([[`reason ${id}`, reason]] as [string, Text][]) : []),
    ]);
  if ('parts' in exercise) {
    const parts = exercise.parts.flatMap(({ id, label, spoken, mistakes }): [string, Text][] => [
      [`label ${id}`, label],
      [`spoken ${id}`, spoken],
      ...says(mistakes),
    ]);
    return [...common, ...parts];
  }
  if ('options' in exercise) return [...common, ...options(exercise.options)];
  if (exercise.kind === 'order') {
    return [...common, ...options(exercise.lines), ...says(exercise.mistakes)];
  }
  if (exercise.form === 'line') return [...common, ...options(exercise.lines)];
  return [...common, ...says(exercise.mistakes)];
}

/** A text with its numbers filled in, formulas still as TeX. @throws Error for an unknown slot */
export function filled(
  text: Text,
  lang: Lang,
  { decimals = 4 }: Pick<Exercise, 'decimals'>,
  values: Values,
): string {
  return text[lang]
    .split('$')
    .map((stretch, i) =>
      i % 2 === 1
        ? stretch.replace(slotsInFormulas, (_, macro: string, path: string) =>
            fillSlot({ path, bracketed: macro === 'slotp' }, values, decimals),
          )
        : stretch.replace(slotsInWords, (_, path: string, names?: string) =>
            fillSlot({ path, names }, values, decimals),
          ),
    )
    .join('$');
}

/** Formulas and slots of a text in one language, in no order: alike in both. */
export const formulasOf = (text: string): readonly string[] =>
  [
    ...text.split('$').filter((_, i) => i % 2 === 1),
    // Names differ from language to language; the number that picks one does not.
    ...text
      .split('$')
      .filter((_, i) => i % 2 === 0)
      .join(' ')
      .matchAll(slotsInWords)
      .map(([, path, names]) => `{${path}:${names?.split('|').length ?? ''}}`),
  ].sort();
