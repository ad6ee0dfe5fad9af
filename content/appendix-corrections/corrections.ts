import type { Correction } from '@book/corrections';
import { hiddenLayers } from './checks';

/** What the source note gets wrong or leaves loose, in the order of its sections. */
export const corrections: readonly Correction[] = [
  {
    section: 2,
    note: '未经激活的输出为 $z^l=W^la^{l-1}+b$',
    correction: {
      zh: '偏置也要有层的编号：每一层都有自己的偏置 $\\bias{l}$。',
      en: 'The bias needs the number of its layer too: every layer has its own $\\bias{l}$.',
    },
    why: {
      zh: '没有编号，就像是所有层共用一个偏置，而各层的单元数都不一样。',
      en: 'Without it, all layers seem to share one bias, though they have different numbers of units.',
    },
    proof: { equations: ['fb-z'] },
  },
  {
    section: 2,
    note: '$\\sum_{k=1}^{n_{l+1}}\\delta^{l+1}_jW^{l+1}_{kj}$',
    correction: {
      zh: '和里面的误差项带下标 $k$：是每个听众自己的 $\\delti{l+1}{k}$。',
      en: 'The error inside the sum carries $k$: it is each listener’s own $\\delti{l+1}{k}$.',
    },
    why: {
      zh: '求和是对下一层的所有单元求的。写成 $j$，就把同一个误差项加了许多遍。',
      en: 'The sum runs over the units of the next layer. With $j$, one and the same error is added many times.',
    },
    proof: { equations: ['fb-delta-hidden-scalar'] },
  },
  {
    section: 2,
    note: '方程组最后一行 $z^{l+1}_{n_{l+1}}=\\sum_jW^{l+1}_{kj}a^l_j+b^{l+1}_{n_{l+1}}$',
    correction: {
      zh: '这一行的权重，第一个下标应当是 $\\units{l+1}$，与左边一致。',
      en: 'The first index of the weight in this line should be $\\units{l+1}$, as on the other side.',
    },
    why: {
      zh: '下标 $k$ 在这个方程组里没有定义。',
      en: 'In this system nothing says what $k$ is.',
    },
    proof: { equations: ['fb-next-layer'] },
  },
  {
    section: 2,
    note: '一个包含 L 个隐藏层（包括输入层）的神经网络',
    correction: {
      zh: '层编号为 $0$ 到 $L$：$0$ 是输入层，$L$ 是输出层，其间有 $L-1$ 个隐藏层。',
      en: 'The layers are numbered $0$ to $L$: $0$ is the input, $L$ the output, with $L-1$ hidden layers between them.',
    },
    why: {
      zh: '输入层不算隐藏层，它什么也不计算。照原文数，层数就差了一。',
      en: 'The input is no hidden layer, since it computes nothing. As the note counts, the number is off by one.',
    },
    proof: { check: hiddenLayers },
  },
  {
    section: 2,
    note: "$\\delta^L=\\frac{\\partial \\mathcal{L}}{\\partial a^L}\\otimes f'(z^L)$",
    correction: {
      zh: '逐元素相乘写作 $\\had$。',
      en: 'The elementwise product is written $\\had$.',
    },
    why: {
      zh: '$\\otimes$ 通常表示外积，那会得到一个矩阵，不是向量。',
      en: '$\\otimes$ usually means the outer product, which gives a matrix and not a vector.',
    },
    proof: { equations: ['fb-delta-output', 'fb-delta-hidden'] },
  },
  {
    section: 3,
    note: "$relu'(z)$ 在 $z\\ge0$ 时为 1",
    correction: {
      zh: 'ReLU 在 0 处没有导数，取 1 还是取 0 是约定；PyTorch 和多数库取 0。',
      en: 'ReLU has no derivative at 0; taking 1 or 0 there is a convention, and PyTorch and most libraries take 0.',
    },
    why: {
      zh: '从两边逼近 0，斜率一边是 0，一边是 1。',
      en: 'Coming from the two sides of 0, the slope is 0 on one and 1 on the other.',
    },
    proof: { equations: ['act-relu-slope'] },
  },
  {
    section: 3,
    note: '$softmax(z_i)=\\frac{e^{z_i}}{\\sum_ie^{z_i}}$',
    correction: {
      zh: '求和要用另一个下标：分母对所有单元求和，分子只属于第 $i$ 个。',
      en: 'The sum needs an index of its own: the denominator adds up over all units, the numerator belongs to unit $i$.',
    },
    why: {
      zh: '同一个 $i$ 既是某个单元，又跑遍所有单元，式子就没法读了。',
      en: 'One and the same $i$ cannot be a certain unit and run over all of them.',
    },
    proof: { equations: ['act-softmax'] },
  },
  {
    section: 3,
    note: 'ReLU 函数的导数大于 0 部分都为常数，不会产生梯度消失现象',
    correction: {
      zh: '这话只对单个打开着的单元成立。权重的连乘照样能让梯度消失，关着的单元什么也不让过。',
      en: 'It holds for a single unit that is on. The product of weights can still make gradients vanish, and a unit that is off passes nothing.',
    },
    why: {
      zh: '误差项每过一层，乘的是斜率和权重，不只是斜率。',
      en: 'At each layer the error is multiplied by slope and weight, not by the slope alone.',
    },
    proof: { equations: ['ve-delta-chain'] },
  },
  {
    section: 4,
    note: '将每个隐藏单元的参数都初始化为相等的值……将参数初始化得很小能够避免出现梯度爆炸的现象',
    correction: {
      zh: '出问题的是“相等”，与取什么值无关；而只讲“很小”，会让信号随层数消失。',
      en: 'What breaks things is being equal, whatever the value; and “very small” alone makes signals vanish with depth.',
    },
    why: {
      zh: '相等的单元得到相等的梯度，永远分不开。权重太小，方差每层都缩小同一个倍数。',
      en: 'Equal units get equal gradients and never part. With weights too small, each layer shrinks the variance by the same factor.',
    },
    proof: { equations: ['pi-equal-gradients', 'pi-depth'] },
  },
  {
    section: 4,
    note: '初始化后，每层输出的方差不会受该层输入个数的影响，且每层梯度的方差也不受该层输出个数的影响',
    correction: {
      zh: '两个条件只有在输入个数等于输出个数时才能同时满足，Xavier 取的是折中。',
      en: 'Both conditions hold together only where the numbers of inputs and outputs are equal. Xavier takes the middle.',
    },
    why: {
      zh: '前向要求方差是输入个数的倒数，反向要求是输出个数的倒数。',
      en: 'Forward asks for one over the number of inputs, backward for one over the number of outputs.',
    },
    proof: { equations: ['pi-forward-condition', 'pi-backward-condition', 'pi-xavier-variance'] },
  },
  {
    section: 5,
    note: '交叉熵+Sigmoid：$\\frac{\\partial \\mathcal{L}}{\\partial z^L}=(a^L-y)\\otimes y$',
    correction: {
      zh: '求导没有错，但这个损失不该和 Sigmoid 相配：错误类别的梯度恰好是 0。应当用二元交叉熵，梯度是 $\\act{L} - \\y$。',
      en: 'The derivative is right, but this loss should not go with the sigmoid: wrong classes get a gradient of exactly 0. Binary cross-entropy is what is wanted, with the gradient $\\act{L} - \\y$.',
    },
    why: {
      zh: '网络对什么都回答“是”，这个损失就是 0。',
      en: 'A network that says yes to everything has a loss of 0.',
    },
    proof: { equations: ['ce-delta-note', 'ce-delta-bce'] },
  },
  {
    section: 7,
    note: '通过不断迭代直到到达损失函数的全局最小点或者局部最小点',
    correction: {
      zh: '梯度下降停在梯度为 0 的点，鞍点也在其中。',
      en: 'Gradient descent ends where the gradient is 0, and saddle points are among those.',
    },
    why: {
      zh: '在鞍点，一个方向是谷底，另一个方向是山脊，梯度照样是 0。',
      en: 'At a saddle one direction is the bottom of a valley, another the top of a ridge, and the gradient is 0 all the same.',
    },
    proof: { equations: ['op-saddle'] },
  },
  {
    section: 7,
    note: 'Batch_Size 太小……模型表现效果极其糟糕；Batch_Size 增大到某些时候，达到最终收敛精度上的最优',
    correction: {
      zh: '这些是经验之谈，都有例外：小批量也能训练得很好，噪声有时还有好处。',
      en: 'These are rules of thumb with exceptions: small batches can train very well, and their noise is sometimes a help.',
    },
    why: {
      zh: '批大小怎样影响泛化，研究者至今意见不一，结果还与学习率有关。',
      en: 'How the batch size bears on generalisation is disputed to this day, and it depends on the learning rate.',
    },
    proof: {
      none: {
        zh: '这是要靠实验回答的问题，不是一个可以验算的式子。',
        en: 'This is a question for experiments, not a formula that could be checked.',
      },
    },
  },
  {
    section: 8,
    note: '在原有损失函数的基础上加上 L2 正则化项 $\\lambda\\sum w^2$',
    correction: {
      zh: '这样写，每个权重的梯度多出 $2\\lambda w$。许多书和库写的是 $\\tfrac{\\lambda}{2}$，梯度多出 $\\lambda w$；比较数值前要看清是哪一种。',
      en: 'Written so, the gradient of each weight gains $2\\lambda w$. Many books and libraries write $\\tfrac{\\lambda}{2}$, and it gains $\\lambda w$; look which of the two it is before comparing numbers.',
    },
    why: {
      zh: '同一个 λ，两种约定相差一倍。',
      en: 'With the same λ the two differ by a factor of two.',
    },
    proof: { equations: ['of-l2-gradient', 'of-l2-half'] },
  },
  {
    section: 9,
    note: '减去 Mini-Batch 内数据的均值除以 Mini-Batch 内数据的方差进行标准化',
    correction: {
      zh: '除以的是标准差，而且方差要先加上一个小数 ε 再开方。',
      en: 'What one divides by is the standard deviation, and a small ε is added to the variance before the root.',
    },
    why: {
      zh: '除以方差，结果的标准差就不是 1。没有 ε，方差为 0 时会除以 0。',
      en: 'Divided by the variance, the result does not have standard deviation 1. Without ε a variance of 0 divides by 0.',
    },
    proof: { equations: ['bn-normalise'] },
  },
  {
    section: 9,
    note: 'BN 在推理时使用的均值和方差为所有 mini-batches 训练样本均值和方差的累计滑动平均结果',
    correction: {
      zh: '训练时用的是这一批自己的均值和方差；滑动平均只在推理时用，它带一个动量，累计的是无偏方差。',
      en: 'Training uses the batch’s own mean and variance. The running averages, with a momentum, serve for inference alone, and what is averaged is the unbiased variance.',
    },
    why: {
      zh: '推理时的输出不应当取决于同一批里还有谁。',
      en: 'In inference an output must not depend on who else is in the batch.',
    },
    proof: { equations: ['bn-running-mean', 'bn-running-variance', 'bn-inference'] },
  },
  {
    section: 9,
    note: '强行拉回到均值为0方差为1的标准正态分布',
    correction: {
      zh: '规范化只把均值变成 0、方差变成 1，不会把分布变成正态分布。',
      en: 'Normalising makes the mean 0 and the variance 1. It does not make the distribution normal.',
    },
    why: {
      zh: '减去一个数再除以一个数，只是移动和伸缩，分布的形状不变。',
      en: 'To subtract one number and divide by another only shifts and stretches; the shape stays.',
    },
    proof: { equations: ['bn-normalise'] },
  },
  {
    section: 3,
    note: 'Sigmod；可以环节过拟合',
    correction: {
      zh: '应当是 Sigmoid；缓解过拟合。',
      en: 'It should be Sigmoid, and 缓解 (to ease) for 环节 (a link).',
    },
    why: { zh: '打字的错误。', en: 'Slips in typing.' },
    proof: {
      none: { zh: '没有要验算的东西。', en: 'There is nothing to check.' },
    },
  },
];
