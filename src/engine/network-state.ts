import { BatchNorm } from './layers/batch-norm';
import { type Floats, type Matrix, ShapeError } from './matrix';
import type { Network } from './network';

/** Every number that a network has learned, by name (`W1`, `runningMean2`), row after row. */
export type NetworkState = Readonly<Record<string, ArrayLike<number>>>;

/** All that makes a network what it is: parameters, and running statistics of normalisation. */
export function learnedMatrices(network: Network): ReadonlyMap<string, Matrix> {
  const learned = new Map(network.parameters.map(({ name, value }) => [name, value]));
  for (let l = 1; l <= network.L; l++) {
    const { norm } = network.layer(l);
    if (!(norm instanceof BatchNorm)) continue;
    learned.set(norm.runningMean.label, norm.runningMean);
    learned.set(norm.runningVariance.label, norm.runningVariance);
  }
  return learned;
}

/** A copy of what the network has learned, in its kernel's precision. */
export function saveNetwork(network: Network): Readonly<Record<string, Floats>> {
  const entries = Array.from(learnedMatrices(network), ([name, { data }]) => [name, data.slice()]);
  return Object.fromEntries(entries);
}

/** Puts back what `saveNetwork` copied. @throws ShapeError if the state is of another network */
export function restoreNetwork(network: Network, state: NetworkState): void {
  const learned = learnedMatrices(network);
  for (const [name, { data }] of learned) {
    const numbers = state[name];
    if (numbers?.length !== data.length) {
      throw new ShapeError(
        `restoreNetwork: ${name} needs ${data.length} numbers, got ${numbers?.length ?? 'none'}`,
      );
    }
  }
  for (const [name, { data }] of learned) data.set(state[name]!);
}
