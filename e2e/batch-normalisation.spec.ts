import { expect, test } from './book';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('bn-steps: one sample moves all in training, itself alone in inference', async ({ page }) => {
  await page.goto('en/embed/bn-steps/');
  const figure = page.locator('figure[data-alive]');
  const outputs = (): Promise<string[]> =>
    figure.locator('.bn-table tbody td:last-child').allTextContents();
  const point = figure.getByRole('slider', { name: 'sum of sample 6', exact: true });
  const before = await outputs();
  await point.focus();
  for (let n = 0; n < 3; n++) await page.keyboard.press('PageDown');
  await expect(point).toHaveAttribute('aria-valuetext', '4.2');
  const after = await outputs();
  for (const [s, value] of before.entries()) expect(after[s]).not.toBe(value);

  await figure.getByLabel('Mode').selectOption('inference');
  await expect(figure.locator('.verdict')).toContainText('only its own output moves');
  const still = await outputs();
  await point.focus();
  await page.keyboard.press('End');
  const moved = await outputs();
  expect(moved.slice(0, 5)).toEqual(still.slice(0, 5));
  expect(moved[5]).not.toBe(still[5]);
  await expect(page).toHaveURL(/#bn-steps=.*!8_.*inference/);
  await page.reload();
  await expect(point).toHaveAttribute('aria-valuetext', '8.0');
});

test('bn-steps: γ and β undo it, and the steps can be taken one by one', async ({ page }) => {
  await page.goto('zh/embed/bn-steps/');
  const figure = page.locator('figure[data-alive]');
  await figure.getByRole('button', { name: '用 γ 和 β 还原输入' }).click();
  const rows = figure.locator('.bn-table tbody tr');
  for (const row of await rows.all()) {
    const [z = '', , out = ''] = await row.locator('td').allTextContents();
    expect(Number(out.replace('−', '-'))).toBeCloseTo(Number(z.replace('−', '-')), 3);
  }
  await figure.getByRole('slider', { name: '样本 1 的加权和' }).press('ArrowRight');
  await expect(rows.first().locator('td').first()).toHaveText('−0.4');
});

test('shifting-layers: start again, train, and the normalised network learns', async ({ page }) => {
  await page.goto('en/embed/shifting-layers/');
  const figure = page.locator('figure[data-alive]');
  await expect(figure.locator('.verdict')).toContainText('with the same learning rate');
  await figure.getByRole('button', { name: 'Start again' }).click();
  await expect(figure.locator('.verdict')).toContainText('Press “Train”');
  await figure.getByRole('button', { name: 'One update' }).click();
  await expect(page).toHaveURL(/'step'~1\)/);
  await figure.getByRole('button', { name: 'Train' }).click();
  await expect(figure.locator('.verdict')).toContainText('with the same learning rate', {
    timeout: 60_000,
  });
  await expect(figure).not.toContainText('NaN');
});
