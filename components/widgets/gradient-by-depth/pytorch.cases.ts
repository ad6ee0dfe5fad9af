import type { Case } from '@components/figure/pytorch-case';
import { bring } from '@components/figure/run';
import { first, type State, Training } from './model';
import { pytorch } from './pytorch';

function byDepth(name: string, part: Partial<State>): Case {
  const state = { ...first, ...part };
  const training = bring(new Training(state), state.step);
  return {
    name,
    script: pytorch(state),
    prints: [
      ['loss', [training.loss]],
      ['norms', training.norms],
    ],
  };
}

export const cases: readonly Case[] = [
  byDepth('first', {}),
  byDepth('ReLU, twenty updates', { f: 'relu', start: 'he', depth: 4, step: 20 }),
  byDepth('clipped by norm', { f: 'relu', start: 'large', clipping: 'norm', depth: 4, step: 5 }),
  byDepth('clipped by value', { f: 'tanh', clipping: 'value', limit: 0.01, depth: 3, step: 5 }),
];
