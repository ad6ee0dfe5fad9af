import { float64Kernel, type Kernel } from '../kernel';
import type { Parameter } from '../layers/layer';
import type { Floats } from '../matrix';
import { type AdagradSpec, adagrad } from './adagrad';
import { type AdamSpec, adam } from './adam';
import { type AdamwSpec, adamw } from './adamw';
import { type MomentumSpec, momentum } from './momentum';
import { type NesterovSpec, nesterov } from './nesterov';
import { type RmspropSpec, rmsprop } from './rmsprop';
import type { UpdateRule } from './rule';
import { type SgdSpec, sgd } from './sgd';

/** Which optimiser, with its constants: plain data, fit for JSON. */
export type OptimiserSpec =
  | SgdSpec
  | MomentumSpec
  | NesterovSpec
  | AdagradSpec
  | RmspropSpec
  | AdamSpec
  | AdamwSpec;

/** Every optimiser of the book. */
export type OptimiserName = OptimiserSpec['kind'];

/**
 * Moves parameters by their gradients, one step at a time.
 *
 * ```ts
 * const optimiser = new Optimiser({ kind: 'adam' }, network.parameters, network.kernel);
 * network.forward(X, true);
 * network.backward(Y);
 * optimiser.step(0.001);
 * ```
 */
export class Optimiser {
  private readonly rule: UpdateRule;
  private readonly memory: readonly (readonly Floats[])[];
  private steps = 0;

  /**
   * @param spec       which optimiser, with its constants
   * @param parameters what it moves, such as `network.parameters`
   * @param kernel     the kernel on which the parameters live
   * @throws RangeError if a constant of the spec is out of its range
   */
  constructor(
    /** Which optimiser it is, with its constants. */
    readonly spec: OptimiserSpec,
    private readonly parameters: readonly Parameter[],
    private readonly kernel: Kernel = float64Kernel,
  ) {
    this.rule = ruleOf(spec);
    this.memory = parameters.map(({ value }) =>
      this.rule.remembers.map(() => value.data.slice().fill(0)),
    );
  }

  /** Steps taken so far: the t of Adam's bias correction. */
  get t(): number {
    return this.steps;
  }

  /** One step with learning rate α. Allocates nothing. */
  step(alpha: number): void {
    this.steps++;
    for (let p = 0; p < this.parameters.length; p++) {
      this.rule.update(this.parameters[p]!, this.memory[p]!, alpha, this.steps, this.kernel);
    }
  }

  /**
   * What the rule remembers under this name for parameter p, e.g. `m` of Adam; it changes with
   * every step. Undefined if there is no such thing.
   */
  remembered(p: number, name: string): Floats | undefined {
    return this.memory[p]?.[this.rule.remembers.indexOf(name)];
  }
}

function ruleOf(spec: OptimiserSpec): UpdateRule {
  switch (spec.kind) {
    case 'sgd':
      return sgd();
    case 'momentum':
      return momentum(spec);
    case 'nesterov':
      return nesterov(spec);
    case 'adagrad':
      return adagrad(spec);
    case 'rmsprop':
      return rmsprop(spec);
    case 'adam':
      return adam(spec);
    case 'adamw':
      return adamw(spec);
  }
}
