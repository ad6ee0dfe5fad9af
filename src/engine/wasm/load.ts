import { float32Kernel, type Kernel } from '../kernel';
import { createWasmKernel } from './wasm-kernel';

/** Whether this browser runs WebAssembly with SIMD. */
export function hasWasmSimd(): boolean {
  // A module of one function with SIMD instructions, valid only where they exist.
  const simdModule = new Uint8Array([
    // magic and version; type () → v128; one function of it
    ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0],
    // code: i32.const 0, i8x16.splat, i8x16.popcnt
    ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
  ]);
  return typeof WebAssembly === 'object' && WebAssembly.validate(simdModule);
}

/**
 * The fastest single-precision kernel that this browser runs: WebAssembly with SIMD, else the
 * TypeScript loops. Each call gives a kernel with a memory of its own.
 *
 * ```ts
 * import url from '@engine/wasm/kernel.wasm?url';
 * const network = new Network(spec, await loadWasmKernel(url));
 * ```
 * @param url where kernel.wasm is served
 * @throws Error if it can't be fetched
 */
export async function loadWasmKernel(
  url: string | URL,
  options: { megabytes?: number } = {},
): Promise<Kernel> {
  if (!hasWasmSimd()) return float32Kernel;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`loadWasmKernel: ${url} answered ${response.status}`);
  // Not compileStreaming, which refuses hosts that don't serve application/wasm.
  return createWasmKernel(await WebAssembly.compile(await response.arrayBuffer()), options);
}
