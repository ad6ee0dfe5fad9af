import { BatchNorm, finiteDifference, Matrix, type Random } from '@engine';

/** One unit's sums over a batch, with γ, β, ε, and a loss that weighs every output differently. */
export interface Batch {
  z: number[];
  gamma: number;
  beta: number;
  epsilon: number;
  /** The loss is Σ c z̃ + ½ Σ d z̃², over the samples. */
  c: number[];
  d: number[];
}

const list = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);

/** ε is far larger than in practice, so that a check sees it forgotten. */
export function batch(random: Random): Batch {
  const m = 4 + random.integer(3);
  const centre = random.uniform(1, 3);
  return {
    // Two far apart: the standard deviation keeps clear of 1, where it equals the variance.
    z: [centre - 3, centre + 4, ...list(m - 2, () => centre + random.normal(0, 1.5))],
    gamma: (random.bernoulli(0.5) ? 1 : -1) * random.uniform(1.3, 2.2),
    beta: random.uniform(0.4, 1.4),
    epsilon: random.uniform(0.2, 0.6),
    c: list(m, () => random.uniform(-2, 2)),
    d: list(m, () => random.uniform(0.3, 1)),
  };
}

/** The engine's layer for this batch, with its γ, β and ε. */
export function layerOf({ gamma, beta, epsilon }: Batch, momentum = 0.1): BatchNorm {
  const layer = new BatchNorm(1, { epsilon, momentum });
  layer.gamma.data[0] = gamma;
  layer.beta.data[0] = beta;
  return layer;
}

/** The layer after a forward pass in training. */
export function forward(one: Batch): { layer: BatchNorm; out: number[] } {
  const layer = layerOf(one);
  const out = Array.from(layer.forward(Matrix.from([one.z]), true).data);
  return { layer, out };
}

export const sum = (values: readonly number[]): number => values.reduce((p, q) => p + q, 0);
export const meanOf = (values: readonly number[]): number => sum(values) / values.length;
/** Mean of the squares minus the square of the mean: another way than the engine's. */
export const varianceOf = (values: readonly number[]): number =>
  meanOf(values.map((value) => value * value)) - meanOf(values) ** 2;

export const deviationOf = ({ z, epsilon }: Batch): number => Math.sqrt(varianceOf(z) + epsilon);
export const hats = (one: Batch): number[] =>
  one.z.map((z) => (z - meanOf(one.z)) / deviationOf(one));

/** The loss of what the samples' outputs are. */
export const lossOf = ({ c, d }: Batch, out: readonly number[]): number =>
  sum(out.map((value, s) => c[s]! * value + (d[s]! * value * value) / 2));

/** ∂L/∂z̃_s for every sample. */
export const outer = (one: Batch): number[] =>
  hats(one).map((hat, s) => one.c[s]! + one.d[s]! * (one.gamma * hat + one.beta));

/** ∂L/∂ẑ_s for every sample. */
export const hatGradients = (one: Batch): number[] => outer(one).map((g) => one.gamma * g);

/** What the engine's backward pass makes of ∂L/∂z̃. */
export function backward(one: Batch): { dz: number[]; dgamma: number; dbeta: number } {
  const { layer } = forward(one);
  const dz = Array.from(layer.backward(Matrix.from([outer(one)])).data);
  // The engine means parameters' gradients over the batch; here the loss is of the whole batch.
  const m = one.z.length;
  return { dz, dgamma: layer.dgamma.at(0, 0) * m, dbeta: layer.dbeta.at(0, 0) * m };
}

/** ∂L/∂z_s by moving each z of the batch both ways through the whole layer. */
export function inputSlopes(one: Batch): number[] {
  const Z = Matrix.from([one.z]);
  const layer = layerOf(one);
  const loss = (): number => lossOf(one, Array.from(layer.forward(Z, true).data));
  return one.z.map((_, s) => finiteDifference(loss, Z, s));
}

/** The loss as it depends on μ and σ² alone, the z held: what the paths through them are. */
const lossWith = (one: Batch, mean: number, variance: number): number =>
  lossOf(
    one,
    one.z.map((z) => (one.gamma * (z - mean)) / Math.sqrt(variance + one.epsilon) + one.beta),
  );

const h = 1e-5;

/** ∂L/∂σ², with μ held. */
export function varianceSlope(one: Batch): number {
  const [mean, variance] = [meanOf(one.z), varianceOf(one.z)];
  return (lossWith(one, mean, variance + h) - lossWith(one, mean, variance - h)) / (2 * h);
}

/** ∂L/∂μ, with σ² following it: the variance is about this mean. */
export function meanSlope(one: Batch): number {
  const at = (mean: number): number =>
    lossWith(one, mean, meanOf(one.z.map((z) => (z - mean) ** 2)));
  const mean = meanOf(one.z);
  return (at(mean + h) - at(mean - h)) / (2 * h);
}

/** What finite differences of a batch allow. */
export const byDifferences = 1e-7;
