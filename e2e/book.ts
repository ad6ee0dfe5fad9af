import { globSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import type AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

/** Every page of the built book as a path under its address, the 404 page too: `zh/…/`. */
export const pages: string[] = [
  ...globSync('dist/{zh,en}/**/index.html').map(
    (file) => `${dirname(file).split(sep).slice(1).join('/')}/`,
  ),
  '404.html',
].sort();

/** The pages of chapters and appendices, without homes and embeds. */
export const chapters = pages.filter((path) => /^(zh|en)\/(?!embed\/).+/.test(path));

/** A test that fails on any error or warning that the page logs or throws. */
export const test = base.extend<{ quietConsole: undefined }>({
  quietConsole: [
    async ({ page }, use) => {
      const said: string[] = [];
      page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) said.push(message.text());
      });
      await use(undefined);
      expect(said, 'what the console says').toEqual([]);
    },
    { auto: true },
  ],
});

/** What axe finds, a line each. */
export async function violations(axe: AxeBuilder): Promise<string[]> {
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
  );
}

/** Formulas are nine tenths of a page's elements and the same everywhere: they have a test of their own. */
export const withoutFormulas = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const formula of document.querySelectorAll('.katex')) formula.textContent = 'x';
  });

export { expect };
