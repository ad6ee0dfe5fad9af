// @ts-check
/**
 * `npm run bench:build [-- times …]`: how long the book takes to build with its chapters once, three and five
 * times over. Prints, and judges nothing: times belong to a machine.
 *
 * A copy is a chapter of its own: folder, slug, number, and the ids of its equations and exercises.
 * It has no figures in the list of contents, since every figure has one number in a book.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What the ids of a chapter's equations, derivations and exercises begin with. */
const prefixes = ['wn', 'fb', 'act', 'pi', 'ce', 've', 'op', 'of', 'bn'];

const chapters = readdirSync('content').filter(
  (name) => /^\d\d-/.test(name) && !name.startsWith('00'),
);
if (chapters.length !== prefixes.length)
  throw new Error('A chapter without a prefix in this script');

const widgets = new Set(readdirSync('components/widgets'));

const slugOf = (/** @type {string} */ folder) => folder.replace(/^\d+-/, '');

/** @param {string} file @param {(text: string) => string} change */
const rewrite = (file, change) => writeFileSync(file, change(readFileSync(file, 'utf8')));

/** The repository as git knows it, in a folder of its own. */
function scratchCopy() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-build-'));
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0');
  for (const file of files.filter(Boolean)) cpSync(file, join(folder, file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Adds the `copy`-th copy of every chapter. @param {string} root @param {number} copy */
function addCopies(root, copy) {
  chapters.forEach((folder, i) => {
    const number = 10 * copy + i + 1;
    const slug = `${slugOf(folder)}-${copy}`;
    const target = `${number}-${slug}`;
    const own = new RegExp(`\\b${prefixes[i]}(-[a-z][\\w-]*)`, 'g');
    cpSync(join(root, 'content', folder), join(root, 'content', target), { recursive: true });
    const listed = readdirSync(join(root, 'content', target), {
      recursive: true,
      encoding: 'utf8',
    });
    for (const file of listed.filter((name) => /\.(ts|mdx)$/.test(name))) {
      rewrite(join(root, 'content', target, file), (text) =>
        text
          .replace(own, (id, rest) => (widgets.has(id) ? id : `${prefixes[i]}${copy}${rest}`))
          .replace(/\b(chapter: )\d+,/, `$1${number},`)
          .replaceAll(`chapter: '${slugOf(folder)}'`, `chapter: '${slug}'`)
          .replaceAll(`chapter="${slugOf(folder)}"`, `chapter="${slug}"`),
      );
    }
    rewrite(join(root, 'content/sets.ts'), (text) =>
      text.replace(/\n\};/, `\n  '${slug}': () => import('./${target}/exercises'),\n};`),
    );
    const entry = {
      number,
      slug,
      folder: target,
      title: { zh: slug, en: slug },
      question: { zh: slug, en: slug },
      figures: [],
    };
    rewrite(join(root, 'src/book/contents.ts'), (text) =>
      text.replace(
        /\n\];\n\n\/\*\* A page after/,
        `\n  ${JSON.stringify(entry)},\n];\n\n/** A page after`,
      ),
    );
  });
}

/** Seconds of one build. @param {string} root */
function build(root) {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const begun = performance.now();
  execFileSync(process.execPath, [resolve('node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return (performance.now() - begun) / 1000;
}

const given = process.argv.slice(2).map(Number);
const root = scratchCopy();
try {
  console.log(`${cpus()[0]?.model}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}\n`);
  let copies = 1;
  let once;
  for (const times of given.length > 0 ? given : [1, 3, 5]) {
    for (; copies < times; copies++) addCopies(root, copies);
    const seconds = build(root);
    once ??= seconds;
    console.log(
      `${String(times * chapters.length).padStart(2)} chapters  ${seconds.toFixed(1).padStart(6)} s` +
        `  ${(seconds / once).toFixed(2)} of the book’s`,
    );
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
