import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './scripts/chromium.mjs';

const port = Number(process.env.E2E_PORT ?? 4480);
const executablePath = findChromium();

/** A reader's journeys through the built book: run `npm run build` first. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // A chapter has some twenty thousand elements: axe looks at each.
  timeout: 90_000,
  forbidOnly: true,
  // A busy machine makes a browser late: once more, and the report says “flaky”.
  retries: 1,
  reporter: [['list'], ['json', { outputFile: 'reports/e2e.json' }]],
  use: {
    screenshot: 'only-on-failure',
    launchOptions: { args: chromiumFlags, ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    {
      name: 'desktop',
      testIgnore: 'sub-path.spec.ts',
      use: { baseURL: `http://localhost:${port}/`, viewport: { width: 1280, height: 800 } },
    },
    {
      name: 'sub-path',
      testMatch: 'sub-path.spec.ts',
      use: { baseURL: `http://localhost:${port + 1}/book/` },
    },
  ],
  webServer: [
    {
      command: `node scripts/serve.mjs --root dist --base / --port ${port}`,
      url: `http://localhost:${port}/zh/`,
    },
    {
      command: `node scripts/serve.mjs --root .cache/book --base /book/ --port ${port + 1}`,
      url: `http://localhost:${port + 1}/book/zh/`,
    },
  ],
});
