import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { rightAnswers } from '../components/exercise/answers';
import { draw, firstSeed } from '../components/exercise/draw';
import { show } from '../components/exercise/slots';
import type { Exercise, OrderExercise, Value } from '../components/exercise/types';
import { sets } from '../content/sets';
import { expect, test } from './book';

/** A reader of one exercise. */
class Reader {
  readonly root: Locator;
  readonly verdict: Locator;

  constructor(
    private readonly page: Page,
    readonly exercise: Exercise,
  ) {
    this.root = page.locator(`#ex-${exercise.id}`);
    this.verdict = this.root.locator('.ex-verdict');
  }

  async come(): Promise<void> {
    await this.root.scrollIntoViewIfNeeded();
    await this.root.locator('h3').click();
    await expect(this.root).toHaveAttribute('data-awake', '');
  }

  async submit(): Promise<void> {
    await this.root.locator('[type=submit]').click();
  }

  async expectRight(): Promise<void> {
    await expect(this.verdict.locator('b.is-right'), this.exercise.id).toBeVisible({
      timeout: 15_000,
    });
  }

  /** The named reason is given, and the answer is not taken for right. */
  async expectSaid(id: string): Promise<void> {
    const what = `${this.exercise.id}: ${id}`;
    await expect(this.verdict, what).toHaveAttribute('data-said', id);
    await expect(this.verdict.locator('b.is-wrong'), what).toBeVisible();
  }

  async fill(answers: Readonly<Record<string, Value>>): Promise<void> {
    for (const [id, value] of Object.entries(answers)) {
      const part = this.root.locator(`[data-part="${id}"]`);
      const rows = typeof value === 'number' ? [[value]] : (value as number[][]);
      for (const [i, size] of [rows.length, rows[0]?.length].entries()) {
        const select = part.locator('select').nth(i);
        if (await select.count()) await select.selectOption(String(size));
      }
      const fields = part.locator('input');
      for (const [i, x] of rows.flat().entries()) await fields.nth(i).fill(String(x));
    }
  }

  /** Puts the lines into an order with their buttons. */
  async arrange(order: readonly string[]): Promise<void> {
    for (const [to, id] of order.entries()) {
      await this.root.locator('.ex-lines').evaluate(
        (list, [line, place]) => {
          const item = list.querySelector(`[data-line="${line}"]`)!;
          while ([...list.children].indexOf(item) > Number(place)) {
            item.querySelector<HTMLButtonElement>('[data-move="-1"]')!.click();
          }
        },
        [id, to],
      );
    }
  }

  async write(code: string): Promise<void> {
    await this.root.locator('.ex-code, .cm-content').click();
    await expect(this.root.locator('.cm-content')).toBeFocused({ timeout: 15_000 });
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('Backspace');
    await this.page.keyboard.insertText(code);
  }
}

const rounded = (value: Value, decimals: number): Value =>
  typeof value === 'number'
    ? Number(value.toFixed(decimals))
    : (value.map((one: Value) => rounded(one, decimals)) as Value);

/** An order in which `later` comes too early. */
const slipped = ({ lines }: OrderExercise, earlier: string, later: string): string[] => {
  const others = lines.map(({ id }) => id).filter((id) => id !== later);
  return others.toSpliced(others.indexOf(earlier), 0, later);
};

/** Gives the right answer and every listed wrong one, as the kind of exercise has it. */
async function answer(reader: Reader): Promise<void> {
  const { exercise } = reader;
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
      await expect(reader.verdict.locator('b.is-wrong'), `${exercise.id}: ${id}`).toBeVisible();
    }
    await reader.arrange(exercise.lines.map(({ id }) => id));
    await reader.submit();
    await reader.expectRight();
  } else if ('form' in exercise && exercise.form === 'code') {
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

for (const [chapter, load] of Object.entries(sets)) {
  test(`every exercise of ${chapter} as a reader does it`, async ({ page }) => {
    test.setTimeout(240_000);
    const { exercises } = (await load()).default;
    await page.goto(`en/${chapter}/`);
    for (const exercise of exercises) {
      const reader = new Reader(page, exercise);
      await reader.come();
      await answer(reader);
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
  });
}

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
