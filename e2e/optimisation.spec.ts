import { expect, test } from './book';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('landscape-race: move the start by key, let another run, leave the map, and the link brings it back', async ({
  page,
}) => {
  await page.goto('en/embed/landscape-race/');
  const figure = page.locator('figure[data-alive]');
  const start = figure.getByRole('slider', { name: 'Start' });
  await start.focus();
  await page.keyboard.press('ArrowRight');
  await expect(start).toHaveAttribute('aria-valuetext', /x −4\.700/);
  const nesterov = figure.getByRole('button', { name: 'Nesterov' });
  await nesterov.click();
  await expect(nesterov).toHaveAttribute('aria-pressed', 'true');
  const alpha = figure.getByLabel('Learning rate (GD, M, N)');
  await alpha.fill('0.3');
  await alpha.press('Enter');
  await expect(nesterov).toContainText('left the map');
  await expect(figure.getByRole('button', { name: 'gradient descent' })).toContainText(
    'on its way',
  );
  await expect(page).toHaveURL(/'alpha'~0\.3/);
  await page.reload();
  await expect(nesterov).toContainText('left the map');
});

test('batch-size-lab: train on, and see the loss over updates', async ({ page }) => {
  await page.goto('en/embed/batch-size-lab/');
  const figure = page.locator('figure[data-alive]');
  await expect(figure.locator('.verdict')).toContainText('After 12 epochs batch size 1');
  await figure.getByLabel('Plotted over').selectOption('updates');
  const epochs = figure.getByRole('slider', { name: 'Epochs' });
  await epochs.focus();
  await page.keyboard.press('End');
  await expect(figure.locator('.verdict')).toContainText('After 60 epochs', { timeout: 60_000 });
  await expect(figure).not.toContainText('NaN');
});

test('adam-dissected: the first step keeps its length, and loses it with the correction', async ({
  page,
}) => {
  await page.goto('en/embed/adam-dissected/');
  const figure = page.locator('figure[data-alive]');
  const look = figure.getByRole('slider', { name: 'step', exact: true });
  await look.focus();
  await page.keyboard.press('Home');
  await expect(figure.locator('.verdict')).toContainText('This step is 1 times the learning rate');
  const scale = figure.getByRole('slider', { name: 'All gradients times' });
  await scale.focus();
  await page.keyboard.press('End');
  await expect(figure.locator('.verdict')).toContainText('This step is 1 times the learning rate');
  await figure.getByLabel('Correct the bias').click();
  await expect(figure.locator('.verdict')).toContainText('3.16 times');
  await expect(page).toHaveURL(/corrected/);
  await page.reload();
  await expect(figure.locator('.verdict')).toContainText('3.16 times');
});
