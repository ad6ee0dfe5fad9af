import type { Case, Line } from '@components/figure/pytorch-case';
import { first, model, type State, setClasses } from './model';
import { pytorch } from './pytorch';

function explored(name: string, state: State): Case {
  const { a, J } = model(state);
  return {
    name,
    script: pytorch(state),
    prints: [['a', a], ...J.map((row): Line => ['J', row])],
  };
}

export const cases: readonly Case[] = [
  explored('first', first),
  explored('cold, shifted, five classes', { ...setClasses(first, 5), logT: -0.3, c: 900 }),
];
