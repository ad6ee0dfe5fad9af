import { gate, gateNames, Random } from '@engine';
import { describe, expect, it } from 'vitest';
import { fewestWrong, type Labelled } from './best-line';

const pointsOf = (name: (typeof gateNames)[number]): Labelled[] => {
  const { X, Y } = gate(name);
  return [0, 1, 2, 3].map((s) => ({ at: [X.at(0, s), X.at(1, s)], y: Y.at(0, s) }));
};

/** The best of many lines, tried. */
function tried(points: readonly Labelled[]): number {
  let fewest = points.length;
  for (let n = 0; n < 360; n++) {
    const angle = (n * Math.PI) / 180;
    const heights = points.map(({ at }) => Math.cos(angle) * at[0] + Math.sin(angle) * at[1]);
    for (const level of [-9, ...heights.map((height) => height + 1e-9)]) {
      const wrong = points.filter(({ y }, s) => heights[s]! > level !== (y === 1)).length;
      fewest = Math.min(fewest, wrong);
    }
  }
  return fewest;
}

describe('the fewest points on the wrong side of a line', () => {
  it('is 0 for AND, OR and NAND, and 1 for XOR', () => {
    expect(
      Object.fromEntries(gateNames.map((name) => [name, fewestWrong(pointsOf(name))])),
    ).toEqual({
      and: 0,
      or: 0,
      nand: 0,
      xor: 1,
    });
  });

  it('counts points in one row, and twins that contradict each other', () => {
    const row = [0, 1, 2, 3].map((x): Labelled => ({ at: [x, 2 * x], y: x % 2 }));
    expect(fewestWrong(row)).toBe(1);
    const twins = [0, 1].map((y): Labelled => ({ at: [1, 1], y }));
    expect(fewestWrong(twins)).toBe(1);
  });

  it('is never beaten by a line that was tried, and mostly reached', () => {
    const random = new Random('lines');
    let same = 0;
    for (let n = 0; n < 40; n++) {
      const points = Array.from(
        { length: 9 },
        (): Labelled => ({
          at: [random.uniform(), random.uniform()],
          y: random.integer(2),
        }),
      );
      const [exact, found] = [fewestWrong(points), tried(points)];
      expect(exact).toBeLessThanOrEqual(found);
      same += Number(exact === found);
    }
    expect(same).toBeGreaterThan(30);
  });
});
