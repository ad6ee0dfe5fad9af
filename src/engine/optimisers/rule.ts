import type { Kernel } from '../kernel';
import type { Parameter } from '../layers/layer';
import type { Floats } from '../matrix';

/** How one parameter moves: what tells the optimisers apart. */
export interface UpdateRule {
  /** What the rule remembers of each parameter between steps: names of arrays that start at 0. */
  readonly remembers: readonly string[];
  /**
   * Changes the parameter's value by its gradient, in place, without allocating.
   * @param memory one array of the parameter's size for each name in `remembers`
   * @param alpha  learning rate of this step, > 0
   * @param t      number of this step, from 1
   */
  update(
    parameter: Parameter,
    memory: readonly Floats[],
    alpha: number,
    t: number,
    kernel: Kernel,
  ): void;
}

/** @throws RangeError unless 0 ≤ value < 1: the share of the past that a running average keeps */
export function requireDecay(name: string, value: number): void {
  if (!(value >= 0 && value < 1)) {
    throw new RangeError(`${name} must be at least 0 and below 1, got ${value}`);
  }
}

/** @throws RangeError unless value is a finite number ≥ 0 */
export function requireNotNegative(name: string, value: number): void {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${name} must be a number of at least 0, got ${value}`);
  }
}
