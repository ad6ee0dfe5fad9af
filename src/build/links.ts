import { attribute, elements, type Page } from './html.ts';

/** Attributes that hold an address. */
const addresses = ['href', 'src', 'poster', 'data', 'component-url', 'renderer-url'];

/** A fragment that holds a widget's state (`backprop-stepper=…`) names the widget's figure. */
const anchorOf = (fragment: string): string => decodeURIComponent(fragment).replace(/=.*$/s, '');

/**
 * Follows every address inside the site.
 *
 * @param pages all built pages
 * @param files paths of all built files from the site's root, without a leading slash
 * @param base the base path, with slashes at both ends
 * @param site the site's own origin, so that absolute addresses to itself are followed too
 * @returns a sentence for each address that leads nowhere
 */
export function deadLinks(
  pages: readonly Page[],
  files: ReadonlySet<string>,
  base: string,
  site: string,
): string[] {
  const anchors = new Map(
    pages.map(({ path, document }) => [
      path,
      new Set([...elements(document)].map((element) => attribute(element, 'id'))),
    ]),
  );
  const faults = new Set<string>();
  for (const page of pages) {
    const here = new URL(base + page.path, site);
    for (const element of elements(page.document)) {
      for (const name of addresses) {
        const value = attribute(element, name);
        if (value === undefined) continue;
        const fault = follow(value);
        if (fault) faults.add(`/${page.path}: <${element.tagName} ${name}="${value}"> ${fault}`);
      }
    }

    function follow(value: string): string | undefined {
      const to = URL.parse(value, here);
      if (!to) return 'is no address';
      if (to.origin !== here.origin) return undefined;
      if (!to.pathname.startsWith(base)) return `lies outside the base ${base}`;
      const path = decodeURIComponent(to.pathname.slice(base.length));
      const ids = anchors.get(path);
      if (!ids) return files.has(path) ? undefined : 'leads nowhere';
      const anchor = anchorOf(to.hash.slice(1));
      return anchor && !ids.has(anchor) ? `has no anchor #${anchor} to go to` : undefined;
    }
  }
  return [...faults];
}
