// @ts-check
/**
 * `npm run kernel`: compiles the AssemblyScript in src/engine/wasm/assembly to
 * src/engine/wasm/kernel.wasm, which is committed; a test compares the two.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @returns {Promise<Uint8Array>} the module */
export async function compileKernel() {
  /** @type {Uint8Array | undefined} */
  let module;
  const options = [
    'src/engine/wasm/assembly/index.ts',
    ...['--baseDir', root, '--outFile', 'kernel.wasm'],
    ...['-O3', '--noAssert', '--runtime', 'stub', '--use', 'abort='],
    ...['--enable', 'simd', '--importMemory', '--initialMemory', '1'],
  ];
  const { error, stderr } = await main(options, {
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') module = contents;
    },
  });
  if (error || !module) throw new Error(`AssemblyScript: ${error?.message}\n${stderr}`);
  return module;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const module = await compileKernel();
  writeFileSync(new URL('../src/engine/wasm/kernel.wasm', import.meta.url), module);
  console.log(`kernel.wasm: ${module.length} bytes`);
}
