import type { Matrix } from './matrix';
import type { Random } from './random';

/**
 * Rosenblatt's perceptron (1958): one unit that answers 1 where its weighted sum is positive, else
 * 0, and learns from its mistakes only.
 */
export class Perceptron {
  /** Weights, one for each input. */
  readonly W: Float64Array;
  /** Bias. */
  b = 0;

  /**
   * All weights and the bias start at 0.
   * @param inputs n_0
   */
  constructor(inputs: number) {
    this.W = new Float64Array(inputs);
  }

  /** Weights and bias drawn from a normal distribution with mean 0. @param sigma standard deviation */
  initialise(random: Random, sigma = 1): void {
    for (let k = 0; k < this.W.length; k++) this.W[k] = random.normal(0, sigma);
    this.b = random.normal(0, sigma);
  }

  /** z = Σ_k W_k x_k + b. Eq. wn-z. @param s the sample: a column of X (n_0 × m) */
  z(X: Matrix, s: number): number {
    let sum = this.b;
    for (let k = 0; k < this.W.length; k++) sum += this.W[k]! * X.at(k, s);
    return sum;
  }

  /** 1 where z > 0, else 0. Eq. wn-step. */
  answer(X: Matrix, s: number): 0 | 1 {
    return this.z(X, s) > 0 ? 1 : 0;
  }

  /**
   * Shows one sample: W_k ← W_k + (y − a) x_k, b ← b + (y − a). Eq. wn-perceptron-rule. A right
   * answer changes nothing.
   * @param y the wanted answer, 0 or 1
   * @returns whether the answer was right
   */
  learn(X: Matrix, s: number, y: number): boolean {
    const miss = y - this.answer(X, s);
    for (let k = 0; k < this.W.length; k++) this.W[k]! += miss * X.at(k, s);
    this.b += miss;
    return miss === 0;
  }
}
