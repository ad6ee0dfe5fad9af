import { Matrix, matmul, type Random } from '@engine';
import type { Given, Mistake, Part, Value, Values } from './types';

/** The number at a path: `loss`, `x.2`, `W.1.2` (rows and columns from 1). @throws Error if absent */
export function numberOf(values: Values, path: string): number {
  const [name = '', ...indices] = path.split('.');
  let value: Value | undefined = values[name];
  for (const index of indices) {
    value = Array.isArray(value) ? (value[Number(index) - 1] as Value) : undefined;
  }
  if (typeof value !== 'number') throw new Error(`There is no number “${path}”`);
  return value;
}

/** The vector under a name. @throws Error if there is none */
export function vectorOf(values: Values, name: string): readonly number[] {
  const value = values[name];
  if (!Array.isArray(value) || Array.isArray(value[0])) throw new Error(`No vector “${name}”`);
  return value as readonly number[];
}

/** The matrix under a name, as the engine computes with it; a vector is a column. */
export function matrixOf(values: Values, name: string): Matrix {
  const value = values[name];
  if (!Array.isArray(value)) throw new Error(`No matrix “${name}”`);
  return Array.isArray(value[0])
    ? Matrix.from(value as readonly (readonly number[])[])
    : Matrix.column(value as readonly number[]);
}

/** A list as a matrix of one column: how a vector is answered. */
export const column = (list: readonly number[]): number[][] => list.map((one) => [one]);

export const sum = (list: readonly number[]): number => list.reduce((p, q) => p + q, 0);
export const mean = (list: readonly number[]): number => sum(list) / list.length;

/** Σ p_k q_k, by the engine. */
export const dot = (p: readonly number[], q: readonly number[]): number =>
  matmul(Matrix.from([p]), Matrix.column(q)).at(0, 0);

/** A number from `low` to `high` with that many decimals, each equally likely, but never 0. */
export function drawNumber(random: Random, low: number, high: number, decimals = 1): number {
  const scale = 10 ** decimals;
  const lowest = Math.round(low * scale);
  const count = Math.round(high * scale) - lowest + 1;
  let whole = 0;
  while (whole === 0) whole = lowest + random.integer(count);
  return whole / scale;
}

/** `count` of them, no two alike, so that no text confuses one with another. */
export function drawList(
  random: Random,
  count: number,
  ...range: [low: number, high: number, decimals?: number]
): number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(drawNumber(random, ...range));
  return [...drawn];
}

/** The same as rows of a matrix. */
export function drawRows(
  random: Random,
  rows: number,
  columns: number,
  ...range: [low: number, high: number, decimals?: number]
): number[][] {
  const list = drawList(random, rows * columns, ...range);
  return Array.from({ length: rows }, (_, i) => list.slice(i * columns, (i + 1) * columns));
}

type Formula = (values: Values) => Value;

/**
 * A part of which answer and mistakes find earlier parts among the values, under their ids: the
 * right ones in texts, the reader's own where an error is carried forward.
 */
export function part({
  answer,
  mistakes,
  ...rest
}: Omit<Part, 'answer' | 'mistakes'> & {
  readonly answer: Formula;
  readonly mistakes: readonly (Mistake & { readonly value: Formula })[];
}): Part {
  const withOwn = (formula: Formula) => (values: Values, given: Given) =>
    formula({ ...values, ...given });
  return {
    ...rest,
    answer: withOwn(answer),
    mistakes: mistakes.map((mistake) => ({ ...mistake, value: withOwn(mistake.value) })),
  };
}
