import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradientCheck, relativeError } from './gradcheck';
import { float32Kernel } from './kernel';
import { Matrix, ShapeError } from './matrix';
import { Network } from './network';
import type { LayerExtras } from './network-layer';
import { Random } from './random';
import { arbitraryExample, exampleOf } from './testing/networks';

function twoTwoOne(): Network {
  const network = new Network({
    sizes: [2, 2, 1],
    activations: ['relu', 'identity'],
    loss: 'squaredError',
  });
  network.layer(1).W.copyFrom(
    Matrix.from([
      [1, 2],
      [-1, 1],
    ]),
  );
  network.layer(1).b.copyFrom(Matrix.column([0.5, -3]));
  network.layer(2).W.copyFrom(Matrix.from([[2, 5]]));
  network.layer(2).b.copyFrom(Matrix.column([-1]));
  return network;
}

describe('Network', () => {
  it('computes a forward and a backward pass done by hand', () => {
    const network = twoTwoOne();
    const x = Matrix.column([1, 0.5]);
    expect(network.forward(x).toRows()).toEqual([[4]]);
    expect(network.a(0)).toBe(x);
    expect(network.layer(1).z.toColumn()).toEqual([2.5, -3.5]);
    expect(network.a(1).toColumn()).toEqual([2.5, 0]);
    expect(network.loss(Matrix.column([3]))).toBe(0.5);
    network.backward(Matrix.column([3]));
    expect(network.layer(2).delta.toRows()).toEqual([[1]]);
    expect(network.layer(2).dW.toRows()).toEqual([[2.5, 0]]);
    expect(network.layer(2).db.toRows()).toEqual([[1]]);
    expect(network.layer(1).delta.toRows()).toEqual([[2], [0]]);
    expect(network.layer(1).dW.toRows()).toEqual([
      [2, 1],
      [0, 0],
    ]);
    expect(network.inputGradient().toRows()).toEqual([[2], [4]]);
    network.sgdStep(0.1);
    expect(network.layer(2).W.toRows()).toEqual([[1.75, 5]]);
    expect(network.layer(1).b.toRows()).toEqual([[0.3], [-3]]);
  });

  it("takes the note's convention for ReLU'(0) when asked", () => {
    const spec = { sizes: [1, 1], activations: ['relu'], loss: 'squaredError' } as const;
    for (const reluAtZero of [0, 1] as const) {
      const network = new Network({ ...spec, activationOptions: { reluAtZero } });
      network.forward(Matrix.column([1]));
      network.backward(Matrix.column([2]));
      expect(network.layer(1).delta.at(0, 0) + 0).toBe(-2 * reluAtZero + 0);
    }
  });

  it('has gradients that agree with finite differences, 1,000 random networks', () => {
    fc.assert(
      fc.property(arbitraryExample(), ({ network, X, Y }) => {
        expect(gradientCheck(network, X, Y)[0]!.relativeError).toBeLessThan(1e-6);
      }),
      // A seed of its own: a sharply bent loss can put a difference quotient past 1e-6 by its own fault.
      { numRuns: 1000, seed: 1 },
    );
  }, 30_000);

  it('averages the gradients of the samples of a batch', () => {
    fc.assert(
      fc.property(arbitraryExample(undefined, 6), ({ network, X, Y }) => {
        network.forward(X);
        network.backward(Y);
        const batch = network.parameters.map(({ gradient }) => gradient.clone());
        const loss = network.loss(Y);
        const sums = batch.map((gradient) => new Float64Array(gradient.data.length));
        let lossSum = 0;
        for (let s = 0; s < X.cols; s++) {
          network.forward(Matrix.column(X.toColumn(s)));
          const y = Matrix.column(Y.toColumn(s));
          network.backward(y);
          lossSum += network.loss(y);
          network.parameters.forEach(({ gradient }, p) => {
            gradient.data.forEach((g, k) => {
              sums[p]![k]! += g;
            });
          });
        }
        expect(relativeError(loss, lossSum / X.cols)).toBeLessThan(1e-12);
        batch.forEach((gradient, p) => {
          gradient.data.forEach((g, k) => {
            expect(relativeError(g, sums[p]![k]! / X.cols, 1)).toBeLessThan(1e-12);
          });
        });
      }),
    );
  });

  it('names its parameters as the book does, and decays only weights', () => {
    expect(twoTwoOne().parameters.map(({ name, decays }) => [name, decays])).toEqual([
      ['W1', true],
      ['b1', false],
      ['W2', true],
      ['b2', false],
    ]);
  });

  it('computes in single precision on another kernel', () => {
    const { network, X, Y } = exampleOf(
      { sizes: [3, 4, 2], activations: ['tanh', 'softmax'], loss: 'softmaxCrossEntropy' },
      5,
      1,
    );
    const single = new Network(network.spec, float32Kernel);
    single.parameters.forEach(({ value }, p) => {
      value.copyFrom(network.parameters[p]!.value);
    });
    for (const n of [network, single]) {
      n.forward(X);
      n.backward(Y);
    }
    expect(single.layer(2).dW.data).toBeInstanceOf(Float32Array);
    expect(single.loss(Y)).toBeCloseTo(network.loss(Y), 6);
    expect(single.layer(1).dW.at(2, 1)).toBeCloseTo(network.layer(1).dW.at(2, 1), 6);
  });

  it('reuses its buffers for batch sizes met before', () => {
    const { network } = exampleOf(
      { sizes: [2, 3], activations: ['tanh'], loss: 'squaredError' },
      1,
      1,
    );
    const first = network.forward(Matrix.zeros(2, 4));
    expect(network.forward(Matrix.zeros(2, 1))).not.toBe(first);
    expect(network.forward(Matrix.zeros(2, 4))).toBe(first);
  });
});

describe('normalisation and dropout in their places', () => {
  const spec = {
    sizes: [1, 1, 1],
    activations: ['relu', 'identity'],
    loss: 'squaredError',
  } as const;
  const X = Matrix.from([[1, 2, 3]]);

  /** z = x − 2 is −1, 0, 1; what layer 1 gives of it with these extras. */
  function outputOf(extras: LayerExtras): number[] {
    const network = new Network({ ...spec, extras: [extras] });
    network.layer(1).W.set(0, 0, 1);
    network.layer(1).b.set(0, 0, -2);
    network.forward(X, true);
    return network.a(1).toRows()[0]!;
  }

  it('normalises z before the activation, or a after it', () => {
    expect(outputOf({})).toEqual([0, 0, 1]);
    // The batch's variance of z is 2/3; of a = 0, 0, 1 it is 2/9 around 1/3.
    const norm = { kind: 'batch', epsilon: 0 } as const;
    const before = [0, 0, Math.sqrt(3 / 2)];
    for (const extras of [{ norm }, { norm: { ...norm, place: 'before' } as const }]) {
      outputOf(extras).forEach((a, s) => {
        expect(a).toBeCloseTo(before[s]!, 14);
      });
    }
    const after = [-Math.SQRT1_2, -Math.SQRT1_2, Math.SQRT2];
    outputOf({ norm: { ...norm, place: 'after' } }).forEach((a, s) => {
      expect(a).toBeCloseTo(after[s]!, 14);
    });
  });

  it('predicts without dropping unless told to train', () => {
    const network = new Network({ ...spec, extras: [{ dropout: { rate: 0.5 } }] });
    network.layer(1).W.set(0, 0, 1);
    expect(network.forward(X)).toBe(network.a(2));
    expect(network.a(1).toRows()).toEqual([[1, 2, 3]]);
    expect(network.layer(1).dropout!.mask).toBeUndefined();
  });

  it('gives each dropout a generator of its own, named by its layer', () => {
    const dropout = { rate: 0.5 };
    const network = new Network({
      sizes: [1, 20, 20, 1],
      activations: ['relu', 'relu', 'identity'],
      loss: 'squaredError',
      extras: [{ dropout }, { dropout }],
    });
    network.useRandom(new Random(1));
    network.forward(X, true);
    const [one, two] = [1, 2].map((l) => Array.from(network.layer(l).dropout!.mask!.data));
    expect(one).not.toEqual(two);
    const random = new Random(1).split(1);
    expect(one).toEqual(one!.map(() => (random.bernoulli(0.5) ? 0 : 2)));
  });
});

describe('what a network refuses', () => {
  const spec = { sizes: [2, 3], activations: ['tanh'], loss: 'squaredError' } as const;

  it('shapes of data that do not fit', () => {
    const network = new Network(spec);
    expect(() => network.forward(Matrix.zeros(3, 1))).toThrow(
      'forward: the network takes 2 inputs but X is 3×1 (one column per sample)',
    );
    network.forward(Matrix.zeros(2, 1));
    expect(() => network.loss(Matrix.zeros(2, 1))).toThrow(ShapeError);
    expect(() => network.backward(Matrix.zeros(2, 1))).toThrow(ShapeError);
  });

  it('layers that it does not have, and values not computed yet', () => {
    const network = new Network(spec);
    expect(() => network.layer(0)).toThrow('There is no layer 0: layers with weights are 1 … 1');
    expect(() => network.layer(2)).toThrow(RangeError);
    expect(() => network.a(0)).toThrow('call forward first');
    expect(() => network.a(1)).toThrow('a of layer 1 is not known yet: call forward first');
    expect(() => network.layer(1).z).toThrow('z of layer 1 is not known yet: call forward first');
    network.forward(Matrix.zeros(2, 1));
    expect(() => network.layer(1).delta).toThrow(
      'delta of layer 1 is not known yet: call backward first',
    );
  });

  it('specs that do not make sense', () => {
    const make = (change: object) => () => new Network({ ...spec, ...change });
    expect(make({ sizes: [2, 3, 4] })).toThrow(
      '3 sizes need 2 activations (one for each layer after the input), got 1',
    );
    expect(make({ sizes: [2], activations: [] })).toThrow('1 sizes need 1 activations');
    expect(make({ sizes: [2, 0] })).toThrow('layer 1 needs at least one unit, got 0');
    expect(make({ sizes: [1.5, 1] })).toThrow('layer 0 needs at least one unit, got 1.5');
    expect(make({ loss: 'softmaxCrossEntropy' })).toThrow(
      'softmaxCrossEntropy needs the output activation softmax, got tanh',
    );
  });
});
