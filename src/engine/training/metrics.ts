import type { DataSet } from '../data/dataset';
import { type Matrix, requireSameShape } from '../matrix';
import type { Network } from '../network';
import { MiniBatches } from './mini-batches';
import type { Scores } from './reports';

/**
 * How many samples are classified rightly. One output: both it and its target are on the same side
 * of ½. Several: the largest output is that of the largest target, the first where some are equal.
 * An output that is not a number is wrong.
 * @param A outputs, n×m
 * @param Y targets, n×m
 */
export function correctCount(A: Matrix, Y: Matrix): number {
  requireSameShape('correctCount', A, Y);
  let correct = 0;
  for (let s = 0; s < A.cols; s++) {
    const predicted = A.rows === 1 ? sideOf(A.data[s]!) : largest(A, s);
    const wanted = A.rows === 1 ? sideOf(Y.data[s]!) : largest(Y, s);
    if (predicted >= 0 && predicted === wanted) correct++;
  }
  return correct;
}

/** Share of the samples that are classified rightly, 0 to 1. */
export function accuracy(A: Matrix, Y: Matrix): number {
  return correctCount(A, Y) / A.cols;
}

/** Whether a network tells classes apart, so that accuracy means something. */
export function classifies({ spec, L }: Network): boolean {
  const output = spec.activations[L - 1];
  return output === 'softmax' || output === 'sigmoid';
}

/**
 * Scores a network on samples as it predicts: dropout off, batch normalisation by its running
 * statistics. Batch by batch, so that a large data set needs no large buffers, in the same ones
 * each time.
 */
export class Evaluator {
  private readonly batches: MiniBatches;

  /** @throws ShapeError if X and Y differ in their number of samples, or there are none */
  constructor(
    private readonly network: Network,
    samples: DataSet,
    batchSize = 256,
  ) {
    this.batches = new MiniBatches(samples, { batchSize }, network.kernel);
  }

  /** Loss and accuracy with the parameters that the network has now. */
  measure(): Scores {
    const { network, batches } = this;
    let loss = 0;
    let correct = 0;
    for (let i = 0; i < batches.count; i++) {
      const Y = batches.Y(i);
      const A = network.forward(batches.X(i));
      loss += network.loss(Y) * Y.cols;
      correct += correctCount(A, Y);
    }
    return {
      loss: loss / batches.samplesPerEpoch,
      accuracy: classifies(network) ? correct / batches.samplesPerEpoch : null,
    };
  }
}

/** 0 or 1; −1 for what is not a number. */
function sideOf(value: number): number {
  if (Number.isNaN(value)) return -1;
  return value > 0.5 ? 1 : 0;
}

/** The row of the largest entry of column s; −1 if one is not a number. */
function largest(A: Matrix, s: number): number {
  let best = 0;
  for (let j = 0; j < A.rows; j++) {
    const entry = A.data[j * A.cols + s]!;
    if (Number.isNaN(entry)) return -1;
    if (entry > A.data[best * A.cols + s]!) best = j;
  }
  return best;
}
