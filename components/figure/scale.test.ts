import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linearScale, linePath, ticks } from './scale';

it('takes the ends to the ends and comes back', () => {
  const scale = linearScale([0, -16], [44, 338]);
  expect([scale(0), scale(-16), scale(-8)]).toEqual([44, 338, 191]);
  fc.assert(
    fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (x) => {
      expect(scale.invert(scale(x))).toBeCloseTo(x, 9);
    }),
  );
});

it.each([
  [-16, 0, 4, [-16, -12, -8, -4, 0]],
  [-15, 1, 5, [-15, -10, -5, 0]],
  [0, 0.3, 0.1, [0, 0.1, 0.2, 0.3]],
  [0.2, 0.8, 1, []],
])('ticks from %d to %d by %d', (min, max, step, expected) => {
  const found = ticks(min, max, step);
  expect(found).toHaveLength(expected.length);
  for (const [i, tick] of found.entries()) expect(tick).toBeCloseTo(expected[i]!, 12);
});

it('draws a line through its points', () => {
  expect(linePath([])).toBe('');
  expect(
    linePath([
      [0, 1],
      [2.04, 3],
    ]),
  ).toBe('M0.0,1.0L2.0,3.0');
});
