import { tex } from '@components/exercise/tex';
import type { OrderExercise, PartsExercise, Values } from '@components/exercise/types';
import { drawList, drawNumber, mean, numberOf, part, vectorOf } from '@components/exercise/values';
import { Matrix } from '@engine';
import { drawBatch, normalised } from './layer';

const g = (v: Values): readonly number[] => vectorOf(v, 'g');
const hat = (v: Values): readonly number[] => vectorOf(v, 'hat');
const along = (v: Values): number => mean(g(v).map((value, s) => value * hat(v)[s]!));

/** ∂L/∂z₁ by the engine's backward pass. */
function byEngine(z: readonly number[], gamma: number, gradients: readonly number[]): number {
  const { layer } = normalised(z, { gamma });
  return layer.backward(Matrix.from([gradients])).at(0, 0);
}

export const backThrough: PartsExercise = {
  id: 'bn-back-through',
  kind: 'number',
  title: { en: 'The error goes through', zh: '误差项穿过这一层' },
  about: 'eq-bn-backward',
  decimals: 4,
  statement: {
    en: tex`A batch of three has, in one unit, the normalised values $\slot{hat.1}$, $\slot{hat.2}$ and $\slot{hat.3}$, rounded to four decimals; the standard deviation is $\slot{deviation}$ and the scale $\slot{gamma}$. The gradients of the outputs are $\slot{g.1}$, $\slot{g.2}$ and $\slot{g.3}$. Find their mean, the mean of gradient times normalised value, and $\dds{\loss}{\zs{1}}$, to three decimals.`,
    zh: tex`三个样本一批，某个单元规范化之后的值是 $\slot{hat.1}$、$\slot{hat.2}$ 和 $\slot{hat.3}$（保留四位小数），标准差是 $\slot{deviation}$，缩放是 $\slot{gamma}$。输出的梯度是 $\slot{g.1}$、$\slot{g.2}$ 和 $\slot{g.3}$。求梯度的均值、“梯度乘规范化之后的值”的均值，以及 $\dds{\loss}{\zs{1}}$，保留三位小数。`,
  },
  draw: (random) => {
    const z = drawBatch(random, 3);
    const gamma = drawNumber(random, 0.5, 2.5);
    const gradients = drawList(random, 3, -2, 2);
    const { deviation, hat: hats } = normalised(z);
    const v = { z, gamma, g: gradients, deviation, hat: hats };
    return {
      ...v,
      centre: mean(gradients),
      slope: along(v),
      dz: byEngine(z, gamma, gradients),
    };
  },
  parts: [
    part({
      id: 'centre',
      label: { en: tex`$\frac13 \sum g_t =$`, zh: tex`$\frac13 \sum g_t =$` },
      spoken: { en: 'mean of the gradients', zh: '梯度的均值' },
      decimals: 3,
      answer: (v) => mean(g(v)),
      mistakes: [
        {
          id: 'sum',
          says: {
            en: 'That is their sum, the gradient of the shift. Divide by the number of samples.',
            zh: '这是它们的和，也就是平移的梯度。还要除以样本数。',
          },
          about: 'eq-bn-grad-beta',
          value: (v) => 3 * mean(g(v)),
        },
      ],
    }),
    part({
      id: 'slope',
      label: { en: tex`$\frac13 \sum g_t\,\zh{t} =$`, zh: tex`$\frac13 \sum g_t\,\zh{t} =$` },
      spoken: { en: 'mean of gradient times normalised value', zh: '梯度乘规范化之后的值的均值' },
      decimals: 3,
      answer: along,
      mistakes: [
        {
          id: 'sum-slope',
          says: {
            en: 'That is the sum, the gradient of the scale. Divide by the number of samples.',
            zh: '这是和，也就是缩放的梯度。还要除以样本数。',
          },
          about: 'eq-bn-grad-gamma',
          value: (v) => 3 * along(v),
        },
      ],
    }),
    part({
      id: 'dz',
      label: { en: tex`$\dds{\loss}{\zs{1}} =$`, zh: tex`$\dds{\loss}{\zs{1}} =$` },
      spoken: { en: 'gradient of the first sum', zh: '第一个加权和的梯度' },
      decimals: 3,
      answer: (v) =>
        (numberOf(v, 'gamma') / numberOf(v, 'deviation')) *
        (g(v)[0]! - numberOf(v, 'centre') - hat(v)[0]! * numberOf(v, 'slope')),
      mistakes: [
        {
          id: 'constants',
          says: {
            en: 'You seem to have treated mean and variance as constants. They depend on the sum too, and two terms have to be subtracted.',
            zh: '你似乎把均值和方差当成了常数。它们也取决于这个加权和，要减去两项。',
          },
          value: (v) => (numberOf(v, 'gamma') / numberOf(v, 'deviation')) * g(v)[0]!,
        },
        {
          id: 'no-mean',
          says: {
            en: 'The way through the mean is missing.',
            zh: '漏了经过均值的那条路。',
          },
          about: 'the-way-back',
          value: (v) =>
            (numberOf(v, 'gamma') / numberOf(v, 'deviation')) *
            (g(v)[0]! - hat(v)[0]! * numberOf(v, 'slope')),
        },
        {
          id: 'no-variance',
          says: {
            en: 'The way through the variance is missing.',
            zh: '漏了经过方差的那条路。',
          },
          about: 'the-way-back',
          value: (v) =>
            (numberOf(v, 'gamma') / numberOf(v, 'deviation')) * (g(v)[0]! - numberOf(v, 'centre')),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Take the equation of the backward pass and put in what is given, from the inside out.',
      zh: '拿反向传播的那个公式，把已知的数从里往外代进去。',
    },
    {
      en: 'From the first gradient subtract the mean of the gradients, then the first normalised value times the second mean. Then multiply by scale over standard deviation.',
      zh: '第一个梯度，减去梯度的均值，再减去第一个规范化之后的值乘以第二个均值，最后乘以缩放除以标准差。',
    },
    {
      en: tex`The two means are $\slot{centre}$ and $\slot{slope}$.`,
      zh: tex`两个均值是 $\slot{centre}$ 和 $\slot{slope}$。`,
    },
  ],
  solution: [
    {
      en: tex`The first mean is $(\slot{g.1} + \slotp{g.2} + \slotp{g.3}) / 3 \approx \slot{centre}$, the second $(\slot{g.1} \cdot \slotp{hat.1} + \slotp{g.2} \cdot \slotp{hat.2} + \slotp{g.3} \cdot \slotp{hat.3}) / 3 \approx \slot{slope}$.`,
      zh: tex`第一个均值是 $(\slot{g.1} + \slotp{g.2} + \slotp{g.3}) / 3 \approx \slot{centre}$，第二个是 $(\slot{g.1} \cdot \slotp{hat.1} + \slotp{g.2} \cdot \slotp{hat.2} + \slotp{g.3} \cdot \slotp{hat.3}) / 3 \approx \slot{slope}$。`,
    },
    {
      en: tex`So the two means are $\slot{centre}$ and $\slot{slope}$, and the gradient is $\slot{gamma} / \slot{deviation} \cdot (\slot{g.1} - \slotp{centre} - \slotp{hat.1} \cdot \slotp{slope}) \approx \slot{dz}$.`,
      zh: tex`所以两个均值是 $\slot{centre}$ 和 $\slot{slope}$，梯度是 $\slot{gamma} / \slot{deviation} \cdot (\slot{g.1} - \slotp{centre} - \slotp{hat.1} \cdot \slotp{slope}) \approx \slot{dz}$。`,
    },
  ],
};

export const orderBackward: OrderExercise = {
  id: 'bn-order-backward',
  kind: 'order',
  title: { en: 'One training step', zh: '训练的一步' },
  about: 'the-way-back',
  statement: {
    en: 'These are the parts of one training step through a batch normalisation, forward and back. Put them in an order in which each uses only what is there already. Several orders are right.',
    zh: '这是训练时一步之内，前向和反向穿过一层批规范化的各个部分。把它们排好，使每一部分只用到已经有的东西。正确的次序不止一种。',
  },
  lines: [
    {
      id: 'mean',
      text: { en: 'The mean of the batch is taken.', zh: '求这一批的均值。' },
      after: [],
    },
    {
      id: 'variance',
      text: {
        en: 'The variance of the batch is taken about its mean.',
        zh: '围着均值求这一批的方差。',
      },
      after: ['mean'],
    },
    {
      id: 'hat',
      text: {
        en: 'Every sum has the mean subtracted and is divided by the standard deviation.',
        zh: '每个加权和减去均值，除以标准差。',
      },
      after: ['variance'],
    },
    {
      id: 'running',
      text: {
        en: 'Mean and unbiased variance go into the running averages.',
        zh: '把均值和无偏方差计入滑动平均。',
      },
      after: ['variance'],
    },
    {
      id: 'out',
      text: { en: 'Scale and shift are applied.', zh: '缩放、平移。' },
      after: ['hat'],
    },
    {
      id: 'g',
      text: {
        en: 'The gradients of the outputs arrive from the layer behind.',
        zh: '后面的层传回各个输出的梯度。',
      },
      after: ['out'],
    },
    {
      id: 'gamma',
      text: {
        en: 'The gradient of the scale: the sum of gradient times normalised value.',
        zh: '缩放的梯度：梯度乘规范化之后的值，再求和。',
      },
      after: ['g'],
    },
    {
      id: 'dz',
      text: {
        en: 'The gradients of the sums, with the two terms through mean and variance subtracted.',
        zh: '加权和的梯度，减去经过均值和经过方差的两项。',
      },
      after: ['g'],
    },
  ],
  mistakes: [
    {
      id: 'variance-before-mean',
      says: {
        en: 'The variance is measured from the mean, which is not known yet.',
        zh: '方差要从均值量起，而均值还不知道。',
      },
      about: 'eq-bn-variance',
      earlier: 'mean',
      later: 'variance',
    },
    {
      id: 'scale-before-hat',
      says: {
        en: 'Scale and shift are applied to the normalised values, which are not there yet.',
        zh: '缩放和平移作用在规范化之后的值上，而它们还没有算出来。',
      },
      about: 'eq-bn-scale-shift',
      earlier: 'hat',
      later: 'out',
    },
    {
      id: 'back-before-forward',
      says: {
        en: 'Nothing can come back before the outputs have gone on.',
        zh: '输出还没有交出去，什么也传不回来。',
      },
      earlier: 'out',
      later: 'g',
    },
  ],
  hints: [
    { en: 'Forward first, then back.', zh: '先前向，后反向。' },
    {
      en: 'The mean is the only line that needs nothing. The running averages can be updated at any time once the variance is known.',
      zh: '只有均值那一行什么也不需要。方差有了以后，滑动平均什么时候更新都行。',
    },
    {
      en: 'The two gradients come last, in either order.',
      zh: '两个梯度在最后，先后随意。',
    },
  ],
  solution: [
    {
      en: 'Mean, variance, normalised values, outputs; then the gradients arrive, and both further gradients follow in either order. The running averages stand anywhere after the variance.',
      zh: '均值、方差、规范化之后的值、输出；然后梯度传回来，后面两个梯度先后随意。滑动平均放在方差之后的任何位置。',
    },
  ],
};
