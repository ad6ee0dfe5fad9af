import type { Heading, Root, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** A heading's explicit id, written at its end: `## 隐藏层 [#a-hidden-layer]`. */
const explicitId = /\s*\[#([a-z0-9-]+)\]\s*$/;

/** The id of a heading that has none of its own: its words in lower case, joined by hyphens. */
const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/**
 * Remark plugin: gives every heading an id of plain letters, the same in both languages, so that a
 * link to a section survives a change of language. English headings get theirs from their words;
 * Chinese ones name theirs: `## 隐藏层 [#a-hidden-layer]`. A heading without one fails the build,
 * and so does an id that is used twice.
 */
export function remarkHeadingIds() {
  return (tree: Root, file: VFile): void => {
    const seen = new Set<string>();
    visit(tree, 'heading', (heading: Heading) => {
      const id = takeExplicitId(heading) ?? automaticId(heading);
      if (!id) {
        file.fail(`Heading “${textOf(heading)}” needs an id: “## … [#some-words]”.`, heading);
      }
      if (seen.has(id)) file.fail(`Two headings have the id “${id}”.`, heading);
      seen.add(id);
      heading.data = { ...heading.data, hProperties: { id } };
    });
  };
}

function takeExplicitId(heading: Heading): string | undefined {
  const last = heading.children.at(-1) as Text | undefined;
  const match = last?.type === 'text' ? explicitId.exec(last.value) : null;
  if (!last || !match) return undefined;
  last.value = last.value.slice(0, match.index);
  return match[1];
}

function automaticId(heading: Heading): string | undefined {
  const text = textOf(heading);
  // A Chinese heading that happens to hold a Latin word would get an id that says nothing.
  return /\p{Script=Han}/u.test(text) ? undefined : slugOf(text);
}
