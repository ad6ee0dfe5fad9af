import { tex } from '@components/exercise/tex';
import type { PartsExercise } from '@components/exercise/types';
import { drawNumber, numberOf, part } from '@components/exercise/values';
import type { Random } from '@engine';

/** Inputs and outputs of a layer, clearly apart. */
function fans(random: Random): { p: number; q: number } {
  for (;;) {
    const p = drawNumber(random, 20, 200, 0);
    const q = drawNumber(random, 20, 200, 0);
    if (Math.abs(Math.log(p / q)) > 0.4) return { p, q };
  }
}

type Fans = Readonly<Record<string, unknown>>;
const sum = ({ p, q }: Fans): number => Number(p) + Number(q);

export const xavierBound: PartsExercise = {
  id: 'pi-xavier-bound',
  kind: 'number',
  title: { en: 'From the layer to the bound', zh: '由层的大小到端点' },
  about: 'xavier-both-directions',
  statement: {
    en: tex`A layer has $\slot{p}$ inputs and $\slot{q}$ outputs. Find the variance that Xavier initialisation asks for, and the end $c$ of the uniform distribution on $\pm c$ that has it. Give both to five decimals.`,
    zh: tex`一层有 $\slot{p}$ 个输入、$\slot{q}$ 个输出。求 Xavier 初始化要求的方差，以及具有这个方差、在 $\pm c$ 之间的均匀分布的端点 $c$。都保留五位小数。`,
  },
  decimals: 5,
  draw: (random) => {
    const { p, q } = fans(random);
    return { p, q, n: p + q, v: 2 / (p + q), c: Math.sqrt(6 / (p + q)) };
  },
  parts: [
    part({
      id: 'v',
      label: { en: tex`$\Var(\Wi{l}{jk}) =$`, zh: tex`$\Var(\Wi{l}{jk}) =$` },
      spoken: { en: 'variance of a weight', zh: '一个权重的方差' },
      decimals: 5,
      answer: (v) => 2 / sum(v),
      mistakes: [
        {
          id: 'one',
          says: {
            en: 'Your numerator seems to be 1. Two conditions, each with a 1, make a 2.',
            zh: '分子似乎写成了 1。两个条件各有一个 1，合起来是 2。',
          },
          about: 'eq-pi-xavier-variance',
          value: (v) => 1 / sum(v),
        },
        {
          id: 'inputs',
          says: {
            en: 'This counts the inputs alone: the signal keeps its size forward, but not backward.',
            zh: '这里只数了输入：向前的信号大小不变，往回就不是了。',
          },
          about: 'eq-pi-forward-condition',
          value: ({ p }) => 1 / Number(p),
        },
        {
          id: 'outputs',
          says: {
            en: 'This counts the outputs alone: errors keep their size, but the signal forward does not.',
            zh: '这里只数了输出：误差项大小不变，向前的信号就不是了。',
          },
          about: 'eq-pi-backward-condition',
          value: ({ q }) => 1 / Number(q),
        },
        {
          id: 'he',
          says: {
            en: 'That is He initialisation, for ReLU.',
            zh: '这是 He 初始化，用于 ReLU。',
          },
          about: 'eq-pi-he',
          value: ({ p }) => 2 / Number(p),
        },
      ],
    }),
    part({
      id: 'c',
      label: { en: tex`$c =$`, zh: tex`$c =$` },
      spoken: { en: 'end of the uniform distribution', zh: '均匀分布的端点' },
      decimals: 5,
      answer: ({ v }) => Math.sqrt(3 * Number(v)),
      mistakes: [
        {
          id: 'deviation',
          says: {
            en: 'That is the standard deviation. Numbers spread evenly over ±c have a smaller one than c: there is a factor of √3.',
            zh: '这是标准差。在 ±c 之间均匀分布的数，标准差比 c 小，差一个 √3。',
          },
          about: 'eq-pi-uniform-variance',
          value: ({ v }) => Math.sqrt(Number(v)),
        },
        {
          id: 'variance',
          says: {
            en: 'That is the variance itself. The end of the interval is the root of three times that.',
            zh: '这是方差本身。端点是它的三倍再开平方。',
          },
          about: 'eq-pi-uniform-variance',
          value: ({ v }) => Number(v),
        },
        {
          id: 'no-root',
          says: { en: 'The root seems to be missing.', zh: '似乎忘了开平方。' },
          about: 'eq-pi-xavier-uniform',
          value: ({ v }) => 3 * Number(v),
        },
        {
          id: 'twelve',
          says: {
            en: 'You seem to have taken c for the whole length of the interval. It reaches from −c to c, so its length is 2c.',
            zh: '你似乎把 c 当成了区间的长度。区间从 −c 到 c，长度是 2c。',
          },
          about: 'eq-pi-uniform-variance',
          value: ({ v }) => Math.sqrt(12 * Number(v)),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Forward asks for one over the inputs, backward for one over the outputs. Which single value misses both by the same amount?',
      zh: '向前要求输入个数的倒数，往回要求输出个数的倒数。哪一个值离两个条件一样远？',
    },
    {
      en: tex`The variance is 2 over the sum of both numbers, here $\slot{p} + \slot{q} = \slot{n}$.`,
      zh: tex`方差等于 2 除以两个数之和，这里 $\slot{p} + \slot{q} = \slot{n}$。`,
    },
    {
      en: 'A uniform distribution on ±c has the variance of a third of the square of c. Solve for c.',
      zh: '在 ±c 之间均匀分布，方差是 c 的平方的三分之一。由此解出 c。',
    },
  ],
  solution: [
    {
      en: tex`The variance is $\frac{2}{\slot{p} + \slot{q}} \approx \slot{v}$.`,
      zh: tex`方差是 $\frac{2}{\slot{p} + \slot{q}} \approx \slot{v}$。`,
    },
    {
      en: tex`Then $\sqrt{\frac{6}{\slot{p} + \slot{q}}} \approx \slot{c}$. So the variance is $\slot{v}$, and the weights are drawn between $-\slot{c}$ and $\slot{c}$.`,
      zh: tex`于是 $\sqrt{\frac{6}{\slot{p} + \slot{q}}} \approx \slot{c}$。所以方差是 $\slot{v}$，权重在 $-\slot{c}$ 与 $\slot{c}$ 之间抽取。`,
    },
  ],
};

export const bothDirections: PartsExercise = {
  id: 'pi-both-directions',
  kind: 'number',
  title: { en: 'What the compromise costs', zh: '折中的代价' },
  about: 'xavier-both-directions',
  statement: {
    en: tex`A layer with $\slot{p}$ inputs and $\slot{q}$ outputs is initialised with Xavier’s variance. By what factor does it multiply the variance of the signal on the way forward, and that of the errors on the way back? Units stay near 0, where tanh is a straight line. Give both to three decimals.`,
    zh: tex`一层有 $\slot{p}$ 个输入、$\slot{q}$ 个输出，用 Xavier 的方差初始化。向前走时信号的方差乘以多少？往回走时误差项的方差乘以多少？各单元都在 0 附近，tanh 近似为直线。都保留三位小数。`,
  },
  decimals: 3,
  draw: (random) => {
    const { p, q } = fans(random);
    return { p, q, n: p + q, f: (2 * p) / (p + q), g: (2 * q) / (p + q) };
  },
  parts: [
    part({
      id: 'f',
      label: { en: 'forward', zh: '向前' },
      spoken: { en: 'factor forward', zh: '向前的因子' },
      decimals: 3,
      answer: (v) => (2 * numberOf(v, 'p')) / sum(v),
      mistakes: [
        {
          id: 'outputs',
          says: {
            en: 'You seem to have counted the outputs. A weighted sum has one term for each input.',
            zh: '你似乎数了输出。加权和里每个输入有一项。',
          },
          about: 'eq-pi-variance-z',
          value: (v) => (2 * numberOf(v, 'q')) / sum(v),
        },
        {
          id: 'one',
          says: {
            en: 'Only with as many inputs as outputs is the factor 1.',
            zh: '只有输入输出一样多时，因子才是 1。',
          },
          about: 'eq-pi-xavier-variance',
          value: () => 1,
        },
        {
          id: 'half',
          says: {
            en: 'You seem to have lost the 2 in the numerator of the variance.',
            zh: '方差分子里的 2 似乎丢了。',
          },
          value: (v) => numberOf(v, 'p') / sum(v),
        },
      ],
    }),
    part({
      id: 'g',
      label: { en: 'backward', zh: '反向' },
      spoken: { en: 'factor backward', zh: '反向的因子' },
      decimals: 3,
      answer: (v) => (2 * numberOf(v, 'q')) / sum(v),
      mistakes: [
        {
          id: 'inputs',
          says: {
            en: 'That is the factor forward. On the way back a unit gathers one answer from each of its listeners.',
            zh: '这是向前的因子。往回走时，一个单元从每个听众那里收集一个回答。',
          },
          about: 'eq-pi-backward-variance',
          value: (v) => (2 * numberOf(v, 'p')) / sum(v),
        },
        {
          id: 'inverse',
          says: {
            en: 'You seem to have taken one over the factor forward. The two add up to 2; they do not multiply to 1.',
            zh: '你似乎取了向前因子的倒数。两个因子相加得 2，不是相乘得 1。',
          },
          about: 'eq-pi-xavier-variance',
          value: (v) => sum(v) / (2 * numberOf(v, 'p')),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Each direction multiplies by a number of units times the variance of the weights. Which number is it forward, and which backward?',
      zh: '每个方向都乘以某个单元数乘权重的方差。向前是哪个数，反向又是哪个？',
    },
    {
      en: tex`The variance of the weights is $\frac{2}{\slot{n}}$.`,
      zh: tex`权重的方差是 $\frac{2}{\slot{n}}$。`,
    },
    {
      en: tex`Forward: $\slot{p}$ times that. Backward: $\slot{q}$ times that. The two must add up to 2.`,
      zh: tex`向前是它的 $\slot{p}$ 倍，反向是它的 $\slot{q}$ 倍。两者相加应当是 2。`,
    },
  ],
  solution: [
    {
      en: tex`Forward the inputs count: $\slot{p} \cdot \frac{2}{\slot{n}} \approx \slot{f}$. Backward the outputs: $\slot{q} \cdot \frac{2}{\slot{n}} \approx \slot{g}$.`,
      zh: tex`向前数输入：$\slot{p} \cdot \frac{2}{\slot{n}} \approx \slot{f}$。反向数输出：$\slot{q} \cdot \frac{2}{\slot{n}} \approx \slot{g}$。`,
    },
    {
      en: tex`So the factors are $\slot{f}$ forward and $\slot{g}$ backward: as much as one is above 1, the other is below.`,
      zh: tex`所以向前的因子是 $\slot{f}$，反向的因子是 $\slot{g}$：一个比 1 多出多少，另一个就少多少。`,
    },
  ],
};
