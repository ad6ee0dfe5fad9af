import { hasPolicy, inlineScripts, policyEdit } from './csp.ts';
import { rewriteFontFaces } from './fonts.ts';
import { applyEdits, type Edit, type Element, elements, type Page, textOf } from './html.ts';
import { styleRules } from './styles.ts';

/** The edit that replaces the text inside an element. */
function replaceText(element: Element, text: string): Edit {
  const { startTag, endTag } = element.sourceCodeLocation ?? {};
  if (!startTag || !endTag) throw new Error(`<${element.tagName}> without an end`);
  return { start: startTag.endOffset, end: endTag.startOffset, text };
}

/**
 * A page as it is served: its fonts cut down, its style attributes turned into rules, its policy in
 * place.
 *
 * @param fonts what became of each font file (see `rewriteFontFaces`)
 */
export function finishPage(page: Page, fonts: ReadonlyMap<string, string | undefined>): string {
  if (hasPolicy(page)) return page.html;
  const all = [...elements(page.document)];
  const sheets = all.filter(({ tagName }) => tagName === 'style');
  const texts = sheets.map((sheet) => rewriteFontFaces(textOf(sheet), fonts));
  const { edits, css } = styleRules(page);
  edits.push(...sheets.map((sheet, i) => replaceText(sheet, texts[i]!)));
  if (css) {
    const end = all.find(({ tagName }) => tagName === 'head')?.sourceCodeLocation?.endTag;
    if (!end) throw new Error(`/${page.path}: no </head>`);
    edits.push({ start: end.startOffset, end: end.startOffset, text: `<style>${css}</style>` });
    texts.push(css);
  }
  edits.push(policyEdit(page, { scripts: inlineScripts(page), styles: texts }));
  let html = applyEdits(page.html, edits);
  // Preloads name the files too.
  for (const [from, to] of fonts) if (to) html = html.replaceAll(from, to);
  return html;
}
