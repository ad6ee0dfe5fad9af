import type { Given, PartsExercise, Value, Values } from './types';

/** The right answers of all parts, each from the right answers before it. */
export function rightAnswers({ parts }: PartsExercise, values: Values): Given {
  const given: Record<string, Given[string]> = {};
  for (const part of parts) given[part.id] = part.answer(values, given);
  return given;
}

/**
 * Whether two answers are the same to the decimals asked for. A whole unit of the last decimal is
 * allowed, so that rounding on the way, or cutting off instead of rounding, is never “wrong”.
 */
export function sameValue(p: Value, q: Value, decimals: number, factor = 1): boolean {
  if (typeof p === 'number') return typeof q === 'number' && sameNumber(p, q, decimals, factor);
  if (typeof q === 'number' || p.length !== q.length) return false;
  return p.every((part, i) => sameValue(part, q[i] as Value, decimals, factor));
}

export const sameNumber = (p: number, q: number, decimals: number, factor = 1): boolean =>
  Math.abs(p - q) <= factor * 10 ** -decimals * (1 + 1e-9);
