import { rightAnswers, sameNumber, sameValue } from './answers';
import type { Given, Part, PartsExercise, Value, Values } from './types';

/** What the reader typed into one part: numbers, or what could not be read as one. */
export type Typed =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly text: string };

export type PartMark =
  | { readonly kind: 'right' }
  /** Right, given the reader's own earlier answer. */
  | { readonly kind: 'carried' }
  | { readonly kind: 'mistake'; readonly id: string }
  | { readonly kind: 'transposed' }
  | { readonly kind: 'shape' }
  /** Right as far as it goes, with fewer decimals than were asked for. */
  | { readonly kind: 'coarse' }
  /** `cells`: which entries of a matrix are right, row after row. */
  | { readonly kind: 'wrong'; readonly cells?: readonly boolean[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly text: string };

/**
 * Marks every part. A later part is right if it follows from the reader's own earlier answers: an
 * error counts once, where it was made.
 */
export function markParts(
  exercise: PartsExercise,
  values: Values,
  typed: Readonly<Record<string, Typed>>,
): Record<string, PartMark> {
  const right = rightAnswers(exercise, values);
  const own: Record<string, Value> = { ...right };
  const marks: Record<string, PartMark> = {};
  for (const part of exercise.parts) {
    const answer = typed[part.id] ?? { kind: 'empty' };
    marks[part.id] =
      answer.kind === 'value' ? mark(part, values, answer.value, right, own) : answer;
    if (answer.kind === 'value') own[part.id] = answer.value;
  }
  return marks;
}

function mark(part: Part, values: Values, typed: Value, right: Given, own: Given): PartMark {
  const { answer, mistakes, decimals } = part;
  const expected = answer(values, right);
  if (sameValue(typed, expected, decimals)) return { kind: 'right' };
  const carried = own === right ? expected : answer(values, own);
  if (sameValue(typed, carried, decimals)) return { kind: 'carried' };
  for (const { id, value } of mistakes) {
    if ([right, own].some((given) => sameValue(typed, value(values, given), decimals))) {
      return { kind: 'mistake', id };
    }
  }
  if (isMatrix(typed) && isMatrix(expected)) return markMatrix(typed, expected, decimals);
  return isCoarse(typed, expected, decimals) ? { kind: 'coarse' } : { kind: 'wrong' };
}

function markMatrix(
  typed: readonly (readonly number[])[],
  expected: readonly (readonly number[])[],
  decimals: number,
): PartMark {
  if (sameValue(typed, transpose(expected), decimals)) return { kind: 'transposed' };
  const sameShape =
    typed.length === expected.length && typed.every((row, i) => row.length === expected[i]?.length);
  if (!sameShape) return { kind: 'shape' };
  const cells = typed.flatMap((row, i) =>
    row.map((x, j) => sameNumber(x, expected[i]?.[j] ?? Number.NaN, decimals)),
  );
  return { kind: 'wrong', cells };
}

/** Right to one decimal at least, and to no more of them than were typed. */
function isCoarse(typed: Value, expected: Value, decimals: number): boolean {
  if (typeof typed !== 'number' || typeof expected !== 'number' || typed === 0) return false;
  const given = decimalsOf(typed);
  return given >= 1 && given < decimals && Number(expected.toFixed(given)) === typed;
}

const decimalsOf = (x: number): number => {
  const [digits = '', exponent = '0'] = String(x).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
};

export const isMatrix = (value: Value): value is readonly (readonly number[])[] =>
  Array.isArray(value) && Array.isArray(value[0]);

const transpose = (rows: readonly (readonly number[])[]): number[][] =>
  (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? Number.NaN));
