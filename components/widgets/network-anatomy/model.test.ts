import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import {
  first,
  model,
  mostLayers,
  mostUnits,
  schema,
  withLayer,
  withoutLayer,
  withUnits,
} from './model';

it('the first network, 3–4–2, has 26 parameters: 4·3 + 4, then 2·4 + 2', () => {
  expect(v.is(schema, first)).toBe(true);
  const { parameters, layers, L } = model(first);
  expect(parameters).toBe(26);
  expect(L).toBe(2);
  expect(layers.map(({ shape }) => shape)).toEqual([
    [4, 3],
    [2, 4],
  ]);
});

it('what is pointed at always exists, and the counts are those of Σ n_l (n_(l−1) + 1)', () => {
  const whole = (min: number, max: number) => fc.integer({ min, max });
  fc.assert(
    fc.property(
      fc.array(whole(1, mostUnits), { minLength: 2, maxLength: mostLayers }),
      whole(1, mostLayers - 1),
      whole(1, mostUnits),
      whole(0, mostUnits),
      (sizes, layer, to, from) => {
        const { parameters, chosen } = model({ sizes, layer, to, from });
        expect(parameters).toBe(sizes.slice(1).reduce((sum, n, i) => sum + n * (sizes[i]! + 1), 0));
        expect(chosen.layer).toBeLessThan(sizes.length);
        expect(chosen.to).toBeLessThanOrEqual(sizes[chosen.layer]!);
        expect(chosen.from).toBeLessThanOrEqual(sizes[chosen.layer - 1]!);
      },
    ),
  );
});

it('layers come and go before the output, within bounds', () => {
  expect(withLayer(first).sizes).toEqual([3, 4, 3, 2]);
  expect(withoutLayer(first).sizes).toEqual([3, 2]);
  expect(withoutLayer(withoutLayer(first)).sizes).toEqual([3, 2]);
  let state = first;
  for (let n = 0; n < 9; n++) state = withLayer(state);
  expect(state.sizes).toHaveLength(mostLayers);
  expect(v.is(schema, state)).toBe(true);
  expect(withUnits(first, 0, 9).sizes).toEqual([6, 4, 2]);
  expect(withUnits(first, 2, 0).sizes).toEqual([3, 4, 1]);
});

// Checkpoint one-more-unit.
it('one more hidden unit in 3–4–2 adds 6: a row of W¹, an entry of b¹, a column of W²', () => {
  const more = model(withUnits(first, 1, 5));
  expect(more.parameters - model(first).parameters).toBe(6);
  expect(more.layers.map(({ shape, biases }) => [...shape, biases])).toEqual([
    [5, 3, 5],
    [2, 5, 2],
  ]);
});
