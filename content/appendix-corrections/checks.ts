import { check, type SealedCheck } from '@book/equations';
import { BatchNorm, Matrix, Network, type Random } from '@engine';

/** Checks of corrections that no displayed equation makes. */

const away = (random: Random, low = 0.4, high = 1.5): number =>
  (random.bernoulli(0.5) ? 1 : -1) * random.uniform(low, high);

/** A network with layers 0 … L: how many of them are hidden. */
export const hiddenLayers: SealedCheck = check({
  setup: (random) => Array.from({ length: 3 + random.integer(4) }, () => 1 + random.integer(5)),
  left: (sizes) =>
    new Network({
      sizes,
      activations: sizes.slice(1).map(() => 'tanh' as const),
      loss: 'squaredError',
    }).L - 1,
  right: (sizes) => sizes.slice(1, -1).length,
  wrong: [
    {
      slip: { zh: '把输入层也算作隐藏层', en: 'the input counted among the hidden layers' },
      right: (sizes) => sizes.slice(0, -1).length,
    },
  ],
});

/** g(x, y) = a x² − b y²: the gradient is 0 at the origin, which no direction of y leaves uphill. */
export const saddle: SealedCheck = check({
  setup: (random) => ({ a: random.uniform(0.5, 2), b: random.uniform(0.5, 2) }),
  tolerance: 1e-6,
  left: ({ a, b }) => {
    const g = (x: number, y: number): number => a * x * x - b * y * y;
    const h = 1e-4;
    const slope = [(g(h, 0) - g(-h, 0)) / (2 * h), (g(0, h) - g(0, -h)) / (2 * h)];
    return [...slope, Math.sign(g(h, 0)), Math.sign(g(0, h))];
  },
  right: () => [0, 0, 1, -1],
  wrong: [
    { slip: { zh: '当成极小值', en: 'taken for a minimum' }, right: () => [0, 0, 1, 1] },
    { slip: { zh: '当成极大值', en: 'taken for a maximum' }, right: () => [0, 0, -1, -1] },
  ],
});

/** The gradient of λ Σ w², by differences. */
export const penalty: SealedCheck = check({
  setup: (random) => ({ lambda: random.uniform(0.1, 0.4), w: [away(random), away(random)] }),
  tolerance: 1e-8,
  left: ({ lambda, w }) =>
    w.map((_, i) => {
      const at = (h: number): number =>
        lambda * w.map((one, k) => (k === i ? one + h : one)).reduce((s, u) => s + u * u, 0);
      return (at(1e-5) - at(-1e-5)) / 2e-5;
    }),
  right: ({ lambda, w }) => w.map((one) => 2 * lambda * one),
  wrong: [
    {
      slip: { zh: '漏了 2（那是 λ/2 的约定）', en: 'the 2 left out (that is the λ/2 convention)' },
      right: ({ lambda, w }) => w.map((one) => lambda * one),
    },
  ],
});

interface Batch {
  layer: BatchNorm;
  X: Matrix;
}

/** One unit, six samples with a spread far from 1, where variance and deviation differ. */
const batch = (random: Random): Batch => {
  const X = new Matrix(
    1,
    6,
    Float64Array.from(
      { length: 6 },
      (_, s) => 3 + 2.5 * (s % 2 ? -1 : 1) * random.uniform(0.8, 1.2),
    ),
  );
  return { layer: new BatchNorm(1, { epsilon: 1e-5, momentum: 0.1 }), X };
};
const mean = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / values.length;
const variance = (values: readonly number[]): number =>
  mean(values.map((x) => (x - mean(values)) ** 2));

/** Batch normalisation in training divides by √(σ² + ε). */
export const deviation: SealedCheck = check({
  setup: batch,
  left: ({ layer, X }) => Array.from(layer.forward(X, true).data),
  right: ({ X }) => {
    const x = X.toRows()[0]!;
    return x.map((one) => (one - mean(x)) / Math.sqrt(variance(x) + 1e-5));
  },
  wrong: [
    {
      slip: { zh: '除以了方差', en: 'divided by the variance' },
      right: ({ X }) => {
        const x = X.toRows()[0]!;
        return x.map((one) => (one - mean(x)) / (variance(x) + 1e-5));
      },
    },
  ],
});

/** After one batch of training, inference uses running averages of mean and unbiased variance. */
export const running: SealedCheck = check({
  setup: batch,
  left: ({ layer, X }) => {
    layer.forward(X, true);
    return Array.from(layer.forward(X, false).data);
  },
  right: ({ X }) => inference(X.toRows()[0]!, 6 / 5),
  wrong: [
    {
      slip: { zh: '推理时也用这一批的均值和方差', en: 'the batch’s own statistics in inference' },
      right: ({ X }) => {
        const x = X.toRows()[0]!;
        return x.map((one) => (one - mean(x)) / Math.sqrt(variance(x) + 1e-5));
      },
    },
    {
      slip: { zh: '累计的是有偏的方差', en: 'the biased variance averaged' },
      right: ({ X }) => inference(X.toRows()[0]!, 1),
    },
  ],
});

/** Running statistics after one batch: nine parts of the start (0 and 1), one of the batch. */
function inference(x: readonly number[], unbiased: number): number[] {
  const runningMean = 0.9 * 0 + 0.1 * mean(x);
  const runningVariance = 0.9 * 1 + 0.1 * variance(x) * unbiased;
  return x.map((one) => (one - runningMean) / Math.sqrt(runningVariance + 1e-5));
}
