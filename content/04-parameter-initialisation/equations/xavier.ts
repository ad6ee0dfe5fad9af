import { check, type Equation } from '@book/equations';
import { Matrix, matmulTN, type Random } from '@engine';
import {
  type Chance,
  centred,
  coin,
  integral,
  lopsided,
  squareOf,
  variance,
  varianceOf,
} from './chance';
import { bell, type Unit, unit, varianceOfZ } from './variance';

/** A unit k of layer l − 1 that n units of layer l listen to. */
export interface Sender {
  /** n_l and n_(l−1), never alike. */
  readonly listeners: number;
  readonly inputs: number;
  readonly weight: Chance;
  /** Every listener's error; its mean is not 0. */
  readonly error: Chance;
}

export const sender = (random: Random): Sender => {
  const [listeners = 3, inputs = 2] = random.shuffle([2, 3, 4]);
  return { listeners, inputs, weight: centred(random), error: lopsided(random) };
};

/** Weights, then errors, as many of each as there are listeners. */
const answersOf = ({ listeners, weight, error }: Sender): Chance[] => [
  ...Array<Chance>(listeners).fill(weight),
  ...Array<Chance>(listeners).fill(error),
];

/** ∂L/∂a of the sender from the numbers of `answersOf`: one column of Wᵀδ, by the engine. */
const gathered = (drawn: readonly number[]): number => {
  const n = drawn.length / 2;
  return matmulTN(Matrix.column(drawn.slice(0, n)), Matrix.column(drawn.slice(n))).at(0, 0);
};

/** Var(∂L/∂a) over all outcomes. */
export const varianceGathered = (s: Sender): number => variance(answersOf(s), gathered);

/** Two sizes of layers, clearly apart. */
export const fans = (random: Random): readonly [inputs: number, outputs: number] => {
  const small = 20 + random.integer(60);
  const large = 2 * small + random.integer(60);
  return random.bernoulli(0.5) ? [small, large] : [large, small];
};

/** The variance that misses both conditions by the same amount, found by halving an interval. */
export function compromise([inputs, outputs]: readonly [number, number]): number {
  let [low, high] = [0, 1];
  for (let n = 0; n < 200; n++) {
    const v = (low + high) / 2;
    if (inputs * v - 1 < 1 - outputs * v) low = v;
    else high = v;
  }
  return (low + high) / 2;
}

/** Relative to a variance of this size: variances of weights are small numbers. */
const scaled = ([inputs, outputs]: readonly [number, number], v: number): number =>
  v * (inputs + outputs);

/** The variance of a uniform distribution on ±c. */
const spreadOf = (c: number): number => integral((w) => (w * w) / (2 * c), -c, c);

const withVariance = (u: Unit, v: number): Unit => ({ ...u, weight: coin(Math.sqrt(v)) });

export const xavierEquations: readonly Equation[] = [
  {
    id: 'pi-forward-condition',
    tex: '\\begin{gathered} \\Var(\\Wi{l}{jk}) = \\frac{1}{\\units{l-1}} \\\\ \\Longrightarrow\\quad \\Var(\\zi{l}{j}) = \\E\\bigl[(\\acti{l-1}{k})^2\\bigr] \\end{gathered}',
    means: {
      zh: '权重的方差等于输入个数的倒数时，向前的信号大小不变。',
      en: 'With a variance of one over the number of inputs, the signal keeps its size on the way forward.',
    },
    check: check({
      setup: unit,
      left: (u) => varianceOfZ(withVariance(u, 1 / u.inputs)),
      right: ({ activation }) => squareOf(activation),
      wrong: [
        {
          slip: { zh: '用了输出个数', en: 'the number of outputs' },
          right: (u) => varianceOfZ(withVariance(u, 1 / u.outputs)),
        },
        {
          slip: { zh: '当作标准差是倒数', en: 'the standard deviation one over the inputs' },
          right: (u) => varianceOfZ(withVariance(u, 1 / u.inputs ** 2)),
        },
      ],
    }),
  },
  {
    id: 'pi-backward-variance',
    tex: '\\begin{aligned} &\\Var\\Bigl(\\dd{\\loss}{\\acti{l-1}{k}}\\Bigr) \\\\ &\\;= \\units{l}\\,\\Var(\\Wi{l}{jk})\\,\\E\\bigl[(\\delti{l}{j})^2\\bigr] \\end{aligned}',
    means: {
      zh: '往回传的方差：这回要数的是听众的个数，也就是输出个数。',
      en: 'The variance of what is sent back: now the listeners count, that is, the number of outputs.',
    },
    check: check({
      setup: sender,
      left: varianceGathered,
      right: ({ listeners, weight, error }) => listeners * varianceOf(weight) * squareOf(error),
      wrong: [
        {
          slip: { zh: '用了输入个数', en: 'the number of inputs' },
          right: ({ inputs, weight, error }) => inputs * varianceOf(weight) * squareOf(error),
        },
        {
          slip: { zh: '用了权重的标准差', en: 'the standard deviation of the weights' },
          right: ({ listeners, weight, error }) =>
            listeners * Math.sqrt(varianceOf(weight)) * squareOf(error),
        },
      ],
    }),
  },
  {
    id: 'pi-backward-condition',
    tex: '\\begin{gathered} \\Var(\\Wi{l}{jk}) = \\frac{1}{\\units{l}} \\\\ \\Longrightarrow\\quad \\Var\\Bigl(\\dd{\\loss}{\\acti{l-1}{k}}\\Bigr) = \\E\\bigl[(\\delti{l}{j})^2\\bigr] \\end{gathered}',
    means: {
      zh: '权重的方差等于输出个数的倒数时，往回传的梯度大小不变。',
      en: 'With a variance of one over the number of outputs, gradients keep their size on the way back.',
    },
    check: check({
      setup: sender,
      left: (s) => varianceGathered({ ...s, weight: coin(Math.sqrt(1 / s.listeners)) }),
      right: ({ error }) => squareOf(error),
      wrong: [
        {
          slip: { zh: '用了输入个数', en: 'the number of inputs' },
          right: (s) => varianceGathered({ ...s, weight: coin(Math.sqrt(1 / s.inputs)) }),
        },
      ],
    }),
  },
  {
    id: 'pi-xavier-variance',
    tex: '\\begin{gathered} \\units{l-1}\\,v - 1 = 1 - \\units{l}\\,v \\\\ \\Longleftrightarrow\\quad v = \\frac{2}{\\units{l-1} + \\units{l}} \\end{gathered}',
    means: {
      zh: '折中的方差 v：一个方向多出多少，另一个方向就少掉多少。',
      en: 'The variance v of the compromise: what one direction gains, the other loses.',
    },
    check: check({
      setup: fans,
      left: (n) => scaled(n, compromise(n)),
      right: (n) => scaled(n, 2 / (n[0] + n[1])),
      wrong: [
        {
          slip: { zh: '分子写成 1', en: '1 in the numerator' },
          right: (n) => scaled(n, 1 / (n[0] + n[1])),
        },
        {
          slip: { zh: '只看输入', en: 'only the inputs' },
          right: (n) => scaled(n, 1 / n[0]),
        },
        {
          slip: { zh: '两个方差取平均', en: 'the mean of both variances' },
          right: (n) => scaled(n, (1 / n[0] + 1 / n[1]) / 2),
        },
      ],
    }),
  },
  {
    id: 'pi-uniform-variance',
    tex: '\\begin{gathered} X \\sim U(-c,\\, c) \\\\ \\Longrightarrow\\quad \\Var(X) = \\tfrac13\\,c^2 \\end{gathered}',
    means: {
      zh: '在 −c 到 c 之间均匀分布的随机数，方差是 c²/3。括号里是区间的两端，不是方差。',
      en: 'A random number spread evenly between −c and c has the variance c²/3. In the brackets stand the ends of the interval, no variance.',
    },
    check: check({
      // Not near √3, whose variance and standard deviation are both 1.
      setup: (random: Random) => random.uniform(0.5, 1.5),
      left: spreadOf,
      right: (c) => c ** 2 / 3,
      tolerance: 1e-10,
      wrong: [
        {
          slip: {
            zh: '把 c 当作区间的长度：c²/12',
            en: 'c taken for the length of the interval: c²/12',
          },
          right: (c) => c ** 2 / 12,
        },
        {
          slip: { zh: '写成标准差 c/√3', en: 'the standard deviation c/√3' },
          right: (c) => c / Math.sqrt(3),
        },
      ],
    }),
  },
  {
    id: 'pi-xavier-uniform',
    tex: '\\begin{gathered} \\Wi{l}{jk} \\sim U(-c,\\, c), \\\\ c = \\sqrt{\\frac{6}{\\units{l-1}+\\units{l}}} \\end{gathered}',
    means: {
      zh: 'Xavier 初始化，均匀分布的写法。原笔记里的 a、b 就是这里的输入个数与输出个数。',
      en: 'Xavier initialisation, uniform form. The a and b of the source note are the numbers of inputs and outputs.',
    },
    check: check({
      setup: fans,
      left: (n) => scaled(n, compromise(n)),
      right: (n) => scaled(n, spreadOf(Math.sqrt(6 / (n[0] + n[1])))),
      tolerance: 1e-10,
      wrong: [
        {
          slip: { zh: '把方差当作区间的端点', en: 'the variance taken for the bound' },
          right: (n) => scaled(n, spreadOf(2 / (n[0] + n[1]))),
        },
        {
          slip: { zh: '把标准差当作区间的端点', en: 'the standard deviation taken for the bound' },
          right: (n) => scaled(n, spreadOf(Math.sqrt(2 / (n[0] + n[1])))),
        },
        {
          slip: { zh: '只看输入：√(6/n)', en: 'only the inputs: √(6/n)' },
          right: (n) => scaled(n, spreadOf(Math.sqrt(6 / n[0]))),
        },
        {
          slip: { zh: '漏了根号', en: 'the root left out' },
          right: (n) => scaled(n, spreadOf(6 / (n[0] + n[1]))),
        },
      ],
    }),
  },
  {
    id: 'pi-xavier-normal',
    tex: '\\Wi{l}{jk} \\sim \\mathcal{N}\\Bigl(0,\\ \\frac{2}{\\units{l-1}+\\units{l}}\\Bigr)',
    means: {
      zh: 'Xavier 初始化，正态分布的写法；第二个数是方差。',
      en: 'Xavier initialisation, normal form; the second number is the variance.',
    },
    check: check({
      setup: fans,
      left: (n) => scaled(n, compromise(n)),
      right: (n) => scaled(n, secondMoment(Math.sqrt(2 / (n[0] + n[1])))),
      tolerance: 1e-10,
      wrong: [
        {
          slip: { zh: '方差当作标准差', en: 'the variance taken for the standard deviation' },
          right: (n) => scaled(n, secondMoment(2 / (n[0] + n[1]))),
        },
        {
          slip: { zh: '搬来了均匀分布的 6', en: 'the 6 of the uniform form' },
          right: (n) => scaled(n, secondMoment(Math.sqrt(6 / (n[0] + n[1])))),
        },
      ],
    }),
  },
];

/** E[w²] of a normal distribution of mean 0. */
export const secondMoment = (sigma: number): number =>
  integral((w) => w * w * bell(w, sigma), -12 * sigma, 12 * sigma);
