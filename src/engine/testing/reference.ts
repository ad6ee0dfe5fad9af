import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { Matrix } from '../matrix';

export type Rows = readonly (readonly number[])[];

/** What `scripts/reference/NAME.py` had PyTorch compute, in double precision. For tests only. */
export function reference<T>(name: string): T {
  const file = new URL(`../../../scripts/reference/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

/** Nested rows as a matrix; a flat list as a column, as PyTorch writes biases. */
export const matrixOf = (values: Rows | readonly number[]): Matrix =>
  typeof values[0] === 'number'
    ? Matrix.column(values as readonly number[])
    : Matrix.from(values as Rows);

/** The bound, 1e-10, relative above 1 and absolute below, at every place. */
export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, what = '') {
  expect(actual.length, what).toBe(expected.length);
  for (let k = 0; k < expected.length; k++) {
    const error = Math.abs(actual[k]! - expected[k]!) / Math.max(1, Math.abs(expected[k]!));
    // Written so that NaN fails.
    if (!(error <= 1e-10)) {
      expect.fail(`${what} [${k}]: ${actual[k]} here, ${expected[k]} in PyTorch`);
    }
  }
}
