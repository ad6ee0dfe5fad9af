import type { ActivationName } from './activations';
import { type Matrix, requireSameShape } from './matrix';
import { logSumExp } from './softmax';
import { softplus } from './special';

/** Every loss of the book. */
export type LossName =
  | 'squaredError'
  | 'softmaxCrossEntropy'
  | 'binaryCrossEntropy'
  | 'sigmoidCrossEntropy';

/**
 * A loss of outputs against targets. Everything is n×m, one column per sample; the loss of a batch
 * is the mean of its samples' losses.
 */
export interface Loss {
  /** Which loss it is. */
  readonly name: LossName;
  /**
   * The output activation that this loss includes: it is computed from the logits z, which is
   * stable, and its gradient is ∂L/∂z. Undefined: the gradient is ∂L/∂a, for any activation.
   */
  readonly fusedWith: ActivationName | undefined;
  /** The mean loss of the batch. `Z` are the logits, `A` the outputs, `Y` the targets. */
  mean(Z: Matrix, A: Matrix, Y: Matrix): number;
  /** ∂L/∂z if fused, else ∂L/∂a; column s for the loss of sample s alone, without 1/m. */
  gradient(Z: Matrix, A: Matrix, Y: Matrix, out: Matrix): Matrix;
}

/** L = ½ Σ_j (a_j − y_j)², ∂L/∂a = a − y. Eq. fb-loss-se. */
const squaredError: Loss = {
  name: 'squaredError',
  fusedWith: undefined,
  mean(_Z, A, Y) {
    requireSameShape('squaredError', A, Y);
    let sum = 0;
    for (let k = 0; k < A.data.length; k++) {
      const error = A.data[k]! - Y.data[k]!;
      sum += error * error;
    }
    return (0.5 * sum) / A.cols;
  },
  gradient: (_Z, A, Y, out) => difference(A, Y, out),
};

/**
 * L = −Σ_j y_j log a_j with a = softmax(z), as Σ_j y_j (log Σ_k e^(z_k) − z_j); ∂L/∂z = a − y.
 * Eqs. fb-loss-ce, fb-delta-softmax-ce. Each column of Y must sum to 1 for the gradient to hold.
 */
const softmaxCrossEntropy: Loss = {
  name: 'softmaxCrossEntropy',
  fusedWith: 'softmax',
  mean(Z, _A, Y) {
    requireSameShape('softmaxCrossEntropy', Z, Y);
    let sum = 0;
    for (let s = 0; s < Z.cols; s++) {
      const logSum = logSumExp(Z, s);
      for (let k = s; k < Z.data.length; k += Z.cols) sum += Y.data[k]! * (logSum - Z.data[k]!);
    }
    return sum / Z.cols;
  },
  gradient: (_Z, A, Y, out) => difference(A, Y, out),
};

/**
 * Binary cross-entropy of independent outputs, L = −Σ_j [y_j log a_j + (1 − y_j) log(1 − a_j)] with
 * a = σ(z), as Σ_j [log(1 + e^z) − y z]; ∂L/∂z = a − y.
 */
const binaryCrossEntropy: Loss = {
  name: 'binaryCrossEntropy',
  fusedWith: 'sigmoid',
  mean(Z, _A, Y) {
    requireSameShape('binaryCrossEntropy', Z, Y);
    let sum = 0;
    for (let k = 0; k < Z.data.length; k++) {
      sum += softplus(Z.data[k]!) - Y.data[k]! * Z.data[k]!;
    }
    return sum / Z.cols;
  },
  gradient: (_Z, A, Y, out) => difference(A, Y, out),
};

/**
 * The source note's loss for sigmoid outputs, L = −Σ_j y_j log a_j with a = σ(z). Its gradient,
 * ∂L/∂z = (a − 1) y, is the note's (a − y) ⊙ y wherever y is 0 or 1, and leaves outputs with
 * y = 0 untouched.
 */
const sigmoidCrossEntropy: Loss = {
  name: 'sigmoidCrossEntropy',
  fusedWith: 'sigmoid',
  mean(Z, _A, Y) {
    requireSameShape('sigmoidCrossEntropy', Z, Y);
    let sum = 0;
    for (let k = 0; k < Z.data.length; k++) sum += Y.data[k]! * softplus(-Z.data[k]!);
    return sum / Z.cols;
  },
  gradient(_Z, A, Y, out) {
    requireSameShape('sigmoidCrossEntropy', A, Y);
    for (let k = 0; k < A.data.length; k++) out.data[k] = (A.data[k]! - 1) * Y.data[k]!;
    return out;
  },
};

/** Every loss by its name. */
export const losses: Readonly<Record<LossName, Loss>> = {
  squaredError,
  softmaxCrossEntropy,
  binaryCrossEntropy,
  sigmoidCrossEntropy,
};

function difference(A: Matrix, Y: Matrix, out: Matrix): Matrix {
  requireSameShape('loss gradient', A, Y);
  for (let k = 0; k < A.data.length; k++) out.data[k] = A.data[k]! - Y.data[k]!;
  return out;
}
