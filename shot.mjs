import { chromium } from '@playwright/test';
const [,, what='first'] = process.argv;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-background-networking','--disable-component-update'] });
const go = async (lang, theme, width, height, fn) => {
  const ctx = await browser.newContext({ viewport: { width, height }, colorScheme: theme, reducedMotion: 'no-preference' });
  const page = await ctx.newPage();
  page.on('console', (m) => { if (m.type() !== 'log') console.log(lang, theme, width, m.type(), m.text()); });
  page.on('pageerror', (e) => console.log('ERR', e.message));
  await page.goto(`http://localhost:4424/${lang}/parameter-initialisation/`);
  await page.waitForTimeout(1200);
  await fn(page, `/tmp/ch4/${lang}-${theme}-${width}`);
  await ctx.close();
};
if (what === 'first') for (const [l,t,w,h] of [['en','light',1280,800],['zh','dark',390,844]]) await go(l,t,w,h, async (p, n) => { await p.screenshot({ path: n + '-first.png' }); });
if (what === 'full') for (const [l,t,w] of [['en','light',1280],['zh','light',390],['zh','dark',1280],['en','dark',390]]) await go(l,t,w,900, async (p, n) => {
  const h = await p.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < h; y += 700) { await p.evaluate((y) => scrollTo(0, y), y); await p.waitForTimeout(60); }
  console.log(n, h, await p.evaluate(() => document.documentElement.scrollWidth));
  let i = 0;
  const h2 = await p.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < h2; y += 1750) { await p.setViewportSize({ width: w, height: 1800 }); await p.evaluate((y) => scrollTo(0, y), y); await p.waitForTimeout(250); await p.screenshot({ path: `${n}-${String(i++).padStart(2,'0')}.png` }); }
});
if (what === 'widget') for (const [l,t,w] of [['en','light',1280],['zh','dark',390],['zh','light',1280]]) await go(l,t,w,1000, async (p, n) => {
  for (const id of ['symmetry','init-histograms']) { const f = p.locator('#'+id); await f.scrollIntoViewIfNeeded(); await p.waitForTimeout(700); await f.screenshot({ path: `${n}-${id}.png` }); }
});
await browser.close();
