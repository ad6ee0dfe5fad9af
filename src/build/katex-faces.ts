import { attribute, classes, type Document, type Element, elements } from './html.ts';

/** A font face as KaTeX names its files: `Main-Regular`, `Math-Italic`, `Size1-Regular`. */
export type Face = string;

interface Font {
  family: string;
  bold: boolean;
  italic: boolean;
}

/** The font rules of katex.css that depend on one class. */
const byClass: Record<string, Partial<Font>> = {
  textbf: { bold: true },
  textit: { italic: true },
  textrm: { family: 'Main' },
  textsf: { family: 'SansSerif' },
  texttt: { family: 'Typewriter' },
  mathnormal: { family: 'Math', italic: true },
  mathit: { family: 'Main', italic: true },
  mathrm: { italic: false },
  mathbf: { family: 'Main', bold: true },
  boldsymbol: { family: 'Math', bold: true, italic: true },
  amsrm: { family: 'AMS' },
  mathbb: { family: 'AMS' },
  textbb: { family: 'AMS' },
  mathcal: { family: 'Caligraphic' },
  mathfrak: { family: 'Fraktur' },
  mathtt: { family: 'Typewriter' },
  mathscr: { family: 'Script' },
  mathsf: { family: 'SansSerif' },
  mainrm: { family: 'Main', italic: false },
  'small-op': { family: 'Size1' },
  'large-op': { family: 'Size2' },
  'delim-size1': { family: 'Size1' },
  'delim-size4': { family: 'Size4' },
};

/** `size1` to `size4` choose a font only for delimiters; elsewhere they choose a font size. */
const delimiterSize = /^size([1-4])$/;

const faceOf = ({ family, bold, italic }: Font): Face => {
  const style = `${bold ? 'Bold' : ''}${italic ? 'Italic' : ''}`;
  return `${family}-${style || 'Regular'}`;
};

/** KaTeX's own invisible marks, and spaces of any width: no glyph is drawn for them. */
const invisible = /[\s\u200B\u2060\u2061-\u2064\uFEFF]/u;
/** Han, kana, full-width forms: set in the reader's own font, inside `\text{…}`. */
const cjk = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/u;

/** The characters that the formulas of a page draw, by the face that draws them. */
export function glyphsOf(document: Document): Map<Face, Set<string>> {
  const glyphs = new Map<Face, Set<string>>();
  const visit = (element: Element, inherited: Font): void => {
    const own = classes(element);
    const font = { ...inherited };
    for (const name of own) {
      Object.assign(font, byClass[name]);
      const size = own.includes('delimsizing') ? delimiterSize.exec(name)?.[1] : undefined;
      if (size) font.family = `Size${size}`;
    }
    for (const child of element.childNodes) {
      if ('tagName' in child) visit(child, font);
      if (child.nodeName !== '#text' || !('value' in child)) continue;
      for (const char of child.value) {
        if (invisible.test(char) || cjk.test(char)) continue;
        const face = faceOf(font);
        glyphs.set(face, (glyphs.get(face) ?? new Set()).add(char));
      }
    }
  };
  for (const element of elements(document)) {
    const isFormula = attribute(element, 'class')?.split(' ').includes('katex-html');
    if (isFormula) visit(element, { family: 'Main', bold: false, italic: false });
  }
  return glyphs;
}
