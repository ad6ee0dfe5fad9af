import type { Case } from '@components/figure/pytorch-case';
import { first, model, type State } from './model';
import { pytorch } from './pytorch';

function chain(name: string, part: Partial<State>): Case {
  const state = { ...first, ...part };
  const { output, loss, links } = model(state);
  return {
    name,
    script: pytorch(state),
    prints: [
      ['output', [output]],
      ['loss', [loss]],
      ['dW', links.map(({ gradient }) => gradient)],
    ],
  };
}

export const cases: readonly Case[] = [
  chain('first', {}),
  ...(['tanh', 'relu', 'leakyRelu', 'identity'] as const).map((f) =>
    chain(f, { f, L: 6, layer: 2, b: -0.3, w: 1.2 }),
  ),
];
