import { createHash } from 'node:crypto';
import { attribute, type Edit, elements, type Page, textOf } from './html.ts';

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/** Script types that a browser runs; anything else is data and needs no hash. */
const runs = new Set([undefined, '', 'module', 'text/javascript', 'importmap', 'speculationrules']);

/** Where a policy goes, and what it must allow. */
interface Inline {
  scripts: string[];
  styles: string[];
}

/**
 * The Content-Security-Policy of a page: only files of this site, and the inline scripts and styles
 * that the build itself wrote, by their hashes. WebAssembly is allowed for the search.
 */
export function policy({ scripts, styles }: Inline): string {
  const hashes = (texts: string[]): string[] => [...new Set(texts.map(hash))];
  return [
    "default-src 'self'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes(scripts)].join(' '),
    ["style-src 'self'", ...hashes(styles)].join(' '),
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** The inline scripts that a browser would run. */
export const inlineScripts = ({ document }: Page): string[] =>
  [...elements(document)]
    .filter(({ tagName }) => tagName === 'script')
    .filter((script) => attribute(script, 'src') === undefined)
    .filter((script) => runs.has(attribute(script, 'type')))
    .map(textOf);

/** A page that brings a policy of its own, stricter than ours: the sandbox. It is served as it is. */
export const hasPolicy = ({ document }: Page): boolean =>
  [...elements(document)].some(
    (element) => attribute(element, 'http-equiv') === 'content-security-policy',
  );

/** @returns a sentence for each inline handler, which no strict policy can allow */
export const inlineHandlers = ({ path, document }: Page): string[] =>
  [...elements(document)].flatMap(({ tagName, attrs }) =>
    attrs
      .filter(({ name }) => /^on[a-z]+$/.test(name))
      .map(({ name }) => `/${path}: <${tagName} ${name}="…"> cannot run under a strict policy`),
  );

/** The edit that puts the policy right after the page's charset, before anything it must govern. */
export function policyEdit({ path, document }: Page, inline: Inline): Edit {
  const charset = [...elements(document)].find(
    (element) => element.tagName === 'meta' && attribute(element, 'charset') !== undefined,
  );
  const at = charset?.sourceCodeLocation?.endOffset;
  if (at === undefined) throw new Error(`/${path}: no <meta charset>`);
  const text = `<meta http-equiv="content-security-policy" content="${policy(inline)}">`;
  return { start: at, end: at, text };
}
