import { describe, expect, it } from 'vitest';
import { applyEdits, readPage } from './html.ts';
import { styleRules } from './styles.ts';

const convert = (body: string) => {
  const page = readPage('', `<!doctype html><head></head><body>${body}</body>`);
  const { edits, css } = styleRules(page);
  return { html: applyEdits(page.html, edits), css };
};

describe('styleRules', () => {
  it('gives equal styles of formulas one class, beside the classes they have', () => {
    const { html, css } = convert(
      '<span class="katex"><i class="strut" style="height:1em;"></i><i style="height:1em;"></i></span>',
    );
    const name = /^\.(s[0-9a-f]{7})\{height:1em;\}$/.exec(css)?.[1];
    expect(name).toBeDefined();
    expect(html).toContain(`<i class="strut ${name}" ></i><i class="${name}"></i>`);
  });

  it('marks other elements without touching their class', () => {
    const { html, css } = convert('<p class="wide" style="--n: 3">x</p>');
    expect(html).not.toContain('style=');
    const name = /data-s="(\w+)"/.exec(html)?.[1];
    expect(css).toBe(`[data-s=${name}]:not(#_){--n: 3}`);
    expect(html).toContain('class="wide"');
  });

  it('drops an empty style', () => {
    expect(convert('<p style="">x</p>')).toMatchObject({ css: '' });
  });
});
