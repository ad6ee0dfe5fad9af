import { expect, test } from 'vitest';
import manifest from '../../package.json';
import { appendices, chapters } from './contents';
import { errata, firstEdition } from './errata';

const numbers = (version: string): number[] => version.split('.').map(Number);
const later = (p: string, q: string): boolean => {
  const [of, than] = [numbers(p), numbers(q)];
  const i = of.findIndex((number, place) => number !== than[place]);
  return i >= 0 && of[i]! > than[i]!;
};

test('an erratum names a page of the book and an edition after the first, up to this one', () => {
  const slugs = [...chapters, ...appendices].map(({ slug }) => slug);
  for (const { page, mendedIn } of errata) {
    expect(slugs).toContain(page);
    expect(later(mendedIn, firstEdition), mendedIn).toBe(true);
    expect(later(mendedIn, manifest.version), mendedIn).toBe(false);
  }
  expect(later('0.2.0', '0.1.9')).toBe(true);
});
