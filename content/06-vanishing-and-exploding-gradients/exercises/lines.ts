import { tex } from '@components/exercise/tex';
import type { LineExercise, OrderExercise } from '@components/exercise/types';

export const orderProduct: OrderExercise = {
  id: 've-order-product',
  kind: 'order',
  title: { en: 'From one layer to all', zh: '从一层到所有层' },
  about: 'a-product-of-many-numbers',
  statement: {
    en: 'These lines derive the bound for a sigmoid chain. Put them in an order in which every line uses only what stands before it. Several orders are right.',
    zh: '下面几行推导 Sigmoid 链的上界。把它们排好，使每一行只用到前面已有的东西。正确的次序不止一种。',
  },
  lines: [
    {
      id: 'slope',
      text: {
        en: tex`The slope of the sigmoid is $\sigma'(z) = \tfrac14 - \bigl(\sigma(z) - \tfrac12\bigr)^2$.`,
        zh: tex`Sigmoid 的斜率是 $\sigma'(z) = \tfrac14 - \bigl(\sigma(z) - \tfrac12\bigr)^2$。`,
      },
      after: [],
    },
    {
      id: 'quarter',
      text: {
        en: 'A square is not negative, so the slope is a quarter at most.',
        zh: '平方不会是负数，所以斜率至多是四分之一。',
      },
      after: ['slope'],
    },
    {
      id: 'one',
      text: {
        en: tex`In a chain the error goes one layer back by $\delt{l} = \W{l+1}\,\fp{l}(\z{l})\;\delt{l+1}$.`,
        zh: tex`在一条链上，误差项往回走一层是 $\delt{l} = \W{l+1}\,\fp{l}(\z{l})\;\delt{l+1}$。`,
      },
      after: [],
    },
    {
      id: 'weights',
      text: {
        en: tex`No weight on the way is larger than $w$ in size.`,
        zh: tex`路上每个权重的大小都不超过 $w$。`,
      },
      after: [],
    },
    {
      id: 'layer',
      text: {
        en: tex`So one layer leaves at most $w/4$ of the error.`,
        zh: tex`所以过一层，误差项至多剩下 $w/4$。`,
      },
      after: ['quarter', 'one', 'weights'],
    },
    {
      id: 'all',
      text: {
        en: tex`From layer $L$ to layer 1 there are $L - 1$ such steps, so at most the power $L - 1$ of $w/4$ is left.`,
        zh: tex`从第 $L$ 层到第 1 层，这样的步子有 $L - 1$ 步，所以至多剩下 $w/4$ 的 $L - 1$ 次方。`,
      },
      after: ['layer'],
    },
  ],
  mistakes: [
    {
      id: 'layer-before-quarter',
      says: {
        en: 'The line about one layer uses the largest slope, which has not been found yet.',
        zh: '讲“过一层”的那一行用到了斜率的最大值，可是它还没有求出来。',
      },
      about: 'eq-ve-sigmoid-quarter',
      earlier: 'quarter',
      later: 'layer',
    },
    {
      id: 'all-before-one',
      says: {
        en: 'All layers are spoken of before it is known what one of them leaves.',
        zh: '还不知道过一层剩多少，就讲到了所有层。',
      },
      about: 'eq-ve-sigmoid-bound',
      earlier: 'layer',
      later: 'all',
    },
  ],
  hints: [
    {
      en: 'Begin with what is known without the others: the slope, the way back, the weights. Their order among each other does not matter.',
      zh: '先放不依赖别的那几行：斜率、往回走的公式、权重。它们之间的先后无所谓。',
    },
    {
      en: 'What one layer leaves needs three things: the largest slope, the formula for one layer, and the largest weight.',
      zh: '“过一层剩多少”需要三样东西：最大的斜率、往回走一层的公式、最大的权重。',
    },
    {
      en: 'The line with the power comes last.',
      zh: '有乘方的那一行在最后。',
    },
  ],
  solution: [
    {
      en: 'The slope comes before its largest value. That, the formula of one layer and the bound of the weights come before what one layer leaves. All layers come last.',
      zh: '斜率在它的最大值之前；最大值、往回一层的公式和权重的上界，都在“过一层剩多少”之前；所有层放在最后。',
    },
  ],
};

export const bugClaim: LineExercise = {
  id: 've-bug-slope',
  kind: 'find-the-bug',
  form: 'line',
  title: { en: 'A chain that never vanishes?', zh: '永不消失的链？' },
  about: 'what-the-sigmoid-does',
  statement: {
    en: 'Somebody argues that a sigmoid chain with weight 4 loses nothing. One line does not follow; all others are true or follow from the lines before. Find that line.',
    zh: '有人论证：权重取 4 的 Sigmoid 链什么也不损失。有一行不成立，其余各行要么是对的，要么能由前面得出。找出这一行。',
  },
  lines: [
    {
      id: 'factor',
      text: {
        en: 'Each layer multiplies the error by its next weight times its slope.',
        zh: '每一层把误差项乘以下一个权重，再乘以这一层的斜率。',
      },
      says: {
        en: 'That is the formula for one layer. The bug is elsewhere.',
        zh: '这正是往回走一层的公式。错在别处。',
      },
    },
    {
      id: 'largest',
      text: {
        en: 'The largest slope of the sigmoid is a quarter.',
        zh: 'Sigmoid 最大的斜率是四分之一。',
      },
      says: {
        en: 'It is, at a sum of 0. The bug is elsewhere.',
        zh: '没错，在加权和为 0 处取到。错在别处。',
      },
    },
    {
      id: 'bug',
      text: {
        en: 'So with weight 4 each layer multiplies the error by 4 times a quarter, that is by 1.',
        zh: '所以权重取 4 时，每一层把误差项乘以 4 乘四分之一，也就是 1。',
      },
      says: {
        en: 'A quarter is the most that the slope can be, not what it is. With weight 4 the sums move away from 0, and the slope there is far smaller.',
        zh: '四分之一是斜率的上限，不是它的值。权重取 4，加权和离开了 0，那里的斜率小得多。',
      },
    },
    {
      id: 'ones',
      text: {
        en: 'A product of ones is 1, however many there are.',
        zh: '许多个 1 相乘还是 1，有多少个都一样。',
      },
      says: {
        en: 'True, whatever it is used for here. The bug is elsewhere.',
        zh: '这句话本身没有错。错在别处。',
      },
    },
    {
      id: 'end',
      text: {
        en: 'So the error arrives at layer 1 as large as it set out.',
        zh: '所以误差项到达第 1 层时，和出发时一样大。',
      },
      says: {
        en: 'It follows from the two lines before. One of them is wrong already.',
        zh: '它能由前两行得出，只是其中一行已经错了。',
      },
    },
  ],
  wrongLine: 'bug',
  hints: [
    {
      en: 'Try it in the figure: sigmoid, weight 4. What are the factors?',
      zh: '在图里试一试：Sigmoid，权重取 4，各层的因子是多少？',
    },
    {
      en: 'Where does the sigmoid have its largest slope? Are the sums of the chain there?',
      zh: 'Sigmoid 在哪里斜率最大？这条链的加权和在那里吗？',
    },
    {
      en: 'One line takes an upper limit for the value itself.',
      zh: '有一行把上限当成了值本身。',
    },
  ],
  solution: [
    {
      en: 'The factor of a layer is the weight times the slope at its sum. A larger weight makes the sums larger, and there the sigmoid is flat.',
      zh: '一层的因子，是权重乘以加权和处的斜率。权重变大，加权和也变大，Sigmoid 在那里是平的。',
    },
    {
      en: 'The line that does not follow: “So with weight 4 each layer multiplies the error by 4 times a quarter, that is by 1.”',
      zh: '不成立的是：“所以权重取 4 时，每一层把误差项乘以 4 乘四分之一，也就是 1。”',
    },
  ],
};
