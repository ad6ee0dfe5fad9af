import { drawNumber } from '@components/exercise/values';
import { BatchNorm, Matrix, type Random } from '@engine';

/** ε of the exercises: the usual one, too small to be seen in the digits asked for. */
export const epsilon = 1e-5;

/** Mean, variance and standard deviation of a batch, and what the layer makes of it: the engine's. */
export function normalised(
  z: readonly number[],
  { gamma = 1, beta = 0 }: { gamma?: number; beta?: number } = {},
) {
  const layer = new BatchNorm(1, { epsilon });
  layer.gamma.data[0] = gamma;
  layer.beta.data[0] = beta;
  const out = Array.from(layer.forward(Matrix.from([z]), true).data);
  const deviation = 1 / layer.inverseDeviation.at(0, 0);
  return {
    layer,
    mean: layer.mean.at(0, 0),
    variance: deviation ** 2 - epsilon,
    deviation,
    hat: Array.from(layer.normalisedInput!.data),
    out,
  };
}

/** Sums of a batch, no two alike and spread by more than 1, so that σ and σ² can be told apart. */
export function drawBatch(random: Random, count: number): number[] {
  const z: number[] = [];
  for (let s = 0; s < count; s++) {
    const low = -3 + (9 / count) * s;
    z.push(drawNumber(random, low, low + 9 / count - 0.5));
  }
  return random.shuffle(z);
}
