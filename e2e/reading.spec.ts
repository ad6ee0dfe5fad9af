import { chapters, expect, test } from './book';

const chapter = 'forward-and-backward/';

for (const path of chapters) {
  test(`nothing on /${path} moves while reading to the end`, async ({ page }) => {
    await page.addInitScript(() => {
      const shifts: { value: number; moved: string }[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          sources: { node: Element | null }[];
        })[]) {
          const moved = entry.sources.map(({ node }) => node?.nodeName.toLowerCase()).join(', ');
          shifts.push({ value: entry.value, moved });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(path);
    await page.mouse.move(640, 400);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let y = 0; y <= height; y += 500) {
      await page.mouse.wheel(0, 500);
      await page.waitForTimeout(40);
    }
    await page.waitForTimeout(300);
    const shifts = await page.evaluate(
      () => (window as unknown as { shifts: { value: number; moved: string }[] }).shifts,
    );
    const sum = shifts.reduce((total, { value }) => total + value, 0);
    // Reported with three decimals: a font that arrives late may move a word by half a pixel.
    expect(Number(sum.toFixed(3)), shifts.map(({ moved }) => moved).join('; ')).toBe(0);
  });
}

for (const lang of ['zh', 'en']) {
  test(`at most 70 kB of scripts in ${lang} until something is touched`, async ({ page }) => {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Network.enable');
    const scripts = new Map<string, string>();
    let bytes = 0;
    cdp.on('Network.responseReceived', ({ requestId, type, response }) => {
      if (type === 'Script') scripts.set(requestId, response.url);
    });
    // What is received of bodies, compressed; a response's headers are no script.
    cdp.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });
    await page.setExtraHTTPHeaders({ 'accept-encoding': 'gzip' });
    await page.goto(`${lang}/${chapter}`);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let y = 0; y <= height; y += 600) {
      await page.evaluate((top) => scrollTo(0, top), y);
      await page.waitForTimeout(30);
    }
    await page.waitForLoadState('networkidle');
    test.info().annotations.push({ type: 'bytes', description: `${lang}: ${bytes}` });
    console.log(
      `  scripts on /${lang}/${chapter}, read to the end: ${(bytes / 1000).toFixed(1)} kB`,
    );
    expect(bytes).toBeLessThanOrEqual(70_000);
  });

  test(`search in ${lang} finds the chapter`, async ({ page }) => {
    await page.goto(`${lang}/`);
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill(lang === 'zh' ? '反向传播' : 'backward');
    const found = page.locator(`#search .results a[href*="/${lang}/${chapter}"]`).first();
    await expect(found).toBeVisible();
    await found.click();
    await expect(page).toHaveURL(new RegExp(`/${lang}/${chapter}`));
  });

  test(`search in ${lang} answers what was typed before its code came`, async ({ page }) => {
    let typed = (): void => {};
    const waiting = new Promise<void>((resolve) => {
      typed = resolve;
    });
    let held = 0;
    await page.route(/\/_astro\/search\.[^/]*\.js$/, async (route) => {
      held += 1;
      await waiting;
      await route.continue();
    });
    await page.goto(`${lang}/`);
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill(lang === 'zh' ? '反向传播' : 'backward');
    await expect.poll(() => held).toBe(1);
    typed();
    await expect(page.locator('#search .results a').first()).toBeVisible();
  });

  test(`the language switch in ${lang} keeps the section`, async ({ page }) => {
    await page.goto(`${lang}/${chapter}`);
    const link = page.locator('#contents .sections a').nth(3);
    const id = (await link.getAttribute('href'))?.slice(1);
    await link.click();
    await expect(page.locator(`h2#${id}`)).toBeInViewport();
    await page.locator('[data-switch]').click();
    const other = lang === 'zh' ? 'en' : 'zh';
    await expect(page).toHaveURL(new RegExp(`/${other}/${chapter}#${id}$`));
    await expect(page.locator(`h2#${id}`)).toBeInViewport();
  });

  test(`the keyboard reaches the text and the contents in ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 800, height: 800 });
    await page.goto(`${lang}/${chapter}`);
    await page.keyboard.press('Tab');
    await expect(page.locator('a.skip')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#_top$/);
    const button = page.locator('[popovertarget=contents]');
    await button.focus();
    await page.keyboard.press('Enter');
    const contents = page.locator('#contents');
    await expect(contents).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(contents).toBeHidden();
    await expect(button).toBeFocused();
  });

  test(`an anchor, find-in-page and print reach unseen sections in ${lang}`, async ({ page }) => {
    await page.goto(`${lang}/${chapter}`);
    const last = page.locator('main h2[id]').last();
    const id = await last.getAttribute('id');
    await page.goto(`${lang}/${chapter}#${id}`);
    await expect(last).toBeInViewport();
    // Chromium's find-in-page has no interface of its own here; window.find walks the same text.
    await page.evaluate(() => scrollTo(0, 0));
    const text = ((await last.textContent()) ?? '').trim();
    const found = await page.evaluate((words) => {
      const find = (window as unknown as { find(text: string): boolean }).find.bind(window);
      return find(words);
    }, text);
    expect(found).toBe(true);
    await page.emulateMedia({ media: 'print' });
    const visibility = await page
      .locator('main section')
      .evaluateAll((sections) =>
        sections.map((section) => getComputedStyle(section).contentVisibility),
      );
    expect(visibility.filter((value) => value !== 'visible')).toEqual([]);
  });
}
