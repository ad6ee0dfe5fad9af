// @ts-check
/**
 * `npm test`: everything that must hold, in order, with one closing line that adds up.
 * `npm test -- types unit` runs only the named steps.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium } from './chromium.mjs';

const reports = 'reports';

/** @typedef {{ passed: number, failed: number }} Count */
/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} what one line for the heading
 * @property {string[]} run command and arguments
 * @property {Record<string, string>} [env]
 * @property {string} [report] JSON file that holds the step's own counts
 * @property {(report: any) => Count} [count]
 * @property {string[]} [needs] steps without which this one means nothing
 * @property {string} [beside] starts with this step and is waited for at its turn; what it prints
 *   is kept until then
 */

/** @type {Step[]} */
const steps = [
  {
    name: 'types',
    what: 'astro check (TypeScript, strict)',
    run: ['npm', 'run', '--silent', 'types'],
  },
  { name: 'lint', what: 'Biome: lint and format', run: ['biome', 'ci', '.'] },
  {
    name: 'arrows',
    what: 'dependency-cruiser: who may import whom',
    run: ['npm', 'run', '--silent', 'arrows'],
  },
  { name: 'unused', what: 'knip: no unused file, export or dependency', run: ['knip'] },
  { name: 'build', what: 'the book, at /', run: ['astro', 'build'], env: { BASE: '/' } },
  {
    name: 'sub-path',
    what: 'the book, at /book/',
    run: ['astro', 'build', '--outDir', '.cache/book'],
    env: { BASE: '/book/' },
  },
  {
    name: 'unit',
    what: 'Vitest: unit and property tests, equation checks',
    // Not beside the type check: both begin by writing Astro's types.
    beside: 'lint',
    run: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reports}/unit.json`,
    ],
    report: `${reports}/unit.json`,
    count: (report) => ({
      passed: report.numPassedTests,
      failed:
        report.numFailedTests +
        report.testResults.filter(
          (/** @type {any} */ file) =>
            file.status === 'failed' && file.assertionResults.length === 0,
        ).length,
    }),
  },
  {
    name: 'e2e',
    what: 'Playwright: a reader’s journeys in Chromium',
    run: ['playwright', 'test'],
    report: `${reports}/e2e.json`,
    count: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
    needs: ['build', 'sub-path'],
  },
  {
    name: 'budgets',
    what: 'Lighthouse: scores, layout shift, bytes',
    run: ['node', 'scripts/lighthouse.mjs'],
    report: `${reports}/budgets.json`,
    count: (report) => report,
    needs: ['build'],
  },
];

const only = process.argv.slice(2);
const unknown = only.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No step ${unknown.join(', ')}; there are ${steps.map((s) => s.name).join(', ')}`);
  process.exit(2);
}
mkdirSync(reports, { recursive: true });

/** @typedef {Count & { seconds: number }} Result */
/** @type {Map<string, Result>} */
const results = new Map();
/** @type {Map<string, { log: string, result: Promise<Result> }>} */
const begun = new Map();
const chosen = steps.filter(({ name }) => only.length === 0 || only.includes(name));
for (const step of chosen) {
  for (const other of chosen.filter(({ beside }) => beside === step.name)) {
    const log = `${reports}/${other.name}.log`;
    begun.set(other.name, { log, result: run(other, openSync(log, 'w')) });
  }
  console.log(`\n━━ ${step.name}: ${step.what}`);
  const early = begun.get(step.name);
  results.set(step.name, await (early?.result ?? run(step)));
  if (early) process.stdout.write(readFileSync(early.log));
}

/**
 * Runs one step; a tool without counts of its own is one check.
 * @param {Step} step
 * @param {number} [output] open file for what it prints, instead of this process's own
 * @returns {Promise<Result>}
 */
async function run(step, output) {
  const missing = step.needs?.filter((name) => (results.get(name)?.failed ?? 0) > 0) ?? [];
  if (missing.length > 0) {
    console.log(`not run: ${missing.join(', ')} failed`);
    return { passed: 0, failed: 1, seconds: 0 };
  }
  if (step.report) rmSync(step.report, { force: true });
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, ...step.env, ASTRO_TELEMETRY_DISABLED: '1' };
  if (step.name === 'e2e' || step.name === 'budgets') env.CHROMIUM_PATH = ensureChromium();
  const [command = '', ...args] = step.run;
  const started = Date.now();
  const child = spawn(command, args, {
    stdio: output === undefined ? 'inherit' : ['ignore', output, output],
    env,
    shell: process.platform === 'win32',
  });
  const [status] = await once(child, 'close').catch(() => [1]);
  if (output !== undefined) closeSync(output);
  const seconds = (Date.now() - started) / 1000;
  const own = step.report ? readCounts(step) : undefined;
  if (!own) return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, seconds };
  return { ...own, failed: status !== 0 && own.failed === 0 ? 1 : own.failed, seconds };
}

/**
 * @param {Step} step
 * @returns {Count | undefined} undefined when the tool stopped before it wrote its report
 */
function readCounts({ report = '', count }) {
  try {
    const counts = count?.(JSON.parse(readFileSync(report, 'utf8')));
    return counts && counts.passed + counts.failed > 0 ? counts : { passed: 0, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

console.log('\n━━ summary');
for (const [name, { passed, failed, seconds }] of results) {
  const mark = failed === 0 ? '✓' : '✗';
  console.log(
    `${mark} ${name.padEnd(9)} ${passed} passed, ${failed} failed  (${seconds.toFixed(1)} s)`,
  );
}
const sum = (/** @type {'passed' | 'failed'} */ key) =>
  [...results.values()].reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 ? 0 : 1);
