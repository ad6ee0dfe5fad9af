import { expect, test } from '@playwright/test';

for (const lang of ['zh', 'en']) {
  test(`the home page in ${lang} has a title`, async ({ page }) => {
    await page.goto(`${lang}/`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}
