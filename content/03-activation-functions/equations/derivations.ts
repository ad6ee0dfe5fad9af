import type { Derivation } from '@book/equations';
import {
  anyLogits,
  anySum,
  byDifferences,
  jacobianByDifferences,
  logistic,
  plainSoftmax,
  sameLine,
  slipOf,
  slopeOf,
} from './tools';

const slip = slipOf<number>();
const listSlip = slipOf<number[]>();

const { exp } = Math;
const sigmoidOne = (z: number): number => exp(-z) / (1 + exp(-z)) ** 2;
const sigmoidTwo = (z: number): number => (1 / (1 + exp(-z))) * (exp(-z) / (1 + exp(-z)));
const sigmoidThree = (z: number): number => logistic(z) * (1 - logistic(z));

const sigmoidSlope: Derivation = {
  id: 'act-sigmoid-derivation',
  title: { zh: 'Sigmoid 的导数从哪里来', en: 'Where the slope of the sigmoid comes from' },
  steps: [
    {
      tex: "\\sigma'(\\pre) = \\frac{d}{d\\pre}\\,\\bigl(1 + e^{-\\pre}\\bigr)^{-1}",
      why: {
        zh: 'Sigmoid 的定义，写成 −1 次方。',
        en: 'The definition of the sigmoid, written as a power of −1.',
      },
    },
    {
      tex: '= \\frac{e^{-\\pre}}{\\bigl(1 + e^{-\\pre}\\bigr)^{2}}',
      why: {
        zh: '链式法则：外层给出 −1 乘以 −2 次方，内层给出 $-e^{-\\pre}$，两个负号相消。',
        en: 'The chain rule: the outside gives −1 times a power of −2, the inside $-e^{-\\pre}$; the two minus signs cancel.',
      },
      check: sameLine(
        anySum,
        (z) => slopeOf(logistic, z),
        sigmoidOne,
        slip('the inner derivative lost', '漏了内层的导数', (z) => -1 / (1 + exp(-z)) ** 2),
        byDifferences,
      ),
    },
    {
      tex: '= \\frac{1}{1 + e^{-\\pre}} \\cdot \\frac{e^{-\\pre}}{1 + e^{-\\pre}}',
      why: {
        zh: '拆成两个分式。第一个就是 $\\sigma(\\pre)$。',
        en: 'Split into two fractions. The first is $\\sigma(\\pre)$ itself.',
      },
      check: sameLine(
        anySum,
        sigmoidOne,
        sigmoidTwo,
        slip('one factor lost', '漏了一个因子', (z) => exp(-z) / (1 + exp(-z))),
      ),
    },
    {
      tex: '= \\sigma(\\pre)\\,\\bigl(1 - \\sigma(\\pre)\\bigr)',
      why: {
        zh: '第二个分式的分子写成 $(1 + e^{-\\pre}) - 1$，它就是 $1 - \\sigma(\\pre)$。',
        en: 'Write the second numerator as $(1 + e^{-\\pre}) - 1$: that fraction is $1 - \\sigma(\\pre)$.',
      },
      check: sameLine(
        anySum,
        sigmoidTwo,
        sigmoidThree,
        slip('1 + σ instead of 1 − σ', '写成 1 + σ', (z) => logistic(z) * (1 + logistic(z))),
      ),
    },
  ],
};

const tanhZero = (z: number): number => (exp(z) - exp(-z)) / (exp(z) + exp(-z));
const tanhOne = (z: number): number => (1 - exp(-2 * z)) / (1 + exp(-2 * z));
const tanhTwo = (z: number): number => (2 - (1 + exp(-2 * z))) / (1 + exp(-2 * z));
const tanhThree = (z: number): number => 2 / (1 + exp(-2 * z)) - 1;

const tanhForms: Derivation = {
  id: 'act-tanh-derivation',
  title: { zh: 'tanh 为什么是变了形的 Sigmoid', en: 'Why tanh is a sigmoid in disguise' },
  steps: [
    {
      tex: '\\tanh \\pre = \\frac{e^{\\pre} - e^{-\\pre}}{e^{\\pre} + e^{-\\pre}}',
      why: { zh: 'tanh 的定义。', en: 'The definition of tanh.' },
    },
    {
      tex: '= \\frac{1 - e^{-2\\pre}}{1 + e^{-2\\pre}}',
      why: {
        zh: '分子、分母同乘 $e^{-\\pre}$。',
        en: 'Multiply numerator and denominator by $e^{-\\pre}$.',
      },
      check: sameLine(
        anySum,
        tanhZero,
        tanhOne,
        slip('e^(−z) instead of e^(−2z)', '写成 e^(−z)', (z) => (1 - exp(-z)) / (1 + exp(-z))),
      ),
    },
    {
      tex: '= \\frac{2 - \\bigl(1 + e^{-2\\pre}\\bigr)}{1 + e^{-2\\pre}}',
      why: {
        zh: '把分子改写成含有分母的样子。',
        en: 'Rewrite the numerator so that the denominator appears in it.',
      },
      check: sameLine(
        anySum,
        tanhOne,
        tanhTwo,
        slip('1 instead of 2', '2 写成了 1', (z) => (1 - (1 + exp(-2 * z))) / (1 + exp(-2 * z))),
      ),
    },
    {
      tex: '= \\frac{2}{1 + e^{-2\\pre}} - 1',
      why: { zh: '约分。', en: 'Cancel.' },
      check: sameLine(
        anySum,
        tanhTwo,
        tanhThree,
        slip('the −1 lost', '漏了 −1', (z) => 2 / (1 + exp(-2 * z))),
      ),
    },
    {
      tex: '= 2\\,\\sigma(2\\pre) - 1',
      why: {
        zh: '分式是 Sigmoid 在 $2\\pre$ 处的值的两倍。',
        en: 'The fraction is twice the sigmoid at $2\\pre$.',
      },
      check: sameLine(
        anySum,
        tanhThree,
        (z) => 2 * logistic(2 * z) - 1,
        slip('σ(z) instead of σ(2z)', '写成 σ(z)', (z) => 2 * logistic(z) - 1),
      ),
    },
  ],
};

const slopeTwo = (z: number): number => 4 * logistic(2 * z) * (1 - logistic(2 * z));
const slopeThree = (z: number): number => (1 + Math.tanh(z)) * (1 - Math.tanh(z));

const tanhSlope: Derivation = {
  id: 'act-tanh-slope-derivation',
  title: { zh: 'tanh 的导数从哪里来', en: 'Where the slope of tanh comes from' },
  steps: [
    {
      tex: "\\tanh'\\pre = \\frac{d}{d\\pre}\\,\\bigl(2\\,\\sigma(2\\pre) - 1\\bigr)",
      why: { zh: 'tanh 写成 Sigmoid 的样子。', en: 'Tanh written as a sigmoid.' },
    },
    {
      tex: "= 4\\,\\sigma'(2\\pre)",
      why: {
        zh: '前面有因子 2，内层 $2\\pre$ 的导数又是 2。',
        en: 'One factor 2 stands in front, another is the derivative of the inside, $2\\pre$.',
      },
      check: sameLine(
        anySum,
        (z) => slopeOf(Math.tanh, z),
        slopeTwo,
        slip('the inner 2 lost', '漏了内层的 2', (z) => slopeTwo(z) / 2),
        byDifferences,
      ),
    },
    {
      tex: '= 2\\,\\sigma(2\\pre) \\cdot 2\\,\\bigl(1 - \\sigma(2\\pre)\\bigr)',
      why: { zh: 'Sigmoid 的导数。', en: 'The slope of the sigmoid.' },
      check: sameLine(
        anySum,
        (z) => 4 * slopeOf(logistic, 2 * z),
        slopeTwo,
        slip('the slope taken at z', '斜率取在 z 处', (z) => slopeTwo(z / 2)),
        byDifferences,
      ),
    },
    {
      tex: '= (1 + \\tanh \\pre)\\,(1 - \\tanh \\pre)',
      why: {
        zh: '$2\\,\\sigma(2\\pre)$ 等于 $\\tanh\\pre$ 加 1，代进两个因子。',
        en: '$2\\,\\sigma(2\\pre)$ is $\\tanh\\pre$ plus 1; put it into both factors.',
      },
      check: sameLine(
        anySum,
        slopeTwo,
        slopeThree,
        slip('the same sign twice', '两个括号同号', (z) => (1 + Math.tanh(z)) ** 2),
      ),
    },
    {
      tex: '= 1 - \\tanh^2 \\pre',
      why: { zh: '乘开。', en: 'Multiply out.' },
      check: sameLine(
        anySum,
        slopeThree,
        (z) => 1 - Math.tanh(z) ** 2,
        slip('1 + tanh²', '写成 1 + tanh²', (z) => 1 + Math.tanh(z) ** 2),
      ),
    },
  ],
};

const sum = (z: readonly number[]): number => z.reduce((total, one) => total + exp(one), 0);
const own = (J: readonly (readonly number[])[]): number[] => J.map((row, i) => row[i]!);
const ownOne = (z: readonly number[]): number[] =>
  z.map((one) => (exp(one) * sum(z) - exp(one) * exp(one)) / sum(z) ** 2);
const ownTwo = (z: readonly number[]): number[] =>
  z.map((one) => exp(one) / sum(z) - (exp(one) / sum(z)) ** 2);

const softmaxOwn: Derivation = {
  id: 'act-softmax-own-derivation',
  title: { zh: '对自己的加权和求导', en: 'The slope by its own sum' },
  steps: [
    {
      tex: '\\frac{\\partial \\posti{i}}{\\partial \\prei{i}} = \\frac{\\partial}{\\partial \\prei{i}}\\,\\frac{e^{\\prei{i}}}{\\sum_{k} e^{\\prei{k}}}',
      why: { zh: 'softmax 的定义。', en: 'The definition of softmax.' },
    },
    {
      tex: '= \\frac{e^{\\prei{i}} \\sum_{k} e^{\\prei{k}} - e^{\\prei{i}}\\,e^{\\prei{i}}}{\\bigl(\\sum_{k} e^{\\prei{k}}\\bigr)^2}',
      why: {
        zh: '商的求导法则。$\\prei{i}$ 在分子里出现一次，在分母的和里也出现一次，两处的导数都是 $e^{\\prei{i}}$。',
        en: 'The quotient rule. $\\prei{i}$ stands once in the numerator and once in the sum of the denominator; both derivatives are $e^{\\prei{i}}$.',
      },
      check: sameLine(
        anyLogits,
        (z) => own(jacobianByDifferences(z)),
        ownOne,
        listSlip('the denominator held fixed', '把分母当成常数', plainSoftmax),
        byDifferences,
      ),
    },
    {
      tex: '= \\frac{e^{\\prei{i}}}{\\sum_{k} e^{\\prei{k}}} - \\Bigl(\\frac{e^{\\prei{i}}}{\\sum_{k} e^{\\prei{k}}}\\Bigr)^2',
      why: { zh: '拆开，第一项约去一个和。', en: 'Split; in the first term one sum cancels.' },
      check: sameLine(
        anyLogits,
        ownOne,
        ownTwo,
        listSlip('the square lost', '漏了平方', (z) => plainSoftmax(z).map((a) => a - a)),
      ),
    },
    {
      tex: '= \\posti{i} - \\posti{i}^2',
      why: { zh: '两个分式都是 $\\posti{i}$。', en: 'Both fractions are $\\posti{i}$.' },
      check: sameLine(
        anyLogits,
        ownTwo,
        (z) => plainSoftmax(z).map((a) => a - a * a),
        listSlip('1 − a² instead of a − a²', '写成 1 − a²', (z) =>
          plainSoftmax(z).map((a) => 1 - a * a),
        ),
      ),
    },
  ],
};

const others = (
  z: readonly number[],
  of: (zi: number, zj: number, i: number, j: number) => number,
): number[] => z.flatMap((zi, i) => z.flatMap((zj, j) => (i === j ? [] : [of(zi, zj, i, j)])));

const softmaxOther: Derivation = {
  id: 'act-softmax-other-derivation',
  title: { zh: '对别人的加权和求导', en: 'The slope by another’s sum' },
  steps: [
    {
      tex: '\\frac{\\partial \\posti{i}}{\\partial \\prei{j}} = \\frac{\\partial}{\\partial \\prei{j}}\\,\\frac{e^{\\prei{i}}}{\\sum_{k} e^{\\prei{k}}}, \\qquad i \\ne j',
      why: {
        zh: '这次 $\\prei{j}$ 不在分子里，只在分母的和里。',
        en: 'This time $\\prei{j}$ is not in the numerator, only in the sum of the denominator.',
      },
    },
    {
      tex: '= \\frac{0 - e^{\\prei{i}}\\,e^{\\prei{j}}}{\\bigl(\\sum_{k} e^{\\prei{k}}\\bigr)^2}',
      why: {
        zh: '商的求导法则：分子的导数是 0，分母的导数是 $e^{\\prei{j}}$。',
        en: 'The quotient rule: the numerator’s derivative is 0, that of the sum $e^{\\prei{j}}$.',
      },
      check: sameLine(
        anyLogits,
        (z) => {
          const J = jacobianByDifferences(z);
          return others(z, (_zi, _zj, i, j) => J[i]![j]!);
        },
        (z) => others(z, (zi, zj) => -(exp(zi) * exp(zj)) / sum(z) ** 2),
        listSlip('the minus of the quotient rule lost', '漏了商的求导法则里的负号', (z) =>
          others(z, (zi, zj) => (exp(zi) * exp(zj)) / sum(z) ** 2),
        ),
        byDifferences,
      ),
    },
    {
      tex: '= -\\posti{i}\\,\\posti{j}',
      why: {
        zh: '每个和分给一个指数，得到两个概率。',
        en: 'Give each exponential one of the two sums: two probabilities.',
      },
      check: sameLine(
        anyLogits,
        (z) => others(z, (zi, zj) => -(exp(zi) * exp(zj)) / sum(z) ** 2),
        (z) => {
          const a = plainSoftmax(z);
          return others(z, (_zi, _zj, i, j) => -a[i]! * a[j]!);
        },
        listSlip('both sums given to one', '两个和都分给了同一个', (z) => {
          const a = plainSoftmax(z);
          return others(z, (_zi, _zj, _i, j) => -a[j]! * a[j]!);
        }),
      ),
    },
  ],
};

const softmaxTwo: Derivation = {
  id: 'act-softmax-two-derivation',
  title: { zh: '两个类别时，softmax 变成 Sigmoid', en: 'With two classes softmax is a sigmoid' },
  steps: [
    {
      tex: '\\posti{1} = \\frac{e^{\\prei{1}}}{e^{\\prei{1}} + e^{\\prei{2}}}',
      why: { zh: '两个类别的 softmax。', en: 'Softmax of two classes.' },
    },
    {
      tex: '= \\frac{1}{1 + e^{\\prei{2} - \\prei{1}}}',
      why: {
        zh: '分子、分母同除以 $e^{\\prei{1}}$。',
        en: 'Divide numerator and denominator by $e^{\\prei{1}}$.',
      },
      check: sameLine(
        anyLogits,
        ([p = 0, q = 0]) => exp(p) / (exp(p) + exp(q)),
        ([p = 0, q = 0]) => 1 / (1 + exp(q - p)),
        listSlip(
          'the difference turned round',
          '差写反了',
          ([p = 0, q = 0]) => 1 / (1 + exp(p - q)),
        ),
      ),
    },
    {
      tex: '= \\sigma(\\prei{1} - \\prei{2})',
      why: {
        zh: 'Sigmoid 的定义，指数上是 $-(\\prei{1} - \\prei{2})$。',
        en: 'The definition of the sigmoid, with $-(\\prei{1} - \\prei{2})$ in the exponent.',
      },
      check: sameLine(
        anyLogits,
        ([p = 0, q = 0]) => 1 / (1 + exp(q - p)),
        ([p = 0, q = 0]) => logistic(p - q),
        listSlip('the sum instead of the difference', '写成了和', ([p = 0, q = 0]) =>
          logistic(p + q),
        ),
      ),
    },
  ],
};

export const derivations: readonly Derivation[] = [
  sigmoidSlope,
  tanhForms,
  tanhSlope,
  softmaxOwn,
  softmaxOther,
  softmaxTwo,
];
