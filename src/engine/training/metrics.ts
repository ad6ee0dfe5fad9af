import { type Matrix, requireSameShape } from '../matrix';
import type { Network } from '../network';

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
    if (Number.isNaN(A.data[s])) continue;
    const right =
      A.rows === 1 ? A.data[s]! > 0.5 === Y.data[s]! > 0.5 : largest(A, s) === largest(Y, s);
    if (right) correct++;
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

function largest(A: Matrix, s: number): number {
  let best = 0;
  for (let j = 1; j < A.rows; j++) {
    if (A.data[j * A.cols + s]! > A.data[best * A.cols + s]!) best = j;
  }
  return best;
}
