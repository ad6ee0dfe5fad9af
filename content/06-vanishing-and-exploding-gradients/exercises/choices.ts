import { tex } from '@components/exercise/tex';
import type { ChoiceExercise, PredictExercise, Values } from '@components/exercise/types';
import { drawNumber, numberOf } from '@components/exercise/values';
import { encodeFragment } from '@components/figure/fragment';
import { type Choosable, first, model, type State } from '@components/widgets/chain-of-one/model';

export const rightSigma: ChoiceExercise = {
  id: 've-right-sigma',
  kind: 'choice',
  title: { en: 'How large should the weights be?', zh: '权重该取多大？' },
  about: 'many-units-random-weights',
  statement: {
    en: tex`Every hidden layer has $\slot{n}$ ReLU units, half of which are on. With which standard deviation of the weights does the error keep its length, on average, from layer to layer? The options are rounded to four decimals.`,
    zh: tex`每个隐藏层有 $\slot{n}$ 个 ReLU 单元，其中一半打开着。权重的标准差取多少，误差项的长度从一层到另一层平均不变？各选项保留四位小数。`,
  },
  draw: (random) => {
    const n = drawNumber(random, 20, 500, 0);
    return {
      n,
      right: Math.sqrt(2 / n),
      one: Math.sqrt(1 / n),
      variance: 2 / n,
      half: Math.sqrt(0.5 / n),
    };
  },
  options: [
    {
      id: 'right',
      text: { en: tex`$\slot{right}$`, zh: tex`$\slot{right}$` },
      says: {
        en: 'The square of it times the number of units is 2, and the half that is on leaves 1.',
        zh: '它的平方乘以单元数是 2，打开着的一半再留下 1。',
      },
    },
    {
      id: 'one',
      text: { en: tex`$\slot{one}$`, zh: tex`$\slot{one}$` },
      says: {
        en: 'That would be right if every unit were on. Half of the ReLU units pass nothing, so the squared length is halved at each layer.',
        zh: '如果每个单元都打开着，就是它。可是一半 ReLU 单元什么也不让过，长度的平方每层减半。',
      },
    },
    {
      id: 'variance',
      text: { en: tex`$\slot{variance}$`, zh: tex`$\slot{variance}$` },
      says: {
        en: 'That is the variance. The standard deviation is its square root.',
        zh: '这是方差。标准差是它的平方根。',
      },
    },
    {
      id: 'half',
      text: { en: tex`$\slot{half}$`, zh: tex`$\slot{half}$` },
      says: {
        en: 'The half seems to have gone the wrong way: units that are off make the error smaller, so the weights must be larger for it.',
        zh: '一半似乎用反了：关着的单元使误差项变小，权重就要取得更大才行。',
      },
    },
  ],
  right: (v) =>
    (['right', 'one', 'variance', 'half'] as const).filter(
      (id) => Math.abs((numberOf(v, id) ** 2 * numberOf(v, 'n')) / 2 - 1) < 1e-9,
    ),
  hints: [
    {
      en: 'Two things happen to the squared length in a layer: the random weights, and the slopes of ReLU.',
      zh: '在一层里，长度的平方要经历两件事：随机的权重，和 ReLU 的斜率。',
    },
    {
      en: tex`The weights multiply the squared length by $\units{l}\,\sigma_w^2$, the slopes by one half.`,
      zh: tex`权重使长度的平方乘以 $\units{l}\,\sigma_w^2$，斜率使它乘以二分之一。`,
    },
    {
      en: tex`So $\slot{n}$ times the variance, halved, should be 1. Then take the root of the variance.`,
      zh: tex`所以 $\slot{n}$ 乘以方差，再减半，应当是 1。然后对方差开方。`,
    },
  ],
  solution: [
    {
      en: tex`The variance has to be 2 divided by $\slot{n}$, which is $\slot{variance}$.`,
      zh: tex`方差应当是 2 除以 $\slot{n}$，也就是 $\slot{variance}$。`,
    },
    {
      en: tex`The standard deviation is its root, $\slot{right}$.`,
      zh: tex`标准差是它的平方根，$\slot{right}$。`,
    },
  ],
};

const residualOf = (v: Values): number => (1 + numberOf(v, 's')) ** numberOf(v, 'L');

export const residualFactor: ChoiceExercise = {
  id: 've-residual-factor',
  kind: 'choice',
  title: { en: 'With a way past each layer', zh: '每层都有一条绕行的路' },
  about: 'what-helps',
  statement: {
    en: tex`In each of $\slot{L}$ layers, weight times slope is $\slot{s}$. Now every layer gets a residual connection. By what is an error multiplied on its way through all of them? The options are rounded to four decimals.`,
    zh: tex`$\slot{L}$ 层里，每层的权重乘斜率都是 $\slot{s}$。现在每层都加上残差连接。误差项穿过所有这些层，一共乘以多少？各选项保留四位小数。`,
  },
  draw: (random) => {
    const L = drawNumber(random, 3, 8, 0);
    const s = drawNumber(random, 0.05, 0.3, 2);
    const v = { L, s };
    return { ...v, right: residualOf(v), plain: s ** L, added: 1 + s ** L, sum: 1 + s * L };
  },
  options: [
    {
      id: 'right',
      text: { en: tex`$\slot{right}$`, zh: tex`$\slot{right}$` },
      says: {
        en: 'Each factor is 1 plus weight times slope, and there is one for each layer.',
        zh: '每个因子是 1 加上权重乘斜率，每层一个。',
      },
    },
    {
      id: 'plain',
      text: { en: tex`$\slot{plain}$`, zh: tex`$\slot{plain}$` },
      says: {
        en: 'That is without residual connections: the error vanishes.',
        zh: '这是没有残差连接的情形，误差项消失了。',
      },
    },
    {
      id: 'added',
      text: { en: tex`$\slot{added}$`, zh: tex`$\slot{added}$` },
      says: {
        en: 'Here the 1 was added once, for all layers together. Every layer has its own way past it.',
        zh: '这里所有层合起来只加了一次 1。其实每一层都有自己绕行的路。',
      },
    },
    {
      id: 'sum',
      text: { en: tex`$\slot{sum}$`, zh: tex`$\slot{sum}$` },
      says: {
        en: 'Near, but the factors are multiplied, not added.',
        zh: '很接近，可是因子要相乘，不是相加。',
      },
    },
  ],
  right: (v) =>
    (['right', 'plain', 'added', 'sum'] as const).filter(
      (id) => Math.abs(numberOf(v, id) - residualOf(v)) < 1e-9,
    ),
  hints: [
    {
      en: 'What is the slope of a layer that adds its input to its result?',
      zh: '一层把输入加到自己的结果上，它的斜率是多少？',
    },
    {
      en: tex`Each factor is $1 + \slot{s}$.`,
      zh: tex`每个因子是 $1 + \slot{s}$。`,
    },
    {
      en: tex`Multiply $1 + \slot{s}$ by itself, $\slot{L}$ times in all.`,
      zh: tex`把 $1 + \slot{s}$ 自乘，一共 $\slot{L}$ 个。`,
    },
  ],
  solution: [
    {
      en: tex`Without the connections the error would be multiplied by $\slot{plain}$.`,
      zh: tex`没有残差连接，误差项会乘以 $\slot{plain}$。`,
    },
    {
      en: tex`With them every factor is $1 + \slot{s}$; as a power with exponent $\slot{L}$ that is $\slot{right}$.`,
      zh: tex`有了残差连接，每个因子是 $1 + \slot{s}$，它的 $\slot{L}$ 次方是 $\slot{right}$。`,
    },
  ],
};

/** The chains that the prediction draws from, by number. */
const activations: readonly Choosable[] = ['sigmoid', 'tanh', 'relu'];

const stateOf = (v: Values): State => ({
  ...first,
  f: activations[numberOf(v, 'f')]!,
  w: numberOf(v, 'w'),
  b: numberOf(v, 'b'),
  x: 1,
  L: numberOf(v, 'L'),
  layer: 1,
});

export const predictChain: PredictExercise = {
  id: 've-predict-chain',
  kind: 'predict',
  title: { en: 'Vanish, explode or stay?', zh: '消失、爆炸，还是保持？' },
  about: 'the-other-way-round',
  statement: {
    en: tex`A chain of {f:sigmoid|tanh|ReLU} units has $\slot{L}$ layers and the input 1. Every weight is $\slot{w}$, every bias $\slot{b}$. What happens to the error on its way to layer 1? “Vanishes” and “explodes” mean by a factor of more than a thousand. Predict first; then the figure appears.`,
    zh: tex`一条由 {f:Sigmoid|tanh|ReLU} 单元组成的链有 $\slot{L}$ 层，输入是 1，每个权重都是 $\slot{w}$，每个偏置都是 $\slot{b}$。误差项走到第 1 层，会怎么样？“消失”和“爆炸”指相差一千倍以上。先预测，图随后出现。`,
  },
  draw: (random) => {
    for (;;) {
      const v = {
        f: random.integer(3),
        w: drawNumber(random, -3, 3),
        b: drawNumber(random, -0.5, 0.9),
        L: drawNumber(random, 10, 20, 0),
      };
      const { ratio, verdict } = model(stateOf(v));
      // Near the border the question would be one of arithmetic.
      const clear = ratio < 1e-5 || ratio > 1e5 || (ratio > 0.05 && ratio < 20);
      if (clear && verdict !== 'done') return v;
    }
  },
  options: [
    {
      id: 'vanishes',
      text: { en: 'It vanishes.', zh: '消失。' },
      says: {
        en: 'Each layer multiplies by weight times slope. Here that is clearly less than 1, layer after layer.',
        zh: '每层乘以权重乘斜率。这里它明显小于 1，层层如此。',
      },
    },
    {
      id: 'level',
      text: { en: 'It stays about as large.', zh: '大小差不多。' },
      says: {
        en: 'The factors are near 1, or there are larger and smaller ones that make up for each other.',
        zh: '各层的因子接近 1，或者有大有小，互相抵消。',
      },
    },
    {
      id: 'explodes',
      text: { en: 'It explodes.', zh: '爆炸。' },
      says: {
        en: 'Each unit passes the error with a slope near 1, and the weight multiplies it each time.',
        zh: '每个单元的斜率接近 1，误差项每次都被权重放大。',
      },
    },
    {
      id: 'dead',
      text: { en: 'It becomes exactly 0.', zh: '变成恰好是 0。' },
      says: {
        en: 'Somewhere on the way a ReLU unit is off. Its slope is 0, and nothing gets past it.',
        zh: '路上有一个 ReLU 单元关着，斜率是 0，什么也过不去。',
      },
    },
  ],
  right: (v) => [model(stateOf(v)).verdict],
  widget: 'chain-of-one',
  fragment: (v) => encodeFragment('chain-of-one', stateOf(v), first),
  hints: [
    {
      en: 'Find the factor of a layer: the weight times the slope of the activation function. Is a ReLU unit on?',
      zh: '先求一层的因子：权重乘以激活函数的斜率。ReLU 单元打开着吗？',
    },
    {
      en: 'The sigmoid’s slope is a quarter at most, the tanh’s is 1 at most and soon much less. ReLU has slope 1 where its sum is positive, else 0.',
      zh: 'Sigmoid 的斜率最大四分之一；tanh 的最大是 1，离 0 远了就小得多；ReLU 在加权和为正时斜率是 1，否则是 0。',
    },
    {
      en: 'Follow the forward pass for two or three layers, then it hardly changes. Take the factor there, and think of it multiplied by itself once for each layer.',
      zh: '把前向算两三层，之后就几乎不变了。取那里的因子，想一想它每层乘一次会怎样。',
    },
  ],
  solution: [
    {
      en: tex`Go forward until the activations settle, and look at weight times slope. With ReLU first see whether the units are on.`,
      zh: tex`先往前算，直到激活值稳定下来，再看权重乘斜率。如果是 ReLU，先看单元是不是打开着。`,
    },
    {
      en: tex`That number, multiplied $\slot{L}$ times or so, decides. The figure shows every factor of this chain.`,
      zh: tex`这个数大约自乘 $\slot{L}$ 次，结果就定了。图里有这条链的每一个因子。`,
    },
  ],
};
