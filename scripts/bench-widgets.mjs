// @ts-check
/**
 * `npm run bench:widgets`: how long a drag in each widget takes to be seen. Prints, and judges
 * nothing: times belong to a machine.
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
const bars = { redraw: 16, paint: 100 };

const names = globSync('dist/en/embed/*/').map(
  (path) => path.split(sep).filter(Boolean).at(-1) ?? '',
);
if (names.length === 0) throw new Error('No widgets in dist: run npm run build first');

const server = await serve({ port: 0 });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });

/**
 * Drags a handle back and forth.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<{ name: string, paints: number[] } | undefined>} undefined without a handle
 */
async function drag(page) {
  const handle = page
    .locator('figure [role=slider]:visible, figure input[type=range]:visible')
    .first();
  if ((await handle.count()) === 0) return undefined;
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
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
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 0; i < moves; i += 1) {
    const shift = 30 * Math.sin(i / 3);
    await page.mouse.move(x + shift, y + shift);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(undefined))));
  }
  await page.mouse.up();
  const paints = await page.evaluate(() => /** @type {any} */ (window).paints);
  return { name: (await handle.getAttribute('aria-label')) ?? 'handle', paints };
}

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

try {
  console.log(
    `A drag of ${moves} moves; redraw at full speed, next paint with the CPU ×${slowdown}\n`,
  );
  for (const name of names) {
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
    if (!free || !slow) {
      console.log(`${name.padEnd(20)} nothing to drag`);
      continue;
    }
    const worst = Math.max(...slow.paints);
    console.log(
      `${name.padEnd(20)} redraw ${redraw.toFixed(1)} ms ${redraw < bars.redraw ? '✓' : '✗'}   ` +
        `next paint median ${median(slow.paints).toFixed(0)} ms, worst ${worst.toFixed(0)} ms ` +
        `${worst < bars.paint ? '✓' : '✗'}   (${free.name})`,
    );
  }
} finally {
  await browser.close();
  await server.close();
}
