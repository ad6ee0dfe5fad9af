import { expect, test } from './book';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('symmetry: four dots are one until one is nudged, and the link brings it back', async ({
  page,
}) => {
  await page.goto('en/embed/symmetry/');
  const figure = page.locator('figure[data-alive]');
  await expect(figure.locator('.fig-says')).toContainText('Different units: 1 of 4');
  await expect(figure.locator('svg .label')).toHaveText(['units 1, 2, 3, 4']);
  await figure.getByRole('button', { name: 'Nudge one unit' }).click();
  await expect(figure.locator('.fig-says')).toContainText('Different units: 2 of 4');
  // What was nudged is seen in motion; the end is reached by key.
  const step = figure.getByRole('slider', { name: 'Step' });
  await step.focus();
  await page.keyboard.press('End');
  await expect(figure.locator('.fig-says')).toContainText('Step 3000 of 3000');
  await expect(figure.locator('.big')).toContainText('0.0290');
  await expect(page).toHaveURL(/#symmetry=.*frame'~200/);
  await page.reload();
  await expect(figure.locator('.big')).toContainText('0.0290');

  // The start is a handle for keys as well.
  const start = figure.getByRole('slider', { name: 'Start' });
  await start.focus();
  await page.keyboard.press('ArrowRight');
  await expect(start).toHaveAttribute('aria-valuetext', '−0.35, 0.6');
  await figure.getByLabel('Start', { exact: true }).last().selectOption('zero');
  await expect(figure.locator('.verdict')).toContainText('Every weight is 0');
  await figure.getByRole('button', { name: 'Check this number' }).click();
  await expect(figure.locator('.check-gradient')).toContainText('relative error');
});

test('init-histograms: σ by key and by mouse, Xavier keeps both lines level', async ({ page }) => {
  await page.goto('en/embed/init-histograms/');
  const figure = page.locator('figure[data-alive]');
  await expect(figure.locator('.verdicts')).toContainText('almost nothing is left');
  const sigma = figure.getByRole('slider', { name: /standard deviation of the weights/ });
  await sigma.focus();
  await page.keyboard.press('End');
  await expect(figure.locator('.verdicts')).toContainText('saturated');
  await page.keyboard.press('Home');
  await expect(sigma).toHaveAttribute('aria-valuetext', 'σ = 0.001');

  const grip = figure.locator('.grip');
  const box = await grip.boundingBox();
  if (!box) throw new Error('no grip');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y, { steps: 5 });
  await page.mouse.up();
  await expect(sigma).not.toHaveAttribute('aria-valuetext', 'σ = 0.001');

  await figure.getByLabel('Initialisation', { exact: true }).selectOption('xavier');
  await expect(figure.locator('.factors')).toContainText('1.25');
  await expect(figure.locator('.verdicts')).toContainText('errors roughly keep their size');
  await figure.getByLabel('Activation', { exact: true }).selectOption('relu');
  await expect(figure.locator('.verdicts')).toContainText('weaker');
  await figure.getByLabel('Initialisation', { exact: true }).selectOption('he');
  await expect(figure.locator('.verdicts')).toContainText('roughly keeps its size');
  await figure.getByLabel('Initialisation', { exact: true }).selectOption('constant');
  await expect(figure.locator('.verdicts')).toContainText('all units of a layer are the same');
  await expect(page).toHaveURL(/#init-histograms=/);
});
