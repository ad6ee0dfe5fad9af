import { check, type Equation } from '@book/equations';
import { Matrix, type Random, softmax, softmaxBackward, softmaxJacobian } from '@engine';
import {
  anySum,
  byDifferences,
  jacobianByDifferences,
  logistic,
  plainSoftmax,
  anyLogits as setup,
  slipOf,
} from './tools';

const slip = slipOf<number[]>();

const ofEngine = (z: readonly number[]): number[] => softmax(Matrix.column(z)).toColumn();
const largest = (z: readonly number[]): number => Math.max(...z);
const pairs = (n: number): [number, number][] =>
  Array.from({ length: n * n }, (_, k) => [Math.floor(k / n), k % n]);

interface Shifted {
  z: number[];
  c: number;
}
const shiftedSlip = slipOf<Shifted>();
const shifted = (random: Random): Shifted => ({ z: setup(random), c: anySum(random) });
/** A temperature away from 1, where it would change nothing. */
const tempered = (random: Random): Shifted => ({
  z: setup(random),
  c: random.bernoulli(0.5) ? random.uniform(0.3, 0.7) : random.uniform(1.5, 4),
});

/** Samples as rows, n classes each: what frameworks hold. */
const rowsOfLogits = (random: Random): Matrix =>
  Matrix.from(Array.from({ length: 3 }, () => setup(random)));

export const softmaxEquations: readonly Equation[] = [
  {
    id: 'act-softmax',
    tex: '\\posti{i} = \\frac{e^{\\prei{i}}}{\\sum_{k=1}^{n} e^{\\prei{k}}}, \\quad i = 1, \\dots, n',
    means: {
      zh: 'softmax：n 个加权和变成 n 个概率，加起来等于 1。',
      en: 'Softmax turns n weighted sums into n probabilities that add up to 1.',
    },
    check: check({
      setup,
      left: ofEngine,
      // Each probability from the differences to its own logit: no sum is divided by.
      right: (z) => z.map((own) => 1 / z.reduce((sum, other) => sum + Math.exp(other - own), 0)),
      wrong: [
        slip('own term left out of the denominator', '分母漏掉了自己那一项', (z) => {
          const e = z.map(Math.exp);
          const total = e.reduce((p, q) => p + q);
          return e.map((one) => one / (total - one));
        }),
        slip('divided by the sum of the z', '除以各个 z 的和', (z) => {
          const total = z.reduce((p, q) => p + q);
          return z.map((one) => one / total);
        }),
        slip('divided by the largest term', '除以最大的一项', (z) =>
          z.map((one) => Math.exp(one - largest(z))),
        ),
      ],
    }),
    rows: {
      tex: '\\posti{si} = \\frac{e^{\\prei{si}}}{\\sum_{k=1}^{n} e^{\\prei{sk}}}',
      shapes: '(m\\times n) = (m\\times n)',
      check: check({
        setup: rowsOfLogits,
        left: (Z) => Z.toRows().flatMap(ofEngine),
        right: (Z) => Z.toRows().flatMap(plainSoftmax),
        wrong: [
          slipOf<Matrix>()('summed over the samples', '沿样本求和（dim 写错）', (Z) => {
            const columns = Array.from({ length: Z.cols }, (_, i) => plainSoftmax(Z.toColumn(i)));
            return Z.toRows().flatMap((row, s) => row.map((_, i) => columns[i]![s]!));
          }),
        ],
      }),
    },
  },
  {
    id: 'act-softmax-ratio',
    tex: '\\frac{\\posti{i}}{\\posti{j}} = e^{\\prei{i} - \\prei{j}}',
    means: {
      zh: '两个概率之比只取决于两个加权和之差。',
      en: 'The ratio of two probabilities depends on the difference of their sums alone.',
    },
    check: check({
      setup,
      left: (z) => {
        const a = ofEngine(z);
        return pairs(z.length).map(([i, j]) => a[i]! / a[j]!);
      },
      right: (z) => pairs(z.length).map(([i, j]) => Math.exp(z[i]! - z[j]!)),
      wrong: [
        slip('the ratio of the sums', '写成加权和之比', (z) =>
          pairs(z.length).map(([i, j]) => z[i]! / z[j]!),
        ),
        slip('the difference turned round', '差写反了', (z) =>
          pairs(z.length).map(([i, j]) => Math.exp(z[j]! - z[i]!)),
        ),
      ],
    }),
  },
  {
    id: 'act-softmax-temperature',
    tex: '\\posti{i} = \\frac{e^{\\prei{i}/T}}{\\sum_{k=1}^{n} e^{\\prei{k}/T}}, \\qquad T > 0',
    means: {
      zh: '带温度的 softmax：T 越大，概率越平均；越小，越集中。',
      en: 'Softmax with a temperature: a large T evens out, a small one sharpens.',
    },
    check: check({
      setup: tempered,
      left: ({ z, c }) => ofEngine(z.map((one) => one / c)),
      // The same from the probabilities at T = 1: raised to 1/T and made to add up to 1 again.
      right: ({ z, c }) => {
        const powers = plainSoftmax(z).map((a) => a ** (1 / c));
        const total = powers.reduce((p, q) => p + q);
        return powers.map((one) => one / total);
      },
      wrong: [
        shiftedSlip('multiplied by T', '乘了 T', ({ z, c }) =>
          plainSoftmax(z.map((one) => one * c)),
        ),
        shiftedSlip('the probabilities divided by T', '把概率除以 T', ({ z, c }) =>
          plainSoftmax(z).map((a) => a / c),
        ),
      ],
    }),
  },
];

export const stabilityEquations: readonly Equation[] = [
  {
    id: 'act-softmax-shift',
    tex: '\\frac{e^{\\prei{i} + c}}{\\sum_{k=1}^{n} e^{\\prei{k} + c}} = \\frac{e^{\\prei{i}}}{\\sum_{k=1}^{n} e^{\\prei{k}}}',
    means: {
      zh: '平移不变：所有加权和同加一个数，概率不变。',
      en: 'Shift invariance: one number added to all sums changes no probability.',
    },
    check: check({
      setup: shifted,
      left: ({ z, c }) => plainSoftmax(z.map((one) => one + c)),
      right: ({ z }) => ofEngine(z),
      wrong: [
        shiftedSlip('scaled instead of shifted', '当成了乘以一个数', ({ z, c }) =>
          plainSoftmax(z.map((one) => one * c)),
        ),
        shiftedSlip('shifted in the numerator only', '只平移了分子', ({ z, c }) =>
          plainSoftmax(z).map((a) => a * Math.exp(c)),
        ),
      ],
    }),
  },
  {
    id: 'act-softmax-stable',
    tex: '\\begin{gathered} \\posti{i} = \\frac{e^{\\prei{i} - M}}{\\sum_{k=1}^{n} e^{\\prei{k} - M}}, \\\\[0.6em] M = \\max_{k} \\prei{k} \\end{gathered}',
    means: {
      zh: '算得出的写法：先减去最大的加权和，指数就不会大于 0。',
      en: 'The form that computes: subtract the largest sum first, and no exponent exceeds 0.',
    },
    check: check({
      // Sums around 2000 and −2000 at once: e^2000 is no number of the computer’s.
      setup: (random) => [
        2000 + anySum(random),
        2001.5 + anySum(random) / 5,
        1998,
        -2000 + anySum(random),
      ],
      left: (z) => z.map((own) => 1 / z.reduce((sum, other) => sum + Math.exp(other - own), 0)),
      right: ofEngine,
      wrong: [
        slip('nothing subtracted', '什么也没减', plainSoftmax),
        slip('the smallest subtracted', '减去了最小的', (z) =>
          plainSoftmax(z.map((one) => one - Math.min(...z))),
        ),
        slip('the mean subtracted', '减去了平均值', (z) => {
          const mean = z.reduce((p, q) => p + q) / z.length;
          return plainSoftmax(z.map((one) => one - mean));
        }),
        slip('subtracted in the numerator only', '只在分子里减', (z) => {
          const total = z.reduce((sum, one) => sum + Math.exp(one), 0);
          return z.map((one) => Math.exp(one - largest(z)) / total);
        }),
      ],
    }),
  },
];

/** The entries of J on its diagonal, or off it. */
const entries = (J: readonly (readonly number[])[], diagonal: boolean): number[] =>
  J.flatMap((row, i) => row.filter((_, j) => (i === j) === diagonal));
/** a_i and a_j for every entry off the diagonal. */
const offDiagonal = (z: readonly number[], of: (ai: number, aj: number) => number): number[] => {
  const a = plainSoftmax(z);
  return a.flatMap((ai, i) => a.flatMap((aj, j) => (i === j ? [] : [of(ai, aj)])));
};

interface Blamed {
  z: number[];
  g: number[];
}
const blamedSlip = slipOf<Blamed>();
const blamed = (random: Random): Blamed => {
  const z = setup(random);
  return { z, g: z.map(() => anySum(random)) };
};
const dot = (p: readonly number[], q: readonly number[]): number =>
  p.reduce((sum, one, i) => sum + one * q[i]!, 0);

export const jacobianEquations: readonly Equation[] = [
  {
    id: 'act-softmax-own',
    tex: '\\frac{\\partial \\posti{i}}{\\partial \\prei{i}} = \\posti{i} - \\posti{i}^2 = \\posti{i}\\,(1 - \\posti{i})',
    means: {
      zh: '概率对自己的加权和的斜率：总是正的。',
      en: 'The slope of a probability by its own sum: always positive.',
    },
    check: check({
      setup,
      left: (z) => entries(jacobianByDifferences(z), true),
      right: (z) => entries(softmaxJacobian(ofEngine(z)).toRows(), true),
      tolerance: byDifferences,
      wrong: [
        slip('the product −a² alone', '只写了 −a²', (z) => plainSoftmax(z).map((a) => -a * a)),
        slip('only the derivative of the numerator', '只对分子求了导', plainSoftmax),
      ],
    }),
  },
  {
    id: 'act-softmax-other',
    tex: '\\frac{\\partial \\posti{i}}{\\partial \\prei{j}} = -\\posti{i}\\,\\posti{j}, \\qquad i \\ne j',
    means: {
      zh: '概率对别人的加权和的斜率：总是负的。',
      en: 'The slope of a probability by another’s sum: always negative.',
    },
    check: check({
      setup,
      left: (z) => entries(jacobianByDifferences(z), false),
      right: (z) => entries(softmaxJacobian(ofEngine(z)).toRows(), false),
      tolerance: byDifferences,
      wrong: [
        slip('zero, as if units did not meet', '写成 0，好像各单元互不相干', (z) =>
          offDiagonal(z, () => 0),
        ),
        slip('the minus lost', '漏了负号', (z) => offDiagonal(z, (ai, aj) => ai * aj)),
        slip('−a_j² instead of −a_i a_j', '写成 −a_j²', (z) => offDiagonal(z, (_, aj) => -aj * aj)),
      ],
    }),
  },
  {
    id: 'act-softmax-jacobian',
    tex: '\\frac{\\partial \\post}{\\partial \\pre} = \\operatorname{diag}(\\post) - \\post\\,\\post^{\\top}',
    means: {
      zh: 'softmax 的雅可比矩阵：所有斜率排成 n×n 的一张表。',
      en: 'The Jacobian of softmax: all slopes in one n×n table.',
    },
    check: check({
      setup,
      left: (z) => Matrix.from(jacobianByDifferences(z)),
      right: (z) => softmaxJacobian(ofEngine(z)),
      tolerance: byDifferences,
      wrong: [
        slip('only the diagonal a(1 − a)', '只有对角线 a(1 − a)', (z) => {
          const a = plainSoftmax(z);
          return Matrix.from(a.map((one, i) => a.map((_, j) => (i === j ? one * (1 - one) : 0))));
        }),
        slip('a plus sign', '减号写成加号', (z) => {
          const a = plainSoftmax(z);
          return Matrix.from(a.map((p, i) => a.map((q, j) => (i === j ? p : 0) + p * q)));
        }),
        slip('the number aᵀa instead of the table a aᵀ', '写成 aᵀa，那是一个数', (z) => {
          const a = plainSoftmax(z);
          const square = dot(a, a);
          return Matrix.from(a.map((p, i) => a.map((_, j) => (i === j ? p : 0) - square)));
        }),
      ],
    }),
  },
  {
    id: 'act-softmax-backward',
    tex: '\\begin{aligned} \\erri{j} &= \\dd{\\loss}{\\prei{j}} \\\\[0.4em] &= \\posti{j}\\,\\Bigl(\\dd{\\loss}{\\posti{j}} - \\sum_{i=1}^{n} \\posti{i}\\,\\dd{\\loss}{\\posti{i}}\\Bigr) \\end{aligned}',
    means: {
      zh: '反向经过 softmax：不用真的建立雅可比矩阵。',
      en: 'Going back through softmax, without ever building the Jacobian.',
    },
    check: check({
      setup: blamed,
      left: ({ z, g }) => {
        const J = jacobianByDifferences(z);
        return z.map((_, j) =>
          dot(
            J.map((row) => row[j]!),
            g,
          ),
        );
      },
      right: ({ z, g }) => {
        const a = Matrix.column(ofEngine(z));
        return softmaxBackward(a, Matrix.column(g), Matrix.zeros(z.length, 1)).toColumn();
      },
      tolerance: byDifferences,
      wrong: [
        blamedSlip('only the own slope a(1 − a)', '只乘了自己的斜率 a(1 − a)', ({ z, g }) =>
          plainSoftmax(z).map((a, j) => a * (1 - a) * g[j]!),
        ),
        blamedSlip('the plain mean of the blames subtracted', '减去的是普通平均', ({ z, g }) => {
          const mean = g.reduce((p, q) => p + q) / g.length;
          return plainSoftmax(z).map((a, j) => a * (g[j]! - mean));
        }),
        blamedSlip('nothing subtracted', '什么也没减', ({ z, g }) =>
          plainSoftmax(z).map((a, j) => a * g[j]!),
        ),
      ],
    }),
  },
];

export const twoClassEquations: readonly Equation[] = [
  {
    id: 'act-softmax-two',
    tex: '\\posti{1} = \\frac{e^{\\prei{1}}}{e^{\\prei{1}} + e^{\\prei{2}}} = \\sigma(\\prei{1} - \\prei{2})',
    means: {
      zh: '两个类别的 softmax，就是两个加权和之差的 Sigmoid。',
      en: 'Softmax of two classes is the sigmoid of the difference of their sums.',
    },
    check: check({
      setup: (random) => [anySum(random), 3 + anySum(random) / 3],
      left: ([p = 0, q = 0]) => {
        const a = ofEngine([p, q])[0]!;
        return [a, a];
      },
      right: ([p = 0, q = 0]) => [Math.exp(p) / (Math.exp(p) + Math.exp(q)), logistic(p - q)],
      wrong: [
        slip('the sigmoid of its own sum', '写成自己的 Sigmoid', ([p = 0, q = 0]) => [
          plainSoftmax([p, q])[0]!,
          logistic(p),
        ]),
        slip('the difference turned round', '差写反了', ([p = 0, q = 0]) => [
          plainSoftmax([p, q])[0]!,
          logistic(q - p),
        ]),
      ],
    }),
  },
];
