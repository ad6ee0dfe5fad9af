import { softmaxOf } from '@components/exercise/engine';
import { tex } from '@components/exercise/tex';
import type { PartsExercise, Values } from '@components/exercise/types';
import { column, drawList, part, sum, vectorOf } from '@components/exercise/values';

const z = (v: Values): readonly number[] => vectorOf(v, 'z');
const powers = (v: Values): number[] => z(v).map(Math.exp);

export const softmaxValues: PartsExercise = {
  id: 'act-softmax-values',
  kind: 'matrix',
  title: { en: 'Three probabilities', zh: '三个概率' },
  about: 'softmax',
  statement: {
    en: tex`The sums of three classes are $\prei{1} = \slot{z.1}$, $\prei{2} = \slot{z.2}$ and $\prei{3} = \slot{z.3}$. Find their probabilities by softmax as a column, and then the first probability at the temperature $T = 2$. Give all to four decimals.`,
    zh: tex`三个类别的加权和是 $\prei{1} = \slot{z.1}$、$\prei{2} = \slot{z.2}$、$\prei{3} = \slot{z.3}$。求 softmax 给出的概率，写成一列；再求温度 $T = 2$ 时的第一个概率。都保留四位小数。`,
  },
  draw: (random) => {
    let list = drawList(random, 3, -2, 3);
    // Sums that cancel would divide by 0 where the powers are forgotten.
    while (Math.abs(sum(list)) < 0.5) list = drawList(random, 3, -2, 3);
    const e = list.map(Math.exp);
    const half = list.map((one) => Math.exp(one / 2));
    const a = softmaxOf(list);
    const first = softmaxOf(list.map((one) => one / 2))[0]!;
    return { z: list, e, total: sum(e), a, half, halfTotal: sum(half), first };
  },
  parts: [
    part({
      id: 'a',
      label: { en: tex`$\post =$`, zh: tex`$\post =$` },
      spoken: { en: 'probabilities', zh: '概率' },
      decimals: 4,
      answer: (v) => column(softmaxOf(z(v))),
      mistakes: [
        {
          id: 'no-powers',
          says: {
            en: 'You seem to have divided the sums by their total without raising e to them. Negative sums would give negative probabilities that way.',
            zh: '你似乎直接用加权和除以它们的总和，没有先取 e 的幂。那样，负的加权和会给出负的概率。',
          },
          about: 'eq-act-softmax',
          value: (v) => column(z(v).map((one) => one / sum(z(v)))),
        },
        {
          id: 'not-divided',
          says: {
            en: 'These are the powers. Divide each by their total, so that they add up to 1.',
            zh: '这是幂。还要各自除以总和，使它们加起来等于 1。',
          },
          about: 'eq-act-softmax',
          value: (v) => column(powers(v)),
        },
        {
          id: 'others-only',
          says: {
            en: 'You seem to have divided each power by the total of the other two. Its own belongs to the total as well.',
            zh: '你似乎除以了另外两个幂的和。总和里也包括它自己。',
          },
          about: 'eq-act-softmax',
          value: (v) => column(powers(v).map((one) => one / (sum(powers(v)) - one))),
        },
      ],
    }),
    part({
      id: 'first',
      label: { en: tex`$\posti{1} =$`, zh: tex`$\posti{1} =$` },
      spoken: { en: 'first probability at temperature 2', zh: '温度为 2 时的第一个概率' },
      decimals: 4,
      answer: (v) => softmaxOf(z(v).map((one) => one / 2))[0]!,
      mistakes: [
        {
          id: 'multiplied',
          says: {
            en: 'You seem to have multiplied the sums by the temperature. They are divided by it.',
            zh: '你似乎把加权和乘以了温度。应当除以温度。',
          },
          about: 'eq-act-softmax-temperature',
          value: (v) => softmaxOf(z(v).map((one) => 2 * one))[0]!,
        },
        {
          id: 'divided-after',
          says: {
            en: 'You seem to have divided the probability by 2. The sums are divided, before softmax; the probabilities must still add up to 1.',
            zh: '你似乎把概率除以了 2。要除的是 softmax 之前的加权和；概率加起来必须仍等于 1。',
          },
          about: 'eq-act-softmax-temperature',
          value: (v) => softmaxOf(z(v))[0]! / 2,
        },
        {
          id: 'cold',
          says: {
            en: 'This is the probability at the temperature 1.',
            zh: '这是温度为 1 时的概率。',
          },
          about: 'eq-act-softmax-temperature',
          value: (v) => softmaxOf(z(v))[0]!,
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Two steps: make the numbers positive, then make them add up to 1.',
      zh: '分两步：先把数变成正的，再让它们加起来等于 1。',
    },
    {
      en: tex`Raise $e$ to each sum and divide by the total. With a temperature, halve the sums first.`,
      zh: tex`先求 $e$ 的幂，再除以总和。有温度时，先把加权和减半。`,
    },
    {
      en: tex`The powers are $\slot{e.1}$, $\slot{e.2}$ and $\slot{e.3}$, together $\slot{total}$. With halved sums they are $\slot{half.1}$, $\slot{half.2}$ and $\slot{half.3}$.`,
      zh: tex`三个幂是 $\slot{e.1}$、$\slot{e.2}$、$\slot{e.3}$，总和 $\slot{total}$。加权和减半以后，是 $\slot{half.1}$、$\slot{half.2}$、$\slot{half.3}$。`,
    },
  ],
  solution: [
    {
      en: tex`The powers are $\slot{e.1}$, $\slot{e.2}$ and $\slot{e.3}$; their total is $\slot{total}$.`,
      zh: tex`三个幂是 $\slot{e.1}$、$\slot{e.2}$、$\slot{e.3}$，总和是 $\slot{total}$。`,
    },
    {
      en: tex`At the temperature 2 they are $\slot{half.1}$, $\slot{half.2}$ and $\slot{half.3}$, together $\slot{halfTotal}$.`,
      zh: tex`温度为 2 时，三个幂是 $\slot{half.1}$、$\slot{half.2}$、$\slot{half.3}$，总和是 $\slot{halfTotal}$。`,
    },
    {
      en: tex`So the probabilities are $\posti{1} \approx \slot{a.1}$, $\posti{2} \approx \slot{a.2}$, $\posti{3} \approx \slot{a.3}$, and the first one at the temperature 2 is $\slot{half.1} / \slot{halfTotal} \approx \slot{first}$.`,
      zh: tex`所以概率是 $\posti{1} \approx \slot{a.1}$、$\posti{2} \approx \slot{a.2}$、$\posti{3} \approx \slot{a.3}$；温度为 2 时，第一个是 $\slot{half.1} / \slot{halfTotal} \approx \slot{first}$。`,
    },
  ],
};
