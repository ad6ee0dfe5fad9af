import { describe, expect, it } from 'vitest';
import { renderMath } from '../book/math.ts';
import { readPage } from './html.ts';
import { glyphsOf } from './katex-faces.ts';

const facesOf = (tex: string, display = false) => {
  const glyphs = glyphsOf(readPage('', renderMath(tex, { display })).document);
  return Object.fromEntries([...glyphs].map(([face, chars]) => [face, [...chars].join('')]));
};

describe('glyphsOf', () => {
  it('tells letters from digits and signs', () => {
    expect(facesOf('x = 2a')).toEqual({ 'Math-Italic': 'xa', 'Main-Regular': '=2' });
  });

  it('follows the classes that choose a face', () => {
    expect(facesOf('\\mathbf{W}\\mathcal{L}\\mathbb{R}\\mathrm{d}')).toEqual({
      'Main-Bold': 'W',
      'Caligraphic-Regular': 'L',
      'AMS-Regular': 'R',
      'Main-Regular': 'd',
    });
  });

  it('knows the large operators and delimiters', () => {
    expect(facesOf('\\sum', true)).toEqual({ 'Size2-Regular': '∑' });
    expect(facesOf('\\Bigl(')).toEqual({ 'Size2-Regular': '(' });
  });

  it('leaves Chinese to the reader’s own font', () => {
    expect(facesOf('\\text{若}')).toEqual({});
  });
});
