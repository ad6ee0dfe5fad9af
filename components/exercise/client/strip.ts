import { transform } from 'sucrase';

export type Stripped =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'import'; readonly line: number }
  | { readonly kind: 'broken'; readonly message: string; readonly line: number | undefined };

/** `import` as a word of its own, outside comments and strings. */
const importWord = /^\s*import\b|[^\w$.]import\s*\(/;

/**
 * TypeScript without its types, line for line, so that an error's line is the reader's own. The
 * sandbox has no modules: an `import` is refused with its line.
 */
export function strip(source: string): Stripped {
  const line = source
    .split('\n')
    .findIndex((text) => importWord.test(text.replace(/\/\/.*|'[^']*'|"[^"]*"/g, '')));
  if (line >= 0) return { kind: 'import', line: line + 1 };
  try {
    const withoutExport = source.replace(/^(\s*)export (default )?/gm, '$1');
    const { code } = transform(withoutExport, {
      transforms: ['typescript'],
      disableESTransforms: true,
    });
    return { kind: 'code', code };
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number } };
    const text = message.replace(/^Error transforming [^:]*: /, '').replace(/ \(\d+:\d+\)$/, '');
    return { kind: 'broken', message: text, line: loc?.line };
  }
}
