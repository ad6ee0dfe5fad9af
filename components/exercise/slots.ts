import type { Values } from './types';
import { numberOf } from './values';

/** A place in a text for a number of the exercise. */
export interface Slot {
  /** Where its number is found: `loss`, `x.2`, `W.1.2`. */
  readonly path: string;
  /** A negative one stands in brackets. */
  readonly bracketed?: boolean;
  /** Names with `|` between them, of which the number picks one, from 0. */
  readonly names?: string | undefined;
}

/** In formulas: `\slot{z.1}`, `\slotp{z.1}` (a negative number in brackets). */
export const slotsInFormulas = /\\(slotp?)\{([\w.]+)\}/g;

/** In words: `{z.1}`, and `{unit:Sigmoid|tanh|ReLU}` for a name. */
export const slotsInWords = /\{([a-zA-Z][\w.]*)(?::([^{}|]+(?:\|[^{}|]+)+))?\}/g;

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

/** The text of a slot. @throws Error if there is no such number or name */
export function fillSlot(slot: Slot, values: Values, decimals: number): string {
  const number = numberOf(values, slot.path);
  if (slot.names !== undefined) return nameAt(slot.names, number);
  const text = show(number, decimals);
  return slot.bracketed && text.startsWith('−') ? `(${text})` : text;
}

function nameAt(names: string, index: number): string {
  const name = names.split('|')[index];
  if (name === undefined) throw new Error(`“${names}” has no name ${index}`);
  return name;
}
