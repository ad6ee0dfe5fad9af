import { describe, expect, it } from 'vitest';
import { fillWeights, type InitialiserSpec, initialise } from './initialisers';
import { Matrix } from './matrix';
import { Network } from './network';
import { Random } from './random';

/** 300×200 numbers: n_in = 200, n_out = 300. */
function drawn(spec: InitialiserSpec): Float64Array {
  const W = Matrix.zeros(300, 200);
  fillWeights(W, spec, new Random(`initialiser ${JSON.stringify(spec)}`));
  return Float64Array.from(W.data);
}

const mean = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0) / values.length;

describe('initialisers', () => {
  it('constant and zeros', () => {
    expect(new Set(drawn({ kind: 'zeros' }))).toEqual(new Set([0]));
    expect(new Set(drawn({ kind: 'constant', value: -0.3 }))).toEqual(new Set([-0.3]));
  });

  /**
   * n = 60,000. The mean is off by more than 5 of its standard deviations with probability 6e-7, and
   * so is the variance, whose standard deviation is σ² √((κ − 1)/n) with κ = 3 (normal), 9/5
   * (uniform): 1.1e-6 false alarms a row for a random seed.
   */
  it.each<[InitialiserSpec, number, number, 'normal' | 'uniform']>([
    [{ kind: 'normal', sigma: 0.5 }, 0, 0.25, 'normal'],
    [{ kind: 'normal', sigma: 2, mean: -3 }, -3, 4, 'normal'],
    [{ kind: 'uniform', low: -1, high: 3 }, 1, 16 / 12, 'uniform'],
    [{ kind: 'xavier', form: 'normal' }, 0, 2 / 500, 'normal'],
    [{ kind: 'xavier', form: 'uniform' }, 0, 2 / 500, 'uniform'],
    [{ kind: 'he', form: 'normal' }, 0, 2 / 200, 'normal'],
    [{ kind: 'he', form: 'uniform' }, 0, 2 / 200, 'uniform'],
  ])('%o has its mean, variance and shape', (spec, expectedMean, variance, shape) => {
    const values = drawn(spec);
    const n = values.length;
    expect(Math.abs(mean(values) - expectedMean)).toBeLessThan(5 * Math.sqrt(variance / n));
    const actual = mean(values.map((v) => (v - expectedMean) ** 2));
    const kurtosis = shape === 'normal' ? 3 : 9 / 5;
    expect(Math.abs(actual / variance - 1)).toBeLessThan(5 * Math.sqrt((kurtosis - 1) / n));
    const limit = Math.sqrt(3 * variance);
    const farthest = Math.max(...values.map((v) => Math.abs(v - expectedMean)));
    if (shape === 'uniform') {
      expect(farthest).toBeLessThanOrEqual(limit);
      // All 60,000 keep away from the last thousandth with probability e^-60.
      expect(farthest).toBeGreaterThan(0.999 * limit);
    } else {
      expect(farthest).toBeGreaterThan(1.5 * limit);
    }
  });
});

describe('initialise', () => {
  const make = (hidden = 3) =>
    new Network({
      sizes: [2, hidden, 1],
      activations: ['relu', 'sigmoid'],
      loss: 'binaryCrossEntropy',
      extras: [{ norm: { kind: 'batch' } }],
    });
  const normal = { kind: 'normal', sigma: 1 } as const;

  it('gives equal seeds equal bits, other seeds others', () => {
    const weights = (seed: number) => {
      const network = make();
      initialise(network, { weights: normal }, new Random(seed));
      return network.layer(1).W.toRows();
    };
    expect(weights(1)).toEqual(weights(1));
    expect(weights(1)).not.toEqual(weights(2));
  });

  it('leaves the other layers alone when one changes', () => {
    const [small, large] = [make(3), make(3)];
    initialise(small, { weights: [{ kind: 'zeros' }, normal] }, new Random(1));
    initialise(large, { weights: normal }, new Random(1));
    expect(small.layer(2).W.toRows()).toEqual(large.layer(2).W.toRows());
    expect(new Set(small.layer(1).W.data)).toEqual(new Set([0]));
    expect(new Set(large.layer(1).W.data).size).toBe(6);
    // A layer's biases are not its weights again.
    initialise(small, { weights: normal, biases: normal }, new Random(1));
    expect(small.layer(2).b.at(0, 0)).not.toBe(small.layer(2).W.at(0, 0));
    expect(small.layer(1).W.at(0, 0)).not.toBe(small.layer(2).W.at(0, 0));
  });

  it('draws W^l and b^l from generators with these names, whatever else is drawn', () => {
    const network = make(3);
    initialise(network, { weights: normal, biases: normal }, new Random(1));
    for (let l = 1; l <= 2; l++) {
      for (const [name, M] of [
        ['W', network.layer(l).W],
        ['b', network.layer(l).b],
      ] as const) {
        const random = new Random(1).split(`${name}${l}`);
        expect(Array.from(M.data)).toEqual(Array.from(M.data, () => random.normal()));
      }
    }
  });

  it('sets biases to 0 unless told, γ and β to 1 and 0', () => {
    const network = make();
    for (const { value } of network.parameters) value.data.fill(7);
    initialise(network, { weights: normal }, new Random(1));
    expect(network.layer(1).b.toColumn()).toEqual([0, 0, 0]);
    expect(network.layer(1).norm!.gamma.toColumn()).toEqual([1, 1, 1]);
    expect(network.layer(1).norm!.beta.toColumn()).toEqual([0, 0, 0]);
    initialise(
      network,
      { weights: normal, biases: { kind: 'constant', value: 0.1 } },
      new Random(1),
    );
    expect(network.layer(2).b.toColumn()).toEqual([0.1]);
  });

  it('refuses a list of another length', () => {
    expect(() => initialise(make(), { weights: [normal] }, new Random(1))).toThrow(
      'initialise: 1 initialisers for 2 layers',
    );
  });
});
