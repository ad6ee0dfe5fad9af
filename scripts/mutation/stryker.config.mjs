/**
 * `npm run mutate`: changes the engine in small ways, one at a time, and runs the tests that reach
 * the change. A change that no test notices is a survivor; docs/mutation.md explains those that stay.
 * `npm run mutate -- --mutate src/engine/matrix.ts` takes one file; what did not change since the last run is not run again.
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/mutation/vitest.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: [
    'src/engine/**/*.ts',
    '!src/engine/**/*.test.ts',
    '!src/engine/testing/**',
    '!src/engine/wasm/assembly/**',
    '!src/engine/index.ts',
  ],
  // The sandbox needs the engine and PyTorch's numbers.
  ignorePatterns: [
    '/.*/**',
    '/{bench,components,content,dist,docs,e2e,public,reports}/**',
    '/src/{book,build,pages,theme,workers}/**',
  ],
  tempDirName: '.cache/stryker',
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: '.cache/stryker-incremental.json',
  concurrency: 1,
  timeoutMS: 6_000,
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  htmlReporter: { fileName: 'reports/mutation.html' },
  jsonReporter: { fileName: 'reports/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
};
