import { Matrix } from '../matrix';
import type { DataSet } from './dataset';
import { DataError } from './errors';

/** An array as an IDX file holds it. */
export interface IdxArray {
  /** Sizes, slowest first: [60000, 28, 28] for MNIST's training images, [60000] for their labels. */
  readonly sizes: readonly number[];
  /** One byte a number, last size fastest. */
  readonly values: Uint8Array;
}

/**
 * Reads MNIST's IDX format (LeCun, Cortes & Burges): two zero bytes, the element type (0x08,
 * unsigned bytes, the only one that MNIST has), the number of dimensions, each size as a big-endian
 * 32-bit number, then the elements.
 *
 * @param what how messages call the file
 * @throws DataError that says what is wrong: compressed, not IDX, cut short, too long, another type
 */
export function readIdx(bytes: Uint8Array, what = 'IDX file'): IdxArray {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    throw new DataError(`${what}: it is compressed with gzip; unpack it first`);
  }
  if (bytes.length < 4) throw new DataError(`${what}: it ends within its first 4 bytes`);
  const [zero, zeroToo, type, dimensions] = bytes as unknown as [number, number, number, number];
  if (zero !== 0 || zeroToo !== 0) {
    throw new DataError(`${what}: an IDX file begins with two zero bytes, not ${zero}, ${zeroToo}`);
  }
  if (type !== 0x08) {
    throw new DataError(
      `${what}: the element type must be 0x08 (unsigned bytes), got 0x${type.toString(16).padStart(2, '0')}`,
    );
  }
  if (dimensions < 1) throw new DataError(`${what}: it has no dimension`);
  const start = 4 + 4 * dimensions;
  if (bytes.length < start) {
    throw new DataError(`${what}: it ends within the sizes of its ${dimensions} dimensions`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sizes = Array.from({ length: dimensions }, (_, d) => view.getUint32(4 + 4 * d));
  const length = sizes.reduce((product, size) => product * size, 1);
  const found = bytes.length - start;
  if (found !== length) {
    const fault = found < length ? 'is cut short' : 'is too long';
    throw new DataError(
      `${what}: it ${fault}: ${sizes.join('×')} needs ${length} bytes after the sizes, got ${found}`,
    );
  }
  return { sizes, values: bytes.subarray(start) };
}

/**
 * MNIST's images with their labels as a data set: pixels from 0 (background) to 1, X 784×m for 28×28
 * pixels, Y 10×m.
 *
 * @param images bytes of `train-images-idx3-ubyte` or `t10k-images-idx3-ubyte`
 * @param labels bytes of the labels that belong to them
 * @throws DataError if a file is damaged, or the two don't belong together
 */
export function readMnist(images: Uint8Array, labels: Uint8Array): DataSet {
  const pixels = readIdx(images, 'images');
  const digits = readIdx(labels, 'labels');
  const [m = 0, height = 0, width = 0] = pixels.sizes;
  if (pixels.sizes.length !== 3) {
    throw new DataError(`images: 3 dimensions are needed, got ${pixels.sizes.length}`);
  }
  if (digits.sizes.length !== 1) {
    throw new DataError(`labels: 1 dimension is needed, got ${digits.sizes.length}`);
  }
  if (digits.values.length !== m) {
    throw new DataError(`MNIST: ${m} images but ${digits.values.length} labels`);
  }
  if (pixels.values.length === 0) throw new DataError('images: there is no pixel');
  const n = height * width;
  const X = new Matrix(n, m, new Float64Array(n * m), 'X');
  const Y = Matrix.zeros(10, m, 'Y');
  for (let s = 0; s < m; s++) {
    for (let i = 0; i < n; i++) X.data[i * m + s] = pixels.values[s * n + i]! / 255;
    const digit = digits.values[s]!;
    if (digit > 9) throw new DataError(`labels: label ${s + 1} is ${digit}, not a digit`);
    Y.set(digit, s, 1);
  }
  return { X, Y };
}
