import type { Case } from '@components/figure/pytorch-case';
import { model } from './model';
import { pytorch } from './pytorch';
import { activationNames, example, first } from './state';

function folded(f: (typeof activationNames)[number]): Case {
  const state = example(first, f);
  const { points } = model(state);
  return {
    name: f,
    script: pytorch(state),
    prints: [
      ['a1', [0, 1].flatMap((j) => points.map(({ a1 }) => a1[j]!))],
      ['a2', points.map(({ a2 }) => a2)],
    ],
  };
}

export const cases: readonly Case[] = activationNames.map(folded);
