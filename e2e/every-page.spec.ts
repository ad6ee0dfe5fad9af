import AxeBuilder from '@axe-core/playwright';
import { expect, pages, test } from './book';

test('the book has its pages in both languages', () => {
  const without = (lang: string) =>
    pages.filter((path) => path.startsWith(`${lang}/`)).map((path) => path.slice(3));
  expect(without('zh')).toEqual(without('en'));
  expect(without('zh')).toContain('forward-and-backward/');
});

for (const path of pages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on /${path} in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
      );
      expect(found).toEqual([]);
    });
  }

  test(`nothing on /${path} is wider than the screen`, async ({ page }) => {
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      const wider = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth <= clientWidth) return [];
        const out = [...document.querySelectorAll('body *')].filter(
          (element) => element.getBoundingClientRect().right > clientWidth + 1,
        );
        return [
          `${scrollWidth} > ${clientWidth}`,
          ...out
            .slice(0, 8)
            .map((element) => `${element.tagName}.${element.getAttribute('class')}`),
        ];
      });
      expect(wider, `at ${width} px`).toEqual([]);
    }
  });
}
