import type { Floats } from '../matrix';

/** Single-precision numbers at a known address of a WebAssembly memory. */
class WasmFloats extends Float32Array {
  /** `slice` and `subarray` give plain arrays: their address would be another. */
  static get [Symbol.species]() {
    return Float32Array;
  }

  constructor(
    readonly memory: WebAssembly.Memory,
    readonly address: number,
    length: number,
  ) {
    super(memory.buffer, address, length);
  }
}

/** Bytes that stay free after everything, because the kernel's loads may run past an array's end. */
const GUARD = 64;

/**
 * A WebAssembly memory of fixed size: arrays from the bottom, never freed; what is free above them
 * serves single calls, as scratch room and for copies of arrays from elsewhere. It never grows,
 * since growing would cut every array off its memory.
 */
export class WasmMemory {
  /** What the kernel's module imports. */
  readonly memory: WebAssembly.Memory;
  private readonly numbers: Float32Array;
  /** The first free byte, and the first that no copy of the current call uses. */
  private top = 16;
  private borrowed = 16;
  /** Results of the current call that must be copied to arrays from elsewhere. */
  private readonly results: { array: Floats; address: number }[] = [];

  /** @param megabytes its size; pages that are never touched cost nothing */
  constructor(megabytes: number) {
    const pages = Math.ceil(megabytes * 16);
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    this.numbers = new Float32Array(this.memory.buffer);
  }

  /** @throws RangeError if the memory is full */
  allocate(length: number): Floats {
    this.borrowed = this.top;
    const address = this.room(length * 4);
    this.top = this.borrowed;
    // A call's copies or scratch numbers may have been here.
    return new WasmFloats(this.memory, address, length).fill(0);
  }

  /** Begins a call: what the last one borrowed is free. */
  begin(): void {
    this.borrowed = this.top;
  }

  /** Where the numbers of `array` are; an array from elsewhere is copied in. */
  read(array: Floats): number {
    if (array instanceof WasmFloats && array.memory === this.memory) return array.address;
    const address = this.room(array.length * 4);
    this.numbers.set(array, address / 4);
    return address;
  }

  /** Where results for `array` go; `end` copies them to an array from elsewhere. */
  write(array: Floats): number {
    if (array instanceof WasmFloats && array.memory === this.memory) return array.address;
    const address = this.room(array.length * 4);
    this.results.push({ array, address });
    return address;
  }

  /** The same for an array that is read and then overwritten. */
  readWrite(array: Floats): number {
    const address = this.read(array);
    if (address >= this.top) this.results.push({ array, address });
    return address;
  }

  /** Ends a call: results reach their arrays. */
  end(): void {
    if (this.results.length === 0) return;
    for (const { array, address } of this.results) {
      array.set(this.numbers.subarray(address / 4, address / 4 + array.length));
    }
    this.results.length = 0;
  }

  /** Free bytes for the current call, on a 16-byte boundary. @throws RangeError if there are none */
  room(bytes: number): number {
    const address = this.borrowed;
    const after = address + Math.ceil(bytes / 16) * 16;
    const size = this.numbers.length * 4;
    if (after + GUARD > size) {
      this.results.length = 0;
      throw new RangeError(
        `wasm kernel: ${bytes} bytes are needed but ${size - GUARD - address} of ${size} are free; ` +
          'create the kernel with more megabytes',
      );
    }
    this.borrowed = after;
    return address;
  }
}
