import { slotMatrix, tex } from '@components/exercise/tex';
import type { PartsExercise, Values } from '@components/exercise/types';
import { matrixOf, part } from '@components/exercise/values';
import { Matrix } from '@engine';
import { deltaOf, shares } from './engine';

/** Class 2 is right for the first sample, class 3 for the second. */
const Y = Matrix.from([
  [0, 0],
  [1, 0],
  [0, 1],
]);
const Delta = (v: Values): number[][] =>
  deltaOf('softmaxCrossEntropy', matrixOf(v, 'A'), Y).toRows();
const entries = (v: Values, f: (a: number, y: number) => number): number[][] =>
  matrixOf(v, 'A')
    .toRows()
    .map((row, j) => row.map((a, s) => f(a, Y.at(j, s))));

export const deltaBatch: PartsExercise = {
  id: 'ce-delta-batch',
  kind: 'matrix',
  title: { en: 'The errors of a mini-batch', zh: '一个小批量的误差项' },
  about: 'with-softmax',
  decimals: 2,
  statement: {
    en: tex`Softmax has given two samples, one in each column, the probabilities $\Am{2} = ${slotMatrix('A', 3, 2)}$. The first sample belongs to class 2, the second to class 3. The loss is cross-entropy. Find $\Deltam{2}$, to two decimals.`,
    zh: tex`softmax 给两个样本（一列一个）的概率是 $\Am{2} = ${slotMatrix('A', 3, 2)}$。第一个样本属于第 2 类，第二个属于第 3 类，损失用交叉熵。求 $\Deltam{2}$，保留两位小数。`,
  },
  draw: (random) => {
    const [one, two] = [shares(random, 3), shares(random, 3)];
    const A = one.map((a, j) => [a, two[j]!]);
    return { A, D: Delta({ A }) };
  },
  parts: [
    part({
      id: 'delta',
      label: { en: tex`$\Deltam{2} =$`, zh: tex`$\Deltam{2} =$` },
      spoken: { en: 'Delta of layer 2', zh: '第 2 层的误差项矩阵' },
      decimals: 2,
      answer: Delta,
      mistakes: [
        {
          id: 'sign',
          says: {
            en: 'All signs are turned round: it is output minus target.',
            zh: '正负号全反了：应当是输出减目标。',
          },
          about: 'eq-ce-delta-softmax',
          value: (v) => entries(v, (a, y) => y - a),
        },
        {
          id: 'note',
          says: {
            en: 'You seem to have multiplied by the targets. Then wrong classes get nothing; that is the note’s result for sigmoids.',
            zh: '你似乎又乘了目标，这样错误类别什么也得不到。那是笔记配 Sigmoid 的结果。',
          },
          about: 'eq-ce-delta-note',
          value: (v) => entries(v, (a, y) => (a - y) * y),
        },
        {
          id: 'mean',
          says: {
            en: 'You seem to have divided by the number of samples. Each column is the error of its own sample; the mean is taken when the gradients are formed.',
            zh: '你似乎除以了样本数。每一列是各自样本的误差项；到求梯度的时候才取平均。',
          },
          about: 'eq-ce-delta-softmax',
          value: (v) => entries(v, (a, y) => (a - y) / 2),
        },
        {
          id: 'no-targets',
          says: {
            en: 'These are the probabilities. Subtract the targets.',
            zh: '这是概率本身，还要减去目标。',
          },
          about: 'eq-ce-delta-softmax',
          value: (v) => entries(v, (a) => a),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Write down the targets first, one column for each sample.',
      zh: '先把目标写出来，一列一个样本。',
    },
    {
      en: tex`The targets are $\Ym = \begin{pmatrix} 0 & 0 \\ 1 & 0 \\ 0 & 1 \end{pmatrix}$.`,
      zh: tex`目标是 $\Ym = \begin{pmatrix} 0 & 0 \\ 1 & 0 \\ 0 & 1 \end{pmatrix}$。`,
    },
    {
      en: tex`Subtract entry by entry. The first column is $${slotMatrix('D', 3, 1)}$.`,
      zh: tex`逐个元素相减。第一列是 $${slotMatrix('D', 3, 1)}$。`,
    },
  ],
  solution: [
    {
      en: 'With softmax and cross-entropy the error is output minus target, in every column. As a check: each column adds up to 0.',
      zh: 'softmax 配交叉熵，每一列的误差项都是输出减目标。可以验算：每一列加起来是 0。',
    },
    {
      en: tex`So $\Deltam{2} = ${slotMatrix('A', 3, 2)} - \begin{pmatrix} 0 & 0 \\ 1 & 0 \\ 0 & 1 \end{pmatrix} = ${slotMatrix('D', 3, 2)}$.`,
      zh: tex`所以 $\Deltam{2} = ${slotMatrix('A', 3, 2)} - \begin{pmatrix} 0 & 0 \\ 1 & 0 \\ 0 & 1 \end{pmatrix} = ${slotMatrix('D', 3, 2)}$。`,
    },
  ],
};
