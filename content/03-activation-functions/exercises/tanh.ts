import { sigmoid } from '@components/exercise/engine';
import { tex } from '@components/exercise/tex';
import type { PartsExercise } from '@components/exercise/types';
import { drawNumber, numberOf, part } from '@components/exercise/values';
import { tanh } from './engine';

/** The sum at which σ(2z) is p. */
const sumWhere = (p: number): number => Math.log(p / (1 - p)) / 2;

export const tanhFromSigmoid: PartsExercise = {
  id: 'act-tanh-from-sigmoid',
  kind: 'number',
  title: { en: 'Tanh from a table of sigmoids', zh: '用 Sigmoid 的表求 tanh' },
  about: 'tanh',
  statement: {
    en: tex`You have no tanh at hand, only a table of the sigmoid. For some sum $z$ it says $\sigma(2z) = \slot{p}$.

Find $\tanh z$ and the slope of tanh at this $z$, each to four decimals. You need not find $z$.`,
    zh: tex`手边没有 tanh，只有一张 Sigmoid 的表。对某个加权和 $z$，表上写着 $\sigma(2z) = \slot{p}$。

求 $\tanh z$，以及 tanh 在这个 $z$ 处的斜率，都保留四位小数。不必求出 $z$。`,
  },
  draw: (random) => {
    const p = drawNumber(random, 0.05, 0.95, 2);
    const z = sumWhere(p);
    const t = tanh.value(z);
    return { p, t, square: t * t, slope: tanh.derivative(z) };
  },
  parts: [
    part({
      id: 't',
      label: { en: tex`$\tanh z =$`, zh: tex`$\tanh z =$` },
      spoken: { en: 'tanh of z', zh: 'tanh 的值' },
      decimals: 4,
      answer: (v) => tanh.value(sumWhere(numberOf(v, 'p'))),
      mistakes: [
        {
          id: 'only-stretched',
          says: {
            en: 'You seem to have doubled the value and not moved it: the −1 is missing.',
            zh: '你似乎只把值乘了 2，没有移动：漏了 −1。',
          },
          about: 'eq-act-tanh',
          value: (v) => 2 * numberOf(v, 'p'),
        },
        {
          id: 'moved-first',
          says: {
            en: 'You seem to have subtracted 1 first and doubled afterwards. It is the other way round.',
            zh: '你似乎先减了 1 再乘 2。次序应当反过来。',
          },
          about: 'eq-act-tanh',
          value: (v) => 2 * (numberOf(v, 'p') - 1),
        },
        {
          id: 'not-stretched',
          says: {
            en: 'You seem to have moved the sigmoid without doubling its height first.',
            zh: '你似乎没有先把 Sigmoid 拉高一倍就移动了。',
          },
          about: 'eq-act-tanh',
          value: (v) => numberOf(v, 'p') - 0.5,
        },
      ],
    }),
    part({
      id: 'slope',
      label: { en: tex`$\tanh' z =$`, zh: tex`$\tanh' z =$` },
      spoken: { en: 'slope of tanh', zh: 'tanh 的斜率' },
      decimals: 4,
      answer: (v) => 1 - numberOf(v, 't') ** 2,
      mistakes: [
        {
          id: 'no-square',
          says: {
            en: 'The square seems to be missing: it is 1 minus the square of the value.',
            zh: '似乎漏了平方：应当是 1 减去值的平方。',
          },
          about: 'eq-act-tanh-slope',
          value: (v) => 1 - numberOf(v, 't'),
        },
        {
          id: 'sigmoid-slope',
          says: {
            en: 'This is the slope of the sigmoid at 2z. Tanh is twice as high and runs twice as fast: the slope is four times as large.',
            zh: '这是 Sigmoid 在 2z 处的斜率。tanh 高一倍，又快一倍，斜率是它的四倍。',
          },
          about: 'eq-act-tanh-slope',
          value: (v) => sigmoid.derivative(2 * sumWhere(numberOf(v, 'p'))),
        },
        {
          id: 'inner-lost',
          says: {
            en: 'One factor 2 is missing: one comes from the height, another from the inside of the function.',
            zh: '少了一个 2：一个来自高度，另一个来自函数里面。',
          },
          about: 'eq-act-tanh-slope',
          value: (v) => 2 * sigmoid.derivative(2 * sumWhere(numberOf(v, 'p'))),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Tanh is a stretched and moved sigmoid. What happens to the height, and what to the place?',
      zh: 'tanh 是拉伸、移动过的 Sigmoid。高度变了多少，位置移了多少？',
    },
    {
      en: tex`$\tanh z = 2\,\sigma(2z) - 1$, and the slope is $1 - \tanh^2 z$.`,
      zh: tex`$\tanh z = 2\,\sigma(2z) - 1$，斜率是 $1 - \tanh^2 z$。`,
    },
    {
      en: tex`Put in: $2 \cdot \slot{p} - 1 = \slot{t}$. Its square is $\slot{square}$.`,
      zh: tex`代进去：$2 \cdot \slot{p} - 1 = \slot{t}$。它的平方是 $\slot{square}$。`,
    },
  ],
  solution: [
    {
      en: tex`Stretch and move: $\tanh z = 2\,\sigma(2z) - 1$, which is $2 \cdot \slot{p} - 1 = \slot{t}$.`,
      zh: tex`先拉伸，再移动：$\tanh z = 2\,\sigma(2z) - 1$，也就是 $2 \cdot \slot{p} - 1 = \slot{t}$。`,
    },
    {
      en: tex`The value is $\slot{t}$, the slope $1 - \slot{square} = \slot{slope}$.`,
      zh: tex`值是 $\slot{t}$，斜率是 $1 - \slot{square} = \slot{slope}$。`,
    },
  ],
};
