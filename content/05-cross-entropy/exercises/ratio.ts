import { tex } from '@components/exercise/tex';
import type { PartsExercise, Values } from '@components/exercise/types';
import { drawNumber, numberOf, part } from '@components/exercise/values';
import { placeAt } from '@components/widgets/surprise-curve/model';

const at = (v: Values) => placeAt(numberOf(v, 'z'));

export const ratioOfPushes: PartsExercise = {
  id: 'ce-ratio',
  kind: 'number',
  title: { en: 'How many times as hard', zh: '用力是多少倍' },
  about: 'why-squared-error-learns-slowly-here',
  statement: {
    en: tex`A sigmoid output has the logit $\zi{2}{1} = \slot{z}$ and the target 1. Find its activation and the slope of the sigmoid there, each to four decimals. How many times as large is the gradient $\dds{\loss}{\zi{2}{1}}$ with binary cross-entropy as with squared error? Give one decimal.`,
    zh: tex`一个 Sigmoid 输出的 logit 是 $\zi{2}{1} = \slot{z}$，目标是 1。求它的激活值和 Sigmoid 在这里的斜率，都保留四位小数。用二元交叉熵时的梯度 $\dds{\loss}{\zi{2}{1}}$，是用平方误差时的多少倍？保留一位小数。`,
  },
  draw: (random) => {
    const z = drawNumber(random, -2.8, -0.6, 2);
    const { a, slope } = at({ z });
    return { z, a, slope, times: 1 / slope };
  },
  parts: [
    part({
      id: 'a',
      label: { en: tex`$\acti{2}{1} =$`, zh: tex`$\acti{2}{1} =$` },
      spoken: { en: 'activation', zh: '激活值' },
      decimals: 4,
      answer: (v) => at(v).a,
      mistakes: [
        {
          id: 'exponent-sign',
          says: {
            en: 'The exponent seems to have lost its minus. A negative logit gives less than one half.',
            zh: '指数上的负号似乎丢了。logit 是负的，结果应当不到一半。',
          },
          about: 'why-squared-error-learns-slowly-here',
          value: (v) => 1 - at(v).a,
        },
      ],
    }),
    part({
      id: 'slope',
      label: { en: 'Slope of the sigmoid', zh: 'Sigmoid 的斜率' },
      spoken: { en: 'slope of the sigmoid', zh: 'Sigmoid 的斜率' },
      decimals: 4,
      answer: (v) => numberOf(v, 'a') * (1 - numberOf(v, 'a')),
      mistakes: [
        {
          id: 'z-for-a',
          says: {
            en: 'You seem to have used the logit in z(1 − z). The slope is a(1 − a), with the activation.',
            zh: '你似乎用 logit 算了 z(1 − z)。斜率是 a(1 − a)，用的是激活值。',
          },
          about: 'eq-ce-delta-se',
          value: (v) => numberOf(v, 'z') * (1 - numberOf(v, 'z')),
        },
        {
          id: 'one-factor',
          says: {
            en: 'This is 1 − a alone. The slope has a second factor, a itself.',
            zh: '这只是 1 − a。斜率还有另一个因子，就是 a 本身。',
          },
          about: 'eq-ce-delta-se',
          value: (v) => 1 - numberOf(v, 'a'),
        },
      ],
    }),
    part({
      id: 'times',
      label: { en: 'Times as large', zh: '倍数' },
      spoken: { en: 'times as large', zh: '倍数' },
      decimals: 1,
      answer: (v) => 1 / numberOf(v, 'slope'),
      mistakes: [
        {
          id: 'upside-down',
          says: {
            en: 'This is how much smaller squared error is. The question is the other way round.',
            zh: '这是平方误差小多少。题目问的是反过来的倍数。',
          },
          about: 'eq-ce-delta-se',
          value: (v) => numberOf(v, 'slope'),
        },
        {
          id: 'half-cancelled',
          says: {
            en: 'You seem to have cancelled the miss against only a part of the slope. The miss stands in both gradients; what differs is a(1 − a).',
            zh: '你似乎只约掉了一部分。两个梯度里都有“差多少”，不同的是 a(1 − a)。',
          },
          about: 'eq-ce-delta-se',
          value: (v) => 1 / (1 - numberOf(v, 'a')),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Write down both gradients. They share one factor.',
      zh: '把两个梯度都写出来，它们有一个相同的因子。',
    },
    {
      en: tex`With cross-entropy it is $\acti{2}{1} - 1$, with squared error the same times $\acti{2}{1}\,(1 - \acti{2}{1})$.`,
      zh: tex`用交叉熵是 $\acti{2}{1} - 1$，用平方误差还要乘上 $\acti{2}{1}\,(1 - \acti{2}{1})$。`,
    },
    {
      en: tex`The activation is $\slot{a}$ and the slope $\slot{slope}$. Divide 1 by the slope.`,
      zh: tex`激活值是 $\slot{a}$，斜率是 $\slot{slope}$。用 1 除以斜率。`,
    },
  ],
  solution: [
    {
      en: tex`The activation is $\sigma(\slot{z}) \approx \slot{a}$, the slope $\slot{a} \cdot (1 - \slot{a}) \approx \slot{slope}$.`,
      zh: tex`激活值是 $\sigma(\slot{z}) \approx \slot{a}$，斜率是 $\slot{a} \cdot (1 - \slot{a}) \approx \slot{slope}$。`,
    },
    {
      en: tex`The gradients are $\acti{2}{1} - 1$ and $(\acti{2}{1} - 1)\,\acti{2}{1}\,(1 - \acti{2}{1})$, so their ratio is 1 divided by the slope. The activation is $\slot{a}$, the slope $\slot{slope}$, and cross-entropy pushes $\slot{times}$ times as hard.`,
      zh: tex`两个梯度是 $\acti{2}{1} - 1$ 和 $(\acti{2}{1} - 1)\,\acti{2}{1}\,(1 - \acti{2}{1})$，所以倍数是 1 除以斜率。激活值是 $\slot{a}$，斜率是 $\slot{slope}$，交叉熵用力是 $\slot{times}$ 倍。`,
    },
  ],
};
