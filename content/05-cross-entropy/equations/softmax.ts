import { check, type Equation } from '@book/equations';
import {
  byDifferences,
  crossEntropy,
  jacobian,
  type Outputs,
  outputs,
  slopes,
  softmax,
} from './trial';

/** ∂L/∂z by differences of −log a_i. */
const slopesOfSurprise = ({ z, i }: Outputs): number[] =>
  slopes((t) => -Math.log(softmax(t)[i]!), z);
/** The right class first, then the others. */
const wrongClasses = ({ z, i }: Outputs): number[] => [...z.keys()].filter((j) => j !== i);
const slopesOfLoss = ({ z, soft }: Outputs): number[] =>
  slopes((t) => crossEntropy(softmax(t), soft), z);

/** Cross-entropy after softmax. */
export const softmaxEquations: readonly Equation[] = [
  {
    id: 'ce-softmax-jacobian',
    tex: '\\dd{\\acti{L}{i}}{\\zi{L}{j}} = \\acti{L}{i}\\,\\bigl([i=j] - \\acti{L}{j}\\bigr)',
    means: {
      zh: 'softmax 的导数：每个加权和都会改变每一个输出。',
      en: 'The derivative of softmax: every weighted sum moves every output.',
    },
    check: check({
      setup: outputs,
      left: ({ z }) => jacobian(z).flat(),
      right: ({ z }) => {
        const a = softmax(z);
        return a.flatMap((p, i) => a.map((q, j) => p * (Number(i === j) - q)));
      },
      tolerance: byDifferences,
      wrong: [
        {
          slip: { zh: '只有对角线', en: 'only the diagonal' },
          right: ({ z }) => {
            const a = softmax(z);
            return a.flatMap((p, i) => a.map((q, j) => (i === j ? p * (1 - q) : 0)));
          },
        },
        {
          slip: { zh: '漏了 [i=j]', en: '[i=j] left out' },
          right: ({ z }) => {
            const a = softmax(z);
            return a.flatMap((p) => a.map((q) => -p * q));
          },
        },
      ],
    }),
  },
  {
    id: 'ce-softmax-right',
    tex: '\\begin{aligned} \\dd{\\loss}{\\zi{L}{i}} &= -\\frac{1}{\\acti{L}{i}}\\,\\bigl(\\acti{L}{i} - \\acti{L}{i}\\,\\acti{L}{i}\\bigr) \\\\[0.4em] &= \\acti{L}{i} - 1 \\end{aligned}',
    means: {
      zh: '正确类别的梯度：概率减 1，总是负的。',
      en: 'The gradient of the right class: its probability minus 1, never positive.',
    },
    check: check({
      setup: outputs,
      left: (t) => {
        const slope = slopesOfSurprise(t)[t.i]!;
        return [slope, slope];
      },
      right: ({ z, i }) => {
        const a = softmax(z)[i]!;
        return [(-1 / a) * (a - a * a), a - 1];
      },
      tolerance: byDifferences,
      wrong: [
        {
          slip: { zh: '符号反了', en: 'sign turned round' },
          right: ({ z, i }) => {
            const a = softmax(z)[i]!;
            return [1 - a, 1 - a];
          },
        },
        {
          slip: { zh: '没有约掉 a', en: 'a not cancelled' },
          right: ({ z, i }) => {
            const a = softmax(z)[i]!;
            return [a * (a - 1), a * (a - 1)];
          },
        },
      ],
    }),
  },
  {
    id: 'ce-softmax-wrong',
    tex: '\\begin{aligned} \\dd{\\loss}{\\zi{L}{j}} &= -\\frac{1}{\\acti{L}{i}}\\,\\bigl(-\\acti{L}{i}\\,\\acti{L}{j}\\bigr) \\\\[0.4em] &= \\acti{L}{j}, \\qquad j \\ne i \\end{aligned}',
    means: {
      zh: '错误类别的梯度：它得到的概率有多大，就是多大。',
      en: 'The gradient of a wrong class: just the probability that it was given.',
    },
    check: check({
      setup: outputs,
      left: (t) => {
        const all = slopesOfSurprise(t);
        return wrongClasses(t).flatMap((j) => [all[j]!, all[j]!]);
      },
      right: (t) => {
        const a = softmax(t.z);
        return wrongClasses(t).flatMap((j) => [(-1 / a[t.i]!) * -a[t.i]! * a[j]!, a[j]!]);
      },
      tolerance: byDifferences,
      wrong: [
        {
          slip: { zh: '以为错误类别不动', en: 'wrong classes taken to be left alone' },
          right: (t) => wrongClasses(t).flatMap(() => [0, 0]),
        },
        {
          slip: { zh: '符号反了', en: 'sign turned round' },
          right: (t) => wrongClasses(t).flatMap((j) => [-softmax(t.z)[j]!, -softmax(t.z)[j]!]),
        },
        {
          slip: { zh: '写成 a − 1', en: 'a − 1 for these too' },
          right: (t) =>
            wrongClasses(t).flatMap((j) => [softmax(t.z)[j]! - 1, softmax(t.z)[j]! - 1]),
        },
      ],
    }),
  },
  {
    id: 'ce-delta-softmax',
    tex: '\\delt{L} = \\dd{\\loss}{\\z{L}} = \\act{L} - \\y',
    means: {
      zh: 'softmax 配交叉熵：输出层的 δ 就是输出减目标。',
      en: 'Softmax with cross-entropy: δ of the output layer is output minus target.',
    },
    check: check({
      setup: outputs,
      left: slopesOfLoss,
      right: ({ z, soft }) => softmax(z).map((p, j) => p - soft[j]!),
      tolerance: byDifferences,
      wrong: [
        {
          slip: { zh: '又乘了 a(1−a)', en: 'times a(1 − a) as well' },
          right: ({ z, soft }) => softmax(z).map((p, j) => (p - soft[j]!) * p * (1 - p)),
        },
        {
          slip: { zh: '目标减输出', en: 'target minus output' },
          right: ({ z, soft }) => softmax(z).map((p, j) => soft[j]! - p),
        },
        {
          slip: { zh: '又乘了 y', en: 'times y as well' },
          right: ({ z, soft }) => softmax(z).map((p, j) => (p - soft[j]!) * soft[j]!),
        },
        {
          slip: { zh: '对概率又做了一次 softmax', en: 'softmax of the probabilities once more' },
          right: ({ z, soft }) => softmax(softmax(z)).map((p, j) => p - soft[j]!),
        },
      ],
    }),
  },
];
