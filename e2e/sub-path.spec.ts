import { expect, test } from './book';

test('the book works under a sub-path', async ({ page }) => {
  const outside: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/book/')) outside.push(pathname);
  });
  await page.goto('');
  await expect(page).toHaveURL(/\/book\/(zh|en)\/$/);
  await page.goto('en/');
  await page.locator('main a[href*="forward-and-backward"]').first().click();
  await expect(page).toHaveURL(/\/book\/en\/forward-and-backward\//);
  await page.locator('[data-switch]').click();
  await expect(page).toHaveURL(/\/book\/zh\/forward-and-backward\//);
  await page.waitForLoadState();
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('反向传播');
  await expect(page.locator('#search .results a').first()).toHaveAttribute('href', /^\/book\/zh\//);
  expect(outside).toEqual([]);
});

test('the sub-path’s own 404 page leads back into the book', async ({ request }) => {
  const response = await request.get('no-such-page/');
  expect(response.status()).toBe(404);
  expect(await response.text()).toContain('href="/book/en/"');
});
