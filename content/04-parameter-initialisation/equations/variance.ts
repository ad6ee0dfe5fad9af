import { check, type Equation } from '@book/equations';
import type { Random } from '@engine';
import {
  type Chance,
  centred,
  coin,
  integral,
  lopsided,
  mean,
  meanOf,
  squareOf,
  variance,
  varianceOf,
} from './chance';

/** A unit j of layer l: n inputs with weights of one kind, every outcome within reach. */
export interface Unit {
  /** n_(l−1) and n_l, never alike. */
  readonly inputs: number;
  readonly outputs: number;
  /** Every weight. */
  readonly weight: Chance;
  /** Every activation of the layer before; its mean is not 0. */
  readonly activation: Chance;
}

export const unit = (random: Random): Unit => {
  const [inputs = 3, outputs = 2] = random.shuffle([2, 3, 4]);
  return { inputs, outputs, weight: centred(random), activation: lopsided(random) };
};

/** Weights, then activations, as many of each as there are inputs. */
export const inputsOf = ({ inputs, weight, activation }: Unit): Chance[] => [
  ...Array<Chance>(inputs).fill(weight),
  ...Array<Chance>(inputs).fill(activation),
];

/** z = Σ w a from the numbers of `inputsOf`. */
const weightedSum = (drawn: readonly number[]): number => {
  const n = drawn.length / 2;
  let z = 0;
  for (let k = 0; k < n; k++) z += drawn[k]! * drawn[n + k]!;
  return z;
};

/** Var(z) over all outcomes. */
export const varianceOfZ = (u: Unit): number => variance(inputsOf(u), weightedSum);

/** Four independent random numbers, none like another. */
const four = (random: Random): Chance[] => Array.from({ length: 4 }, () => lopsided(random));

/** E[z²] of the output of a linear network 1–3–2–1 whose weights are ±s_l. */
function throughDepth(random: Random) {
  const sizes = [1, 3, 2, 1];
  const s = [0, random.uniform(0.4, 0.6), random.uniform(0.7, 0.9), random.uniform(1, 1.2)];
  const x = random.uniform(0.5, 1.5);
  const flips = sizes
    .slice(1)
    .flatMap((n, i) => Array<Chance>(n * sizes[i]!).fill(coin(s[i + 1]!)));
  const run = (drawn: readonly number[]): number => {
    let a = [x];
    let used = 0;
    for (const n of sizes.slice(1)) {
      a = Array.from({ length: n }, () => {
        const sum = a.reduce((total, value, k) => total + drawn[used + k]! * value, 0);
        used += a.length;
        return sum;
      });
    }
    return a[0]!;
  };
  return { sizes, s, x, square: mean(flips, (drawn) => run(drawn) ** 2) };
}

export const varianceEquations: readonly Equation[] = [
  {
    id: 'pi-variance',
    tex: '\\begin{aligned} \\Var(X) &= \\E\\bigl[(X - \\E[X])^2\\bigr] \\\\ &= \\E[X^2] - \\E[X]^2 \\end{aligned}',
    means: {
      zh: '方差：到期望的距离，平方以后取期望。',
      en: 'The variance: the expected squared distance from the expected value.',
    },
    check: check({
      setup: lopsided,
      left: (X) => varianceOf(X),
      right: (X) => squareOf(X) - meanOf(X) ** 2,
      wrong: [
        {
          slip: { zh: '漏了减去期望的平方', en: 'the square of the mean not subtracted' },
          right: (X) => squareOf(X),
        },
        {
          slip: { zh: '取成标准差', en: 'the standard deviation instead' },
          right: (X) => Math.sqrt(varianceOf(X)),
        },
      ],
    }),
  },
  {
    id: 'pi-variance-sum',
    tex: '\\Var\\Bigl(\\,\\sum_{k=1}^{n} X_k\\Bigr) = \\sum_{k=1}^{n} \\Var(X_k)',
    means: {
      zh: '相互独立的随机数相加，方差相加。',
      en: 'When independent random numbers are added, their variances add up.',
    },
    check: check({
      setup: four,
      left: (list) => variance(list, (drawn) => drawn.reduce((sum, x) => sum + x, 0)),
      right: (list) => list.reduce((sum, X) => sum + varianceOf(X), 0),
      wrong: [
        {
          slip: { zh: '把标准差相加', en: 'standard deviations added up' },
          right: (list) => list.reduce((sum, X) => sum + Math.sqrt(varianceOf(X)), 0) ** 2,
        },
        {
          slip: { zh: '取了平均', en: 'averaged' },
          right: (list) => list.reduce((sum, X) => sum + varianceOf(X), 0) / list.length,
        },
      ],
    }),
  },
  {
    id: 'pi-variance-product',
    tex: '\\begin{gathered} \\E[W] = 0 \\;\\Longrightarrow \\\\ \\Var(W X) = \\Var(W)\\,\\E[X^2] \\end{gathered}',
    means: {
      zh: 'W 与 X 独立，W 的期望是 0：乘积的方差是 W 的方差乘以 X 平方的期望。',
      en: 'For independent W and X with E[W] = 0, the variance of the product is that of W times the expected square of X.',
    },
    check: check({
      setup: (random: Random) => [centred(random), lopsided(random)] as const,
      left: (pair) => variance(pair, ([w, x]) => w! * x!),
      right: ([W, X]) => varianceOf(W) * squareOf(X),
      wrong: [
        {
          slip: {
            zh: '两个方差相乘，忘了 X 的期望',
            en: 'both variances, forgetting the mean of X',
          },
          right: ([W, X]) => varianceOf(W) * varianceOf(X),
        },
        {
          slip: {
            zh: '当作常数倍：乘以期望的平方',
            en: 'X taken for a constant, its mean squared',
          },
          right: ([W, X]) => varianceOf(W) * meanOf(X) ** 2,
        },
      ],
    }),
  },
  {
    id: 'pi-variance-z',
    tex: '\\begin{aligned} &\\Var(\\zi{l}{j}) \\\\ &\\;= \\units{l-1}\\,\\Var(\\Wi{l}{jk})\\,\\E\\bigl[(\\acti{l-1}{k})^2\\bigr] \\end{aligned}',
    means: {
      zh: '加权和的方差：输入个数，乘以权重的方差，乘以激活值平方的期望。',
      en: 'The variance of a weighted sum: the number of inputs, times the variance of the weights, times the expected square of the activations.',
    },
    check: check({
      setup: unit,
      left: varianceOfZ,
      right: ({ inputs, weight, activation }) => inputs * varianceOf(weight) * squareOf(activation),
      wrong: [
        {
          slip: { zh: '用了输出个数', en: 'the number of outputs instead of inputs' },
          right: ({ outputs, weight, activation }) =>
            outputs * varianceOf(weight) * squareOf(activation),
        },
        {
          slip: { zh: '用了激活值的方差', en: 'the variance of the activations' },
          right: ({ inputs, weight, activation }) =>
            inputs * varianceOf(weight) * varianceOf(activation),
        },
        {
          slip: { zh: '用了权重的标准差', en: 'the standard deviation of the weights' },
          right: ({ inputs, weight, activation }) =>
            inputs * Math.sqrt(varianceOf(weight)) * squareOf(activation),
        },
      ],
    }),
  },
  {
    id: 'pi-depth',
    tex: '\\begin{aligned} \\E\\bigl[(\\zi{L}{j})^2\\bigr] = {} &\\E\\bigl[(\\zi{1}{j})^2\\bigr] \\\\ &\\cdot \\prod_{l=2}^{L} \\units{l-1}\\,\\Var(\\Wi{l}{jk}) \\end{aligned}',
    means: {
      zh: '在激活函数近似为 f(z) = z 的地方，每过一层就乘一个因子；层数多了，这些因子的乘积不是趋于 0 就是飞速增长。',
      en: 'Where activation functions are nearly f(z) = z, every layer multiplies by a factor; over many layers their product dies away or explodes.',
    },
    check: check({
      setup: throughDepth,
      left: ({ square }) => square,
      right: ({ sizes, s, x }) =>
        (x * s[1]!) ** 2 * [2, 3].reduce((p, l) => p * sizes[l - 1]! * s[l]! ** 2, 1),
      wrong: [
        {
          slip: { zh: '用了输出个数', en: 'the numbers of outputs' },
          right: ({ sizes, s, x }) =>
            (x * s[1]!) ** 2 * [2, 3].reduce((p, l) => p * sizes[l]! * s[l]! ** 2, 1),
        },
        {
          slip: { zh: '用了标准差', en: 'standard deviations' },
          right: ({ sizes, s, x }) =>
            (x * s[1]!) ** 2 * [2, 3].reduce((p, l) => p * sizes[l - 1]! * s[l]!, 1),
        },
        {
          slip: { zh: '少算了一层', en: 'one layer short' },
          right: ({ sizes, s, x }) => (x * s[1]!) ** 2 * sizes[1]! * s[2]! ** 2,
        },
      ],
    }),
  },
  {
    id: 'pi-normal',
    tex: '\\begin{gathered} \\Wi{l}{jk} \\sim \\mathcal{N}(0,\\ \\sigma^2), \\\\ \\Var(\\Wi{l}{jk}) = \\sigma^2 \\end{gathered}',
    means: {
      zh: '正态分布的随机初始化。括号里第二个数是方差 σ²；σ 是标准差。',
      en: 'Random initialisation from a normal distribution. The second number in the brackets is the variance σ²; σ is the standard deviation.',
    },
    check: check({
      setup: (random: Random) =>
        random.bernoulli(0.5) ? random.uniform(0.1, 0.7) : random.uniform(1.4, 3),
      left: (sigma) => integral((w) => w * w * bell(w, sigma), -12 * sigma, 12 * sigma),
      right: (sigma) => sigma ** 2,
      tolerance: 1e-10,
      wrong: [
        {
          slip: { zh: '标准差当作方差', en: 'the standard deviation taken for the variance' },
          right: (sigma) => sigma,
        },
        {
          slip: { zh: '漏了平方的一半', en: 'half of the square' },
          right: (sigma) => sigma ** 2 / 2,
        },
      ],
    }),
  },
];

/** The density of a normal distribution of mean 0. */
export const bell = (w: number, sigma: number): number =>
  Math.exp(-0.5 * (w / sigma) ** 2) / (sigma * Math.sqrt(2 * Math.PI));
