import { tex } from '@components/exercise/tex';
import type { ChoiceExercise, Option } from '@components/exercise/types';
import { drawList, drawNumber, matrixOf } from '@components/exercise/values';
import { Matrix } from '@engine';
import { deltaOf } from './engine';

/** The option for output `j`, counted from 1. */
const output = (j: number): Option => ({
  id: `output-${j}`,
  text: {
    en: `Output ${j}, which says {a.${j}}`,
    zh: `第 ${j} 个输出，它说的是 {a.${j}}`,
  },
  says: {
    en: 'If this is the right class, the loss contains it and corrects it. If not, the loss does not contain it, and its gradient is exactly 0 however large the output is.',
    zh: '如果它是正确的类别，损失里有它，会纠正它。如果不是，损失里没有它，无论输出多大，梯度都恰好是 0。',
  },
});

export const untouchedOutputs: ChoiceExercise = {
  id: 'ce-untouched',
  kind: 'choice',
  several: true,
  title: { en: 'Who hears nothing', zh: '谁什么也听不到' },
  about: 'with-the-sigmoid',
  decimals: 2,
  statement: {
    en: tex`Four outputs with sigmoids say $\slot{a.1}$, $\slot{a.2}$, $\slot{a.3}$ and $\slot{a.4}$. Class {k} is right. The loss is $-\log \acti{L}{i}$, where $i$ is the right class. Choose all outputs whose gradient is exactly 0.`,
    zh: tex`四个用 Sigmoid 的输出说 $\slot{a.1}$、$\slot{a.2}$、$\slot{a.3}$ 和 $\slot{a.4}$。正确的是第 {k} 类。损失是 $-\log \acti{L}{i}$，$i$ 是正确的类别。选出所有梯度恰好为 0 的输出。`,
  },
  draw: (random) => ({
    a: drawList(random, 4, 0.05, 0.95, 2),
    k: 1 + random.integer(4),
  }),
  options: [1, 2, 3, 4].map(output),
  right: (v) => {
    const Y = Matrix.column([1, 2, 3, 4].map((j) => Number(j === v.k)));
    return deltaOf('sigmoidCrossEntropy', matrixOf(v, 'a'), Y)
      .toColumn()
      .flatMap((d, j) => (d === 0 ? [`output-${j + 1}`] : []));
  },
  hints: [
    {
      en: 'Which outputs occur in the loss at all?',
      zh: '损失里究竟出现了哪些输出？',
    },
    {
      en: 'A sigmoid output depends on its own logit only. So a logit reaches the loss only through its own output.',
      zh: 'Sigmoid 的输出只取决于自己的 logit，所以一个 logit 只能通过自己的输出影响损失。',
    },
    {
      en: 'The loss contains the output of class {k} and no other.',
      zh: '损失里只有第 {k} 类的输出。',
    },
  ],
  solution: [
    {
      en: 'The loss contains only the output of class {k}; its gradient is output minus 1.',
      zh: '损失里只有第 {k} 类的输出，它的梯度是输出减 1。',
    },
    {
      en: 'All outputs but number {k} have the gradient 0, whatever they say. Binary cross-entropy would correct each of them.',
      zh: '除了第 {k} 个，所有输出的梯度都是 0，不管它们说什么。换成二元交叉熵，每一个都会得到纠正。',
    },
  ],
};

export const whichPair: ChoiceExercise = {
  id: 'ce-which-pair',
  kind: 'choice',
  title: { en: 'Which pair belongs here?', zh: '该用哪一对？' },
  about: 'binary-cross-entropy',
  statement: {
    en: 'An app is to mark every photo with all the animals that are on it. It knows {n} kinds; a photo may show several of them, or none. Which output layer and loss do you take?',
    zh: '一个程序要给每张照片标出上面所有的动物。它认识 {n} 种；一张照片上可以有好几种，也可以一种都没有。输出层和损失该用哪一对？',
  },
  draw: (random) => ({ n: drawNumber(random, 5, 60, 0) }),
  options: [
    {
      id: 'softmax',
      text: { en: 'Softmax with cross-entropy', zh: 'softmax 配交叉熵' },
      says: {
        en: 'Softmax shares out one whole among the kinds. A second animal would take from the first, and a photo without any could not be described.',
        zh: 'softmax 把一个整体分给各种动物。有第二种动物，就要从第一种那里分走；一种都没有的照片，它也无法表示。',
      },
    },
    {
      id: 'binary',
      text: { en: 'Sigmoids with binary cross-entropy', zh: 'Sigmoid 配二元交叉熵' },
      says: {
        en: 'One question for each kind, each with its own yes or no, and each corrected when it is wrong.',
        zh: '每种动物一个是非题，各答各的，答错了各自得到纠正。',
      },
    },
    {
      id: 'note',
      text: {
        en: 'Sigmoids with the surprise at the present kinds only',
        zh: 'Sigmoid，只对在场的种类计算惊讶度',
      },
      says: {
        en: 'Nothing would ever correct a false yes. The network would learn to say yes to all kinds.',
        zh: '误报的“是”永远得不到纠正，网络会学成对什么都说“是”。',
      },
    },
    {
      id: 'squared',
      text: { en: 'Softmax with squared error', zh: 'softmax 配平方误差' },
      says: {
        en: 'Softmax does not fit, as the kinds do not exclude each other. And squared error learns slowly where the network is sure and wrong.',
        zh: '各种动物并不互相排斥，softmax 不合适。而且在网络肯定却错了的地方，平方误差学得很慢。',
      },
    },
  ],
  right: () => ['binary'],
  hints: [
    {
      en: 'How many answers can be right at the same time?',
      zh: '同时可以有几个正确答案？',
    },
    {
      en: 'Softmax makes the outputs add up to 1. Is that what is wanted here?',
      zh: 'softmax 使各个输出加起来等于 1。这里需要这样吗？',
    },
    {
      en: 'It is {n} questions with yes or no. Every wrong answer, yes or no, should cost something.',
      zh: '这是 {n} 个是非题。每个答错的，不论答的是“是”还是“否”，都应当付出代价。',
    },
  ],
  solution: [
    {
      en: 'The {n} kinds do not exclude each other, so each gets a sigmoid and a question of its own.',
      zh: '{n} 种动物并不互相排斥，所以每种用一个 Sigmoid，各答一题。',
    },
    {
      en: 'A false yes must cost something, and so must a false no: sigmoids with binary cross-entropy.',
      zh: '误报和漏报都要付出代价：Sigmoid 配二元交叉熵。',
    },
  ],
};
