/** A number as Python reads it, to the last bit. */
export const pythonNumber = (x: number): string => (Number.isInteger(x) ? x.toFixed(1) : String(x));

/** A list, or a list of lists, of numbers. */
export function pythonList(values: readonly (number | readonly number[])[]): string {
  const parts = values.map((value) =>
    typeof value === 'number' ? pythonNumber(value) : pythonList(value),
  );
  return `[${parts.join(', ')}]`;
}
