import { check, type Equation } from '@book/equations';
import { activation } from '@engine';
import { byDifferences, logistic, anySum as setup, slipOf, slopeOf } from './tools';

const sigmoid = activation('sigmoid');
const tanh = activation('tanh');
const slip = slipOf<number>();

export const sigmoidEquations: readonly Equation[] = [
  {
    id: 'act-sigmoid',
    tex: '\\sigma(\\pre) = \\frac{1}{1 + e^{-\\pre}} \\in (0, 1)',
    means: {
      zh: 'Sigmoid：把任意加权和变成 0 与 1 之间的数。',
      en: 'The sigmoid turns any weighted sum into a number between 0 and 1.',
    },
    check: check({
      setup,
      left: (z) => [sigmoid.value(z), Number(sigmoid.value(z) > 0 && sigmoid.value(z) < 1)],
      // Another road to the same curve: half of 1 + tanh of half the sum.
      right: (z) => [(1 + Math.tanh(z / 2)) / 2, 1],
      wrong: [
        slip('the minus in the exponent lost', '指数上的负号丢了', (z) => [logistic(-z), 1]),
        slip('1 − e^(−z) in the denominator', '分母写成 1 − e^(−z)', (z) => [
          1 / (1 - Math.exp(-z)),
          1,
        ]),
      ],
    }),
  },
  {
    id: 'act-sigmoid-symmetry',
    tex: '\\sigma(-\\pre) = 1 - \\sigma(\\pre)',
    means: {
      zh: 'Sigmoid 关于点 (0, ½) 对称。',
      en: 'The sigmoid is symmetric about the point (0, ½).',
    },
    check: check({
      setup,
      left: (z) => sigmoid.value(-z),
      right: (z) => 1 - sigmoid.value(z),
      wrong: [
        slip('taken for an odd function', '当成了奇函数', (z) => -sigmoid.value(z)),
        slip('taken for an even function', '当成了偶函数', (z) => sigmoid.value(z)),
      ],
    }),
  },
  {
    id: 'act-sigmoid-slope',
    tex: "\\sigma'(\\pre) = \\sigma(\\pre)\\,\\bigl(1 - \\sigma(\\pre)\\bigr)",
    means: {
      zh: 'Sigmoid 的导数：用它自己的值就能算。',
      en: 'The slope of the sigmoid, from its own value.',
    },
    check: check({
      setup,
      left: (z) => slopeOf(logistic, z),
      right: (z) => sigmoid.derivative(z),
      tolerance: byDifferences,
      wrong: [
        slip('only 1 − a', '只写了 1 − a', (z) => 1 - sigmoid.value(z)),
        slip('z(1 − z) instead of a(1 − a)', '写成 z(1 − z)', (z) => z * (1 - z)),
        slip('the slope taken at a instead of z', '斜率取在 a 处而不是 z 处', (z) =>
          sigmoid.derivative(sigmoid.value(z)),
        ),
        slip('the sign turned round', '符号反了', (z) => -sigmoid.derivative(z)),
      ],
    }),
  },
];

export const tanhEquations: readonly Equation[] = [
  {
    id: 'act-tanh',
    tex: '\\begin{aligned} \\tanh \\pre &= \\frac{e^{\\pre} - e^{-\\pre}}{e^{\\pre} + e^{-\\pre}} \\\\[0.6em] &= \\frac{2}{1 + e^{-2\\pre}} - 1 \\\\[0.6em] &= 2\\,\\sigma(2\\pre) - 1 \\in (-1, 1) \\end{aligned}',
    means: {
      zh: 'tanh：拉伸、平移过的 Sigmoid，值在 −1 与 1 之间。',
      en: 'Tanh: a stretched and shifted sigmoid with values between −1 and 1.',
    },
    check: check({
      setup,
      left: (z) => [tanh.value(z), tanh.value(z), tanh.value(z)],
      right: (z) => [
        (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z)),
        2 / (1 + Math.exp(-2 * z)) - 1,
        2 * sigmoid.value(2 * z) - 1,
      ],
      wrong: [
        slip('σ(z) instead of σ(2z)', '写成 σ(z) 而不是 σ(2z)', (z) => [
          tanh.value(z),
          tanh.value(z),
          2 * sigmoid.value(z) - 1,
        ]),
        slip('e^(−z) instead of e^(−2z)', '写成 e^(−z) 而不是 e^(−2z)', (z) => [
          tanh.value(z),
          2 / (1 + Math.exp(-z)) - 1,
          tanh.value(z),
        ]),
        slip('sum and difference exchanged', '和与差写反了', (z) => [
          (Math.exp(z) + Math.exp(-z)) / (Math.exp(z) - Math.exp(-z)),
          tanh.value(z),
          tanh.value(z),
        ]),
      ],
    }),
  },
  {
    id: 'act-tanh-slope',
    tex: "\\tanh'\\pre = 1 - \\tanh^2 \\pre",
    means: {
      zh: 'tanh 的导数：1 减去值的平方。',
      en: 'The slope of tanh: 1 minus the square of its value.',
    },
    check: check({
      setup,
      left: (z) => slopeOf((t) => 2 * logistic(2 * t) - 1, z),
      right: (z) => tanh.derivative(z),
      tolerance: byDifferences,
      wrong: [
        slip('the square lost', '漏了平方', (z) => 1 - tanh.value(z)),
        slip('the sigmoid’s formula a(1 − a)', '套用了 Sigmoid 的 a(1 − a)', (z) => {
          const a = tanh.value(z);
          return a * (1 - a);
        }),
        slip(
          '2σ′(2z): the inner derivative lost',
          '写成 2σ′(2z)，漏了内层的导数',
          (z) => 2 * sigmoid.derivative(2 * z),
        ),
      ],
    }),
  },
];
