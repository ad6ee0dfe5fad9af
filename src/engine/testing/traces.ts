import fc from 'fast-check';
import { Random } from '../random';
import { arbitraryExtras, arbitrarySpec, type Example, exampleOf, smooth } from './networks';

/** A network, a batch, and whether both passes are those of training. For tests only. */
export interface Traced extends Example {
  readonly training: boolean;
}

const all = [...smooth, 'relu', 'leakyRelu', 'elu'] as const;

/** Networks of every kind with a batch, after a forward pass in training. For tests only. */
export const arbitraryTraced: fc.Arbitrary<Traced> = fc
  .tuple(
    arbitrarySpec(all),
    fc.array(arbitraryExtras(), { minLength: 3, maxLength: 3 }),
    fc.integer({ min: 2, max: 5 }),
    fc.nat(),
    fc.boolean(),
  )
  .map(([base, extras, m, seed, training]) => {
    // The last layer has extras where its loss lets it.
    const count = base.sizes.length - (base.loss === 'squaredError' ? 1 : 2);
    const example = exampleOf({ ...base, extras: extras.slice(0, count) }, m, seed);
    example.network.useRandom(new Random(seed));
    // Running statistics that are not those of the start.
    example.network.forward(example.X, true);
    return { ...example, training };
  });
