import type { Lang, Text } from '@book/languages';
import type { PairName } from './model';

export const caption: Text = {
  zh: '四个类别，正确的是标了圈的那一个。上下拖动 z 的柱子，或用方向键；换输出层的激活函数与损失的搭配。看每个类别得到多大的梯度，再和同一激活函数下平方误差给的梯度比一比，两者用同一把尺。',
  en: 'Four classes; the right one has a ring around its number. Drag the bars of z up and down, or use the arrow keys; choose how activation and loss are paired. See how large a gradient each class gets, and compare with the gradient that squared error gives after the same activation, drawn to the same scale.',
};

export const leavesOut: Text = {
  zh: '只有输出层和一个样本；z 从哪里来、梯度再往回怎样传，与第 2 章相同。',
  en: 'the output layer and one sample only; where z comes from and how the gradient travels on is as in chapter 2.',
};

interface Messages {
  pair: string;
  pairs: Record<PairName, string>;
  target: string;
  drawing: string;
  classes: string;
  logit: string;
  squaredError: string;
  exactlyZero: string;
  loss: string;
  /** `{j}`: the chosen class. */
  chosen: string;
  says: Record<PairName, string>;
  besides: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    pair: '激活函数与损失',
    pairs: {
      softmax: 'softmax 配交叉熵',
      note: 'Sigmoid 配笔记的交叉熵',
      binary: 'Sigmoid 配二元交叉熵',
    },
    target: '正确类别',
    drawing: '各类别的 z、a、y 和梯度',
    classes: '类别',
    logit: '类别 {j} 的 z',
    squaredError: '平方误差',
    exactlyZero: '恰为 0',
    loss: '损失',
    chosen: '类别 {j}',
    says: {
      softmax: '正确的类别要增大，别的要减小；概率越高的错误类别，压得越重。梯度加起来是 0。',
      note: '只有正确的类别得到梯度。其余三个恰好是 0，它们说得多肯定都没有关系，没有谁来纠正。',
      binary: '每个类别各答各的“是”或“否”，答错多少就纠正多少，谁也不漏。',
    },
    besides: '同一激活函数配平方误差：',
  },
  en: {
    pair: 'Activation and loss',
    pairs: {
      softmax: 'softmax, cross-entropy',
      note: 'sigmoid, the note’s cross-entropy',
      binary: 'sigmoid, binary cross-entropy',
    },
    target: 'Right class',
    drawing: 'z, a, y and the gradient of every class',
    classes: 'class',
    logit: 'z of class {j}',
    squaredError: 'squared error',
    exactlyZero: 'exactly 0',
    loss: 'loss',
    chosen: 'Class {j}',
    says: {
      softmax:
        'The right class is to grow, the others are to shrink, the likeliest of them most. The gradients add up to 0.',
      note: 'Only the right class gets a gradient. The other three get exactly 0: however sure they are, nothing ever corrects them.',
      binary:
        'Each class answers its own yes or no, and is corrected by as much as it is wrong. None is left out.',
    },
    besides: 'With squared error after the same activation:',
  },
};
