import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activation, activationNames, type ElementwiseName, sigmoid } from './activations';
import { erf, softplus } from './special';

const elementwise = activationNames.filter((name): name is ElementwiseName => name !== 'softmax');

describe.each(elementwise)('%s', (name) => {
  const f = activation(name);

  it('has the derivative that finite differences show', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (z) => {
        fc.pre(Math.abs(z) > 1e-4);
        const h = 1e-5;
        const numeric = (f.value(z + h) - f.value(z - h)) / (2 * h);
        expect(Math.abs(f.derivative(z) - numeric)).toBeLessThan(1e-8);
      }),
    );
  });

  it('takes f(z) as a shortcut without changing a bit', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (z) => {
        expect(f.derivative(z, f.value(z))).toBe(f.derivative(z));
      }),
    );
  });

  it('is finite up to |z| = 10⁴ and beyond', () => {
    for (const z of [-1e4, -745, -100, -1e-300, 0, 1e-300, 100, 710, 1e4]) {
      expect(Number.isFinite(f.value(z))).toBe(true);
      expect(Number.isFinite(f.derivative(z))).toBe(true);
    }
  });

  it('passes NaN on, so that a diverging run is noticed', () => {
    expect(f.value(Number.NaN)).toBeNaN();
  });
});

describe('values known in closed form', () => {
  it('sigmoid', () => {
    expect(sigmoid(0)).toBe(0.5);
    expect(sigmoid(Math.log(3))).toBeCloseTo(0.75, 15);
    expect(sigmoid(-Math.log(3))).toBeCloseTo(0.25, 15);
    expect(sigmoid(-1000)).toBe(0);
    // Where e^−z overflows, σ(z) ≈ e^z is still a number above 0.
    expect(sigmoid(-720)).toBe(Math.exp(-720));
  });

  it('tanh z = 2 σ(2z) − 1', () => {
    const f = activation('tanh');
    for (const z of [-3, -0.5, 0.1, 2]) expect(f.value(z)).toBeCloseTo(2 * sigmoid(2 * z) - 1, 14);
  });

  it("ReLU'(0) is 0 by default and 1 by the note's convention", () => {
    expect(activation('relu').derivative(0)).toBe(0);
    expect(activation('relu', { reluAtZero: 1 }).derivative(0)).toBe(1);
    expect(activation('relu', { reluAtZero: 1 }).derivative(-1)).toBe(0);
    expect(activation('relu').derivative(2)).toBe(1);
    expect(activation('relu').value(-3)).toBe(0);
    expect(activation('relu').value(3)).toBe(3);
  });

  it('leaky ReLU and ELU take their constants', () => {
    expect(activation('leakyRelu').value(-2)).toBe(-0.02);
    expect(activation('leakyRelu', { leakySlope: 0.2 }).value(-2)).toBe(-0.4);
    expect(activation('leakyRelu', { leakySlope: 0.2 }).derivative(0)).toBe(0.2);
    expect(activation('leakyRelu').value(2)).toBe(2);
    expect(activation('elu').value(-1)).toBeCloseTo(Math.exp(-1) - 1, 15);
    expect(activation('elu', { eluAlpha: 2 }).value(-1e4)).toBe(-2);
    expect(activation('elu', { eluAlpha: 2 }).derivative(0)).toBe(2);
  });

  it('lists every activation once', () => {
    expect(new Set(activationNames).size).toBe(9);
  });
});

describe('special functions', () => {
  // Abramowitz & Stegun, table 7.1, and C's math library.
  it.each([
    [0, 0],
    [0.5, 0.5204998778130465],
    [1, 0.8427007929497149],
    [2, 0.9953222650189527],
    [2.9999999, 0.9999779094890761],
    [3, 0.9999779095030014],
    [4, 0.9999999845827421],
    [7, 1],
  ])('erf(%f)', (x, value) => {
    expect(erf(x)).toBeCloseTo(value, 12);
    expect(erf(-x)).toBeCloseTo(-value, 12);
  });

  it('erf(0) is 0, not −0', () => expect(erf(0)).toBe(0));

  it('softplus', () => {
    expect(softplus(0)).toBeCloseTo(Math.LN2, 15);
    expect(softplus(1e4)).toBe(1e4);
    expect(softplus(-1e4)).toBe(0);
    expect(softplus(1)).toBeCloseTo(Math.log(1 + Math.E), 15);
  });
});
