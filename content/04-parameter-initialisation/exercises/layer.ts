import { tex } from '@components/exercise/tex';
import type { PartsExercise } from '@components/exercise/types';
import { drawNumber, part } from '@components/exercise/values';

export const weightedSum: PartsExercise = {
  id: 'pi-weighted-sum',
  kind: 'number',
  title: { en: 'How far a sum spreads', zh: '加权和散得多开' },
  about: 'one-layer',
  statement: {
    en: tex`A unit has $\slot{n}$ inputs. Its weights have mean 0 and **standard deviation** $\slot{s}$. The activations that arrive have an expected square of $\slot{q}$. Find the variance and the standard deviation of its weighted sum, each to three decimals.`,
    zh: tex`一个单元有 $\slot{n}$ 个输入，权重的期望是 0，**标准差**是 $\slot{s}$，收到的激活值平方的期望是 $\slot{q}$。求加权和的方差和标准差，都保留三位小数。`,
  },
  draw: (random) => {
    const n = 10 * drawNumber(random, 5, 30, 0);
    const s = drawNumber(random, 0.06, 0.3, 2);
    const q = drawNumber(random, 0.2, 0.9);
    const v = n * s ** 2 * q;
    return { n, s, q, square: Number((s * s).toFixed(4)), v, sigma: Math.sqrt(v) };
  },
  parts: [
    part({
      id: 'v',
      label: { en: tex`$\Var(\zi{l}{j}) =$`, zh: tex`$\Var(\zi{l}{j}) =$` },
      spoken: { en: 'variance of the weighted sum', zh: '加权和的方差' },
      decimals: 3,
      answer: ({ n, s, q }) => Number(n) * Number(s) ** 2 * Number(q),
      mistakes: [
        {
          id: 'not-squared',
          says: {
            en: 'You seem to have used the standard deviation of the weights where their variance belongs. Square it.',
            zh: '该用权重的方差，你似乎用了标准差。要平方。',
          },
          about: 'eq-pi-variance-z',
          value: ({ n, s, q }) => Number(n) * Number(s) * Number(q),
        },
        {
          id: 'one-term',
          says: {
            en: 'That is the variance of one term. The sum has one for each input.',
            zh: '这只是一项的方差。每个输入都有一项。',
          },
          about: 'eq-pi-variance-z',
          value: ({ s, q }) => Number(s) ** 2 * Number(q),
        },
        {
          id: 'q-squared',
          says: {
            en: 'The expected square is given already; it is not squared again.',
            zh: '给出的已经是平方的期望，不用再平方。',
          },
          value: ({ n, s, q }) => Number(n) * Number(s) ** 2 * Number(q) ** 2,
        },
      ],
    }),
    part({
      id: 'sigma',
      label: { en: tex`$\sigma =$`, zh: tex`$\sigma =$` },
      spoken: { en: 'standard deviation of the weighted sum', zh: '加权和的标准差' },
      decimals: 3,
      answer: ({ v }) => Math.sqrt(Number(v)),
      mistakes: [
        {
          id: 'variance',
          says: { en: 'That is the variance. Take its root.', zh: '这是方差，还要开平方。' },
          value: ({ v }) => Number(v),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'One term for each input, and each term is a weight times an activation.',
      zh: '每个输入一项，每一项是一个权重乘一个激活值。',
    },
    {
      en: 'The variance of a term is the variance of the weight times the expected square of the activation.',
      zh: '一项的方差，是权重的方差乘以激活值平方的期望。',
    },
    {
      en: tex`The variance of a weight is $\slot{s} \cdot \slot{s} = \slot{square}$.`,
      zh: tex`一个权重的方差是 $\slot{s} \cdot \slot{s} = \slot{square}$。`,
    },
  ],
  solution: [
    {
      en: tex`The weights have the variance $\slot{s}^2$, and there are $\slot{n}$ terms.`,
      zh: tex`权重的方差是 $\slot{s}^2$，一共 $\slot{n}$ 项。`,
    },
    {
      en: tex`So the variance is $\slot{n} \cdot \slot{s}^2 \cdot \slot{q} \approx \slot{v}$, and the standard deviation is its root, $\slot{sigma}$.`,
      zh: tex`所以方差是 $\slot{n} \cdot \slot{s}^2 \cdot \slot{q} \approx \slot{v}$，标准差是它的平方根 $\slot{sigma}$。`,
    },
  ],
};

/** Layers after the first in `throughLayers`. */
const more = 4;

export const throughLayers: PartsExercise = {
  id: 'pi-through-layers',
  kind: 'number',
  title: { en: 'Four layers on', zh: '再过四层' },
  about: 'ten-layers',
  statement: {
    en: tex`Every layer of a network has $\slot{n}$ units, whose sums stay near 0, so that tanh hands on what it gets. All weights have mean 0 and standard deviation $\slot{s}$. By what factor does one layer multiply the variance of the signal? And by what factor do four layers multiply its **standard deviation**? Give both to four decimals.`,
    zh: tex`一个网络每层有 $\slot{n}$ 个单元，加权和都在 0 附近，tanh 收到多少就送出多少。所有权重的期望是 0，标准差是 $\slot{s}$。信号每过一层，方差乘以多少？过四层，**标准差**一共乘以多少？都保留四位小数。`,
  },
  draw: (random) => {
    const n = 10 * drawNumber(random, 5, 12, 0);
    const s = drawNumber(random, 0.05, 0.14, 2);
    const one = n * s ** 2;
    return { n, s, one, many: one ** (more / 2), power: one ** more };
  },
  parts: [
    part({
      id: 'one',
      label: { en: 'one layer, variance', zh: '一层，方差' },
      spoken: { en: 'factor of the variance in one layer', zh: '一层使方差乘以的因子' },
      decimals: 4,
      answer: ({ n, s }) => Number(n) * Number(s) ** 2,
      mistakes: [
        {
          id: 'not-squared',
          says: {
            en: 'You seem to have used the standard deviation. The variance of the weights is its square.',
            zh: '你似乎用了标准差。权重的方差是它的平方。',
          },
          about: 'eq-pi-depth',
          value: ({ n, s }) => Number(n) * Number(s),
        },
        {
          id: 'deviation',
          says: {
            en: 'That is the factor of the standard deviation. The question asks for that of the variance.',
            zh: '这是标准差的因子。这里问的是方差。',
          },
          value: ({ n, s }) => Math.sqrt(Number(n)) * Number(s),
        },
      ],
    }),
    part({
      id: 'many',
      label: { en: 'four layers, standard deviation', zh: '四层，标准差' },
      spoken: {
        en: 'factor of the standard deviation in four layers',
        zh: '四层使标准差乘以的因子',
      },
      decimals: 4,
      answer: ({ one }) => Number(one) ** (more / 2),
      mistakes: [
        {
          id: 'variance',
          says: {
            en: 'That is the factor of the variance over four layers. The standard deviation is the root of the variance.',
            zh: '这是四层下来方差的因子。标准差是方差的平方根。',
          },
          value: ({ one }) => Number(one) ** more,
        },
        {
          id: 'times-four',
          says: {
            en: 'Factors of layers multiply; they do not add up.',
            zh: '各层的因子是相乘，不是相加。',
          },
          about: 'eq-pi-depth',
          value: ({ one }) => more * Math.sqrt(Number(one)),
        },
        {
          id: 'one-layer',
          says: {
            en: 'That is the factor of a single layer. There are four.',
            zh: '这是一层的因子。一共有四层。',
          },
          value: ({ one }) => Math.sqrt(Number(one)),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Where the activation function is a straight line, the expected square of the activations is the variance of the sums.',
      zh: '激活函数像直线的地方，激活值平方的期望就是加权和的方差。',
    },
    {
      en: 'One layer: the number of inputs times the variance of a weight. The standard deviation gets the root of that factor.',
      zh: '一层：输入个数乘以权重的方差。标准差的因子是它的平方根。',
    },
    {
      en: tex`Four factors of the variance make $\slot{power}$. The standard deviation is the root of that.`,
      zh: tex`方差的四个因子乘起来是 $\slot{power}$，标准差的因子是它的平方根。`,
    },
  ],
  solution: [
    {
      en: tex`One layer: $\slot{n} \cdot \slot{s}^2 \approx \slot{one}$.`,
      zh: tex`一层：$\slot{n} \cdot \slot{s}^2 \approx \slot{one}$。`,
    },
    {
      en: tex`One layer multiplies the variance by $\slot{one}$. Four layers multiply the standard deviation by the root of the fourth power of this, which is its square: $\slot{many}$.`,
      zh: tex`一层使方差乘以 $\slot{one}$；四层使标准差乘以它的四次方的平方根，也就是它的平方：$\slot{many}$。`,
    },
  ],
};
