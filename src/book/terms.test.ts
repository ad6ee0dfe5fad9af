import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { glossary } from './glossary';
import { chineseTerms } from './terms';

/** What may name a thing otherwise: the source note's own words, and what others call it. */
const others = /note: '[^']*'|也叫[^。]*。/g;

const files = globSync('{content/**/zh.mdx,{content,components,src}/**/*.{ts,tsx,astro}}', {
  exclude: (file) => /\.test\.tsx?$|terms\.ts$/.test(file),
});
const lines = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((text, i) => ({ place: `${file}:${i + 1}`, text: text.replace(others, '') }))
    .filter(({ text }) => /\p{Script=Han}/u.test(text)),
);

describe('one Chinese term for each concept', () => {
  it('reads prose, messages and exercises', () => {
    for (const part of ['content/09', 'components/widgets', 'src/book/glossary.ts']) {
      expect(lines.some(({ place }) => place.startsWith(part))).toBe(true);
    }
  });

  it.each(chineseTerms)('$en is $use', ({ use, not }) => {
    expect(not.test(use)).toBe(false);
    expect(lines.filter(({ text }) => not.test(text))).toEqual([]);
    expect(lines.some(({ text }) => text.includes(use))).toBe(true);
  });

  it('is the term of the glossary where that has one', () => {
    const glossed = new Map(glossary.map(({ term }) => [term.en, term.zh]));
    for (const { en, use } of chineseTerms) expect(glossed.get(en) ?? use).toContain(use);
  });
});

describe('sections that every chapter has', () => {
  const headings = lines.flatMap(({ text }) => {
    const [, words, anchor] = /^## (.+) \[#([\w-]+)\]$/.exec(text) ?? [];
    return words && anchor ? [{ words, anchor }] : [];
  });

  it.each(['a-worked-example', 'where-this-goes-wrong', 'exercises', 'summary', 'references'])(
    '#%s has one name',
    (shared) => {
      const names = headings.filter(({ anchor }) => anchor === shared).map(({ words }) => words);
      expect(names.length).toBeGreaterThan(1);
      expect(new Set(names).size).toBe(1);
    },
  );
});
