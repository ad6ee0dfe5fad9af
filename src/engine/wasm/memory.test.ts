import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { activation } from '../activations';
import { createWasmKernel } from './wasm-kernel';

const bytes = readFileSync(new URL('./kernel.wasm', import.meta.url));
const module = await WebAssembly.compile(bytes);
const wasm = createWasmKernel(module, { megabytes: 1 });
/** A kernel with one page, 64 kB. */
const tiny = () => createWasmKernel(module, { megabytes: 1 / 16 });

describe('the memory of the wasm kernel', () => {
  it('says when it is full, and how to get more', () => {
    const small = tiny();
    expect(() => small.allocate(20_000)).toThrow(/80000 bytes are needed.*more megabytes/);
    expect(small.allocate(10).length).toBe(10);
    const [A, C] = [new Float64Array(9000), new Float64Array(1)];
    expect(() => small.multiply(1, 9000, 1, A, A, C)).toThrow(RangeError);
  });

  it('gives zeros where calls have left copies', () => {
    const kernel = createWasmKernel(module, { megabytes: 1 });
    kernel.addScaled(new Float64Array(50).fill(1), 2, new Float64Array(50).fill(1));
    expect([...kernel.allocate(100)]).toEqual(Array(100).fill(0));
  });

  it('keeps a part of one of its arrays apart from the whole', () => {
    const whole = wasm.allocate(8).fill(1);
    wasm.addScaled(whole.subarray(4), 1, whole.subarray(4));
    expect([...whole]).toEqual([1, 1, 1, 1, 2, 2, 2, 2]);
  });

  it('takes arrays up to its last free byte, and says how many there are', () => {
    // 64 kB without 16 bytes at the bottom and 64 at the top.
    const numbers = (65536 - 16 - 64) / 4;
    expect(() => tiny().allocate(numbers + 1)).toThrow(
      `${4 * (numbers + 1)} bytes are needed but ${4 * numbers} of 65536 are free`,
    );
    const kernel = tiny();
    expect(kernel.allocate(numbers)).toHaveLength(numbers);
    expect(() => kernel.allocate(1)).toThrow('4 bytes are needed but 0 of 65536 are free');
  });

  it('is free for the next call after each, whatever it had to copy', () => {
    const kernel = tiny();
    const array = () => new Float64Array(100).fill(1);
    const f = activation('tanh');
    const calls: Record<string, () => void> = {
      multiply: () => kernel.multiply(10, 10, 10, array(), array(), array()),
      affine: () => kernel.affine(10, 10, 10, array(), array(), array(), array()),
      gradients: () => kernel.affineGradients(10, 10, 10, array(), array(), array(), array()),
      activate: () => kernel.activate(f, array(), array()),
      activateBackward: () => kernel.activateBackward(f, array(), array(), array(), array()),
      softmax: () => kernel.softmax(10, 10, array(), array()),
      addScaled: () => kernel.addScaled(array(), 2, array()),
    };
    for (const [name, call] of Object.entries(calls)) {
      // A hundred calls would need more than twice of what there is.
      for (let i = 0; i < 200; i++) expect(call, name).not.toThrow();
    }
  });

  it('holds no second copy of its own arrays', () => {
    const kernel = tiny();
    const [A, B] = [kernel.allocate(7000).fill(1), kernel.allocate(7000).fill(3)];
    kernel.addScaled(A, 2, B);
    expect(A[6999]).toBe(7);
    kernel.activate(activation('identity'), A, B);
    expect(B[6999]).toBe(7);
  });

  it('copies arrays of another kernel’s memory', () => {
    const [here, there] = [tiny(), tiny()];
    // At the same address stands something else.
    here.allocate(8).fill(100);
    const [A, B] = [there.allocate(4).fill(1), there.allocate(4).fill(3)];
    here.addScaled(A, 2, B);
    expect([...A]).toEqual([7, 7, 7, 7]);
    here.activate(activation('identity'), B, A);
    expect([...A]).toEqual([3, 3, 3, 3]);
  });

  it('has room for a product’s panels, or says so', () => {
    const kernel = tiny();
    const [A, B, C] = [1000, 8000, 8].map((length) => kernel.allocate(length));
    // Eight columns of 1000 numbers in single precision.
    expect(() => kernel.multiply(1, 1000, 8, A!, B!, C!)).toThrow('32000 bytes are needed');
  });
});
