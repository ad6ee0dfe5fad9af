// @ts-check
/**
 * The arrows of the house: which folder may import which. dependency-cruiser reads this table for
 * TypeScript; it cannot read `.astro` and `.mdx`, so this script checks those by the same table.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What each folder may import besides itself and packages. `src/pages` may import anything. */
export const arrows = {
  'src/engine': [],
  'src/workers': ['src/engine'],
  'src/book': ['src/engine'],
  'src/build': ['src/book'],
  'src/theme': ['src/book', 'components'],
  components: ['src/engine', 'src/book', 'src/workers', 'src/theme'],
  content: ['components', 'src/book', 'src/engine'],
};

/** Our folders, as a pattern: an import that leads elsewhere is a package. */
export const ours = '^(src|components|content|e2e|scripts)/';

/** @type {[alias: RegExp, folder: string][]} */
const aliases = [
  [/^@(engine|book|theme|workers)(?=\/|$)/, 'src/$1'],
  [/^@(components|content)(?=\/)/, '$1'],
];

/**
 * @param {string} file path from the project's root
 * @param {string} specifier as written in the import
 * @returns {string} path from the root, or the specifier of a package
 */
function resolve(file, specifier) {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier));
  const alias = aliases.find(([pattern]) => pattern.test(specifier));
  return alias ? specifier.replace(...alias) : specifier;
}

/**
 * @param {string} file path from the root
 * @param {string} source its text
 * @returns {string[]} a sentence for each arrow that points the wrong way
 */
export function wrongArrows(file, source) {
  const from = Object.entries(arrows).find(([folder]) => file.startsWith(`${folder}/`));
  if (!from) return [];
  const [folder, may] = from;
  const imports = source.matchAll(/^\s*(?:import|export)\s[^'"]*?['"]([^'"]+)['"]/gm);
  const widget = /^components\/widgets\/([^/]+)\//;
  return [...imports]
    .map((match) => resolve(file, match[1] ?? '').replaceAll(sep, '/'))
    .filter((target) => {
      if (!new RegExp(ours).test(`${target}/`)) return false;
      const other = widget.exec(target)?.[1];
      const own = widget.exec(file)?.[1];
      if (other && own && other !== own) return true;
      return ![folder, ...may].some((path) => `${target}/`.startsWith(`${path}/`));
    })
    .map((target) => `${file} imports ${target}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = globSync(['src/**/*.astro', 'components/**/*.astro', 'content/**/*.mdx']);
  const wrong = files.flatMap((file) =>
    wrongArrows(file.replaceAll(sep, '/'), readFileSync(file, 'utf8')),
  );
  for (const line of wrong) console.error(`✗ ${line}`);
  console.log(`${files.length} .astro and .mdx files, ${wrong.length} wrong arrows`);
  process.exit(wrong.length === 0 ? 0 : 1);
}
