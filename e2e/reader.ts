import type { Locator, Page } from '@playwright/test';
import type { Exercise, Value } from '../components/exercise/types';
import { expect } from './book';

/** A reader of one exercise. */
export class Reader {
  readonly root: Locator;
  readonly verdict: Locator;

  constructor(
    private readonly page: Page,
    readonly exercise: Pick<Exercise, 'id'>,
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

  /** Replaces what stands in the editor. */
  async write(code: string): Promise<void> {
    await this.root.locator('.ex-code, .cm-content').click();
    await expect(this.root.locator('.cm-content')).toBeFocused({ timeout: 15_000 });
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('Backspace');
    await this.page.keyboard.insertText(code);
  }
}
