import * as v from 'valibot';

/** A finite number between two bounds: what a reader may set a slider or a field to. */
export const boundedNumber = (min: number, max: number) =>
  v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(max));

/** A whole number between two bounds. */
export const wholeNumber = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** Between `min` and `max` numbers, each within ±`bound`. */
export const numbers = (min: number, max: number, bound: number) =>
  v.pipe(v.array(boundedNumber(-bound, bound)), v.minLength(min), v.maxLength(max));

/** Rows of numbers, all of one length, at most `most` rows and columns. */
export const rowsOfNumbers = (most: number, bound: number) =>
  v.pipe(
    v.array(numbers(1, most, bound)),
    v.minLength(1),
    v.maxLength(most),
    v.check((rows) => rows.every((row) => row.length === rows[0]?.length)),
  );
