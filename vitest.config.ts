/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

export default getViteConfig({
  test: {
    // Property tests with thousands of runs, on machines that do other things as well.
    testTimeout: 60_000,
    include: ['{src,components,content,scripts}/**/*.test.{ts,tsx}'],
  },
});
