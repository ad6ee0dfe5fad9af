import { slotMatrix, tex } from '@components/exercise/tex';
import type { PartsExercise, Values } from '@components/exercise/types';
import {
  column,
  drawList,
  drawNumber,
  numberOf,
  part,
  vectorOf,
} from '@components/exercise/values';
import { walk } from './by-engine';

/** How far each of two parameters moved in all, with its own division at both steps. */
const moved = (v: Values, step: (p: number, q: number) => number): number[][] =>
  column(
    [0, 1].map((k) => -numberOf(v, 'alpha') * step(vectorOf(v, 'p')[k]!, vectorOf(v, 'q')[k]!)),
  );

export const accounts: PartsExercise = {
  id: 'op-accounts',
  kind: 'matrix',
  title: { en: 'AdaGrad keeps accounts', zh: 'AdaGrad 记账' },
  about: 'a-step-for-each-parameter',
  statement: {
    en: tex`Two parameters under AdaGrad start at 0, with the learning rate $\slot{alpha}$; leave $\varepsilon$ out. The first gradient is $${slotMatrix('p', 2)}$, the second $${slotMatrix('q', 2)}$. What stands in the two accounts after the second step, and where are the parameters, to four decimals?`,
    zh: tex`两个参数用 AdaGrad，从 0 出发，学习率是 $\slot{alpha}$，不计 $\varepsilon$。第一个梯度是 $${slotMatrix('p', 2)}$，第二个是 $${slotMatrix('q', 2)}$。第二步之后，两本账上各是多少？参数在哪里？保留四位小数。`,
  },
  draw: (random) => {
    const v = {
      p: drawList(random, 2, 0.5, 4),
      q: drawList(random, 2, -3, -0.4),
      alpha: drawNumber(random, 0.2, 0.8),
    };
    const steps = walk({ kind: 'adagrad', epsilon: 0 }, [0, 0], [v.p, v.q], v.alpha);
    return {
      ...v,
      account: column(steps[1]!.s),
      root: steps[1]!.s.map(Math.sqrt),
      end: column(steps[1]!.theta),
    };
  },
  parts: [
    part({
      id: 'account',
      label: { en: 'accounts', zh: '账' },
      spoken: { en: 'accounts', zh: '两本账' },
      decimals: 4,
      answer: (v) =>
        column([0, 1].map((k) => vectorOf(v, 'p')[k]! ** 2 + vectorOf(v, 'q')[k]! ** 2)),
      mistakes: [
        {
          id: 'last',
          says: {
            en: 'This is the last square only. AdaGrad forgets nothing.',
            zh: '这只是最后一个平方。AdaGrad 什么都不忘。',
          },
          about: 'eq-op-adagrad',
          value: (v) => column([0, 1].map((k) => vectorOf(v, 'q')[k]! ** 2)),
        },
        {
          id: 'sum-first',
          says: {
            en: 'You seem to have added first and squared then. Each gradient is squared on its own.',
            zh: '你似乎先相加再平方。每个梯度要各自平方。',
          },
          about: 'eq-op-adagrad',
          value: (v) =>
            column([0, 1].map((k) => (vectorOf(v, 'p')[k]! + vectorOf(v, 'q')[k]!) ** 2)),
        },
      ],
    }),
    part({
      id: 'end',
      label: { en: 'parameters', zh: '参数' },
      spoken: { en: 'parameters', zh: '参数' },
      decimals: 4,
      answer: (v) => {
        const account = (v.account as readonly (readonly number[])[]).map(([one]) => one!);
        return column(
          [0, 1].map(
            (k) =>
              -numberOf(v, 'alpha') *
              (Math.sign(vectorOf(v, 'p')[k]!) + vectorOf(v, 'q')[k]! / Math.sqrt(account[k]!)),
          ),
        );
      },
      mistakes: [
        {
          id: 'plain',
          says: {
            en: 'This is plain gradient descent: nothing is divided by the roots.',
            zh: '这是普通的梯度下降：没有除以平方根。',
          },
          about: 'eq-op-adagrad',
          value: (v) => moved(v, (p, q) => p + q),
        },
        {
          id: 'last-step',
          says: {
            en: 'This is the second step alone. The first moved the parameters, too.',
            zh: '这只是第二步。第一步也动了参数。',
          },
          about: 'eq-op-adagrad',
          value: (v) => moved(v, (p, q) => q / Math.hypot(p, q)),
        },
        {
          id: 'no-root',
          says: {
            en: 'You seem to have divided by the accounts themselves. Divide by their roots.',
            zh: '你似乎直接除以了账上的数。要除以它的平方根。',
          },
          about: 'eq-op-adagrad',
          value: (v) => moved(v, (p, q) => 1 / p + q / (p * p + q * q)),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Each parameter is on its own. Do one of them, then the other.',
      zh: '两个参数互不相干。先做一个，再做另一个。',
    },
    {
      en: 'At the first step the root of the account is the size of the gradient, so each parameter moves by just the learning rate.',
      zh: '第一步，账的平方根就是梯度的大小，所以每个参数正好移动一个学习率。',
    },
    {
      en: tex`The roots at the second step are $\slot{root.1}$ and $\slot{root.2}$. Divide the second gradients by them, times $\slot{alpha}$, and go on from where the first step ended.`,
      zh: tex`第二步的平方根是 $\slot{root.1}$ 和 $\slot{root.2}$。第二个梯度除以它们，乘以 $\slot{alpha}$，从第一步的终点接着走。`,
    },
  ],
  solution: [
    {
      en: tex`Both parameters go down by $\slot{alpha}$ at first. The second gradients are negative, so they come back a little, each by its own share.`,
      zh: tex`第一步，两个参数都减小 $\slot{alpha}$。第二个梯度是负的，于是各自往回走一点，多少不同。`,
    },
    {
      en: tex`The accounts are $\slot{account.1.1}$ and $\slot{account.2.1}$; the parameters end at $\slot{end.1.1}$ and $\slot{end.2.1}$.`,
      zh: tex`账上是 $\slot{account.1.1}$ 和 $\slot{account.2.1}$；参数最后在 $\slot{end.1.1}$ 和 $\slot{end.2.1}$。`,
    },
  ],
};

export const secondStep: PartsExercise = {
  id: 'op-second-step',
  kind: 'number',
  title: { en: 'Adam’s second step', zh: 'Adam 的第二步' },
  about: 'adam',
  decimals: 5,
  statement: {
    en: tex`Adam with $\beta_1$ at $\slot{b1}$, $\beta_2$ at $\slot{b2}$ and the learning rate $\slot{alpha}$; leave $\varepsilon$ out. Both means start at 0. The first two gradients are $\slot{g1}$ and $\slot{g2}$. For the second step, find the corrected mean of the gradients, the corrected mean of their squares, and by how much the parameter changes, with its sign, to five decimals.`,
    zh: tex`Adam 的 $\beta_1$ 取 $\slot{b1}$，$\beta_2$ 取 $\slot{b2}$，学习率是 $\slot{alpha}$，不计 $\varepsilon$，两个平均都从 0 开始。头两个梯度是 $\slot{g1}$ 和 $\slot{g2}$。对第二步，求修正后的梯度平均、修正后的平方平均，以及参数改变多少（带符号），保留五位小数。`,
  },
  draw: (random) => {
    const v = {
      b1: drawNumber(random, 0.6, 0.9),
      b2: drawNumber(random, 0.7, 0.95, 2),
      alpha: drawNumber(random, 0.1, 0.5),
      g1: drawNumber(random, 0.5, 3),
      g2: drawNumber(random, -2, 2),
    };
    const [one, two] = walk(
      { kind: 'adam', beta1: v.b1, beta2: v.b2, epsilon: 0 },
      [0],
      [[v.g1], [v.g2]],
      v.alpha,
    );
    const [m, s] = [two!.m[0]!, two!.v[0]!];
    return {
      ...v,
      ...{ m, s, mShare: 1 - v.b1 ** 2, vShare: 1 - v.b2 ** 2 },
      ...{ mHat: m / (1 - v.b1 ** 2), vHat: s / (1 - v.b2 ** 2) },
      move: two!.theta[0]! - one!.theta[0]!,
    };
  },
  parts: [
    part({
      id: 'mHat',
      label: { en: tex`$\hat m_2$`, zh: tex`$\hat m_2$` },
      spoken: { en: 'corrected mean', zh: '修正后的平均' },
      decimals: 5,
      answer: (v) =>
        ((1 - numberOf(v, 'b1')) * (numberOf(v, 'b1') * numberOf(v, 'g1') + numberOf(v, 'g2'))) /
        (1 - numberOf(v, 'b1') ** 2),
      mistakes: [
        {
          id: 'no-correction',
          says: {
            en: 'This is the mean before the correction.',
            zh: '这是修正之前的平均。',
          },
          about: 'eq-op-adam-corrected',
          value: (v) => numberOf(v, 'm'),
        },
        {
          id: 'no-power',
          says: {
            en: 'The power seems to be missing: at the second step the share is squared in the correction.',
            zh: '似乎漏了次方：第二步的修正里，份额要平方。',
          },
          about: 'eq-op-adam-corrected',
          value: (v) => numberOf(v, 'm') / (1 - numberOf(v, 'b1')),
        },
      ],
    }),
    part({
      id: 'vHat',
      label: { en: tex`$\hat v_2$`, zh: tex`$\hat v_2$` },
      spoken: { en: 'corrected mean of squares', zh: '修正后的平方平均' },
      decimals: 5,
      answer: (v) =>
        ((1 - numberOf(v, 'b2')) *
          (numberOf(v, 'b2') * numberOf(v, 'g1') ** 2 + numberOf(v, 'g2') ** 2)) /
        (1 - numberOf(v, 'b2') ** 2),
      mistakes: [
        {
          id: 'squares-uncorrected',
          says: {
            en: 'This is the mean of squares before the correction.',
            zh: '这是修正之前的平方平均。',
          },
          about: 'eq-op-adam-corrected',
          value: (v) => numberOf(v, 's'),
        },
        {
          id: 'squares-no-power',
          says: {
            en: 'The power seems to be missing from the correction.',
            zh: '修正里似乎漏了次方。',
          },
          about: 'eq-op-adam-corrected',
          value: (v) => numberOf(v, 's') / (1 - numberOf(v, 'b2')),
        },
      ],
    }),
    part({
      id: 'move',
      label: { en: 'change', zh: '改变量' },
      spoken: { en: 'change of the parameter', zh: '参数的改变量' },
      decimals: 5,
      answer: (v) => (-numberOf(v, 'alpha') * numberOf(v, 'mHat')) / Math.sqrt(numberOf(v, 'vHat')),
      mistakes: [
        {
          id: 'sign',
          says: {
            en: 'The sign is the other way: the step goes against the mean gradient.',
            zh: '符号反了：步子与平均梯度方向相反。',
          },
          about: 'eq-op-adam',
          value: (v) =>
            (numberOf(v, 'alpha') * numberOf(v, 'mHat')) / Math.sqrt(numberOf(v, 'vHat')),
        },
        {
          id: 'no-root',
          says: {
            en: 'You seem to have divided by the mean of squares. Divide by its root.',
            zh: '你似乎除以了平方平均。要除以它的平方根。',
          },
          about: 'eq-op-adam',
          value: (v) => (-numberOf(v, 'alpha') * numberOf(v, 'mHat')) / numberOf(v, 'vHat'),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Find both running means after two steps first, then correct each.',
      zh: '先求两步之后的两个滑动平均，再各自修正。',
    },
    {
      en: tex`The corrections divide by $1 - \slot{b1}^2$ and by $1 - \slot{b2}^2$.`,
      zh: tex`两个修正分别除以 $1 - \slot{b1}^2$ 和 $1 - \slot{b2}^2$。`,
    },
    {
      en: tex`The means are $\slot{m}$ and $\slot{s}$. Divide them by $\slot{mShare}$ and $\slot{vShare}$.`,
      zh: tex`两个平均是 $\slot{m}$ 和 $\slot{s}$，分别除以 $\slot{mShare}$ 和 $\slot{vShare}$。`,
    },
  ],
  solution: [
    {
      en: tex`The running means after two steps are $\slot{m}$ and $\slot{s}$; the corrections divide by $\slot{mShare}$ and $\slot{vShare}$.`,
      zh: tex`两步之后的滑动平均是 $\slot{m}$ 和 $\slot{s}$；修正时分别除以 $\slot{mShare}$ 和 $\slot{vShare}$。`,
    },
    {
      en: tex`Corrected they are $\slot{mHat}$ and $\slot{vHat}$, and the parameter changes by $\slot{move}$.`,
      zh: tex`修正之后是 $\slot{mHat}$ 和 $\slot{vHat}$，参数改变 $\slot{move}$。`,
    },
  ],
};
