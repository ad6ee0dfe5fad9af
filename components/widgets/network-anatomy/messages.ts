import type { Lang, Text } from '@book/languages';

export const caption: Text = {
  zh: '一个网络和它的全部名字。点一条线（或矩阵里的一个元素），看这个权重叫什么、从哪里来、到哪里去；用加减号改变每层的单元数，看矩阵的形状和参数个数怎样跟着变。',
  en: 'A network and all its names. Choose a line, or an entry of a matrix, to see what that weight is called, where it comes from and where it leads. Change the number of units with plus and minus, and watch the shapes and the number of parameters follow.',
};

export const leavesOut: Text = {
  zh: '权重的数值，以及每个单元的激活函数；这里只看结构。',
  en: 'the values of the weights and the activation functions: this is the skeleton alone.',
};

interface Messages {
  diagram: string;
  layer: string;
  input: string;
  hidden: string;
  output: string;
  units: string;
  /** Of a layer: `{l}`. */
  more: string;
  fewer: string;
  addLayer: string;
  removeLayer: string;
  /** `{layer}`, `{to}`, `{from}`, `{before}`. */
  weightSays: string;
  biasSays: string;
  /** Position: `{to}`, `{from}`. */
  weightPlace: string;
  biasPlace: string;
  weightSpoken: string;
  biasSpoken: string;
  shape: string;
  count: string;
  total: string;
  entries: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    diagram: '网络的结构',
    layer: '层',
    input: '输入层',
    hidden: '隐藏层',
    output: '输出层',
    units: '单元',
    more: '第 {l} 层多一个单元',
    fewer: '第 {l} 层少一个单元',
    addLayer: '加一个隐藏层',
    removeLayer: '减一个隐藏层',
    weightSays: '从第 {before} 层的单元 {from} 到第 {layer} 层的单元 {to} 的权重。',
    biasSays: '第 {layer} 层单元 {to} 的偏置，不连着任何发送的单元。',
    weightPlace: '在矩阵里：第 {to} 行，第 {from} 列。',
    biasPlace: '在向量里：第 {to} 个元素。',
    weightSpoken: '第 {layer} 层的权重，到单元 {to}，从单元 {from}',
    biasSpoken: '第 {layer} 层的偏置，单元 {to}',
    shape: '形状',
    count: '参数',
    total: '合计',
    entries: '元素',
  },
  en: {
    diagram: 'The parts of a network',
    layer: 'layer',
    input: 'input',
    hidden: 'hidden',
    output: 'output',
    units: 'units',
    more: 'One more unit in layer {l}',
    fewer: 'One unit fewer in layer {l}',
    addLayer: 'Add a hidden layer',
    removeLayer: 'Remove a hidden layer',
    weightSays: 'The weight from unit {from} of layer {before} to unit {to} of layer {layer}.',
    biasSays: 'The bias of unit {to} of layer {layer}. No sending unit belongs to it.',
    weightPlace: 'In the matrix: row {to}, column {from}.',
    biasPlace: 'In the vector: entry {to}.',
    weightSpoken: 'weight of layer {layer}, to unit {to}, from unit {from}',
    biasSpoken: 'bias of layer {layer}, unit {to}',
    shape: 'shape',
    count: 'parameters',
    total: 'together',
    entries: 'entries',
  },
};
