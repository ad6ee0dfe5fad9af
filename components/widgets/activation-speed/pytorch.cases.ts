import type { Case, Line } from '@components/figure/pytorch-case';
import { activation } from '@engine';
import { first, type State, type TimedName } from './model';
import { pytorch } from './pytorch';

/** Its times differ from run to run and go elsewhere; the sums that are timed do not. */
function timed(name: string, state: State): Case {
  const n = Math.round(10 ** state.logCount);
  const total = (f: TimedName): number => {
    const { value } = activation(f);
    let sum = 0;
    for (let k = 0; k < n; k++) sum += value(-4 + (8 * k) / (n - 1));
    return sum;
  };
  const order = ['relu', 'leakyRelu', 'sigmoid', 'tanh', 'silu', 'elu'] as const;
  return {
    name,
    script: pytorch(state),
    prints: order.map((f): Line => [f, [total(f)]]),
    tolerance: Object.fromEntries(order.map((f) => [f, 1e-8 * n])),
  };
}

export const cases: readonly Case[] = [timed('a thousand', { ...first, logCount: 3 })];
