import { tex } from '@components/exercise/tex';
import type { ChoiceExercise, PartsExercise, Values } from '@components/exercise/types';
import { drawList, part, vectorOf } from '@components/exercise/values';
import { networkOf } from '@components/widgets/network-anatomy/model';

const offered = (v: Values): Readonly<Record<string, readonly number[]>> => {
  const [first = 0, second = 0, third = 0, fourth = 0] = vectorOf(v, 'n');
  return {
    receiving: [third, second],
    turned: [second, third],
    after: [fourth, third],
    before: [second, first],
  };
};
const times = (p: number, q: number): string => tex`$\slot{n.${p}} \times \slot{n.${q}}$`;

export const weightShape: ChoiceExercise = {
  id: 'wn-weight-shape',
  kind: 'choice',
  title: { en: 'The shape of a weight matrix', zh: '权重矩阵的形状' },
  about: 'the-parts-and-their-names',
  statement: {
    en: tex`A network has layers of $\slot{n.1}$, $\slot{n.2}$, $\slot{n.3}$ and $\slot{n.4}$ units, from the input layer to the output layer. Which shape (rows × columns) has $\W{2}$?`,
    zh: tex`一个网络从输入层到输出层，各层的单元数是 $\slot{n.1}$、$\slot{n.2}$、$\slot{n.3}$、$\slot{n.4}$。$\W{2}$ 是什么形状（行数 × 列数）？`,
  },
  draw: (random) => ({ n: drawList(random, 4, 2, 9, 0) }),
  options: [
    {
      id: 'receiving',
      text: { en: times(3, 2), zh: times(3, 2) },
      says: {
        en: 'A row for each unit of layer 2, which receives, and a column for each unit of layer 1, which sends.',
        zh: '接收的是第 2 层，每个单元一行；发送的是第 1 层，每个单元一列。',
      },
    },
    {
      id: 'turned',
      text: { en: times(2, 3), zh: times(2, 3) },
      says: {
        en: 'Rows and columns have changed places. In this book a row belongs to the unit that receives.',
        zh: '行和列换了位置。在本书里，一行属于一个接收的单元。',
      },
    },
    {
      id: 'after',
      text: { en: times(4, 3), zh: times(4, 3) },
      says: {
        en: tex`That is $\W{3}$. Layers are counted from 0, so layer 2 is the third in the list.`,
        zh: tex`这是 $\W{3}$。层从 0 开始编号，所以第 2 层是列表里的第三个。`,
      },
    },
    {
      id: 'before',
      text: { en: times(2, 1), zh: times(2, 1) },
      says: {
        en: tex`That is $\W{1}$, which leads from the inputs into layer 1.`,
        zh: tex`这是 $\W{1}$，从输入通到第 1 层。`,
      },
    },
  ],
  right: (v) => {
    const { rows, cols } = networkOf(vectorOf(v, 'n')).layer(2).W;
    return Object.entries(offered(v))
      .filter(([, [r, c]]) => r === rows && c === cols)
      .map(([id]) => id);
  },
  hints: [
    {
      en: 'Number the layers, beginning with 0. Which two does layer 2 connect?',
      zh: '给各层编号，从 0 开始。第 2 层的权重连着哪两层？',
    },
    {
      en: tex`$\W{l}$ has $\units{l}$ rows and $\units{l-1}$ columns.`,
      zh: tex`$\W{l}$ 有 $\units{l}$ 行、$\units{l-1}$ 列。`,
    },
    {
      en: tex`Layer 2 has $\slot{n.3}$ units, and layer 1 has $\slot{n.2}$.`,
      zh: tex`第 2 层有 $\slot{n.3}$ 个单元，第 1 层有 $\slot{n.2}$ 个。`,
    },
  ],
  solution: [
    {
      en: tex`Counted from 0, layer 1 has $\slot{n.2}$ units and layer 2 has $\slot{n.3}$.`,
      zh: tex`从 0 数起，第 1 层有 $\slot{n.2}$ 个单元，第 2 层有 $\slot{n.3}$ 个。`,
    },
    {
      en: tex`Rows for those that receive, columns for those that send: $\slot{n.3} \times \slot{n.2}$.`,
      zh: tex`接收的占行，发送的占列：$\slot{n.3} \times \slot{n.2}$。`,
    },
  ],
};

/** Σ over layers of a term in n_l and n_(l−1). */
const overLayers = (v: Values, term: (units: number, before: number) => number): number => {
  const n = vectorOf(v, 'n');
  return n.slice(1).reduce((sum, units, i) => sum + term(units, n[i]!), 0);
};
const counted = (v: Values): number =>
  networkOf(vectorOf(v, 'n')).parameters.reduce((sum, { value }) => sum + value.data.length, 0);

export const countParameters: PartsExercise = {
  id: 'wn-count-parameters',
  kind: 'number',
  title: { en: 'How many parameters?', zh: '有多少个参数' },
  about: 'the-parts-and-their-names',
  statement: {
    en: tex`A network has $\slot{n.1}$ inputs, $\slot{n.2}$ hidden units and $\slot{n.3}$ outputs. How many parameters does it have?`,
    zh: tex`一个网络有 $\slot{n.1}$ 个输入、$\slot{n.2}$ 个隐藏单元和 $\slot{n.3}$ 个输出。它有多少个参数？`,
  },
  draw: (random) => {
    const n = drawList(random, 3, 3, 40, 0);
    const [first = 0, second = 0, third = 0] = n;
    return {
      n,
      one: second * (first + 1),
      two: third * (second + 1),
      P: counted({ n }),
    };
  },
  parts: [
    part({
      id: 'P',
      label: { en: tex`$P =$`, zh: tex`$P =$` },
      spoken: { en: 'number of parameters', zh: '参数个数' },
      decimals: 2,
      answer: counted,
      mistakes: [
        {
          id: 'no-biases',
          says: {
            en: 'These are the weights alone. Each hidden unit and each output has a bias as well.',
            zh: '这只是权重。每个隐藏单元和每个输出还各有一个偏置。',
          },
          about: 'eq-wn-parameters',
          value: (v) => overLayers(v, (units, before) => units * before),
        },
        {
          id: 'bias-a-layer',
          says: {
            en: 'You seem to have counted one bias for each layer. Each unit has its own.',
            zh: '你似乎每层只算了一个偏置。每个单元各有一个。',
          },
          about: 'eq-wn-parameters',
          value: (v) => overLayers(v, (units, before) => units * before + 1),
        },
        {
          id: 'input-biases',
          says: {
            en: 'You seem to have given biases to the inputs. The input layer computes nothing and has no parameters.',
            zh: '你似乎给输入也算了偏置。输入层什么也不算，没有参数。',
          },
          about: 'eq-wn-parameters',
          value: (v) => counted(v) + vectorOf(v, 'n')[0]!,
        },
        {
          id: 'sending-biases',
          says: {
            en: 'You seem to have counted a bias for each unit that sends. A bias belongs to the unit that receives.',
            zh: '你似乎给每个发送的单元算了一个偏置。偏置属于接收的单元。',
          },
          about: 'eq-wn-parameters',
          value: (v) => overLayers(v, (units, before) => (units + 1) * before),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Take one hidden unit. How many numbers belong to it? Then one output unit.',
      zh: '先看一个隐藏单元：有几个数属于它？再看一个输出单元。',
    },
    {
      en: tex`$P = \sum_{l=1}^{L} \units{l}\,(\units{l-1} + 1)$`,
      zh: tex`$P = \sum_{l=1}^{L} \units{l}\,(\units{l-1} + 1)$`,
    },
    {
      en: tex`The hidden layer has $\slot{n.2} \cdot (\slot{n.1} + 1) = \slot{one}$ parameters. The output layer goes in the same way.`,
      zh: tex`隐藏层有 $\slot{n.2} \cdot (\slot{n.1} + 1) = \slot{one}$ 个参数。输出层照样算。`,
    },
  ],
  solution: [
    {
      en: tex`The hidden layer: $\slot{n.2} \cdot (\slot{n.1} + 1) = \slot{one}$. The output layer: $\slot{n.3} \cdot (\slot{n.2} + 1) = \slot{two}$.`,
      zh: tex`隐藏层：$\slot{n.2} \cdot (\slot{n.1} + 1) = \slot{one}$。输出层：$\slot{n.3} \cdot (\slot{n.2} + 1) = \slot{two}$。`,
    },
    {
      en: tex`Together: $\slot{one} + \slot{two} = \slot{P}$.`,
      zh: tex`合起来：$\slot{one} + \slot{two} = \slot{P}$。`,
    },
  ],
};
