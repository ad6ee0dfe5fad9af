import { tex } from '@components/exercise/tex';
import type { PartsExercise, Values } from '@components/exercise/types';
import { dot, mean, numberOf, part, vectorOf } from '@components/exercise/values';
import { backThrough, drawProbabilities } from './engine';

const a = (v: Values): readonly number[] => vectorOf(v, 'a');
const g = (v: Values): readonly number[] => vectorOf(v, 'g');
const weighted = (v: Values): number => dot(a(v), g(v));

export const softmaxBack: PartsExercise = {
  id: 'act-softmax-back',
  kind: 'number',
  title: { en: 'Back through softmax', zh: '反向经过 softmax' },
  about: 'the-slopes-of-softmax',
  statement: {
    en: tex`Softmax gave the probabilities $\posti{1} = \slot{a.1}$, $\posti{2} = \slot{a.2}$, $\posti{3} = \slot{a.3}$. The blame that arrives at them is $\dds{\loss}{\posti{1}} = \slot{g.1}$, $\dds{\loss}{\posti{2}} = \slot{g.2}$, $\dds{\loss}{\posti{3}} = \slot{g.3}$.

Find the mean of the blames weighted by the probabilities, and the error $\erri{1}$, each exactly.`,
    zh: tex`softmax 给出的概率是 $\posti{1} = \slot{a.1}$、$\posti{2} = \slot{a.2}$、$\posti{3} = \slot{a.3}$，传到它们上面的责任是 $\dds{\loss}{\posti{1}} = \slot{g.1}$、$\dds{\loss}{\posti{2}} = \slot{g.2}$、$\dds{\loss}{\posti{3}} = \slot{g.3}$。

求按概率加权的责任的平均，以及误差项 $\erri{1}$，都写出准确值。`,
  },
  draw: (random) => {
    const list = drawProbabilities(random);
    const blame = list.map(() => random.integer(37) / 10 - 1.8).map((x) => Number(x.toFixed(1)));
    return { a: list, g: blame, mean: dot(list, blame), delta: backThrough(list, blame)[0]! };
  },
  parts: [
    part({
      id: 'mean',
      label: {
        en: tex`$\sum_i \posti{i}\,\dds{\loss}{\posti{i}} =$`,
        zh: tex`$\sum_i \posti{i}\,\dds{\loss}{\posti{i}} =$`,
      },
      spoken: { en: 'weighted mean', zh: '加权平均' },
      decimals: 4,
      answer: weighted,
      mistakes: [
        {
          id: 'plain-mean',
          says: {
            en: 'This is the plain mean. Each blame counts with its probability.',
            zh: '这是普通的平均。每份责任要乘以它的概率。',
          },
          about: 'eq-act-softmax-backward',
          value: (v) => mean(g(v)),
        },
        {
          id: 'divided-by-three',
          says: {
            en: 'You seem to have divided by 3 as well. The probabilities already add up to 1.',
            zh: '你似乎又除以了 3。概率加起来已经是 1 了。',
          },
          about: 'eq-act-softmax-backward',
          value: (v) => weighted(v) / 3,
        },
      ],
    }),
    part({
      id: 'delta',
      label: { en: tex`$\erri{1} =$`, zh: tex`$\erri{1} =$` },
      spoken: { en: 'delta 1', zh: '第一个误差项' },
      decimals: 4,
      answer: (v) => a(v)[0]! * (g(v)[0]! - numberOf(v, 'mean')),
      mistakes: [
        {
          id: 'not-weighted',
          says: {
            en: 'This is how much the blame exceeds the mean. Multiply it by the probability.',
            zh: '这是责任超出平均的部分，还要乘以概率。',
          },
          about: 'eq-act-softmax-backward',
          value: (v) => g(v)[0]! - numberOf(v, 'mean'),
        },
        {
          id: 'diagonal-only',
          says: {
            en: 'You seem to have used only the slope by its own sum. The other two probabilities answer as well.',
            zh: '你似乎只用了对自己的加权和的斜率。另外两个概率也有回答。',
          },
          about: 'eq-act-softmax-jacobian',
          value: (v) => a(v)[0]! * (1 - a(v)[0]!) * g(v)[0]!,
        },
        {
          id: 'nothing-subtracted',
          says: {
            en: 'You seem to have left out the mean: only what exceeds it counts.',
            zh: '你似乎没有减去平均：只有超出平均的部分才算数。',
          },
          about: 'eq-act-softmax-backward',
          value: (v) => a(v)[0]! * g(v)[0]!,
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'You need not build the table of slopes. Find the mean first.',
      zh: '不必把斜率的表建出来。先求平均。',
    },
    {
      en: tex`The mean is $\sum_i \posti{i}\,\dds{\loss}{\posti{i}}$. Then $\erri{1}$ is $\posti{1}$ times how much the first blame exceeds it.`,
      zh: tex`平均是 $\sum_i \posti{i}\,\dds{\loss}{\posti{i}}$。$\erri{1}$ 是第一份责任超出平均的部分，乘以 $\posti{1}$。`,
    },
    {
      en: tex`The mean is $\slot{a.1} \cdot \slotp{g.1} + \slot{a.2} \cdot \slotp{g.2} + \slot{a.3} \cdot \slotp{g.3} = \slot{mean}$.`,
      zh: tex`平均是 $\slot{a.1} \cdot \slotp{g.1} + \slot{a.2} \cdot \slotp{g.2} + \slot{a.3} \cdot \slotp{g.3} = \slot{mean}$。`,
    },
  ],
  solution: [
    {
      en: tex`The mean: $\slot{a.1} \cdot \slotp{g.1} + \slot{a.2} \cdot \slotp{g.2} + \slot{a.3} \cdot \slotp{g.3} = \slot{mean}$.`,
      zh: tex`平均：$\slot{a.1} \cdot \slotp{g.1} + \slot{a.2} \cdot \slotp{g.2} + \slot{a.3} \cdot \slotp{g.3} = \slot{mean}$。`,
    },
    {
      en: tex`The mean is $\slot{mean}$, and $\erri{1} = \slot{a.1} \cdot \bigl(\slot{g.1} - \slotp{mean}\bigr) = \slot{delta}$.`,
      zh: tex`平均是 $\slot{mean}$，$\erri{1} = \slot{a.1} \cdot \bigl(\slot{g.1} - \slotp{mean}\bigr) = \slot{delta}$。`,
    },
  ],
};
