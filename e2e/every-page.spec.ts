import AxeBuilder from '@axe-core/playwright';
import { expect, pages, test, violations, withoutFormulas } from './book';

test('the book has its pages in both languages', () => {
  const without = (lang: string) =>
    pages.filter((path) => path.startsWith(`${lang}/`)).map((path) => path.slice(3));
  expect(without('zh')).toEqual(without('en'));
  expect(without('zh')).toContain('forward-and-backward/');
});

for (const path of pages) {
  test(`axe finds nothing on /${path} in either theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    await withoutFormulas(page);
    expect(await violations(new AxeBuilder({ page }))).toEqual([]);
    // The theme is an attribute, and all that it changes is colour.
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    const colours = new AxeBuilder({ page }).withRules(['color-contrast']);
    expect(await violations(colours)).toEqual([]);
  });

  test(`nothing on /${path} is wider than the screen`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(path);
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
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

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in formulas, and every letter stands out, in ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('en/forward-and-backward/');
    const roles = await page.evaluate(() => {
      const letters = [...document.querySelectorAll('.katex-html .sym')];
      const firsts = new Map(letters.map((one) => [one.getAttribute('data-sym'), one]));
      for (const one of firsts.values()) one.setAttribute('data-first', '');
      return firsts.size;
    });
    expect(roles).toBeGreaterThan(8);
    const colours = new AxeBuilder({ page }).include('[data-first]').withRules(['color-contrast']);
    expect(await violations(colours)).toEqual([]);
    const whole = new AxeBuilder({ page }).include('#eq-fb-z-scalar').include('#eq-fb-grad-w');
    expect(await violations(whole)).toEqual([]);
  });
}
