import type { PhrasingContent, Root } from 'mdast';
import { VFile } from 'vfile';
import { expect, it } from 'vitest';
import { remarkMathHtml } from './math';

/** The paragraph after the plugin: plain text as it is, what is bound together in ⟨…⟩, formulas as ∎. */
function drawn(...children: PhrasingContent[]): string {
  const root: Root = { type: 'root', children: [{ type: 'paragraph', children }] };
  remarkMathHtml()(root, new VFile(''));
  const read = (node: {
    type: string;
    name?: string;
    value?: string;
    children?: unknown;
  }): string => {
    if (node.type === 'text') return node.value ?? '';
    if (node.name !== 'span') return '∎';
    return `⟨${(node.children as (typeof node)[]).map(read).join('')}⟩`;
  };
  return children.map(read).join('');
}

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const formula = (): PhrasingContent => ({ type: 'inlineMath', value: 'x' });

it('leaves no mark after a formula to start a line', () => {
  expect(drawn(text('设 '), formula(), text('），则'))).toBe('设 ⟨∎），⟩则');
});

it('leaves no opening bracket before a formula alone at the end of a line', () => {
  expect(drawn(text('输入（'), formula(), text(' 是列）'))).toBe('输入⟨（∎⟩ 是列）');
  expect(drawn(text('the input (“'), formula(), text('”) is'))).toBe('the input ⟨(“∎”)⟩ is');
});

it('gives a bracket between two formulas to the one that it opens', () => {
  expect(drawn(formula(), text('（'), formula(), text('）'))).toBe('∎⟨（∎）⟩');
});

it('binds nothing where words stand beside the formula', () => {
  expect(drawn(text('(an input) '), formula(), text(' is'))).toBe('(an input) ∎ is');
});
