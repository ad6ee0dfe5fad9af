import { check, type Equation } from '@book/equations';
import { addBias, Matrix, matmul, matmulNT, matmulTN, type Random, transpose } from '@engine';
import { activate, lossOfOutput, run, type Trial, trial, zOf } from './trial';

const single = trial();

/** z of every layer of the sample, by the engine. */
const engineZ = ({ network, l }: Trial): number[] => network.layer(l).z.toColumn();

/** The engine, run on the whole batch. */
const onBatch = (random: Random): Trial => {
  const t = single(random);
  t.network.forward(t.X);
  return t;
};

export const forwardEquations: readonly Equation[] = [
  {
    id: 'fb-z-scalar',
    tex: '\\zi{l}{j} = \\sum_{k=1}^{\\units{l-1}} \\Wi{l}{jk}\\,\\acti{l-1}{k} + \\biasi{l}{j}',
    means: {
      zh: '单元 j 的加权和：上一层每个激活值乘以权重，相加，再加偏置。',
      en: 'The weighted sum of unit j: every activation of the layer before times its weight, plus the bias.',
    },
    check: check({
      setup: single,
      left: engineZ,
      right: ({ plain, x, l }) => zOf(plain, l, run(plain, x).a[l - 1]!),
      wrong: [
        {
          slip: { zh: '忘了偏置', en: 'bias forgotten' },
          right: ({ plain, x, l }) => {
            const a = run(plain, x).a[l - 1]!;
            return plain.W[l]!.map((row) => row.reduce((sum, w, k) => sum + w * a[k]!, 0));
          },
        },
        {
          slip: { zh: '求和少了最后一项', en: 'sum one term short' },
          right: ({ plain, x, l }) => {
            const a = run(plain, x).a[l - 1]!;
            return plain.W[l]!.map(
              (row, j) =>
                row.slice(0, -1).reduce((sum, w, k) => sum + w * a[k]!, 0) + plain.b[l]![j]!,
            );
          },
        },
        {
          slip: { zh: '用了上一层的 z 而不是 a', en: 'z of the layer before instead of a' },
          right: ({ plain, x }) => zOf(plain, 2, run(plain, x).z[1]!),
        },
      ],
    }),
  },
  {
    id: 'fb-a-scalar',
    tex: '\\acti{l}{j} = \\f{l}(\\zi{l}{j})',
    means: {
      zh: '激活值：激活函数作用在加权和上。',
      en: 'The activation: the activation function applied to the weighted sum.',
    },
    check: check({
      setup: single,
      left: ({ network, l }) => network.layer(l).a.toColumn(),
      right: ({ plain, x, l }) => activate(plain.f[l]!, run(plain, x).z[l]!),
      wrong: [
        {
          slip: { zh: '忘了激活函数', en: 'activation function forgotten' },
          right: ({ plain, x, l }) => run(plain, x).z[l]!,
        },
        {
          slip: { zh: '激活了两次', en: 'applied twice' },
          right: ({ plain, x, l }) => activate(plain.f[l]!, run(plain, x).a[l]!),
        },
      ],
    }),
  },
  {
    id: 'fb-z',
    tex: '\\z{l} = \\W{l}\\,\\act{l-1} + \\bias{l}',
    means: {
      zh: '一整层的加权和，写成矩阵乘向量。',
      en: 'The weighted sums of a whole layer, as a matrix times a vector.',
    },
    check: check({
      setup: single,
      left: ({ plain, x, l }) => Matrix.column(run(plain, x).z[l]!),
      right: ({ network, l }) =>
        addBias(matmul(network.layer(l).W, network.a(l - 1)), network.layer(l).b),
      wrong: [
        {
          slip: { zh: '权重矩阵转置了', en: 'weight matrix transposed' },
          right: ({ network, l }) =>
            addBias(matmulTN(network.layer(l).W, network.a(l - 1)), network.layer(l).b),
        },
        {
          slip: {
            zh: '偏置缺少层号（原笔记的写法），用成了别的层',
            en: 'bias without its layer (as in the source note), taken from another',
          },
          right: ({ network, l }) =>
            addBias(matmul(network.layer(l).W, network.a(l - 1)), network.layer(3 - l).b),
        },
        {
          slip: { zh: '用了本层的激活值', en: 'activations of the same layer' },
          right: ({ network, l }) =>
            addBias(matmul(network.layer(l).W, network.a(l)), network.layer(l).b),
        },
      ],
    }),
    rows: {
      tex: '\\z{l} = \\act{l-1}\\,\\Wt{l} + \\bias{l}',
      shapes:
        '(1\\times \\units{l}) = (1\\times \\units{l-1})\\,(\\units{l-1}\\times \\units{l}) + (1\\times \\units{l})',
      check: check({
        setup: single,
        left: ({ plain, x, l }) => transpose(Matrix.column(run(plain, x).z[l]!)),
        right: ({ network, l }) => {
          const row = matmulNT(transpose(network.a(l - 1)), network.layer(l).W);
          return transpose(addBias(transpose(row), network.layer(l).b));
        },
        wrong: [
          {
            slip: { zh: '忘了转置', en: 'transpose lost' },
            right: ({ network, l }) => matmul(transpose(network.a(l - 1)), network.layer(l).W),
          },
        ],
      }),
    },
  },
  {
    id: 'fb-a',
    tex: '\\act{l} = \\f{l}(\\z{l}), \\qquad \\act{0} = \\x',
    means: {
      zh: '一整层的激活值；第 0 层的激活值就是输入。',
      en: 'The activations of a whole layer; those of layer 0 are the input.',
    },
    check: check({
      setup: single,
      left: ({ network, l }) => [...network.a(0).toColumn(), ...network.a(l).toColumn()],
      right: ({ network, plain, x, l }) => [
        ...x,
        ...activate(plain.f[l]!, network.layer(l).z.toColumn()),
      ],
      wrong: [
        {
          slip: { zh: '把输入也激活了', en: 'the input activated as well' },
          right: ({ network, plain, x, l }) => [
            ...activate(plain.f[1]!, x),
            ...activate(plain.f[l]!, network.layer(l).z.toColumn()),
          ],
        },
      ],
    }),
  },
  {
    id: 'fb-z-batch',
    tex: '\\Zm{l} = \\W{l}\\,\\Am{l-1} + \\bias{l}\\,\\mathbf{1}^{\\top}',
    means: {
      zh: '一个小批量一起算：每列一个样本，偏置加到每一列上。',
      en: 'A mini-batch at once: one column a sample, the bias added to every column.',
    },
    check: check({
      setup: onBatch,
      left: ({ plain, X, l }) => {
        const columns = Array.from({ length: X.cols }, (_, s) => run(plain, X.toColumn(s)).z[l]!);
        return transpose(Matrix.from(columns));
      },
      right: ({ network, X, l }) => {
        const ones = Matrix.from([new Array<number>(X.cols).fill(1)]);
        const { W, b } = network.layer(l);
        const Z = matmul(W, network.a(l - 1));
        const bias = matmul(b, ones);
        return new Matrix(
          Z.rows,
          Z.cols,
          Z.data.map((value, k) => value + bias.data[k]!),
        );
      },
      wrong: [
        {
          slip: { zh: '偏置只加在第一列', en: 'bias added to the first column only' },
          right: ({ network, l }) => {
            const { W, b } = network.layer(l);
            const Z = matmul(W, network.a(l - 1));
            for (let j = 0; j < Z.rows; j++) Z.set(j, 0, Z.at(j, 0) + b.at(j, 0));
            return Z;
          },
        },
        {
          slip: { zh: '偏置加了 m 次', en: 'bias added m times' },
          right: ({ network, X, l }) => {
            const { W, b } = network.layer(l);
            const Z = matmul(W, network.a(l - 1));
            for (let n = 0; n < X.cols; n++) addBias(Z, b, Z);
            return Z;
          },
        },
      ],
    }),
    rows: {
      tex: '\\Zm{l} = \\Am{l-1}\\,\\Wt{l} + \\mathbf{1}\\,(\\bias{l})^{\\top}',
      shapes:
        '(m\\times \\units{l}) = (m\\times \\units{l-1})\\,(\\units{l-1}\\times \\units{l}) + (m\\times 1)\\,(1\\times \\units{l})',
      check: check({
        setup: onBatch,
        left: ({ plain, X, l }) =>
          Matrix.from(Array.from({ length: X.cols }, (_, s) => run(plain, X.toColumn(s)).z[l]!)),
        right: ({ network, X, l }) => {
          const { W, b } = network.layer(l);
          const Z = matmulNT(transpose(network.a(l - 1)), W);
          const bias = matmulNT(Matrix.column(new Array<number>(X.cols).fill(1)), b);
          return new Matrix(
            Z.rows,
            Z.cols,
            Z.data.map((value, k) => value + bias.data[k]!),
          );
        },
        wrong: [
          {
            slip: { zh: '没有转置 W', en: 'W not transposed' },
            right: ({ network, l }) => matmul(transpose(network.a(l - 1)), network.layer(l).W),
          },
        ],
      }),
    },
  },
  {
    id: 'fb-loss-se',
    tex: '\\loss = \\tfrac12 \\sum_{j=1}^{\\units{L}} \\bigl(\\acti{L}{j} - \\yout{j}\\bigr)^2',
    means: {
      zh: '平方误差：输出与目标之差的平方和的一半。',
      en: 'Squared error: half the sum of the squared differences between outputs and targets.',
    },
    check: check({
      setup: single,
      left: ({ network, y }) => network.loss(Matrix.column(y)),
      right: ({ plain, x, y, L }) => lossOfOutput(plain, run(plain, x).a[L]!, y),
      wrong: [
        {
          slip: { zh: '少了 1/2', en: 'the ½ lost' },
          right: ({ plain, x, y, L }) => 2 * lossOfOutput(plain, run(plain, x).a[L]!, y),
        },
        {
          slip: { zh: '对输出个数取了平均', en: 'averaged over the outputs' },
          right: ({ plain, x, y, L }) => lossOfOutput(plain, run(plain, x).a[L]!, y) / y.length,
        },
        {
          slip: { zh: '用了 z 而不是 a', en: 'z instead of a' },
          right: ({ plain, x, y, L }) => lossOfOutput(plain, run(plain, x).z[L]!, y),
        },
      ],
    }),
  },
  {
    id: 'fb-loss-ce',
    tex: '\\begin{gathered} \\loss = -\\sum_{j=1}^{\\units{L}} \\yout{j} \\log \\acti{L}{j}, \\\\[0.8em] \\acti{L}{j} = \\frac{e^{\\zi{L}{j}}}{\\sum_{i=1}^{\\units{L}} e^{\\zi{L}{i}}} \\end{gathered}',
    means: {
      zh: '交叉熵，配 softmax 输出：输出是概率，加起来等于 1。',
      en: 'Cross-entropy with softmax outputs: the outputs are probabilities that add up to 1.',
    },
    check: check({
      setup: trial('softmaxCrossEntropy'),
      left: ({ network, y }) => network.loss(Matrix.column(y)),
      right: ({ plain, x, y, L }) => {
        const z = run(plain, x).z[L]!;
        const total = z.reduce((sum, t) => sum + Math.exp(t), 0);
        return -z.reduce((sum, t, j) => sum + y[j]! * Math.log(Math.exp(t) / total), 0);
      },
      wrong: [
        {
          slip: { zh: '少了负号', en: 'the minus sign lost' },
          right: ({ plain, x, y, L }) => -lossOfOutput(plain, run(plain, x).a[L]!, y),
        },
        {
          slip: { zh: '用了以 2 为底的对数', en: 'logarithm to base 2' },
          right: ({ plain, x, y, L }) => lossOfOutput(plain, run(plain, x).a[L]!, y) / Math.LN2,
        },
        {
          slip: { zh: '分母漏掉了自己那一项', en: 'own term left out of the denominator' },
          right: ({ plain, x, y, L }) => {
            const z = run(plain, x).z[L]!;
            const total = z.reduce((sum, t) => sum + Math.exp(t), 0);
            return -z.reduce(
              (sum, t, j) => sum + y[j]! * Math.log(Math.exp(t) / (total - Math.exp(t))),
              0,
            );
          },
        },
      ],
    }),
  },
  {
    id: 'fb-loss-mean',
    tex: '\\loss = \\frac1m \\sum_{s=1}^{m} \\loss_s',
    means: {
      zh: '小批量的损失：m 个样本损失的平均。',
      en: 'The loss of a mini-batch: the mean of its m samples’ losses.',
    },
    check: check({
      setup: onBatch,
      left: ({ network, Y }) => network.loss(Y),
      right: ({ plain, X, Y, L }) => sumOfLosses(plain, X, Y, L) / X.cols,
      wrong: [
        {
          slip: { zh: '没有除以 m', en: 'not divided by m' },
          right: ({ plain, X, Y, L }) => sumOfLosses(plain, X, Y, L),
        },
        {
          slip: { zh: '除以了 m−1', en: 'divided by m − 1' },
          right: ({ plain, X, Y, L }) => sumOfLosses(plain, X, Y, L) / (X.cols - 1),
        },
      ],
    }),
  },
];

function sumOfLosses(plain: Trial['plain'], X: Matrix, Y: Matrix, L: number): number {
  let sum = 0;
  for (let s = 0; s < X.cols; s++) {
    sum += lossOfOutput(plain, run(plain, X.toColumn(s)).a[L]!, Y.toColumn(s));
  }
  return sum;
}
