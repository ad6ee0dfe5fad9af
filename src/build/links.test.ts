import { describe, expect, it } from 'vitest';
import { readPage } from './html.ts';
import { deadLinks } from './links.ts';

const check = (body: string) => {
  const page = readPage('en/', `<h2 id="there">x</h2>${body}`);
  const other = readPage('zh/', '<p id="figure">x</p>');
  return deadLinks([page, other], new Set(['a.svg']), '/book/', 'https://example.org');
};

describe('deadLinks', () => {
  it('follows pages, files, anchors and states of widgets', () => {
    const links = ['#there', '/book/zh/#figure', '../zh/', '/book/a.svg', '/book/zh/#figure=eyJ4'];
    const others = ['https://elsewhere.example/', 'mailto:a@example.org'];
    const body = [...links, ...others].map((href) => `<a href="${href}">x</a>`).join('');
    expect(check(body)).toEqual([]);
  });

  it.each([
    ['/zh/', 'lies outside the base /book/'],
    ['/book/fr/', 'leads nowhere'],
    ['/book/b.svg', 'leads nowhere'],
    ['#nowhere', 'has no anchor #nowhere to go to'],
    ['/book/zh/#nowhere', 'has no anchor #nowhere to go to'],
    ['https://example.org/book/fr/', 'leads nowhere'],
  ])('refuses %s', (href, why) => {
    expect(check(`<a href="${href}">x</a>`)).toEqual([`/en/: <a href="${href}"> ${why}`]);
  });
});
