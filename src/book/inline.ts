import type { SealedCheck } from './equations';

interface Formula {
  /** What stands between the dollar signs. */
  readonly tex: string;
}

/**
 * Something in running text that has a relation sign and so may be false: a `$…$` formula (`tex`)
 * or a calculation in plain words (`text`, as the source writes it, placeholders included).
 */
export type InlineClaim =
  /** It says something that can be true or false on random cases. */
  | (Formula & { readonly kind: 'equation'; readonly check: SealedCheck })
  /** It is true because a word or sign is to mean this. */
  | (Formula & { readonly kind: 'definition'; readonly why: string })
  /** Numbers. `computes` writes the same text again with every digit from the engine. */
  | ((Formula | { readonly text: string }) & {
      readonly kind: 'worked';
      readonly computes: () => string;
    })
  /** Symbols in plain words, beside the displayed equation that proves them. */
  | { readonly text: string; readonly kind: 'restates'; readonly equation: string };

/** A formula that one language writes more often than the other, with the reason. */
export interface InlineDifference {
  readonly tex: string;
  readonly zh: number;
  readonly en: number;
  readonly why: string;
}

/** What a chapter's inline.ts exports. */
export interface ChapterInline {
  readonly claims: readonly InlineClaim[];
  readonly differences: readonly InlineDifference[];
}

const relation =
  /[=<>≈≤≥≠≡∝∈→←↦]|\\(?:approx|leq?|geq?|neq?|lt|gt|ll|gg|to|gets|(?:left|right|Left|Right)arrow|mapsto|in|ni|notin|subset|subseteq|equiv|propto|sim|simeq|cong|iff|implies)(?![a-zA-Z])/;

/** Whether a formula or a stretch of words relates two things, and so can be false. */
export const relates = (source: string): boolean => relation.test(source);

const formula = /(?<!\\)\$([^$]+)\$/g;

/** The `$…$` formulas of a text, in order. */
export const formulasIn = (text: string): string[] =>
  [...text.matchAll(formula)].map(([, tex = '']) => tex);

/** A chapter's MDX without what readers do not read as running text: front matter, imports, code. */
export const proseOf = (mdx: string): string =>
  mdx
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^(?:import|export) .*$/gm, '')
    .replace(/```[\s\S]*?```|`[^`\n]*`/g, '');

/** What is left of a text when its formulas and tags are taken out. */
export const wordsOf = (text: string): string =>
  text
    .replace(formula, '')
    // Words between tags stay; attributes and expressions in them go.
    .replace(/<\/?[A-Za-z][^<>]*>/g, '');

/** The formulas that two texts do not use equally often. */
export function unequal(zh: string, en: string): Omit<InlineDifference, 'why'>[] {
  const [inZh, inEn] = [formulasIn(zh), formulasIn(en)];
  const times = (list: readonly string[], tex: string) => list.filter((one) => one === tex).length;
  return [...new Set([...inZh, ...inEn])]
    .map((tex) => ({ tex, zh: times(inZh, tex), en: times(inEn, tex) }))
    .filter((count) => count.zh !== count.en);
}
