// @ts-check
/**
 * `npm run reference`: has PyTorch compute the numbers that tests compare the engine with, and runs
 * the figures' own PyTorch scripts. Needs a Python with torch (Debian: python3-torch); PYTHON names
 * another than /usr/bin/python3. Everyday tests only read the JSON that it writes. `-- --figures`
 * runs the figures' scripts alone; those that have not changed only with `--all`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createViteServer } from 'vitest/node';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const python = process.env.PYTHON ?? '/usr/bin/python3';

/** @param {string[]} args @param {string} [input] */
function run(args, input) {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
  const { status, stdout, stderr, error } = spawnSync(python, args, {
    input,
    env,
    encoding: 'utf8',
  });
  if (error || status !== 0) throw new Error(`${python} ${args.join(' ')}: ${error ?? stderr}`);
  return stdout;
}

const only = process.argv.includes('--figures');
for (const name of only ? [] : ['activations', 'losses', 'layers', 'optimisers', 'training']) {
  process.stdout.write(run([`${here}${name}.py`]));
}

const vite = await createViteServer({
  root,
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, ws: false, watch: null },
  resolve: {
    alias: [
      { find: /^@engine$/, replacement: `${root}src/engine/index.ts` },
      { find: /^@engine\//, replacement: `${root}src/engine/` },
      { find: /^@components\//, replacement: `${root}components/` },
    ],
  },
});
/** @type {typeof import('./widgets')} */
const { cases } = /** @type {any} */ (await vite.ssrLoadModule(`${here}widgets.ts`));
/** @type {Record<string, { script: string, output: string }>} */
const before = JSON.parse(readFileSync(`${here}widgets.json`, 'utf8')).widgets;
const all = process.argv.includes('--all');
let count = 0;
/** A script that has not changed is not run again: each begins by loading PyTorch. */
function outputOf(/** @type {string} */ name, /** @type {string} */ script) {
  const known = before[name];
  if (!all && known?.script === script) return known.output;
  count += 1;
  return run(['-'], script);
}
const widgets = Object.fromEntries(
  cases.map(({ name, script }) => [name, { script, output: outputOf(name, script) }]),
);
await vite.close();
const torch = run(['-c', 'import torch; print(torch.__version__)']).trim();
writeFileSync(
  `${here}widgets.json`,
  `${JSON.stringify({ madeBy: { torch }, widgets }, null, 1)}\n`,
);
console.log(`widgets.json: ${cases.length} scripts, ${count} of them ran`);
