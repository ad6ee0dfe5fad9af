import { expect, test as plain } from '@playwright/test';
import { test } from './book';

for (const [locale, lang] of [
  ['zh-CN', 'zh'],
  ['en-GB', 'en'],
  ['fr-FR', 'en'],
] as const) {
  test.describe(`a reader whose browser speaks ${locale}`, () => {
    test.use({ locale });

    test(`comes to /${lang}/`, async ({ page }) => {
      await page.goto('');
      await expect(page).toHaveURL(new RegExp(`/${lang}/$`));
    });
  });
}

test('a chosen language is remembered', async ({ page }) => {
  await page.goto('en/');
  await page.locator('[data-switch=zh]').click();
  await expect(page).toHaveURL(/\/zh\/$/);
  await page.goto('');
  await expect(page).toHaveURL(/\/zh\/$/);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the door offers both languages', async ({ page }) => {
    await page.goto('');
    await expect(page.locator('a[data-language=zh]')).toHaveAttribute('href', '/zh/');
    await page.locator('a[data-language=en]').click();
    await expect(page).toHaveURL(/\/en\/$/);
  });
});

// Not the quiet test: a browser itself reports the failed address.
plain('an unknown address gets a page in both languages', async ({ page }) => {
  const response = await page.goto('en/no-such-chapter/');
  expect(response?.status()).toBe(404);
  await expect(page.locator('a[href="/zh/"]').first()).toBeVisible();
  await expect(page.locator('a[href="/en/"]').first()).toBeVisible();
});
