import { createHash } from 'node:crypto';
import { create } from 'fontkitten';
import subsetFont from 'subset-font';
import type { Face } from './katex-faces.ts';

/** Printable ASCII: what a reader may type or a figure may count up to. */
const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');

/**
 * Glyphs that formulas in figures may need while the reader changes them, beside those that stand
 * in the built pages.
 */
const live: Record<Face, string> = {
  'Main-Regular': `${ascii}−×⋅·≈≠≤≥→←∞′∂⊙∑⟨⟩`,
  'Caligraphic-Regular': 'L',
  'Math-Italic': 'WbzaxyLnmjklifhptsαβγδεϵηθλμσϕφ∂',
};

/** The weights that the book sets: the axis of a variable font is cut down to them. */
const weights = { wght: { min: 400, max: 700 } };

/** A font file of the built site: its name, without the folder, and its bytes. */
export interface FontFile {
  name: string;
  bytes: Buffer;
}

/** `KaTeX_Main-Regular.B22Nviop.woff2` is the face `Main-Regular`. */
export const faceOfFile = (name: string): Face | undefined =>
  /^KaTeX_([\w-]+?)\.[\w-]+\.woff2$/.exec(name)?.[1];

const renamed = (name: string, bytes: Buffer): string => {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return `${name.replace(/\.[\w-]+\.woff2$/, '')}.${hash}.woff2`;
};

/**
 * A face of KaTeX with only the glyphs that the book draws, or none when it draws none.
 *
 * @throws if a formula draws a character that the face does not have: it would be shown in some
 *   other font, or as a box
 */
export async function subsetKatex(
  file: FontFile,
  face: Face,
  used: ReadonlySet<string>,
): Promise<FontFile | undefined> {
  if (used.size === 0 && !(face in live)) return undefined;
  const font = create(file.bytes);
  if (!('characterSet' in font)) throw new Error(`${file.name} holds more than one font`);
  const has = new Set(font.characterSet);
  const uncovered = [...used].filter((char) => !has.has(char.codePointAt(0)!));
  if (uncovered.length > 0) {
    throw new Error(`KaTeX’s ${face} has no glyph for ${uncovered.join(' ')}`);
  }
  return subset(file, [...used].join('') + (live[face] ?? ''));
}

/** A variable text font with the characters and weights that the book uses. */
export const subsetText = (file: FontFile, text: string): Promise<FontFile> =>
  subset(file, ascii + text, weights);

async function subset(
  { name, bytes }: FontFile,
  text: string,
  variationAxes?: typeof weights,
): Promise<FontFile> {
  const options = { targetFormat: 'woff2' as const, ...(variationAxes ? { variationAxes } : {}) };
  const small = await subsetFont(bytes, text, options);
  return { name: renamed(name, small), bytes: small };
}

/**
 * A stylesheet without the `@font-face` rules of files that the book does not ship, and without
 * the older formats beside woff2.
 *
 * @param names what became of each font file: its new name, or undefined when it was dropped
 */
export function rewriteFontFaces(
  css: string,
  names: ReadonlyMap<string, string | undefined>,
): string {
  return css.replace(/@font-face\s*\{[^}]*\}/g, (rule) => {
    const [address, file = ''] = /url\(["']?[^)"']*\/([^/)"']+\.woff2)["']?\)/.exec(rule) ?? [];
    if (address === undefined || !names.has(file)) return rule;
    const name = names.get(file);
    if (name === undefined) return '';
    return rule
      .replace(/,\s*url\([^)]*\.(?:woff|ttf)["']?\)\s*format\([^)]*\)/g, '')
      .replace(file, name);
  });
}
