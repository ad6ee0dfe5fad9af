import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, violations } from './book';
import { Reader } from './reader';

const exercise = '#ex-fb-unit-forward';

/** Answers the first exercise: right, with the numbers that the page is built with. */
async function solve(page: Page): Promise<void> {
  await page.goto('en/forward-and-backward/');
  const reader = new Reader(page, { id: 'fb-unit-forward' });
  await reader.come();
  await reader.fill({ z: -0.76, a: 0.3186 });
  await reader.submit();
  await reader.expectRight();
}

/** Answers another exercise, rightly or not. */
async function chooseAShape(page: Page): Promise<void> {
  const shape = new Reader(page, { id: 'fb-gradient-shape' });
  await shape.come();
  await shape.root.locator('[data-option] input').first().check();
  await shape.submit();
  await expect(shape.verdict.locator('b')).toBeVisible();
}

/** Two answers, and one notice. */
async function expectSaidOnce(page: Page, words: string): Promise<void> {
  await solve(page);
  const notice = page.getByText(words);
  await expect(notice).toHaveCount(1);
  await chooseAShape(page);
  await expect(notice).toHaveCount(1);
}

test('progress is shown, exported, erased and imported', async ({ page }) => {
  await solve(page);
  await expect(page.locator(`${exercise} .ex-state`)).toHaveText('done');
  await page.goto('en/progress/');
  const state = page.locator('[data-row="fb-unit-forward"] [data-state]');
  const said = page.locator('[data-said]');
  await expect(state).toHaveText('done');
  await expect(page.locator('[data-summary]')).toContainText('Done: 1');
  expect(await violations(new AxeBuilder({ page }))).toEqual([]);

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
  await expectSaidOnce(page, 'progress lasts for this visit only');
});

test('where storage is full, the book says so once and goes on', async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await expectSaidOnce(page, 'storage is full');
});

test('that storage may last is asked for once, at the first answer', async ({ page }) => {
  await page.addInitScript(() => {
    StorageManager.prototype.persist = async () => {
      document.documentElement.dataset.asked = `${document.documentElement.dataset.asked ?? ''}!`;
      return true;
    };
  });
  await page.goto('en/forward-and-backward/');
  const asked = () => page.evaluate(() => document.documentElement.dataset.asked);
  await new Reader(page, { id: 'fb-unit-forward' }).come();
  expect(await asked()).toBeUndefined();
  await solve(page);
  await expect.poll(asked).toBe('!');
  await chooseAShape(page);
  expect(await asked()).toBe('!');
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
    const links = await exercises.evaluate((exercise) => {
      const reasons = [...exercise.querySelectorAll('template')].map(({ content }) => content);
      return [exercise, ...reasons].flatMap((part) =>
        [...part.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''),
      );
    });
    expect(links.filter((href) => href.startsWith('#'))).toEqual([]);
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
