import { check, type Derivation, type Equation, lineCheck } from '@book/equations';
import type { Text } from '@book/languages';
import { LayerNorm, Matrix } from '@engine';
import {
  type Batch,
  backward,
  batch,
  byDifferences,
  deviationOf,
  forward,
  hatGradients,
  hats,
  inputSlopes,
  lossOf,
  meanOf,
  meanSlope,
  outer,
  sum,
  varianceOf,
  varianceSlope,
} from './batch';

const setup = batch;
const tolerance = byDifferences;
const dot = (p: readonly number[], q: readonly number[]): number =>
  sum(p.map((value, i) => value * q[i]!));

/** ∂L/∂z_s from the closed form, with terms that a slip can drop. */
const closed =
  ({ centre = true, slope = true, gamma = true, power = 1 } = {}) =>
  (one: Batch): number[] => {
    const [g, hat] = [outer(one), hats(one)];
    const scale = (gamma ? one.gamma : 1) / deviationOf(one) ** power;
    const [mean, product] = [meanOf(g), dot(g, hat) / g.length];
    return g.map(
      (value, s) => scale * (value - (centre ? mean : 0) - (slope ? hat[s]! * product : 0)),
    );
  };

/** The loss with another γ or β, through the engine. */
const lossAt = (one: Batch): number => lossOf(one, forward(one).out);
const slopeOf = (one: Batch, name: 'gamma' | 'beta'): number =>
  (lossAt({ ...one, [name]: one[name] + 1e-5 }) - lossAt({ ...one, [name]: one[name] - 1e-5 })) /
  2e-5;

/** Without ε, which would not scale along. */
const bare = (one: Batch): Batch => ({ ...one, epsilon: 0 });
const stretched = (one: Batch, k: number): Batch => ({ ...one, z: one.z.map((z) => k * z) });

/** One sample's sums in a layer of units, each unit with its γ and β. */
const sample = (random: Parameters<typeof batch>[0]) => {
  const { z, epsilon } = batch(random);
  const other = z.map((value) => 3 * value + random.uniform(1, 4) * random.uniform());
  return { z, other, epsilon };
};
type Sample = ReturnType<typeof sample>;
const normalised = ({ z, other, epsilon }: Sample, epsilonUsed = epsilon): number[] =>
  [z, other].flatMap((column) =>
    column.map((value) => (value - meanOf(column)) / Math.sqrt(varianceOf(column) + epsilonUsed)),
  );

export const backwardEquations: readonly Equation[] = [
  {
    id: 'bn-grad-gamma',
    tex: '\\dd{\\loss}{\\gamma} = \\sum_{s=1}^{m} \\dd{\\loss}{\\zt{s}}\\,\\zh{s}',
    means: {
      zh: 'γ 的梯度：每个样本各有一份，加起来。',
      en: 'The gradient of γ: one part from each sample, added up.',
    },
    check: check({
      setup,
      tolerance,
      left: (one) => [slopeOf(one, 'gamma'), backward(one).dgamma],
      right: (one) => {
        const gradient = dot(outer(one), hats(one));
        return [gradient, gradient];
      },
      wrong: [
        {
          slip: { zh: '乘了没有规范化的 z', en: 'times the z that is not normalised' },
          right: (one) => {
            const gradient = dot(outer(one), one.z);
            return [gradient, gradient];
          },
        },
        {
          slip: { zh: '只写了一个样本的', en: 'one sample only' },
          right: (one) => {
            const gradient = outer(one)[0]! * hats(one)[0]!;
            return [gradient, gradient];
          },
        },
      ],
    }),
  },
  {
    id: 'bn-grad-beta',
    tex: '\\dd{\\loss}{\\beta} = \\sum_{s=1}^{m} \\dd{\\loss}{\\zt{s}}',
    means: {
      zh: 'β 的梯度：和偏置的一样，直接相加。',
      en: 'The gradient of β: added up, as that of a bias.',
    },
    check: check({
      setup,
      tolerance,
      left: (one) => [slopeOf(one, 'beta'), backward(one).dbeta],
      right: (one) => [sum(outer(one)), sum(outer(one))],
      wrong: [
        {
          slip: { zh: '乘上了 γ', en: 'times γ' },
          right: (one) => [sum(hatGradients(one)), sum(hatGradients(one))],
        },
        {
          slip: { zh: '漏了求和', en: 'the sum left out' },
          right: (one) => [outer(one)[0]!, outer(one)[0]!],
        },
      ],
    }),
  },
  {
    id: 'bn-backward',
    tex: '\\begin{gathered} g_s = \\dd{\\loss}{\\zt{s}},\\quad \\overline{g} = \\frac1m \\sum_{t=1}^{m} g_t, \\\\[0.8em] \\overline{g \\hat z} = \\frac1m \\sum_{t=1}^{m} g_t\\,\\zh{t} \\\\[0.8em] \\dd{\\loss}{\\zs{s}} = \\frac{\\gamma}{\\sqrt{\\sigma^2 + \\varepsilon}}\\,\\bigl(\\, g_s - \\overline{g} - \\zh{s}\\;\\overline{g \\hat z} \\,\\bigr) \\end{gathered}',
    means: {
      zh: '误差项穿过批规范化：先减去梯度的均值，再减去顺着 ẑ 的那一部分，最后乘上 γ 除以标准差。',
      en: 'The error through batch normalisation: the gradients’ mean is taken off, then their part along ẑ, and the rest is multiplied by γ over the standard deviation.',
    },
    check: check({
      setup,
      tolerance,
      left: (one) => [...inputSlopes(one), ...backward(one).dz],
      right: (one) => [...closed()(one), ...closed()(one)],
      wrong: (
        [
          [
            { zh: '漏了经过均值的一项', en: 'the term through the mean dropped' },
            { centre: false },
          ],
          [
            { zh: '漏了经过方差的一项', en: 'the term through the variance dropped' },
            { slope: false },
          ],
          [
            { zh: '把 μ 和 σ² 当成常数', en: 'μ and σ² treated as constants' },
            { centre: false, slope: false },
          ],
          [{ zh: '漏了 γ', en: 'γ left out' }, { gamma: false }],
          [{ zh: '除以了方差', en: 'divided by the variance' }, { power: 2 }],
        ] as const
      ).map(([slip, parts]) => ({
        slip,
        right: (one: Batch) => [...closed(parts)(one), ...closed(parts)(one)],
      })),
    }),
  },
  {
    id: 'bn-bias-gradient',
    tex: '\\sum_{s=1}^{m} \\dd{\\loss}{\\zs{s}} = 0',
    means: {
      zh: '整批的误差项加起来是零，所以批规范化前面的偏置没有梯度。',
      en: 'The errors of the batch add up to 0, so a bias in front of batch normalisation gets no gradient.',
    },
    check: check({
      setup,
      tolerance,
      left: (one) => [sum(inputSlopes(one)), sum(backward(one).dz)],
      right: () => [0, 0],
      wrong: [
        {
          slip: { zh: '漏了经过均值的一项', en: 'the term through the mean dropped' },
          right: (one) => {
            const total = sum(closed({ centre: false })(one));
            return [total, total];
          },
        },
        {
          slip: { zh: '以为和输出的梯度之和一样', en: 'the sum of the outputs’ gradients' },
          right: (one) => [sum(outer(one)), sum(outer(one))],
        },
      ],
    }),
  },
  {
    id: 'bn-scale-free',
    tex: '\\begin{gathered} \\zs{s} \\to k\\,\\zs{s} \\quad (s = 1, \\dots, m,\\ k > 0,\\ \\varepsilon = 0) \\\\ \\Longrightarrow\\quad \\zt{s} \\to \\zt{s}, \\\\[0.4em] \\dd{\\loss}{\\zs{s}} \\to \\frac1k\\,\\dd{\\loss}{\\zs{s}} \\end{gathered}',
    means: {
      zh: '权重放大 k 倍，输出不变，梯度反而缩小到 1/k：权重冲得太大时，步子自己变小。',
      en: 'Weights k times as large leave the output as it is and make the gradient k times smaller: where weights have run too far, steps shrink by themselves.',
    },
    check: check({
      setup: (random) => ({ one: bare(batch(random)), k: random.uniform(1.5, 4) }),
      tolerance,
      left: ({ one, k }) => [...forward(stretched(one, k)).out, ...backward(stretched(one, k)).dz],
      right: ({ one, k }) => [...forward(one).out, ...inputSlopes(one).map((slope) => slope / k)],
      wrong: [
        {
          slip: { zh: '以为梯度也不变', en: 'the gradient left as it was' },
          right: ({ one }) => [...forward(one).out, ...inputSlopes(one)],
        },
        {
          slip: { zh: '以为梯度放大 k 倍', en: 'the gradient k times as large' },
          right: ({ one, k }) => [...forward(one).out, ...inputSlopes(one).map((g) => g * k)],
        },
        {
          slip: { zh: '以为输出也放大', en: 'the output k times as large' },
          right: ({ one, k }) => [
            ...forward(one).out.map((out) => out * k),
            ...inputSlopes(one).map((g) => g / k),
          ],
        },
      ],
    }),
  },
  {
    id: 'bn-layer-norm',
    tex: '\\begin{gathered} \\zh{i} = \\frac{\\zs{i} - \\mu}{\\sqrt{\\sigma^2 + \\varepsilon}}, \\\\[0.8em] \\mu = \\frac1n \\sum_{i=1}^{n} \\zs{i}, \\\\[0.8em] \\sigma^2 = \\frac1n \\sum_{i=1}^{n} (\\zs{i} - \\mu)^2 \\end{gathered}',
    means: {
      zh: '层规范化：同一个公式，只是在一个样本的 n 个单元上求均值和方差，不是在一批样本上。',
      en: 'Layer normalisation: the same formula with mean and variance over the n units of one sample, not over the batch.',
    },
    check: check({
      setup: sample,
      tolerance: 1e-9,
      left: ({ z, other, epsilon }) => {
        const columns = Matrix.from(z.map((value, i) => [value, other[i]!]));
        const out = new LayerNorm(z.length, { epsilon }).forward(columns);
        return [0, 1].flatMap((s) => z.map((_, i) => out.at(i, s)));
      },
      right: normalised,
      wrong: [
        {
          slip: {
            zh: '在样本上求平均，而不是在单元上',
            en: 'over the samples instead of the units',
          },
          right: ({ z, other, epsilon }) =>
            [z, other].flatMap((column) =>
              column.map((value, i) => {
                const pair = [z[i]!, other[i]!];
                return (value - meanOf(pair)) / Math.sqrt(varianceOf(pair) + epsilon);
              }),
            ),
        },
        { slip: { zh: '漏了 ε', en: 'ε forgotten' }, right: (one) => normalised(one, 0) },
      ],
    }),
  },
];

/** A chain of lines, each with its reason, what it comes to, and a slip that its check rejects. */
function chain(
  id: string,
  title: Text,
  start: { tex: string; why: Text; value: (one: Batch) => number[] },
  lines: readonly {
    tex: string;
    why: Text;
    value: (one: Batch) => number[];
    slip: Text;
    slipped: (one: Batch) => number[];
  }[],
): Derivation {
  const before = [start, ...lines];
  const equal = lineCheck(setup, tolerance);
  return {
    id,
    title,
    steps: [
      { tex: start.tex, why: start.why },
      ...lines.map(({ tex, why, value, slip, slipped }, i) => ({
        tex,
        why,
        check: equal(before[i]!.value, value, slip, slipped),
      })),
    ],
  };
}

/** z_s − μ for every sample. */
const centred = ({ z }: Batch): number[] => z.map((value) => value - meanOf(z));

const varianceDerivation = chain(
  'bn-back-variance',
  { zh: '一、损失对方差的偏导数', en: 'One: the loss by the variance' },
  {
    tex: '\\dd{\\loss}{\\sigma^2}',
    why: {
      zh: '第一步：方差变一点，损失变多少？每个样本的 $\\zh{t}$ 都用到它。',
      en: 'How does the loss change with the variance? Every $\\zh{t}$ uses it.',
    },
    value: (one) => [varianceSlope(one)],
  },
  [
    {
      tex: '= \\sum_{t=1}^{m} \\dd{\\loss}{\\zh{t}}\\;\\dd{\\zh{t}}{\\sigma^2}',
      why: { zh: '链式法则：对所有样本求和。', en: 'The chain rule: a sum over all samples.' },
      value: (one) => [
        dot(
          hatGradients(one),
          one.z.map((z) => {
            const at = (by: number): number =>
              (z - meanOf(one.z)) / Math.sqrt(varianceOf(one.z) + by + one.epsilon);
            return (at(1e-5) - at(-1e-5)) / 2e-5;
          }),
        ),
      ],
      slip: { zh: '只算了一个样本', en: 'one sample only' },
      slipped: (one) => [(hatGradients(one)[0]! * hats(one)[0]! * -0.5) / deviationOf(one) ** 2],
    },
    {
      tex: '= -\\frac12\\,(\\sigma^2 + \\varepsilon)^{-3/2}\\,\\sum_{t=1}^{m} \\dd{\\loss}{\\zh{t}}\\,(\\zs{t} - \\mu)',
      why: {
        zh: '$(\\sigma^2+\\varepsilon)^{-1/2}$ 的导数，幂次降一。',
        en: '$(\\sigma^2+\\varepsilon)^{-1/2}$ differentiated: the power goes down by one.',
      },
      value: (one) => [-0.5 * deviationOf(one) ** -3 * dot(hatGradients(one), centred(one))],
      slip: { zh: '漏了二分之一', en: 'the half left out' },
      slipped: (one) => [-(deviationOf(one) ** -3) * dot(hatGradients(one), centred(one))],
    },
    {
      tex: '= -\\frac{1}{2\\,(\\sigma^2 + \\varepsilon)}\\,\\sum_{t=1}^{m} \\dd{\\loss}{\\zh{t}}\\,\\zh{t}',
      why: {
        zh: '把一个根号并进和里，$\\zs{t} - \\mu$ 就成了 $\\zh{t}$。',
        en: 'One root goes into the sum and makes $\\zh{t}$ of $\\zs{t} - \\mu$.',
      },
      value: (one) => [(-0.5 * dot(hatGradients(one), hats(one))) / deviationOf(one) ** 2],
      slip: { zh: '根号没有并进去', en: 'the root not divided off' },
      slipped: (one) => [(-0.5 * dot(hatGradients(one), hats(one))) / deviationOf(one) ** 3],
    },
  ],
);

const meanDerivation = chain(
  'bn-back-mean',
  { zh: '二、损失对均值的偏导数', en: 'Two: the loss by the mean' },
  {
    tex: '\\dd{\\loss}{\\mu}',
    why: {
      zh: '均值走两条路：直接进入每个 $\\zh{t}$，又经过方差。',
      en: 'The mean acts on two ways: straight on every $\\zh{t}$, and through the variance.',
    },
    value: (one) => [meanSlope(one)],
  },
  [
    {
      tex: '= -\\frac{1}{\\sqrt{\\sigma^2 + \\varepsilon}}\\,\\sum_{t=1}^{m} \\dd{\\loss}{\\zh{t}} \\;-\\; \\dd{\\loss}{\\sigma^2}\\,\\frac2m \\sum_{t=1}^{m} (\\zs{t} - \\mu)',
      why: {
        zh: '前一项是直接的路；后一项是 $\\sigma^2$ 对 $\\mu$ 求导。',
        en: 'First the straight way, then $\\sigma^2$ differentiated by $\\mu$.',
      },
      value: (one) => [
        -sum(hatGradients(one)) / deviationOf(one) - varianceSlope(one) * 2 * meanOf(centred(one)),
      ],
      slip: { zh: '符号反了', en: 'the sign wrong' },
      slipped: (one) => [sum(hatGradients(one)) / deviationOf(one)],
    },
    {
      tex: '= -\\frac{1}{\\sqrt{\\sigma^2 + \\varepsilon}}\\,\\sum_{t=1}^{m} \\dd{\\loss}{\\zh{t}}',
      why: {
        zh: '离均值的距离加起来是零，后一项没有了。',
        en: 'The distances from a mean add up to 0, so the second term is gone.',
      },
      value: (one) => [-sum(hatGradients(one)) / deviationOf(one)],
      slip: { zh: '除以了方差', en: 'divided by the variance' },
      slipped: (one) => [-sum(hatGradients(one)) / deviationOf(one) ** 2],
    },
  ],
);

const each = (one: Batch, value: (s: number) => number): number[] => one.z.map((_, s) => value(s));

/** The three paths from z_s: itself, the variance, the mean. */
const paths = (one: Batch, parts = { variance: 2, mean: 1 }): number[] => {
  const [byHat, byVariance, byMean] = [hatGradients(one), varianceSlope(one), meanSlope(one)];
  const m = one.z.length;
  return each(
    one,
    (s) =>
      byHat[s]! / deviationOf(one) +
      (byVariance * parts.variance * centred(one)[s]!) / m +
      (byMean * parts.mean) / m,
  );
};

/** With both partial derivatives put in; `hat` is what multiplies the last sum. */
const putIn = (one: Batch, last = hats(one)): number[] => {
  const [byHat, sd] = [hatGradients(one), deviationOf(one)];
  const product = dot(byHat, hats(one)) / one.z.length;
  return each(one, (s) => (byHat[s]! - last[s]! * product - meanOf(byHat)) / sd);
};

const inputDerivation = chain(
  'bn-back-input',
  { zh: '三、损失对输入的偏导数', en: 'Three: the loss by an input' },
  {
    tex: '\\dd{\\loss}{\\zs{s}}',
    why: {
      zh: '要求的：一个样本的加权和变一点，损失变多少。',
      en: 'What is wanted: how the loss changes with one sample’s sum.',
    },
    value: inputSlopes,
  },
  [
    {
      tex: '= \\dd{\\loss}{\\zh{s}}\\,\\frac{1}{\\sqrt{\\sigma^2 + \\varepsilon}} + \\dd{\\loss}{\\sigma^2}\\,\\frac{2\\,(\\zs{s} - \\mu)}{m} + \\dd{\\loss}{\\mu}\\,\\frac1m',
      why: {
        zh: '三条路：经过自己的 $\\zh{s}$，经过方差，经过均值。',
        en: 'Three ways: through its own $\\zh{s}$, through the variance, through the mean.',
      },
      value: (one) => paths(one),
      slip: { zh: '漏了经过均值的路', en: 'the way through the mean missing' },
      slipped: (one) => paths(one, { variance: 2, mean: 0 }),
    },
    {
      tex: '= \\frac{1}{\\sqrt{\\sigma^2 + \\varepsilon}}\\,\\Bigl(\\,\\dd{\\loss}{\\zh{s}} - \\zh{s}\\,\\frac1m \\sum_{t=1}^{m} \\dd{\\loss}{\\zh{t}}\\,\\zh{t} - \\frac1m \\sum_{t=1}^{m} \\dd{\\loss}{\\zh{t}}\\Bigr)',
      why: {
        zh: '代入前两步的结果。2 约掉了，$\\zs{s} - \\mu$ 除以根号又成了 $\\zh{s}$。',
        en: 'The two results put in. The 2 cancels, and $\\zs{s} - \\mu$ over the root is $\\zh{s}$ again.',
      },
      value: (one) => putIn(one),
      slip: { zh: '写成了没有除以根号的距离', en: 'the distance not divided by the root' },
      slipped: (one) => putIn(one, centred(one)),
    },
    {
      tex: '= \\frac{\\gamma}{\\sqrt{\\sigma^2 + \\varepsilon}}\\,\\Bigl(\\,\\dd{\\loss}{\\zt{s}} - \\zh{s}\\,\\frac1m \\sum_{t=1}^{m} \\dd{\\loss}{\\zt{t}}\\,\\zh{t} - \\frac1m \\sum_{t=1}^{m} \\dd{\\loss}{\\zt{t}}\\Bigr)',
      why: {
        zh: '对 $\\zh{t}$ 的偏导数，是对 $\\zt{t}$ 的乘以 $\\gamma$；把 $\\gamma$ 提出来。',
        en: 'The derivative by $\\zh{t}$ is $\\gamma$ times that by $\\zt{t}$; $\\gamma$ goes in front.',
      },
      value: closed(),
      slip: { zh: '漏了 γ', en: 'γ left out' },
      slipped: closed({ gamma: false }),
    },
  ],
);

export const backwardDerivations: readonly Derivation[] = [
  varianceDerivation,
  meanDerivation,
  inputDerivation,
];
