import { expect, test } from './book';

// One journey per figure: by mouse, by keyboard, and back again by its link.

test('backprop-stepper: step, predict, check, update, and the link brings it back', async ({
  page,
}) => {
  await page.goto('en/embed/backprop-stepper/');
  const figure = page.locator('figure[data-alive]');
  await expect(figure.locator('.step-head')).toContainText('Step 24 of 33');
  await expect(figure.locator('.step-formula')).toContainText('0.0087714');
  await figure.getByRole('button', { name: 'Check this number' }).click();
  await expect(figure.locator('.check-gradient')).toContainText('relative error');

  // Keys: the scrubber is a slider, Home goes to the start.
  const scrubber = figure.getByRole('slider', { name: 'Step' });
  await scrubber.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(figure.locator('.step-head')).toContainText('Step 1 of 33');
  await expect(figure.locator('[aria-live=polite]').first()).toContainText('forward · layer 1');

  // Predict first: the value is hidden, a slip is recognised, the right value accepted.
  await figure.getByLabel('Predict first').check();
  await expect(figure.locator('.step-formula')).toContainText('?');
  await figure.getByLabel('Your value').fill('0.0275');
  await page.keyboard.press('Enter');
  await expect(figure.getByText('The bias seems to be missing.')).toBeVisible();
  await figure.getByLabel('Your value').fill('0.3775');
  await page.keyboard.press('Enter');
  await expect(figure.getByText('Right.', { exact: true })).toBeVisible();
  await figure.getByLabel('Predict first').uncheck();

  await figure.getByRole('button', { name: 'Apply the update' }).click();
  await expect(figure.getByText('Updates so far: 1')).toBeVisible();
  await expect(figure.locator('.loss b')).toContainText('0.280471');
  await expect(page).toHaveURL(/#backprop-stepper=.*losses/);
  await page.reload();
  await expect(figure.locator('.loss b')).toContainText('0.280471');

  // An edited number reaches the steps; a word is refused and loses nothing.
  await figure.getByRole('button', { name: 'Reset' }).click();
  await figure.locator('summary', { hasText: 'Change the numbers' }).click();
  await figure.getByLabel('x 1', { exact: true }).fill('1');
  await figure.getByRole('slider', { name: 'Step' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(figure.locator('.step-formula')).toContainText('0.52');
});

test('backprop-stepper: learning that diverges says so and loses nothing', async ({ page }) => {
  await page.goto('en/embed/backprop-stepper/');
  const figure = page.locator('figure[data-alive]');
  await figure.getByLabel('Example').selectOption('dead-relu');
  const rate = figure.getByRole('slider', { name: 'Learning rate' });
  await rate.focus();
  await page.keyboard.press('End');
  await figure.getByRole('button', { name: '50 updates' }).click();
  await expect(figure.getByRole('alert')).toContainText('diverged');
  await expect(figure).not.toContainText('NaN');
});

test('four-equations: pointing shows the sum, the layout turns the shapes', async ({ page }) => {
  await page.goto('en/embed/four-equations/');
  const figure = page.locator('figure[data-alive]');
  await figure.getByRole('button', { name: /^Result 2 3/ }).hover();
  await expect(figure.locator('.four-entry')).toContainText('Row 2, column 3');
  await figure.getByRole('button', { name: '3 gradient of the weights' }).click();
  await expect(figure.locator('.matrix-shape').first()).toHaveText('n₁×n₀ = 2×5');
  await figure.getByLabel('samples m').selectOption('4');
  await expect(figure.locator('.matrix-shape').nth(1)).toHaveText('n₁×m = 2×4');
  await figure.getByLabel('Layout').selectOption('rows');
  await figure.getByRole('button', { name: '2 δ of the hidden layer' }).click();
  await expect(figure.locator('.matrix-shape').first()).toHaveText('m×n₁ = 4×2');
  await figure.getByRole('button', { name: 'Check this number' }).click();
  await expect(figure.locator('.check-gradient')).toContainText('relative error');
  await figure.getByRole('button', { name: 'forward', exact: true }).click();
  await expect(figure.locator('.matrix-shape').nth(2)).toHaveText('n₀×n₁ = 5×2');
  await figure.getByRole('button', { name: 'Numbers' }).click();
  const equation = figure.locator('.fig-panel').getByRole('link');
  await expect(equation).toHaveAttribute('href', /\/en\/forward-and-backward\/#eq-fb-z-batch$/);
});

test('forward-calculator: a unit by pointing, an edited weight by typing', async ({ page }) => {
  await page.goto('zh/embed/forward-calculator/');
  const figure = page.locator('figure[data-alive]');
  await expect(figure.locator('.calculator-formula')).toContainText('1.1');
  await figure.getByLabel('W 1 1 1', { exact: true }).fill('1');
  await expect(figure.locator('.calculator-formula')).toContainText('1.2');
  await figure.getByRole('button', { name: '第 2 层第 3 个单元' }).click();
  await expect(figure.locator('.step-head')).toContainText('第 13 步，共 14 步');
  await figure.getByRole('button', { name: '第 1 层第 2 个单元' }).press('Enter');
  await expect(figure.locator('.step-head')).toContainText('第 3 步，共 14 步');
});

test('living-network: an input by key, a step of learning, and the loss falls', async ({
  page,
}) => {
  await page.goto('en/');
  const figure = page.locator('figure[data-alive]');
  const loss = async () => Number((await figure.locator('.big .num').textContent()) ?? '');
  const before = await loss();
  await figure.getByRole('slider', { name: 'x1' }).first().focus();
  await page.keyboard.press('ArrowUp');
  expect(await loss()).not.toBe(before);
  const changed = await loss();
  await figure.getByRole('button', { name: 'Learn one step' }).click();
  expect(await loss()).toBeLessThan(changed);
});

test('a weight that is dragged while its drawing has no size stays a number', async ({ page }) => {
  await page.goto('en/embed/backprop-stepper/');
  const figure = page.locator('figure[data-alive]');
  await figure.locator('summary', { hasText: 'Change the numbers' }).click();
  // The handle of a shown weight is reached by pointer only: it has no role.
  const weight = figure.locator('.handle:not([role])').first();
  const box = (await weight.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const flatten = (scale: number) =>
    figure.locator('.fig-stage').evaluate((stage, s) => {
      (stage as HTMLElement).style.transform = `scale(${s})`;
    }, scale);
  for (const gone of ['at the start', 'on the way'] as const) {
    await page.mouse.move(x, y);
    if (gone === 'on the way') await page.mouse.down();
    await flatten(0);
    if (gone === 'at the start') {
      await weight.dispatchEvent('pointerdown', {
        clientX: x,
        clientY: y,
        pointerId: 1,
        button: 0,
      });
    }
    await page.mouse.move(x, y - 30);
    await flatten(1);
    await page.mouse.move(x, y - 60);
    await page.mouse.up();
    await expect(figure).not.toContainText('NaN');
    for (const field of await figure.locator('input[inputmode=decimal]').all()) {
      expect(Number((await field.inputValue()).replace('−', '-'))).not.toBeNaN();
    }
  }
});
