import type { Case } from '@components/figure/pytorch-case';
import { first, model, pairNames, type State } from './model';
import { pytorch } from './pytorch';

function bars(name: string, part: Partial<State>): Case {
  const state = { ...first, ...part };
  const { a, loss, gradient, squaredError, squaredGradient } = model(state);
  return {
    name,
    script: pytorch(state),
    prints: [
      ['a', a],
      ['loss', [loss]],
      ['dL/dz', gradient],
      ['squared error', [squaredError]],
      ['its dL/dz', squaredGradient],
    ],
  };
}

export const cases: readonly Case[] = [
  ...pairNames.map((pair) => bars(pair, { pair })),
  bars('class 4', { target: 3 }),
];
