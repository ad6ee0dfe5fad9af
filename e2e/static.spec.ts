import { chapters, expect, test } from './book';

test.use({ javaScriptEnabled: false });

for (const path of chapters) {
  test(`/${path} is whole without scripts`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const figures = page.locator('main figure');
    for (const figure of await figures.all()) {
      await expect(figure).toBeVisible();
      await expect(figure.locator('svg, table, .katex').first()).toBeAttached();
    }
    // Whether a formula is drawn: its box has a height.
    const flat = await page
      .locator('.katex-display')
      .evaluateAll(
        (formulas) => formulas.filter((f) => f.getBoundingClientRect().height < 5).length,
      );
    expect(flat).toBe(0);
  });
}
