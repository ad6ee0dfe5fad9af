import type { Case } from '@components/figure/pytorch-case';
import { model } from './model';
import { pytorch } from './pytorch';
import { first, type State } from './state';

function line(name: string, part: Partial<State>): Case {
  const state = { ...first, ...part };
  const { z, wrong } = model(state);
  return {
    name,
    script: pytorch(state),
    prints: [
      ['z', z],
      ['wrong', [wrong]],
    ],
  };
}

export const cases: readonly Case[] = [
  line('first', {}),
  line('a perceptron on rings', { set: 'rings', by: 'perceptron', frame: 60 }),
  line('a network', { by: 'network', hidden: 3, frame: 30 }),
];
