import katex, { type KatexOptions } from 'katex';
// With its extension: astro.config.mjs loads this file without a bundler.
import { macros } from './symbols.ts';

/** KaTeX's options for every formula of the book. Anything it doubts about is an error. */
const options: KatexOptions = {
  output: 'htmlAndMathml',
  throwOnError: true,
  strict: (code) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  trust: ({ command }) => command === '\\htmlData' || command === '\\htmlClass',
};

/** The parts of a formula after its first: KaTeX parts formulas at relations and operations. */
const laterParts = /(?<!<span class="katex-html" aria-hidden="true">)<span class="katex-base">/g;

/**
 * Draws a formula, at build time only.
 *
 * @param tex what stands between the dollar signs; symbols through the macros of symbols.ts
 * @returns HTML for `set:html`: KaTeX's spans with the MathML for screen readers
 * @throws katex.ParseError if KaTeX does not know or only tolerates something in `tex`
 */
export function renderMath(tex: string, { display = false } = {}): string {
  const html = katex.renderToString(tex, {
    ...options,
    displayMode: display,
    // A fresh copy: KaTeX writes \gdef into it.
    macros: { ...macros },
  });
  return (
    html
      // Symbols are coloured by class, so that stylesheets stay short.
      .replace(/class="enclosing([^"]*)" data-sym="(\w+)"/g, 'class="sym sym-$2$1" data-sym="$2"')
      // The TeX source inside the MathML: no reader meets it, and it is two elements a formula.
      .replace(/<semantics>(.*?)<annotation .*?<\/annotation><\/semantics>/gs, '$1')
      // Where a line may break in a formula of the text, also in one that keeps the mark after it.
      .replaceAll(laterParts, display ? '$&' : '<wbr>$&')
      // Search excerpts would hold each formula three times.
      .replaceAll('<span class="katex">', '<span class="katex" data-pagefind-ignore="all">')
  );
}
