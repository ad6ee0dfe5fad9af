import type { Case, Line } from '@components/figure/pytorch-case';
import { first, Lab, type State } from './model';
import { pytorch } from './pytorch';

function sizes(name: string, part: Partial<State>): Case {
  const state = { ...first, ...part };
  return {
    name,
    script: pytorch(state),
    prints: new Lab(state, state.step).learners.map(
      ({ size, losses }): Line => [`batch ${size} loss`, [losses.at(-1)!]],
    ),
  };
}

export const cases: readonly Case[] = [
  sizes('first', { step: 5 }),
  sizes('linear rule', { rule: 'linear', step: 3, seed: 8 }),
];
