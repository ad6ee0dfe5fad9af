import type { Lang, Text } from '@book/languages';
import type { State } from './model';

export const caption: Text = {
  zh: '四个隐藏单元学着分开两个圆环。每个点是一个单元，位置就是它的两个输入权重；细线是它走过的路。起点相同，四个点就一直叠在一起。按“轻推一个单元”，看会发生什么；也可以拖动起点。',
  en: 'Four hidden units learn to tell two rings apart. Each dot is a unit, placed by its two weights in; the line is the way it has come. From an equal start the four dots stay on top of each other. Press “Nudge one unit” and see what happens; or drag the start.',
};

export const leavesOut: Text = {
  zh: '2–4–1 网络，tanh，16 个样本，学习率 4；偏置和输出权重也在学习，但没有画在平面上。',
  en: 'a 2–4–1 network with tanh, 16 samples, learning rate 4; biases and weights out learn too but have no axis here.',
};

interface Messages {
  plane: string;
  xAxis: string;
  yAxis: string;
  startPoint: string;
  one: string;
  several: string;
  unit: string;
  loss: string;
  lossAxis: string;
  untouched: string;
  step: string;
  different: string;
  allEqual: string;
  someEqual: string;
  allDifferent: string;
  stuck: string;
  apart: string;
  nudge: string;
  undo: string;
  start: string;
  starts: Record<State['start'], string>;
  size: string;
  /** `{seed}`. */
  again: string;
  learning: string;
}

/** `{n}`, `{step}`, `{steps}`: numbers; `{x}`, `{y}`: a place. */
export const messages: Record<Lang, Messages> = {
  zh: {
    plane: '四个隐藏单元在权重平面上的位置',
    xAxis: '横轴：来自输入 1 的权重',
    yAxis: '纵轴：来自输入 2 的权重',
    startPoint: '起点',
    one: '单元 {n}',
    several: '单元 {n}',
    unit: '单元',
    loss: '损失',
    lossAxis: '损失（横轴：步数）',
    untouched: '没有轻推',
    step: '第 {step} 步，共 {steps} 步',
    different: '互不相同的单元：{n} 个（共 4 个）',
    allEqual:
      '四个单元的权重每一位都相同，梯度也相同，所以下一步之后仍然相同。它们合起来只顶一个单元用。',
    someEqual: '被推过的单元走上了自己的路。没有推过的仍然一模一样，合起来只算一个。',
    allDifferent: '四个单元各不相同，都在做自己的那份工作。',
    stuck: '所有权重都是 0，它们的梯度也都是 0。除了输出的偏置，什么都动不了，训练多久都一样。',
    apart: '两个单元的权重最多相差',
    nudge: '轻推一个单元',
    undo: '撤去轻推',
    start: '起点',
    starts: {
      equal: '全部相同',
      zero: '全部为零',
      outgoing: '只有输出权重不同',
      random: '随机',
    },
    size: '推的幅度',
    again: '换一组（种子 {seed}）',
    learning: '训练',
  },
  en: {
    plane: 'The four hidden units in the plane of their weights',
    xAxis: 'horizontal: weight from input 1',
    yAxis: 'vertical: weight from input 2',
    startPoint: 'Start',
    one: 'unit {n}',
    several: 'units {n}',
    unit: 'unit',
    loss: 'Loss',
    lossAxis: 'loss against steps',
    untouched: 'without a nudge',
    step: 'Step {step} of {steps}',
    different: 'Different units: {n} of 4',
    allEqual:
      'All four units have the same weights to the last digit, and the same gradients, so they will be the same after the next step. Together they do the work of one.',
    someEqual:
      'A unit that was nudged goes its own way. Those that were not are still the same and count as one.',
    allDifferent: 'All four units are different, and each does work of its own.',
    stuck:
      'Every weight is 0, and so is its gradient. Nothing but the bias of the output can move, however long you train.',
    apart: 'Weights of two units differ by at most',
    nudge: 'Nudge one unit',
    undo: 'Take nudges back',
    start: 'Start',
    starts: {
      equal: 'all equal',
      zero: 'all zero',
      outgoing: 'only weights out differ',
      random: 'random',
    },
    size: 'Nudge by',
    again: 'Again (seed {seed})',
    learning: 'training',
  },
};
