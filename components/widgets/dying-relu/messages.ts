import type { Lang, Text } from '@book/languages';
import type { Fate, UnitName } from './model';

/** What stands under the figure. */
export const caption: Text = {
  zh: '同一个单元训练两次，一次用 ReLU，一次用 Leaky ReLU。第一步的学习率太大，一步之后所有加权和都成了负数。实心点是还能到达单元的样本，空心点是到达不了的。拖动步数看后来怎样，再把第一步的学习率调小试试。',
  en: 'One unit trained twice, with ReLU and with Leaky ReLU. The first step is too large: after it every weighted sum is negative. Full points are samples that still reach the unit, hollow ones do not. Move through the steps to see what becomes of it, then try a smaller first step.',
};

export const leavesOut: Text = {
  zh: '一个单元、一个权重、一个偏置、八个样本；第一步以后，学习率一直是 0.3。',
  en: 'one unit with one weight, one bias and eight samples; after the first step the learning rate is 0.3 throughout.',
};

export const unitText: Record<UnitName, string> = { relu: 'ReLU', leakyRelu: 'Leaky ReLU' };

interface Messages {
  drawing: string;
  target: string;
  loss: string;
  step: string;
  handle: string;
  /** `{n}` of 8. */
  reached: string;
  reach: string;
  firstRate: string;
  kappa: string;
  shift: string;
  shifted: string;
  phases: { first: string; usual: string; shifted: string };
  /** `{at}`, `{steps}`. */
  spoken: string;
  /** `{name}`, `{since}`, `{from}`, `{to}`. */
  fate: Record<Fate['kind'], string>;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    drawing: '两个单元与它们的损失',
    target: 'y',
    loss: '损失',
    step: '步',
    handle: '损失图里的位置',
    reached: '{n}/8 到达',
    reach: '到达的样本',
    firstRate: '第一步的学习率',
    kappa: 'Leaky ReLU 的 κ',
    shift: '第 100 步起输入平移',
    shifted: '输入平移',
    phases: { first: '第一步', usual: '后面的步', shifted: '输入平移之后' },
    spoken: '第 {at} 步，共 {steps} 步',
    fate: {
      alive: '{name}：一直有样本到达，正常学习。',
      dead: '{name}：从第 {since} 步起，一个样本也到达不了，梯度恰好是 0。只要输入不变，再走多少步也不会变。它坏死了。',
      crawling: '{name}：从第 {since} 步起，没有样本到达，但负的一侧斜率是 κ，它还在慢慢往回移。',
      back: '{name}：从第 {from} 步起没有样本到达，第 {to} 步又回来了，继续学习。',
    },
  },
  en: {
    drawing: 'The two units and their losses',
    target: 'y',
    loss: 'loss',
    step: 'step',
    handle: 'Place in the plot of losses',
    reached: '{n} of 8 reach',
    reach: 'samples that reach',
    firstRate: 'Learning rate of the first step',
    kappa: 'κ of Leaky ReLU',
    shift: 'Inputs move at step 100 by',
    shifted: 'inputs move',
    phases: { first: 'first step', usual: 'later steps', shifted: 'after the inputs moved' },
    spoken: 'Step {at} of {steps}',
    fate: {
      alive: '{name}: some samples have always reached it, and it learns.',
      dead: '{name}: since step {since} no sample reaches it. Its gradient is exactly 0, and while its inputs stay the same no number of steps will change that. It is dead.',
      crawling:
        '{name}: since step {since} no sample reaches it, but on the negative side its slope is κ, and it creeps back.',
      back: '{name}: from step {from} on no sample reached it; at step {to} it came back and went on learning.',
    },
  },
};
