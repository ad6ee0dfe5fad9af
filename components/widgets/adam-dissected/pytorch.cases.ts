import type { Case } from '@components/figure/pytorch-case';
import { first, model, type State } from './model';
import { pytorch } from './pytorch';

function dissected(name: string, part: Partial<State>): Case {
  const state = { ...first, ...part };
  const { theta, m, v } = model(state)[state.t - 1]!;
  return {
    name,
    script: pytorch(state),
    prints: [
      ['theta', [theta]],
      ['m', [m]],
      ['v', [v]],
    ],
  };
}

export const cases: readonly Case[] = [
  dissected('first', {}),
  dissected('last step, scaled', { t: 12, scale: 2, beta1: 0.7, beta2: 0.95 }),
  dissected('without correction', { t: 7, corrected: false }),
];
