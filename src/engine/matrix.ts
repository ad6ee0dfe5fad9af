/** The two element types a matrix can hold: double precision, or single for speed. */
export type Floats = Float64Array | Float32Array;

/** Thrown when shapes don't fit; the message names the operands and both shapes. */
export class ShapeError extends Error {
  /** Always `ShapeError`. */
  override readonly name = 'ShapeError';
}

/**
 * A rows × cols matrix, stored row after row. A vector is a matrix with one column;
 * a mini-batch has one column per sample.
 */
export class Matrix {
  /**
   * Takes an array over as a matrix.
   * @param rows  whole number ≥ 0
   * @param cols  whole number ≥ 0
   * @param data  row-major, length rows · cols; kept, not copied
   * @param label how error messages call this matrix, e.g. `W` or `a`
   * @throws ShapeError if rows or cols is not a whole number ≥ 0, or data's length is not rows · cols
   */
  constructor(
    /** How many rows. */
    readonly rows: number,
    /** How many columns. */
    readonly cols: number,
    readonly data: Floats,
    readonly label = '',
  ) {
    if (!Number.isInteger(rows) || !Number.isInteger(cols) || rows < 0 || cols < 0) {
      throw new ShapeError(`Matrix: ${rows}×${cols} is not a shape`);
    }
    if (data.length !== rows * cols) {
      throw new ShapeError(
        `Matrix: ${rows}×${cols} needs ${rows * cols} numbers, got ${data.length}`,
      );
    }
  }

  /** All zeros, double precision. */
  static zeros(rows: number, cols: number, label = ''): Matrix {
    return new Matrix(rows, cols, new Float64Array(rows * cols), label);
  }

  /**
   * From rows as they are written on paper: `Matrix.from([[1, 2], [3, 4]])`.
   * @throws ShapeError if the rows differ in length
   */
  static from(rows: readonly (readonly number[])[], label = ''): Matrix {
    const cols = rows[0]?.length ?? 0;
    rows.forEach((row, i) => {
      if (row.length !== cols) {
        throw new ShapeError(
          `Matrix.from: row 1 has ${cols} numbers but row ${i + 1} has ${row.length}`,
        );
      }
    });
    return new Matrix(rows.length, cols, Float64Array.from(rows.flat()), label);
  }

  /** A vector: n numbers become n×1. */
  static column(values: ArrayLike<number>, label = ''): Matrix {
    return new Matrix(values.length, 1, Float64Array.from(values), label);
  }

  /** Element in row i, column j, both counted from 0. @throws RangeError outside the matrix */
  at(i: number, j: number): number {
    return this.data[this.index(i, j)]!;
  }

  /** Sets the element in row i, column j, both counted from 0. @throws RangeError outside */
  set(i: number, j: number, value: number): void {
    this.data[this.index(i, j)] = value;
  }

  /** The rows as plain arrays: the inverse of `Matrix.from`. */
  toRows(): number[][] {
    return Array.from({ length: this.rows }, (_, i) =>
      Array.from(this.data.subarray(i * this.cols, (i + 1) * this.cols)),
    );
  }

  /** Column j as a plain array: sample j of a mini-batch. */
  toColumn(j = 0): number[] {
    return Array.from({ length: this.rows }, (_, i) => this.at(i, j));
  }

  /** An independent copy with the same element type. */
  clone(): Matrix {
    return new Matrix(this.rows, this.cols, this.data.slice(), this.label);
  }

  /** Overwrites every element with those of `source`. @throws ShapeError if shapes differ */
  copyFrom(source: Matrix): this {
    requireSameShape('copyFrom', this, source);
    this.data.set(source.data);
    return this;
  }

  private index(i: number, j: number): number {
    if (!(i >= 0 && i < this.rows && j >= 0 && j < this.cols)) {
      throw new RangeError(`${nameOf(this)} is ${shapeOf(this)}: no element (${i}, ${j})`);
    }
    return i * this.cols + j;
  }
}

/** `3×2`, as in messages. */
export function shapeOf(A: Matrix): string {
  return `${A.rows}×${A.cols}`;
}

/** The label of a matrix, or a stand-in when it has none. */
export function nameOf(A: Matrix, fallback = 'matrix'): string {
  return A.label || fallback;
}

/** Checks that two shapes are one. @throws ShapeError `operation: A is 3×2 but B is 4×1` unless both shapes are the same */
export function requireSameShape(operation: string, A: Matrix, B: Matrix): void {
  if (A.rows !== B.rows || A.cols !== B.cols) throw mismatch(operation, A, B);
}

/** The error for operands that don't fit each other. */
export function mismatch(operation: string, A: Matrix, B: Matrix): ShapeError {
  const left = `${nameOf(A, 'A')} is ${shapeOf(A)}`;
  return new ShapeError(`${operation}: ${left} but ${nameOf(B, 'B')} is ${shapeOf(B)}`);
}
