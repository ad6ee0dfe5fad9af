import type { Kernel } from '../kernel';
import { BatchBuffer } from '../layers/layer';
import { type Matrix, ShapeError, shapeOf } from '../matrix';
import type { Random } from '../random';
import type { Samples } from './training-spec';

export interface MiniBatchOptions {
  readonly batchSize: number;
  readonly shuffle?: boolean;
  readonly lastBatch?: 'keep' | 'drop';
}

/**
 * Cuts a data set into mini-batches, each epoch in a new order. A batch lives in a buffer that the
 * next one of its size overwrites.
 */
export class MiniBatches {
  /** Mini-batches in an epoch. */
  readonly count: number;
  private readonly size: number;
  private readonly order: Uint32Array;
  private readonly shuffle: boolean;
  private readonly xBuffer: BatchBuffer;
  private readonly yBuffer: BatchBuffer;

  /**
   * @param random where the orders come from
   * @throws ShapeError if X and Y differ in their number of samples, or there are none
   * @throws RangeError if the last batch is dropped and there is no other
   */
  constructor(
    private readonly samples: Samples,
    { batchSize, shuffle = true, lastBatch = 'keep' }: MiniBatchOptions,
    readonly random: Random,
    kernel: Kernel,
  ) {
    const { X, Y } = samples;
    if (X.cols !== Y.cols || X.cols === 0) {
      throw new ShapeError(
        `training: X is ${shapeOf(X)} and Y is ${shapeOf(Y)}: both need one column per sample`,
      );
    }
    this.size = Math.min(batchSize, X.cols);
    this.count = Math.ceil(X.cols / this.size);
    if (lastBatch === 'drop' && X.cols < batchSize) {
      throw new RangeError(`training: no batch of ${batchSize} in ${X.cols} samples is full`);
    }
    if (lastBatch === 'drop') this.count = Math.floor(X.cols / this.size);
    this.shuffle = shuffle;
    this.order = Uint32Array.from({ length: X.cols }, (_, s) => s);
    this.xBuffer = new BatchBuffer(X.rows, kernel, 'X');
    this.yBuffer = new BatchBuffer(Y.rows, kernel, 'Y');
  }

  /** Samples in batch i. */
  sizeOf(i: number): number {
    return Math.min(this.size, this.samples.X.cols - i * this.size);
  }

  /** Starts an epoch: the samples in a new order. */
  startEpoch(): void {
    if (this.shuffle) this.random.shuffle(this.order);
  }

  /** Inputs of batch i of this epoch, n_0 × its size. */
  X(i: number): Matrix {
    return this.gather(this.samples.X, i, this.xBuffer);
  }

  /** Targets of batch i of this epoch, n_L × its size. */
  Y(i: number): Matrix {
    return this.gather(this.samples.Y, i, this.yBuffer);
  }

  private gather(source: Matrix, i: number, buffer: BatchBuffer): Matrix {
    const m = this.sizeOf(i);
    const batch = buffer.for(m);
    const start = i * this.size;
    for (let row = 0; row < source.rows; row++) {
      const from = row * source.cols;
      const to = row * m;
      for (let s = 0; s < m; s++) {
        batch.data[to + s] = source.data[from + this.order[start + s]!]!;
      }
    }
    return batch;
  }
}
