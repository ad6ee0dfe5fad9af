import { expect, test } from './book';

// Chapter 8: one journey per figure, by mouse, by keyboard, and back again by its link.

test('dropout-visualizer: draw, switch a unit by key, back through the mask', async ({ page }) => {
  await page.goto('en/embed/dropout-visualizer/');
  const figure = page.locator('figure[data-alive]');
  await expect(figure).toContainText('Mean of 60 draws');
  await figure.getByRole('button', { name: 'Draw 100 more' }).click();
  await expect(figure).toContainText('Mean of 160 draws');
  await figure.getByRole('button', { name: 'Show backward' }).click();

  // Off: nothing is sent, and a gradient of exactly 0 comes back.
  const unit = figure.getByRole('button', { name: /^Unit 1 is/ });
  const row = figure.locator('.mask-table tbody tr').first();
  if ((await unit.getAttribute('aria-label'))!.includes('is off')) await unit.press('Enter');
  await expect(row).not.toHaveClass(/off/);
  await unit.press('Enter');
  await expect(row).toHaveClass(/off/);
  await expect(row.locator('td').last()).toHaveText('0.000');
  await figure.getByRole('button', { name: 'Check this number' }).click();
  await expect(figure.locator('.check-gradient')).toContainText('relative error');

  await figure.getByLabel('Output unit').selectOption('sigmoid');
  await expect(figure.locator('.verdict')).toContainText('sigmoid');
  await expect(page).toHaveURL(/sigmoid/);
  await page.reload();
  await expect(figure).toContainText('Mean of 160 draws');
  await figure.getByRole('button', { name: 'Reset' }).click();
  await expect(figure).toContainText('Mean of 60 draws');
});

test('overfit-lab: more samples close the gap; the link brings it back', async ({ page }) => {
  await page.goto('en/embed/overfit-lab/');
  const figure = page.locator('figure[data-alive]');
  await expect(figure.locator('.verdict')).toContainText('Overfitting');
  const samples = figure.getByRole('slider', { name: 'Training samples' });
  await samples.focus();
  await page.keyboard.press('End');
  await expect(figure.locator('.verdict')).toContainText('near each other', { timeout: 30_000 });
  await expect(page).toHaveURL(/samples/);
  await page.reload();
  await expect(figure.locator('.verdict')).toContainText('near each other', { timeout: 30_000 });
  await figure.getByRole('button', { name: 'From the start' }).click();
  await expect(figure.locator('.verdict')).toContainText('still random');
});
