import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from './errors';
import { readIdx, readMnist } from './idx';
import { readIris } from './iris';

describe('readIris', () => {
  const lines = [
    '5.1,3.5,1.4,0.2,setosa',
    '7.0,3.2,4.7,1.4,versicolor',
    '6.3,3.3,6.0,2.5,virginica',
  ];

  it('reads lengths and species, one column per flower', () => {
    const { X, Y } = readIris(lines.join('\n'));
    expect(X.toColumn(1)).toEqual([7, 3.2, 4.7, 1.4]);
    expect(Y.toRows()).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });

  it('takes the forms in which the file goes around', () => {
    const plain = readIris(lines.join('\n'));
    const heading = 'sepal_length,sepal_width,petal_length,petal_width,species';
    expect(readIris([heading, ...lines, ''].join('\r\n'))).toEqual(plain);
    const quoted = lines.map((line) => line.replace(/,([a-z]+)$/, ', "Iris-$1"'));
    expect(readIris(`\uFEFF${quoted.join('\n\n')}\n  \n`)).toEqual(plain);
    expect(readIris('12,3.25,1,0.125,virginica').X.toColumn()).toEqual([12, 3.25, 1, 0.125]);
  });

  it.each([
    ['', 'the file has no sample'],
    ['a,b,c,d,e', 'the file has no sample'],
    [`${lines[0]}\n5.1,3.5,1.4,setosa`, 'line 2: 5 fields are needed, got 4'],
    ['5.1,,1.4,0.2,setosa', 'line 1, field 2: a length between 0 and 100 cm is needed, got “”'],
    ['5.1,3.5,1.4,1e999,setosa', 'field 4'],
    ['5.1,3.5,-1.4,1,setosa', 'field 3'],
    ['0,3.5,1.4,1,setosa', 'field 1'],
    ['100,3.5,1.4,1,setosa', 'field 1'],
    ['0x5,3.5,1.4,1,setosa', 'field 1'],
    [
      '5.1,3.5,1.4,0.2,rose',
      'line 1: the species must be setosa, versicolor, virginica, got “rose”',
    ],
    [`${lines[0]}\na,b,c,d,e`, 'line 2, field 1'],
    ['a,b,c,d', 'line 1: 5 fields are needed, got 4'],
    ['a,3.5,1.4,0.2,setosa', 'line 1, field 1'],
    ['5.1cm,3.5cm,1.4cm,0.2cm,setosa', 'line 1, field 1'],
    ['5"1",3.5,1.4,0.2,setosa', 'field 1'],
    ['"5"1,3.5,1.4,0.2,setosa', 'field 1'],
    ['5.1,3.5,1.4,0.2,setosaIris-', 'the species must be'],
  ])('refuses %j', (csv, message) => {
    expect(() => readIris(csv)).toThrow(DataError);
    expect(() => readIris(csv)).toThrow(message);
  });
});

/** An IDX file of unsigned bytes. */
function idx(sizes: readonly number[], values: readonly number[], type = 8): Uint8Array {
  const head = sizes.flatMap((size) => [
    size >>> 24,
    (size >>> 16) & 255,
    (size >>> 8) & 255,
    size & 255,
  ]);
  return Uint8Array.from([0, 0, type, sizes.length, ...head, ...values]);
}

describe('readIdx', () => {
  it('reads sizes, slowest first, and bytes', () => {
    const { sizes, values } = readIdx(idx([1, 300], Array(300).fill(7)));
    expect(sizes).toEqual([1, 300]);
    expect(values).toEqual(new Uint8Array(300).fill(7));
  });

  it('reads from the middle of a larger buffer', () => {
    const whole = Uint8Array.from([9, 9, ...idx([2], [4, 5])]);
    expect([...readIdx(whole.subarray(2)).values]).toEqual([4, 5]);
  });

  it.each([
    [[], 'it ends within its first 4 bytes'],
    [[0, 0, 8], 'it ends within its first 4 bytes'],
    [[0x1f, 0x8b, 8, 0], 'compressed with gzip'],
    [[0x1f, 0, 8, 0], 'begins with two zero bytes, not 31, 0'],
    [[0, 0x8b, 8, 0], 'begins with two zero bytes, not 0, 139'],
    [[0, 3, 8, 1], 'begins with two zero bytes, not 0, 3'],
    [[3, 0, 8, 1], 'begins with two zero bytes, not 3, 0'],
    [[0, 0, 13, 1, 0, 0, 0, 0], 'got 0x0d'],
    [[0, 0, 8, 0], 'it has no dimension'],
    [[0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0], 'ends within the sizes of its 2 dimensions'],
    [[...idx([2, 2], [1, 2, 3])], 'is cut short: 2×2 needs 4 bytes after the sizes, got 3'],
    [[...idx([1], [1, 2])], 'is too long: 1 needs 1 bytes after the sizes, got 2'],
  ])('refuses %j', (bytes, message) => {
    expect(() => readIdx(Uint8Array.from(bytes), 'labels')).toThrow(DataError);
    expect(() => readIdx(Uint8Array.from(bytes), 'labels')).toThrow(message);
    expect(() => readIdx(Uint8Array.from(bytes), 'labels')).toThrow('labels: ');
    expect(() => readIdx(Uint8Array.from(bytes))).toThrow('IDX file: ');
  });

  it('reads or refuses whatever bytes come', () => {
    const bytes = fc
      .uint8Array({ maxLength: 40 })
      .map((tail) => Uint8Array.from([0, 0, 8, ...tail]));
    fc.assert(
      fc.property(fc.oneof(bytes, fc.uint8Array({ maxLength: 40 })), (file) => {
        try {
          const { sizes, values } = readIdx(file);
          expect(sizes.reduce((p, n) => p * n, 1)).toBe(values.length);
        } catch (error) {
          expect(error).toBeInstanceOf(DataError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('readMnist', () => {
  const images = idx([2, 1, 3], [0, 255, 51, 102, 0, 255]);
  const labels = idx([2], [3, 9]);

  it('gives a column of pixels from 0 to 1 and a digit for each image', () => {
    const { X, Y } = readMnist(images, labels);
    expect(X.toRows()).toEqual([
      [0, 0.4],
      [1, 0],
      [0.2, 1],
    ]);
    expect([Y.rows, X.label, Y.label]).toEqual([10, 'X', 'Y']);
    expect([Y.toColumn(0).indexOf(1), Y.toColumn(1).indexOf(1)]).toEqual([3, 9]);
    expect(Y.data.filter((y) => y === 0)).toHaveLength(18);
  });

  it.each([
    [labels, labels, 'images: 3 dimensions are needed, got 1'],
    [images, images, 'labels: 1 dimension is needed, got 3'],
    [images, idx([3], [1, 2, 3]), 'MNIST: 2 images but 3 labels'],
    [images, idx([2], [1, 10]), 'labels: label 2 is 10, not a digit'],
    [idx([0, 1, 3], []), idx([0], []), 'images: there is no pixel'],
    [images.subarray(0, 20), labels, 'images: it is cut short'],
    [images, labels.subarray(0, 9), 'labels: it is cut short'],
  ])('refuses files that are damaged or do not belong together (%#)', (one, two, message) => {
    expect(() => readMnist(one, two)).toThrow(DataError);
    expect(() => readMnist(one, two)).toThrow(message);
  });
});
