import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileKernel } from './kernel.mjs';

it('kernel.wasm is what its AssemblyScript compiles to (else: npm run kernel), in a few kB', {
  timeout: 120_000,
}, async () => {
  const committed = readFileSync(new URL('../src/engine/wasm/kernel.wasm', import.meta.url));
  const compiled = await compileKernel();
  expect(Buffer.compare(committed, compiled)).toBe(0);
  expect(committed.length).toBeLessThan(8192);
});
