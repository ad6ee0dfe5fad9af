import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Document = DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** One page of the built book. */
export interface Page {
  /** Path from the site's root, as the reader asks for it: `zh/forward-and-backward/`. */
  path: string;
  html: string;
  document: Document;
}

/** Replaces `html.slice(start, end)`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * Parses a page once for all checks; offsets in its tree point into `html`. As for a reader without
 * scripts: what stands in `<noscript>` is part of the page.
 */
export const readPage = (path: string, html: string): Page => ({
  path,
  html,
  document: parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }),
});

/** All elements below a node, in document order, those inside `<template>` too. */
export function* elements(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('content' in node) yield* elements(node.content);
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

export const classes = (element: Element): string[] =>
  (attribute(element, 'class') ?? '').split(/\s+/).filter(Boolean);

/** The text inside an element, as a reader of the markup sees it. */
export function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Applies edits that do not overlap. */
export function applyEdits(html: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    result += html.slice(done, start) + text;
    done = end;
  }
  return result + html.slice(done);
}
