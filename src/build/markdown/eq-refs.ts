import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** An element of MDX, as far as it is read and changed here. */
interface MdxElement {
  type: string;
  name: string | null;
  attributes: { type: string; name?: string; value?: unknown }[];
}

/**
 * Remark plugin: tells every `<EqRef id="…" />` that it is the nth to name this equation on its
 * page. It makes its anchor from that (`ref-fb-z-2`), to which the list of all equations links.
 */
export function remarkEqRefs() {
  return (tree: Root): void => {
    const seen = new Map<unknown, number>();
    visit(tree, (node) => {
      const { type, name, attributes } = node as unknown as MdxElement;
      if (!type.startsWith('mdxJsx') || name !== 'EqRef') return;
      const id = attributes.find((attribute) => attribute.name === 'id')?.value;
      const nth = (seen.get(id) ?? 0) + 1;
      seen.set(id, nth);
      attributes.push({ type: 'mdxJsxAttribute', name: 'nth', value: String(nth) });
    });
  };
}
