import type { Case, Line } from '@components/figure/pytorch-case';
import { bring } from '@components/figure/run';
import { first, type Learner, type State, Training } from './model';
import { pytorch } from './pytorch';

function shifting(name: string, part: Partial<State>): Case {
  const state = { ...first, ...part };
  const training = bring(new Training(state), state.step);
  const line = (label: string, learner: Learner): Line => {
    const { mean, deviation } = learner.history(state.layer, state.unit).at(-1)!;
    return [label, [learner.loss, mean, deviation]];
  };
  return {
    name,
    script: pytorch(state),
    prints: [line('without', training.plain), line('with', training.normalised)],
  };
}

export const cases: readonly Case[] = [
  shifting('a few updates', { step: 8 }),
  shifting('sigmoid', { f: 'sigmoid', step: 5, layer: 5, unit: 8 }),
  shifting('ReLU', { f: 'relu', alpha: 0.1, step: 5 }),
];
