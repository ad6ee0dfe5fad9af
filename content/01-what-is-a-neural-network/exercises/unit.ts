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
import { unit } from '../units';

/** z of the drawn unit at the drawn inputs. */
export function sumOf(v: Values, weights = vectorOf(v, 'W'), bias = numberOf(v, 'b')): number {
  const [first = 0, second = 0] = weights;
  return unit([first, second], bias).z(matrixOf(v, 'x'), 0);
}

export const unitAnswer: PartsExercise = {
  id: 'wn-unit-answer',
  kind: 'number',
  title: { en: 'One unit', zh: '一个单元' },
  about: 'one-unit-draws-one-line',
  statement: {
    en: tex`A unit with a step function has the weights $\Wlone{1} = \slot{W.1}$ and $\Wlone{2} = \slot{W.2}$ and the bias $\blone = \slot{b}$. It receives $\xin{1} = \slot{x.1}$ and $\xin{2} = \slot{x.2}$.

Find its weighted sum, exactly, and its answer.`,
    zh: tex`一个用阶跃函数的单元，权重是 $\Wlone{1} = \slot{W.1}$ 和 $\Wlone{2} = \slot{W.2}$，偏置是 $\blone = \slot{b}$。它收到 $\xin{1} = \slot{x.1}$ 和 $\xin{2} = \slot{x.2}$。

求加权和的准确值，以及它的回答。`,
  },
  draw: (random) => {
    for (;;) {
      const W = drawList(random, 2, -0.9, 0.9);
      const x = drawList(random, 2, -4, 4, 0);
      const b = drawNumber(random, -1.5, 1.5);
      const z = sumOf({ W, x, b });
      // A sum near 0 would hang on a rounding.
      if (Math.abs(z) > 0.15) return { W, x, b, z, a: z > 0 ? 1 : 0 };
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
            en: 'You seem to have left out the bias. It is added once, after the products.',
            zh: '你似乎漏了偏置。乘积加完以后，还要加一次偏置。',
          },
          about: 'eq-wn-z',
          value: (v) => sumOf(v, vectorOf(v, 'W'), 0),
        },
        {
          id: 'bias-subtracted',
          says: {
            en: 'You seem to have subtracted the bias. It is added, with its own sign.',
            zh: '你似乎减去了偏置。偏置是加上去的，连同它自己的正负号。',
          },
          about: 'eq-wn-z',
          value: (v) => sumOf(v, vectorOf(v, 'W'), -numberOf(v, 'b')),
        },
        {
          id: 'exchanged',
          says: {
            en: 'Each input seems to be multiplied by the other one’s weight.',
            zh: '每个输入似乎乘了另一个输入的权重。',
          },
          about: 'eq-wn-z',
          value: (v) => sumOf(v, vectorOf(v, 'W').toReversed()),
        },
      ],
    }),
    part({
      id: 'a',
      label: { en: tex`$\alone =$`, zh: tex`$\alone =$` },
      spoken: { en: 'answer, 0 or 1', zh: '回答，0 或 1' },
      decimals: 2,
      answer: (v) => (numberOf(v, 'z') > 0 ? 1 : 0),
      mistakes: [
        {
          id: 'reversed',
          says: {
            en: 'It is the other way round: a positive sum is answered 1.',
            zh: '反了：加权和为正，回答是 1。',
          },
          about: 'eq-wn-step',
          value: (v) => (numberOf(v, 'z') > 0 ? 0 : 1),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Each input times its own weight, added up; then the bias. Only the sign of the result matters for the answer.',
      zh: '每个输入乘以自己的权重，加起来，再加偏置。回答只看结果的正负。',
    },
    {
      en: tex`$\zlone = \Wlone{1}\,\xin{1} + \Wlone{2}\,\xin{2} + \blone$`,
      zh: tex`$\zlone = \Wlone{1}\,\xin{1} + \Wlone{2}\,\xin{2} + \blone$`,
    },
    {
      en: tex`The sum is $\slot{W.1} \cdot \slotp{x.1} + \slotp{W.2} \cdot \slotp{x.2} + \slotp{b}$. Is it positive?`,
      zh: tex`加权和是 $\slot{W.1} \cdot \slotp{x.1} + \slotp{W.2} \cdot \slotp{x.2} + \slotp{b}$。它是正的吗？`,
    },
  ],
  solution: [
    {
      en: tex`The weighted sum: $\zlone = \slot{W.1} \cdot \slotp{x.1} + \slotp{W.2} \cdot \slotp{x.2} + \slotp{b} = \slot{z}$.`,
      zh: tex`加权和：$\zlone = \slot{W.1} \cdot \slotp{x.1} + \slotp{W.2} \cdot \slotp{x.2} + \slotp{b} = \slot{z}$。`,
    },
    {
      en: tex`A positive sum is answered 1, any other 0. With the sum $\slot{z}$ the answer is $\slot{a}$.`,
      zh: tex`加权和为正就回答 1，否则回答 0。加权和是 $\slot{z}$，所以回答是 $\slot{a}$。`,
    },
  ],
};
