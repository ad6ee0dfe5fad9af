// @ts-check
/**
 * A Chromium for the tests: the one CHROMIUM_PATH names, an installed one, Playwright's own; and
 * where there is none, the way to get one, said aloud.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Flags for a quiet browser; a root user (a container, CI) has no sandbox. */
export const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
];

/** @returns {string | undefined} path of a browser that exists */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH: there is no ${named}`);
  return [named, ...installed, chromium.executablePath()].find((path) => path && existsSync(path));
}

/** @returns {string} path of a browser, installed first where there is none */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  console.log(
    'No Chromium or Chrome found: installing Playwright’s (npx playwright install chromium)',
  );
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
  if (!findChromium() && existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log('That did not work: installing Debian’s (apt-get install chromium fonts-noto-cjk)');
    execFileSync('apt-get', ['update'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', 'chromium', 'fonts-noto-cjk'], { stdio: 'inherit' });
  }
  const path = findChromium();
  if (!path) {
    throw new Error('No browser for the tests: install Chromium or Chrome, or set CHROMIUM_PATH');
  }
  return path;
}
