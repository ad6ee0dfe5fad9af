import { execSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { main } from 'assemblyscript/asc';

const here = fileURLToPath(new URL('.', import.meta.url));
const cache = fileURLToPath(new URL('../.cache/bench/', import.meta.url));

/** Installs the peers, which the book itself doesn't need, on the first run. */
export function installPeers() {
  if (existsSync(`${here}node_modules/synaptic`)) return;
  console.log('Installing the benchmark’s own packages …');
  execSync('npm ci --ignore-scripts --no-audit --no-fund', { cwd: here, stdio: 'inherit' });
}

/**
 * The engine as one file, as a page gets it.
 * @returns {Promise<(copy: string) => Promise<typeof import('../src/engine/index.ts')>>} loads a
 *   copy of its own, whose loops V8 compiles for one precision only
 */
export async function bundleEngine() {
  const { build } = await import('esbuild');
  const outfile = `${cache}engine.mjs`;
  await build({
    entryPoints: [`${here}../src/engine/index.ts`],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    outfile,
    logLevel: 'error',
  });
  return (copy) => import(`${pathToFileURL(outfile)}?${copy}`);
}

/** The engine's compiled kernel. */
export function kernelModule() {
  return new WebAssembly.Module(readFileSync(`${here}../src/engine/wasm/kernel.wasm`));
}

/**
 * @returns {Promise<() => number>} measures GFLOP/s of multiplications and additions in registers:
 *   the best of all runs so far, since other programs can only take away from it
 */
export async function peakMeter() {
  mkdirSync(cache, { recursive: true });
  const { error, stderr } = await main(
    [
      'peak.ts',
      '--baseDir',
      here,
      '-O3',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '-o',
      'peak.wasm',
    ],
    { writeFile: (name, contents) => writeFileSync(`${cache}${name}`, contents) },
  );
  if (error) throw new Error(`AssemblyScript: ${error.message}\n${stderr}`);
  const { instance } = await WebAssembly.instantiate(readFileSync(`${cache}peak.wasm`));
  const steps = 1e5;
  let best = 0;
  return () => {
    for (let i = 0; i < 300; i++) {
      const start = performance.now();
      instance.exports.run(steps, 0.9999999, 1e-7);
      best = Math.max(best, (steps * 12 * 4 * 2) / (performance.now() - start) / 1e6);
    }
    return best;
  };
}
