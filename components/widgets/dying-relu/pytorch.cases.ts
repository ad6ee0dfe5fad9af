import type { Case, Line } from '@components/figure/pytorch-case';
import { first, run, type State, type UnitName } from './model';
import { pytorch } from './pytorch';

function died(name: string, part: Partial<State>): Case {
  const state = { ...first, ...part };
  const line = (label: string, of: UnitName): Line => {
    const { w, b, dw, db, loss } = run(of, state).moments[state.at]!;
    return [label, [w, b, dw, db, loss]];
  };
  return {
    name,
    script: pytorch(state),
    prints: [line('ReLU', 'relu'), line('Leaky ReLU', 'leakyRelu')],
  };
}

export const cases: readonly Case[] = [
  died('first', {}),
  died('inputs move', { at: 150, kappa: 0.05, shift: 1.5 }),
];
