import { expect, test } from './book';

// Chapter 3: one journey per figure, by mouse, by keyboard, and back again by its link.

test('derivative-plotter: the tangent follows, the corner is a convention, three at once', async ({
  page,
}) => {
  await page.goto('en/embed/derivative-plotter/');
  const figure = page.locator('figure[data-alive]');
  const verdict = figure.locator('[aria-live=polite]');
  await expect(verdict).toContainText('Sigmoid passes 1.8% on');

  const handle = figure.getByRole('slider', { name: 'Where the tangent touches, z' });
  await handle.focus();
  await page.keyboard.press('Home');
  await expect(handle).toHaveAttribute('aria-valuetext', 'z = −6.00, f′(z) = 0.0025');

  // By mouse: the line goes where the pointer goes.
  const plot = (await figure.locator('svg.fig-drawing').boundingBox())!;
  const grip = (await figure.locator('.grip').boundingBox())!;
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  // z = 0 lies at 214 of the 400 units of the drawing.
  await page.mouse.move(plot.x + (214 / 400) * plot.width, grip.y, { steps: 4 });
  await page.mouse.up();
  await expect(handle).toHaveAttribute('aria-valuetext', 'z = 0.00, f′(z) = 0.2500');

  await figure.getByLabel('Function', { exact: true }).selectOption('relu');
  await expect(verdict).toContainText('the slopes differ');
  await figure.getByLabel('Slope of ReLU at 0').selectOption('1');
  await expect(verdict).toContainText('ReLU passes 100% on');
  await figure.getByRole('button', { name: 'Check this number' }).click();
  await expect(figure.locator('.check-gradient')).toContainText('0.5');

  await figure.getByLabel('Compare with').selectOption('gelu');
  await figure.getByLabel('and with').selectOption('leakyRelu');
  await expect(figure.locator('.plotter-table tbody tr')).toHaveCount(3);
  await expect(page).toHaveURL(/#derivative-plotter=.*leakyRelu/);
  await page.reload();
  await expect(figure.locator('.plotter-table tbody tr')).toHaveCount(3);
});

test('softmax-explorer: one rises, the others fall; too large a shift breaks the plain formula', async ({
  page,
}) => {
  await page.goto('en/embed/softmax-explorer/');
  const figure = page.locator('figure[data-alive]');
  const second = figure.getByRole('slider', { name: 'Weighted sum z2' });
  await expect(second).toHaveAttribute('aria-valuetext', 'z2 = 1.00, a2 = 0.2199');
  await second.focus();
  await page.keyboard.press('PageUp');
  await expect(second).toHaveAttribute('aria-valuetext', 'z2 = 2.00, a2 = 0.4338');
  await expect(figure.getByRole('slider', { name: 'Weighted sum z1' })).toHaveAttribute(
    'aria-valuetext',
    'z1 = 2.00, a1 = 0.4338',
  );

  await figure.getByRole('button', { name: /Slope of probability 1 by sum 1/ }).click();
  await expect(figure.locator('.explorer-entry')).toContainText('its own probability a₁ rises');
  await figure.getByRole('button', { name: 'Check this number' }).click();
  await expect(figure.locator('.check-gradient')).toContainText('relative error');

  await figure.getByRole('slider', { name: 'Add to all, c' }).focus();
  await page.keyboard.press('End');
  const ways = figure.locator('.explorer-ways');
  await expect(ways).toContainText('∞ divided by ∞ is no number');
  await expect(ways.locator('tr.fails td').first()).toHaveText('no number');
  await expect(ways.locator('tr').nth(1)).toContainText('0.434');
  await expect(figure).not.toContainText('NaN');
});

test('dying-relu: dead after one step, alive with a smaller one, woken by inputs that move', async ({
  page,
}) => {
  await page.goto('zh/embed/dying-relu/');
  const figure = page.locator('figure[data-alive]');
  const fates = figure.locator('.dying-fates');
  await expect(fates).toContainText('它坏死了');
  await expect(fates).toContainText('第 7 步又回来了');

  await figure.getByRole('slider', { name: '步', exact: true }).focus();
  await page.keyboard.press('End');
  await expect(figure.locator('.dying-step')).toContainText('第 200 步');
  const moved = figure.getByRole('slider', { name: '第 100 步起输入平移' });
  await moved.focus();
  await page.keyboard.press('End');
  await expect(fates).toContainText('ReLU：从第 1 步起没有样本到达，第 100 步又回来了');
  await page.keyboard.press('Home');
  await expect(fates).toContainText('它坏死了');

  await figure.getByRole('slider', { name: '第一步的学习率' }).focus();
  for (const _ of [1, 2]) await page.keyboard.press('ArrowLeft');
  await expect(fates).toContainText('ReLU：一直有样本到达');
  await expect(page).toHaveURL(/#dying-relu=/);
});

test('activation-speed: measures here, and the inputs decide how much it matters', async ({
  page,
}) => {
  await page.goto('en/embed/activation-speed/');
  const figure = page.locator('figure[data-alive]');
  const status = figure.getByRole('status').first();
  await expect(status).toContainText('where this book was made');
  await figure.getByRole('slider', { name: 'Inputs of the unit' }).focus();
  await page.keyboard.press('End');
  await expect(figure.locator('.speed-sum')).toContainText('weighted sum of 1000 inputs');
  await figure.getByRole('slider', { name: 'Values in one run' }).focus();
  await page.keyboard.press('Home');
  await figure.getByRole('button', { name: 'Measure in this browser' }).click();
  await expect(status).toContainText('in your browser', { timeout: 30_000 });
  await figure.getByRole('button', { name: 'Reset' }).click();
  await expect(status).toContainText('where this book was made');
});
