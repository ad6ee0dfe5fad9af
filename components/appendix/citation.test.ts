import { expect, it } from 'vitest';
import { bibtex, reference } from './citation';

const edition = { version: '1.2.3', date: '2027-03-04' };
const address = 'https://book.example/';

it('names authors, year, title, edition and address', () => {
  expect(reference({ edition, address }, 'en')).toBe(
    'The authors of Forward & Back (2027). Forward & Back: neural networks that you can run. Edition 1.2.3, 2027-03-04. https://book.example/',
  );
  expect(reference({ edition, address }, 'zh')).toBe(
    '《前向与反向》作者. 前向与反向：可以亲手运行的神经网络[EB/OL]. 版本 1.2.3. (2027-03-04). https://book.example/.',
  );
});

it('is BibTeX: one entry, braces in pairs, & escaped, the month a number', () => {
  for (const lang of ['zh', 'en'] as const) {
    const entry = bibtex({ edition, address }, lang);
    expect(entry).toMatch(/^@misc\{\w+,\n( {2}\w+ = \{.*\},\n)+\}$/);
    expect(entry.split('{').length).toBe(entry.split('}').length);
    expect(entry).not.toMatch(/[^\\]&/);
    expect(entry).toContain('month = {3}');
    expect(entry).toContain(`url = {${address}}`);
  }
});

it('leaves the address out where the build does not know it', () => {
  expect(bibtex({ edition, address: undefined }, 'en')).not.toContain('url');
  expect(reference({ edition, address: undefined }, 'en')).toMatch(/2027-03-04\.$/);
});
