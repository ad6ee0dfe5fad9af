import type { LineExercise, OrderExercise } from '@components/exercise/types';

export const orderAdam: OrderExercise = {
  id: 'op-order-adam',
  kind: 'order',
  title: { en: 'One step of Adam, in order', zh: 'Adam 的一步，排好次序' },
  about: 'adam',
  statement: {
    en: 'These are the parts of one step of Adam. Put them in an order in which everything is there when it is needed. Several orders are right.',
    zh: '下面是 Adam 一步的各个部分。把它们排好，使每样东西用到时都已经有了。正确的次序不止一种。',
  },
  lines: [
    {
      id: 'gradient',
      text: {
        en: 'Find the gradient of the mini-batch by backpropagation.',
        zh: '用反向传播求小批量的梯度。',
      },
      after: [],
    },
    {
      id: 'm',
      text: {
        en: 'Take a share of the gradient into its running mean.',
        zh: '把梯度的一份收进它的滑动平均。',
      },
      after: ['gradient'],
    },
    {
      id: 'v',
      text: {
        en: 'Take a share of the squared gradient into the running mean of squares.',
        zh: '把梯度平方的一份收进平方的滑动平均。',
      },
      after: ['gradient'],
    },
    {
      id: 'mHat',
      text: {
        en: 'Correct the mean of the gradients.',
        zh: '修正梯度的平均。',
      },
      after: ['m'],
    },
    {
      id: 'vHat',
      text: {
        en: 'Correct the mean of the squares.',
        zh: '修正平方的平均。',
      },
      after: ['v'],
    },
    {
      id: 'step',
      text: {
        en: 'Divide one by the root of the other and move the parameter.',
        zh: '用一个除以另一个的平方根，移动参数。',
      },
      after: ['mHat', 'vHat'],
    },
  ],
  mistakes: [
    {
      id: 'correct-first',
      says: {
        en: 'A mean was corrected before the new gradient was in it.',
        zh: '新梯度还没有收进去，平均就修正了。',
      },
      about: 'eq-op-adam-corrected',
      earlier: 'm',
      later: 'mHat',
    },
    {
      id: 'move-first',
      says: {
        en: 'The parameter moved before the mean of the squares had been corrected.',
        zh: '平方的平均还没有修正，参数就移动了。',
      },
      about: 'eq-op-adam',
      earlier: 'vHat',
      later: 'step',
    },
  ],
  hints: [
    {
      en: 'Nothing can be done before the gradient is there.',
      zh: '没有梯度，什么也做不了。',
    },
    {
      en: 'Each mean is first brought up to date, then corrected. The two do not wait for each other.',
      zh: '每个平均先更新，再修正。两个平均互不等待。',
    },
    {
      en: 'The move comes last: it needs both corrected means.',
      zh: '移动放在最后：它需要两个修正后的平均。',
    },
  ],
  solution: [
    {
      en: 'The gradient comes first. Then each mean takes it in and is corrected, in whichever order between the two. The move comes last.',
      zh: '梯度在最前面。然后两个平均各自收进它、再修正，两者之间先后随意。移动在最后。',
    },
  ],
};

export const bugBatch: LineExercise = {
  id: 'op-bug-batch',
  kind: 'find-the-bug',
  form: 'line',
  title: { en: 'The largest batch is best?', zh: '批越大越好？' },
  about: 'mini-batches',
  statement: {
    en: 'Somebody argues for training with all samples in every update. One line does not follow; all others are true or follow from the lines before. Find that line.',
    zh: '有人主张每次更新都用全部样本。有一行不成立，其余各行要么是对的，要么能由前面得出。找出这一行。',
  },
  lines: [
    {
      id: 'mean',
      text: {
        en: 'The gradient of a mini-batch is an estimate of the gradient of all samples.',
        zh: '小批量的梯度，是全体样本梯度的一个估计。',
      },
      says: {
        en: 'It is, and on average it is right. The bug is elsewhere.',
        zh: '没错，而且平均来说是对的。错在别处。',
      },
    },
    {
      id: 'noise',
      text: {
        en: 'The larger the batch, the smaller the error of this estimate.',
        zh: '批越大，这个估计的误差越小。',
      },
      says: {
        en: 'True, and with all samples there is none. The bug is elsewhere.',
        zh: '没错，用全部样本时误差为零。错在别处。',
      },
    },
    {
      id: 'direction',
      text: {
        en: 'So a single step with all samples goes in a better direction than one with a few.',
        zh: '所以单看一步，用全部样本的方向比用几个样本的好。',
      },
      says: {
        en: 'It follows, for one step. The bug is elsewhere.',
        zh: '就一步来说，成立。错在别处。',
      },
    },
    {
      id: 'bug',
      text: {
        en: 'So after the same number of epochs training with all samples has come farthest.',
        zh: '所以轮数相同时，用全部样本训练走得最远。',
      },
      says: {
        en: 'A better step, but only one in an epoch. Small batches take many in the same time, and with one learning rate they come farther.',
        zh: '一步是更好，可是一轮只有一步。小批量在同一轮里走许多步，学习率相同时走得更远。',
      },
    },
    {
      id: 'end',
      text: {
        en: 'So, counting by epochs, it is best always to use all samples.',
        zh: '所以按轮数算，总是用全部样本最好。',
      },
      says: {
        en: 'It follows from the line before, which is wrong already.',
        zh: '它能由前一行得出，只是前一行已经错了。',
      },
    },
  ],
  wrongLine: 'bug',
  hints: [
    {
      en: 'Look at the figure with the four batch sizes and one learning rate, over epochs.',
      zh: '看四种批大小的那张图，学习率相同，以轮数为横轴。',
    },
    {
      en: 'How many updates does each make in an epoch?',
      zh: '每种批大小，一轮里更新多少次？',
    },
    {
      en: 'One line goes from a single step to a whole epoch.',
      zh: '有一行从“一步”跳到了“一轮”。',
    },
  ],
  solution: [
    {
      en: 'A step with all samples is better than a step with a few, but it costs as much as many such steps.',
      zh: '用全部样本的一步，好过用几个样本的一步，但代价抵得上许多步。',
    },
    {
      en: 'The line that does not follow: “So after the same number of epochs training with all samples has come farthest.”',
      zh: '不成立的是：“所以轮数相同时，用全部样本训练走得最远。”',
    },
  ],
};
