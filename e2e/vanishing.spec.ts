import { expect, test } from './book';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('chain-of-one: look at a layer by key, change the activation, and the link brings it back', async ({
  page,
}) => {
  await page.goto('en/embed/chain-of-one/');
  const figure = page.locator('figure[data-alive]');
  await expect(figure.locator('.verdict')).toContainText('Vanishing');
  const layer = figure.getByRole('slider', { name: 'layer', exact: true });
  await layer.focus();
  await page.keyboard.press('End');
  await expect(figure.getByText('The error sets out from here.')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(layer).toHaveAttribute('aria-valuetext', /Look at layer 1/);
  await figure.getByLabel('Activation').selectOption('relu');
  await expect(figure.locator('.verdict')).toContainText('of like size');
  const weight = figure.getByRole('slider', { name: 'Weight of every layer' });
  await weight.focus();
  await page.keyboard.press('End');
  await expect(figure.locator('.verdict')).toContainText('Exploding');
  await figure.getByRole('button', { name: 'Check this number' }).click();
  await expect(figure.locator('.check-gradient')).toContainText('relative error');
  await expect(page).toHaveURL(/#chain-of-one=.*'w'~8/);
  await page.reload();
  await expect(figure.locator('.verdict')).toContainText('Exploding');
});

test('gradient-by-depth: one update, a training that diverges, and clipping that saves it', async ({
  page,
}) => {
  await page.goto('en/embed/gradient-by-depth/');
  const figure = page.locator('figure[data-alive]');
  await expect(figure.locator('.verdict')).toContainText('Vanishing');
  await figure.getByRole('button', { name: 'One update' }).click();
  await expect(page).toHaveURL(/'step'~1\)/);
  await figure.getByLabel('Activation').selectOption('relu');
  await figure.getByLabel('Start', { exact: true }).selectOption('large');
  await expect(figure.locator('.verdict')).toContainText('Exploding');
  await figure.getByRole('button', { name: 'Train' }).click();
  await expect(figure.getByRole('alert')).toContainText('diverged');
  await expect(figure).not.toContainText('NaN');
  await figure.getByLabel('Clipping', { exact: true }).selectOption('norm');
  await expect(figure.getByText('It will be clipped before this update.')).toBeVisible();
  await figure.getByRole('button', { name: 'Train' }).click();
  await expect(figure.locator('.verdict')).toContainText('It has learned', { timeout: 60_000 });
});
