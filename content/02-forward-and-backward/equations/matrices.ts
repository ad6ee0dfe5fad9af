import { check, type Equation } from '@book/equations';
import {
  hadamard,
  Matrix,
  matmul,
  matmulNT,
  matmulTN,
  type Random,
  scale,
  sumColumns,
  transpose,
} from '@engine';
import {
  byDifferences,
  fPrime,
  lossOfOutput,
  run,
  slopes,
  slopesB,
  slopesW,
  slopesZ,
  type Trial,
  trial,
} from './trial';

const setup = trial();
const tolerance = byDifferences;

/** The engine, run forward and backward on the whole batch. */
const onBatch = (random: Random): Trial => {
  const t = setup(random);
  t.network.forward(t.X);
  t.network.backward(t.Y);
  return t;
};

const slopeMatrix = (t: Trial, l: number): Matrix => {
  const { z } = t.network.layer(l);
  const columns = Array.from({ length: z.cols }, (_, s) => fPrime(t.plain, l, z.toColumn(s)));
  return transpose(Matrix.from(columns));
};
/** A gradient of the batch's loss: the mean of the samples' own, by differences. */
const meanOver = (t: Trial, gradient: (one: Trial) => number[]): number[] => {
  const all = Array.from({ length: t.X.cols }, (_, s) =>
    gradient({ ...t, x: t.X.toColumn(s), y: t.Y.toColumn(s) }),
  );
  return all[0]!.map((_, i) => all.reduce((sum, one) => sum + one[i]!, 0) / all.length);
};
const shaped = (values: readonly number[], like: Matrix): Matrix =>
  new Matrix(like.rows, like.cols, Float64Array.from(values));

const dLdaOutput = ({ plain, x, y, L }: Trial): Matrix =>
  Matrix.column(slopes((out) => lossOfOutput(plain, out, y), run(plain, x).a[L]!));

const W = (t: Trial, l: number): Matrix => t.network.layer(l).W;
const delta = (t: Trial, l: number): Matrix => t.network.layer(l).delta;

export const matrixEquations: readonly Equation[] = [
  {
    id: 'fb-delta-output',
    tex: '\\delt{L} = \\dd{\\loss}{\\act{L}} \\had \\fp{L}(\\z{L})',
    means: {
      zh: '第一个公式：输出层的 δ。⊙ 是逐元素相乘。',
      en: 'The first equation: δ of the output layer. ⊙ multiplies element by element.',
    },
    check: check({
      setup,
      left: (t) => Matrix.column(slopesZ(t, t.L)),
      right: (t) => hadamard(dLdaOutput(t), slopeMatrix(t, t.L)),
      tolerance,
      wrong: [
        {
          slip: { zh: '漏了 f′', en: 'f′ left out' },
          right: dLdaOutput,
        },
        {
          slip: { zh: '⊙ 当成了张量积 ⊗', en: '⊙ read as the tensor product ⊗' },
          right: (t) => matmulNT(dLdaOutput(t), slopeMatrix(t, t.L)),
        },
      ],
    }),
    rows: {
      tex: '\\delt{L} = \\dd{\\loss}{\\act{L}} \\had \\fp{L}(\\z{L})',
      shapes: '(1\\times \\units{L}) = (1\\times \\units{L}) \\had (1\\times \\units{L})',
      check: check({
        setup,
        left: (t) => transpose(Matrix.column(slopesZ(t, t.L))),
        right: (t) => hadamard(transpose(dLdaOutput(t)), transpose(slopeMatrix(t, t.L))),
        tolerance,
        wrong: [
          { slip: { zh: '漏了 f′', en: 'f′ left out' }, right: (t) => transpose(dLdaOutput(t)) },
        ],
      }),
    },
  },
  {
    id: 'fb-delta-hidden',
    tex: '\\delt{l} = \\bigl(\\Wt{l+1}\\,\\delt{l+1}\\bigr) \\had \\fp{l}(\\z{l})',
    means: {
      zh: '第二个公式：δ 从后一层传回前一层。',
      en: 'The second equation: δ travels from one layer back to the one before.',
    },
    check: check({
      setup,
      left: (t) => Matrix.column(slopesZ(t, t.l)),
      right: (t) => hadamard(matmulTN(W(t, t.l + 1), delta(t, t.l + 1)), slopeMatrix(t, t.l)),
      tolerance,
      wrong: [
        {
          slip: { zh: '转置漏了', en: 'transpose lost' },
          right: (t) => hadamard(matmul(W(t, t.l + 1), delta(t, t.l + 1)), slopeMatrix(t, t.l)),
        },
        {
          slip: { zh: '用了第 l 层的权重', en: 'weights of layer l instead of l + 1' },
          right: (t) => hadamard(matmulTN(W(t, t.l), delta(t, t.l)), slopeMatrix(t, t.l)),
        },
        {
          slip: { zh: '漏了 f′', en: 'f′ left out' },
          right: (t) => matmulTN(W(t, t.l + 1), delta(t, t.l + 1)),
        },
      ],
    }),
    rows: {
      tex: '\\delt{l} = \\bigl(\\delt{l+1}\\,\\W{l+1}\\bigr) \\had \\fp{l}(\\z{l})',
      shapes:
        '(1\\times \\units{l}) = (1\\times \\units{l+1})\\,(\\units{l+1}\\times \\units{l}) \\had (1\\times \\units{l})',
      check: check({
        setup,
        left: (t) => transpose(Matrix.column(slopesZ(t, t.l))),
        right: (t) =>
          hadamard(
            matmul(transpose(delta(t, t.l + 1)), W(t, t.l + 1)),
            transpose(slopeMatrix(t, t.l)),
          ),
        tolerance,
        wrong: [
          {
            slip: { zh: '多了转置', en: 'a transpose too many' },
            right: (t) => matmulNT(transpose(delta(t, t.l + 1)), W(t, t.l + 1)),
          },
        ],
      }),
    },
  },
  {
    id: 'fb-grad-w',
    tex: '\\dd{\\loss}{\\W{l}} = \\delt{l}\\,\\actt{l-1}',
    means: {
      zh: '第三个公式：权重矩阵的梯度，是列向量 δ 乘以行向量 a。',
      en: 'The third equation: the gradient of a weight matrix is the column δ times the row a.',
    },
    check: check({
      setup,
      left: (t) => shaped(slopesW(t, t.l), W(t, t.l)),
      right: (t) => matmulNT(delta(t, t.l), t.network.a(t.l - 1)),
      tolerance,
      wrong: [
        {
          slip: { zh: '次序颠倒：得到了转置', en: 'factors in the other order: the transpose' },
          right: (t) => matmulNT(t.network.a(t.l - 1), delta(t, t.l)),
        },
        {
          slip: { zh: '用了 a 的第 l 层', en: 'a of layer l' },
          right: (t) => matmulNT(delta(t, t.l), t.network.a(t.l)),
        },
        {
          slip: { zh: '符号反了', en: 'sign turned round' },
          right: (t) => scale(matmulNT(delta(t, t.l), t.network.a(t.l - 1)), -1),
        },
      ],
    }),
    rows: {
      tex: '\\dd{\\loss}{\\W{l}} = (\\delt{l})^{\\top}\\act{l-1}',
      shapes: '(\\units{l}\\times \\units{l-1}) = (\\units{l}\\times 1)\\,(1\\times \\units{l-1})',
      check: check({
        setup,
        left: (t) => shaped(slopesW(t, t.l), W(t, t.l)),
        right: (t) => matmulTN(transpose(delta(t, t.l)), transpose(t.network.a(t.l - 1))),
        tolerance,
        wrong: [
          {
            slip: { zh: '次序颠倒', en: 'factors in the other order' },
            right: (t) => matmulTN(transpose(t.network.a(t.l - 1)), transpose(delta(t, t.l))),
          },
        ],
      }),
    },
  },
  {
    id: 'fb-grad-b',
    tex: '\\dd{\\loss}{\\bias{l}} = \\delt{l}',
    means: {
      zh: '第四个公式：偏置的梯度就是 δ。',
      en: 'The fourth equation: the gradient of the biases is δ.',
    },
    check: check({
      setup,
      left: (t) => Matrix.column(slopesB(t, t.l)),
      right: (t) => delta(t, t.l),
      tolerance,
      wrong: [
        {
          slip: { zh: '用了后一层的 δ', en: 'δ of the next layer' },
          right: (t) => delta(t, t.l + 1),
        },
      ],
    }),
  },
  {
    id: 'fb-delta-batch',
    tex: '\\Deltam{l} = \\bigl(\\Wt{l+1}\\,\\Deltam{l+1}\\bigr) \\had \\fp{l}(\\Zm{l})',
    means: {
      zh: '小批量的 δ：每个样本一列，互不相干。',
      en: 'δ of a mini-batch: one column a sample, each for itself.',
    },
    check: check({
      setup: onBatch,
      left: (t) => {
        const columns = Array.from({ length: t.X.cols }, (_, s) =>
          slopesZ({ ...t, x: t.X.toColumn(s), y: t.Y.toColumn(s) }, t.l),
        );
        return transpose(Matrix.from(columns));
      },
      right: (t) => hadamard(matmulTN(W(t, t.l + 1), delta(t, t.l + 1)), slopeMatrix(t, t.l)),
      tolerance,
      wrong: [
        {
          slip: { zh: '这里就除以了 m', en: 'divided by m already here' },
          right: (t) =>
            scale(
              hadamard(matmulTN(W(t, t.l + 1), delta(t, t.l + 1)), slopeMatrix(t, t.l)),
              1 / t.X.cols,
            ),
        },
      ],
    }),
    rows: {
      tex: '\\Deltam{l} = \\bigl(\\Deltam{l+1}\\,\\W{l+1}\\bigr) \\had \\fp{l}(\\Zm{l})',
      shapes:
        '(m\\times \\units{l}) = (m\\times \\units{l+1})\\,(\\units{l+1}\\times \\units{l}) \\had (m\\times \\units{l})',
      check: check({
        setup: onBatch,
        left: (t) =>
          Matrix.from(
            Array.from({ length: t.X.cols }, (_, s) =>
              slopesZ({ ...t, x: t.X.toColumn(s), y: t.Y.toColumn(s) }, t.l),
            ),
          ),
        right: (t) =>
          hadamard(
            matmul(transpose(delta(t, t.l + 1)), W(t, t.l + 1)),
            transpose(slopeMatrix(t, t.l)),
          ),
        tolerance,
        wrong: [
          {
            slip: { zh: '漏了 f′', en: 'f′ left out' },
            right: (t) => matmul(transpose(delta(t, t.l + 1)), W(t, t.l + 1)),
          },
        ],
      }),
    },
  },
  {
    id: 'fb-grad-w-batch',
    tex: '\\dd{\\loss}{\\W{l}} = \\frac1m\\,\\Deltam{l}\\,\\Amt{l-1}',
    means: {
      zh: '小批量上权重的梯度：各样本梯度的平均，一次矩阵乘法就加完了。',
      en: 'The gradient of the weights over a mini-batch: the mean of the samples’ own, summed by one matrix product.',
    },
    check: check({
      setup: onBatch,
      left: (t) =>
        shaped(
          meanOver(t, (one) => slopesW(one, t.l)),
          W(t, t.l),
        ),
      right: (t) => scale(matmulNT(delta(t, t.l), t.network.a(t.l - 1)), 1 / t.X.cols),
      tolerance,
      wrong: [
        {
          slip: { zh: '漏了 1/m', en: '1/m lost' },
          right: (t) => matmulNT(delta(t, t.l), t.network.a(t.l - 1)),
        },
        {
          slip: { zh: '次序颠倒', en: 'factors in the other order' },
          right: (t) => scale(matmulNT(t.network.a(t.l - 1), delta(t, t.l)), 1 / t.X.cols),
        },
      ],
    }),
    rows: {
      tex: '\\dd{\\loss}{\\W{l}} = \\frac1m\\,(\\Deltam{l})^{\\top}\\Am{l-1}',
      shapes: '(\\units{l}\\times \\units{l-1}) = (\\units{l}\\times m)\\,(m\\times \\units{l-1})',
      check: check({
        setup: onBatch,
        left: (t) =>
          shaped(
            meanOver(t, (one) => slopesW(one, t.l)),
            W(t, t.l),
          ),
        right: (t) =>
          scale(matmulTN(transpose(delta(t, t.l)), transpose(t.network.a(t.l - 1))), 1 / t.X.cols),
        tolerance,
        wrong: [
          {
            slip: { zh: '漏了 1/m', en: '1/m lost' },
            right: (t) => matmulTN(transpose(delta(t, t.l)), transpose(t.network.a(t.l - 1))),
          },
        ],
      }),
    },
  },
  {
    id: 'fb-grad-b-batch',
    tex: '\\dd{\\loss}{\\bias{l}} = \\frac1m\\,\\Deltam{l}\\,\\mathbf{1}',
    means: {
      zh: '小批量上偏置的梯度：把 δ 的各列加起来，再除以 m。',
      en: 'The gradient of the biases over a mini-batch: the columns of δ added up and divided by m.',
    },
    check: check({
      setup: onBatch,
      left: (t) => Matrix.column(meanOver(t, (one) => slopesB(one, t.l))),
      right: (t) => sumColumns(delta(t, t.l), 1 / t.X.cols),
      tolerance,
      wrong: [
        {
          slip: { zh: '漏了 1/m', en: '1/m lost' },
          right: (t) => sumColumns(delta(t, t.l)),
        },
        {
          slip: { zh: '按行加成了按列', en: 'summed over units instead of samples' },
          right: (t) => sumColumns(transpose(delta(t, t.l)), 1 / t.X.cols),
        },
      ],
    }),
  },
];
