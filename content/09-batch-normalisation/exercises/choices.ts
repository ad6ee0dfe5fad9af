import { tex } from '@components/exercise/tex';
import type {
  ChoiceExercise,
  LineExercise,
  PredictExercise,
  Values,
} from '@components/exercise/types';
import { drawNumber, numberOf, vectorOf } from '@components/exercise/values';
import { encodeFragment } from '@components/figure/fragment';
import { first, model, moved, type State } from '@components/widgets/bn-steps/model';

const stateOf = (v: Values): State => ({
  ...first,
  z: [...vectorOf(v, 'z')],
  mode: numberOf(v, 'inference') === 1 ? 'inference' : 'training',
  gamma: 1,
  beta: 0,
});
/** How the output of sample 3 changes when sample 6 is dragged. */
function change(v: Values): number {
  const state = stateOf(v);
  const after = model(moved(state, 6, numberOf(v, 'to')));
  return after.values.out[2]! - model(state).values.out[2]!;
}

export const predictOther: PredictExercise = {
  id: 'bn-predict-other',
  kind: 'predict',
  title: { en: 'One is dragged, another moves?', zh: '拖一个，另一个动不动？' },
  about: 'what-is-done-to-a-batch',
  statement: {
    en: tex`The layer is in {inference:training|inference} mode; the scale is 1, the shift 0. The sums of the six samples are $\slot{z.1}$, $\slot{z.2}$, $\slot{z.3}$, $\slot{z.4}$, $\slot{z.5}$ and $\slot{z.6}$. Sample 6 is dragged to $\slot{to}$. What does the output of sample 3 do? Predict first; then the figure appears.`,
    zh: tex`这一层处在{inference:训练|推理}状态，缩放是 1，平移是 0。六个样本的加权和是 $\slot{z.1}$、$\slot{z.2}$、$\slot{z.3}$、$\slot{z.4}$、$\slot{z.5}$ 和 $\slot{z.6}$。把样本 6 拖到 $\slot{to}$，样本 3 的输出会怎样？先预测，图随后出现。`,
  },
  draw: (random) => {
    for (;;) {
      const base = drawNumber(random, -1, 1);
      const v = {
        z: [-1.5, -0.7, 0.1, 0.8, 1.6, 4].map(
          (z) => Math.round((z + base + drawNumber(random, -0.2, 0.2)) * 10) / 10,
        ),
        to: drawNumber(random, -3, 7),
        inference: random.integer(4) === 0 ? 1 : 0,
      };
      // So clear that it needs no arithmetic; and a drag that is a drag.
      const far = Math.abs(v.to - v.z[5]!) > 1.5;
      if (far && v.z.every((z) => z !== 0) && (v.inference === 1 || Math.abs(change(v)) > 0.1)) {
        return v;
      }
    }
  },
  options: [
    {
      id: 'up',
      text: { en: 'It becomes larger.', zh: '变大。' },
      says: {
        en: 'So it is where the mean falls, or the spread changes, in favour of sample 3.',
        zh: '均值变小，或者散开的程度变得对样本 3 有利时，就是这样。',
      },
    },
    {
      id: 'down',
      text: { en: 'It becomes smaller.', zh: '变小。' },
      says: {
        en: 'So it is where the mean rises, or the spread changes, against sample 3.',
        zh: '均值变大，或者散开的程度变得对样本 3 不利时，就是这样。',
      },
    },
    {
      id: 'same',
      text: { en: 'It stays exactly as it is.', zh: '完全不变。' },
      says: {
        en: 'So it is in inference: the running averages know nothing of this batch.',
        zh: '推理时是这样：滑动平均不知道这一批里有什么。',
      },
    },
  ],
  right: (v) => {
    const by = change(v);
    return [by === 0 ? 'same' : by > 0 ? 'up' : 'down'];
  },
  widget: 'bn-steps',
  fragment: (v) => encodeFragment('bn-steps', stateOf(v), first),
  hints: [
    {
      en: 'Which mean and which variance does this mode use?',
      zh: '这种状态用的是哪个均值、哪个方差？',
    },
    {
      en: 'In training, ask first where the mean goes when sample 6 moves. Then whether the batch gets wider or narrower.',
      zh: '训练时，先问样本 6 一动，均值往哪边走；再问这一批变宽了还是变窄了。',
    },
    {
      en: 'Sample 3 is near the middle. There the mean counts for more than the spread.',
      zh: '样本 3 离中间不远，在那里均值比散开的程度更要紧。',
    },
  ],
  solution: [
    {
      en: tex`In inference nothing happens to sample 3. In training the mean moves towards the place to which sample 6 is dragged, and sample 3, near the middle, mostly moves the other way.`,
      zh: tex`推理时，样本 3 不受影响。训练时，均值朝样本 6 去的方向移动，靠近中间的样本 3 多半朝反方向动。`,
    },
    {
      en: tex`In the figure, drag sample 6 to $\slot{to}$ and compare the last column of the table.`,
      zh: tex`在图里把样本 6 拖到 $\slot{to}$，比一比表格的最后一列。`,
    },
  ],
};

export const parameterCount: ChoiceExercise = {
  id: 'bn-parameter-count',
  kind: 'choice',
  title: { en: 'How many numbers are learned?', zh: '学多少个数？' },
  about: 'a-bias-that-does-nothing',
  statement: {
    en: tex`A layer has $\slot{k}$ inputs and $\slot{n}$ units. Batch normalisation is put between its sums and its activation function, and the bias is left out as it should be. How many numbers does the layer learn?`,
    zh: tex`一层有 $\slot{k}$ 个输入、$\slot{n}$ 个单元。在加权和与激活函数之间放上批规范化，并照规矩去掉偏置。这一层一共要学多少个数？`,
  },
  draw: (random) => {
    const k = drawNumber(random, 5, 40, 0);
    const n = drawNumber(random, 5, 40, 0);
    return {
      k,
      n,
      weights: k * n,
      right: k * n + 2 * n,
      bias: k * n + 3 * n,
      running: k * n + 4 * n,
      two: k * n + 2,
    };
  },
  options: [
    {
      id: 'right',
      text: { en: tex`$\slot{right}$`, zh: tex`$\slot{right}$` },
      says: {
        en: 'The weights, and for each unit a scale and a shift.',
        zh: '权重，再加上每个单元一个缩放、一个平移。',
      },
    },
    {
      id: 'bias',
      text: { en: tex`$\slot{bias}$`, zh: tex`$\slot{bias}$` },
      says: {
        en: 'Here the biases were counted too. They have been left out.',
        zh: '这里把偏置也算进去了，而偏置已经去掉。',
      },
    },
    {
      id: 'running',
      text: { en: tex`$\slot{running}$`, zh: tex`$\slot{running}$` },
      says: {
        en: 'Running averages are kept, but not learned: no gradient changes them.',
        zh: '滑动平均要存下来，但不是学出来的：没有梯度去改它们。',
      },
    },
    {
      id: 'two',
      text: { en: tex`$\slot{two}$`, zh: tex`$\slot{two}$` },
      says: {
        en: 'Every unit has a scale and a shift of its own, not the layer one of each.',
        zh: '每个单元各有自己的缩放和平移，不是一层共用一对。',
      },
    },
  ],
  right: (v) =>
    (['right', 'bias', 'running', 'two'] as const).filter(
      (id) => numberOf(v, id) === numberOf(v, 'weights') + 2 * numberOf(v, 'n'),
    ),
  hints: [
    { en: 'Count the weights first.', zh: '先数权重。' },
    {
      en: 'Which two numbers does batch normalisation learn, and does each unit have its own?',
      zh: '批规范化学的是哪两个数？是每个单元各有一对吗？',
    },
    {
      en: tex`There are $\slot{weights}$ weights; to these come two numbers for each of the $\slot{n}$ units.`,
      zh: tex`权重有 $\slot{weights}$ 个；$\slot{n}$ 个单元，每个再加两个数。`,
    },
  ],
  solution: [
    {
      en: tex`$\slot{k} \cdot \slot{n} + 2 \cdot \slot{n} = \slot{right}$.`,
      zh: tex`$\slot{k} \cdot \slot{n} + 2 \cdot \slot{n} = \slot{right}$。`,
    },
  ],
};

export const scaleWeights: ChoiceExercise = {
  id: 'bn-scale-weights',
  kind: 'choice',
  title: { en: 'All weights larger', zh: '权重一齐放大' },
  about: 'eq-bn-scale-free',
  statement: {
    en: tex`All weights that lead to a unit with batch normalisation are multiplied by $\slot{k}$. By what is the gradient of these weights multiplied, if $\varepsilon$ is left out of account? Options are rounded to four decimals.`,
    zh: tex`通向某个单元的权重全都乘以 $\slot{k}$，这个单元后面有批规范化。不计 $\varepsilon$，这些权重的梯度会乘以多少？各选项保留四位小数。`,
  },
  draw: (random) => {
    const k = drawNumber(random, 1.5, 6);
    return { k, right: 1 / k, same: 1, square: 1 / k ** 2, times: k };
  },
  options: [
    {
      id: 'right',
      text: { en: tex`$\slot{right}$`, zh: tex`$\slot{right}$` },
      says: {
        en: 'The outputs stay, but the same small change of a weight is now smaller against its size.',
        zh: '输出不变，但同样一点点改动，相对于放大了的权重就变小了。',
      },
    },
    {
      id: 'same',
      text: { en: tex`$\slot{same}$`, zh: tex`$\slot{same}$` },
      says: {
        en: 'The outputs stay, but not the gradient: it has to get through a larger standard deviation.',
        zh: '输出不变，梯度却会变：它要穿过一个更大的标准差。',
      },
    },
    {
      id: 'square',
      text: { en: tex`$\slot{square}$`, zh: tex`$\slot{square}$` },
      says: {
        en: 'That would be so if one divided by the variance.',
        zh: '假如除以的是方差，才会这样。',
      },
    },
    {
      id: 'times',
      text: { en: tex`$\slot{times}$`, zh: tex`$\slot{times}$` },
      says: {
        en: 'It is the other way round: larger weights get smaller gradients.',
        zh: '正好相反：权重越大，梯度越小。',
      },
    },
  ],
  right: (v) =>
    (['right', 'same', 'square', 'times'] as const).filter(
      (id) => Math.abs(numberOf(v, id) * numberOf(v, 'k') - 1) < 1e-9,
    ),
  hints: [
    {
      en: 'What happens to mean, standard deviation and normalised values?',
      zh: '均值、标准差、规范化之后的值各会怎样？',
    },
    {
      en: 'The normalised values stay. In the backward pass one divides by the standard deviation, which has grown.',
      zh: '规范化之后的值不变。反向传播时要除以标准差，而它变大了。',
    },
    {
      en: tex`The standard deviation has become $\slot{k}$ times as large.`,
      zh: tex`标准差变成了原来的 $\slot{k}$ 倍。`,
    },
  ],
  solution: [
    {
      en: tex`The gradient is divided by $\slot{k}$, that is multiplied by $1 / \slot{k} \approx \slot{right}$.`,
      zh: tex`梯度除以 $\slot{k}$，也就是乘以 $1 / \slot{k} \approx \slot{right}$。`,
    },
  ],
};

export const bugClaim: LineExercise = {
  id: 'bn-bug-claim',
  kind: 'find-the-bug',
  form: 'line',
  title: { en: 'Why it is used', zh: '为什么要用它' },
  about: 'what-is-disputed',
  statement: {
    en: 'Somebody explains batch normalisation. Four lines hold; one claims more than is known. Find that one.',
    zh: '有人这样讲解批规范化。四行站得住脚，有一行说得比已知的更多。找出这一行。',
  },
  lines: [
    {
      id: 'moves',
      text: {
        en: 'When early layers learn, what later layers receive changes its distribution.',
        zh: '前面的层在学习，后面的层收到的数，分布就会变。',
      },
      says: {
        en: 'It does; the figure shows it. The bug is elsewhere.',
        zh: '确实如此，图里看得见。错在别处。',
      },
    },
    {
      id: 'fixed',
      text: {
        en: 'With batch normalisation the mean and the spread of a unit’s outputs are set by its shift and its scale.',
        zh: '有了批规范化，一个单元输出的均值和散开的程度，由它的平移和缩放决定。',
      },
      says: {
        en: 'In training they are. The bug is elsewhere.',
        zh: '训练时正是这样。错在别处。',
      },
    },
    {
      id: 'larger',
      text: {
        en: 'Networks with it can often be trained with a larger learning rate.',
        zh: '有了它，网络常常能用更大的学习率训练。',
      },
      says: {
        en: 'They can; the table shows it. The bug is elsewhere.',
        zh: '能，表里看得见。错在别处。',
      },
    },
    {
      id: 'bug',
      text: {
        en: 'So it has been shown that training is faster because the distributions shift less.',
        zh: '可见已经证明：训练变快，是因为分布漂移得少了。',
      },
      says: {
        en: 'The two go together, but that does not make one the cause of the other. Where noise made the distributions shift more, training was about as fast.',
        zh: '两件事一同出现，不等于一件是另一件的原因。有人加噪声使分布漂移得更厉害，训练照样差不多一样快。',
      },
    },
    {
      id: 'inference',
      text: {
        en: 'In inference running averages take the place of the batch’s statistics.',
        zh: '推理时，用滑动平均代替这一批的统计量。',
      },
      says: {
        en: 'That is how it is done. The bug is elsewhere.',
        zh: '就是这样做的。错在别处。',
      },
    },
  ],
  wrongLine: 'bug',
  hints: [
    {
      en: 'Four lines say what is so. One says why.',
      zh: '四行说的是事实，一行说的是原因。',
    },
    {
      en: 'Read again what was found three years after the invention.',
      zh: '再读一读，发明三年之后人们发现了什么。',
    },
    {
      en: 'Look for the word “so”.',
      zh: '找“可见”两个字。',
    },
  ],
  solution: [
    {
      en: 'The line that does not follow: “So it has been shown that training is faster because the distributions shift less.” That it helps is certain, why it helps is disputed.',
      zh: '推不出来的是：“可见已经证明：训练变快，是因为分布漂移得少了。”有用是肯定的，为什么有用还在争论。',
    },
  ],
};
