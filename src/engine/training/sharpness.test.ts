import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { float32Kernel } from '../kernel';
import { Matrix } from '../matrix';
import { Network } from '../network';
import type { LayerExtras } from '../network-layer';
import { saveNetwork } from '../network-state';
import { Optimiser, type OptimiserSpec } from '../optimisers/optimiser';
import { exampleOf } from '../testing/networks';
import { measureStableAlpha, sharpness, stabilityLimit } from './sharpness';
import type { TrainingSpec } from './training-spec';

describe('sharpness', () => {
  it('is the largest eigenvalue of X Xᵀ / m for a linear unit, plus that of the penalty', () => {
    const network = new Network({ sizes: [1, 1], activations: ['identity'], loss: 'squaredError' });
    const samples = { X: Matrix.from([[1, 2, 6]]), Y: Matrix.from([[1, 0, 2]]) };
    // Inputs with a 1 for the bias: [[41, 9], [9, 3]] / 3.
    const [trace, determinant] = [44 / 3, (41 * 3 - 81) / 9];
    const largest = trace / 2 + Math.sqrt((trace / 2) ** 2 - determinant);
    expect(sharpness(network, samples)).toBeCloseTo(largest, 6);
    const penalised = sharpness(network, samples, { l2: { lambda: 5, convention: 'whole' } });
    // Only the weight decays: 41/3 + 10 in place of 41/3.
    const [t, d] = [trace + 10, determinant + 10];
    expect(penalised).toBeCloseTo(t / 2 + Math.sqrt((t / 2) ** 2 - d), 6);
  });

  it('is nearly as good in single precision, with a step that its digits allow', () => {
    const spec = { sizes: [1, 1], activations: ['identity'], loss: 'squaredError' } as const;
    const network = new Network(spec, float32Kernel);
    const samples = { X: Matrix.from([[1, 2, 6]]), Y: Matrix.from([[1, 0, 2]]) };
    const [trace, determinant] = [44 / 3, (41 * 3 - 81) / 9];
    const largest = trace / 2 + Math.sqrt((trace / 2) ** 2 - determinant);
    expect(Math.abs(sharpness(network, samples) - largest)).toBeLessThan(2e-3);
  });

  it('is the largest of both signs, at a saddle as steep downwards as upwards', () => {
    const network = new Network({
      sizes: [1, 1, 1],
      activations: ['identity', 'identity'],
      loss: 'squaredError',
    });
    // At 0 the output w₂(w₁x + b₁) + b₂ makes the Hessian's eigenvalues ±|y|√(x² + 1), 1 and 0.
    const at = (x: number, y: number) =>
      sharpness(network, { X: Matrix.column([x]), Y: Matrix.column([y]) });
    expect(at(2, 3)).toBeCloseTo(3 * Math.sqrt(5), 6);
    expect(at(0.1, 0.1)).toBeCloseTo(1, 6);
  });

  it('is 0 where nothing curves upwards, and NaN never harms the parameters', () => {
    const spec = { sizes: [1, 1], activations: ['relu'], loss: 'squaredError' } as const;
    const network = new Network(spec);
    network.layer(1).b.set(0, 0, -1);
    const samples = { X: Matrix.column([0]), Y: Matrix.column([1]) };
    expect(sharpness(network, samples)).toBe(0);
    network.layer(1).b.set(0, 0, Number.NaN);
    expect(sharpness(network, samples)).not.toBeGreaterThan(0);
    expect(network.layer(1).b.at(0, 0)).toBeNaN();
  });

  it('no direction curves more than that, and the parameters stay as they were', () => {
    const spec = { sizes: [2, 3, 2], activations: ['tanh', 'tanh'], loss: 'squaredError' } as const;
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, direction) => {
        const { network, X, Y } = exampleOf(spec, 4, seed);
        const before = saveNetwork(network);
        const curvature = sharpness(network, { X, Y });
        expect(saveNetwork(network)).toEqual(before);
        const v = exampleOf(spec, 1, direction).network.parameters.map(({ value }) => value.data);
        const along = (step: number) => {
          network.parameters.forEach(({ name, value }, p) => {
            value.data.forEach((_, k) => {
              value.data[k] = before[name]![k]! + step * v[p]![k]!;
            });
          });
          network.forward(X);
          return network.loss(Y);
        };
        const square = v.flatMap((array) => [...array]).reduce((sum, entry) => sum + entry ** 2, 0);
        const h = 1e-3 / Math.sqrt(square);
        const bend = (along(h) - 2 * along(0) + along(-h)) / (h * h * square);
        expect(bend).toBeLessThanOrEqual(curvature + 1e-3 * Math.max(1, curvature));
      }),
      { numRuns: 100 },
    );
  });
});

describe('stabilityLimit', () => {
  it.each<OptimiserSpec>([
    { kind: 'sgd' },
    { kind: 'momentum', beta: 0.7 },
    { kind: 'momentum' },
    { kind: 'nesterov', beta: 0.7 },
    { kind: 'nesterov' },
  ])('%o settles just below it and leaves just above', (spec) => {
    const curvature = 3;
    const limit = stabilityLimit(spec, curvature)!;
    const distanceWith = (alpha: number) => {
      const value = Matrix.column([1]);
      const gradient = Matrix.column([0]);
      const optimiser = new Optimiser(spec, [{ name: 'W1', value, gradient, decays: true }]);
      for (let t = 0; t < 20_000 && Math.abs(value.at(0, 0)) < 1e4; t++) {
        gradient.set(0, 0, curvature * value.at(0, 0));
        optimiser.step(alpha);
      }
      return Math.abs(value.at(0, 0));
    };
    expect(distanceWith(0.99 * limit)).toBeLessThan(1e-3);
    expect(distanceWith(1.01 * limit)).toBeGreaterThan(1e3);
  });

  it('is null where there is no such law', () => {
    for (const kind of ['adagrad', 'rmsprop', 'adam', 'adamw'] as const) {
      expect(stabilityLimit({ kind }, 1)).toBeNull();
    }
    for (const curvature of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(stabilityLimit({ kind: 'sgd' }, curvature)).toBeNull();
    }
  });
});

describe('measureStableAlpha', () => {
  const training: TrainingSpec = {
    ...{ optimiser: { kind: 'sgd' }, alpha: 1, epochs: 1, batchSize: 4, seed: 1 },
  };
  const limitWith = (extras: readonly (LayerExtras | null)[] | undefined) => {
    const base = { sizes: [1, 2, 2, 1], activations: ['tanh', 'tanh', 'identity'] } as const;
    const { network, X, Y } = exampleOf({ ...base, loss: 'squaredError', extras }, 4, 1);
    return measureStableAlpha(network, { count: 1, X: () => X, Y: () => Y }, training);
  };

  it('is measured through everything but dropout and batch normalisation, wherever they are', () => {
    const dropout = { rate: 0.5 };
    const [batch, layer] = [{ kind: 'batch' }, { kind: 'layer' }] as const;
    expect(limitWith([null, { dropout }])).toBeNull();
    expect(limitWith([{ norm: batch }, null])).toBeNull();
    expect(limitWith([{ norm: layer }, { norm: layer, dropout }])).toBeNull();
    for (const extras of [undefined, [], [null], [{}, { norm: layer }]]) {
      expect(limitWith(extras)).toBeGreaterThan(0);
    }
  });

  it('looks at no sample for an optimiser that has no limit', () => {
    const { network } = exampleOf(
      { sizes: [1, 1], activations: ['identity'], loss: 'squaredError' },
      1,
      1,
    );
    const none = { count: 1, X: () => expect.fail('looked'), Y: () => expect.fail('looked') };
    const adam = { ...training, optimiser: { kind: 'adam' } } as const;
    expect(measureStableAlpha(network, none, adam)).toBeNull();
  });
});
