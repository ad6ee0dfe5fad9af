import { readFileSync } from 'node:fs';
import { chapters } from '@book/contents';
import { allEquations } from '@components/equation/registry';
import { describe, expect, it } from 'vitest';

const table = readFileSync(new URL('../docs/coverage.md', import.meta.url), 'utf8');
const rows = table.split('\n').filter((line) => /^\| \d +\|/.test(line));
const all = (pattern: RegExp): string[] => [...table.matchAll(pattern)].map(([, id = '']) => id);

describe('docs/coverage.md', () => {
  it('has places for all nine sections of the note', () => {
    const sections = new Set(rows.map((row) => row[2]));
    expect([...sections].sort()).toEqual([...'123456789']);
  });

  it('names equations that the book has', () => {
    const ids = new Set(allEquations.map(({ id }) => id));
    expect(all(/\bE ([a-z]+-[\w-]+)/g).filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each(all(/§([\w-]+\/[\w-]+)/g))('names a section that stands in the book: %s', (place) => {
    const [slug, anchor] = place.split('/');
    const chapter = chapters.find((one) => one.slug === slug);
    const zh = readFileSync(
      new URL(`../content/${chapter?.folder}/zh.mdx`, import.meta.url),
      'utf8',
    );
    expect(zh).toContain(`[#${anchor}]`);
  });
});
