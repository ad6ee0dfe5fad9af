import type { Lang, Text } from '@book/languages';
import type { State } from './model';

export const caption: Text = {
  zh: '训练时，dropout 每次都随机关掉几个隐藏单元。每抽一次，网络就给出一个不同的输出（点）；抽得越多，它们的平均值（实线）越靠近测试时的输出（虚线）。按一下某个单元，可以亲手把它打开或关掉。',
  en: 'In training, dropout turns off a few hidden units at random, different ones each time. With each draw the network gives another output (dots); the more draws, the nearer their mean (solid line) comes to the output at test time (dashed line). Press a unit to switch it on or off by hand.',
};

export const leavesOut: Text = {
  zh: '只有一个样本，权重固定不变；dropout 只用在隐藏层。亲手拨动的单元不算进平均值。',
  en: 'one sample, and weights that stay as they are; dropout only in the hidden layer. What you switch by hand does not count towards the mean.',
};

interface Messages {
  net: string;
  input: string;
  hidden: string;
  output: string;
  /** `{k}` */
  switchOff: string;
  /** `{k}` */
  switchOn: string;
  table: string;
  unit: string;
  chart: string;
  masks: string;
  mean: string;
  test: string;
  thisMask: string;
  /** `{n}` */
  meanOf: string;
  error: string;
  allMasks: string;
  testOutput: string;
  saysLinear: string;
  /** `{gap}` */
  saysBent: string;
  draw: string;
  play: string;
  pause: string;
  hundred: string;
  restart: string;
  backward: string;
  rate: string;
  form: string;
  forms: Record<State['form'], string>;
  outputUnit: string;
  outputs: Record<State['output'], string>;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    net: '当前掩码下的网络',
    input: '输入',
    hidden: '隐藏层',
    output: '输出',
    switchOff: '单元 {k} 打开着，按下关掉',
    switchOn: '单元 {k} 关着，按下打开',
    table: '每个隐藏单元：穿过掩码，再反向回来',
    unit: '单元',
    chart: '每个掩码下的输出、它们的平均值，和测试时的输出',
    masks: '抽取次数',
    mean: '平均值',
    test: '测试时',
    thisMask: '这个掩码下的输出',
    meanOf: '{n} 次抽取的平均',
    error: '这个平均值的标准误',
    allMasks: '16 种掩码按概率平均',
    testOutput: '测试时的输出',
    saysLinear:
      '输出单元只求和，所以按概率平均恰好等于测试时的输出。抽取的平均值与它的差距，通常不超过两个标准误。',
    saysBent:
      '输出要经过 Sigmoid。进入它的和，平均起来仍然相等；弯过之后就不等了：测试时的输出与真正的平均相差 {gap}。',
    draw: '抽一次掩码',
    play: '连续抽取',
    pause: '暂停',
    hundred: '再抽 100 次',
    restart: '重新数',
    backward: '看反向',
    rate: '关掉的概率 p',
    form: '缩放',
    forms: { inverted: '训练时除以 1 − p', classic: '测试时乘以 1 − p' },
    outputUnit: '输出单元',
    outputs: { identity: '只求和', sigmoid: 'Sigmoid' },
  },
  en: {
    net: 'The network under the present mask',
    input: 'input',
    hidden: 'hidden',
    output: 'output',
    switchOff: 'Unit {k} is on; press to switch it off',
    switchOn: 'Unit {k} is off; press to switch it on',
    table: 'Each hidden unit: through the mask and back',
    unit: 'unit',
    chart: 'The output under each mask, their mean, and the output at test time',
    masks: 'masks drawn',
    mean: 'mean',
    test: 'at test time',
    thisMask: 'Output under this mask',
    meanOf: 'Mean of {n} draws',
    error: 'Standard error of this mean',
    allMasks: 'All 16 masks, by probability',
    testOutput: 'Output at test time',
    saysLinear:
      'The output unit only adds up, so the mean over all masks is exactly the output at test time. The mean of the draws is mostly within two standard errors of it.',
    saysBent:
      'The output goes through a sigmoid. The sum that enters it still agrees on average; once bent it no longer does: the output at test time differs from the true mean by {gap}.',
    draw: 'Draw a mask',
    play: 'Keep drawing',
    pause: 'Pause',
    hundred: 'Draw 100 more',
    restart: 'Count anew',
    backward: 'Show backward',
    rate: 'Probability of off, p',
    form: 'Scaling',
    forms: { inverted: 'in training: ÷ (1 − p)', classic: 'at test time: × (1 − p)' },
    outputUnit: 'Output unit',
    outputs: { identity: 'only adds up', sigmoid: 'sigmoid' },
  },
};
