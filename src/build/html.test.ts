import { describe, expect, it } from 'vitest';
import { applyEdits, elements, readPage, textOf } from './html.ts';

describe('readPage', () => {
  it('gives elements in document order, with offsets into the page', () => {
    const { html, document } = readPage('', '<!doctype html><p id="a">One <b>two</b></p>');
    const names = [...elements(document)].map(({ tagName }) => tagName);
    expect(names).toEqual(['html', 'head', 'body', 'p', 'b']);
    const bold = [...elements(document)].at(-1)!;
    expect(textOf(bold)).toBe('two');
    const { startOffset, endOffset } = bold.sourceCodeLocation!;
    expect(html.slice(startOffset, endOffset)).toBe('<b>two</b>');
  });
});

describe('applyEdits', () => {
  it('applies edits in the order of the text, whatever order they come in', () => {
    const edits = [
      { start: 4, end: 5, text: 'E' },
      { start: 0, end: 1, text: '' },
      { start: 2, end: 2, text: '+' },
    ];
    expect(applyEdits('abcdef', edits)).toBe('b+cdEf');
  });
});
