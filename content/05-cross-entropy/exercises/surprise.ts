import { tex } from '@components/exercise/tex';
import type { PartsExercise } from '@components/exercise/types';
import { drawNumber, numberOf, part } from '@components/exercise/values';
import { surpriseOf } from './engine';

export const surpriseLoss: PartsExercise = {
  id: 'ce-surprise-loss',
  kind: 'number',
  title: { en: 'The surprise of one sample', zh: '一个样本的惊讶度' },
  about: 'surprise',
  statement: {
    en: tex`A network gives the right class of a sample the probability $\slot{p}$. Find the cross-entropy of this sample, to four decimals.`,
    zh: tex`一个网络给某个样本的正确类别的概率是 $\slot{p}$。求这个样本的交叉熵，保留四位小数。`,
  },
  draw: (random) => {
    const p = drawNumber(random, 0.02, 0.95, 2);
    return { p, loss: surpriseOf(p) };
  },
  parts: [
    part({
      id: 'loss',
      label: { en: tex`$\loss =$`, zh: tex`$\loss =$` },
      spoken: { en: 'loss', zh: '损失' },
      decimals: 4,
      answer: (v) => surpriseOf(numberOf(v, 'p')),
      mistakes: [
        {
          id: 'sign',
          says: {
            en: 'The minus is missing. The logarithm of a probability is negative; the loss is not.',
            zh: '漏了负号。概率的对数是负的，损失不是。',
          },
          about: 'eq-ce-surprise',
          value: (v) => -surpriseOf(numberOf(v, 'p')),
        },
        {
          id: 'base-ten',
          says: {
            en: 'You seem to have used the logarithm to base 10. Take the natural one.',
            zh: '你似乎用了以 10 为底的对数。应当用自然对数。',
          },
          about: 'surprise',
          value: (v) => surpriseOf(numberOf(v, 'p')) / Math.LN10,
        },
        {
          id: 'base-two',
          says: {
            en: 'You seem to have used the logarithm to base 2, which counts in bits. Take the natural one.',
            zh: '你似乎用了以 2 为底的对数，那是以比特计。应当用自然对数。',
          },
          about: 'surprise',
          value: (v) => surpriseOf(numberOf(v, 'p')) / Math.LN2,
        },
        {
          id: 'other',
          says: {
            en: 'You seem to have taken the probability of all the wrong classes. The loss looks at the right one.',
            zh: '你似乎取了所有错误类别的概率。损失看的是正确类别。',
          },
          about: 'eq-ce-surprise',
          value: (v) => surpriseOf(1 - numberOf(v, 'p')),
        },
        {
          id: 'missing',
          says: {
            en: 'This is what the probability lacks to 1. The loss is minus its logarithm.',
            zh: '这是概率与 1 相差多少。损失是概率的对数取相反数。',
          },
          about: 'eq-ce-surprise',
          value: (v) => 1 - numberOf(v, 'p'),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Only the probability of the right class counts.',
      zh: '只用到正确类别的概率。',
    },
    {
      en: 'The loss is minus the natural logarithm of that probability.',
      zh: '损失是这个概率的自然对数，再取相反数。',
    },
    {
      en: tex`Type $-\log \slot{p}$ into a calculator; the key is called ln.`,
      zh: tex`用计算器算 $-\log \slot{p}$，按键写作 ln。`,
    },
  ],
  solution: [
    {
      en: 'The surprise at what happened is minus the logarithm of the probability that it was given.',
      zh: '对已发生的事，惊讶度等于事前给它的概率的对数，再取相反数。',
    },
    {
      en: tex`The loss is $\loss = -\log \slot{p} \approx \slot{loss}$.`,
      zh: tex`损失是 $\loss = -\log \slot{p} \approx \slot{loss}$。`,
    },
  ],
};
