import { sigmoid, softmaxOf } from '@components/exercise/engine';
import { tex } from '@components/exercise/tex';
import type { PartsExercise } from '@components/exercise/types';
import { drawList, numberOf, part } from '@components/exercise/values';

export const twoClasses: PartsExercise = {
  id: 'act-two-classes',
  kind: 'number',
  title: { en: 'The same as logistic regression', zh: '和逻辑回归一样' },
  about: 'from-two-classes-to-many',
  statement: {
    en: tex`Softmax has two classes with the sums $\prei{1} = \slot{p}$ and $\prei{2} = \slot{q}$. Logistic regression with the single sum $s$ is to give class 1 the same probability.

Find $s$, and the probability of class 1 to four decimals.`,
    zh: tex`两个类别的 softmax，加权和是 $\prei{1} = \slot{p}$ 和 $\prei{2} = \slot{q}$。有一个逻辑回归，只有一个加权和 $s$，给类别 1 的概率与它相同。

求 $s$，再求类别 1 的概率，保留四位小数。`,
  },
  draw: (random) => {
    const [p = 0, q = 0] = drawList(random, 2, -2.5, 2.5);
    return { p, q, s: p - q, a: softmaxOf([p, q])[0]! };
  },
  parts: [
    part({
      id: 's',
      label: { en: tex`$s =$`, zh: tex`$s =$` },
      spoken: { en: 'the single sum', zh: '那一个加权和' },
      decimals: 3,
      answer: (v) => numberOf(v, 'p') - numberOf(v, 'q'),
      mistakes: [
        {
          id: 'turned',
          says: {
            en: 'The difference is turned round: that would be the sum for class 2.',
            zh: '差写反了：那是类别 2 的加权和。',
          },
          about: 'eq-act-softmax-two',
          value: (v) => numberOf(v, 'q') - numberOf(v, 'p'),
        },
        {
          id: 'added',
          says: {
            en: 'You seem to have added the two sums. Only their difference counts.',
            zh: '你似乎把两个加权和加了起来。起作用的是差。',
          },
          about: 'eq-act-softmax-two',
          value: (v) => numberOf(v, 'p') + numberOf(v, 'q'),
        },
        {
          id: 'own',
          says: {
            en: 'This is the sum of class 1 alone. The second class has a say as well.',
            zh: '这只是类别 1 的加权和，类别 2 也有影响。',
          },
          about: 'eq-act-softmax-two',
          value: (v) => numberOf(v, 'p'),
        },
      ],
    }),
    part({
      id: 'a',
      label: { en: tex`$\posti{1} =$`, zh: tex`$\posti{1} =$` },
      spoken: { en: 'probability of class 1', zh: '类别 1 的概率' },
      decimals: 4,
      answer: (v) => sigmoid.value(numberOf(v, 's')),
      mistakes: [
        {
          id: 'other-class',
          says: {
            en: 'This is the probability of class 2.',
            zh: '这是类别 2 的概率。',
          },
          about: 'eq-act-softmax-two',
          value: (v) => sigmoid.value(-numberOf(v, 's')),
        },
        {
          id: 'slope',
          says: {
            en: 'This is the slope of the sigmoid. Its value is asked for.',
            zh: '这是 Sigmoid 的斜率，要求的是它的值。',
          },
          about: 'eq-act-sigmoid',
          value: (v) => sigmoid.derivative(numberOf(v, 's')),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Divide numerator and denominator of the first probability by its own power.',
      zh: '把第一个概率的分子和分母同除以它自己的幂。',
    },
    {
      en: tex`What is left is $\sigma(\prei{1} - \prei{2})$.`,
      zh: tex`剩下的就是 $\sigma(\prei{1} - \prei{2})$。`,
    },
    {
      en: tex`So $s = \slot{p} - \slotp{q} = \slot{s}$. Put it into the sigmoid.`,
      zh: tex`所以 $s = \slot{p} - \slotp{q} = \slot{s}$，再代进 Sigmoid。`,
    },
  ],
  solution: [
    {
      en: tex`The difference of the sums is $s = \slot{p} - \slotp{q} = \slot{s}$.`,
      zh: tex`两个加权和之差是 $s = \slot{p} - \slotp{q} = \slot{s}$。`,
    },
    {
      en: tex`With $s = \slot{s}$ the probability is $\posti{1} = \sigma(\slot{s}) \approx \slot{a}$.`,
      zh: tex`$s = \slot{s}$，概率是 $\posti{1} = \sigma(\slot{s}) \approx \slot{a}$。`,
    },
  ],
};
