import { tex } from '@components/exercise/tex';
import type { ChoiceExercise, Values } from '@components/exercise/types';
import { drawNumber, numberOf } from '@components/exercise/values';
import { smallShare } from '@components/widgets/derivative-plotter/model';
import { activation, type ElementwiseName, Matrix, Network } from '@engine';

/** The units that the options name: function, sum, and the largest slope of the function. */
const units = (v: Values): Readonly<Record<string, [ElementwiseName, number, number]>> => ({
  sigmoid: ['sigmoid', numberOf(v, 's'), 0.25],
  tanh: ['tanh', numberOf(v, 't'), 1],
  relu: ['relu', numberOf(v, 'r'), 1],
  elu: ['elu', numberOf(v, 'e'), 1],
  leaky: ['leakyRelu', numberOf(v, 'l'), 1],
});

const slopeOf = (v: Values, id: string): number => {
  const [name, z] = units(v)[id]!;
  return activation(name, { leakySlope: 0.2 }).derivative(z);
};

export const flatUnits: ChoiceExercise = {
  id: 'act-flat-units',
  kind: 'choice',
  several: true,
  title: { en: 'Which units hardly learn?', zh: '哪些单元几乎学不动？' },
  about: 'the-sigmoid',
  statement: {
    en: tex`Five units with different functions have received a sum. Choose all whose slope is less than a tenth of the largest that their function has.`,
    zh: tex`五个单元用的激活函数各不相同，都收到了一个加权和。选出所有斜率不到自己函数最大斜率十分之一的单元。`,
  },
  draw: (random) => {
    const sign = () => (random.bernoulli(0.5) ? 1 : -1);
    const sigmoidIsFlat = random.bernoulli(0.5);
    const s = sign() * (sigmoidIsFlat ? drawNumber(random, 4, 6) : drawNumber(random, 0.5, 3));
    const tanhIsFlat = !sigmoidIsFlat || random.bernoulli(0.5);
    const t = sign() * (tanhIsFlat ? drawNumber(random, 2.1, 4) : drawNumber(random, 0.3, 1.5));
    const given = {
      s,
      t,
      r: -drawNumber(random, 0.1, 2),
      e: -drawNumber(random, 0.3, 1.9),
      l: -drawNumber(random, 1, 5),
    };
    const slopes = Object.keys(units(given)).map((id) => slopeOf(given, id));
    return { ...given, slopes };
  },
  options: [
    {
      id: 'sigmoid',
      text: { en: 'A sigmoid, at {s}.', zh: 'Sigmoid，加权和 {s}。' },
      says: {
        en: 'The largest slope of the sigmoid is 0.25. It falls under a tenth of that beyond ±3.64.',
        zh: 'Sigmoid 的最大斜率是 0.25，超出 ±3.64 才不到它的十分之一。',
      },
    },
    {
      id: 'tanh',
      text: { en: 'A tanh, at {t}.', zh: 'tanh，加权和 {t}。' },
      says: {
        en: 'Tanh runs through the curve twice as fast: it is flat beyond ±1.82.',
        zh: 'tanh 变化快一倍，超出 ±1.82 就平了。',
      },
    },
    {
      id: 'relu',
      text: { en: 'A ReLU, at {r}.', zh: 'ReLU，加权和 {r}。' },
      says: {
        en: 'For every negative sum the slope of ReLU is 0, however close to 0 the sum is.',
        zh: '加权和只要是负的，离 0 再近，ReLU 的斜率也是 0。',
      },
    },
    {
      id: 'elu',
      text: { en: 'An ELU, at {e}.', zh: 'ELU，加权和 {e}。' },
      says: {
        en: 'On the negative side the slope of ELU is e to the power of the sum. It falls under a tenth only beyond −2.3.',
        zh: '在负的一侧，ELU 的斜率是以加权和为指数的 e 的幂，过了 −2.3 才不到十分之一。',
      },
    },
    {
      id: 'leaky',
      text: {
        en: 'A Leaky ReLU with the slope 0.2 on the negative side, at {l}.',
        zh: 'Leaky ReLU，负的一侧斜率为 0.2，加权和 {l}。',
      },
      says: {
        en: 'Its slope is 0.2 for every negative sum, which is more than a tenth of 1.',
        zh: '加权和为负时，它的斜率总是 0.2，比 1 的十分之一大。',
      },
    },
  ],
  right: (v) =>
    Object.entries(units(v))
      .filter(([id, [, , most]]) => slopeOf(v, id) < smallShare * most)
      .map(([id]) => id),
  hints: [
    {
      en: 'Each function has its own measure: the largest slope of the sigmoid is a quarter, that of the others is 1.',
      zh: '每个函数有自己的尺度：Sigmoid 的最大斜率是四分之一，其余的都是 1。',
    },
    {
      en: 'For the sigmoid and tanh the distance from 0 decides, for the other three the sign of the sum and what the function does there.',
      zh: '对 Sigmoid 和 tanh，看离 0 有多远；对另外三个，看加权和的正负号，以及函数在那一侧的样子。',
    },
    {
      en: tex`The slopes are $\slot{slopes.1}$ for the sigmoid, $\slot{slopes.2}$ for tanh, $\slot{slopes.3}$ for ReLU, $\slot{slopes.4}$ for ELU and $\slot{slopes.5}$ for Leaky ReLU.`,
      zh: tex`斜率分别是：Sigmoid $\slot{slopes.1}$，tanh $\slot{slopes.2}$，ReLU $\slot{slopes.3}$，ELU $\slot{slopes.4}$，Leaky ReLU $\slot{slopes.5}$。`,
    },
  ],
  solution: [
    {
      en: tex`The slopes are, for the sigmoid $\slot{slopes.1}$, to be compared with 0.025; for tanh $\slot{slopes.2}$, for ReLU $\slot{slopes.3}$, for ELU $\slot{slopes.4}$ and for Leaky ReLU $\slot{slopes.5}$, to be compared with 0.1.`,
      zh: tex`斜率分别是：Sigmoid $\slot{slopes.1}$，要和 0.025 比；tanh $\slot{slopes.2}$，ReLU $\slot{slopes.3}$，ELU $\slot{slopes.4}$，Leaky ReLU $\slot{slopes.5}$，要和 0.1 比。`,
    },
    {
      en: 'Those that are smaller belong to the answer. ReLU is always among them here, Leaky ReLU never.',
      zh: '比它小的就是答案。在这里，ReLU 总在其中，Leaky ReLU 总不在。',
    },
  ],
};

/** The gradients of a ReLU unit with weight w and bias b on these inputs; all targets are far off. */
function gradients(w: number, b: number, inputs: readonly number[]): { dw: number; db: number } {
  const network = new Network({ sizes: [1, 1], activations: ['relu'], loss: 'squaredError' });
  const { W, b: bias, dW, db } = network.layer(1);
  W.set(0, 0, w);
  bias.set(0, 0, b);
  network.forward(Matrix.from([[...inputs]]));
  network.backward(Matrix.from([inputs.map(() => 100)]));
  return { dw: dW.at(0, 0), db: db.at(0, 0) };
}

const learnsFrom = (w: number, b: number, inputs: readonly number[]): boolean => {
  const { dw, db } = gradients(w, b, inputs);
  return dw !== 0 || db !== 0;
};

/** The inputs of the dead unit. */
const inputs = [-1, -0.4, 0.3, 1];

/** Whether the unit has a gradient after steps with this learning rate. */
function learnsAfterSteps({ w, b }: Values, alpha: number, count: number): boolean {
  let unit = { w: Number(w), b: Number(b) };
  for (let n = 0; n < count; n++) {
    const { dw, db } = gradients(unit.w, unit.b, inputs);
    unit = { w: unit.w - alpha * dw, b: unit.b - alpha * db };
  }
  return learnsFrom(unit.w, unit.b, inputs);
}

/** Whether each remedy leads to a gradient, by trying it. */
const remedies: Readonly<Record<string, (v: Values) => boolean>> = {
  longer: (v) => learnsAfterSteps(v, 0.1, 50),
  rate: (v) => learnsAfterSteps(v, 10, 1),
  decay: (v) => learnsFrom(numberOf(v, 'w') * 0.1, numberOf(v, 'b') * 0.1, inputs),
  moved: (v) =>
    learnsFrom(
      numberOf(v, 'w'),
      numberOf(v, 'b'),
      inputs.map((x) => x + numberOf(v, 'shift')),
    ),
  sample: (v) => learnsFrom(numberOf(v, 'w'), numberOf(v, 'b'), [...inputs, numberOf(v, 'far')]),
};

export const wakeDead: ChoiceExercise = {
  id: 'act-wake-dead',
  kind: 'choice',
  several: true,
  title: { en: 'What can wake a dead unit?', zh: '什么能唤醒坏死的单元？' },
  about: 'can-it-come-back',
  statement: {
    en: tex`A ReLU unit with one input has the weight {w} and the bias {b}. In the training data the input lies between −1 and 1, so its sum is always negative. Choose all that gives it a gradient again.`,
    zh: tex`一个只有一个输入的 ReLU 单元，权重是 {w}，偏置是 {b}。训练数据里，输入在 −1 与 1 之间，所以加权和总是负的。选出所有能让它重新有梯度的做法。`,
  },
  draw: (random) => {
    const w = drawNumber(random, 0.5, 1.2);
    const b = -(w + drawNumber(random, 0.2, 1));
    const reach = -b / w;
    const far = Number((reach + drawNumber(random, 0.5, 1.5)).toFixed(1));
    const shift = Number((reach - 1 + drawNumber(random, 0.5, 1.5)).toFixed(1));
    return { w, b: Number(b.toFixed(1)), far, shift, most: w + b, moved: w * (1 + shift) + b };
  },
  options: [
    {
      id: 'longer',
      text: { en: 'More steps on the same data.', zh: '用同样的数据多训练几步。' },
      says: {
        en: 'Every step adds 0 times something. Nothing changes.',
        zh: '每一步加的都是 0 乘某个数，什么也不变。',
      },
    },
    {
      id: 'rate',
      text: { en: 'A learning rate a hundred times larger.', zh: '把学习率放大一百倍。' },
      says: {
        en: 'A hundred times 0 is 0.',
        zh: '0 的一百倍还是 0。',
      },
    },
    {
      id: 'decay',
      text: {
        en: 'Shrinking weight and bias to a tenth of what they are.',
        zh: '把权重和偏置都缩小到十分之一。',
      },
      says: {
        en: 'The sums shrink to a tenth and stay negative.',
        zh: '加权和也缩小到十分之一，可还是负的。',
      },
    },
    {
      id: 'moved',
      text: {
        en: 'The layer before changes, and all inputs grow by {shift}.',
        zh: '前一层变了，所有输入都增大 {shift}。',
      },
      says: {
        en: 'Then the largest input lifts the sum over 0, and the unit has a gradient again.',
        zh: '这样，最大的输入就把加权和抬到了 0 以上，单元又有了梯度。',
      },
    },
    {
      id: 'sample',
      text: {
        en: 'A new sample joins the training data, with the input {far}.',
        zh: '训练数据里加入一个新样本，输入是 {far}。',
      },
      says: {
        en: 'For this one sample the sum is positive, and one is enough.',
        zh: '对这一个样本，加权和是正的；一个就够了。',
      },
    },
  ],
  right: (v) =>
    Object.entries(remedies)
      .filter(([, wakes]) => wakes(v))
      .map(([id]) => id),
  hints: [
    {
      en: 'The gradient is 0 because the sum is negative for every sample. What changes the sign of a sum?',
      zh: '梯度是 0，因为对每个样本加权和都是负的。怎样才能改变加权和的正负号？',
    },
    {
      en: 'Anything that works by way of the gradient itself is out: the gradient is exactly 0.',
      zh: '凡是要靠梯度本身起作用的都不行：梯度恰好是 0。',
    },
    {
      en: tex`The largest sum now is $\slot{most}$. Compute it again after each of the five changes.`,
      zh: tex`现在最大的加权和是 $\slot{most}$。五种改变以后，各再算一次。`,
    },
  ],
  solution: [
    {
      en: tex`More steps and larger steps multiply a gradient of 0. Shrinking both numbers shrinks the largest sum, $\slot{most}$, to a tenth, and it stays negative.`,
      zh: tex`步数多、步子大，乘的都是等于 0 的梯度。两个数一起缩小，最大的加权和 $\slot{most}$ 也缩小到十分之一，还是负的。`,
    },
    {
      en: tex`If all inputs grow by {shift}, the largest sum becomes $\slot{moved}$, which is positive; and a sample with the input {far} has a positive sum too. These two wake the unit.`,
      zh: tex`所有输入都增大 {shift}，最大的加权和就成了 $\slot{moved}$，是正的；输入为 {far} 的样本，加权和也是正的。能唤醒它的就是这两种。`,
    },
  ],
};
