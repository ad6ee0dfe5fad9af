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
