/**
 * Text with formulas as one types it: backslashes stay as they are, except in front of a backtick,
 * which TypeScript makes one escape.
 */
export const tex = (strings: TemplateStringsArray, ...inserted: readonly (string | number)[]) =>
  String.raw(strings, ...inserted).replaceAll('\\`', '`');

/** A matrix of slots, `W.1.1` to `W.2.3` for `slotMatrix('W', 2, 3)`; a vector, `b.1` to `b.2`, without `columns`. */
export function slotMatrix(name: string, rows: number, columns?: number): string {
  const row = (i: number): string =>
    Array.from({ length: columns ?? 1 }, (_, j) =>
      columns === undefined ? `\\slot{${name}.${i + 1}}` : `\\slot{${name}.${i + 1}.${j + 1}}`,
    ).join(' & ');
  const body = Array.from({ length: rows }, (_, i) => row(i)).join(' \\\\ ');
  return `\\begin{pmatrix} ${body} \\end{pmatrix}`;
}
