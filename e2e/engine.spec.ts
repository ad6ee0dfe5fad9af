import AxeBuilder from '@axe-core/playwright';
import { expect, test, violations } from './book';

test('the book leads to the engine’s pages, and they lead back', async ({ page }) => {
  await page.goto('zh/forward-and-backward/');
  await page.getByRole('link', { name: '引擎文档（英文）' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The engine' })).toBeVisible();
  await page.getByRole('link', { name: 'Matrix', exact: true }).click();
  await expect(page).toHaveURL(/\/engine\/classes\/Matrix\/$/);
  await page.getByRole('link', { name: 'Floats' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Floats');
  await page.getByRole('link', { name: 'Forward & Back' }).click();
  await expect(page).toHaveURL(/\/en\/$/);
});

test('a docstring’s equation is a link to where the book has it', async ({ page }) => {
  await page.goto('engine/classes/Network/');
  const link = page.locator('#backward').getByRole('link', { name: /^\(2\.\d+\)$/ });
  await link.first().click();
  await expect(page.locator(':target')).toHaveClass(/equation/);
});

for (const path of ['', 'classes/Network/', 'types/ScheduleSpec/', 'functions/gradientCheck/']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on /engine/${path} in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`engine/${path}`);
      expect(await violations(new AxeBuilder({ page }))).toEqual([]);
    });
  }
}

test('no page of the engine is wider than a phone', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('engine/');
  const addresses = await page
    .locator('article a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(addresses.length).toBeGreaterThan(100);
  for (const address of addresses) {
    await page.goto(address);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, address).toBe(0);
  }
});
