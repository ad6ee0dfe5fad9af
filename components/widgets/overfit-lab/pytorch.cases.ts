import type { Case } from '@components/figure/pytorch-case';
import { first, type State, Training } from './model';
import { pytorch } from './pytorch';

function overfitted(name: string, part: Partial<State>): Case {
  const state = { ...first, ...part };
  const training = new Training(state);
  while (training.step < state.step) training.advance();
  return {
    name,
    script: pytorch(state),
    prints: [
      ['training', [training.last.training]],
      ['validation', [training.last.validation]],
      ['squares', [training.weights.reduce((sum, w) => sum + w * w, 0)]],
    ],
  };
}

export const cases: readonly Case[] = [
  overfitted('fifty updates', { step: 50 }),
  overfitted('L2', { lambda: 0.01, step: 50 }),
  overfitted('dropout', { rate: 0.3, step: 20, samples: 10 }),
];
