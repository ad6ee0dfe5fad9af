import { check, type Equation } from '@book/equations';
import {
  binaryCrossEntropy,
  byDifferences,
  crossEntropy,
  each,
  engineLoss,
  type Outputs,
  outputs,
  sigma,
  slopes,
  squaredError,
} from './trial';

const activations = ({ z }: Outputs): number[] => z.map(sigma);
/** ∂L/∂z of the note's loss by differences. */
const noteSlopes = ({ z, oneHot }: Outputs): number[] =>
  slopes((t) => crossEntropy(t.map(sigma), oneHot), z);
const wrongClasses = ({ z, i }: Outputs): number[] => [...z.keys()].filter((j) => j !== i);

/** What sigmoid outputs do with the note's loss. */
export const noteEquations: readonly Equation[] = [
  {
    id: 'ce-sigmoid-right',
    tex: '\\begin{aligned} \\dd{\\loss}{\\zi{L}{i}} &= -\\frac{1}{\\acti{L}{i}}\\,\\acti{L}{i}\\,\\bigl(1 - \\acti{L}{i}\\bigr) \\\\[0.4em] &= \\acti{L}{i} - 1 \\end{aligned}',
    means: {
      zh: 'Sigmoid 配这个损失，正确类别的梯度：输出减 1。',
      en: 'With sigmoid and this loss, the gradient of the right class: its output minus 1.',
    },
    check: check({
      setup: outputs,
      left: (t) => [noteSlopes(t)[t.i]!, noteSlopes(t)[t.i]!],
      right: (t) => {
        const a = activations(t)[t.i]!;
        return [(-1 / a) * a * (1 - a), a - 1];
      },
      tolerance: byDifferences,
      wrong: [
        {
          slip: { zh: '漏了 Sigmoid 的斜率', en: 'the slope of the sigmoid left out' },
          right: (t) => [-1 / activations(t)[t.i]!, -1 / activations(t)[t.i]!],
        },
        {
          slip: { zh: '符号反了', en: 'sign turned round' },
          right: (t) => [1 - activations(t)[t.i]!, 1 - activations(t)[t.i]!],
        },
      ],
    }),
  },
  {
    id: 'ce-sigmoid-wrong',
    tex: '\\dd{\\loss}{\\zi{L}{j}} = 0, \\qquad j \\ne i',
    means: {
      zh: '错误类别的梯度恰为零：损失里根本没有它们。',
      en: 'The gradient of a wrong class is exactly zero: the loss does not contain it.',
    },
    check: check({
      setup: outputs,
      left: (t) => wrongClasses(t).map((j) => noteSlopes(t)[j]!),
      right: (t) => wrongClasses(t).map(() => 0),
      tolerance: byDifferences,
      wrong: [
        {
          slip: { zh: '写成 a（那是 softmax 的结果）', en: 'a, as with softmax' },
          right: (t) => wrongClasses(t).map((j) => activations(t)[j]!),
        },
        {
          slip: { zh: '写成 a − 1', en: 'a − 1 for these too' },
          right: (t) => wrongClasses(t).map((j) => activations(t)[j]! - 1),
        },
      ],
    }),
  },
  {
    id: 'ce-delta-note',
    tex: '\\delt{L} = \\dd{\\loss}{\\z{L}} = (\\act{L} - \\y) \\had \\y',
    means: {
      zh: '两种情形合写：乘上 y，错误类别就全被抹成零。',
      en: 'Both cases in one: the factor y wipes out every wrong class.',
    },
    check: check({
      setup: outputs,
      left: noteSlopes,
      right: (t) => each(activations(t), t.oneHot, (a, y) => (a - y) * y),
      tolerance: byDifferences,
      wrong: [
        {
          slip: {
            zh: '写成 a − y（那要用二元交叉熵）',
            en: 'a − y, which needs binary cross-entropy',
          },
          right: (t) => each(activations(t), t.oneHot, (a, y) => a - y),
        },
        {
          slip: { zh: '乘了 a 而不是 y', en: 'times a instead of y' },
          right: (t) => each(activations(t), t.oneHot, (a, y) => (a - y) * a),
        },
      ],
    }),
  },
];

/** What libraries do with sigmoid outputs. */
export const binaryEquations: readonly Equation[] = [
  {
    id: 'ce-bce',
    tex: '\\begin{aligned} &\\loss = -\\sum_{j=1}^{\\units{L}} \\Bigl[\\,\\yout{j} \\log \\acti{L}{j} \\\\ &\\qquad + (1 - \\yout{j}) \\log\\bigl(1 - \\acti{L}{j}\\bigr)\\Bigr] \\end{aligned}',
    means: {
      zh: '二元交叉熵：每个输出各答一个是非题，答“否”也要负责。',
      en: 'Binary cross-entropy: every output answers a yes-or-no question, and answers for its “no” too.',
    },
    check: check({
      setup: outputs,
      left: ({ z, soft }) => engineLoss('binaryCrossEntropy', z, soft),
      right: (t) => binaryCrossEntropy(activations(t), t.soft),
      wrong: [
        {
          slip: { zh: '只有第一项（原笔记的写法）', en: 'only the first term (as in the note)' },
          right: (t) => crossEntropy(activations(t), t.soft),
        },
        {
          slip: { zh: '第二项写成 (1−y) log a', en: '(1 − y) log a in the second term' },
          right: (t) =>
            crossEntropy(activations(t), t.soft) +
            crossEntropy(
              activations(t),
              t.soft.map((y) => 1 - y),
            ),
        },
        {
          slip: { zh: '除以了输出的个数', en: 'divided by the number of outputs' },
          right: (t) => binaryCrossEntropy(activations(t), t.soft) / t.z.length,
        },
      ],
    }),
  },
  {
    id: 'ce-bce-slope',
    tex: '\\dd{\\loss}{\\acti{L}{j}} = \\frac{\\acti{L}{j} - \\yout{j}}{\\acti{L}{j}\\,\\bigl(1 - \\acti{L}{j}\\bigr)}',
    means: {
      zh: '二元交叉熵对一个输出的斜率，分母恰好是 Sigmoid 的斜率。',
      en: 'The slope of binary cross-entropy by an output; its denominator is just the slope of the sigmoid.',
    },
    check: check({
      setup: outputs,
      left: (t) => slopes((a) => binaryCrossEntropy(a, t.soft), activations(t)),
      right: (t) => each(activations(t), t.soft, (a, y) => (a - y) / (a * (1 - a))),
      tolerance: 1e-6,
      wrong: [
        {
          slip: { zh: '漏了分母', en: 'the denominator left out' },
          right: (t) => each(activations(t), t.soft, (a, y) => a - y),
        },
        {
          slip: { zh: '第二项的符号', en: 'sign of the second term' },
          right: (t) => each(activations(t), t.soft, (a, y) => -y / a - (1 - y) / (1 - a)),
        },
      ],
    }),
  },
  {
    id: 'ce-delta-bce',
    tex: '\\delt{L} = \\dd{\\loss}{\\z{L}} = \\act{L} - \\y',
    means: {
      zh: 'Sigmoid 配二元交叉熵：δ 又是输出减目标，每个类别都有份。',
      en: 'Sigmoid with binary cross-entropy: δ is output minus target again, for every class.',
    },
    check: check({
      setup: outputs,
      left: ({ z, soft }) => slopes((t) => binaryCrossEntropy(t.map(sigma), soft), z),
      right: (t) => each(activations(t), t.soft, (a, y) => a - y),
      tolerance: byDifferences,
      wrong: [
        {
          slip: { zh: '又乘了 y（原笔记的结果）', en: 'times y as well (the note’s result)' },
          right: (t) => each(activations(t), t.soft, (a, y) => (a - y) * y),
        },
        {
          slip: { zh: '又乘了 a(1−a)', en: 'times a(1 − a) as well' },
          right: (t) => each(activations(t), t.soft, (a, y) => (a - y) * a * (1 - a)),
        },
        {
          slip: { zh: '目标减输出', en: 'target minus output' },
          right: (t) => each(activations(t), t.soft, (a, y) => y - a),
        },
      ],
    }),
  },
];

/** Squared error after the sigmoid, to compare. */
export const squaredEquations: readonly Equation[] = [
  {
    id: 'ce-delta-se',
    tex: '\\delti{L}{j} = \\bigl(\\acti{L}{j} - \\yout{j}\\bigr)\\,\\acti{L}{j}\\,\\bigl(1 - \\acti{L}{j}\\bigr)',
    means: {
      zh: 'Sigmoid 配平方误差：多出来的因子 a(1−a) 在两端趋于零。',
      en: 'Sigmoid with squared error: the extra factor a(1 − a) goes to zero at both ends.',
    },
    check: check({
      setup: outputs,
      left: ({ z, soft }) => slopes((t) => squaredError(t.map(sigma), soft), z),
      right: (t) => each(activations(t), t.soft, (a, y) => (a - y) * a * (1 - a)),
      tolerance: byDifferences,
      wrong: [
        {
          slip: { zh: '漏了 a(1−a)', en: 'a(1 − a) left out' },
          right: (t) => each(activations(t), t.soft, (a, y) => a - y),
        },
        {
          slip: { zh: '漏了 1−a', en: '1 − a left out' },
          right: (t) => each(activations(t), t.soft, (a, y) => (a - y) * a),
        },
        {
          slip: { zh: '多了因子 2', en: 'a factor 2 too much' },
          right: (t) => each(activations(t), t.soft, (a, y) => 2 * (a - y) * a * (1 - a)),
        },
      ],
    }),
  },
];
