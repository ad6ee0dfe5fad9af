import type { Case, Line } from '@components/figure/pytorch-case';
import { first, model, type State } from './model';
import { pytorch } from './pytorch';

function learners(name: string, part: Partial<State>): Case {
  const state = { ...first, ...part };
  const prints = model(state).learners.flatMap(({ name: learner, moments }): Line[] => {
    const { loss, W } = moments[state.at]!;
    return [
      [`${learner} loss`, [loss]],
      [`${learner} W`, W.flat()],
    ];
  });
  return { name, script: pytorch(state), prints };
}

export const cases: readonly Case[] = [
  learners('first', {}),
  learners('start', { at: 0, sure: 1 }),
];
