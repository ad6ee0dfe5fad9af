import type { Case } from '@components/figure/pytorch-case';
import { first, momentOf, nudged, type State, train } from './model';
import { pytorch } from './pytorch';

function symmetric(name: string, part: Partial<State>): Case {
  const state = { ...first, ...part };
  const { loss, units } = momentOf(train(state), state.frame);
  return {
    name,
    script: pytorch(state),
    prints: [
      ['loss', [loss]],
      ['W1', units.flatMap(({ w }) => w)],
      ['W2', units.map(({ out }) => out)],
    ],
    // Thousands of steps, in which units that part enlarge what was rounded.
    tolerance: { loss: 1e-9, W1: 1e-8, W2: 1e-8 },
  };
}

export const cases: readonly Case[] = [
  symmetric('first', {}),
  symmetric('two nudges', { ...nudged(nudged(first)), frame: 120 }),
  symmetric('weights out differ', { start: 'outgoing', frame: 20 }),
  symmetric('random', { start: 'random', frame: 20 }),
];
