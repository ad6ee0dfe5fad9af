import { tex } from '@components/exercise/tex';
import type { OrderExercise } from '@components/exercise/types';

export const orderSigmoid: OrderExercise = {
  id: 'act-order-sigmoid',
  kind: 'order',
  title: { en: 'Where the slope of the sigmoid comes from', zh: 'Sigmoid 的斜率从哪里来' },
  about: 'the-sigmoid',
  statement: {
    en: tex`These lines derive the slope of the sigmoid. Put them in an order in which every line uses only what stands before it. Several orders are right.`,
    zh: tex`下面几行推导 Sigmoid 的斜率。把它们排好，使每一行只用到前面已有的东西。正确的次序不止一种。`,
  },
  lines: [
    {
      id: 'power',
      text: {
        en: tex`Write the sigmoid as a power: $\sigma(z) = (1 + e^{-z})^{-1}$.`,
        zh: tex`把 Sigmoid 写成幂：$\sigma(z) = (1 + e^{-z})^{-1}$。`,
      },
      after: [],
    },
    {
      id: 'inner',
      text: {
        en: tex`The inside, $1 + e^{-z}$, changes at the rate $-e^{-z}$.`,
        zh: tex`里面的 $1 + e^{-z}$，变化率是 $-e^{-z}$。`,
      },
      after: ['power'],
    },
    {
      id: 'outer',
      text: {
        en: tex`The power changes with its inside at the rate $-(1 + e^{-z})^{-2}$.`,
        zh: tex`幂随里面的变化率是 $-(1 + e^{-z})^{-2}$。`,
      },
      after: ['power'],
    },
    {
      id: 'chain',
      text: {
        en: tex`Both rates multiplied: $\sigma'(z) = \frac{e^{-z}}{(1 + e^{-z})^2}$.`,
        zh: tex`两个变化率相乘：$\sigma'(z) = \frac{e^{-z}}{(1 + e^{-z})^2}$。`,
      },
      after: ['inner', 'outer'],
    },
    {
      id: 'split',
      text: {
        en: tex`That product split in two: $\sigma'(z) = \frac{1}{1 + e^{-z}} \cdot \frac{e^{-z}}{1 + e^{-z}}$.`,
        zh: tex`把它拆成两个因子：$\sigma'(z) = \frac{1}{1 + e^{-z}} \cdot \frac{e^{-z}}{1 + e^{-z}}$。`,
      },
      after: ['chain'],
    },
    {
      id: 'rest',
      text: {
        en: tex`What the sigmoid lacks to 1 is $1 - \sigma(z) = \frac{e^{-z}}{1 + e^{-z}}$.`,
        zh: tex`Sigmoid 与 1 的差是 $1 - \sigma(z) = \frac{e^{-z}}{1 + e^{-z}}$。`,
      },
      after: ['power'],
    },
    {
      id: 'result',
      text: {
        en: tex`So both factors are known: $\sigma'(z) = \sigma(z)\,(1 - \sigma(z))$.`,
        zh: tex`两个因子都认得：$\sigma'(z) = \sigma(z)\,(1 - \sigma(z))$。`,
      },
      after: ['split', 'rest'],
    },
  ],
  mistakes: [
    {
      id: 'split-first',
      says: {
        en: 'Something is split that has not been found yet. First multiply the two rates.',
        zh: '还没有求出来就拆开了。先把两个变化率相乘。',
      },
      about: 'eq-act-sigmoid-slope',
      earlier: 'chain',
      later: 'split',
    },
    {
      id: 'no-inner',
      says: {
        en: 'The chain rule is used before the rate of the inside is known.',
        zh: '里面的变化率还没有求出来，就用了链式法则。',
      },
      earlier: 'inner',
      later: 'chain',
    },
    {
      id: 'no-outer',
      says: {
        en: 'The chain rule is used before the rate of the power is known.',
        zh: '幂的变化率还没有求出来，就用了链式法则。',
      },
      earlier: 'outer',
      later: 'chain',
    },
    {
      id: 'no-rest',
      says: {
        en: 'In the last line 1 − σ(z) stands for a fraction. Say first which fraction it is.',
        zh: '最后一行用 1 − σ(z) 代替了一个分式。先要说明它是哪个分式。',
      },
      about: 'eq-act-sigmoid-symmetry',
      earlier: 'rest',
      later: 'result',
    },
  ],
  hints: [
    {
      en: 'Begin with a way of writing the sigmoid to which the chain rule applies.',
      zh: '先把 Sigmoid 写成能用链式法则的样子。',
    },
    {
      en: 'The chain rule needs two rates; either may come first. Only then is there a product to split.',
      zh: '链式法则需要两个变化率，哪个在前都行。有了乘积，才谈得上拆开。',
    },
    {
      en: tex`The last line is $\sigma'(z) = \sigma(z)\,(1 - \sigma(z))$. What $1 - \sigma(z)$ is may be said anywhere before it, once the sigmoid has been written down.`,
      zh: tex`最后一行是 $\sigma'(z) = \sigma(z)\,(1 - \sigma(z))$。写下 Sigmoid 以后，$1 - \sigma(z)$ 是什么，在它之前哪里说都可以。`,
    },
  ],
  solution: [
    {
      en: tex`First $\sigma(z) = (1 + e^{-z})^{-1}$; then the two rates, $-e^{-z}$ and $-(1 + e^{-z})^{-2}$, in either order.`,
      zh: tex`先写 $\sigma(z) = (1 + e^{-z})^{-1}$；再写两个变化率 $-e^{-z}$ 和 $-(1 + e^{-z})^{-2}$，谁先都行。`,
    },
    {
      en: tex`Multiplied: $\sigma'(z) = \frac{e^{-z}}{(1 + e^{-z})^2}$. Split: $\sigma'(z) = \frac{1}{1 + e^{-z}} \cdot \frac{e^{-z}}{1 + e^{-z}}$.`,
      zh: tex`相乘：$\sigma'(z) = \frac{e^{-z}}{(1 + e^{-z})^2}$。拆开：$\sigma'(z) = \frac{1}{1 + e^{-z}} \cdot \frac{e^{-z}}{1 + e^{-z}}$。`,
    },
    {
      en: tex`With $1 - \sigma(z) = \frac{e^{-z}}{1 + e^{-z}}$, said at any time after the first line, this is $\sigma'(z) = \sigma(z)\,(1 - \sigma(z))$.`,
      zh: tex`再用上 $1 - \sigma(z) = \frac{e^{-z}}{1 + e^{-z}}$（第一行之后哪里说都行），就得到 $\sigma'(z) = \sigma(z)\,(1 - \sigma(z))$。`,
    },
  ],
};
