import type { Case } from '@components/figure/pytorch-case';
import { first, model, type State } from './model';
import { pytorch } from './pytorch';

function initialised(name: string, part: Partial<State>): Case {
  const state = { ...first, ...part };
  const { layers } = model(state);
  return {
    name,
    script: pytorch(state),
    prints: [
      ['log10 std of a', layers.map(({ a }) => Math.log10(a.std))],
      ['log10 std of delta', layers.map(({ delta }) => Math.log10(delta.std))],
    ],
  };
}

export const cases: readonly Case[] = [
  initialised('first', {}),
  initialised('σ = 1', { sigma: 0 }),
  initialised('Xavier', { kind: 'xavier', seed: 7 }),
  initialised('He, ReLU', { kind: 'he', f: 'relu' }),
  initialised('constant, ReLU', { kind: 'constant', f: 'relu' }),
  initialised('He, sigmoid', { kind: 'he', f: 'sigmoid' }),
];
