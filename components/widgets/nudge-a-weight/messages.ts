import type { Lang, Text } from '@book/languages';
import type { Regime } from './model';

/** What stands under the figure. */
export const caption: Text = {
  zh: '把一个参数挪动 ε，用损失的变化除以 ε。拖动图中的竖线，或用方向键：看这个商怎样逼近反向传播给出的梯度，又怎样在 ε 太小时被舍入误差毁掉。',
  en: 'Move one parameter by ε and divide the change of the loss by ε. Drag the upright line in the plot, or use the arrow keys: the quotient comes ever closer to the gradient from backpropagation, until ε is so small that rounding spoils it.',
};

export const leavesOut: Text = {
  zh: '更大的网络和更多的样本。这里是一个 2–2–1 网络、一个样本，九个参数里每次只动一个。',
  en: 'larger networks and more samples. This is a 2–2–1 network with one sample, and one of its nine parameters moves at a time.',
};

interface Messages {
  parameter: string;
  value: string;
  epsilon: string;
  xAxis: string;
  yAxis: string;
  oneSided: string;
  twoSided: string;
  quotient: string;
  error: string;
  drag: string;
  plot: string;
  /** `{which}`: one-sided or two-sided; `{gain}`: how many times smaller its error becomes. */
  says: Record<Regime, string>;
  absorbed: string;
  exactly: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    parameter: '参数',
    value: '参数的值',
    epsilon: 'ε',
    xAxis: 'ε（越来越小）',
    yAxis: '与梯度相差多少',
    oneSided: '单侧',
    twoSided: '双侧',
    quotient: '商',
    error: '误差',
    drag: '挪动的步子 ε',
    plot: '误差随 ε 的变化，两轴都是对数',
    says: {
      curvature:
        '{which}：误差来自截断，ε 还太大，损失在这一小段里已经弯了。ε 缩小到十分之一，误差缩小到约 1/{gain}。',
      best: '{which}：在这里差不多最准。ε 再大，截断误差更大；再小，舍入误差更大。',
      rounding:
        '{which}：误差来自舍入，ε 太小，两个损失几乎相等，相减后只剩末尾几位的舍入误差，除以 ε 就放大了。',
      lost: '{which}：两个损失的每一位都相同，差是 0，商也是 0，这一步完全丢失了。',
    },
    absorbed: '在双精度里 θ + ε 舍入后就是 θ 本身。',
    exactly: '误差恰为 0 的点画在图的底边。',
  },
  en: {
    parameter: 'Parameter',
    value: 'Value of the parameter',
    epsilon: 'ε',
    xAxis: 'ε, ever smaller',
    yAxis: 'distance from the gradient',
    oneSided: 'one-sided',
    twoSided: 'two-sided',
    quotient: 'quotient',
    error: 'error',
    drag: 'The nudge ε',
    plot: 'Error against ε, both on logarithmic scales',
    says: {
      curvature:
        'The {which} error is truncation: ε is large, and over this stretch the loss has already bent. With ε ten times smaller, the error becomes about {gain} times smaller.',
      best: 'The {which} quotient is about at its best: a larger ε costs more truncation, a smaller one more rounding.',
      rounding:
        'The {which} error is rounding: ε is so small that the two losses are almost equal. Their difference keeps only the rounding of the last digits, and dividing by ε magnifies it.',
      lost: 'The {which} quotient is 0: the two losses agree in every digit, so the nudge is lost.',
    },
    absorbed: 'In double precision θ + ε rounds to θ itself.',
    exactly: 'An error of exactly 0 is drawn at the bottom edge.',
  },
};
