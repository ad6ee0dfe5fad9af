import fc from 'fast-check';
import { expect, it } from 'vitest';
import { networkLayout, thickness } from './network';

const box = { width: 400, height: 260 };

it('draws every unit inside the box, layers from left to right, none touching', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(sizes, (n) => {
      const { units, edges, radius } = networkLayout(n, box);
      expect(units).toHaveLength(n.reduce((p, q) => p + q));
      expect(edges).toHaveLength(n.slice(1).reduce((sum, size, l) => sum + size * n[l]!, 0));
      for (const { x, y } of units) {
        expect(x - radius).toBeGreaterThanOrEqual(0);
        expect(x + radius).toBeLessThanOrEqual(box.width);
        expect(y - radius).toBeGreaterThanOrEqual(0);
        expect(y + radius).toBeLessThanOrEqual(box.height);
      }
      for (const p of units) {
        for (const q of units) {
          if (p === q) continue;
          if (q.layer > p.layer) expect(q.x).toBeGreaterThan(p.x);
          if (q.layer === p.layer) expect(Math.abs(q.y - p.y)).toBeGreaterThan(2 * radius);
        }
      }
      for (const { x1, x2 } of edges) expect(x2).toBeGreaterThan(x1);
    }),
  );
});

it('ends an edge on the rims of its two units', () => {
  const { units, edges, radius } = networkLayout([2, 3], box);
  const edge = edges.find(({ to, from }) => to === 3 && from === 2)!;
  const from = units.find(({ layer, unit }) => layer === 0 && unit === 2)!;
  const to = units.find(({ layer, unit }) => layer === 1 && unit === 3)!;
  expect(Math.hypot(edge.x1 - from.x, edge.y1 - from.y)).toBeCloseTo(radius, 10);
  expect(Math.hypot(edge.x2 - to.x, edge.y2 - to.y)).toBeCloseTo(radius, 10);
});

it.each([0, -0.5, 3, 1e300, Number.POSITIVE_INFINITY, Number.NaN])(
  'keeps the thickness for weight %d in bounds',
  (weight) => {
    expect(thickness(weight)).toBeGreaterThanOrEqual(0.8);
    expect(thickness(weight)).toBeLessThanOrEqual(5);
  },
);
