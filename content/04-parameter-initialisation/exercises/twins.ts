import { slotMatrix, tex } from '@components/exercise/tex';
import type {
  ChoiceExercise,
  PartsExercise,
  PredictExercise,
  Values,
} from '@components/exercise/types';
import { drawList, drawNumber, numberOf, part, vectorOf } from '@components/exercise/values';
import { encodeFragment } from '@components/figure/fragment';
import { first, frames, momentOf, type State, train } from '@components/widgets/symmetry/model';
import { Matrix, matmulNT, Network } from '@engine';

/** δ xᵀ for two units with these errors. */
const outer = (delta: readonly number[], x: readonly number[]): number[][] =>
  matmulNT(Matrix.column(delta), Matrix.column(x)).toRows();

const stepped = (w: readonly number[], gradient: readonly (readonly number[])[], alpha: number) =>
  gradient.map((row) => row.map((g, k) => w[k]! - alpha * g));

export const twinGradient: PartsExercise = {
  id: 'pi-twin-gradient',
  kind: 'matrix',
  title: { en: 'One step of two equal units', zh: '两个相同单元的一步' },
  about: 'equal-units-stay-equal',
  statement: {
    en: tex`Two hidden units are equal: each has the weights $\slot{w.1}$ and $\slot{w.2}$, the same bias, and the same weight to the output. The input is $\xin{1} = \slot{x.1}$, $\xin{2} = \slot{x.2}$, and the error of the first unit comes out as $\delti{1}{1} = \slot{d}$. Find the gradient of $\W{1}$, and $\W{1}$ after one step with the learning rate $\lr = \slot{alpha}$. Give both to four decimals.`,
    zh: tex`两个隐藏单元完全相同：权重都是 $\slot{w.1}$ 和 $\slot{w.2}$，偏置相同，通向输出的权重也相同。输入是 $\xin{1} = \slot{x.1}$，$\xin{2} = \slot{x.2}$，算得第一个单元的误差项是 $\delti{1}{1} = \slot{d}$。求 $\W{1}$ 的梯度，以及用学习率 $\lr = \slot{alpha}$ 走一步之后的 $\W{1}$。都保留四位小数。`,
  },
  draw: (random) => {
    const w = drawList(random, 2, -0.9, 0.9);
    const x = drawList(random, 2, -2, 2);
    const d = drawNumber(random, -0.9, 0.9);
    const alpha = drawNumber(random, 0.1, 0.9);
    const g = outer([d, d], x);
    return { w, x, d, alpha, g, next: stepped(w, g, alpha) };
  },
  parts: [
    part({
      id: 'g',
      label: { en: tex`$\dds{\loss}{\W{1}} =$`, zh: tex`$\dds{\loss}{\W{1}} =$` },
      spoken: { en: 'gradient of the weights', zh: '权重的梯度' },
      decimals: 4,
      answer: (v) => outer([numberOf(v, 'd'), numberOf(v, 'd')], vectorOf(v, 'x')),
      mistakes: [
        {
          id: 'one-row',
          says: {
            en: 'You seem to have given the second unit no gradient. It is equal to the first, and so is its error.',
            zh: '你似乎没有给第二个单元梯度。它和第一个相同，误差项也相同。',
          },
          about: 'eq-pi-equal-errors',
          value: (v) => outer([numberOf(v, 'd'), 0], vectorOf(v, 'x')),
        },
        {
          id: 'transposed',
          says: {
            en: 'Rows and columns have changed places. A row belongs to the unit that receives.',
            zh: '行和列换了位置。一行属于一个接收的单元。',
          },
          value: (v) => {
            const [p = 0, q = 0] = vectorOf(v, 'x').map((x) => x * numberOf(v, 'd'));
            return [
              [p, p],
              [q, q],
            ];
          },
        },
        {
          id: 'halved',
          says: {
            en: 'You seem to have shared the error between the two units. Each has the whole of it.',
            zh: '你似乎把误差项平分给了两个单元。每个单元都有完整的一份。',
          },
          value: (v) => outer([numberOf(v, 'd') / 2, numberOf(v, 'd') / 2], vectorOf(v, 'x')),
        },
      ],
    }),
    part({
      id: 'next',
      label: { en: tex`$\W{1}$ after the step`, zh: tex`走一步之后的 $\W{1}$` },
      spoken: { en: 'weights after the step', zh: '走一步之后的权重' },
      decimals: 4,
      answer: (v) =>
        stepped(vectorOf(v, 'w'), v.g as readonly (readonly number[])[], numberOf(v, 'alpha')),
      mistakes: [
        {
          id: 'uphill',
          says: {
            en: 'Your step goes along the gradient. Go against it: subtract.',
            zh: '你是沿着梯度走的。要逆着走，也就是减。',
          },
          value: (v) =>
            stepped(vectorOf(v, 'w'), v.g as readonly (readonly number[])[], -numberOf(v, 'alpha')),
        },
        {
          id: 'no-rate',
          says: { en: 'The learning rate seems to be missing.', zh: '似乎漏了学习率。' },
          value: (v) => stepped(vectorOf(v, 'w'), v.g as readonly (readonly number[])[], 1),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'What is the error of the second unit? Look at what the two have in common.',
      zh: '第二个单元的误差项是多少？看看两个单元有哪些相同。',
    },
    {
      en: 'A gradient is the error of the receiving unit times the activation that was sent. Both rows have the same error and the same inputs.',
      zh: '梯度等于接收单元的误差项乘以送来的激活值。两行的误差项相同，输入也相同。',
    },
    {
      en: tex`The first entry of each row is $\slot{d} \cdot \slotp{x.1} = \slot{g.1.1}$.`,
      zh: tex`每一行的第一个元素是 $\slot{d} \cdot \slotp{x.1} = \slot{g.1.1}$。`,
    },
  ],
  solution: [
    {
      en: tex`Equal units have equal errors, so both rows of the gradient are $\slot{d} \cdot \slotp{x.1} = \slot{g.1.1}$ and $\slot{d} \cdot \slotp{x.2} = \slot{g.1.2}$.`,
      zh: tex`相同的单元误差项相同，所以梯度的两行都是 $\slot{d} \cdot \slotp{x.1} = \slot{g.1.1}$ 和 $\slot{d} \cdot \slotp{x.2} = \slot{g.1.2}$。`,
    },
    {
      en: tex`The gradient is $${slotMatrix('g', 2, 2)}$, and the new weights are $${slotMatrix('next', 2, 2)}$. The two rows are equal again.`,
      zh: tex`梯度是 $${slotMatrix('g', 2, 2)}$，新的权重是 $${slotMatrix('next', 2, 2)}$。两行又是相同的。`,
    },
  ],
};

/** Two hidden units with equal weights in and different weights out, run on one sample. */
function ran(v: Values): Network {
  const network = new Network({
    sizes: [2, 2, 1],
    activations: ['tanh', 'sigmoid'],
    loss: 'squaredError',
  });
  const w = vectorOf(v, 'w');
  network.layer(1).W.copyFrom(Matrix.from([[...w], [...w]]));
  network.layer(2).W.copyFrom(Matrix.from([[...vectorOf(v, 'out')]]));
  network.forward(Matrix.column([1, -0.5]));
  network.backward(Matrix.column([1]));
  return network;
}

const rows = (M: Matrix): [readonly number[], readonly number[]] => [
  M.toRows()[0]!,
  M.toRows()[1]!,
];
/** What each option compares, for the first unit and the second. */
const compared: Readonly<Record<string, (n: Network) => [readonly number[], readonly number[]]>> = {
  z: (n) => rows(n.layer(1).z),
  a: (n) => rows(n.layer(1).a),
  delta: (n) => rows(n.layer(1).delta),
  into: (n) => rows(n.layer(1).dW),
  out: (n) => [[n.layer(2).dW.at(0, 0)], [n.layer(2).dW.at(0, 1)]],
};

export const twinsApart: ChoiceExercise = {
  id: 'pi-twins-apart',
  kind: 'choice',
  several: true,
  title: { en: 'Equal in, different out', zh: '进来相同，出去不同' },
  about: 'equal-units-stay-equal',
  statement: {
    en: tex`Two hidden units have the same weights in, $\slot{w.1}$ and $\slot{w.2}$, and the same bias. The output hears the first with the weight $\slot{out.1}$ and the second with $\slot{out.2}$. After one pass forward and back, choose all that agree for the two units.`,
    zh: tex`两个隐藏单元的输入权重都是 $\slot{w.1}$ 和 $\slot{w.2}$，偏置也相同。输出听第一个单元用的权重是 $\slot{out.1}$，听第二个用的是 $\slot{out.2}$。前向、反向各一遍之后，选出两个单元一样的所有量。`,
  },
  draw: (random) => ({
    w: drawList(random, 2, -0.9, 0.9),
    out: drawList(random, 2, -0.9, 0.9),
  }),
  options: [
    {
      id: 'z',
      text: { en: 'their weighted sums', zh: '加权和' },
      says: {
        en: 'They depend on the weights in, the bias and the input, and all of these agree.',
        zh: '它由输入权重、偏置和输入决定，这些都相同。',
      },
    },
    {
      id: 'a',
      text: { en: 'their activations', zh: '激活值' },
      says: {
        en: 'Equal sums through the same function.',
        zh: '加权和相同，经过的又是同一个函数。',
      },
    },
    {
      id: 'delta',
      text: { en: 'their errors', zh: '误差项' },
      says: {
        en: 'The answer of the output comes back through the weights out, and these differ.',
        zh: '输出的回答要经过输出权重传回来，而输出权重不同。',
      },
    },
    {
      id: 'into',
      text: { en: 'the gradients of the weights into them', zh: '输入权重的梯度' },
      says: {
        en: 'These are errors times inputs. The inputs agree, the errors do not.',
        zh: '它们等于误差项乘以输入。输入相同，误差项不同。',
      },
    },
    {
      id: 'out',
      text: { en: 'the gradients of the weights out of them', zh: '输出权重的梯度' },
      says: {
        en: 'Such a gradient is the error of the output times the activation that is sent, and both agree. The value of the weight itself does not appear.',
        zh: '这个梯度等于输出的误差项乘以送出的激活值，两样都相同。权重自己的数值并不出现。',
      },
    },
  ],
  right: (v) => {
    const network = ran(v);
    return Object.entries(compared)
      .filter(([, of]) => {
        const [one, two] = of(network);
        return one.every((x, k) => x === two[k]);
      })
      .map(([id]) => id);
  },
  hints: [
    {
      en: 'Go forward first: what does the weight out of a unit have to do with its activation?',
      zh: '先看前向：一个单元的激活值和它的输出权重有关系吗？',
    },
    {
      en: 'Then backward: through which weight does the answer of the output reach each unit?',
      zh: '再看反向：输出的回答经过哪个权重到达每个单元？',
    },
    {
      en: 'For a gradient write down its two factors, the error of the receiver and the activation of the sender.',
      zh: '对每个梯度，写出它的两个因子：接收者的误差项，发送者的激活值。',
    },
  ],
  solution: [
    {
      en: 'Forward, everything up to the activation depends on what comes in, and that agrees.',
      zh: '前向时，直到激活值为止，都只由进来的东西决定，而这些相同。',
    },
    {
      en: 'Backward, the errors are multiplied by different weights and differ, and with them the gradients of the weights in. What agrees: the sums, the activations, and the gradients of the weights out.',
      zh: '反向时，误差项乘的权重不同，所以不同，输入权重的梯度也就不同。一样的有：加权和、激活值、输出权重的梯度。',
    },
  ],
};

const stateOf = (v: Values): State => ({
  ...first,
  x: numberOf(v, 'x'),
  y: numberOf(v, 'y'),
  nudges: Array<number>(numberOf(v, 'nudges')).fill(0),
  frame: frames,
});

export const predictUnits: PredictExercise = {
  id: 'pi-predict-units',
  kind: 'predict',
  title: { en: 'How many units are there really?', zh: '实际上有几个单元？' },
  about: 'equal-units-stay-equal',
  statement: {
    en: tex`Four hidden units start with equal weights $\slot{x}$ and $\slot{y}$, and equal weights out. In $\slot{nudges}$ of them a nudge moves one weight before the first step, no two nudges being alike. After 3000 steps, how many different units are there? Predict first; then the figure appears.`,
    zh: tex`四个隐藏单元的起点相同，权重都是 $\slot{x}$ 和 $\slot{y}$，输出权重也相同。第一步之前，其中 $\slot{nudges}$ 个单元被轻推了一下，各动一个权重，推法互不相同。3000 步以后，一共有几种不同的单元？先预测，图随后出现。`,
  },
  draw: (random) => {
    const [x = 0, y = 0] = drawList(random, 2, -1.5, 1.5);
    const nudges = drawNumber(random, 1, 3, 0);
    return { x, y, nudges, different: nudges + 1 };
  },
  options: [1, 2, 3, 4].map((count) => ({
    id: `units-${count}`,
    text: { en: `$${count}$`, zh: `$${count}$` },
    says: {
      en: 'Every nudged unit goes a way of its own. All that were left alone stay together and count as one.',
      zh: '每个被推过的单元各走各的路；没有推过的仍在一起，合算一个。',
    },
  })),
  right: (v) => {
    const state = stateOf(v);
    return [`units-${momentOf(train(state), frames).groups.length}`];
  },
  widget: 'symmetry',
  fragment: (v) => encodeFragment('symmetry', stateOf(v), first),
  hints: [
    {
      en: 'Which units are still equal to each other right before the first step?',
      zh: '第一步之前，哪些单元彼此仍然相同？',
    },
    {
      en: 'Equal units stay equal for ever. Different ones stay different.',
      zh: '相同的单元永远相同，不同的仍然不同。',
    },
    {
      en: 'Count the nudged ones one by one, and all the others together as one.',
      zh: '推过的一个一个地数，其余的合起来数一个。',
    },
  ],
  solution: [
    {
      en: tex`The $\slot{nudges}$ nudged units differ from each other and from the rest.`,
      zh: tex`推过的 $\slot{nudges}$ 个单元彼此不同，也和其余的不同。`,
    },
    {
      en: tex`The rest are equal and stay equal, however many they are, so they count as one. Different units: $\slot{different}$.`,
      zh: tex`其余的不论有几个，都相同，而且一直相同，合算一个。不同的单元有 $\slot{different}$ 个。`,
    },
  ],
};
