import type { Lang, Text } from '@book/languages';
import type { EquationName, SizeName } from './state';

export const caption: Text = {
  zh: '前向的一行和反向的四个公式，每个符号底下是此刻的矩阵和它的形状。指向结果里的任何一个数，看它由哪一行、哪一列算出来；换一换层的大小、样本数、排列方式，看形状怎样始终对得上。',
  en: 'The forward line and the four equations, with the present matrix and its shape under every symbol. Point at any number of the result to see which row and column make it; change the sizes, the number of samples or the layout, and see how the shapes still fit.',
};

export const leavesOut: Text = {
  zh: '更深的网络、别的损失、更多的样本。这里输入之后有两层，用平方误差，最多五个样本。',
  en: 'deeper networks, other losses, more samples. Here are two layers after the input, squared error, at most five samples.',
};

interface Messages {
  equation: string;
  equations: Record<EquationName, string>;
  layer: string;
  layout: string;
  layouts: Record<'columns' | 'rows', string>;
  sizes: Record<SizeName, string>;
  entry: string;
  affine: string;
  sum: string;
  mean: string;
  error: string;
  edit: string;
  activation1: string;
  activation2: string;
  result: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    equation: '公式',
    equations: {
      forward: '前向',
      output: '一 输出层的 δ',
      hidden: '二 隐藏层的 δ',
      W: '三 权重的梯度',
      b: '四 偏置的梯度',
    },
    layer: '层',
    layout: '排列',
    layouts: { columns: '每列一个样本（本书）', rows: '每行一个样本（框架）' },
    sizes: { n0: '输入 n₀', n1: '隐藏 n₁', n2: '输出 n₂', m: '样本 m' },
    entry: '第 {row} 行第 {column} 列：',
    affine: '这一行与这一列逐项相乘再相加，然后加上这个单元的偏置。',
    sum: '这一行与这一列逐项相乘再相加，然后乘以斜率 f′。',
    mean: '这一行与这一列逐项相乘，对 {m} 个样本相加，再除以 {m}。',
    error: '输出减目标，再乘以斜率 f′：逐元素相乘，不是矩阵乘法。',
    edit: '改数',
    activation1: '第 1 层的激活函数',
    activation2: '第 2 层的激活函数',
    result: '结果',
  },
  en: {
    equation: 'Equation',
    equations: {
      forward: 'forward',
      output: '1 δ of the output',
      hidden: '2 δ of the hidden layer',
      W: '3 gradient of the weights',
      b: '4 gradient of the biases',
    },
    layer: 'Layer',
    layout: 'Layout',
    layouts: { columns: 'one column a sample (this book)', rows: 'one row a sample (frameworks)' },
    sizes: { n0: 'inputs n₀', n1: 'hidden n₁', n2: 'outputs n₂', m: 'samples m' },
    entry: 'Row {row}, column {column}:',
    affine: 'The row times the column, term by term, added up; then the bias of the unit.',
    sum: 'The row times the column, term by term, added up; then times the slope f′.',
    mean: 'The row times the column, term by term, added up over {m} samples and divided by {m}.',
    error: 'Output minus target, times the slope f′: element by element, not a matrix product.',
    edit: 'Change the numbers',
    activation1: 'Activation of layer 1',
    activation2: 'Activation of layer 2',
    result: 'Result',
  },
};
