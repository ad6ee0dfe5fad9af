import { check, type Equation } from '@book/equations';
import { Matrix } from '@engine';
import { batch, deviationOf, forward, hats, layerOf, meanOf, sum, varianceOf } from './batch';

const setup = batch;

export const forwardEquations: readonly Equation[] = [
  {
    id: 'bn-mean',
    tex: '\\mu = \\frac1m \\sum_{s=1}^{m} \\zs{s}',
    means: {
      zh: '一个单元的加权和，在这一批样本上的平均。',
      en: 'The mean of one unit’s sums over the batch.',
    },
    check: check({
      setup,
      left: (one) => forward(one).layer.mean.at(0, 0),
      right: ({ z }) => sum(z) / z.length,
      wrong: [
        {
          slip: { zh: '除以 m − 1', en: 'divided by m − 1' },
          right: ({ z }) => sum(z) / (z.length - 1),
        },
        { slip: { zh: '没有除', en: 'not divided' }, right: ({ z }) => sum(z) },
      ],
    }),
  },
  {
    id: 'bn-variance',
    tex: '\\sigma^2 = \\frac1m \\sum_{s=1}^{m} \\bigl(\\zs{s} - \\mu\\bigr)^2',
    means: {
      zh: '同一批上的方差：离均值的距离的平方，再平均。',
      en: 'The variance over the same batch: the mean squared distance from the mean.',
    },
    check: check({
      setup,
      tolerance: 1e-9,
      left: (one) => forward(one).layer.inverseDeviation.at(0, 0) ** -2 - one.epsilon,
      right: ({ z }) => meanOf(z.map((value) => (value - meanOf(z)) ** 2)),
      wrong: [
        {
          slip: { zh: '除以 m − 1：那是总体方差的无偏估计', en: 'the unbiased one, by m − 1' },
          right: ({ z }) => (varianceOf(z) * z.length) / (z.length - 1),
        },
        {
          slip: { zh: '没有先减去均值', en: 'the mean not subtracted' },
          right: ({ z }) => meanOf(z.map((value) => value ** 2)),
        },
        {
          slip: { zh: '开了根号：那是标准差', en: 'the root taken: the standard deviation' },
          right: ({ z }) => Math.sqrt(varianceOf(z)),
        },
      ],
    }),
  },
  {
    id: 'bn-normalise',
    tex: '\\zh{s} = \\frac{\\zs{s} - \\mu}{\\sqrt{\\sigma^2 + \\varepsilon}}',
    means: {
      zh: '减去均值，再除以标准差；ε 是一个小数，免得除以零。',
      en: 'Subtract the mean, divide by the standard deviation; ε is small and keeps the divisor from 0.',
    },
    check: check({
      setup,
      tolerance: 1e-10,
      left: (one) => Array.from(forward(one).layer.normalisedInput!.data),
      right: hats,
      wrong: [
        {
          slip: {
            zh: '除以方差，而不是标准差（笔记第 264 行）',
            en: 'divided by the variance instead of the standard deviation (the note’s line 264)',
          },
          right: (one) => hats(one).map((hat) => hat / deviationOf(one)),
        },
        {
          slip: { zh: '漏了 ε', en: 'ε forgotten' },
          right: ({ z }) => z.map((value) => (value - meanOf(z)) / Math.sqrt(varianceOf(z))),
        },
        {
          slip: { zh: '用了无偏方差', en: 'the unbiased variance' },
          right: ({ z, epsilon }) =>
            z.map(
              (value) =>
                (value - meanOf(z)) /
                Math.sqrt((varianceOf(z) * z.length) / (z.length - 1) + epsilon),
            ),
        },
        {
          slip: { zh: 'ε 加在了根号外面', en: 'ε added outside the root' },
          right: ({ z, epsilon }) =>
            z.map((value) => (value - meanOf(z)) / (Math.sqrt(varianceOf(z)) + epsilon)),
        },
      ],
    }),
  },
  {
    id: 'bn-scale-shift',
    tex: '\\zt{s} = \\gamma\\,\\zh{s} + \\beta',
    means: {
      zh: '再放大 γ 倍、移动 β：每个单元各有一个 γ、一个 β，都是学出来的。',
      en: 'Then stretch by γ and move by β; each unit has one of each, and learns them.',
    },
    check: check({
      setup,
      tolerance: 1e-10,
      left: (one) => forward(one).out,
      right: (one) => hats(one).map((hat) => one.gamma * hat + one.beta),
      wrong: [
        {
          slip: { zh: '先移动，后放大', en: 'moved first, then stretched' },
          right: (one) => hats(one).map((hat) => one.gamma * (hat + one.beta)),
        },
        {
          slip: { zh: '漏了 β', en: 'β left out' },
          right: (one) => hats(one).map((hat) => one.gamma * hat),
        },
        {
          slip: { zh: '漏了 γ', en: 'γ left out' },
          right: (one) => hats(one).map((hat) => hat + one.beta),
        },
      ],
    }),
  },
  {
    id: 'bn-identity',
    tex: '\\begin{gathered} \\gamma = \\sqrt{\\sigma^2 + \\varepsilon},\\quad \\beta = \\mu \\\\ \\Longrightarrow\\quad \\zt{s} = \\zs{s} \\end{gathered}',
    means: {
      zh: '取这样的 γ 和 β，出来的就是进去的：规范化能被完全撤销。',
      en: 'With this γ and this β what comes out is what went in: the normalisation can be undone.',
    },
    check: check({
      setup,
      tolerance: 1e-9,
      left: (one) => one.z,
      right: (one) => forward({ ...one, gamma: deviationOf(one), beta: meanOf(one.z) }).out,
      wrong: [
        {
          slip: { zh: 'γ 取成方差', en: 'the variance for γ' },
          right: (one) =>
            forward({ ...one, gamma: deviationOf(one) ** 2, beta: meanOf(one.z) }).out,
        },
        {
          slip: { zh: 'γ 里漏了 ε', en: 'ε forgotten in γ' },
          right: (one) =>
            forward({ ...one, gamma: Math.sqrt(varianceOf(one.z)), beta: meanOf(one.z) }).out,
        },
        {
          slip: { zh: 'β 的符号反了', en: 'β with the wrong sign' },
          right: (one) => forward({ ...one, gamma: deviationOf(one), beta: -meanOf(one.z) }).out,
        },
      ],
    }),
  },
  {
    id: 'bn-bias',
    tex: '\\begin{gathered} \\zs{s} \\to \\zs{s} + b \\quad (s = 1, \\dots, m) \\\\ \\Longrightarrow\\quad \\mu \\to \\mu + b,\\quad \\zh{s} \\to \\zh{s} \\end{gathered}',
    means: {
      zh: '整批都加上同一个数，均值也加上它，相减之后什么也没有留下。',
      en: 'A number added to the whole batch is added to the mean too, and the subtraction removes it.',
    },
    check: check({
      setup: (random) => ({ one: batch(random), b: random.uniform(0.7, 2) }),
      tolerance: 1e-10,
      left: ({ one, b }) => {
        const moved = forward({ ...one, z: one.z.map((z) => z + b) }).layer;
        return [moved.mean.at(0, 0), ...moved.normalisedInput!.data];
      },
      right: ({ one, b }) => [meanOf(one.z) + b, ...hats(one)],
      wrong: [
        {
          slip: { zh: '以为偏置会留在结果里', en: 'the bias kept in the result' },
          right: ({ one, b }) => [
            meanOf(one.z) + b,
            ...hats(one).map((hat) => hat + b / deviationOf(one)),
          ],
        },
        {
          slip: { zh: '以为均值不变', en: 'the mean left as it was' },
          right: ({ one }) => [meanOf(one.z), ...hats(one)],
        },
      ],
    }),
  },
];

/** Earlier averages, and a batch that updates them. */
const running = {
  setup: (random: Parameters<typeof batch>[0]) => ({
    one: batch(random),
    rho: random.uniform(0.1, 0.4),
    mean: random.uniform(-1, 0),
    variance: random.uniform(2, 3),
  }),
};
type Running = ReturnType<typeof running.setup>;

function updated({ one, rho, mean, variance }: Running) {
  const layer = layerOf(one, rho);
  layer.runningMean.data[0] = mean;
  layer.runningVariance.data[0] = variance;
  layer.forward(Matrix.from([one.z]), true);
  return layer;
}

export const inferenceEquations: readonly Equation[] = [
  {
    id: 'bn-running-mean',
    tex: '\\bar\\mu \\leftarrow (1 - \\rho)\\,\\bar\\mu + \\rho\\,\\mu',
    means: {
      zh: '均值的滑动平均：旧值占 1 − ρ，这一批占 ρ。',
      en: 'The running mean: the old one counts 1 − ρ, this batch ρ.',
    },
    check: check({
      setup: running.setup,
      tolerance: 1e-10,
      left: (trial) => updated(trial).runningMean.at(0, 0),
      right: ({ one, rho, mean }) => (1 - rho) * mean + rho * meanOf(one.z),
      wrong: [
        {
          slip: { zh: 'ρ 与 1 − ρ 对调', en: 'ρ and 1 − ρ exchanged' },
          right: ({ one, rho, mean }) => rho * mean + (1 - rho) * meanOf(one.z),
        },
        {
          slip: { zh: '只记最后一批', en: 'the last batch alone' },
          right: ({ one }) => meanOf(one.z),
        },
      ],
    }),
  },
  {
    id: 'bn-running-variance',
    tex: '\\bar\\sigma^2 \\leftarrow (1 - \\rho)\\,\\bar\\sigma^2 + \\rho\\,\\frac{m}{m-1}\\,\\sigma^2',
    means: {
      zh: '方差的滑动平均，用的是无偏方差：乘上 m/(m−1)。',
      en: 'The running variance takes the unbiased one of the batch: times m/(m − 1).',
    },
    check: check({
      setup: running.setup,
      tolerance: 1e-10,
      left: (trial) => updated(trial).runningVariance.at(0, 0),
      right: ({ one: { z }, rho, variance }) =>
        (1 - rho) * variance +
        (rho * sum(z.map((value) => (value - meanOf(z)) ** 2))) / (z.length - 1),
      wrong: [
        {
          slip: { zh: '用了有偏的方差', en: 'the biased variance' },
          right: ({ one, rho, variance }) => (1 - rho) * variance + rho * varianceOf(one.z),
        },
        {
          slip: { zh: '平均的是标准差', en: 'standard deviations averaged' },
          right: ({ one, rho, variance }) =>
            ((1 - rho) * Math.sqrt(variance) + rho * Math.sqrt(varianceOf(one.z))) ** 2,
        },
        {
          slip: { zh: 'ρ 与 1 − ρ 对调', en: 'ρ and 1 − ρ exchanged' },
          right: ({ one: { z }, rho, variance }) =>
            rho * variance + ((1 - rho) * varianceOf(z) * z.length) / (z.length - 1),
        },
      ],
    }),
  },
  {
    id: 'bn-inference',
    tex: '\\tilde z = \\gamma\\,\\frac{z - \\bar\\mu}{\\sqrt{\\bar\\sigma^2 + \\varepsilon}} + \\beta',
    means: {
      zh: '推理时只用存下来的均值和方差：一个样本的结果，与同批的其他样本无关。',
      en: 'In inference only the stored mean and variance: the result of a sample does not depend on those beside it.',
    },
    check: check({
      setup: running.setup,
      tolerance: 1e-10,
      // Each sample goes through by itself, and then all together.
      left: (trial) => {
        const layer = updated(trial);
        const alone = trial.one.z.map((z) => layer.forward(Matrix.from([[z]]), false).at(0, 0));
        return [...alone, ...layer.forward(Matrix.from([trial.one.z]), false).data];
      },
      right: (trial) => {
        const twice = inferred(trial, trial.one.epsilon);
        return [...twice, ...twice];
      },
      wrong: [
        {
          slip: { zh: '用了这一批的均值和方差', en: 'the statistics of this batch' },
          right: ({ one }) => {
            const twice = hats(one).map((hat) => one.gamma * hat + one.beta);
            return [...twice, ...twice];
          },
        },
        {
          slip: { zh: '漏了 ε', en: 'ε forgotten' },
          right: (trial) => {
            const twice = inferred(trial, 0);
            return [...twice, ...twice];
          },
        },
      ],
    }),
  },
];

function inferred({ one, rho, mean, variance }: Running, epsilon: number): number[] {
  const { z, gamma, beta } = one;
  const runningMean = (1 - rho) * mean + rho * meanOf(z);
  const unbiased = (varianceOf(z) * z.length) / (z.length - 1);
  const deviation = Math.sqrt((1 - rho) * variance + rho * unbiased + epsilon);
  return z.map((value) => (gamma * (value - runningMean)) / deviation + beta);
}
