import type { Case, Line } from '@components/figure/pytorch-case';
import { first, model } from './model';
import { pytorch } from './pytorch';

function parts(sizes: number[]): Case {
  const state = { ...first, sizes };
  const { layers, parameters } = model(state);
  return {
    name: sizes.join('-'),
    script: pytorch(state),
    prints: [
      ...layers.map(({ layer, shape, biases }): Line => [`layer ${layer}: W`, [...shape, biases]]),
      ['parameters', [parameters]],
    ],
  };
}

export const cases: readonly Case[] = [parts(first.sizes), parts([2, 5, 3, 1])];
