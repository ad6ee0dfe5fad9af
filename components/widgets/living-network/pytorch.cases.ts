import type { Case } from '@components/figure/pytorch-case';
import { first, learn, model, type State } from './model';
import { pytorch } from './pytorch';

function alive(name: string, state: State): Case {
  const { loss, weights } = model(state);
  const gradients = (layer: number) =>
    weights.filter((w) => w.layer === layer).map(({ gradient }) => gradient);
  return {
    name,
    script: pytorch(state),
    prints: [
      ['loss', [loss]],
      ['dW1', gradients(1)],
      ['dW2', gradients(2)],
      ['loss after one step', [model(learn(state)).loss]],
    ],
  };
}

export const cases: readonly Case[] = [
  alive('first', first),
  alive('after three steps', learn(learn(learn(first)))),
  alive('y = 0', { ...first, y: 0 }),
];
