import { renderMath } from './math.ts';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** `**bold**` and `` `code` `` in a stretch of words. */
const words = (text: string): string =>
  escapeHtml(text)
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/`([^`]+)`/g, '<code>$1</code>');

/** Marks that must not be parted from the formula in front of them. */
const closing = /^[，。、；：？！）」』》…,.;:?!)\]’”'"]+/;

/**
 * A short text of the book as HTML, at build time: `$…$` formulas, `**bold**`, `` `code` ``.
 * A formula and the mark after it stay on one line.
 *
 * @param math how formulas are drawn, if not as in prose
 */
export function renderText(text: string, math: (tex: string) => string = renderMath): string {
  const parts = text.split(/\$([^$]+)\$/);
  let html = '';
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? '';
    if (i % 2 === 0) {
      html += words(part);
      continue;
    }
    const next = parts[i + 1] ?? '';
    const marks = closing.exec(next)?.[0];
    parts[i + 1] = next.slice(marks?.length ?? 0);
    const formula = math(part);
    html += marks ? `<span class="math-bound">${formula}${escapeHtml(marks)}</span>` : formula;
  }
  return html;
}
