import type { Page } from '@playwright/test';
import { messages } from '../components/figure/messages';
import { expect, test, widgets } from './book';
import { mutations, toFragment } from './fragments';

/** Fragments tried on each widget. */
const tries = 500;
const damaged = messages.en.damaged;

/** Opens a widget alone, waits until its scripts drive it, and notes what it copies. */
async function open(page: Page, name: string): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: {
        writeText: async (text: string) => {
          document.documentElement.dataset.copied = text;
        },
      },
    });
  });
  await page.goto(`en/embed/${name}/`);
  await expect(page.locator('figure[data-alive]')).toBeVisible();
}

/** The state that the widget shows now, from the link that it copies. */
async function copiedState(page: Page): Promise<unknown> {
  await page.getByRole('button', { name: messages.en.copyLink }).click();
  const link = page.locator('html[data-copied]');
  await expect(link).toBeAttached();
  const code = (await link.getAttribute('data-copied'))?.split('=').slice(1).join('=') ?? '';
  return JSON.parse(Buffer.from(code, 'base64url').toString('utf8'));
}

for (const name of widgets) {
  test(`${name} shows each link’s state or its first state with a notice`, async ({ page }) => {
    test.setTimeout(120_000);
    await open(page, name);
    const initial = await copiedState(page);
    const fragments = mutations(name, initial, tries);
    const answers = await page.evaluate(async (all) => {
      const notice = document.querySelector('.figure-notice')!;
      const copy = [...document.querySelectorAll<HTMLButtonElement>('.figure-tool')].find(
        (button) => button.textContent === 'Copy link',
      )!;
      const settled = () => new Promise((done) => setTimeout(done));
      const found: { notice: string; link: string; broken: string }[] = [];
      for (const fragment of all) {
        history.replaceState(null, '', '#');
        dispatchEvent(new HashChangeEvent('hashchange'));
        history.replaceState(null, '', `#${fragment}`);
        dispatchEvent(new HashChangeEvent('hashchange'));
        await settled();
        const said = notice.textContent ?? '';
        const words = document.querySelector('figure')?.textContent ?? '';
        copy.click();
        await settled();
        const link = document.documentElement.dataset.copied ?? '';
        found.push({
          notice: said,
          link: link.split('#')[1] ?? '',
          broken: /\bNaN\b|\bundefined\b/.exec(words)?.[0] ?? '',
        });
      }
      return found;
    }, fragments);

    let accepted = 0;
    for (const [i, { notice, link, broken }] of answers.entries()) {
      const fragment = fragments[i]!;
      expect(broken, `a value without meaning at #${fragment}`).toBe('');
      if (notice === damaged) {
        expect(link, `the state after the damaged #${fragment}`).toBe(toFragment(name, initial));
      } else {
        accepted += 1;
        expect(fragment.startsWith(`${name}=`), `no notice for #${fragment}`).toBe(true);
        expect(link, `the state after #${fragment}`).toBe(fragment);
      }
    }
    console.log(`  ${name}: ${accepted} of ${tries} links were states, the others got the notice`);
    expect(accepted).toBeLessThan(tries);
  });

  test(`every number field of ${name} refuses what is no number`, async ({ page }) => {
    test.setTimeout(120_000);
    await open(page, name);
    const fields = page.locator('.number-field input:visible');
    const count = Math.min(await fields.count(), 12);
    for (let i = 0; i < count; i += 1) {
      const field = fields.nth(i);
      const before = await field.inputValue();
      for (const bad of ['abc', '', '1e999']) {
        await field.fill(bad);
        await expect(field).toHaveAttribute('aria-invalid', 'true');
        await expect(page.getByRole('alert').first()).toHaveText(/\S+ \S+/);
      }
      await field.blur();
      await expect(field).toHaveValue(before);
    }
  });
}
