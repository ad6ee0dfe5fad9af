import { Random } from '@engine';
import { describe, expect, it } from 'vitest';
import { classes, compare, first, model, pairNames, reach, type State } from './model';

const random = new Random('gradient-bars');
/** States of all kinds, the corners included. */
const states: State[] = [
  ...pairNames.map((pair) => ({ ...first, pair })),
  ...pairNames.flatMap((pair) =>
    Array.from({ length: 20 }, () => ({
      ...first,
      pair,
      target: random.integer(classes),
      z: first.z.map(() => random.uniform(-reach, reach)),
    })),
  ),
  ...pairNames.map((pair) => ({ ...first, pair, z: [reach, -reach, reach, -reach] })),
];
const of = (pair: State['pair']) => states.filter((state) => state.pair === pair);
const sigma = (z: number): number => 1 / (1 + Math.exp(-z));

describe('the three pairs', () => {
  it('have the gradients that differences of their losses give', () => {
    for (const state of states) {
      for (const j of state.z.keys()) {
        const { backprop, numeric } = compare(state, j);
        expect(numeric).toBeCloseTo(backprop, 8);
      }
    }
  });

  it('softmax with cross-entropy: a − y for every class', () => {
    for (const state of of('softmax')) {
      const total = state.z.reduce((sum, z) => sum + Math.exp(z), 0);
      const { gradient } = model(state);
      state.z.forEach((z, j) => {
        expect(gradient[j]).toBeCloseTo(Math.exp(z) / total - Number(j === state.target), 13);
      });
    }
  });

  it('sigmoid with the note’s cross-entropy: every wrong class gets exactly zero', () => {
    for (const state of of('note')) {
      const { gradient, untouched } = model(state);
      expect(untouched).toEqual([0, 1, 2, 3].filter((j) => j !== state.target));
      for (const j of untouched) expect(gradient[j] === 0).toBe(true);
      expect(gradient[state.target]).toBeCloseTo(sigma(state.z[state.target]!) - 1, 13);
    }
  });

  it('sigmoid with binary cross-entropy: a − y, and no class is left alone', () => {
    for (const state of of('binary')) {
      const { gradient, untouched } = model(state);
      expect(untouched).toEqual([]);
      state.z.forEach((z, j) => {
        expect(gradient[j]).toBeCloseTo(sigma(z) - Number(j === state.target), 13);
      });
    }
  });
});

describe('squared error beside them', () => {
  it('has the gradient that differences give', () => {
    const h = 1e-5;
    for (const state of states) {
      state.z.forEach((z, j) => {
        const at = (moved: number) => model({ ...state, z: state.z.with(j, moved) }).squaredError;
        const numeric = (at(z + h) - at(z - h)) / (2 * h);
        expect(model(state).squaredGradient[j]).toBeCloseTo(numeric, 8);
      });
    }
  });

  it('pushes the right class of the first state fifty times less than cross-entropy, or worse', () => {
    for (const pair of pairNames) {
      const { gradient, squaredGradient } = model({ ...first, pair });
      expect(gradient[1]! / squaredGradient[1]!).toBeGreaterThan(50);
    }
  });
});
