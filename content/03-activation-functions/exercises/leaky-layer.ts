import { slotMatrix, tex } from '@components/exercise/tex';
import type { PartsExercise, Values } from '@components/exercise/types';
import { drawRows, matrixOf, numberOf, part } from '@components/exercise/values';
import { activation, hadamard, map } from '@engine';

const leaky = (v: Values) => activation('leakyRelu', { leakySlope: numberOf(v, 'kappa') });
const relu = activation('relu');

export const leakyLayer: PartsExercise = {
  id: 'act-leaky-layer',
  kind: 'matrix',
  title: { en: 'A layer of Leaky ReLU, forward and back', zh: '一层 Leaky ReLU，前向再反向' },
  about: 'leaky-relu',
  statement: {
    en: tex`Two units with Leaky ReLU, $\kappa = \slot{kappa}$, have these sums for three samples, one in each column:
$\mathord{\Zm{1} = ${slotMatrix('Z', 2, 3)}}$. At their activations arrives the blame
$\mathord{\dd{\loss}{\Am{1}} = ${slotMatrix('G', 2, 3)}}$.

Find all activations and all errors, exactly.`,
    zh: tex`两个单元用 Leaky ReLU，$\kappa = \slot{kappa}$。对三个样本，加权和如下，一列一个样本：$\mathord{\Zm{1} = ${slotMatrix('Z', 2, 3)}}$。传到激活值上的责任是
$\mathord{\dd{\loss}{\Am{1}} = ${slotMatrix('G', 2, 3)}}$。

求全部激活值和全部误差项，写出准确值。`,
  },
  draw: (random) => {
    const kappa = random.bernoulli(0.5) ? 0.1 : 0.2;
    const Z = drawRows(random, 2, 3, -2, 2);
    const G = drawRows(random, 2, 3, -0.9, 0.9);
    const given = { kappa, Z, G };
    const A = map(matrixOf(given, 'Z'), leaky(given).value).toRows();
    const slopes = map(matrixOf(given, 'Z'), (z) => leaky(given).derivative(z));
    return { ...given, A, D: hadamard(matrixOf(given, 'G'), slopes).toRows() };
  },
  parts: [
    part({
      id: 'A',
      label: { en: tex`$\Am{1} =$`, zh: tex`$\Am{1} =$` },
      spoken: { en: 'activations', zh: '激活值' },
      decimals: 3,
      answer: (v) => map(matrixOf(v, 'Z'), leaky(v).value).toRows(),
      mistakes: [
        {
          id: 'plain-relu',
          says: {
            en: 'This is ReLU without a leak: negative sums should come out as κ times themselves.',
            zh: '这是不漏的 ReLU：负的加权和应当乘以 κ。',
          },
          about: 'eq-act-leaky',
          value: (v) => map(matrixOf(v, 'Z'), relu.value).toRows(),
        },
        {
          id: 'sign-lost',
          says: {
            en: 'Negative sums stay negative: κ is positive and only makes them smaller.',
            zh: '负的加权和仍然是负的：κ 是正数，只是把它变小。',
          },
          about: 'eq-act-leaky',
          value: (v) => map(matrixOf(v, 'Z'), (z) => Math.abs(leaky(v).value(z))).toRows(),
        },
        {
          id: 'slopes',
          says: {
            en: 'These are the slopes, 1 or κ. The values are asked for first.',
            zh: '这是斜率，不是 1 就是 κ。先要求的是值。',
          },
          about: 'eq-act-leaky',
          value: (v) => map(matrixOf(v, 'Z'), (z) => leaky(v).derivative(z)).toRows(),
        },
      ],
    }),
    part({
      id: 'D',
      label: { en: tex`$\Deltam{1} =$`, zh: tex`$\Deltam{1} =$` },
      spoken: { en: 'errors', zh: '误差项' },
      decimals: 3,
      answer: (v) =>
        hadamard(
          matrixOf(v, 'G'),
          map(matrixOf(v, 'Z'), (z) => leaky(v).derivative(z)),
        ).toRows(),
      mistakes: [
        {
          id: 'cut-off',
          says: {
            en: 'Where the sum is negative you passed nothing, as ReLU does. Leaky ReLU passes κ times the blame.',
            zh: '加权和为负的地方，你什么也没放过去，那是 ReLU。Leaky ReLU 要放过去 κ 倍。',
          },
          about: 'eq-act-leaky-slope',
          value: (v) =>
            hadamard(
              matrixOf(v, 'G'),
              map(matrixOf(v, 'Z'), (z) => relu.derivative(z)),
            ).toRows(),
        },
        {
          id: 'times-value',
          says: {
            en: 'You seem to have multiplied by the activations. The blame is multiplied by the slopes, 1 or κ.',
            zh: '你似乎乘的是激活值。责任应当乘以斜率，即 1 或 κ。',
          },
          about: 'eq-act-leaky-slope',
          value: (v) => hadamard(matrixOf(v, 'G'), map(matrixOf(v, 'Z'), leaky(v).value)).toRows(),
        },
        {
          id: 'sign-of-blame',
          says: {
            en: 'You seem to have chosen the slope by the sign of the blame. The sign of the sum decides.',
            zh: '你似乎按责任的正负号选了斜率。应当看加权和的正负号。',
          },
          about: 'eq-act-leaky-slope',
          value: (v) => map(matrixOf(v, 'G'), leaky(v).value).toRows(),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Go entry by entry, and look at the sign of the sum first.',
      zh: '一个一个地算，先看加权和的正负号。',
    },
    {
      en: tex`Where the sum is positive, value and blame pass unchanged. Where it is negative, both are multiplied by $\slot{kappa}$.`,
      zh: tex`加权和为正，值和责任都原样通过；为负，两者都乘以 $\slot{kappa}$。`,
    },
    {
      en: tex`The first column of the activations is $\slot{A.1.1}$ and $\slot{A.2.1}$, that of the errors $\slot{D.1.1}$ and $\slot{D.2.1}$.`,
      zh: tex`激活值的第一列是 $\slot{A.1.1}$ 和 $\slot{A.2.1}$，误差项的第一列是 $\slot{D.1.1}$ 和 $\slot{D.2.1}$。`,
    },
  ],
  solution: [
    {
      en: tex`Forward, negative entries are multiplied by $\slot{kappa}$. Back, the blame is multiplied by $\slot{kappa}$ in the same places: the slope follows the sign of the sum, whatever the sign of the blame.`,
      zh: tex`前向时，负的元素乘以 $\slot{kappa}$。反向时，在同样的位置，责任乘以 $\slot{kappa}$：斜率看的是加权和的正负号，与责任的正负号无关。`,
    },
    {
      en: tex`$\Am{1} = ${slotMatrix('A', 2, 3)}$, $\Deltam{1} = ${slotMatrix('D', 2, 3)}$.`,
      zh: tex`$\Am{1} = ${slotMatrix('A', 2, 3)}$，$\Deltam{1} = ${slotMatrix('D', 2, 3)}$。`,
    },
  ],
};
