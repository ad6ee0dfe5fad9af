import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './book';

const exercise = '#ex-fb-unit-forward';

/** Answers the first exercise: right, with the numbers that the page is built with. */
async function solve(page: Page): Promise<void> {
  await page.goto('en/forward-and-backward/');
  const root = page.locator(exercise);
  await root.scrollIntoViewIfNeeded();
  await root.locator('input').nth(0).fill('-0.76');
  await root.locator('input').nth(1).fill('0.3186');
  await root.locator('[type=submit]').click();
  await expect(root.locator('.ex-verdict b.is-right')).toBeVisible();
}

test('progress is shown, exported, erased and imported', async ({ page }) => {
  await solve(page);
  await expect(page.locator(`${exercise} .ex-state`)).toHaveText('done');
  await page.goto('en/progress/');
  const state = page.locator('[data-row="fb-unit-forward"] [data-state]');
  const said = page.locator('[data-said]');
  await expect(state).toHaveText('done');
  await expect(page.locator('[data-summary]')).toContainText('Done: 1');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-export]').click(),
  ]);
  const file = readFileSync(await download.path());
  const [cards] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-anki]').click(),
  ]);
  expect(readFileSync(await cards.path(), 'utf8')).toMatch(
    /^#separator:Comma\n.*\n.*\n"2\.1 One unit","<a href/,
  );

  await page.locator('[data-erase]').click();
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(state).toHaveText('done');
  await page.locator('[data-erase]').click();
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(said).toHaveText('Erased.');
  await expect(state).toHaveText('–');

  const give = (buffer: Buffer) =>
    page
      .locator('[data-file]')
      .setInputFiles({ name: 'p.json', mimeType: 'application/json', buffer });
  await give(file);
  await expect(said).toContainText('Entries imported: 1');
  await expect(state).toHaveText('done');
  await give(Buffer.from(file.toString().replace('"right"', '"perfect"')));
  await expect(said).toContainText('damaged at attempts.0.outcome');
  await expect(state).toHaveText('done');
});

test('another tab hears of an answer', async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto('en/progress/');
  await expect(other.locator('[data-summary]')).toContainText('Done: 0');
  await solve(page);
  await expect(other.locator('[data-summary]')).toContainText('Done: 1');
});

test('where storage is blocked, the book says so once and goes on', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  await solve(page);
  const notice = page.getByText('progress lasts for this visit only');
  await expect(notice).toHaveCount(1);
  const shape = page.locator('#ex-fb-gradient-shape');
  await shape.scrollIntoViewIfNeeded();
  await shape.locator('label').first().click();
  await shape.locator('[type=submit]').click();
  await expect(shape.locator('.ex-verdict b')).toBeVisible();
  await expect(notice).toHaveCount(1);
});

test('what is due comes first, with fresh numbers', async ({ page }) => {
  await page.clock.setFixedTime('2026-01-01T12:00:00Z');
  await solve(page);
  await page.clock.setFixedTime('2026-03-01T12:00:00Z');
  await page.goto('en/progress/');
  const link = page.locator('[data-review] a');
  await expect(link).toHaveCount(1);
  await link.click();
  await expect(page).toHaveURL(/#ex-fb-unit-forward=\d{2,}$/);
  await expect(page.locator(exercise)).toHaveAttribute('data-awake', '');
});

for (const lang of ['zh', 'en']) {
  test(`mixed practice and the sheet in ${lang}`, async ({ page }) => {
    await page.goto(`${lang}/practice/`);
    await page.locator('[data-next]').click();
    const exercises = page.locator('[data-desk] .exercise');
    await expect(exercises).toHaveCount(1);
    await page.locator('[name=seed]').fill('7');
    await page.locator('[name=solutions]').check();
    await page.locator('[data-all]').click();
    await expect(page.locator('[data-status]')).toContainText('7');
    const count = await page.locator('[data-list] li').count();
    await expect(exercises).toHaveCount(count);
    await expect(page.locator('[data-desk] .ex-solution[open]')).toHaveCount(count);
    // Nothing was answered by laying out a sheet.
    await page.goto(`${lang}/progress/`);
    await expect(page.locator('[data-summary]')).toContainText('0');
    await expect(page.locator('[data-state]').first()).toHaveText('–');
  });
}
