import type { Case, Line } from '@components/figure/pytorch-case';
import { at, first, onSurface, race, racerNames, type State } from './model';
import { pytorch } from './pytorch';

function raced(name: string, part: Partial<State>): Case {
  const state = { ...first, ...part };
  return {
    name,
    script: pytorch(state),
    prints: race(state).map((path): Line => {
      const { point, loss } = at(path, state.step);
      return [path.name, [...point, loss]];
    }),
    // One that is leaving has numbers of six digits before the point.
    tolerance: { sgd: 1e-8, nesterov: 1e-8 },
  };
}

export const cases: readonly Case[] = [
  raced('first', { field: [...racerNames] }),
  raced('one leaves', { alpha: 0.5, field: ['sgd', 'nesterov'] }),
  raced('Rosenbrock', { ...onSurface('rosenbrock'), step: 40 }),
  raced('saddle', { ...onSurface('saddle'), step: 30 }),
  raced('Himmelblau', { ...onSurface('himmelblau'), step: 20 }),
  raced('bowl', { ...onSurface('quadratic'), step: 20 }),
];
