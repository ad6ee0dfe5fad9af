import type { DataSet } from '../data/dataset';
import type { Kernel } from '../kernel';
import { BatchBuffer } from '../layers/layer';
import { type Matrix, ShapeError, shapeOf } from '../matrix';
import type { Random } from '../random';

/** How a data set is cut: fields of `TrainingSpec`. */
export interface MiniBatchOptions {
  /** Samples in a mini-batch, at least 1; the data set's size or more: all in one. */
  readonly batchSize: number;
  /** What happens to a smaller last batch. Default `keep`. */
  readonly lastBatch?: 'keep' | 'drop';
}

/**
 * Cuts a data set into mini-batches. A batch lives in a buffer that the next one of its size
 * overwrites.
 */
export class MiniBatches {
  /** Mini-batches in an epoch. */
  readonly count: number;
  /** Samples in all of them. */
  readonly samplesPerEpoch: number;
  private readonly size: number;
  private readonly order: Uint32Array;
  private readonly xBuffer: BatchBuffer;
  private readonly yBuffer: BatchBuffer;

  /**
   * @param random where each epoch's order comes from; without it the samples keep theirs
   * @throws ShapeError if X and Y differ in their number of samples, or there are none
   * @throws RangeError if the last batch is dropped and there is no other
   */
  constructor(
    private readonly samples: DataSet,
    { batchSize, lastBatch = 'keep' }: MiniBatchOptions,
    kernel: Kernel,
    private readonly random?: Random,
  ) {
    const { X, Y } = samples;
    const m = X.cols;
    if (m !== Y.cols || m === 0) {
      throw new ShapeError(
        `training: X is ${shapeOf(X)} and Y is ${shapeOf(Y)}: both need one column per sample`,
      );
    }
    if (lastBatch === 'drop' && m < batchSize) {
      throw new RangeError(`training: no batch of ${batchSize} in ${m} samples is full`);
    }
    this.size = Math.min(batchSize, m);
    const full = Math.floor(m / this.size);
    this.count = lastBatch === 'drop' ? full : Math.ceil(m / this.size);
    this.samplesPerEpoch = lastBatch === 'drop' ? full * this.size : m;
    this.order = Uint32Array.from({ length: m }, (_, s) => s);
    this.xBuffer = new BatchBuffer(X.rows, kernel, 'X');
    this.yBuffer = new BatchBuffer(Y.rows, kernel, 'Y');
  }

  /** Samples in batch i, counted from 0. */
  sizeOf(i: number): number {
    return Math.min(this.size, this.samples.X.cols - i * this.size);
  }

  /** Starts an epoch: the samples in a new order. */
  startEpoch(): void {
    this.random?.shuffle(this.order);
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
