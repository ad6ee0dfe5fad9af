import { slotMatrix, tex } from '@components/exercise/tex';
import type { PartsExercise, Values } from '@components/exercise/types';
import { part, vectorOf } from '@components/exercise/values';
import { softmaxJacobian } from '@engine';
import { drawProbabilities } from './engine';

const a = (v: Values): readonly number[] => vectorOf(v, 'a');
const table = (
  v: Values,
  entry: (p: number, q: number, isDiagonal: boolean) => number,
): number[][] => a(v).map((p, i) => a(v).map((q, j) => entry(p, q, i === j)));

export const jacobianTable: PartsExercise = {
  id: 'act-jacobian-table',
  kind: 'matrix',
  title: { en: 'The table of slopes', zh: '斜率的表' },
  about: 'the-slopes-of-softmax',
  statement: {
    en: tex`Softmax gave three classes the probabilities $\posti{1} = \slot{a.1}$, $\posti{2} = \slot{a.2}$ and $\posti{3} = \slot{a.3}$. Fill in its Jacobian: row $i$, column $j$ holds $\partial \posti{i}/\partial \prei{j}$. Every entry has at most two decimals.`,
    zh: tex`softmax 给三个类别的概率是 $\posti{1} = \slot{a.1}$、$\posti{2} = \slot{a.2}$、$\posti{3} = \slot{a.3}$。填出它的雅可比矩阵：第 $i$ 行第 $j$ 列是 $\partial \posti{i}/\partial \prei{j}$。每个元素最多两位小数。`,
  },
  draw: (random) => {
    const list = drawProbabilities(random);
    return { a: list, J: softmaxJacobian(list).toRows() };
  },
  parts: [
    part({
      id: 'J',
      label: {
        en: tex`$\frac{\partial \post}{\partial \pre} =$`,
        zh: tex`$\frac{\partial \post}{\partial \pre} =$`,
      },
      spoken: { en: 'Jacobian', zh: '雅可比矩阵' },
      decimals: 3,
      answer: (v) => softmaxJacobian(a(v)).toRows(),
      mistakes: [
        {
          id: 'diagonal-only',
          says: {
            en: 'You seem to treat each class by itself. Every sum stands in the denominator of all probabilities, so the entries off the diagonal are not 0.',
            zh: '你似乎把每个类别分开算了。每个加权和都在所有概率的分母里，所以对角线以外不是 0。',
          },
          about: 'eq-act-softmax-other',
          value: (v) => table(v, (p, _q, own) => (own ? p * (1 - p) : 0)),
        },
        {
          id: 'sign',
          says: {
            en: 'Off the diagonal the slopes are negative: if one sum rises, the other probabilities fall.',
            zh: '对角线以外的斜率是负的：一个加权和升高，别的概率就降低。',
          },
          about: 'eq-act-softmax-other',
          value: (v) => table(v, (p, q, own) => (own ? p * (1 - p) : p * q)),
        },
        {
          id: 'only-products',
          says: {
            en: 'These are the products with a minus everywhere. On the diagonal the probability itself is added.',
            zh: '这里到处都是带负号的乘积。对角线上还要加上概率本身。',
          },
          about: 'eq-act-softmax-own',
          value: (v) => table(v, (p, q) => -p * q),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Nine entries of two kinds: three on the diagonal, six off it.',
      zh: '九个元素只有两种：对角线上三个，其余六个。',
    },
    {
      en: tex`On the diagonal stands $\posti{i}\,(1 - \posti{i})$, elsewhere $-\posti{i}\,\posti{j}$.`,
      zh: tex`对角线上是 $\posti{i}\,(1 - \posti{i})$，其余是 $-\posti{i}\,\posti{j}$。`,
    },
    {
      en: tex`The first row is $\slot{J.1.1}$, $\slot{J.1.2}$, $\slot{J.1.3}$. It adds up to 0, as all rows do.`,
      zh: tex`第一行是 $\slot{J.1.1}$、$\slot{J.1.2}$、$\slot{J.1.3}$，加起来是 0，每一行都是这样。`,
    },
  ],
  solution: [
    {
      en: tex`On the diagonal: $\slot{a.1} \cdot (1 - \slot{a.1}) = \slot{J.1.1}$, $\slot{a.2} \cdot (1 - \slot{a.2}) = \slot{J.2.2}$, $\slot{a.3} \cdot (1 - \slot{a.3}) = \slot{J.3.3}$.`,
      zh: tex`对角线上：$\slot{a.1} \cdot (1 - \slot{a.1}) = \slot{J.1.1}$，$\slot{a.2} \cdot (1 - \slot{a.2}) = \slot{J.2.2}$，$\slot{a.3} \cdot (1 - \slot{a.3}) = \slot{J.3.3}$。`,
    },
    {
      en: tex`Off it: $-\slot{a.1} \cdot \slot{a.2} = \slot{J.1.2}$, $-\slot{a.1} \cdot \slot{a.3} = \slot{J.1.3}$, $-\slot{a.2} \cdot \slot{a.3} = \slot{J.2.3}$, and the same again mirrored.`,
      zh: tex`其余：$-\slot{a.1} \cdot \slot{a.2} = \slot{J.1.2}$，$-\slot{a.1} \cdot \slot{a.3} = \slot{J.1.3}$，$-\slot{a.2} \cdot \slot{a.3} = \slot{J.2.3}$，另外三个与它们对称。`,
    },
    {
      en: tex`The table is $${slotMatrix('J', 3, 3)}$.`,
      zh: tex`整张表是 $${slotMatrix('J', 3, 3)}$。`,
    },
  ],
};
