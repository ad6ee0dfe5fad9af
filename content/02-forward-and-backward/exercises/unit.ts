import { sigmoid } from '@components/exercise/engine';
import { tex } from '@components/exercise/tex';
import type { PartsExercise } from '@components/exercise/types';
import { dot, drawList, drawNumber, numberOf, part, vectorOf } from '@components/exercise/values';
import { trace } from '@engine';
import { networkWith } from './engine';

export const unitForward: PartsExercise = {
  id: 'fb-unit-forward',
  kind: 'number',
  title: { en: 'One unit', zh: '一个单元' },
  about: 'the-forward-pass',
  statement: {
    en: tex`A unit receives $\xin{1} = \slot{x.1}$ and $\xin{2} = \slot{x.2}$. Its weights are $\Wi{1}{11} = \slot{w.1}$ and $\Wi{1}{12} = \slot{w.2}$, its bias is $\biasi{1}{1} = \slot{b}$, and its activation function is the sigmoid.

Find its weighted sum and its activation, each to four decimals.`,
    zh: tex`一个单元收到 $\xin{1} = \slot{x.1}$ 和 $\xin{2} = \slot{x.2}$，权重是 $\Wi{1}{11} = \slot{w.1}$ 和 $\Wi{1}{12} = \slot{w.2}$，偏置是 $\biasi{1}{1} = \slot{b}$，激活函数是 Sigmoid。

求它的加权和与激活值，都保留四位小数。`,
  },
  draw: (random) => {
    const x = drawList(random, 2, -0.9, 0.9);
    const w = drawList(random, 2, -0.9, 0.9);
    const b = drawNumber(random, -0.9, 0.9);
    const steps = trace(networkWith({ activations: ['sigmoid'] }, [[w]], [[b]]), x, [0]);
    const [z, a] = steps.map(({ value }) => value);
    return { x, w, b, z: z!, a: a! };
  },
  parts: [
    part({
      id: 'z',
      label: { en: tex`$\zi{1}{1} =$`, zh: tex`$\zi{1}{1} =$` },
      spoken: { en: 'weighted sum', zh: '加权和' },
      decimals: 4,
      answer: (v) => dot(vectorOf(v, 'w'), vectorOf(v, 'x')) + numberOf(v, 'b'),
      mistakes: [
        {
          id: 'no-bias',
          says: {
            en: 'You seem to have left out the bias. It is added once, after the products.',
            zh: '你似乎漏了偏置。乘积加完以后，还要加一次偏置。',
          },
          about: 'eq-fb-z-scalar',
          value: (v) => dot(vectorOf(v, 'w'), vectorOf(v, 'x')),
        },
        {
          id: 'bias-subtracted',
          says: {
            en: 'You seem to have subtracted the bias. It is added, with its own sign.',
            zh: '你似乎减去了偏置。偏置是加上去的，连同它自己的正负号。',
          },
          about: 'eq-fb-z-scalar',
          value: (v) => dot(vectorOf(v, 'w'), vectorOf(v, 'x')) - numberOf(v, 'b'),
        },
        {
          id: 'weights-exchanged',
          says: {
            en: tex`You seem to have multiplied each input by the other one’s weight. The second index of $\Wi{1}{12}$ is the unit that sends: this weight goes with $\xin{2}$.`,
            zh: tex`两个权重似乎用反了。$\Wi{1}{12}$ 的第二个下标是发送的单元，它要和 $\xin{2}$ 相乘。`,
          },
          about: 'eq-fb-z-scalar',
          value: (v) => dot(vectorOf(v, 'w').toReversed(), vectorOf(v, 'x')) + numberOf(v, 'b'),
        },
      ],
    }),
    part({
      id: 'a',
      label: { en: tex`$\acti{1}{1} =$`, zh: tex`$\acti{1}{1} =$` },
      spoken: { en: 'activation', zh: '激活值' },
      decimals: 4,
      answer: (v) => sigmoid.value(numberOf(v, 'z')),
      mistakes: [
        {
          id: 'not-activated',
          says: {
            en: 'This is the weighted sum itself. It still has to go through the sigmoid.',
            zh: '这还是加权和，它还要经过 Sigmoid。',
          },
          about: 'eq-fb-a-scalar',
          value: (v) => numberOf(v, 'z'),
        },
        {
          id: 'exponent-sign',
          says: {
            en: tex`The exponent seems to have lost its minus: in $\sigma(z) = 1/(1 + e^{-z})$ a larger $z$ makes the result larger.`,
            zh: tex`指数上的负号似乎丢了：在 $\sigma(z) = 1/(1 + e^{-z})$ 里，$z$ 越大，结果越大。`,
          },
          value: (v) => sigmoid.value(-numberOf(v, 'z')),
        },
        {
          id: 'no-one',
          says: {
            en: tex`The 1 in the denominator seems to be missing: it is $1 + e^{-z}$, so the result always lies between 0 and 1.`,
            zh: tex`分母里的 1 似乎漏了：分母是 $1 + e^{-z}$，所以结果总在 0 和 1 之间。`,
          },
          value: (v) => 1 / Math.exp(-numberOf(v, 'z')),
        },
        {
          id: 'slope',
          says: {
            en: 'This is the slope of the sigmoid at that sum, which the backward pass needs. Here its value is asked for.',
            zh: '这是 Sigmoid 在这一点的斜率，反向时才用得到。这里要的是它的值。',
          },
          about: 'eq-fb-sigmoid-slope',
          value: (v) => sigmoid.derivative(numberOf(v, 'z')),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'A unit does two things: it adds up what it receives, each input times its weight, and the bias; then the sum goes through the activation function.',
      zh: '单元只做两件事：每个输入乘以自己的权重，加起来，再加偏置；然后让这个和经过激活函数。',
    },
    {
      en: tex`$\zi{1}{1} = \Wi{1}{11}\,\xin{1} + \Wi{1}{12}\,\xin{2} + \biasi{1}{1}$, and $\acti{1}{1} = \sigma(\zi{1}{1})$ with $\sigma(z) = 1/(1 + e^{-z})$.`,
      zh: tex`$\zi{1}{1} = \Wi{1}{11}\,\xin{1} + \Wi{1}{12}\,\xin{2} + \biasi{1}{1}$，再求 $\acti{1}{1} = \sigma(\zi{1}{1})$，其中 $\sigma(z) = 1/(1 + e^{-z})$。`,
    },
    {
      en: tex`The sum is $\slot{w.1} \cdot \slotp{x.1} + \slotp{w.2} \cdot \slotp{x.2} + \slotp{b}$. Put it into the sigmoid with a calculator.`,
      zh: tex`加权和是 $\slot{w.1} \cdot \slotp{x.1} + \slotp{w.2} \cdot \slotp{x.2} + \slotp{b}$。用计算器把它代进 Sigmoid。`,
    },
  ],
  solution: [
    {
      en: tex`The weighted sum: $\zi{1}{1} = \slot{w.1} \cdot \slotp{x.1} + \slotp{w.2} \cdot \slotp{x.2} + \slotp{b} = \slot{z}$.`,
      zh: tex`加权和：$\zi{1}{1} = \slot{w.1} \cdot \slotp{x.1} + \slotp{w.2} \cdot \slotp{x.2} + \slotp{b} = \slot{z}$。`,
    },
    {
      en: tex`Through the sigmoid: $\acti{1}{1} = \sigma(\slot{z}) = 1/(1 + e^{-\slotp{z}}) \approx \slot{a}$. So the sum is $\slot{z}$ and the activation $\slot{a}$.`,
      zh: tex`经过 Sigmoid：$\acti{1}{1} = \sigma(\slot{z}) = 1/(1 + e^{-\slotp{z}}) \approx \slot{a}$。所以加权和是 $\slot{z}$，激活值是 $\slot{a}$。`,
    },
  ],
};
