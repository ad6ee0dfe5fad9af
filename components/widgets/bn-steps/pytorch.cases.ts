import type { Case } from '@components/figure/pytorch-case';
import { first, model, type State } from './model';
import { pytorch } from './pytorch';

function normalised(name: string, part: Partial<State>): Case {
  const state = { ...first, ...part };
  const { runningMean, runningVariance, values } = model(state);
  return {
    name,
    script: pytorch(state),
    prints: [
      ['running', [runningMean, runningVariance]],
      ['out', values.out],
    ],
  };
}

export const cases: readonly Case[] = [
  normalised('first', {}),
  normalised('inference', { mode: 'inference', gamma: -0.7 }),
  normalised('no earlier batch', { mode: 'inference', batches: 0 }),
];
