import { readFile } from 'node:fs/promises';
import type { ViteUserConfig } from 'astro';

/** Starlight's own page, which no override of a component replaces. */
const page = /\/starlight\/dist\/components\/Page\.astro$/;

/** What it brings to every page and this book, which draws its own frame, never uses. */
const unused = [
  /^import '\.\.\/style\/(?:props|asides)\.css';$/m,
  /<script src="[^"]*SidebarPersistState"><\/script>/,
  /<style>[\s\S]*?<\/style>/,
  /^import printHref from .*$/m,
  /<link rel="stylesheet" href=\{printHref\} media="print" \/>/,
];

/**
 * The source of Starlight's page without its colours, its script for a sidebar's place, its
 * widths and its print styles. Throws if one of them is no longer there: a new Starlight wants a new look at this list.
 */
export function bare(source: string): string {
  return unused.reduce((left, part) => {
    if (!part.test(left)) throw new Error(`Starlight’s Page.astro no longer has ${part}`);
    return left.replace(new RegExp(part, `g${part.flags}`), '');
  }, source);
}

/** Vite plugin: reads Starlight's page as `bare` leaves it. */
export function bareStarlight(): NonNullable<ViteUserConfig['plugins']>[number] {
  return {
    name: 'bare-starlight',
    enforce: 'pre',
    load: async (id) => (page.test(id) ? bare(await readFile(id, 'utf8')) : undefined),
  };
}
