import { globSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { inlineHandlers } from './csp.ts';
import { finishPage } from './finish.ts';
import { type FontFile, faceOfFile, rewriteFontFaces, subsetKatex, subsetText } from './fonts.ts';
import { type Page, readPage } from './html.ts';
import { type Face, glyphsOf } from './katex-faces.ts';
import { deadLinks } from './links.ts';
import {
  differences,
  equationsOn,
  misplaced,
  missingOnPage,
  placedIn,
  type Registered,
  registeredOn,
} from './parity.ts';
import { licenceFaults } from './shipped.ts';

/** The pages that say what the site is made of. */
const listsLicences = /^(zh|en)\/about\/$/;

/** What the finished site is, in numbers, for the build's log. */
interface Report {
  pages: number;
  /** Bytes of all woff2 files before and after. */
  fontBytes: [before: number, after: number];
}

/**
 * The last step of the build: checks what was built and makes it what is served. It fails the build
 * on a dead link, on an equation or a first frame that the static page lacks, on an equation that a
 * chapter leaves out, places twice or out of order, on a chapter whose two languages differ in their
 * skeleton, on a package whose licence the book does not name, and on a character that the formula
 * fonts lack; and it cuts the fonts down, and gives every page a strict Content-Security-Policy.
 *
 * @param shipped packages that the bundles contain, complete when the pages are built
 */
export function bookBuild(shipped: Set<string>): AstroIntegration {
  let base = '/';
  let site = 'http://localhost';
  let root = '';
  return {
    name: 'book-build',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = `/${config.base.replace(/^\/|\/$/g, '')}/`.replace('//', '/');
        site = config.site ?? site;
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { pages, fontBytes } = await finish(fileURLToPath(dir), {
          base,
          site,
          root,
          shipped,
        });
        const [before, after] = fontBytes.map((bytes) => `${Math.round(bytes / 1000)} kB`);
        logger.info(`${pages} pages checked and sealed; fonts ${before} → ${after}`);
      },
    },
  };
}

async function finish(
  dist: string,
  { base, site, root, shipped }: { base: string; site: string; root: string; shipped: Set<string> },
): Promise<Report> {
  const files = globSync('**/*', { cwd: dist }).map((file) => file.replaceAll(sep, '/'));
  const pages = await Promise.all(
    files
      .filter((file) => file.endsWith('.html'))
      .map(async (file) => {
        const html = await readFile(join(dist, file), 'utf8');
        return { file, page: readPage(file.replace(/(^|\/)index\.html$/, '$1'), html) };
      }),
  );
  // The search comes from a program that Starlight runs, not from the bundles.
  if (files.some((file) => file.startsWith('pagefind/'))) shipped.add('pagefind');
  const built = pages.map(({ page }) => page);
  const faults = [
    ...deadLinks(built, new Set(files), base, site),
    ...built.flatMap(inlineHandlers),
    ...built
      .filter(({ path }) => listsLicences.test(path))
      .flatMap((page) => licenceFaults(page, shipped)),
    ...(await chapterFaults(root, built)),
  ];
  if (faults.length > 0) throw new Error(`The book is not whole:\n  ${faults.join('\n  ')}`);

  const { names, fontBytes } = await cutFonts(dist, files, built);
  const sheets = files.filter((file) => file.endsWith('.css') && file.startsWith('_astro/'));
  await Promise.all([
    ...pages.map(({ file, page }) => writeFile(join(dist, file), finishPage(page, names))),
    ...sheets.map(async (file) => {
      const css = await readFile(join(dist, file), 'utf8');
      await writeFile(join(dist, file), rewriteFontFaces(css, names));
    }),
  ]);
  return { pages: pages.length, fontBytes };
}

/** Compares each chapter's pages with their source and with each other. */
async function chapterFaults(root: string, pages: readonly Page[]): Promise<string[]> {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const faults: string[] = [];
  const registered = {
    zh: registeredIn('zh/equations/', byPath),
    en: registeredIn('en/equations/', byPath),
  };
  for (const folder of globSync('content/*/zh.mdx', { cwd: root }).map((file) =>
    basename(file.replaceAll(sep, '/').replace('/zh.mdx', '')),
  )) {
    const slug = folder.replace(/^(\d+|appendix)-/, '');
    const path = slug === 'home' ? '' : `${slug}/`;
    const [zh, en] = [byPath.get(`zh/${path}`), byPath.get(`en/${path}`)];
    if (!zh || !en) continue;
    for (const [lang, page] of [['zh', zh] as const, ['en', en] as const]) {
      const mdx = await readFile(join(root, 'content', folder, `${lang}.mdx`), 'utf8');
      faults.push(...missingOnPage(page, placedIn(mdx)));
      const chapter = `${Number.parseInt(folder, 10)}.`;
      const own = registered[lang].filter(({ number }) => number.startsWith(chapter));
      faults.push(
        ...misplaced(
          page.path,
          equationsOn(page),
          own.map(({ id }) => id),
        ),
      );
    }
    faults.push(...differences(zh, en));
  }
  return faults;
}

/** @throws Error if the list of all equations is not where it was: nothing could be compared */
function registeredIn(path: string, pages: ReadonlyMap<string, Page>): Registered[] {
  const page = pages.get(path);
  const list = page ? registeredOn(page) : [];
  if (list.length === 0) throw new Error(`/${path} lists no equation`);
  return list;
}

/** Cuts every font down to what the pages draw; files that nothing draws are deleted. */
async function cutFonts(dist: string, files: readonly string[], pages: readonly Page[]) {
  const used = new Map<Face, Set<string>>();
  for (const { document } of pages) {
    for (const [face, chars] of glyphsOf(document)) {
      used.set(face, (used.get(face) ?? new Set()).union(chars));
    }
  }
  const scripts = files.filter((file) => /^_astro\/.*\.js$/.test(file));
  const texts = await Promise.all(scripts.map((file) => readFile(join(dist, file), 'utf8')));
  const text = [
    ...new Set(
      pages
        .map(({ html }) => html)
        .concat(texts)
        .join(''),
    ),
  ].join('');

  const names = new Map<string, string | undefined>();
  const fontBytes: Report['fontBytes'] = [0, 0];
  await Promise.all(
    files
      .filter((file) => /^_astro\/.*\.(woff2?|ttf)$/.test(file))
      .map(async (path) => {
        const file: FontFile = { name: basename(path), bytes: await readFile(join(dist, path)) };
        await rm(join(dist, path));
        if (!file.name.endsWith('.woff2')) return;
        const face = faceOfFile(file.name);
        const small = face
          ? await subsetKatex(file, face, used.get(face) ?? new Set())
          : await subsetText(file, text);
        names.set(file.name, small?.name);
        fontBytes[0] += file.bytes.length;
        if (!small) return;
        fontBytes[1] += small.bytes.length;
        await writeFile(join(dist, '_astro', small.name), small.bytes);
      }),
  );
  return { names, fontBytes };
}
