import type { Value, Values } from './types';

/** A slot in a text: the path of its number, and whether a negative one stands in brackets. */
export interface Slot {
  readonly path: string;
  readonly bracketed: boolean;
}

/** The number at a path: `loss`, `x.2`, `W.1.2` (rows and columns from 1). @throws Error if absent */
export function valueAt(values: Values, path: string): number {
  const [name = '', ...indices] = path.split('.');
  let value: Value | undefined = values[name];
  for (const index of indices) {
    value = Array.isArray(value) ? (value[Number(index) - 1] as Value) : undefined;
  }
  if (typeof value !== 'number') throw new Error(`There is no number “${path}”`);
  return value;
}

/** What adding and multiplying short decimals leaves behind: 0.1 · 0.7 is 0.06999999999999999. */
const rounding = 1e-12;

/**
 * A number as a text shows it, with a real minus sign: as it is when it has few decimals, else
 * rounded to `decimals`. One that would round to nothing is shown with an exponent.
 */
export function show(value: number, decimals: number): string {
  const short = Number(value.toFixed(3));
  const isShort = Math.abs(short - value) <= rounding * Math.abs(value);
  const exact = isShort ? String(short) : value.toFixed(decimals);
  const text = Number(exact) === 0 && value !== 0 ? value.toExponential(2) : exact;
  return text.replaceAll('-', '−');
}

/** The text of a slot. */
export function fillSlot(slot: Slot, values: Values, decimals: number): string {
  const text = show(valueAt(values, slot.path), decimals);
  return slot.bracketed && text.startsWith('−') ? `(${text})` : text;
}
