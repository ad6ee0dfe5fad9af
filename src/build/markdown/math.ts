import type { Literal, Parent, PhrasingContent, Root, Text } from 'mdast';
// For the types: makes `math` and `inlineMath` known as nodes.
import type {} from 'remark-math';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { renderMath } from '../../book/math.ts';

/** An element of MDX, as far as it is made here. */
interface MdxElement {
  type: 'mdxJsxTextElement';
  name: string;
  attributes: { type: 'mdxJsxAttribute'; name: string; value: string }[];
  children: (MdxElement | Text)[];
}

/** Marks that must not be parted from the formula or term in front of them. */
const closingMarks = /^[，。、；：？！）」』》…,.;:?!)\]’”'"]+/;
/** Marks that must not be left alone at a line's end by the formula or term that follows them. */
const openingMarks = /[（「『《“‘([]+$/;

const displayed =
  'A displayed formula stands in prose. Put it into the chapter’s equations.ts with its check, ' +
  'and place it with <Equation id="…" />.';

/**
 * Remark plugin, after remark-math: draws inline formulas. What KaTeX cannot read fails the build,
 * and so does a displayed formula (`$$…$$`, `\[…\]`): those live in equations.ts, where each has a
 * check. A formula or a `<Term>` is kept on one line with the closing marks after it and the opening
 * brackets before it: browsers break lines beside a button or a formula, whatever mark is there.
 */
export function remarkMathHtml() {
  return (tree: Root, file: VFile): void => {
    const source = String(file.value);
    visit(tree, 'math', (node) => file.fail(displayed, node));
    visit(tree, 'text', (node) => {
      const { start, end } = node.position ?? {};
      if (start?.offset === undefined || end?.offset === undefined) return;
      // Markdown reads `\[` as an escaped bracket, so only the source still shows it.
      if (/(?<!\\)\\[[(]/.test(source.slice(start.offset, end.offset))) file.fail(displayed, node);
    });
    visit(tree, 'heading', (node) => {
      visit(node, 'inlineMath', (formula) =>
        file.fail('A heading cannot hold a formula: the contents list shows plain words.', formula),
      );
    });
    visit(tree, 'inlineMath', (node, index, parent) => {
      if (parent === undefined || index === undefined) return;
      if (source.startsWith('$$', node.position?.start.offset)) file.fail(displayed, node);
      const html: unknown = bound(draw(node, file), parent, index);
      parent.children[index] = html as PhrasingContent;
      return [SKIP, index + 1];
    });
    visit(tree, 'mdxJsxTextElement', (node: unknown, index, parent) => {
      const element = node as MdxElement;
      if (element.name !== 'Term' || parent === undefined || index === undefined) return;
      const html: unknown = bound(element, parent as Parent, index);
      (parent as Parent).children[index] = html as PhrasingContent;
      return [SKIP, index + 1];
    });
  };
}

/** The formula as raw HTML, in the form in which MDX passes it through untouched. */
function draw(node: Literal, file: VFile): MdxElement {
  let html = '';
  try {
    html = renderMath(node.value);
  } catch (error) {
    file.fail(`The formula “${node.value}” is not valid: ${(error as Error).message}`, node);
  }
  return {
    type: 'mdxJsxTextElement',
    name: 'Fragment',
    attributes: [{ type: 'mdxJsxAttribute', name: 'set:html', value: html }],
    children: [],
  };
}

/** Wraps the element together with the opening marks before and the closing marks after it. */
function bound(element: MdxElement, parent: Parent, index: number): MdxElement {
  const before = parent.children[index - 1];
  const after = parent.children[index + 1];
  const opening = before?.type === 'text' ? (openingMarks.exec(before.value)?.[0] ?? '') : '';
  const closing = after?.type === 'text' ? (closingMarks.exec(after.value)?.[0] ?? '') : '';
  if (!opening && !closing) return element;
  if (before?.type === 'text') before.value = before.value.slice(0, -opening.length || undefined);
  if (after?.type === 'text') after.value = after.value.slice(closing.length);
  const text = (value: string): Text[] => (value ? [{ type: 'text', value }] : []);
  return {
    type: 'mdxJsxTextElement',
    name: 'span',
    attributes: [{ type: 'mdxJsxAttribute', name: 'class', value: 'math-bound' }],
    children: [...text(opening), element, ...text(closing)],
  };
}
