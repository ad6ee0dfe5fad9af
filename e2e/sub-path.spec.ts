import { expect, test } from '@playwright/test';

test('the book works under a sub-path', async ({ page }) => {
  await page.goto('en/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
