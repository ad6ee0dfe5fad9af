import type { Case } from '@components/figure/pytorch-case';
import { bring } from '@components/figure/run';
import { first, type State, Training } from './model';
import { pytorch } from './pytorch';

function overfitted(name: string, part: Partial<State>): Case {
  const state = { ...first, ...part };
  const training = bring(new Training(state), state.step);
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
