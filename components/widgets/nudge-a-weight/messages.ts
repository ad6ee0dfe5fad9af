import type { Lang, Text } from '@book/languages';
import type { Model } from './model';

/** What stands under the figure. */
export const caption: Text = {
  zh: '把一个参数挪动 ε，用损失的变化除以 ε。拖动图中的竖线，或用方向键：看这个商怎样逼近反向传播给出的梯度，又怎样在 ε 太小时被舍入误差毁掉。',
  en: 'Move one parameter by ε and divide the change of the loss by ε. Drag the upright line in the plot, or use the arrow keys: the quotient comes ever closer to the gradient from backpropagation, until ε is so small that rounding spoils it.',
};

export const leavesOut: Text = {
  zh: '一个 2–2–1 网络、一个样本；九个参数里每次只动一个，其余八个不变。',
  en: 'a 2–2–1 network and one sample; one of the nine parameters moves at a time, the other eight stay.',
};

interface Messages {
  parameter: string;
  value: string;
  epsilon: string;
  xAxis: string;
  yAxis: string;
  oneSided: string;
  twoSided: string;
  gradient: string;
  drag: string;
  plot: string;
  says: Record<Model['regime'], string>;
  exactly: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    parameter: '参数',
    value: '它的值',
    epsilon: 'ε',
    xAxis: 'ε',
    yAxis: '与梯度相差多少',
    oneSided: '单侧',
    twoSided: '双侧',
    gradient: '反向传播',
    drag: '挪动的步子 ε',
    plot: '误差随 ε 的变化，两轴都是对数',
    says: {
      curvature:
        'ε 还太大：损失在这一小段里已经弯了。ε 缩小到十分之一，单侧的误差也缩小到十分之一，双侧的缩小到百分之一。',
      best: '单侧的商在这里最准：再大，曲线弯曲造成误差；再小，舍入造成误差。',
      rounding: 'ε 太小：两个损失几乎相等，相减之后只剩下末尾几位的舍入误差，再除以 ε 就被放大了。',
      lost: '挪动之后的损失和原来的每一位都相同，差是 0，商也是 0：这一步完全丢失了。',
    },
    exactly: '误差恰为 0，画在图的底边。',
  },
  en: {
    parameter: 'Parameter',
    value: 'Its value',
    epsilon: 'ε',
    xAxis: 'ε',
    yAxis: 'distance from the gradient',
    oneSided: 'one-sided',
    twoSided: 'two-sided',
    gradient: 'backpropagation',
    drag: 'The nudge ε',
    plot: 'Error against ε, both on logarithmic scales',
    says: {
      curvature:
        'ε is still large: over this stretch the loss has already bent. With ε ten times smaller, the one-sided error is ten times smaller, the two-sided one a hundred times.',
      best: 'The one-sided quotient is at its best here: a larger ε errs because the loss bends, a smaller one because of rounding.',
      rounding:
        'ε is too small: the two losses are almost equal, so their difference keeps little but the rounding of the last digits, and dividing by ε magnifies that.',
      lost: 'The loss after the nudge equals the loss before it in every digit. The difference is 0, so the quotient is 0: the nudge is lost.',
    },
    exactly: 'The error is exactly 0; it is drawn at the bottom edge.',
  },
};
