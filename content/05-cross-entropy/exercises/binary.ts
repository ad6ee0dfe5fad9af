import { tex } from '@components/exercise/tex';
import type { PartsExercise, Values } from '@components/exercise/types';
import { drawList, matrixOf, part, vectorOf } from '@components/exercise/values';
import { Matrix } from '@engine';
import { deltaOf, logitOf, lossOf, surpriseOf } from './engine';

const targets = [1, 0];
const loss = (v: Values): number =>
  lossOf('binaryCrossEntropy', vectorOf(v, 'a').map(logitOf), targets);
const delta = (v: Values): number =>
  deltaOf('binaryCrossEntropy', matrixOf(v, 'a'), Matrix.column(targets)).at(1, 0);
const surprises = (v: Values): [yes: number, no: number] => {
  const [a = 0, b = 0] = vectorOf(v, 'a');
  return [surpriseOf(a), surpriseOf(1 - b)];
};

export const binaryOutputs: PartsExercise = {
  id: 'ce-binary-outputs',
  kind: 'number',
  title: { en: 'Two questions, two answers', zh: '两个是非题' },
  about: 'binary-cross-entropy',
  statement: {
    en: tex`Two outputs with sigmoids say $\acti{2}{1} = \slot{a.1}$ and $\acti{2}{2} = \slot{a.2}$. Their targets are $\yout{1} = 1$ and $\yout{2} = 0$. The loss is binary cross-entropy.

Find the loss, and the error $\delti{2}{2}$ of the second output, each to four decimals.`,
    zh: tex`两个用 Sigmoid 的输出说 $\acti{2}{1} = \slot{a.1}$、$\acti{2}{2} = \slot{a.2}$，目标是 $\yout{1} = 1$、$\yout{2} = 0$。损失用二元交叉熵。

求损失，以及第二个输出的误差项 $\delti{2}{2}$，都保留四位小数。`,
  },
  draw: (random) => {
    const a = drawList(random, 2, 0.05, 0.95, 2);
    const [yes, no] = surprises({ a });
    return { a, yes, no, loss: loss({ a }), delta: delta({ a }) };
  },
  parts: [
    part({
      id: 'loss',
      label: { en: tex`$\loss =$`, zh: tex`$\loss =$` },
      spoken: { en: 'loss', zh: '损失' },
      decimals: 4,
      answer: loss,
      mistakes: [
        {
          id: 'first-term',
          says: {
            en: 'You seem to have counted only the output whose target is 1. The second one answers for its “no”.',
            zh: '你似乎只算了目标是 1 的那个输出。第二个也要为它的“否”负责。',
          },
          about: 'eq-ce-bce',
          value: (v) => surprises(v)[0],
        },
        {
          id: 'both-yes',
          says: {
            en: 'For the second output you seem to have taken the surprise at a yes. Its target is 0, so take the logarithm of 1 − a.',
            zh: '第二个输出你似乎取了对“是”的惊讶度。它的目标是 0，应当取 1 − a 的对数。',
          },
          about: 'eq-ce-bce',
          value: (v) => surprises(v)[0] + surpriseOf(vectorOf(v, 'a')[1]!),
        },
        {
          id: 'averaged',
          says: {
            en: 'You seem to have divided by the number of outputs, as PyTorch does. In this book the outputs of a sample are added up.',
            zh: '你似乎除以了输出的个数，PyTorch 是这样做的。本书把一个样本的各个输出加起来。',
          },
          about: 'what-libraries-expect',
          value: (v) => loss(v) / 2,
        },
        {
          id: 'sign',
          says: { en: 'The minus in front is missing.', zh: '前面的负号漏了。' },
          about: 'eq-ce-bce',
          value: (v) => -loss(v),
        },
      ],
    }),
    part({
      id: 'delta',
      label: { en: tex`$\delti{2}{2} =$`, zh: tex`$\delti{2}{2} =$` },
      spoken: { en: 'delta of the second output', zh: '第二个输出的误差项' },
      decimals: 4,
      answer: delta,
      mistakes: [
        {
          id: 'untouched',
          says: {
            en: 'This is what the note’s loss gives: nothing for an output whose target is 0. Binary cross-entropy gives output minus target.',
            zh: '这是笔记的损失给出的结果：目标是 0 的输出什么也得不到。二元交叉熵给的是输出减目标。',
          },
          about: 'eq-ce-delta-bce',
          value: () => 0,
        },
        {
          id: 'braked',
          says: {
            en: 'You seem to have multiplied by the slope of the sigmoid. That belongs to squared error; here it has cancelled.',
            zh: '你似乎又乘了 Sigmoid 的斜率。那是平方误差的结果，这里已经约掉了。',
          },
          about: 'eq-ce-delta-se',
          value: (v) => delta(v) * vectorOf(v, 'a')[1]! * (1 - vectorOf(v, 'a')[1]!),
        },
        {
          id: 'delta-sign',
          says: {
            en: 'The sign is turned round. The output is too large, so its gradient is positive.',
            zh: '正负号反了。输出偏大，所以梯度是正的。',
          },
          about: 'eq-ce-delta-bce',
          value: (v) => -delta(v),
        },
        {
          id: 'target-one',
          says: {
            en: 'You seem to have subtracted 1. The target of the second output is 0.',
            zh: '你似乎减了 1。第二个输出的目标是 0。',
          },
          about: 'eq-ce-delta-bce',
          value: (v) => delta(v) - 1,
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'One surprise for each output: at its yes where the target is 1, at its no where the target is 0.',
      zh: '每个输出一个惊讶度：目标是 1，取对“是”的；目标是 0，取对“否”的。',
    },
    {
      en: tex`The second output gave its “no” the probability $1 - \acti{2}{2}$.`,
      zh: tex`第二个输出给“否”的概率是 $1 - \acti{2}{2}$。`,
    },
    {
      en: tex`The two surprises are $\slot{yes}$ and $\slot{no}$. The error is output minus target.`,
      zh: tex`两个惊讶度是 $\slot{yes}$ 和 $\slot{no}$。误差项是输出减目标。`,
    },
  ],
  solution: [
    {
      en: tex`The first output: $-\log \slot{a.1} \approx \slot{yes}$. The second: $-\log\,(1 - \slot{a.2}) \approx \slot{no}$.`,
      zh: tex`第一个输出：$-\log \slot{a.1} \approx \slot{yes}$。第二个：$-\log\,(1 - \slot{a.2}) \approx \slot{no}$。`,
    },
    {
      en: tex`The loss is $\slot{yes} + \slot{no} \approx \slot{loss}$, and the error $\delti{2}{2} = \slot{a.2} - 0 = \slot{delta}$.`,
      zh: tex`损失是 $\slot{yes} + \slot{no} \approx \slot{loss}$，误差项 $\delti{2}{2} = \slot{a.2} - 0 = \slot{delta}$。`,
    },
  ],
};
