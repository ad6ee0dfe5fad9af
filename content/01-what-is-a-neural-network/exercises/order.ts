import { tex } from '@components/exercise/tex';
import type { OrderExercise } from '@components/exercise/types';

export const orderXor: OrderExercise = {
  id: 'wn-order-xor',
  kind: 'order',
  title: { en: 'Why no unit computes XOR', zh: '为什么没有单元能算异或' },
  about: 'why-xor-has-no-line',
  statement: {
    en: 'These lines prove that no single unit computes XOR. Put them in an order in which every line follows from what stands before it. Several orders are right.',
    zh: '下面几行证明没有哪个单元能单独算出异或。把它们排好，使每一行都能由前面的得出。正确的次序不止一种。',
  },
  lines: [
    {
      id: 'zeros',
      text: {
        en: tex`XOR answers 0 at 0, 0 and at 1, 1. So a unit for it has $\zlone(0,0) \le 0$ and $\zlone(1,1) \le 0$.`,
        zh: tex`异或在 0, 0 和 1, 1 处回答 0，所以算它的单元有 $\zlone(0,0) \le 0$ 和 $\zlone(1,1) \le 0$。`,
      },
      after: [],
    },
    {
      id: 'ones',
      text: {
        en: tex`XOR answers 1 at 0, 1 and at 1, 0. So the unit has $\zlone(0,1) > 0$ and $\zlone(1,0) > 0$.`,
        zh: tex`异或在 0, 1 和 1, 0 处回答 1，所以这个单元有 $\zlone(0,1) > 0$ 和 $\zlone(1,0) > 0$。`,
      },
      after: [],
    },
    {
      id: 'even',
      text: {
        en: tex`For every unit, $\zlone(0,0) + \zlone(1,1) = \zlone(0,1) + \zlone(1,0)$.`,
        zh: tex`对任何单元，$\zlone(0,0) + \zlone(1,1) = \zlone(0,1) + \zlone(1,0)$。`,
      },
      after: [],
    },
    {
      id: 'zeros-added',
      text: {
        en: tex`Adding the two that are not positive: $\zlone(0,0) + \zlone(1,1) \le 0$.`,
        zh: tex`把两个不大于 0 的加起来：$\zlone(0,0) + \zlone(1,1) \le 0$。`,
      },
      after: ['zeros'],
    },
    {
      id: 'ones-added',
      text: {
        en: tex`Adding the two that are positive: $\zlone(0,1) + \zlone(1,0) > 0$.`,
        zh: tex`把两个大于 0 的加起来：$\zlone(0,1) + \zlone(1,0) > 0$。`,
      },
      after: ['ones'],
    },
    {
      id: 'clash',
      text: {
        en: 'So one and the same number would be positive and at most 0. There is no such unit.',
        zh: '于是同一个数既是正的，又不大于 0。这样的单元不存在。',
      },
      after: ['even', 'zeros-added', 'ones-added'],
    },
  ],
  mistakes: [
    {
      id: 'clash-too-soon',
      says: {
        en: 'Nothing clashes yet: that the two sums are the same number has not been said.',
        zh: '这时还没有矛盾：还没有说过两个和是同一个数。',
      },
      about: 'eq-wn-xor-sums',
      earlier: 'even',
      later: 'clash',
    },
    {
      id: 'added-too-soon',
      says: {
        en: 'Two numbers are added of which it has not been said that they are not positive. What XOR wants comes first.',
        zh: '还没有说过这两个数不大于 0，就把它们加起来了。先写异或的要求。',
      },
      earlier: 'zeros',
      later: 'zeros-added',
    },
    {
      id: 'ones-too-soon',
      says: {
        en: 'Two numbers are added of which it has not been said that they are positive. What XOR wants comes first.',
        zh: '还没有说过这两个数大于 0，就把它们加起来了。先写异或的要求。',
      },
      earlier: 'ones',
      later: 'ones-added',
    },
  ],
  hints: [
    {
      en: 'Three of the lines need nothing before them: two say what XOR wants, one is true of every unit.',
      zh: '有三行不需要前提：两行说异或的要求，一行对任何单元都成立。',
    },
    {
      en: 'Each wish about two corners gives one line about their sum.',
      zh: '对两个角的每项要求，各给出一行关于它们之和的式子。',
    },
    {
      en: tex`The contradiction comes last. It needs $\zlone(0,0) + \zlone(1,1) \le 0$, $\zlone(0,1) + \zlone(1,0) > 0$ and that the two are equal.`,
      zh: tex`矛盾放在最后。它要用到 $\zlone(0,0) + \zlone(1,1) \le 0$、$\zlone(0,1) + \zlone(1,0) > 0$，以及两者相等。`,
    },
  ],
  solution: [
    {
      en: tex`First what XOR wants, $\zlone(0,0) \le 0$ and $\zlone(1,1) \le 0$, and $\zlone(0,1) > 0$ and $\zlone(1,0) > 0$, in either order.`,
      zh: tex`先写异或的要求：$\zlone(0,0) \le 0$ 和 $\zlone(1,1) \le 0$，$\zlone(0,1) > 0$ 和 $\zlone(1,0) > 0$，两行谁先都行。`,
    },
    {
      en: tex`Each sum after its own wish: $\zlone(0,0) + \zlone(1,1) \le 0$ and $\zlone(0,1) + \zlone(1,0) > 0$. That the sums are equal may stand anywhere before the end.`,
      zh: tex`每个和写在自己的要求之后：$\zlone(0,0) + \zlone(1,1) \le 0$，$\zlone(0,1) + \zlone(1,0) > 0$。两个和相等这一行，放在结尾之前哪里都行。`,
    },
    {
      en: 'Last the contradiction, which needs all of it.',
      zh: '最后是矛盾，它要用到前面的一切。',
    },
  ],
};
