import { expect, test } from './book';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('one-line-is-not-enough: XOR by hand, by a perceptron and by a network; OR turned halfway round', async ({
  page,
}) => {
  await page.goto('en/embed/one-line-is-not-enough/');
  const figure = page.locator('figure[data-alive]');
  const says = figure.locator('.fig-says');
  await expect(says).toContainText('1 of 4 wrong');

  // By mouse: the line as far from the arrow as it goes, then back by key.
  const move = figure.getByRole('slider', { name: 'Move the line' });
  const box = await move.boundingBox();
  if (!box) throw new Error('no handle');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 80, y + 110, { steps: 4 });
  await page.mouse.up();
  await expect(says).toContainText('2 of 4 wrong');
  await figure.getByRole('button', { name: 'Reset' }).click();

  // A line that gets OR right gets all four wrong when its arrow points the other way.
  await figure.getByLabel('Points').selectOption('or');
  await expect(says).toContainText('All 4 right');
  const turn = figure.getByRole('slider', { name: 'Turn the line' });
  await turn.focus();
  for (let n = 0; n < 12; n++) await page.keyboard.press('PageUp');
  await expect(turn).toHaveAttribute('aria-valuetext', '−124 degrees');
  await expect(says).toContainText('4 of 4 wrong');

  await figure.getByLabel('Points').selectOption('xor');
  await figure.getByRole('button', { name: 'Let a perceptron try' }).press('Enter');
  await expect(says).toContainText('it never comes to rest');
  await figure.getByLabel('Drawn by').selectOption('network');
  await expect(says).toContainText('The border has bent');
  await figure.getByRole('slider', { name: 'Hidden units' }).press('Home');
  await expect(says).toContainText('still a straight line');
  await expect(page).toHaveURL(/#one-line-is-not-enough=.*'hidden'~1/);
  await page.reload();
  await expect(says).toContainText('still a straight line');
});

test('folding: ReLU, none, a point that is followed, other weights that learn', async ({
  page,
}) => {
  await page.goto('en/embed/folding/');
  const figure = page.locator('figure[data-alive]');
  const says = figure.locator('.fig-says');
  const followed = figure.locator('tr.followed');
  await expect(says).toContainText('All four right');

  // The followed point by key to 0, 0, then by mouse upward: only the first hidden unit answers.
  const probe = figure.getByRole('slider', { name: 'The point to follow' });
  await probe.focus();
  for (let n = 0; n < 12; n++) await page.keyboard.press('ArrowLeft');
  for (let n = 0; n < 5; n++) await page.keyboard.press('ArrowDown');
  await expect(probe).toHaveAttribute('aria-valuetext', '0.00, 0.00');
  await expect(followed).toContainText(/0\.109.*1\.000/);
  const zero = await figure.locator('svg .frame').first().boundingBox();
  const box = await probe.boundingBox();
  if (!zero || !box) throw new Error('nothing drawn');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - zero.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(followed).toContainText(/0\.9[78]\d.*0\.9[67]\d/);

  // The fold alone moves the drawing, not the numbers.
  const bent = figure.locator('svg .border').last();
  const border = await bent.getAttribute('d');
  await figure.getByRole('slider', { name: 'Fold' }).press('Home');
  await expect(bent).not.toHaveAttribute('d', border ?? '');
  await figure.getByRole('button', { name: 'Show the fold' }).click();
  await expect(bent).toHaveAttribute('d', border ?? '');

  await figure.getByLabel('Activation').selectOption('relu');
  await expect(says).toContainText('All four right');
  await figure.getByLabel('Activation').selectOption('identity');
  await expect(says).toContainText('never bent');
  await figure.getByLabel('Activation').selectOption('sigmoid');
  const other = figure.getByRole('button', { name: 'Other weights' });
  await other.click();
  await other.press('Enter');
  await other.press('Enter');
  await expect(figure.getByText('Seed 3')).toBeVisible();
  await expect(says).toContainText('of four wrong');
  const learn = figure.getByRole('button', { name: 'Learn 50 steps' });
  for (let n = 0; n < 4; n++) await learn.click();
  await expect(says).toContainText('All four right');
  await figure.getByRole('slider', { name: 'Fold' }).press('Home');
  await expect(page).toHaveURL(/#folding=.*'fold'~0!/);
  await page.reload();
  await expect(figure.getByText('Seed 3')).toBeVisible();
  await expect(says).toContainText('All four right');
});

test('network-anatomy: every weight by its name, and six parameters more', async ({ page }) => {
  await page.goto('en/embed/network-anatomy/');
  const figure = page.locator('figure[data-alive]');
  const chosen = figure.locator('.chosen-says');
  await expect(chosen).toContainText('from unit 2 of layer 0 to unit 4 of layer 1');
  await expect(figure.locator('.counts .total')).toContainText('26');
  await figure.getByRole('button', { name: 'One more unit in layer 1' }).press('Enter');
  await expect(figure.locator('.counts .total')).toContainText('32');

  // By key, entry after entry; by mouse, a line of the drawing.
  await figure.locator('.entries td button').first().focus();
  await expect(chosen).toContainText('from unit 1 of layer 0 to unit 1 of layer 1');
  await page.keyboard.press('Tab');
  await expect(chosen).toContainText('from unit 2 of layer 0 to unit 1 of layer 1');
  await figure.locator('.weight[data-layer="2"][data-index="23"] .stroke').hover();
  await expect(chosen).toContainText('from unit 3 of layer 1 to unit 2 of layer 2');
  await expect(figure.locator('.entries .matrix-shape').first()).toHaveText('2×5');

  const add = figure.getByRole('button', { name: 'Add a hidden layer' });
  while (await add.isEnabled()) await add.click();
  await figure.getByRole('button', { name: 'Remove a hidden layer' }).click();
  await expect(add).toBeEnabled();
  await expect(page).toHaveURL(/#network-anatomy=/);
});
