import { tex } from '@components/exercise/tex';
import type { PartsExercise, Values } from '@components/exercise/types';
import {
  drawList,
  drawNumber,
  matrixOf,
  numberOf,
  part,
  vectorOf,
} from '@components/exercise/values';
import { Perceptron } from '@engine';
import { sumOf } from './unit';

/** y − a, from the sum as the reader found it. */
const miss = (v: Values): number => numberOf(v, 'y') - (numberOf(v, 'z') > 0 ? 1 : 0);
const weights = (v: Values, factor: number): number[][] =>
  vectorOf(v, 'W').map((w, k) => [w + factor * vectorOf(v, 'x')[k]!]);

/** W and b after the engine's perceptron has seen the sample. */
function learned(v: Values): { W: number[][]; b: number } {
  const made = new Perceptron(2);
  made.W.set(vectorOf(v, 'W'));
  made.b = numberOf(v, 'b');
  made.learn(matrixOf(v, 'x'), 0, numberOf(v, 'y'));
  return { W: [...made.W].map((w) => [w]), b: made.b };
}

export const perceptronStep: PartsExercise = {
  id: 'wn-perceptron-step',
  kind: 'matrix',
  title: { en: 'A perceptron learns from a mistake', zh: '感知机从一次错误里学习' },
  about: 'can-training-find-it-all-the-same',
  statement: {
    en: tex`A perceptron has the weights $\Wlone{1} = \slot{W.1}$ and $\Wlone{2} = \slot{W.2}$ and the bias $\blone = \slot{b}$. It is shown the sample $\xin{1} = \slot{x.1}$, $\xin{2} = \slot{x.2}$ with the target $\y = \slot{y}$, and gets it wrong.

Find its weighted sum, then both weights and the bias after it has learned from this sample.`,
    zh: tex`一个感知机的权重是 $\Wlone{1} = \slot{W.1}$ 和 $\Wlone{2} = \slot{W.2}$，偏置是 $\blone = \slot{b}$。给它看样本 $\xin{1} = \slot{x.1}$，$\xin{2} = \slot{x.2}$，目标值是 $\y = \slot{y}$，它答错了。

求它的加权和，再求它从这个样本学习以后的两个权重和偏置。`,
  },
  draw: (random) => {
    for (;;) {
      const W = drawList(random, 2, -3, 3, 0);
      const x = drawList(random, 2, -4, 4, 0);
      const b = drawNumber(random, -3, 3, 0);
      const z = sumOf({ W, x, b });
      if (z === 0) continue;
      const a = z > 0 ? 1 : 0;
      const values = { W, x, b, z, a, y: 1 - a, miss: 1 - 2 * a };
      const after = learned(values);
      return { ...values, Wnew: after.W, bnew: after.b };
    }
  },
  parts: [
    part({
      id: 'z',
      label: { en: tex`$\zlone =$`, zh: tex`$\zlone =$` },
      spoken: { en: 'weighted sum', zh: '加权和' },
      decimals: 2,
      answer: (v) => sumOf(v),
      mistakes: [
        {
          id: 'no-bias',
          says: {
            en: 'You seem to have left out the bias.',
            zh: '你似乎漏了偏置。',
          },
          about: 'eq-wn-z',
          value: (v) => sumOf(v, vectorOf(v, 'W'), 0),
        },
      ],
    }),
    part({
      id: 'Wnew',
      label: {
        en: tex`$\begin{pmatrix} \Wlone{1} \\ \Wlone{2} \end{pmatrix} \leftarrow$`,
        zh: tex`$\begin{pmatrix} \Wlone{1} \\ \Wlone{2} \end{pmatrix} \leftarrow$`,
      },
      spoken: { en: 'the two weights afterwards', zh: '学习以后的两个权重' },
      decimals: 2,
      answer: (v) => weights(v, miss(v)),
      mistakes: [
        {
          id: 'other-way',
          says: {
            en: tex`The weights have moved the other way: the sum for this sample is now even more wrong. The factor is $\y - \alone$.`,
            zh: tex`权重挪反了：这个样本的加权和错得更厉害了。因子是 $\y - \alone$。`,
          },
          about: 'eq-wn-perceptron-rule',
          value: (v) => weights(v, -miss(v)),
        },
        {
          id: 'without-input',
          says: {
            en: 'Both weights have moved by the same amount. Each moves by its own input.',
            zh: '两个权重挪动了同样多。每个权重要按自己的输入挪动。',
          },
          about: 'eq-wn-perceptron-rule',
          value: (v) => vectorOf(v, 'W').map((w) => [w + miss(v)]),
        },
        {
          id: 'unchanged',
          says: {
            en: 'These are the old weights. After a wrong answer they change.',
            zh: '这还是原来的权重。答错以后要改。',
          },
          about: 'eq-wn-perceptron-rule',
          value: (v) => weights(v, 0),
        },
      ],
    }),
    part({
      id: 'bnew',
      label: { en: tex`$\blone \leftarrow$`, zh: tex`$\blone \leftarrow$` },
      spoken: { en: 'the bias afterwards', zh: '学习以后的偏置' },
      decimals: 2,
      answer: (v) => numberOf(v, 'b') + miss(v),
      mistakes: [
        {
          id: 'bias-other-way',
          says: {
            en: tex`The bias has moved the other way: it grows when the target is 1 and the answer 0.`,
            zh: tex`偏置挪反了：目标值是 1 而回答是 0 时，它应当变大。`,
          },
          about: 'eq-wn-perceptron-rule',
          value: (v) => numberOf(v, 'b') - miss(v),
        },
        {
          id: 'bias-unchanged',
          says: {
            en: 'The bias learns as well, as if it were the weight of an input that is always 1.',
            zh: '偏置也要学，就当它是一个永远为 1 的输入的权重。',
          },
          about: 'eq-wn-perceptron-rule',
          value: (v) => numberOf(v, 'b'),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'First find the answer from the sign of the sum. Was it too large or too small?',
      zh: '先由加权和的正负得出回答。它是偏大了，还是偏小了？',
    },
    {
      en: tex`The factor $\y - \alone$ is $\slot{y} - \slot{a} = \slot{miss}$.`,
      zh: tex`因子 $\y - \alone$ 是 $\slot{y} - \slot{a} = \slot{miss}$。`,
    },
    {
      en: tex`The first weight becomes $\slot{W.1} + \slotp{miss} \cdot \slotp{x.1}$; the second and the bias go in the same way, the bias with 1 for the input.`,
      zh: tex`第一个权重变成 $\slot{W.1} + \slotp{miss} \cdot \slotp{x.1}$；第二个权重和偏置照样算，偏置的输入当作 1。`,
    },
  ],
  solution: [
    {
      en: tex`The sum is $\slot{W.1} \cdot \slotp{x.1} + \slotp{W.2} \cdot \slotp{x.2} + \slotp{b} = \slot{z}$, so the answer is $\slot{a}$ instead of $\slot{y}$.`,
      zh: tex`加权和是 $\slot{W.1} \cdot \slotp{x.1} + \slotp{W.2} \cdot \slotp{x.2} + \slotp{b} = \slot{z}$，所以回答是 $\slot{a}$，而不是 $\slot{y}$。`,
    },
    {
      en: tex`The weights: $\slot{W.1} + \slotp{miss} \cdot \slotp{x.1} = \slot{Wnew.1.1}$ and $\slot{W.2} + \slotp{miss} \cdot \slotp{x.2} = \slot{Wnew.2.1}$. The bias: $\slot{b} + \slotp{miss} = \slot{bnew}$.`,
      zh: tex`权重：$\slot{W.1} + \slotp{miss} \cdot \slotp{x.1} = \slot{Wnew.1.1}$，$\slot{W.2} + \slotp{miss} \cdot \slotp{x.2} = \slot{Wnew.2.1}$。偏置：$\slot{b} + \slotp{miss} = \slot{bnew}$。`,
    },
    {
      en: tex`So the sum was $\slot{z}$, the new weights are $\slot{Wnew.1.1}$ and $\slot{Wnew.2.1}$, the new bias is $\slot{bnew}$.`,
      zh: tex`所以加权和是 $\slot{z}$，新的权重是 $\slot{Wnew.1.1}$ 和 $\slot{Wnew.2.1}$，新的偏置是 $\slot{bnew}$。`,
    },
  ],
};
