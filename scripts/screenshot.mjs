// @ts-check
/** Makes docs/screenshot.png, the picture in the README, from the built book. */
import { chromium } from '@playwright/test';
import { chromiumFlags, ensureChromium } from './chromium.mjs';
import { serve } from './serve.mjs';

const server = await serve({ port: 0 });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  await page.goto(`${server.address}en/forward-and-backward/#backprop-stepper`);
  await page.locator('#backprop-stepper[data-alive]').waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: 'docs/screenshot.png' });
  console.log('docs/screenshot.png');
} finally {
  await browser.close();
  await server.close();
}
