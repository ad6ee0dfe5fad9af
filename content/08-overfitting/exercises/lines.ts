import { tex } from '@components/exercise/tex';
import type { LineExercise, OrderExercise } from '@components/exercise/types';

export const orderScaling: OrderExercise = {
  id: 'of-order-scaling',
  kind: 'order',
  title: { en: 'Why the mean agrees', zh: '平均为什么相等' },
  about: 'what-the-next-layer-hears',
  statement: {
    en: 'These lines show that the sum at test time is the mean of the sums in training. Put them in an order in which every line uses only what stands before it. Several orders are right.',
    zh: '下面几行说明：测试时的和，就是训练时各次的和的平均。把它们排好，使每一行只用到前面已有的东西。正确的次序不止一种。',
  },
  lines: [
    {
      id: 'on',
      text: {
        en: tex`A unit is on with probability $1 - p$, else it sends 0.`,
        zh: tex`一个单元以概率 $1 - p$ 打开着，否则送出 0。`,
      },
      after: [],
    },
    {
      id: 'divide',
      text: {
        en: tex`When it is on, it sends its activation divided by $1 - p$.`,
        zh: tex`打开着时，它送出激活值除以 $1 - p$。`,
      },
      after: [],
    },
    {
      id: 'mean',
      text: {
        en: 'So on average a unit sends exactly its activation.',
        zh: '所以一个单元平均送出的，恰好是它的激活值。',
      },
      after: ['on', 'divide'],
    },
    {
      id: 'linear',
      text: {
        en: 'The mean of a weighted sum is the weighted sum of the means.',
        zh: '加权和的平均，等于平均的加权和。',
      },
      after: [],
    },
    {
      id: 'sum',
      text: {
        en: 'So the mean of the next unit’s sum is the sum of all activations times their weights, plus the bias.',
        zh: '所以下一个单元的和，平均是全部激活值乘以各自的权重之和，再加偏置。',
      },
      after: ['mean', 'linear'],
    },
    {
      id: 'test',
      text: {
        en: 'That is what the unit computes at test time, when nothing is off and nothing is scaled.',
        zh: '这正是测试时这个单元所算的：什么也不关，什么也不缩放。',
      },
      after: ['sum'],
    },
  ],
  mistakes: [
    {
      id: 'mean-before-on',
      says: {
        en: 'The mean of what a unit sends needs the probability with which it is on.',
        zh: '要求一个单元平均送出多少，先得知道它打开的概率。',
      },
      about: 'eq-of-inverted',
      earlier: 'on',
      later: 'mean',
    },
    {
      id: 'sum-before-linear',
      says: {
        en: 'The step from one unit to the sum uses that means can be taken term by term, which has not been said yet.',
        zh: '从一个单元到整个和，用到了“平均可以逐项取”，可是前面还没有说。',
      },
      about: 'eq-of-next-sum',
      earlier: 'linear',
      later: 'sum',
    },
  ],
  hints: [
    {
      en: 'Begin with what is known without the others: when a unit is on, what it then sends, how means and sums go together.',
      zh: '先放不依赖别的那几行：什么时候打开、打开时送出多少、平均与求和的关系。',
    },
    {
      en: 'First one unit, then the whole sum.',
      zh: '先说一个单元，再说整个和。',
    },
    { en: 'The line about test time comes last.', zh: '讲测试时的那一行在最后。' },
  ],
  solution: [
    {
      en: 'Probability and division come before the mean of one unit; that and the rule for sums come before the mean of the whole sum; test time comes last.',
      zh: '概率和除法在单个单元的平均之前；它和求和的规则在整个和的平均之前；测试时放在最后。',
    },
  ],
};

export const bugDecay: LineExercise = {
  id: 'of-bug-decay',
  kind: 'find-the-bug',
  form: 'line',
  title: { en: 'Weight decay by way of Adam', zh: '经过 Adam 的权重衰减' },
  about: 'under-adam-the-two-part',
  statement: {
    en: 'Somebody argues that it makes no difference where the decay goes. One line does not follow; all others are true or follow from the lines before. Find that line.',
    zh: '有人论证：衰减放在哪里都一样。有一行不成立，其余各行要么是对的，要么能由前面得出。找出这一行。',
  },
  lines: [
    {
      id: 'slope',
      text: {
        en: 'L2 adds to each gradient a term proportional to the weight.',
        zh: 'L2 给每个梯度加上与权重成正比的一项。',
      },
      says: {
        en: 'That is its gradient. The bug is elsewhere.',
        zh: '这正是它的梯度。错在别处。',
      },
    },
    {
      id: 'sgd',
      text: {
        en: 'Plain gradient descent multiplies the gradient by the learning rate, so every weight shrinks by the same proportion.',
        zh: '普通的梯度下降把梯度乘以学习率，所以每个权重按同样的比例缩小。',
      },
      says: {
        en: 'It does. The bug is elsewhere.',
        zh: '没错。错在别处。',
      },
    },
    {
      id: 'adam',
      text: {
        en: 'Adam divides each gradient by a running measure of its own size.',
        zh: 'Adam 把每个梯度除以它自己大小的一种滑动估计。',
      },
      says: {
        en: 'That is what Adam does. The bug is elsewhere.',
        zh: 'Adam 就是这样做的。错在别处。',
      },
    },
    {
      id: 'bug',
      text: {
        en: 'The term of L2 is in that gradient, so under Adam too every weight shrinks by the same proportion.',
        zh: 'L2 的那一项就在这个梯度里，所以用 Adam，每个权重也按同样的比例缩小。',
      },
      says: {
        en: 'The term is divided as well, for each weight by another number. So the proportion is another for each.',
        zh: '这一项也跟着被除，每个权重除的数都不一样，比例也就各不相同。',
      },
    },
    {
      id: 'end',
      text: {
        en: 'So Adam with L2 and AdamW train alike.',
        zh: '所以 Adam 加 L2 与 AdamW 的训练是一样的。',
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
      en: 'Look at the table with the two weights.',
      zh: '看看有两个权重的那张表。',
    },
    {
      en: 'What exactly does Adam divide: the gradient of the loss alone, or all that has been added to it?',
      zh: 'Adam 除的究竟是什么：只是损失的梯度，还是加进去的全部？',
    },
    {
      en: 'One line forgets that the penalty is divided along with the rest.',
      zh: '有一行忘了，惩罚项也跟着一起被除。',
    },
  ],
  solution: [
    {
      en: 'Adam divides the whole gradient, the penalty included. A weight whose gradients are large then hardly decays, one whose gradients are small decays fast.',
      zh: 'Adam 除的是整个梯度，连惩罚项在内。于是梯度大的权重几乎不衰减，梯度小的衰减得很快。',
    },
    {
      en: 'The line that does not follow: “The term of L2 is in that gradient, so under Adam too every weight shrinks by the same proportion.”',
      zh: '不成立的是：“L2 的那一项就在这个梯度里，所以用 Adam，每个权重也按同样的比例缩小。”',
    },
  ],
};
