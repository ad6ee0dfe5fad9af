/**
 * Text with formulas as one types it: backslashes stay as they are, except in front of a backtick,
 * which TypeScript makes one escape.
 */
export const tex = (strings: TemplateStringsArray, ...inserted: readonly (string | number)[]) =>
  String.raw(strings, ...inserted).replaceAll('\\`', '`');
