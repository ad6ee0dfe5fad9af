import fc from 'fast-check';
import type { DataSet } from '../data/dataset';
import { Network, type NetworkSpec } from '../network';
import { saveNetwork } from '../network-state';
import type { OptimiserSpec } from '../optimisers/optimiser';
import { Trainer } from '../training/trainer';
import type { TrainingSpec } from '../training/training-spec';
import { arbitraryExtras, arbitrarySpec, exampleOf } from './networks';

/** A training that can be begun again from the same start. For tests only. */
export interface TrainingExample {
  readonly spec: TrainingSpec;
  readonly begin: (changes?: Partial<TrainingSpec>) => Trainer;
  /** What fast-check prints of a failing example. */
  readonly [fc.toStringMethod]: () => string;
}

const arbitraryOptimiser: fc.Arbitrary<OptimiserSpec> = fc.constantFrom(
  { kind: 'sgd' },
  { kind: 'momentum' },
  { kind: 'momentum', form: 'classical' },
  { kind: 'nesterov' },
  { kind: 'adagrad' },
  { kind: 'rmsprop' },
  { kind: 'adam' },
  { kind: 'adamw' },
);

/** Trainings of every kind: all optimisers, schedules, L2, clipping, normalisation, dropout. */
export function arbitraryTraining(): fc.Arbitrary<TrainingExample> {
  const training: fc.Arbitrary<TrainingSpec> = fc.record(
    {
      optimiser: arbitraryOptimiser,
      alpha: fc.constantFrom(0.01, 0.1),
      epochs: fc.integer({ min: 1, max: 4 }),
      // 12 samples: no batch has one alone, which batch normalisation refuses.
      batchSize: fc.constantFrom(2, 3, 5, 12, 99),
      seed: fc.nat(),
      shuffle: fc.boolean(),
      lastBatch: fc.constant('keep'),
      schedule: fc.constantFrom(
        { kind: 'exponential', factor: 0.9 },
        { kind: 'warmup', length: 3, next: { kind: 'cosine', length: 9 } },
      ),
      schedulePer: fc.constantFrom('step', 'epoch'),
      l2: fc.constantFrom({ lambda: 0.01 }, { lambda: 0.01, convention: 'whole' }),
      clipping: fc.constantFrom({ kind: 'value', limit: 0.1 }, { kind: 'norm', limit: 0.5 }),
      earlyStopping: fc.constant({ patience: 1 }),
    },
    { requiredKeys: ['optimiser', 'alpha', 'epochs', 'batchSize', 'seed'] },
  );
  const network = fc
    .tuple(arbitrarySpec(), fc.array(arbitraryExtras(), { minLength: 3, maxLength: 3 }))
    .map(([base, extras]) => ({ ...base, extras: extras.slice(0, base.sizes.length - 2) }));
  return fc.tuple(network, training, fc.nat()).map(([net, spec, seed]) => {
    const begin = (changes: Partial<TrainingSpec> = {}) => {
      const { network: start, X, Y } = exampleOf(net, 12, seed);
      return new Trainer(start, { X, Y }, { ...spec, ...changes }, { validation: { X, Y } });
    };
    const summary = JSON.stringify({ net, spec, seed });
    return { spec, begin, [fc.toStringMethod]: () => summary };
  });
}

/** Everything that a training has brought about. */
export function outcomeOf(trainer: Trainer) {
  const { status, history, lastStep, divergence, network } = trainer;
  return { status, history, lastStep: { ...lastStep }, divergence, learned: saveNetwork(network) };
}

/** A network of one linear unit, whose trainings are known in closed form. */
export function linearUnit(samples: DataSet): Network {
  const spec: NetworkSpec = {
    sizes: [samples.X.rows, 1],
    activations: ['identity'],
    loss: 'squaredError',
  };
  return new Network(spec);
}
