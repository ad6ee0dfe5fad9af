import { Matrix, ShapeError, shapeOf } from '../matrix';

/** Samples with their targets: column s of X belongs to column s of Y. */
export interface DataSet {
  /** Inputs, n_0 × m. */
  readonly X: Matrix;
  /** Targets, n_L × m: one row for two classes (0 or 1) and for values, else one row a class. */
  readonly Y: Matrix;
}

/** One sample before it becomes columns. */
export interface Sample {
  /** n_0 inputs. */
  readonly x: readonly number[];
  /** n_L targets. */
  readonly y: readonly number[];
}

/**
 * Samples as columns.
 * @param samples at least one, all of the same lengths
 * @returns X n_0×m, Y n_L×m
 * @throws ShapeError if there is none, or the lengths differ
 */
export function dataSetOf(samples: readonly Sample[]): DataSet {
  if (samples.length === 0) throw new ShapeError('dataSetOf: there is no sample');
  return {
    X: columnsOf('X', samples, ({ x }) => x),
    Y: columnsOf('Y', samples, ({ y }) => y),
  };
}

/** Class c of n as a target: `targetOf(1, 3)` is [0, 1, 0]; of two classes the number itself. */
export const targetOf = (c: number, n: number): number[] =>
  n <= 2 ? [c] : Array.from({ length: n }, (_, k) => (k === c ? 1 : 0));

/**
 * The samples with these numbers, in this order: a shuffle, a split, a mini-batch.
 * @param samples numbers of columns, from 0
 * @throws RangeError for a number that there isn't
 */
export function pick({ X, Y }: DataSet, samples: ArrayLike<number>): DataSet {
  if (X.cols !== Y.cols) {
    throw new ShapeError(`pick: X is ${shapeOf(X)} but Y is ${shapeOf(Y)} (one column per sample)`);
  }
  const columns = (M: Matrix) => {
    const out = Matrix.zeros(M.rows, samples.length, M.label);
    for (let s = 0; s < samples.length; s++) {
      for (let i = 0; i < M.rows; i++) out.set(i, s, M.at(i, samples[s]!));
    }
    return out;
  };
  return { X: columns(X), Y: columns(Y) };
}

function columnsOf(
  label: string,
  samples: readonly Sample[],
  part: (sample: Sample) => readonly number[],
): Matrix {
  const n = part(samples[0]!).length;
  const M = Matrix.zeros(n, samples.length, label);
  samples.forEach((sample, s) => {
    const numbers = part(sample);
    if (numbers.length !== n) {
      throw new ShapeError(
        `dataSetOf: ${label} of sample 1 has ${n} numbers but of sample ${s + 1} it has ${numbers.length}`,
      );
    }
    numbers.forEach((value, i) => {
      M.set(i, s, value);
    });
  });
  return M;
}
