import type { Case } from '@components/figure/pytorch-case';
import { first, model, nudgeable, type State } from './model';
import { pytorch } from './pytorch';

function nudged(name: string, state: State): Case {
  const { gradient, present } = model(state);
  // Both losses are right to a few units of the last place, which ε then divides.
  const quotient = Math.max(1e-10, 1e-15 / present.epsilon);
  return {
    name,
    script: pytorch(state),
    prints: [
      ['backprop ', [gradient]],
      ['one-sided', [present.forward]],
      ['two-sided', [present.central]],
    ],
    tolerance: { 'one-sided': quotient, 'two-sided': quotient },
  };
}

export const cases: readonly Case[] = [
  nudged('first', first),
  nudged('ε = 1e-5', { ...first, exponent: -5 }),
  ...nudgeable.map(({ first: value, name, layer, index }, weight) =>
    nudged(`${name}${layer}, ${index}`, { exponent: -3, weight, value: value + 0.25 }),
  ),
];
