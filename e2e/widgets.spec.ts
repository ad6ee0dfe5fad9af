import type { Locator, Page } from '@playwright/test';
import { expect, test } from './book';
import { brokenFragments, widgets } from './fragments';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const controls =
  ':is(button:enabled, input:enabled, select:enabled, a[href], summary, [tabindex="0"])';

/** Opens a widget's embed page and waits until it is alive. */
async function open(page: Page, widget: string, fragment = '', lang = 'en'): Promise<Locator> {
  await page.goto(`${lang}/embed/${widget}/${fragment && `#${fragment}`}`);
  await page.locator('figure[data-alive]').waitFor();
  return page.locator('figure');
}

/**
 * Moves the first sliders, fields and choices by keyboard; where there are none, presses buttons.
 * @returns the fragments seen on the way
 */
async function play(page: Page, figure: Locator, count = 4): Promise<string[]> {
  const seen = new Set<string>();
  // How fast a figure plays is no part of its state.
  const handles = figure.locator(
    ':is([role=slider], input[type=range], input[inputmode=decimal], select:not(.play-speed *)):visible',
  );
  for (const handle of (await handles.all()).slice(0, count)) {
    await handle.focus();
    const before = page.url();
    for (const key of ['ArrowUp', 'ArrowDown']) {
      await page.keyboard.press(key);
      await page.keyboard.press(key);
      // The address follows a moment later (state.ts); at its end a slider has nowhere to go.
      await page
        .waitForFunction((address) => location.href !== address, before, { timeout: 1500 })
        .catch(() => undefined);
      if (page.url() !== before) break;
    }
    const { hash } = new URL(page.url());
    if (hash.includes('=')) seen.add(hash.slice(1));
  }
  if (seen.size > 0) return [...seen];
  // A figure that is built by buttons alone.
  for (const button of (await figure.locator('.fig-body button:enabled').all()).slice(0, count)) {
    await button.press('Enter');
    await page.waitForTimeout(400);
    const { hash } = new URL(page.url());
    if (hash.includes('=')) seen.add(hash.slice(1));
  }
  return [...seen];
}

/** What the figure shows, without tools and notice: text, values of fields, places. */
const shown = async (figure: Locator): Promise<string> => {
  // A figure that trains up to its state says so until it has arrived.
  await expect(figure.locator('[aria-busy="true"]')).toHaveCount(0, { timeout: 30_000 });
  return figure.locator('.fig-body').evaluate((body) => {
    const fields = [
      ...body.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select'),
    ];
    const places = [...body.querySelectorAll('svg :is(path, circle, line)')].map((e) =>
      ['d', 'cx', 'cy', 'x1', 'y1', 'x2', 'y2', 'stroke-width'].map((name) => e.getAttribute(name)),
    );
    const parts = [...body.children].filter((part) => !part.matches('.fig-notice'));
    return JSON.stringify([
      parts.map((part) => part.textContent),
      fields.map((field) => field.value),
      places,
    ]);
  });
};

const frames = 4;

/** Runs in the page: gives the figure each of the fragments. */
async function showAll(fragments: string[]): Promise<{ wrong: string[]; damaged: number }> {
  const wrong: string[] = [];
  let damaged = 0;
  for (const fragment of fragments) {
    location.hash = `#${fragment}`;
    // The event comes as a task, the drawing after it.
    await new Promise((done) => setTimeout(done, 20));
    const body = document.querySelector('figure .fig-body');
    if (body?.querySelector('.fig-notice')) damaged += 1;
    const drawn = body?.querySelector('svg, table, .formula');
    if (!drawn || /NaN|undefined|Infinity/.test(body?.innerHTML ?? '')) wrong.push(fragment);
  }
  return { wrong, damaged };
}

for (const widget of widgets) {
  test.describe(widget, () => {
    test('shows that state or the first one, whatever the address says', async ({ page }) => {
      const figure = await open(page, widget);
      const valid = await play(page, figure);
      expect(valid, 'fragments of real states').not.toEqual([]);
      const fragments = brokenFragments(widget, valid, 500, 2026);
      // The figure in four frames at once: a browser lets one change its address 20 times a second.
      const address = page.url().replace(/#.*$/, '');
      const frame = `<iframe src="${address}" width="600" height="380"></iframe>`;
      await page.route('**/slides', (route) =>
        route.fulfill({ contentType: 'text/html', body: frame.repeat(frames) }),
      );
      await page.goto('slides');
      await expect.poll(() => page.frames().length).toBe(frames + 1);
      const embeds = page.frames().slice(1);
      const found = await Promise.all(
        embeds.map(async (embed, n) => {
          await embed.locator('figure[data-alive]').waitFor();
          const own = fragments.filter((_, i) => i % frames === n);
          return embed.evaluate(showAll, [...own, ...valid]);
        }),
      );
      expect(found.flatMap(({ wrong }) => wrong)).toEqual([]);
      const damaged = found.reduce((sum, { damaged }) => sum + damaged, 0);
      expect(damaged).toBeGreaterThan(100);
      // Each list ends with states that are whole.
      for (const embed of embeds) await expect(embed.locator('.fig-notice')).toHaveCount(0);
    });

    test('says in the page’s language that a link is damaged', async ({ page }) => {
      for (const [lang, words] of [
        ['zh', '链接里的状态已损坏'],
        ['en', 'The state in this link is damaged'],
      ] as const) {
        const fresh = await shown(await open(page, widget, '', lang));
        await page.goto('about:blank');
        const figure = await open(page, widget, `${widget}=%E4`, lang);
        await expect(figure.locator('.fig-notice')).toContainText(words);
        expect(await shown(figure)).toBe(fresh);
        await page.goto('about:blank');
      }
    });

    test('refuses what is no number with a sentence, and keeps the last good one', async ({
      page,
    }) => {
      const figure = await open(page, widget);
      for (const summary of await figure.locator('.fig-body summary:visible').all()) {
        await summary.click();
      }
      const fields = figure.locator('input[inputmode=decimal]:visible');
      for (const field of (await fields.all()).slice(0, 12)) {
        const before = await field.inputValue();
        for (const bad of ['abc', '', '1e999']) {
          await field.fill(bad);
          await expect(figure.getByRole('alert')).toHaveText(/.{15,}/);
          await expect(field).toHaveAttribute('aria-invalid', 'true');
        }
        await field.blur();
        await expect(field).toHaveValue(before);
        await expect(figure.getByRole('alert')).toHaveCount(0);
      }
    });

    test('comes back from its copied link to the digit', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const figure = await open(page, widget);
      expect(await play(page, figure, 1)).not.toEqual([]);
      const before = await shown(figure);
      await figure.getByRole('button', { name: 'Copy link' }).click();
      await expect(figure.locator('.fig-copied')).toHaveText('Copied');
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link).toContain(`/en/embed/${widget}/#${widget}=`);
      const other = await context.newPage();
      await other.emulateMedia({ reducedMotion: 'reduce' });
      await other.goto(link);
      await other.locator('figure[data-alive]').waitFor();
      await expect.poll(() => shown(other.locator('figure')), { timeout: 30_000 }).toBe(before);
      await figure.getByRole('button', { name: 'Reset' }).click();
      await expect.poll(() => new URL(page.url()).hash).toBe('');
    });

    test('lets the keyboard reach every control and open every tool', async ({ page }) => {
      const figure = await open(page, widget);
      const wanted = await figure.locator(`${controls}:visible`).count();
      await page.evaluate((selector) => {
        const reached = new Set<Element>();
        Object.assign(window, { reached });
        document.addEventListener('focusin', ({ target }) => {
          if ((target as Element).matches(`figure ${selector}`)) reached.add(target as Element);
        });
      }, controls);
      for (let i = 0; i < wanted + 10; i += 1) await page.keyboard.press('Tab');
      const missed = await page.evaluate((selector) => {
        const { reached } = window as unknown as { reached: Set<Element> };
        return (
          [...document.querySelectorAll<HTMLElement>(`figure ${selector}`)]
            .filter((element) => element.checkVisibility() && !reached.has(element))
            // One radio button stands for its group.
            .filter((element) => !element.matches('[type=radio]:not(:checked)'))
            .map((element) => element.outerHTML.slice(0, 120))
        );
      }, controls);
      expect(missed).toEqual([]);
      for (const [tool, inside] of [
        ['Numbers', '.fig-panel'],
        ['Code', '.fig-code[open] pre'],
        ['PyTorch', '.fig-panel pre'],
        ['Embed', '.fig-panel pre'],
      ] as const) {
        await figure.getByRole('button', { name: tool, exact: true }).press('Enter');
        await expect(figure.locator(`${inside}:visible`).first()).not.toBeEmpty();
      }
      await expect(figure.locator('.fig-panel pre:visible')).toContainText(
        new RegExp(`<iframe src="http[^"]+/en/embed/${widget}/`),
      );
    });
  });
}
