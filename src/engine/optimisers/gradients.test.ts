import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finiteDifference, relativeError } from '../gradcheck';
import type { Parameter } from '../layers/layer';
import { Matrix } from '../matrix';
import { clip, clipByNorm, clipByValue, gradientNorm } from './clipping';
import { addL2Gradient, l2Penalty } from './l2';

function withGradient(entries: readonly number[], decays = true): Parameter {
  return {
    name: 'W1',
    value: Matrix.column(entries.map(() => 0)),
    gradient: Matrix.column(entries),
    decays,
  };
}

const entries = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { maxLength: 6 });
const gradientsOf = (parameters: readonly Parameter[]) =>
  parameters.map(({ gradient }) => Array.from(gradient.data));

describe('clipping', () => {
  it('by value brings each entry to the limit and keeps the others', () => {
    const parameters = [withGradient([3, -0.5, -7]), withGradient([0.9, 1.1, Number.NaN])];
    clipByValue(parameters, 1);
    expect(gradientsOf(parameters)).toEqual([
      [1, -0.5, -1],
      [0.9, 1, Number.NaN],
    ]);
  });

  it('by norm scales all parameters together: 3-4-5', () => {
    const parameters = [withGradient([3]), withGradient([0, -4])];
    expect(gradientNorm(parameters)).toBe(5);
    clipByNorm(parameters, 5);
    expect(gradientsOf(parameters)).toEqual([[3], [0, -4]]);
    clipByNorm(parameters, 2.5);
    expect(gradientsOf(parameters)).toEqual([[1.5], [0, -2]]);
    clipByNorm(parameters, 1.5, 0.5);
    expect(gradientNorm(parameters)).toBeCloseTo(2.5 / 2, 14);
  });

  it('by norm counts ε with the norm, as PyTorch does: 4.5 + 1 is beyond 5', () => {
    const parameters = [withGradient([4.5])];
    clipByNorm(parameters, 5, 1);
    expect(gradientsOf(parameters)).toEqual([[4.5 * (5 / 5.5)]]);
  });

  it('by norm never lengthens, never turns, and ends within the limit', () => {
    fc.assert(
      fc.property(entries, entries, fc.double({ min: 0.01, max: 50, noNaN: true }), (a, b, c) => {
        const parameters = [withGradient(a), withGradient(b)];
        const before = gradientNorm(parameters);
        clipByNorm(parameters, c);
        expect(gradientNorm(parameters)).toBeLessThanOrEqual(Math.min(before, c) * (1 + 1e-12));
        const factor = before > c ? c / before : 1;
        [...a, ...b].forEach((g, k) => {
          expect(gradientsOf(parameters).flat()[k]).toBeCloseTo(g * factor, 10);
        });
      }),
    );
  });

  it('does what its spec says', () => {
    const byValue = [withGradient([3, 4])];
    clip(byValue, { kind: 'value', limit: 3.5 }, 5);
    expect(gradientsOf(byValue)).toEqual([[3, 3.5]]);
    const byNorm = [withGradient([3, 4])];
    clip(byNorm, { kind: 'norm', limit: 3, epsilon: 1 }, 5);
    expect(gradientsOf(byNorm)).toEqual([[1.5, 2]]);
  });
});

describe('L2', () => {
  const parameters = (w: readonly number[]): Parameter[] => [
    { name: 'W1', value: Matrix.column(w), gradient: Matrix.column(w.map(() => 1)), decays: true },
    { name: 'b1', value: Matrix.column([9]), gradient: Matrix.column([5]), decays: false },
  ];

  it('is λ/2 Σ w² or λ Σ w², of weights alone', () => {
    const own = parameters([1, -2]);
    expect(l2Penalty(own, { lambda: 0.1 })).toBeCloseTo(0.25, 14);
    expect(l2Penalty(own, { lambda: 0.1, convention: 'half' })).toBeCloseTo(0.25, 14);
    expect(l2Penalty(own, { lambda: 0.1, convention: 'whole' })).toBeCloseTo(0.5, 14);
    addL2Gradient(own, { lambda: 0.1, convention: 'whole' });
    expect(own[0]!.gradient.at(0, 0)).toBeCloseTo(1.2, 14);
    expect(own[0]!.gradient.at(1, 0)).toBeCloseTo(0.6, 14);
    expect(own[1]!.gradient.at(0, 0)).toBe(5);
  });

  it.each(['half', 'whole'] as const)('has the gradient of its penalty: %s', (convention) => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 5 }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (w, lambda) => {
          const own = parameters(w);
          const spec = { lambda, convention };
          addL2Gradient(own, spec);
          const { value, gradient } = own[0]!;
          w.forEach((_, k) => {
            const numeric = finiteDifference(() => l2Penalty(own, spec), value, k);
            expect(relativeError(gradient.data[k]! - 1, numeric)).toBeLessThan(1e-6);
          });
        },
      ),
    );
  });
});
