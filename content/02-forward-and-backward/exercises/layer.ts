import { slotMatrix, tex } from '@components/exercise/tex';
import type { PartsExercise, Values } from '@components/exercise/types';
import { drawList, drawRows, matrixOf, part } from '@components/exercise/values';
import { activation, addBias, Matrix, map, matmul } from '@engine';
import { networkWith } from './engine';

const relu = activation('relu');

const sums = (v: Values): Matrix => matmul(matrixOf(v, 'W'), matrixOf(v, 'X'));

export const layerForward: PartsExercise = {
  id: 'fb-layer-forward',
  kind: 'matrix',
  title: { en: 'A layer, two samples at once', zh: '一层单元，两个样本一起算' },
  about: 'many-samples-at-once',
  statement: {
    en: tex`A layer of three units receives two inputs. Its weights and biases are
$\W{1} = ${slotMatrix('W', 3, 2)}$, $\bias{1} = ${slotMatrix('b', 3)}$.
Two samples stand side by side, one in each column: $\Xm = ${slotMatrix('X', 2, 2)}$. The activation function is ReLU: it leaves a positive number as it is and turns a negative one into 0.

Find the matrix of all weighted sums and the matrix of all activations. Every entry has at most one decimal; give it exactly.`,
    zh: tex`一层有三个单元，收到两个输入，权重和偏置是
$\W{1} = ${slotMatrix('W', 3, 2)}$，$\bias{1} = ${slotMatrix('b', 3)}$。
两个样本并排放好，一列一个：$\Xm = ${slotMatrix('X', 2, 2)}$。激活函数是 ReLU：正数不变，负数变成 0。

求全部加权和组成的矩阵，以及全部激活值组成的矩阵。每个元素最多一位小数，请写出准确值。`,
  },
  draw: (random) => {
    const W = drawRows(random, 3, 2, -0.9, 0.9);
    const b = drawList(random, 3, -0.9, 0.9);
    const X = drawRows(random, 2, 2, -3, 3, 0);
    const network = networkWith({ activations: ['relu'] }, [W], [b]);
    const A = network.forward(Matrix.from(X)).toRows();
    return { W, b, X, Z: network.layer(1).z.toRows(), A };
  },
  parts: [
    part({
      id: 'Z',
      label: { en: tex`$\Zm{1} =$`, zh: tex`$\Zm{1} =$` },
      spoken: { en: 'weighted sums', zh: '加权和' },
      decimals: 2,
      askShape: true,
      answer: (v) => addBias(sums(v), matrixOf(v, 'b')).toRows(),
      mistakes: [
        {
          id: 'no-bias',
          says: {
            en: 'These are the products alone. The bias of each unit is still to be added, in every column.',
            zh: '这只是乘积。每个单元的偏置还没有加，每一列都要加。',
          },
          about: 'eq-fb-z-batch',
          value: (v) => sums(v).toRows(),
        },
        {
          id: 'bias-once',
          says: {
            en: 'You seem to have added the bias to the first sample only. It belongs to the unit, so every column gets it.',
            zh: '你似乎只给第一个样本加了偏置。偏置属于单元，每一列都要加。',
          },
          about: 'eq-fb-z-batch',
          value: (v) => {
            const b = matrixOf(v, 'b').toColumn();
            return sums(v)
              .toRows()
              .map((row, j) => row.map((z, s) => (s === 0 ? z + b[j]! : z)));
          },
        },
        {
          id: 'bias-subtracted',
          says: {
            en: 'You seem to have subtracted the biases. They are added, each with its own sign.',
            zh: '你似乎减去了偏置。偏置是加上去的，连同它自己的正负号。',
          },
          about: 'eq-fb-z-batch',
          value: (v) =>
            addBias(
              sums(v),
              map(matrixOf(v, 'b'), (b) => -b),
            ).toRows(),
        },
      ],
    }),
    part({
      id: 'A',
      label: { en: tex`$\Am{1} =$`, zh: tex`$\Am{1} =$` },
      spoken: { en: 'activations', zh: '激活值' },
      decimals: 2,
      answer: (v) => map(matrixOf(v, 'Z'), relu.value).toRows(),
      mistakes: [
        {
          id: 'not-activated',
          says: {
            en: 'These are still the sums. ReLU turns the negative ones into 0.',
            zh: '这还是加权和。ReLU 要把其中的负数变成 0。',
          },
          about: 'eq-fb-a',
          value: (v) => matrixOf(v, 'Z').toRows(),
        },
        {
          id: 'absolute',
          says: {
            en: 'You seem to have dropped the minus signs. ReLU does not turn a negative sum into a positive one; it makes it 0.',
            zh: '你似乎只是去掉了负号。ReLU 不是把负数变成正数，而是把它变成 0。',
          },
          about: 'eq-fb-a',
          value: (v) => map(matrixOf(v, 'Z'), Math.abs).toRows(),
        },
        {
          id: 'slope',
          says: {
            en: 'These are the slopes of ReLU, 1 or 0. Here its values are asked for.',
            zh: '这是 ReLU 的斜率，不是 1 就是 0。这里要的是它的值。',
          },
          about: 'eq-fb-a',
          value: (v) => map(matrixOf(v, 'Z'), (z) => relu.derivative(z)).toRows(),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Three units and two samples: how many sums are there, and which of them share a row?',
      zh: '三个单元，两个样本，一共有几个加权和？哪些排在同一行？',
    },
    {
      en: tex`$\Zm{1} = \W{1}\,\Xm + \bias{1}\,\mathbf{1}^{\top}$: one row for each unit, one column for each sample. Every column gets the same bias.`,
      zh: tex`$\Zm{1} = \W{1}\,\Xm + \bias{1}\,\mathbf{1}^{\top}$：每个单元一行，每个样本一列。每一列加的是同一个偏置。`,
    },
    {
      en: tex`The first unit’s sum for the first sample is $\slot{W.1.1} \cdot \slotp{X.1.1} + \slotp{W.1.2} \cdot \slotp{X.2.1} + \slotp{b.1} = \slot{Z.1.1}$. The other five go in the same way; then turn every negative one into 0.`,
      zh: tex`第一个单元对第一个样本的加权和是 $\slot{W.1.1} \cdot \slotp{X.1.1} + \slotp{W.1.2} \cdot \slotp{X.2.1} + \slotp{b.1} = \slot{Z.1.1}$。其余五个照样算，最后把负数都变成 0。`,
    },
  ],
  solution: [1, 2, 3]
    .map((j) => ({
      en: tex`Unit ${j}: $\slot{W.${j}.1} \cdot \slotp{X.1.1} + \slotp{W.${j}.2} \cdot \slotp{X.2.1} + \slotp{b.${j}} = \slot{Z.${j}.1}$ for the first sample, $\slot{W.${j}.1} \cdot \slotp{X.1.2} + \slotp{W.${j}.2} \cdot \slotp{X.2.2} + \slotp{b.${j}} = \slot{Z.${j}.2}$ for the second.`,
      zh: tex`单元 ${j}：第一个样本是 $\slot{W.${j}.1} \cdot \slotp{X.1.1} + \slotp{W.${j}.2} \cdot \slotp{X.2.1} + \slotp{b.${j}} = \slot{Z.${j}.1}$，第二个样本是 $\slot{W.${j}.1} \cdot \slotp{X.1.2} + \slotp{W.${j}.2} \cdot \slotp{X.2.2} + \slotp{b.${j}} = \slot{Z.${j}.2}$。`,
    }))
    .concat([
      {
        en: tex`A row for each unit, a column for each sample, and every negative sum becomes 0: $\Zm{1} = ${slotMatrix('Z', 3, 2)}$, $\Am{1} = ${slotMatrix('A', 3, 2)}$.`,
        zh: tex`每个单元一行，每个样本一列，再把负的加权和变成 0：$\Zm{1} = ${slotMatrix('Z', 3, 2)}$，$\Am{1} = ${slotMatrix('A', 3, 2)}$。`,
      },
    ]),
};
