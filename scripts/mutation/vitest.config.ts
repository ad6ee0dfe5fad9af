import { defineConfig } from 'vitest/config';

/** The engine's own tests, without Astro: what `npm run mutate` runs again and again. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    isolate: false,
    include: ['src/engine/**/*.test.ts'],
  },
});
