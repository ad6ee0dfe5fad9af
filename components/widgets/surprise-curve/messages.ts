import type { Lang, Text } from '@book/languages';
import type { Axis } from './model';

export const caption: Text = {
  zh: '一个 Sigmoid 单元，正确答案是 1，它却几乎肯定地说 0。沿曲线拖动圆点，或用方向键：看两种损失的切线，以及学习率为 1 时各自走一步能走多远。错得越肯定，交叉熵推得越用力，平方误差却几乎不推。',
  en: 'A sigmoid unit says 0 and is almost certain, where the answer is 1. Drag the point along the curve, or use the arrow keys: see the tangents of both losses, and how far one step with learning rate 1 goes. The surer the mistake, the harder cross-entropy pushes, while squared error hardly pushes at all.',
};

export const leavesOut: Text = {
  zh: '一个单元、一个样本、目标值 1；目标值是 0 时，图关于纵轴翻转过来，别的都一样。',
  en: 'one unit, one sample, target 1; with target 0 the picture is mirrored and nothing else changes.',
};

interface Messages {
  axis: string;
  axes: Record<Axis, string>;
  plot: string;
  drag: string;
  loss: string;
  crossEntropy: string;
  squaredError: string;
  step: string;
  /** `{times}`: how many times as much. */
  times: string;
  same: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    axis: '横轴',
    axes: { z: '加权和 z', a: '正确类别的概率 a' },
    plot: '两种损失随横轴的变化，以及此刻的切线',
    drag: '单元的加权和',
    loss: '损失',
    crossEntropy: '交叉熵',
    squaredError: '平方误差',
    step: '各走一步：',
    times: '在这里，交叉熵推动单元的力度是平方误差的 {times} 倍。',
    same: '在这里，两种损失推动单元的力度相差不到 10 倍。',
  },
  en: {
    axis: 'Drawn against',
    axes: { z: 'the weighted sum z', a: 'the probability a of the right class' },
    plot: 'Both losses along the axis, with their present tangents',
    drag: 'Weighted sum of the unit',
    loss: 'loss',
    crossEntropy: 'cross-entropy',
    squaredError: 'squared error',
    step: 'one step:',
    times: 'Here cross-entropy pushes the unit {times} times as hard as squared error.',
    same: 'Here cross-entropy pushes the unit less than 10 times as hard as squared error.',
  },
};
