import { extname, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { expect, test } from './book';
import type { Lab } from './training-worker/page';

// The worker as a widget uses it, bundled as the book is, under the book's kind of policy.
const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
const types: Record<string, string> = { '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** The built files by their paths: in memory, since each of Playwright's workers builds its own. */
const files = new Map<string, string | Buffer>();

test.beforeAll(async () => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    base: '/',
    publicDir: false,
    resolve: {
      alias: [
        { find: /^@engine$/, replacement: resolve('src/engine/index.ts') },
        { find: /^@(engine|workers)\//, replacement: `${resolve('src')}/$1/` },
      ],
    },
    build: {
      write: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: resolve('e2e/training-worker/page.ts'),
        output: { entryFileNames: 'page.js' },
      },
    },
  });
  for (const built of [result].flat()) {
    for (const file of 'output' in built ? built.output : []) {
      const content = file.type === 'chunk' ? file.code : file.source;
      files.set(`/${file.fileName}`, typeof content === 'string' ? content : Buffer.from(content));
    }
  }
});

async function open(page: Page): Promise<void> {
  await page.route('http://lab.test/**', (route) => {
    const { pathname } = new URL(route.request().url());
    const headers = { 'content-security-policy': policy };
    if (pathname === '/') {
      const body =
        '<!doctype html><title>Lab</title><script type="module" src="/page.js"></script>';
      return route.fulfill({ contentType: 'text/html', headers, body });
    }
    const body = files.get(pathname);
    if (body === undefined) return route.fulfill({ status: 204 });
    return route.fulfill({ contentType: types[extname(pathname)], headers, body });
  });
  await page.goto('http://lab.test/');
}

declare const lab: Lab;

for (const precision of ['double', 'single'] as const) {
  test(`a worker gives the page's own bits, paused or not: ${precision}`, async ({ page }) => {
    await open(page);
    const here = await page.evaluate((p) => lab.here(p, 60), precision);
    if (precision === 'single') expect(here.kernel).toBe('wasm-float32');
    const straight = await page.evaluate((p) => lab.inWorker(p, 60), precision);
    expect(straight.status).toBe('finished');
    expect(straight.learned).toEqual(here.learned);
    expect(straight.history).toEqual(here.history);
    expect(straight.told).toBe(60 * 19);
    const paused = await page.evaluate((p) => lab.inWorker(p, 60, [0, 1]), precision);
    expect(paused.waited, 'news while paused').toBe(0);
    expect(paused.learned).toEqual(here.learned);
    expect(paused.history).toEqual(here.history);
  });
}

test('a worker is cancelled, and refuses what makes no sense', async ({ page }) => {
  await open(page);
  const { status, steps, same } = await page.evaluate(() => lab.cancelled());
  expect(status).toBe('cancelled');
  expect(steps).toBeLessThan(19_000_000);
  expect(same).toBe(true);
  expect(await page.evaluate(() => lab.senseless())).toBe(
    'RangeError: training: alpha must be above 0, got 0',
  );
  await expect.poll(() => page.workers().length).toBe(0);
});
