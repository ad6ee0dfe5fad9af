import type { Lang, Text } from '@book/languages';
import type { Choosable, Verdict } from './model';

export const caption: Text = {
  zh: '一条链，每层只有一个单元。误差项从最后一层出发往回走，每过一层就乘一个因子。每根柱子是一个因子，纵轴是对数，所以柱子首尾相接就是连乘。换激活函数，改权重，加层数，看误差项走到第 1 层时还剩多少。',
  en: 'A chain with one unit in each layer. The error sets out from the last layer and is multiplied by one factor at every layer on its way back. Each bar is one factor; the axis is logarithmic, so bars standing end to end are a product. Change the activation, the weight, the number of layers, and see what is left of the error at layer 1.',
};

export const leavesOut: Text = {
  zh: '各层的权重取同一个值，偏置也取同一个值，但每一层都有自己的一份；一个样本，目标是 1，损失是平方误差。',
  en: 'all weights are set to the same value, and all biases, though each layer has its own; one sample with target 1, squared error.',
};

interface Messages {
  chart: string;
  axis: string;
  layer: string;
  activation: string;
  names: Record<Choosable, string>;
  layers: string;
  weight: string;
  bias: string;
  input: string;
  /** `{l}` */
  look: string;
  last: string;
  lastLayer: string;
  firstLayer: string;
  /** `{times}` */
  says: Record<Verdict, string>;
  factor: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    chart: '误差项从最后一层走回第 1 层，每层乘一个因子；纵轴是对数',
    axis: '误差项的大小 |δ|',
    layer: '层',
    activation: '激活函数',
    names: {
      sigmoid: 'Sigmoid',
      tanh: 'tanh',
      relu: 'ReLU',
      leakyRelu: 'Leaky ReLU',
      identity: '恒等',
    },
    layers: '层数',
    weight: '每层的权重',
    bias: '每层的偏置',
    input: '输入',
    look: '看第 {l} 层',
    last: '误差项从这里出发。',
    lastLayer: '最后一层',
    firstLayer: '第 1 层',
    says: {
      vanishes: '梯度消失：误差项走到第 1 层，只剩出发时的 {times} 分之一。',
      explodes: '梯度爆炸：误差项走到第 1 层，变成出发时的 {times} 倍。',
      level: '误差项走到第 1 层，大小还没有差出一千倍。',
      dead: '误差项在路上乘到了 0：那里的单元斜率是 0，不是 ReLU 关着，就是离 0 太远。它和它之前的层一点梯度也得不到。',
      weightless: '权重都是 0：误差项走不到最后一层之前的任何一层。',
      done: '输出正好等于目标，没有误差项可传。',
    },
    factor: '这一层的因子',
  },
  en: {
    chart:
      'The error on its way back from the last layer to layer 1, times one factor a layer; logarithmic',
    axis: 'size of the error |δ|',
    layer: 'layer',
    activation: 'Activation',
    names: {
      sigmoid: 'sigmoid',
      tanh: 'tanh',
      relu: 'ReLU',
      leakyRelu: 'Leaky ReLU',
      identity: 'identity',
    },
    layers: 'Layers',
    weight: 'Weight of every layer',
    bias: 'Bias of every layer',
    input: 'Input',
    look: 'Look at layer {l}',
    last: 'The error sets out from here.',
    lastLayer: 'last layer',
    firstLayer: 'layer 1',
    says: {
      vanishes:
        'Vanishing: when it arrives at layer 1 the error is {times} times smaller than when it set out.',
      explodes:
        'Exploding: when it arrives at layer 1 the error is {times} times as large as when it set out.',
      level:
        'At layer 1 the error is still of like size, less than a thousand times apart from where it set out.',
      dead: 'Somewhere the error was multiplied by 0: the slope of a unit is 0 there, a ReLU that is off or one too far out. Neither that layer nor any before it gets a gradient.',
      weightless: 'All weights are 0: the error reaches no layer before the last.',
      done: 'The output equals the target: there is no error to send back.',
    },
    factor: 'factor of this layer',
  },
};
