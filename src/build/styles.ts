import { createHash } from 'node:crypto';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute, classes, type Edit, type Element, type Page } from './html.ts';

/** A short name for a style, the same in every build and on every page. */
const nameOf = (style: string): string =>
  `s${createHash('sha256').update(style).digest('hex').slice(0, 7)}`;

/** What becomes of a page's style attributes. */
export interface StyleRules {
  edits: Edit[];
  /** The stylesheet that says what the attributes said; empty if there were none. */
  css: string;
}

/**
 * Turns style attributes into rules of one stylesheet per page, since a strict policy refuses
 * attributes: KaTeX alone writes thousands, of some two hundred distinct values.
 *
 * Formulas get a class. Everything else gets `data-s`, which survives when a widget sets its own
 * class, under a selector as strong as an attribute would have been; scripts that set a style
 * property later (which a policy allows) still win.
 */
export function styleRules({ document }: Page): StyleRules {
  const rules = new Map<string, string>();
  const edits: Edit[] = [];
  const visit = (element: Element, inFormula: boolean): void => {
    const formula = inFormula || classes(element).includes('katex');
    const style = attribute(element, 'style')?.trim();
    if (style !== undefined) edits.push(...replace(element, style, formula, rules));
    const { childNodes } = isTemplate(element) ? element.content : element;
    for (const child of childNodes) if ('tagName' in child) visit(child, formula);
  };
  for (const child of document.childNodes) if ('tagName' in child) visit(child, false);
  return { edits, css: [...rules.values()].join('') };
}

const isTemplate = (element: Element): element is DefaultTreeAdapterTypes.Template =>
  'content' in element;

/** The edits that take one element's style attribute away; its rule goes into `rules`. */
function replace(
  element: Element,
  style: string,
  formula: boolean,
  rules: Map<string, string>,
): Edit[] {
  const attrs = element.sourceCodeLocation?.attrs;
  const at = attrs?.style;
  if (!at) return [];
  const drop = { start: at.startOffset, end: at.endOffset, text: '' };
  if (!style) return [drop];
  const name = nameOf(style);
  if (!formula) {
    rules.set(name, `[data-s=${name}]:not(#_){${style}}`);
    return [{ ...drop, text: `data-s="${name}"` }];
  }
  rules.set(name, `.${name}{${style}}`);
  const own = attribute(element, 'class');
  const there = attrs?.class;
  if (own === undefined || !there) return [{ ...drop, text: `class="${name}"` }];
  const joined = { start: there.startOffset, end: there.endOffset, text: `class="${own} ${name}"` };
  return [drop, joined];
}
