import type { CallResult } from './protocol';

/** A number, or numbers in rows: what the functions of exercises return. */
export type Expected = number | readonly Expected[];

/** How one case came out. */
export type Verdict =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly got: string }
  | { readonly kind: 'error'; readonly message: string; readonly line: number | undefined };

/** Compares what a call returned with what it should have. @param tolerance relative, beside 1 */
export function judge(result: CallResult, expected: Expected, tolerance = 1e-9): Verdict {
  if (result.kind === 'error') return result;
  return agrees(result.value, expected, tolerance)
    ? { kind: 'right' }
    : { kind: 'wrong', got: display(result.value) };
}

/**
 * Same shape, and every number within `tolerance` · max(1, |expected|). NaN agrees with NaN only:
 * no right answer holds one, but what a usual slip gives may.
 */
export function agrees(value: unknown, expected: Expected, tolerance = 1e-9): boolean {
  if (typeof expected === 'number') {
    if (typeof value !== 'number') return false;
    if (Object.is(value, expected) || value === expected) return true;
    return Math.abs(value - expected) <= tolerance * Math.max(1, Math.abs(expected));
  }
  return (
    Array.isArray(value) &&
    value.length === expected.length &&
    expected.every((part, i) => agrees(value[i], part, tolerance))
  );
}

/** A value as a reader may see it: rows in brackets, at most seven digits. */
export function display(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(7))).replace('-', '−');
  if (typeof value === 'string') return `"${value}"`;
  if (Array.isArray(value)) {
    const shown = value.slice(0, 12).map(display);
    return `[${shown.join(', ')}${value.length > 12 ? ', …' : ''}]`;
  }
  if (typeof value === 'object' && value !== null) return '{…}';
  return String(value);
}
