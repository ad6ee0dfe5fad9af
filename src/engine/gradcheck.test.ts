import { describe, expect, it } from 'vitest';
import { finiteDifference, gradientCheck, relativeError } from './gradcheck';
import { Matrix } from './matrix';
import { exampleOf } from './testing/networks';

describe('finiteDifference', () => {
  it('finds the slope and restores the variable', () => {
    const x = Matrix.column([3, 2]);
    const f = () => x.at(0, 0) ** 2 * x.at(1, 0);
    expect(finiteDifference(f, x, 0)).toBeCloseTo(12, 8);
    expect(finiteDifference(f, x, 1, 1e-3)).toBeCloseTo(9, 8);
    expect(x.toColumn()).toEqual([3, 2]);
  });
});

describe('relativeError', () => {
  it('is relative to the larger, and to the floor for tiny numbers', () => {
    expect(relativeError(2, 1)).toBe(0.5);
    expect(relativeError(1, -4)).toBe(1.25);
    expect(relativeError(0, 0)).toBe(0);
    expect(relativeError(1e-9, 0)).toBeCloseTo(1e-6, 15);
  });
});

describe('gradientCheck', () => {
  const spec = { sizes: [2, 3, 1], activations: ['tanh', 'tanh'], loss: 'squaredError' } as const;

  it('looks at every parameter and input, worst first', () => {
    const { network, X, Y } = exampleOf(spec, 2, 5);
    const comparisons = gradientCheck(network, X, Y);
    expect(comparisons).toHaveLength(6 + 3 + 3 + 1 + 4);
    expect(new Set(comparisons.map(({ name }) => name))).toEqual(
      new Set(['W1', 'b1', 'W2', 'b2', 'x']),
    );
    expect(comparisons.find(({ name }) => name === 'x')?.index).toBeTypeOf('number');
    const errors = comparisons.map((c) => c.relativeError);
    expect(Math.max(...errors)).toBeLessThan(1e-8);
    expect(errors).toEqual([...errors].sort((p, q) => q - p));
  });

  it('checks prediction unless training is asked for, and leaves dropout as it was', () => {
    const dropping = { ...spec, extras: [{ dropout: { rate: 0.5 } }] };
    const { network, X, Y } = exampleOf(dropping, 8, 5);
    gradientCheck(network, X, Y);
    // No mask was drawn: nothing is dropped in prediction.
    expect(network.layer(1).dropout?.mask).toBeUndefined();
    expect(gradientCheck(network, X, Y, { training: true })[0]!.relativeError).toBeLessThan(1e-8);
    const before = network.layer(1).dropout?.mask?.toRows();
    network.forward(X, true);
    expect(network.layer(1).dropout?.mask?.toRows()).not.toEqual(before);
  });

  it('ends with the forward pass of the parameters as they are', () => {
    const { network, X, Y } = exampleOf(spec, 2, 5);
    const a = network.forward(X).toRows();
    gradientCheck(network, X, Y);
    expect(network.a(2).toRows()).toEqual(a);
  });

  it('catches a wrong backward pass', () => {
    const { network, X, Y } = exampleOf(spec, 2, 5);
    const { dW } = network.layer(1);
    const backward = network.backward.bind(network);
    network.backward = (targets) => {
      backward(targets);
      dW.data[0]! *= 1.01;
    };
    const worst = gradientCheck(network, X, Y)[0]!;
    expect(worst).toMatchObject({ name: 'W1', index: 0 });
    expect(worst.relativeError).toBeGreaterThan(5e-3);
  });
});
