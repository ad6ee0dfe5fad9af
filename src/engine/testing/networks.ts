import fc from 'fast-check';
import type { ActivationName } from '../activations';
import type { LossName } from '../losses';
import { Matrix } from '../matrix';
import { Network, type NetworkSpec } from '../network';
import type { LayerExtras } from '../network-layer';
import { Random } from '../random';

/** A random network with parameters, and a batch that fits it. For tests only. */
export interface Example {
  readonly network: Network;
  readonly X: Matrix;
  readonly Y: Matrix;
  /** What fast-check prints of a failing example. */
  readonly [fc.toStringMethod]: () => string;
}

/** Activations without a kink: finite differences are exact enough everywhere. */
export const smooth: readonly ActivationName[] = [
  'identity',
  'sigmoid',
  'tanh',
  'gelu',
  'silu',
  'softmax',
];

const outputOf: Record<LossName, ActivationName | undefined> = {
  squaredError: undefined,
  softmaxCrossEntropy: 'softmax',
  binaryCrossEntropy: 'sigmoid',
  sigmoidCrossEntropy: 'sigmoid',
};

/** A spec with 1 to 3 layers of 1 to 5 units. */
export function arbitrarySpec(activations = smooth): fc.Arbitrary<NetworkSpec> {
  return fc
    .record({
      sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 4 }),
      names: fc.array(fc.constantFrom(...activations), { minLength: 3, maxLength: 3 }),
      loss: fc.constantFrom(...(Object.keys(outputOf) as LossName[])),
    })
    .map(({ sizes, names, loss }) => {
      const layers = names.slice(0, sizes.length - 1);
      const output = outputOf[loss];
      if (output) layers[layers.length - 1] = output;
      return { sizes, activations: layers, loss };
    });
}

/** The network of a spec with normal parameters, and m random samples with fitting targets. */
export function exampleOf(spec: NetworkSpec, m: number, seed: number): Example {
  const random = new Random(seed);
  const network = new Network(spec);
  for (const { value } of network.parameters) {
    for (let k = 0; k < value.data.length; k++) value.data[k] = random.normal();
  }
  const X = Matrix.zeros(spec.sizes[0]!, m, 'X');
  for (let k = 0; k < X.data.length; k++) X.data[k] = random.normal();
  const outputs = spec.sizes[spec.sizes.length - 1]!;
  const Y = Matrix.zeros(outputs, m, 'Y');
  for (let k = 0; k < Y.data.length; k++) Y.data[k] = random.uniform();
  if (spec.loss === 'softmaxCrossEntropy') normaliseColumns(Y);
  const summary = JSON.stringify({ ...spec, m, seed });
  return { network, X, Y, [fc.toStringMethod]: () => summary };
}

/** Examples with batches of 1 to `maxBatch` samples. */
export function arbitraryExample(activations = smooth, maxBatch = 4): fc.Arbitrary<Example> {
  return fc
    .tuple(arbitrarySpec(activations), fc.integer({ min: 1, max: maxBatch }), fc.nat())
    .map(([spec, m, seed]) => exampleOf(spec, m, seed));
}

/** Extras of each kind, for the hidden layers of any network. */
export function arbitraryExtras(): fc.Arbitrary<LayerExtras> {
  return fc.record(
    {
      norm: fc.record({
        kind: fc.constantFrom('batch', 'layer'),
        place: fc.constantFrom('before', 'after'),
        // Gentle curvature: with a tiny ε a nearly constant input makes differences useless.
        epsilon: fc.constant(0.5),
      }),
      dropout: fc.record({
        rate: fc.constantFrom(0, 0.2, 0.5),
        form: fc.constantFrom('inverted', 'classic'),
      }),
    },
    { requiredKeys: [] },
  );
}

/** Targets of softmax cross-entropy sum to 1. */
function normaliseColumns(Y: Matrix): void {
  for (let s = 0; s < Y.cols; s++) {
    const total = Y.toColumn(s).reduce((sum, y) => sum + y, 0);
    for (let j = 0; j < Y.rows; j++) Y.set(j, s, Y.at(j, s) / total);
  }
}
