import type { Case } from '@components/figure/pytorch-case';
import { bring } from '@components/figure/run';
import { Draws, first, model, type State } from './model';
import { pytorch } from './pytorch';

function dropped(name: string, part: Partial<State>, off: number): Case {
  const state = { ...first, ...part };
  const { units, output, test, expected } = model(state, off);
  return {
    name,
    script: pytorch(state, off),
    prints: [
      ['output', [output]],
      ['gradient', units.map(({ gradient }) => gradient)],
      ['mean', [expected]],
      ['test', [test]],
    ],
  };
}

export const cases: readonly Case[] = [
  dropped('first', {}, bring(new Draws(first), first.draws).off),
  dropped('classic', { form: 'classic', rate: 0.2, hand: 1 }, 4),
  dropped('sigmoid', { output: 'sigmoid' }, 9),
  dropped('classic, sigmoid', { form: 'classic', output: 'sigmoid' }, 2),
];
