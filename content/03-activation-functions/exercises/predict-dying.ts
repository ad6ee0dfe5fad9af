import { tex } from '@components/exercise/tex';
import type { PredictExercise, Values } from '@components/exercise/types';
import { drawNumber } from '@components/exercise/values';
import { encodeFragment } from '@components/figure/fragment';
import {
  data,
  fateOf,
  first,
  run,
  type State,
  start,
  steps,
} from '@components/widgets/dying-relu/model';

const stateOf = ({ rate, kappa }: Values): State => ({
  ...first,
  firstRate: Number(rate),
  kappa: Number(kappa),
  at: steps,
});

/** What the figure's own runs come to. */
function outcome(state: State): string {
  const learns = (name: 'relu' | 'leakyRelu'): boolean =>
    ['alive', 'back'].includes(fateOf(run(name, state), steps).kind);
  const [relu, leaky] = [learns('relu'), learns('leakyRelu')];
  if (relu && leaky) return 'both-learn';
  if (leaky) return 'relu-dies';
  return relu ? 'leaky-dies' : 'both-die';
}

/** Gradients at the start, with the digits that the text shows; alike for both functions. */
const before = (() => {
  const { dw, db } = run('relu', first).moments[0]!;
  return { dw: Number(dw.toFixed(4)), db: Number(db.toFixed(4)) };
})();
const largestInput = Math.max(...data.x);

export const predictDying: PredictExercise = {
  id: 'act-predict-dying',
  kind: 'predict',
  title: { en: 'Does it survive its first step?', zh: '走完第一步还活着吗？' },
  about: 'when-a-relu-dies',
  statement: {
    en: tex`The unit of the figure begins with the weight {w} and the bias {b}. At the start the gradients are $\dds{\loss}{W} \approx \slot{dw}$ and $\dds{\loss}{b} \approx \slot{db}$. The largest input is {x}, and all weights stay positive. The first step has the learning rate {rate}, the later ones 0.3; Leaky ReLU has the slope {kappa} on the negative side. How do the two units stand after 200 steps? Predict first; then the figure appears.`,
    zh: tex`图里的单元从权重 {w}、偏置 {b} 出发。开始时的梯度是 $\dds{\loss}{W} \approx \slot{dw}$ 和 $\dds{\loss}{b} \approx \slot{db}$。最大的输入是 {x}，权重一直是正的。第一步的学习率是 {rate}，以后都是 0.3；Leaky ReLU 在负的一侧斜率是 {kappa}。走完 200 步，两个单元怎样？先预测，图随后出现。`,
  },
  draw: (random) => {
    const small = random.bernoulli(0.5);
    const rate = small ? drawNumber(random, 0.5, 2.1) : drawNumber(random, 2.6, 4);
    const kappa = drawNumber(random, 0.05, 0.3, 2);
    const after = { w: start.w - rate * before.dw, b: start.b - rate * before.db };
    return {
      rate,
      kappa,
      w: start.w,
      b: start.b,
      dw: before.dw,
      db: before.db,
      x: largestInput,
      w1: after.w,
      b1: after.b,
      z1: after.w * largestInput + after.b,
    };
  },
  options: [
    {
      id: 'both-learn',
      text: { en: 'Both have learned.', zh: '两个都学会了。' },
      says: {
        en: 'That needs a sum that is still positive after the first step, if only for the largest input.',
        zh: '那要走完第一步以后，至少对最大的输入，加权和还是正的。',
      },
    },
    {
      id: 'relu-dies',
      text: { en: 'ReLU is dead, Leaky ReLU has learned.', zh: 'ReLU 坏死，Leaky ReLU 学会了。' },
      says: {
        en: 'That happens when the first step takes all sums below 0: the slope of ReLU is 0 there, that of Leaky ReLU is not.',
        zh: '第一步让所有加权和都小于 0，就会这样：那里 ReLU 的斜率是 0，Leaky ReLU 的不是。',
      },
    },
    {
      id: 'both-die',
      text: { en: 'Both are dead.', zh: '两个都坏死了。' },
      says: {
        en: 'Leaky ReLU has a slope everywhere. As long as it is wrong it keeps moving.',
        zh: 'Leaky ReLU 处处有斜率，只要还有误差就会一直动。',
      },
    },
    {
      id: 'leaky-dies',
      text: { en: 'Only Leaky ReLU is dead.', zh: '只有 Leaky ReLU 坏死。' },
      says: {
        en: 'Where inputs reach them, the two are the same function. Where none does, Leaky ReLU still moves.',
        zh: '样本能到达的地方，两个函数一样；到达不了的地方，Leaky ReLU 还能动。',
      },
    },
  ],
  right: (v) => [outcome(stateOf(v))],
  widget: 'dying-relu',
  fragment: (v) => encodeFragment('dying-relu', stateOf(v), first),
  hints: [
    {
      en: 'Compute weight and bias after the first step. Then ask whether any input still reaches the unit.',
      zh: '先算第一步以后的权重和偏置，再看还有没有输入能到达。',
    },
    {
      en: 'The weight is positive, so the largest input gives the largest sum. If that one is negative, all are.',
      zh: '权重是正的，所以最大的输入给出最大的加权和。它是负的，就全是负的。',
    },
    {
      en: tex`After the first step the weight is $\slot{w1}$ and the bias $\slot{b1}$. Multiply the weight by {x} and add the bias.`,
      zh: tex`第一步以后，权重是 $\slot{w1}$，偏置是 $\slot{b1}$。用权重乘 {x}，再加偏置。`,
    },
  ],
  solution: [
    {
      en: tex`The first step: $\slot{w} - \slot{rate} \cdot \slotp{dw} \approx \slot{w1}$ and $\slot{b} - \slot{rate} \cdot \slotp{db} \approx \slot{b1}$.`,
      zh: tex`第一步：$\slot{w} - \slot{rate} \cdot \slotp{dw} \approx \slot{w1}$，$\slot{b} - \slot{rate} \cdot \slotp{db} \approx \slot{b1}$。`,
    },
    {
      en: tex`The largest sum is $\slot{w1} \cdot \slot{x} + \slotp{b1} \approx \slot{z1}$. If it is positive, both units go on learning. If it is negative, no input reaches either; ReLU stays where it is, and Leaky ReLU comes back.`,
      zh: tex`最大的加权和是 $\slot{w1} \cdot \slot{x} + \slotp{b1} \approx \slot{z1}$。它是正的，两个单元都继续学习；是负的，就没有输入能到达，ReLU 停在原处，Leaky ReLU 会回来。`,
    },
  ],
};
