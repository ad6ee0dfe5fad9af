import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { VFile } from 'vfile';

/** Nodes that stay where they are: MDX imports and exports, and a document type. */
const outsideSections = new Set<string>(['mdxjsEsm', 'doctype']);

const isHeading = (node: RootContent): node is Element =>
  node.type === 'element' && (node.tagName === 'h2' || node.tagName === 'h3');

/** `…/content/02-forward-and-backward/zh.mdx` is chapter 2; a page that is no chapter has none. */
const chapterNumber = (path: string | undefined): number | undefined => {
  const match = /[/\\]content[/\\](\d+)-[^/\\]+[/\\][^/\\]+$/.exec(path ?? '');
  return Number(match?.[1] ?? 0) || undefined;
};

/** Names under which a page imports widgets: `import X from '@components/widgets/…'`. */
const widgetNames = (tree: Root): Set<string> => {
  const imports = tree.children.map((node) =>
    String(outsideSections.has(node.type) && 'value' in node ? node.value : ''),
  );
  const pattern = /import (\w+) from '@components\/widgets\//g;
  return new Set([...imports.join('\n').matchAll(pattern)].map(([, name = '']) => name));
};

/**
 * Rehype plugin: wraps what stands before the first h2, and each h2 or h3 with what follows it, in a
 * `<section class="part">`, the grid on which text, margin notes and wide figures are placed and
 * which the browser may skip while it is off screen. A widget is a part of its own: so much is drawn
 * in it that the text around it should not wait for it. In a chapter each h2 gets its printed number
 * (`data-number="2.4"`).
 */
export function rehypeSections() {
  return (tree: Root, file: VFile): void => {
    const chapter = chapterNumber(file.path);
    const sections: Element[] = [];
    const outside: RootContent[] = [];
    let section = newSection(['part', 'lead']);
    let count = 0;
    const widgets = widgetNames(tree);
    const isWidget = (node: RootContent): boolean =>
      'name' in node && widgets.has(String(node.name));
    for (const node of tree.children) {
      if (outsideSections.has(node.type)) {
        outside.push(node);
        continue;
      }
      const afterWidget = section.children.some(isWidget);
      const lead = sections.every((one) => !hasContent(one));
      if (isHeading(node) || ((isWidget(node) || afterWidget) && !lead)) {
        sections.push(section);
        section = newSection(['part']);
      }
      if (isHeading(node)) {
        if (node.tagName === 'h2') count += 1;
        if (chapter && node.tagName === 'h2')
          node.properties['data-number'] = `${chapter}.${count}`;
      }
      // A wide table scrolls in its own box, which the keyboard must reach.
      if (node.type === 'element' && node.tagName === 'table') node.properties.tabIndex = 0;
      section.children.push(node as ElementContent);
    }
    sections.push(section);
    tree.children = [...outside, ...sections.filter(hasContent)];
  };
}

const newSection = (className: string[]): Element => ({
  type: 'element',
  tagName: 'section',
  properties: { className },
  children: [],
});

const hasContent = (section: Element): boolean =>
  section.children.some((node) => node.type !== 'text' || node.value.trim() !== '');
