import { tex } from '@components/exercise/tex';
import type { OrderExercise } from '@components/exercise/types';

export const orderHidden: OrderExercise = {
  id: 'fb-order-hidden',
  kind: 'order',
  title: { en: 'Where δ of a hidden unit comes from', zh: '隐藏单元的 δ 从哪里来' },
  about: 'a-hidden-layer',
  statement: {
    en: tex`These lines derive $\delti{l}{j}$ of a hidden unit. Put them in an order in which every line uses only what stands before it. Several orders are right.`,
    zh: tex`下面几行推导隐藏单元的 $\delti{l}{j}$。把它们排好，使每一行只用到前面已有的东西。正确的次序不止一种。`,
  },
  lines: [
    {
      id: 'listeners',
      text: {
        en: tex`Every unit $k$ of the next layer receives $\acti{l}{j}$: $\zi{l+1}{k} = \sum_i \Wi{l+1}{ki}\,\acti{l}{i} + \biasi{l+1}{k}$.`,
        zh: tex`下一层的每个单元 $k$ 都收到 $\acti{l}{j}$：$\zi{l+1}{k} = \sum_i \Wi{l+1}{ki}\,\acti{l}{i} + \biasi{l+1}{k}$。`,
      },
      after: [],
    },
    {
      id: 'activation',
      text: {
        en: tex`The unit sends $\acti{l}{j} = \f{l}(\zi{l}{j})$.`,
        zh: tex`这个单元送出 $\acti{l}{j} = \f{l}(\zi{l}{j})$。`,
      },
      after: [],
    },
    {
      id: 'weight',
      text: {
        en: tex`So each listener’s sum moves at the rate $\dd{\zi{l+1}{k}}{\acti{l}{j}} = \Wi{l+1}{kj}$.`,
        zh: tex`所以每个听众的加权和的变化率是 $\dd{\zi{l+1}{k}}{\acti{l}{j}} = \Wi{l+1}{kj}$。`,
      },
      after: ['listeners'],
    },
    {
      id: 'slope',
      text: {
        en: tex`And what is sent moves at the rate $\dd{\acti{l}{j}}{\zi{l}{j}} = \fp{l}(\zi{l}{j})$.`,
        zh: tex`而送出的值的变化率是 $\dd{\acti{l}{j}}{\zi{l}{j}} = \fp{l}(\zi{l}{j})$。`,
      },
      after: ['activation'],
    },
    {
      id: 'path',
      text: {
        en: tex`Both rates along one path: $\dd{\zi{l+1}{k}}{\zi{l}{j}} = \Wi{l+1}{kj}\,\fp{l}(\zi{l}{j})$.`,
        zh: tex`沿一条路径把两个变化率相乘：$\dd{\zi{l+1}{k}}{\zi{l}{j}} = \Wi{l+1}{kj}\,\fp{l}(\zi{l}{j})$。`,
      },
      after: ['weight', 'slope'],
    },
    {
      id: 'paths',
      text: {
        en: tex`The loss feels $\zi{l}{j}$ only through these listeners, so the paths add up: $\delti{l}{j} = \sum_k \delti{l+1}{k}\,\dd{\zi{l+1}{k}}{\zi{l}{j}}$.`,
        zh: tex`损失只通过这些听众感受到 $\zi{l}{j}$，所以各条路径相加：$\delti{l}{j} = \sum_k \delti{l+1}{k}\,\dd{\zi{l+1}{k}}{\zi{l}{j}}$。`,
      },
      after: ['listeners', 'activation'],
    },
    {
      id: 'inserted',
      text: {
        en: tex`Each path’s rate put into the sum: $\delti{l}{j} = \sum_k \delti{l+1}{k}\,\Wi{l+1}{kj}\,\fp{l}(\zi{l}{j})$.`,
        zh: tex`把每条路径的变化率代进和号：$\delti{l}{j} = \sum_k \delti{l+1}{k}\,\Wi{l+1}{kj}\,\fp{l}(\zi{l}{j})$。`,
      },
      after: ['path', 'paths'],
    },
    {
      id: 'result',
      text: {
        en: tex`The slope does not depend on $k$ and moves out: $\delti{l}{j} = \Bigl(\sum_k \delti{l+1}{k}\,\Wi{l+1}{kj}\Bigr)\,\fp{l}(\zi{l}{j})$.`,
        zh: tex`斜率与 $k$ 无关，提到外面：$\delti{l}{j} = \Bigl(\sum_k \delti{l+1}{k}\,\Wi{l+1}{kj}\Bigr)\,\fp{l}(\zi{l}{j})$。`,
      },
      after: ['inserted'],
    },
  ],
  mistakes: [
    {
      id: 'out-before-in',
      says: {
        en: 'The slope is moved out of a sum that has not been written down yet. Put every path’s rate into the sum first.',
        zh: '和式还没有写出来，就把斜率提到了外面。先把每条路径的变化率代进去。',
      },
      about: 'eq-fb-delta-hidden-scalar',
      earlier: 'inserted',
      later: 'result',
    },
    {
      id: 'no-paths',
      says: {
        en: 'Something is put into a sum over the listeners before the sum is there. First say why the paths add up.',
        zh: '对听众的和式还没有出现，就往里面代了。先说明各条路径为什么相加。',
      },
      about: 'eq-fb-next-layer',
      earlier: 'paths',
      later: 'inserted',
    },
    {
      id: 'no-path-rate',
      says: {
        en: 'A path’s rate is used before it is known. It is the product of two rates, and each of them comes first.',
        zh: '一条路径的变化率还没有求出来就用上了。它是两个变化率的乘积，要先有这两个。',
      },
      earlier: 'path',
      later: 'inserted',
    },
    {
      id: 'no-slope-yet',
      says: {
        en: 'The two rates are multiplied before the slope of the activation function has been found.',
        zh: '激活函数的斜率还没有求出来，就把两个变化率乘起来了。',
      },
      about: 'eq-fb-a-scalar',
      earlier: 'slope',
      later: 'path',
    },
    {
      id: 'no-listeners',
      says: {
        en: 'A derivative is taken of a sum that has not been written down. First say how the next layer receives the activation.',
        zh: '加权和的式子还没有写出来就对它求导了。先写出下一层怎样收到这个激活值。',
      },
      about: 'eq-fb-next-layer',
      earlier: 'listeners',
      later: 'weight',
    },
  ],
  hints: [
    {
      en: 'Begin with how the network runs forward: what the unit sends, and who receives it. No derivative stands in those lines.',
      zh: '先写前向怎么算：这个单元送出什么，谁收到。这几行里没有导数。',
    },
    {
      en: 'Each forward line gives one rate. A path multiplies the two rates; the sum over paths comes from there being several listeners.',
      zh: '每个前向的式子给出一个变化率。一条路径把两个变化率相乘；听众不止一个，所以要对路径求和。',
    },
    {
      en: tex`The last line is $\delti{l}{j} = \Bigl(\sum_k \delti{l+1}{k}\,\Wi{l+1}{kj}\Bigr)\,\fp{l}(\zi{l}{j})$. Just before it, the slope still stands inside the sum.`,
      zh: tex`最后一行是 $\delti{l}{j} = \Bigl(\sum_k \delti{l+1}{k}\,\Wi{l+1}{kj}\Bigr)\,\fp{l}(\zi{l}{j})$。它的前一行里，斜率还在和号里面。`,
    },
  ],
  solution: [
    {
      en: tex`Forward first, in either order: $\zi{l+1}{k} = \sum_i \Wi{l+1}{ki}\,\acti{l}{i} + \biasi{l+1}{k}$ and $\acti{l}{j} = \f{l}(\zi{l}{j})$.`,
      zh: tex`先写前向，两行谁先都行：$\zi{l+1}{k} = \sum_i \Wi{l+1}{ki}\,\acti{l}{i} + \biasi{l+1}{k}$，$\acti{l}{j} = \f{l}(\zi{l}{j})$。`,
    },
    {
      en: tex`Their rates, each after its own line: $\Wi{l+1}{kj}$ and $\fp{l}(\zi{l}{j})$; then the path, their product $\dd{\zi{l+1}{k}}{\zi{l}{j}} = \Wi{l+1}{kj}\,\fp{l}(\zi{l}{j})$.`,
      zh: tex`再写两个变化率，各自在自己的式子之后：$\Wi{l+1}{kj}$ 和 $\fp{l}(\zi{l}{j})$；然后是路径，即两者的乘积 $\dd{\zi{l+1}{k}}{\zi{l}{j}} = \Wi{l+1}{kj}\,\fp{l}(\zi{l}{j})$。`,
    },
    {
      en: tex`The sum over paths needs only the two forward lines: $\delti{l}{j} = \sum_k \delti{l+1}{k}\,\dd{\zi{l+1}{k}}{\zi{l}{j}}$. It may stand before the rates or after them.`,
      zh: tex`对路径求和只需要前向的两行：$\delti{l}{j} = \sum_k \delti{l+1}{k}\,\dd{\zi{l+1}{k}}{\zi{l}{j}}$。它放在变化率之前或之后都可以。`,
    },
    {
      en: tex`Last, path into sum, and the slope out of it: $\delti{l}{j} = \sum_k \delti{l+1}{k}\,\Wi{l+1}{kj}\,\fp{l}(\zi{l}{j})$, then $\delti{l}{j} = \Bigl(\sum_k \delti{l+1}{k}\,\Wi{l+1}{kj}\Bigr)\,\fp{l}(\zi{l}{j})$.`,
      zh: tex`最后把路径代进和号，再把斜率提出来：$\delti{l}{j} = \sum_k \delti{l+1}{k}\,\Wi{l+1}{kj}\,\fp{l}(\zi{l}{j})$，然后 $\delti{l}{j} = \Bigl(\sum_k \delti{l+1}{k}\,\Wi{l+1}{kj}\Bigr)\,\fp{l}(\zi{l}{j})$。`,
    },
  ],
};
