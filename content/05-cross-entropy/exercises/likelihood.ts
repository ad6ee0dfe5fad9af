import { tex } from '@components/exercise/tex';
import type { PartsExercise, Values } from '@components/exercise/types';
import { drawList, part, sum, vectorOf } from '@components/exercise/values';
import { surpriseOf } from './engine';

const product = (v: Values): number => vectorOf(v, 'p').reduce((one, p) => one * p, 1);
const losses = (v: Values): number[] => vectorOf(v, 'p').map(surpriseOf);
const total = (v: Values): number => sum(losses(v));

export const likelihoodBatch: PartsExercise = {
  id: 'ce-likelihood-batch',
  kind: 'number',
  title: { en: 'Likelihood and mean loss', zh: '似然与平均损失' },
  about: 'why-the-logarithm',
  statement: {
    en: tex`Three independent samples: the network gave their right classes the probabilities $\slot{p.1}$, $\slot{p.2}$ and $\slot{p.3}$. Find the likelihood and the mean loss, each to four decimals.`,
    zh: tex`三个互相独立的样本，网络给它们的正确类别的概率是 $\slot{p.1}$、$\slot{p.2}$ 和 $\slot{p.3}$。求似然和平均损失，都保留四位小数。`,
  },
  draw: (random) => {
    const p = drawList(random, 3, 0.1, 0.95, 2);
    return { p, likelihood: product({ p }), l: losses({ p }), mean: total({ p }) / 3 };
  },
  parts: [
    part({
      id: 'likelihood',
      label: { en: 'Likelihood', zh: '似然' },
      spoken: { en: 'likelihood', zh: '似然' },
      decimals: 4,
      answer: product,
      mistakes: [
        {
          id: 'added',
          says: {
            en: 'You seem to have added the probabilities. Independent events happen together with the product of their probabilities.',
            zh: '你似乎把概率加了起来。互相独立的事一起发生，概率是相乘。',
          },
          about: 'why-the-logarithm',
          value: (v) => sum(vectorOf(v, 'p')),
        },
        {
          id: 'averaged',
          says: {
            en: 'This is the mean of the probabilities. The likelihood is their product.',
            zh: '这是概率的平均值。似然是它们的乘积。',
          },
          about: 'why-the-logarithm',
          value: (v) => sum(vectorOf(v, 'p')) / 3,
        },
      ],
    }),
    part({
      id: 'mean',
      label: { en: 'Mean loss', zh: '平均损失' },
      spoken: { en: 'mean loss', zh: '平均损失' },
      decimals: 4,
      answer: (v) => total(v) / 3,
      mistakes: [
        {
          id: 'not-divided',
          says: {
            en: 'This is the sum of the three losses. For the mean, divide by the number of samples.',
            zh: '这是三个损失之和。求平均还要除以样本数。',
          },
          about: 'eq-ce-likelihood',
          value: total,
        },
        {
          id: 'log-of-mean',
          says: {
            en: 'You seem to have averaged the probabilities first and taken the logarithm then. Take the logarithm of each one first.',
            zh: '你似乎先对概率取平均，再取对数。应当先对每个概率取对数。',
          },
          about: 'eq-ce-likelihood',
          value: (v) => surpriseOf(sum(vectorOf(v, 'p')) / 3),
        },
        {
          id: 'sign-lost',
          says: {
            en: 'The minus is missing: every loss is positive, and so is their mean.',
            zh: '漏了负号：每个损失都是正的，平均值也是。',
          },
          about: 'eq-ce-likelihood',
          value: (v) => -total(v) / 3,
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'For the likelihood multiply; for the mean loss take logarithms, add and divide.',
      zh: '求似然用乘法；求平均损失，先取对数，再相加，再除。',
    },
    {
      en: 'The sum of the losses is minus the logarithm of the likelihood, which is a good check.',
      zh: '损失之和等于似然的对数取相反数，可以拿来验算。',
    },
    {
      en: tex`The three losses are $\slot{l.1}$, $\slot{l.2}$ and $\slot{l.3}$.`,
      zh: tex`三个损失是 $\slot{l.1}$、$\slot{l.2}$ 和 $\slot{l.3}$。`,
    },
  ],
  solution: [
    {
      en: tex`The likelihood: $\slot{p.1} \cdot \slot{p.2} \cdot \slot{p.3} \approx \slot{likelihood}$.`,
      zh: tex`似然：$\slot{p.1} \cdot \slot{p.2} \cdot \slot{p.3} \approx \slot{likelihood}$。`,
    },
    {
      en: tex`The losses: $-\log \slot{p.1} \approx \slot{l.1}$, $-\log \slot{p.2} \approx \slot{l.2}$, $-\log \slot{p.3} \approx \slot{l.3}$.`,
      zh: tex`各个损失：$-\log \slot{p.1} \approx \slot{l.1}$，$-\log \slot{p.2} \approx \slot{l.2}$，$-\log \slot{p.3} \approx \slot{l.3}$。`,
    },
    {
      en: tex`Their mean: $\tfrac13\,(\slot{l.1} + \slot{l.2} + \slot{l.3}) \approx \slot{mean}$. The likelihood is $\slot{likelihood}$, the mean loss $\slot{mean}$.`,
      zh: tex`平均：$\tfrac13\,(\slot{l.1} + \slot{l.2} + \slot{l.3}) \approx \slot{mean}$。似然是 $\slot{likelihood}$，平均损失是 $\slot{mean}$。`,
    },
  ],
};
