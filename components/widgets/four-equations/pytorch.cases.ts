import type { Case } from '@components/figure/pytorch-case';
import { model } from './model';
import { pytorch } from './pytorch';
import { type EquationName, first, type State, setSize } from './state';

function batch(name: string, state: State): Case {
  const shown = (equation: EquationName, layer: 1 | 2 = 1): number[] =>
    model({ ...state, equation, layer, layout: 'columns' }).left.rows.flat();
  return {
    name,
    script: pytorch(state),
    prints: [
      ['Z1', shown('forward', 1)],
      ['Z2', shown('forward', 2)],
      ['Delta1', shown('hidden')],
      ['Delta2', shown('output')],
      ['dW1', shown('W', 1)],
      ['dW2', shown('W', 2)],
      ['db1', shown('b', 1)],
      ['db2', shown('b', 2)],
    ],
  };
}

export const cases: readonly Case[] = [
  batch('first', first),
  batch('relu, identity', { ...first, f1: 'relu', f2: 'identity' }),
  batch('another size', setSize(first, 'm', 3)),
];
