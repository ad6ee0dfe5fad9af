import { attribute, classes, type Element, elements, type Page } from './html.ts';

/** What a chapter's source places, in order. */
export interface Placed {
  equations: string[];
  widgets: string[];
}

/** Reads a chapter's MDX for the equations and widgets it places. */
export function placedIn(mdx: string): Placed {
  const names = new Map(
    [...mdx.matchAll(/^import (\w+) from '@components\/widgets\/([\w-]+)\/index\.astro'/gm)].map(
      ([, local = '', name = '']) => [local, name],
    ),
  );
  const tags = [...mdx.matchAll(/<(\w+)(?:\s[^>]*?)?\/?>/g)].map(([, tag = '']) => names.get(tag));
  return {
    equations: [...mdx.matchAll(/<Equation\s[^>]*?id="([^"]+)"/g)].map(([, id = '']) => id),
    widgets: tags.filter((name) => name !== undefined),
  };
}

/** What a first frame must have without scripts: a drawing, a table, a formula or a list. */
const drawn = new Set(['svg', 'table', 'canvas', 'ol', 'ul', 'dl', 'math', 'input', 'output']);

/** @returns a sentence for each equation or widget of the source that the static page lacks */
export function missingOnPage({ path, document }: Page, placed: Placed): string[] {
  const byId = new Map<string, Element>();
  for (const element of elements(document)) {
    const id = attribute(element, 'id');
    if (id) byId.set(id, element);
  }
  const inside = (id: string, wanted: (element: Element) => boolean) => {
    const element = byId.get(id);
    return element !== undefined && [...elements(element)].some(wanted);
  };
  return [
    ...placed.equations
      .filter((id) => !inside(`eq-${id}`, (element) => classes(element).includes('katex')))
      .map((id) => `/${path}: equation ${id} is not in the static page`),
    ...placed.widgets
      .filter((name) => !inside(name, ({ tagName }) => drawn.has(tagName)))
      .map((name) => `/${path}: widget ${name} has no first frame in the static page`),
  ];
}

/** Heading levels with their ids, and the ids of figures and equations, in document order. */
const outline = ({ document }: Page): string[] =>
  [...elements(document)]
    .filter(({ tagName }) => /^(h[1-6]|figure|table)$/.test(tagName))
    .map((element) => `${element.tagName}#${attribute(element, 'id') ?? ''}`);

/** @returns a sentence where the two languages' pages of one chapter differ in their skeleton */
export function differences(zh: Page, en: Page): string[] {
  const [inZh, inEn] = [outline(zh), outline(en)];
  const at = inZh.findIndex((entry, index) => entry !== inEn[index]);
  const first = at < 0 && inEn.length > inZh.length ? inZh.length : at;
  if (first < 0) return [];
  const name = (entry: string | undefined) => entry ?? 'nothing more';
  return [`/${zh.path} has ${name(inZh[first])} where /${en.path} has ${name(inEn[first])}`];
}
