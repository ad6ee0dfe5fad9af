import type { ViteUserConfig } from 'astro';
import { attribute, elements, type Page } from './html.ts';

type Plugin = NonNullable<ViteUserConfig['plugins']>[number];

/** The package that a file belongs to: `…/node_modules/@codemirror/view/dist/index.js`. */
export const packageOf = (file: string): string | undefined =>
  /(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll('\\', '/'))?.[1];

/**
 * Vite plugin: notes the packages whose code, styles or fonts go to the reader. Scripts count in the
 * browser's bundles only; styles and fonts also where the pages are drawn.
 *
 * @param found gets their names
 */
export function shippedPackages(found: Set<string>): Plugin {
  const note = (file: string): void => {
    const name = packageOf(file);
    if (name) found.add(name);
  };
  return {
    name: 'shipped-packages',
    generateBundle(_options, bundle) {
      const inBrowser = this.environment.name === 'client';
      for (const item of Object.values(bundle)) {
        if (item.type === 'asset') item.originalFileNames.forEach(note);
        else if (inBrowser) {
          for (const [file, { renderedLength }] of Object.entries(item.modules)) {
            if (renderedLength > 0) note(file);
          }
        }
      }
      for (const file of this.getModuleIds()) if (/\.css$/.test(file)) note(file);
    },
  };
}

/**
 * @param page the page that lists licences: every package in a `data-package`
 * @returns a sentence for each package that the site contains and the page leaves out, or that the
 * page names and the site does not contain
 */
export function licenceFaults(page: Page, shipped: ReadonlySet<string>): string[] {
  const listed = new Set(
    [...elements(page.document)].flatMap((element) => attribute(element, 'data-package') ?? []),
  );
  return [
    ...[...shipped.difference(listed)].map((name) => `/${page.path}: ${name} is not listed`),
    ...[...listed.difference(shipped)].map((name) => `/${page.path}: ${name} is not in the site`),
  ];
}
