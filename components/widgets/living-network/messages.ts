import type { Lang, Text } from '@book/languages';

export const caption: Text = {
  zh: '一个小网络，里面的数都是活的。上下拖动输入或目标：前向的数马上改变，损失跟着变，红线的粗细就是每个权重分到的责任。按“学一步”，看损失下降。',
  en: 'A living network. Drag an input or the target up and down: the numbers going forward change at once, the loss follows, and the width of each red line is that weight’s share of the blame. Press “Learn one step” and the loss falls.',
};

export const leavesOut: Text = {
  zh: '偏置，它们也一样在学习；别的样本，这里只有一个。',
  en: 'the biases, which learn too; and all samples but one.',
};

interface Messages {
  diagram: string;
  input: string;
  hidden: string;
  output: string;
  target: string;
  loss: string;
  blame: string;
  less: string;
  more: string;
  learn: string;
  pause: string;
  done: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    diagram: '活的网络',
    input: '输入',
    hidden: '隐藏',
    output: '输出',
    target: '目标',
    loss: '损失',
    blame: '责任最大的权重',
    less: '把它调小，损失下降得最快。',
    more: '把它调大，损失下降得最快。',
    learn: '学一步',
    pause: '停住',
    done: '输出已经几乎等于目标，没有谁还要承担责任。',
  },
  en: {
    diagram: 'The living network',
    input: 'input',
    hidden: 'hidden',
    output: 'output',
    target: 'target',
    loss: 'Loss',
    blame: 'Most to blame',
    less: 'Making it smaller lowers the loss fastest.',
    more: 'Making it larger lowers the loss fastest.',
    learn: 'Learn one step',
    pause: 'Hold still',
    done: 'The output is almost the target: nobody is to blame any more.',
  },
};
