import { expect, test } from 'vitest';
import { appendices, chapterOf, chapters, figureNumber, neighbours } from './contents';
import { langOf, tagOf } from './languages';
import { pageUrl, url } from './url';

test('figure numbers follow the order of appearance in the chapter', () => {
  for (const chapter of chapters) {
    chapter.figures.forEach((widget, i) => {
      expect(figureNumber(widget)).toBe(`${chapter.number}.${i + 1}`);
    });
  }
  expect(() => figureNumber('no-such-widget')).toThrow('no-such-widget');
});

test('chapters are found by slug, and their folders carry number and slug', () => {
  for (const chapter of chapters) {
    expect(chapterOf(chapter.slug)).toBe(chapter);
    expect(chapter.folder).toBe(`${String(chapter.number).padStart(2, '0')}-${chapter.slug}`);
  }
  expect(chapterOf('nowhere')).toBeUndefined();
});

test('language tags and path parts both name the language', () => {
  const tags = ['zh-CN', 'zh', 'en', undefined];
  expect(tags.map(langOf)).toEqual(['zh', 'zh', 'en', 'en']);
  expect(tagOf('zh')).toBe('zh-CN');
});

test('addresses carry the base and end in a slash', () => {
  expect(url('/zh/')).toBe('/zh/');
  expect(pageUrl('en')).toBe('/en/');
  expect(pageUrl('en', 'forward-and-backward', 'a-hidden-layer')).toBe(
    '/en/forward-and-backward/#a-hidden-layer',
  );
});

test('reading order runs from the home page through the chapters to the appendices', () => {
  const pages = [...chapters, ...appendices];
  expect(neighbours('')).toEqual({ previous: undefined, next: pages[0] });
  pages.forEach((page, i) => {
    expect(neighbours(page.slug)).toEqual({ previous: pages[i - 1], next: pages[i + 1] });
  });
});
