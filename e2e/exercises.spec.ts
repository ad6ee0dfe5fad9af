import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { rightAnswers } from '../components/exercise/answers';
import { draw, firstSeed } from '../components/exercise/draw';
import { show } from '../components/exercise/slots';
import type { CodeExercise, Exercise, OrderExercise, Value } from '../components/exercise/types';
import { sets } from '../content/sets';
import { Random } from '../src/engine';
import { expect, test, violations, withoutFormulas } from './book';
import { Reader } from './reader';

const rounded = (value: Value, decimals: number): Value =>
  typeof value === 'number'
    ? Number(value.toFixed(decimals))
    : (value.map((one: Value) => rounded(one, decimals)) as Value);

/** An order that differs from the right one in this alone: `earlier` comes right behind `later`. */
const slipped = ({ lines }: OrderExercise, earlier: string, later: string): string[] => {
  const others = lines.map(({ id }) => id).filter((id) => id !== earlier);
  return others.toSpliced(others.indexOf(later) + 1, 0, earlier);
};

/** A value as code writes it: JSON knows no NaN and no Infinity. */
const literal = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map(literal).join(', ')}]` : String(value);

/** Tells cases apart by nine digits: e^x has other last bits in Chromium than in Node. */
const keyOf = (args: readonly unknown[]): string =>
  JSON.stringify(args, (_, one) => (typeof one === 'number' ? Number(one.toPrecision(9)) : one));

/** Code that gives what a slip gives, on the cases that a reader meets first. */
function slippedCode(exercise: CodeExercise, { run }: CodeExercise['mistakes'][number]): string {
  const cases = exercise.cases(new Random(`${exercise.id}/${firstSeed}`));
  const answers = cases.map(
    ({ args }) =>
      `${JSON.stringify(keyOf(args))}: ${literal(run(...(structuredClone(args) as never[])))}`,
  );
  return `const answers = { ${answers.join(', ')} };
const keyOf = ${keyOf};
function ${exercise.functionName}(...args) { return answers[keyOf(args)]; }`;
}

/** Gives the right answer and every listed wrong one, as the kind of exercise has it. */
async function answer(reader: Reader, exercise: Exercise): Promise<void> {
  if ('parts' in exercise) {
    const values = draw(exercise, firstSeed);
    const right = rightAnswers(exercise, values);
    const written = Object.fromEntries(
      exercise.parts.map(({ id, decimals }) => [id, rounded(right[id]!, decimals)]),
    );
    for (const { id, decimals, mistakes } of exercise.parts) {
      for (const mistake of mistakes) {
        const slip = rounded(mistake.value(values, right), decimals);
        await reader.fill({ ...written, [id]: slip });
        await reader.submit();
        await reader.expectSaid(mistake.id);
      }
    }
    await reader.fill(written);
    await reader.submit();
    await reader.expectRight();
  } else if (exercise.kind === 'order') {
    for (const { id, earlier, later } of exercise.mistakes) {
      await reader.arrange(slipped(exercise, earlier, later));
      await reader.submit();
      await reader.expectSaid(id);
    }
    await reader.arrange(exercise.lines.map(({ id }) => id));
    await reader.submit();
    await reader.expectRight();
  } else if ('form' in exercise && exercise.form === 'code') {
    for (const mistake of exercise.mistakes) {
      await reader.write(slippedCode(exercise, mistake));
      await reader.submit();
      await reader.expectSaid(mistake.id);
    }
    await reader.write(exercise.answer);
    await reader.submit();
    await reader.expectRight();
  } else {
    const options = 'options' in exercise ? exercise.options : exercise.lines;
    const right =
      'options' in exercise ? exercise.right(draw(exercise, firstSeed)) : [exercise.wrongLine];
    const box = (id: string) => reader.root.locator(`[data-option="${id}"] input`);
    for (const { id } of options) {
      if (right.includes(id)) continue;
      await box(id).check();
      await reader.submit();
      await reader.expectSaid(id);
      if (right.length > 1) await box(id).uncheck();
    }
    for (const id of right) await box(id).check();
    await reader.submit();
    await reader.expectRight();
  }
}

/** Nothing for axe in the exercises of the page as they stand now, in both themes. */
async function expectAccessible(page: Page): Promise<void> {
  await withoutFormulas(page);
  expect(await violations(new AxeBuilder({ page }).include('.exercise'))).toEqual([]);
  // All that a theme changes is colour.
  await page.emulateMedia({ colorScheme: 'dark' });
  const axe = new AxeBuilder({ page }).include('.exercise').withRules(['color-contrast']);
  expect(await violations(axe)).toEqual([]);
}

for (const [chapter, load] of Object.entries(sets)) {
  test(`every exercise of ${chapter} as a reader does it`, async ({ page }) => {
    test.setTimeout(240_000);
    const { exercises } = (await load()).default;
    await page.goto(`en/${chapter}/`);
    for (const exercise of exercises) {
      const reader = new Reader(page, exercise);
      await reader.come();
      await answer(reader, exercise);
      await expect(reader.root.locator('.ex-state')).not.toBeEmpty();
      const help = reader.root.locator('.ex-help details');
      await expect(help).toHaveCount(4);
      for (const one of await help.all()) {
        await one.locator('summary').click();
        await expect(one.locator(':scope > div').last()).not.toBeEmpty();
      }
      if (!('parts' in exercise)) continue;
      const values = draw(exercise, firstSeed);
      const last = await help.last().locator(':scope > div').last().textContent();
      for (const number of Object.values(rightAnswers(exercise, values)).flat(2) as number[]) {
        expect(last, exercise.id).toContain(show(number, exercise.decimals ?? 4));
      }
    }
    await expectAccessible(page);
  });
}

test('axe finds nothing in wrong answers either', async ({ page }) => {
  await page.goto('en/forward-and-backward/');
  const wrongly: Readonly<Record<string, (reader: Reader) => Promise<void>>> = {
    'fb-unit-forward': (reader) => reader.fill({ z: 1, a: 2 }),
    'fb-bug-index': ({ root }) => root.locator('[data-option=chain] input').check(),
    // As they are at first, these two are wrong.
    'fb-order-hidden': async () => {},
    'fb-code-sigmoid': async () => {},
  };
  for (const [id, answerWrongly] of Object.entries(wrongly)) {
    const reader = new Reader(page, { id });
    await reader.come();
    await answerWrongly(reader);
    await reader.submit();
    await expect(reader.verdict.locator('b.is-wrong'), id).toBeVisible({ timeout: 15_000 });
  }
  await expectAccessible(page);
});

const unit = '#ex-fb-unit-forward';

test('by keyboard alone, and heard', async ({ page }) => {
  await page.goto('zh/forward-and-backward/');
  const root = page.locator(unit);
  await root.scrollIntoViewIfNeeded();
  const status = root.getByRole('status');
  await root.getByRole('textbox', { name: '加权和' }).focus();
  await page.keyboard.type('－０．７６');
  await page.keyboard.press('Enter');
  await expect(status).toContainText('这里还没有填');
  await page.keyboard.press('Tab');
  await expect(root.getByRole('textbox', { name: '激活值' })).toBeFocused();
  await page.keyboard.type('1/3');
  await page.keyboard.press('Enter');
  await expect(status).toContainText('不对');
  await expect(root.getByRole('textbox', { name: '激活值' })).toBeFocused();
  await expect(root.getByRole('textbox', { name: '激活值' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );

  const order = page.locator('#ex-fb-order-hidden');
  await order.scrollIntoViewIfNeeded();
  const first = await order.locator('li').first().getAttribute('data-line');
  const down = order.locator('[data-move="1"]').first();
  await down.focus();
  await page.keyboard.press('Enter');
  await expect(order.getByRole('status')).toContainText('第 2 行');
  await expect(order.locator('li').nth(1)).toHaveAttribute('data-line', first ?? '');
  await page.keyboard.press('Enter');
  await expect(order.getByRole('status')).toContainText('第 3 行');
});

test('a link brings the same numbers, another one brings others', async ({ page }) => {
  await page.goto('en/forward-and-backward/#ex-fb-unit-forward=7');
  const statement = page.locator(`${unit} .ex-statement`);
  const seventh = draw((await sets['forward-and-backward']!()).default.exercises[0]!, 7);
  await expect(statement).toContainText(show((seventh.x as number[])[0]!, 4));
  const before = await statement.textContent();
  await page.locator(`${unit} [data-again]`).click();
  await expect(statement).not.toHaveText(before ?? '');
  const link = await page.locator(`${unit} .ex-link`).getAttribute('href');
  expect(link).toMatch(/#ex-fb-unit-forward=\d+$/);
  expect(link).not.toMatch(/=7$/);
});

test('a line follows the mouse, and Escape puts it back', async ({ page }) => {
  await page.goto('en/forward-and-backward/');
  const lines = page.locator('#ex-fb-order-hidden li');
  await lines.first().scrollIntoViewIfNeeded();
  const order = () => lines.evaluateAll((all) => all.map((line) => line.dataset.line));
  const before = await order();
  await lines.first().hover();
  await expect(page.locator('#ex-fb-order-hidden')).toHaveAttribute('data-awake', '');
  const drag = async () => {
    const [from, to] = [(await lines.nth(0).boundingBox())!, (await lines.nth(2).boundingBox())!];
    await page.mouse.move(from.x + 150, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + 150, to.y + to.height - 2, { steps: 8 });
  };
  await drag();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await order()).toEqual(before);
  await drag();
  await page.mouse.up();
  expect((await order()).indexOf(before[0])).toBe(2);
});

test('sleeping exercises cost at most 15 kB of scripts, and no editor', async ({ page }) => {
  const entry = globSync('dist/_astro/Exercises.astro*.js');
  expect(entry).toHaveLength(1);
  const seen = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/from"\.\/([^"]+)"/g)) {
      follow(`dist/_astro/${name}`);
    }
  };
  follow(entry[0]!);
  const bytes = [...seen].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  expect(bytes).toBeLessThanOrEqual(15_000);

  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto('en/forward-and-backward/');
  await page.locator(unit).scrollIntoViewIfNeeded();
  await page.locator(`${unit} input`).first().focus();
  await expect(page.locator(unit)).toHaveAttribute('data-awake', '');
  expect(scripts.filter((url) => /\/editor\./.test(url))).toEqual([]);
  await page.locator('#ex-fb-code-sigmoid .ex-code').click();
  await expect(page.locator('#ex-fb-code-sigmoid .cm-content')).toBeFocused();
  expect(scripts.filter((url) => /\/editor\./.test(url))).toHaveLength(1);
});

test('code typed over everything that stood there is that code, and the policy has nothing to refuse', async ({
  page,
}) => {
  await page.goto('en/forward-and-backward/');
  const root = page.locator('#ex-fb-code-sigmoid');
  await root.locator('.ex-code').click();
  const content = root.locator('.cm-content');
  await expect(content).toBeFocused({ timeout: 15_000 });
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('function f() {}');
  await expect(content).toHaveText('function f() {}');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(content).not.toContainText('function f() {}');
});
