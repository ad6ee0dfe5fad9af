import { check, type Equation } from '@book/equations';
import { activation, addBias, Matrix, matmul, matmulNT, matmulTN, transpose } from '@engine';
import { activations, sigma, type Trial, trial } from './trial';

const small = trial([2, 2, 1], 'sigmoid', false);
const mixed = trial([2, 3, 4, 5], 'sigmoid');
const { value } = activation('sigmoid');

const hidden = ({ b, x }: Trial, index: (j: number, k: number) => number): number[] =>
  [0, 1].map((j) => sigma(index(j, 0) * x[0]! + index(j, 1) * x[1]! + b[1]![j]!));

const output = ({ W, b }: Trial, a: readonly number[]): number =>
  sigma(W[2]![0]![0]! * a[0]! + W[2]![0]![1]! * a[1]! + b[2]![0]!);

/** f applied to every entry of a matrix. */
const entrywise = (Z: Matrix): Matrix => new Matrix(Z.rows, Z.cols, Z.data.map(value));
const lastLayer = ({ network }: Trial) => network.layer(network.L);

/** All weights and biases, counted one by one in the engine's own arrays. */
const counted = ({ network }: Trial): number =>
  network.parameters.reduce((sum, { value: array }) => sum + array.data.length, 0);

const overLayers = ({ sizes }: Trial, term: (units: number, before: number) => number): number =>
  sizes.slice(1).reduce((sum, units, i) => sum + term(units, sizes[i]!), 0);

export const networkEquations: readonly Equation[] = [
  {
    id: 'wn-hidden',
    tex: '\\begin{gathered} \\acti{1}{j} = \\f{1}\\bigl(\\Wi{1}{j1}\\,\\xin{1} + \\Wi{1}{j2}\\,\\xin{2} + \\biasi{1}{j}\\bigr) \\\\ (j = 1, 2) \\end{gathered}',
    means: {
      zh: '两个隐藏单元，各有自己的两个权重和一个偏置。',
      en: 'The two hidden units, each with two weights and a bias of its own.',
    },
    check: check({
      setup: small,
      left: ({ network }) => network.a(1).toColumn(),
      right: (t) => hidden(t, (j, k) => t.W[1]![j]![k]!),
      wrong: [
        {
          slip: { zh: '两个下标对调了', en: 'the two indices exchanged' },
          right: (t) => hidden(t, (j, k) => t.W[1]![k]![j]!),
        },
        {
          slip: { zh: '两个单元用了同样的权重', en: 'both units with the same weights' },
          right: (t) => hidden(t, (_, k) => t.W[1]![0]![k]!),
        },
      ],
    }),
  },
  {
    id: 'wn-output',
    tex: '\\acti{2}{1} = \\f{2}\\bigl(\\Wi{2}{11}\\,\\acti{1}{1} + \\Wi{2}{12}\\,\\acti{1}{2} + \\biasi{2}{1}\\bigr)',
    means: {
      zh: '输出单元：它的输入是隐藏单元的激活值。',
      en: 'The output unit: its inputs are the hidden units’ activations.',
    },
    check: check({
      setup: small,
      left: ({ network }) => network.a(2).at(0, 0),
      right: (t) => output(t, activations(t)[1]!),
      wrong: [
        {
          slip: { zh: '输出单元直接看了输入', en: 'the output unit looks at the inputs' },
          right: (t) => output(t, t.x),
        },
        {
          slip: { zh: '两个隐藏单元对调了', en: 'the hidden units exchanged' },
          right: (t) => output(t, activations(t)[1]!.toReversed()),
        },
        {
          slip: { zh: '忘了隐藏层的激活函数', en: 'the hidden activation function forgotten' },
          right: (t) => output(t, t.network.layer(1).z.toColumn()),
        },
      ],
    }),
  },
  {
    id: 'wn-layer',
    tex: '\\begin{gathered} \\act{0} = \\x \\\\ \\act{l} = \\f{l}\\bigl(\\W{l}\\,\\act{l-1} + \\bias{l}\\bigr) \\\\ (l = 1, \\dots, L) \\end{gathered}',
    means: {
      zh: '整个网络：每层用矩阵乘上一层的激活值，加偏置，再逐个经过激活函数。',
      en: 'The whole network: every layer multiplies the activations before it by its matrix, adds its biases and applies its activation function to each entry.',
    },
    check: check({
      setup: mixed,
      left: (t) => Matrix.column(activations(t).at(-1)!),
      right: ({ network: { L }, network }) =>
        entrywise(addBias(matmul(network.layer(L).W, network.a(L - 1)), network.layer(L).b)),
      wrong: [
        {
          slip: { zh: '权重矩阵转置了', en: 'weight matrix transposed' },
          right: ({ network: { L }, network }) =>
            entrywise(addBias(matmulTN(network.layer(L).W, network.a(L - 1)), network.layer(L).b)),
        },
        {
          slip: { zh: '偏置加在激活函数之后', en: 'bias added after the activation function' },
          right: ({ network: { L }, network }) =>
            addBias(entrywise(matmul(network.layer(L).W, network.a(L - 1))), network.layer(L).b),
        },
        {
          slip: {
            zh: '偏置缺少层号（原笔记的写法），用成了别的层',
            en: 'bias without its layer (as in the source note), taken from another',
          },
          right: ({ network: { L }, network }) =>
            entrywise(addBias(matmul(network.layer(L).W, network.a(L - 1)), network.layer(1).b)),
        },
      ],
    }),
    rows: {
      tex: '\\act{l} = \\f{l}\\bigl(\\act{l-1}\\,\\Wt{l} + \\bias{l}\\bigr)',
      shapes:
        '(1\\times \\units{l}) = (1\\times \\units{l-1})\\,(\\units{l-1}\\times \\units{l}) + (1\\times \\units{l})',
      check: check({
        setup: mixed,
        left: (t) => transpose(Matrix.column(activations(t).at(-1)!)),
        right: (t) => {
          const { W, b } = lastLayer(t);
          const row = matmulNT(transpose(t.network.a(t.network.L - 1)), W);
          return entrywise(transpose(addBias(transpose(row), b)));
        },
        wrong: [
          {
            slip: { zh: '忘了转置', en: 'transpose lost' },
            right: (t) =>
              entrywise(matmul(transpose(t.network.a(t.network.L - 1)), lastLayer(t).W)),
          },
        ],
      }),
    },
  },
  {
    id: 'wn-parameters',
    tex: 'P = \\sum_{l=1}^{L} \\units{l}\\,(\\units{l-1} + 1)',
    means: {
      zh: '参数个数：每层的每个单元，有上一层那么多个权重，再加一个偏置。',
      en: 'The number of parameters: each unit of each layer has as many weights as the layer before has units, and one bias.',
    },
    check: check({
      setup: mixed,
      left: counted,
      right: (t) => overLayers(t, (units, before) => units * (before + 1)),
      wrong: [
        {
          slip: { zh: '忘了偏置', en: 'biases forgotten' },
          right: (t) => overLayers(t, (units, before) => units * before),
        },
        {
          slip: { zh: '每层只有一个偏置', en: 'one bias a layer' },
          right: (t) => overLayers(t, (units, before) => units * before + 1),
        },
        {
          slip: { zh: '偏置数成了上一层的', en: 'biases of the layer before' },
          right: (t) => overLayers(t, (units, before) => (units + 1) * before),
        },
      ],
    }),
  },
];
