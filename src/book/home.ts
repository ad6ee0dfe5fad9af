import type { Text } from './languages';

/** What the home page says. */
export const home = {
  /** The one sentence under the title. */
  promise: {
    zh: '神经网络里的每一个数从哪里来、往哪里去：动手拖一拖，一步一步算清楚。',
    en: 'Where every number in a neural network comes from and where it goes: drag it, step through it, work it out.',
  },
  /** Stands beside the living network. */
  invitation: {
    zh: '拖动一个输入。前向的数随即改变，损失随之变化，责任沿原路返回每一个权重。',
    en: 'Drag an input. The forward numbers change at once, the loss follows, and the blame travels back to every weight.',
  },
  /** Heading and sentences: what the reader will be able to do. */
  ableTitle: { zh: '读完之后，你能做到', en: 'What you will be able to do' },
  able: [
    {
      zh: '拿一支笔，把一个小网络的前向与反向逐个数字算完。',
      en: 'Take a pencil and work a small network forward and backward, number by number.',
    },
    {
      zh: '说清四个公式里每个下标、每个转置为什么在那里。',
      en: 'Say why every index and every transpose in the four equations stands where it does.',
    },
    {
      zh: '用几十行代码写出反向传播，并用有限差分证明它没有错。',
      en: 'Write backpropagation in a few dozen lines and use finite differences to check it.',
    },
    {
      zh: '看懂别的教材和框架换了记号之后的同一套公式。',
      en: 'Recognise the same equations in other books and frameworks, whatever the letters.',
    },
  ],
  /** Heading of the contents on the home page. */
  contentsTitle: { zh: '目录', en: 'Contents' },
  /** Link to the ways through the book, after what the reader has to bring. */
  ways: {
    zh: '只看想法、连推导一起读、明天要考试：三种读法',
    en: 'Ideas only, with the derivations, exam tomorrow: three ways through the book',
  },
  /** What the reader has to bring. */
  presupposes: {
    zh: '需要中学代数。会一点导数和矩阵更好；第一遍阅读可以跳过所有推导。',
    en: 'You need school algebra. A little calculus and matrix arithmetic help; on a first reading every derivation can be skipped.',
  },
} as const satisfies Record<string, Text | readonly Text[]>;
