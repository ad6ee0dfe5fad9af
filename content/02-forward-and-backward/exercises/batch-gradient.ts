import { slotMatrix, tex } from '@components/exercise/tex';
import type { PartsExercise, Values } from '@components/exercise/types';
import { drawRows, matrixOf, part } from '@components/exercise/values';
import { Matrix, matmulNT, scale, sumColumns, transpose } from '@engine';

/** Δ Aᵀ, summed over the samples. */
const summed = (v: Values): Matrix => matmulNT(matrixOf(v, 'D'), matrixOf(v, 'A'));
const samples = (v: Values): number => matrixOf(v, 'D').cols;
const firstColumn = (M: Matrix): Matrix => Matrix.column(M.toColumn(0));

export const batchGradient: PartsExercise = {
  id: 'fb-batch-gradient',
  kind: 'matrix',
  title: { en: 'The gradients of a mini-batch', zh: '小批量的梯度' },
  about: 'the-four-equations',
  statement: {
    en: tex`A mini-batch has three samples, one in each column. The errors of a layer of two units are $\Deltam{2} = ${slotMatrix('D', 2, 3)}$, and the activations of the two units of the layer before are $\Am{1} = ${slotMatrix('A', 2, 3)}$.

Find the gradients of the mean loss by the weights and by the biases of the layer, every entry to four decimals.`,
    zh: tex`一个小批量有三个样本，一列一个。某层有两个单元，误差项是 $\Deltam{2} = ${slotMatrix('D', 2, 3)}$；前一层的两个单元的激活值是 $\Am{1} = ${slotMatrix('A', 2, 3)}$。

求平均损失对这一层的权重和偏置的梯度，每个元素保留四位小数。`,
  },
  draw: (random) => {
    const D = drawRows(random, 2, 3, -0.9, 0.9);
    const A = drawRows(random, 2, 3, 0.1, 0.9);
    const values = { D, A, m: 3 };
    return {
      ...values,
      dW: scale(summed(values), 1 / values.m).toRows(),
      db: sumColumns(matrixOf(values, 'D'), 1 / values.m).toRows(),
    };
  },
  parts: [
    part({
      id: 'dW',
      label: { en: tex`$\dds{\loss}{\W{2}} =$`, zh: tex`$\dds{\loss}{\W{2}} =$` },
      spoken: { en: 'gradient of the weights', zh: '权重的梯度' },
      decimals: 4,
      askShape: true,
      answer: (v) => scale(summed(v), 1 / samples(v)).toRows(),
      mistakes: [
        {
          id: 'weights-not-mean',
          says: {
            en: tex`You seem to have added up the samples’ gradients. The loss is a mean, so divide by $m = \slot{m}$.`,
            zh: tex`你似乎只把各个样本的梯度加了起来。损失是平均值，还要除以 $m = \slot{m}$。`,
          },
          about: 'eq-fb-grad-w-batch',
          value: (v) => summed(v).toRows(),
        },
        {
          id: 'order',
          says: {
            en: 'The factors seem to stand in the other order, which gives the transpose. A row of the gradient belongs to a unit that receives: the errors come first.',
            zh: '两个因子的次序似乎反了，得到的是转置。梯度的一行属于一个接收的单元，所以误差项在前。',
          },
          about: 'eq-fb-grad-w-batch',
          value: (v) => scale(transpose(summed(v)), 1 / samples(v)).toRows(),
        },
        {
          id: 'by-units',
          says: {
            en: 'You seem to have divided by the number of units. The mean is taken over the samples.',
            zh: '你似乎除以了单元数。平均是对样本取的。',
          },
          about: 'eq-fb-loss-mean',
          value: (v) => scale(summed(v), 1 / matrixOf(v, 'D').rows).toRows(),
        },
        {
          id: 'first-sample',
          says: {
            en: 'This is the gradient of the first sample alone. The mini-batch takes the mean over all its samples.',
            zh: '这只是第一个样本的梯度。小批量要对所有样本取平均。',
          },
          about: 'eq-fb-loss-mean',
          value: (v) =>
            matmulNT(firstColumn(matrixOf(v, 'D')), firstColumn(matrixOf(v, 'A'))).toRows(),
        },
      ],
    }),
    part({
      id: 'db',
      label: { en: tex`$\dds{\loss}{\bias{2}} =$`, zh: tex`$\dds{\loss}{\bias{2}} =$` },
      spoken: { en: 'gradient of the biases', zh: '偏置的梯度' },
      decimals: 4,
      answer: (v) => sumColumns(matrixOf(v, 'D'), 1 / samples(v)).toRows(),
      mistakes: [
        {
          id: 'biases-not-mean',
          says: {
            en: tex`You seem to have added up the errors without dividing by $m = \slot{m}$.`,
            zh: tex`你似乎只把误差项加了起来，没有除以 $m = \slot{m}$。`,
          },
          about: 'eq-fb-grad-b-batch',
          value: (v) => sumColumns(matrixOf(v, 'D')).toRows(),
        },
        {
          id: 'biases-first-sample',
          says: {
            en: 'These are the errors of the first sample alone. Take the mean over all samples.',
            zh: '这只是第一个样本的误差项。要对所有样本取平均。',
          },
          about: 'eq-fb-grad-b-batch',
          value: (v) => firstColumn(matrixOf(v, 'D')).toRows(),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Each sample has its own gradient: its column of errors times the row of its activations. What does a mean loss make of the three?',
      zh: '每个样本各有一个梯度：它那一列误差项乘以它那一行激活值。损失取平均，三个梯度该怎么办？',
    },
    {
      en: tex`$\dds{\loss}{\W{2}} = \tfrac1m\,\Deltam{2}\,\Amt{1}$: each entry is a row of the errors times a row of the activations, sample by sample, divided by $m = \slot{m}$.`,
      zh: tex`$\dds{\loss}{\W{2}} = \tfrac1m\,\Deltam{2}\,\Amt{1}$：每个元素是误差项的一行与激活值的一行逐个样本相乘再相加，最后除以 $m = \slot{m}$。`,
    },
    {
      en: tex`The first entry is $\tfrac{1}{\slot{m}}\bigl(\slotp{D.1.1} \cdot \slot{A.1.1} + \slotp{D.1.2} \cdot \slot{A.1.2} + \slotp{D.1.3} \cdot \slot{A.1.3}\bigr)$. For the biases, take the mean of each row of $\Deltam{2}$.`,
      zh: tex`第一个元素是 $\tfrac{1}{\slot{m}}\bigl(\slotp{D.1.1} \cdot \slot{A.1.1} + \slotp{D.1.2} \cdot \slot{A.1.2} + \slotp{D.1.3} \cdot \slot{A.1.3}\bigr)$。偏置的梯度，是 $\Deltam{2}$ 每一行的平均。`,
    },
  ],
  solution: [
    ...[1, 2].flatMap((j) =>
      [1, 2].map((k) => {
        const formula = tex`$\tfrac{1}{\slot{m}}\bigl(\slotp{D.${j}.1} \cdot \slot{A.${k}.1} + \slotp{D.${j}.2} \cdot \slot{A.${k}.2} + \slotp{D.${j}.3} \cdot \slot{A.${k}.3}\bigr) \approx \slot{dW.${j}.${k}}$`;
        return {
          en: `Row ${j}, column ${k}: ${formula}.`,
          zh: `第 ${j} 行第 ${k} 列：${formula}。`,
        };
      }),
    ),
    {
      en: tex`The biases: $\tfrac{1}{\slot{m}}\bigl(\slotp{D.1.1} + \slotp{D.1.2} + \slotp{D.1.3}\bigr) \approx \slot{db.1.1}$ and $\tfrac{1}{\slot{m}}\bigl(\slotp{D.2.1} + \slotp{D.2.2} + \slotp{D.2.3}\bigr) \approx \slot{db.2.1}$.`,
      zh: tex`偏置：$\tfrac{1}{\slot{m}}\bigl(\slotp{D.1.1} + \slotp{D.1.2} + \slotp{D.1.3}\bigr) \approx \slot{db.1.1}$，$\tfrac{1}{\slot{m}}\bigl(\slotp{D.2.1} + \slotp{D.2.2} + \slotp{D.2.3}\bigr) \approx \slot{db.2.1}$。`,
    },
    {
      en: tex`Together: $\dds{\loss}{\W{2}} \approx ${slotMatrix('dW', 2, 2)}$, $\dds{\loss}{\bias{2}} \approx ${slotMatrix('db', 2, 1)}$.`,
      zh: tex`合起来：$\dds{\loss}{\W{2}} \approx ${slotMatrix('dW', 2, 2)}$，$\dds{\loss}{\bias{2}} \approx ${slotMatrix('db', 2, 1)}$。`,
    },
  ],
};
