import { readFileSync } from 'node:fs';
import { expect, test } from './book';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

for (const lang of ['zh', 'en']) {
  test(`the citation in ${lang} names the edition of the footer and is copied`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${lang}/about/`);
    const footer = page.locator('footer .edition');
    const date = (await footer.locator('time').getAttribute('datetime')) ?? 'no date';
    await expect(footer).toContainText(version);
    await expect(page.locator('.reference')).toContainText(version);
    await page.locator('[data-copy]').click();
    await expect(page.locator('.bibtex [role=status]')).not.toBeEmpty();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^@misc\{/);
    expect(copied).toContain(`${version}, ${date}`);
  });

  test(`the footer of a chapter in ${lang} leads to what the book is`, async ({ page }) => {
    await page.goto(`${lang}/forward-and-backward/`);
    await page.locator(`footer .edition a[href$="/${lang}/about/"]`).click();
    await expect(page).toHaveURL(new RegExp(`/${lang}/about/$`));
  });
}

test('the licences of what the pages contain can be read in full', async ({ page }) => {
  await page.goto('en/about/');
  const href = await page.getByRole('link', { name: 'licences.txt' }).getAttribute('href');
  const answer = await page.request.get(new URL(href ?? '', page.url()).href);
  expect(answer.ok()).toBe(true);
  const text = await answer.text();
  for (const words of ['katex', 'SIL OPEN FONT LICENSE', 'Permission is hereby granted']) {
    expect(text).toContain(words);
  }
});
