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

/** Every equation that the chapters register, read off the page that lists them all. */
export interface Registered {
  id: string;
  /** As printed: `2.9`. */
  number: string;
}

/** @returns the equations of the all-equations page, in its order */
export const registeredOn = ({ document }: Page): Registered[] =>
  [...elements(document)].flatMap((element) => {
    const id = attribute(element, 'id')?.match(/^all-(.+)/)?.[1];
    const number = attribute(element, 'data-number');
    return id && number ? [{ id, number }] : [];
  });

/**
 * Numbers follow the registry, so a chapter must place each of its equations once and in that
 * order, or (2.9) would stand after (2.10).
 *
 * @param placed ids in the order of the page
 * @param registered ids of this chapter in the order of its registry
 * @returns a sentence for each equation that is left out, strange or placed again, and one for the
 * first that is out of order
 */
export function misplaced(
  path: string,
  placed: readonly string[],
  registered: readonly string[],
): string[] {
  const once = [...new Set(placed)];
  const known = once.filter((id) => registered.includes(id));
  const expected = registered.filter((id) => known.includes(id));
  const at = known.findIndex((id, i) => id !== expected[i]);
  return [
    ...registered.filter((id) => !placed.includes(id)).map((id) => `leaves out equation ${id}`),
    ...once
      .filter((id) => !registered.includes(id))
      .map((id) => `places equation ${id}, which is not this chapter’s`),
    ...once
      .filter((id) => placed.indexOf(id) !== placed.lastIndexOf(id))
      .map((id) => `places equation ${id} twice`),
    ...(at < 0 ? [] : [`places equation ${known[at]} where ${expected[at]} comes first`]),
  ].map((fault) => `/${path} ${fault}`);
}

/** Ids of the equations that a page shows, in document order. */
export const equationsOn = ({ document }: Page): string[] =>
  [...elements(document)]
    .filter((element) => classes(element).includes('equation'))
    .flatMap((element) => attribute(element, 'id')?.match(/^eq-(.+)/)?.[1] ?? []);

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
