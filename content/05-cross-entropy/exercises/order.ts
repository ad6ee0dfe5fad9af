import { tex } from '@components/exercise/tex';
import type { OrderExercise } from '@components/exercise/types';

export const orderSoftmax: OrderExercise = {
  id: 'ce-order-softmax',
  kind: 'order',
  title: { en: 'The way to output minus target', zh: '通往“输出减目标”的路' },
  about: 'with-softmax',
  statement: {
    en: tex`Put the lines in order, so that each follows from those before it. At the end stands the error of a softmax layer with cross-entropy.`,
    zh: tex`把各行排好次序，使每一行都能由前面的行得出。最后得到 softmax 配交叉熵的误差项。`,
  },
  lines: [
    {
      id: 'loss',
      text: {
        en: tex`The loss contains every output: $\loss = -\sum_i \yout{i} \log \acti{L}{i}$.`,
        zh: tex`损失里有每一个输出：$\loss = -\sum_i \yout{i} \log \acti{L}{i}$。`,
      },
      after: [],
    },
    {
      id: 'outputs',
      text: {
        en: tex`Every output contains every logit: $\acti{L}{i} = e^{\zi{L}{i}} / \sum_k e^{\zi{L}{k}}$.`,
        zh: tex`每个输出里有每一个 logit：$\acti{L}{i} = e^{\zi{L}{i}} / \sum_k e^{\zi{L}{k}}$。`,
      },
      after: [],
    },
    {
      id: 'slope',
      text: {
        en: tex`The slope of the loss by one output: $\dd{\loss}{\acti{L}{i}} = -\frac{\yout{i}}{\acti{L}{i}}$.`,
        zh: tex`损失对一个输出的斜率：$\dd{\loss}{\acti{L}{i}} = -\frac{\yout{i}}{\acti{L}{i}}$。`,
      },
      after: ['loss'],
    },
    {
      id: 'jacobian',
      text: {
        en: tex`The slope of one output by one logit: $\dd{\acti{L}{i}}{\zi{L}{j}} = \acti{L}{i}\,\bigl([i=j] - \acti{L}{j}\bigr)$.`,
        zh: tex`一个输出对一个 logit 的斜率：$\dd{\acti{L}{i}}{\zi{L}{j}} = \acti{L}{i}\,\bigl([i=j] - \acti{L}{j}\bigr)$。`,
      },
      after: ['outputs'],
    },
    {
      id: 'inserted',
      text: {
        en: tex`Multiplied along each path, added over all paths: $\delti{L}{j} = \sum_i \bigl(-\frac{\yout{i}}{\acti{L}{i}}\bigr)\,\acti{L}{i}\,\bigl([i=j] - \acti{L}{j}\bigr)$.`,
        zh: tex`沿每条路径相乘，对所有路径相加：$\delti{L}{j} = \sum_i \bigl(-\frac{\yout{i}}{\acti{L}{i}}\bigr)\,\acti{L}{i}\,\bigl([i=j] - \acti{L}{j}\bigr)$。`,
      },
      after: ['slope', 'jacobian'],
    },
    {
      id: 'cancelled',
      text: {
        en: tex`The outputs in numerator and denominator cancel: $\delti{L}{j} = -\yout{j} + \acti{L}{j} \sum_i \yout{i}$.`,
        zh: tex`分子和分母里的输出约掉：$\delti{L}{j} = -\yout{j} + \acti{L}{j} \sum_i \yout{i}$。`,
      },
      after: ['inserted'],
    },
    {
      id: 'result',
      text: {
        en: tex`The targets add up to 1: $\delti{L}{j} = \acti{L}{j} - \yout{j}$.`,
        zh: tex`目标加起来是 1：$\delti{L}{j} = \acti{L}{j} - \yout{j}$。`,
      },
      after: ['cancelled'],
    },
  ],
  mistakes: [
    {
      id: 'summed-early',
      says: {
        en: 'The sum of the targets is used before it has appeared. It appears when the outputs cancel.',
        zh: '目标之和还没有出现就用上了。要等输出约掉以后它才出现。',
      },
      about: 'eq-ce-delta-softmax',
      earlier: 'cancelled',
      later: 'result',
    },
    {
      id: 'cancelled-early',
      says: {
        en: 'Something is cancelled before both slopes have been put together.',
        zh: '两个斜率还没有乘到一起，就约分了。',
      },
      about: 'with-softmax',
      earlier: 'inserted',
      later: 'cancelled',
    },
    {
      id: 'no-slope',
      says: {
        en: 'The slope of the loss is put in before it has been found.',
        zh: '损失的斜率还没有求出来，就代进去了。',
      },
      about: 'eq-ce-surprise-slope',
      earlier: 'slope',
      later: 'inserted',
    },
    {
      id: 'no-jacobian',
      says: {
        en: 'The Jacobian is used before it has been found.',
        zh: '雅可比矩阵还没有求出来，就用上了。',
      },
      about: 'eq-ce-softmax-jacobian',
      earlier: 'jacobian',
      later: 'inserted',
    },
    {
      id: 'no-loss',
      says: {
        en: 'A slope is taken of a loss that has not been written down.',
        zh: '损失还没有写出来，就对它求导了。',
      },
      about: 'eq-ce-loss',
      earlier: 'loss',
      later: 'slope',
    },
  ],
  hints: [
    {
      en: 'Two lines have no derivative in them. They come before the lines that differentiate them.',
      zh: '有两行里没有导数，它们要放在对它们求导的行之前。',
    },
    {
      en: 'Loss by output and output by logit are found separately, in either order. Then they are multiplied and added up.',
      zh: '损失对输出、输出对 logit，两个斜率分别去求，先后都可以；然后相乘，再相加。',
    },
    {
      en: 'In the line before the last one, the sum of the targets still stands there.',
      zh: '倒数第二行里，目标之和还在。',
    },
  ],
  solution: [
    {
      en: tex`Loss and outputs first, each before its own derivative: $\loss = -\sum_i \yout{i} \log \acti{L}{i}$ before $\dd{\loss}{\acti{L}{i}} = -\frac{\yout{i}}{\acti{L}{i}}$, and $\acti{L}{i} = e^{\zi{L}{i}} / \sum_k e^{\zi{L}{k}}$ before the Jacobian.`,
      zh: tex`先写损失和输出，各自在自己的导数之前：$\loss = -\sum_i \yout{i} \log \acti{L}{i}$ 在 $\dd{\loss}{\acti{L}{i}} = -\frac{\yout{i}}{\acti{L}{i}}$ 之前，$\acti{L}{i} = e^{\zi{L}{i}} / \sum_k e^{\zi{L}{k}}$ 在雅可比矩阵之前。`,
    },
    {
      en: tex`Then both slopes together, the cancelling, $\delti{L}{j} = -\yout{j} + \acti{L}{j} \sum_i \yout{i}$, and last the targets’ sum: $\delti{L}{j} = \acti{L}{j} - \yout{j}$.`,
      zh: tex`然后把两个斜率合起来，约分得 $\delti{L}{j} = -\yout{j} + \acti{L}{j} \sum_i \yout{i}$，最后代入目标之和：$\delti{L}{j} = \acti{L}{j} - \yout{j}$。`,
    },
  ],
};
