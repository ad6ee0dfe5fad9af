import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Parameter } from '../layers/layer';
import { Matrix } from '../matrix';
import { Optimiser, type OptimiserSpec } from './optimiser';

/** One parameter of one number, with a gradient to be set. */
function single(theta: number, decays = true): Parameter & { set(g: number): void } {
  const value = Matrix.column([theta]);
  const gradient = Matrix.column([0]);
  return { name: 'W1', value, gradient, decays, set: (g) => gradient.set(0, 0, g) };
}

/** Where θ = 1 goes with these gradients and rates. */
function path(spec: OptimiserSpec, gradients: readonly number[], rates = [0.1], decays = true) {
  const parameter = single(1, decays);
  const optimiser = new Optimiser(spec, [parameter]);
  return gradients.map((g, t) => {
    parameter.set(g);
    optimiser.step(rates[t % rates.length]!);
    return parameter.value.at(0, 0);
  });
}

function expectPath(actual: readonly number[], expected: readonly number[]) {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, t) => {
    expect(value).toBeCloseTo(expected[t]!, 12);
  });
}

describe('two steps with gradients 2 and 1, α = 0.1, by hand', () => {
  it.each<[OptimiserSpec, number, number]>([
    [{ kind: 'sgd' }, 0.8, 0.7],
    // v = 2, then 0.5·2 + 1 = 2
    [{ kind: 'momentum', beta: 0.5 }, 0.8, 0.6],
    [{ kind: 'momentum', beta: 0.5, form: 'classical' }, 0.8, 0.6],
    // 2 + 0.5·2 = 3, then 1 + 0.5·2 = 2
    [{ kind: 'nesterov', beta: 0.5 }, 0.7, 0.5],
    // s = 4, then 5
    [{ kind: 'adagrad', epsilon: 0 }, 0.9, 0.9 - 0.1 / Math.sqrt(5)],
    [{ kind: 'adagrad', epsilon: 2 }, 0.95, 0.95 - 0.1 / (Math.sqrt(5) + 2)],
    // s = 3, then 0.25·3 + 0.75·1 = 1.5
    [
      { kind: 'rmsprop', beta: 0.25, epsilon: 1 },
      1 - 0.2 / (Math.sqrt(3) + 1),
      1 - 0.2 / (Math.sqrt(3) + 1) - 0.1 / (Math.sqrt(1.5) + 1),
    ],
    // m̂ = 2 and v̂ = 4; then m = 1, m̂ = 1/0.75; v = 1.75, v̂ = 1.75/0.4375 = 4 with β₂ = 0.75
    [
      { kind: 'adam', beta1: 0.5, beta2: 0.75, epsilon: 0 },
      0.9,
      0.9 - (0.1 * (1 / 0.75)) / Math.sqrt(1 / 0.4375),
    ],
    // Without correction m = 1, v = 1; then m = 1, v = 1
    [{ kind: 'adam', beta1: 0.5, beta2: 0.75, epsilon: 1, biasCorrection: false }, 0.95, 0.9],
    // Decay by 1 − 0.1·0.5 first, then Adam's step
    [
      { kind: 'adamw', beta1: 0.5, beta2: 0.75, epsilon: 0, weightDecay: 0.5 },
      0.85,
      0.85 * 0.95 - (0.1 * (1 / 0.75)) / Math.sqrt(1 / 0.4375),
    ],
  ])('%o', (spec, first, second) => {
    expectPath(path(spec, [2, 1]), [first, second]);
  });
});

const beta = 0.8;
const gradients = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
  minLength: 1,
  maxLength: 20,
});

describe('what the optimisers have in common and what not', () => {
  it('both forms of momentum agree while α is constant, and part when it changes', () => {
    fc.assert(
      fc.property(gradients, (g) => {
        const torch = path({ kind: 'momentum', beta }, g);
        expectPath(path({ kind: 'momentum', beta, form: 'classical' }, g), torch);
      }),
    );
    const rates = [0.1, 0.05];
    // v = 2, then 0.8·2 + 1 = 2.6 at the new rate; classical −0.2, then −0.16 − 0.05
    expectPath(path({ kind: 'momentum', beta }, [2, 1], rates), [0.8, 0.67]);
    const classical: OptimiserSpec = { kind: 'momentum', beta, form: 'classical' };
    expectPath(path(classical, [2, 1], rates), [0.8, 0.59]);
  });

  it("Nesterov's is his own method, seen from the point where the gradient is taken", () => {
    const slope = (theta: number) => Math.sin(theta) + theta;
    const alpha = 0.1;
    const parameter = single(1);
    const optimiser = new Optimiser({ kind: 'nesterov', beta }, [parameter]);
    let theta = 1;
    let v = 0;
    for (let t = 0; t < 30; t++) {
      // Nesterov 1983 in the form of Sutskever et al. 2013.
      v = beta * v - alpha * slope(theta + beta * v);
      theta += v;
      parameter.set(slope(parameter.value.at(0, 0)));
      optimiser.step(alpha);
      expect(parameter.value.at(0, 0)).toBeCloseTo(theta + beta * v, 12);
    }
  });

  it("Adam's first step has length α, whatever the gradient", () => {
    for (const g of [1e-3, 1, -1e6]) {
      expectPath(path({ kind: 'adam', epsilon: 0 }, [g]), [1 - 0.1 * Math.sign(g)]);
    }
  });

  it('AdamW without decay is Adam, and decays only what decays', () => {
    fc.assert(
      fc.property(gradients, (g) => {
        const adam = path({ kind: 'adam' }, g);
        expect(path({ kind: 'adamw', weightDecay: 0 }, g)).toEqual(adam);
        expect(path({ kind: 'adamw', weightDecay: 0.5 }, g, [0.1], false)).toEqual(adam);
      }),
    );
  });

  it('defaults are those of the papers and PyTorch', () => {
    const g = [0.5, -1, 2];
    const same: [OptimiserSpec, OptimiserSpec][] = [
      [{ kind: 'momentum' }, { kind: 'momentum', beta: 0.9, form: 'pytorch' }],
      [{ kind: 'nesterov' }, { kind: 'nesterov', beta: 0.9 }],
      [{ kind: 'adagrad' }, { kind: 'adagrad', epsilon: 1e-10 }],
      [{ kind: 'rmsprop' }, { kind: 'rmsprop', beta: 0.9, epsilon: 1e-8 }],
      [{ kind: 'adam' }, { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 }],
      [{ kind: 'adamw' }, { kind: 'adamw', weightDecay: 0.01 }],
    ];
    const rates = [0.1, 0.03];
    for (const [short, long] of same) expect(path(short, g, rates)).toEqual(path(long, g, rates));
    // A gradient of 0 from the start moves nothing: ε keeps 0/0 away.
    for (const [short] of same.slice(0, 5)) expect(path(short, [0, 0])).toEqual([1, 1]);
  });

  it('keeps what it remembers apart for each parameter, and shows it', () => {
    const parameters = [single(0), single(0)];
    const optimiser = new Optimiser({ kind: 'adam', beta1: 0.5 }, parameters);
    parameters[0]!.set(4);
    parameters[1]!.set(-6);
    optimiser.step(0.1);
    expect(optimiser.t).toBe(1);
    expect(optimiser.remembered(0, 'm')).toEqual(new Float64Array([2]));
    expect(optimiser.remembered(1, 'm')).toEqual(new Float64Array([-3]));
    expect(optimiser.remembered(0, 'v')![0]).toBeCloseTo(0.016, 12);
    expect(optimiser.remembered(0, 's')).toBeUndefined();
    expect(optimiser.remembered(2, 'm')).toBeUndefined();
  });

  it.each<[OptimiserSpec, string[], number[][]]>([
    [{ kind: 'momentum', beta: 0.5 }, ['v'], [[2], [2]]],
    [{ kind: 'momentum', beta: 0.5, form: 'classical' }, ['v'], [[-0.2], [-0.2]]],
    [{ kind: 'nesterov', beta: 0.5 }, ['v'], [[2], [2]]],
    [{ kind: 'adagrad' }, ['s'], [[4], [5]]],
    [{ kind: 'rmsprop', beta: 0.25 }, ['s'], [[3], [1.5]]],
    [
      { kind: 'adam', beta1: 0.5, beta2: 0.75 },
      ['m', 'v'],
      [
        [1, 1],
        [1, 1],
      ],
    ],
  ])('remembers under the names of its formula: %o', (spec, names, expected) => {
    const parameter = single(1);
    const optimiser = new Optimiser(spec, [parameter]);
    const remembered = [2, 1].map((g) => {
      parameter.set(g);
      optimiser.step(0.1);
      return names.map((name) => optimiser.remembered(0, name)![0]);
    });
    expect(remembered).toEqual(expected);
  });

  it('refuses constants out of their range', () => {
    const make = (spec: OptimiserSpec) => () => new Optimiser(spec, []);
    for (const value of [-0.1, 1, Number.NaN]) {
      expect(make({ kind: 'momentum', beta: value })).toThrow('momentum: beta must be at least 0');
      expect(make({ kind: 'nesterov', beta: value })).toThrow('nesterov: beta');
      expect(make({ kind: 'rmsprop', beta: value })).toThrow('rmsprop: beta');
      expect(make({ kind: 'adam', beta1: value })).toThrow('adam: beta1');
      expect(make({ kind: 'adamw', beta2: value })).toThrow('adam: beta2');
    }
    for (const value of [-1e-9, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(make({ kind: 'adagrad', epsilon: value })).toThrow('adagrad: epsilon must be a num');
      expect(make({ kind: 'rmsprop', epsilon: value })).toThrow('rmsprop: epsilon');
      expect(make({ kind: 'adam', epsilon: value })).toThrow('adam: epsilon');
      expect(make({ kind: 'adamw', weightDecay: value })).toThrow('adamw: weightDecay');
    }
    expect(make({ kind: 'momentum', beta: 0 })).not.toThrow();
    expect(make({ kind: 'adam', epsilon: 0 })).not.toThrow();
  });
});
