import { expect, test } from './book';

// Chapter 5: one journey per figure, by mouse, by keyboard, and back again by its link.

test('surprise-curve: by key and by drag, and the link brings it back', async ({ page }) => {
  await page.goto('en/embed/surprise-curve/');
  const figure = page.locator('figure[data-alive]');
  await expect(figure.locator('.times')).toContainText('57 times');
  const handle = figure.getByRole('slider', { name: 'Weighted sum of the unit' });
  await expect(handle).toHaveAttribute('aria-valuetext', 'z = −4.00, a = 0.0180');
  await handle.focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(figure.locator('.times')).toContainText('405 times');
  await figure.getByRole('button', { name: 'Check this number' }).click();
  await expect(figure.locator('.check-gradient')).toContainText('−0.9975');

  const box = (await figure.locator('.grip').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 300, box.y + 60, { steps: 5 });
  await page.mouse.up();
  await expect(figure.locator('.times')).toContainText('less than 10 times');
  const said = await handle.getAttribute('aria-valuetext');
  await figure.getByLabel('Drawn against').selectOption('a');
  await expect(page).toHaveURL(/axis/);
  await page.reload();
  await expect(handle).toHaveAttribute('aria-valuetext', said!);
  await figure.getByRole('button', { name: 'Reset' }).click();
  await expect(figure.locator('.times')).toContainText('57 times');
});

test('gradient-bars: with the note’s loss wrong classes get exactly 0', async ({ page }) => {
  await page.goto('en/embed/gradient-bars/');
  const figure = page.locator('figure[data-alive]');
  await expect(figure).toContainText('−0.9992');
  await figure.getByLabel('Activation and loss').selectOption('note');
  await expect(figure.locator('text.none')).toHaveText(['exactly 0', 'exactly 0', 'exactly 0']);
  await figure.getByLabel('Activation and loss').selectOption('binary');
  await expect(figure.locator('text.none')).toHaveCount(0);

  // A logit moved by keys becomes the one whose numbers are spelled out.
  const third = figure.getByRole('slider', { name: 'z of class 3' });
  await third.focus();
  await page.keyboard.press('ArrowUp');
  await expect(third).toHaveAttribute('aria-valuetext', '0.75');
  await expect(figure.locator('.fig-says')).toContainText('Class 3');
  await figure.getByRole('button', { name: 'Check this number' }).click();
  await expect(figure.locator('.check-gradient')).toContainText('relative error');

  const box = (await third.locator('.grip').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y - 40, { steps: 4 });
  await page.mouse.up();
  expect(Number(await third.getAttribute('aria-valuenow'))).toBeGreaterThan(3);
});

test('who-learns: scrub, start undecided, other points', async ({ page }) => {
  await page.goto('en/embed/who-learns/');
  const figure = page.locator('figure[data-alive]');
  const right = figure.locator('.who-panel b');
  await expect(right).toHaveText(['10 of 24', '3 of 24', '24 of 24']);
  const scrubber = figure.getByRole('slider', { name: 'Step' });
  await scrubber.focus();
  await page.keyboard.press('Home');
  await expect(right).toHaveText(['0 of 24', '0 of 24', '0 of 24']);
  await page.keyboard.press('End');
  await expect(right.last()).toHaveText('24 of 24');
  const sure = figure.getByRole('slider', { name: 'How sure the start is' });
  await sure.focus();
  await page.keyboard.press('Home');
  await expect(right.first()).toHaveText('24 of 24');
  await figure.getByRole('button', { name: 'Other points' }).click();
  await expect(figure.getByLabel('Seed')).toHaveValue('2');
});
