// @ts-check
/**
 * `npm run bench:widgets [-- name …]`: how long a drag in each widget (in one without a handle: a
 * sweep over its entries) takes to be seen. Prints, and judges nothing: times belong to a machine.
 * Of several rounds the least disturbed one counts.
 *
 * - redraw: main-thread work for one move of the hand, full speed; one frame is 16 ms
 * - next paint: from the move's arrival to the frame after it, with the CPU slowed four times
 */
import { globSync } from 'node:fs';
import { sep } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags, ensureChromium } from './chromium.mjs';
import { serve } from './serve.mjs';

const moves = 40;
const slowdown = 4;
const rounds = 3;
const bars = { redraw: 16, paint: 50 };

const wanted = process.argv.slice(2);
const names = globSync('dist/en/embed/*/')
  .map((path) => path.split(sep).filter(Boolean).at(-1) ?? '')
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();
if (names.length === 0) throw new Error('No widgets in dist: run npm run build first');

const server = await serve({ port: 0 });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });

/**
 * Drags a handle back and forth, or sweeps over entries that answer to pointing.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<{ name: string, paints: number[] } | undefined>} undefined without either
 */
async function drag(page) {
  const handle = page
    .locator('figure [role=slider]:visible, figure input[type=range]:visible')
    .first();
  const entries = page.locator('figure td button:visible');
  const dragged = (await handle.count()) > 0;
  const target = dragged ? handle : entries.first();
  if ((await target.count()) === 0) return undefined;
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) return undefined;
  await page.evaluate(() => {
    /** @type {number[]} */
    const paints = [];
    Object.assign(window, { paints });
    addEventListener(
      'pointermove',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => paints.push(performance.now() - timeStamp);
          port2.postMessage(0);
        });
      },
      true,
    );
  });
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const last = dragged ? box : ((await entries.last().boundingBox()) ?? box);
  const [across, down] = dragged ? [30, 30] : [last.x - box.x, last.y - box.y];
  await page.mouse.move(x, y);
  if (dragged) await page.mouse.down();
  for (let i = 0; i < moves; i += 1) {
    const swing = dragged ? Math.sin(i / 3) : Math.sin(i / 3) ** 2;
    await page.mouse.move(x + across * swing, y + down * swing);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(undefined))));
  }
  if (dragged) await page.mouse.up();
  const paints = await page.evaluate(() => /** @type {any} */ (window).paints);
  const name = dragged ? ((await handle.getAttribute('aria-label')) ?? 'handle') : 'pointing';
  return { name, paints };
}

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * One round: a fresh page, a drag at full speed, one slowed down.
 * @param {string} name
 */
async function round(name) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  const cdp = await page.context().newCDPSession(page);
  await page.goto(`${server.address}en/embed/${name}/`);
  await page.locator('figure[data-alive]').waitFor();
  await cdp.send('Performance.enable');
  const busy = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    const get = (/** @type {string} */ key) => metrics.find((m) => m.name === key)?.value ?? 0;
    return (get('ScriptDuration') + get('LayoutDuration') + get('RecalcStyleDuration')) * 1000;
  };
  const before = await busy();
  const free = await drag(page);
  const redraw = ((await busy()) - before) / moves;
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const slow = await drag(page);
  await page.close();
  return (
    free &&
    slow && { by: free.name, redraw, median: median(slow.paints), worst: Math.max(...slow.paints) }
  );
}

try {
  console.log(
    `A drag of ${moves} moves, best of ${rounds}; redraw at full speed, next paint with the CPU ×${slowdown}\n`,
  );
  for (const name of names) {
    const all = [];
    for (let i = 0; i < rounds; i += 1) all.push(await round(name));
    const seen = all.filter((one) => one !== undefined);
    if (seen.length === 0) {
      console.log(`${name.padEnd(20)} nothing to drag`);
      continue;
    }
    const least = (/** @type {'redraw' | 'median' | 'worst'} */ key) =>
      Math.min(...seen.map((one) => one[key]));
    const [redraw, worst] = [least('redraw'), least('worst')];
    console.log(
      `${name.padEnd(20)} redraw ${redraw.toFixed(1)} ms ${redraw < bars.redraw ? '✓' : '✗'}   ` +
        `next paint median ${least('median').toFixed(0)} ms, worst ${worst.toFixed(0)} ms ` +
        `${worst < bars.paint ? '✓' : '✗'}   (${seen[0]?.by})`,
    );
  }
} finally {
  await browser.close();
  await server.close();
}
