import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';
import { describe, expect, it } from 'vitest';
import { type FontFile, faceOfFile, rewriteFontFaces, subsetKatex } from './fonts.ts';

const main: FontFile = {
  name: 'KaTeX_AMS-Regular.B22Nviop.woff2',
  bytes: readFileSync('node_modules/katex/dist/fonts/KaTeX_AMS-Regular.woff2'),
};

describe('subsetKatex', () => {
  it('keeps the glyphs that are drawn, under a name of its own', async () => {
    const small = await subsetKatex(main, 'AMS-Regular', new Set('R≲'));
    expect(small!.name).toMatch(/^KaTeX_AMS-Regular\.[0-9a-f]{8}\.woff2$/);
    expect(small!.bytes.length).toBeLessThan(main.bytes.length / 5);
    const font = create(small!.bytes);
    const has = (char: string) =>
      'hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(char.codePointAt(0)!);
    expect(['R', '≲', 'Q'].map(has)).toEqual([true, true, false]);
  });

  it('drops a face that nothing draws', async () => {
    expect(await subsetKatex(main, 'AMS-Regular', new Set())).toBeUndefined();
  });

  it('refuses a character that the face lacks', async () => {
    await expect(subsetKatex(main, 'AMS-Regular', new Set('R€'))).rejects.toThrow(
      'KaTeX’s AMS-Regular has no glyph for €',
    );
  });
});

describe('faceOfFile', () => {
  it.each([
    ['KaTeX_Main-Regular.B22Nviop.woff2', 'Main-Regular'],
    ['KaTeX_Math-Italic.t53AETM-.woff2', 'Math-Italic'],
    ['inter-latin-wght-normal.Dx4kXJAl.woff2', undefined],
  ])('%s', (name, face) => expect(faceOfFile(name)).toBe(face));
});

describe('rewriteFontFaces', () => {
  const rule = (name: string) =>
    `@font-face{font-family:X;src:url(/_astro/${name}.a.woff2)format("woff2"),url(/_astro/${name}.b.woff)format("woff"),url(/_astro/${name}.c.ttf)format("truetype")}`;

  it('names the new file, forgets old formats and dropped faces, and leaves the rest', () => {
    const names = new Map([
      ['One.a.woff2', 'One.new.woff2'],
      ['Two.a.woff2', undefined],
    ]);
    const css = `${rule('One')}p{color:red}${rule('Two')}`;
    expect(rewriteFontFaces(css, names)).toBe(
      '@font-face{font-family:X;src:url(/_astro/One.new.woff2)format("woff2")}p{color:red}',
    );
  });
});
