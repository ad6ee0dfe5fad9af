import { slotMatrix, tex } from '@components/exercise/tex';
import type { PredictExercise, Values } from '@components/exercise/types';
import { drawList, drawRows, matrixOf, vectorOf } from '@components/exercise/values';
import { encodeFragment } from '@components/figure/fragment';
import { derive } from '@components/widgets/backprop-stepper/derive';
import { first, preset } from '@components/widgets/backprop-stepper/presets';
import type { State } from '@components/widgets/backprop-stepper/state';

const start = preset('dead-relu');

/** The figure's example with ReLU, with the drawn inputs, weights and biases. */
const stateOf = (v: Values): State => ({
  ...start,
  preset: 'own',
  samples: [{ x: [...vectorOf(v, 'x')], y: start.samples[0]!.y }],
  W: [matrixOf(v, 'W').toRows(), ...start.W.slice(1)],
  b: [[...vectorOf(v, 'b')], ...start.b.slice(1)],
});

const hidden = (v: Values, kind: 'z' | 'delta'): number[] =>
  derive(stateOf(v))
    .steps.filter((step) => step.kind === kind && step.layer === 1)
    .map(({ value }) => value);
const silent = (v: Values): number => hidden(v, 'delta').filter((delta) => delta === 0).length;

const counted = {
  en: tex`The sums are $\slot{z.1}$, $\slot{z.2}$ and $\slot{z.3}$. Where a sum is negative, ReLU is flat: its slope is 0, and so is the error.`,
  zh: tex`三个加权和是 $\slot{z.1}$、$\slot{z.2}$ 和 $\slot{z.3}$。加权和为负时，ReLU 是平的，斜率是 0，误差项也就是 0。`,
};

export const predictDead: PredictExercise = {
  id: 'fb-predict-dead',
  kind: 'predict',
  title: { en: 'Units through which nothing flows', zh: '什么也传不过去的单元' },
  about: 'a-hidden-layer',
  statement: {
    en: tex`Three hidden units with ReLU receive $\xin{1} = \slot{x.1}$ and $\xin{2} = \slot{x.2}$, with $\W{1} = ${slotMatrix('W', 3, 2)}$ and $\bias{1} = ${slotMatrix('b', 3)}$. One output unit hears all three and misses its target. How many of the three hidden errors $\delti{1}{j}$ are exactly 0? Predict first; then the figure appears.`,
    zh: tex`三个用 ReLU 的隐藏单元收到 $\xin{1} = \slot{x.1}$ 和 $\xin{2} = \slot{x.2}$，$\W{1} = ${slotMatrix('W', 3, 2)}$，$\bias{1} = ${slotMatrix('b', 3)}$。一个输出单元听着这三个单元，它没有达到目标值。三个隐藏单元的误差项 $\delti{1}{j}$ 里，恰好为 0 的有几个？先预测，图随后出现。`,
  },
  draw: (random) => {
    for (;;) {
      const x = drawList(random, 2, -2, 2);
      const W = drawRows(random, 3, 2, -0.9, 0.9);
      const b = drawList(random, 3, -0.5, 0.5);
      const z = hidden({ x, W, b }, 'z');
      const misses = derive(stateOf({ x, W, b })).loss > 0.01;
      // A sum near 0 would ask for exact arithmetic, not for the idea.
      if (misses && z.every((sum) => Math.abs(sum) > 0.1)) {
        return { x, W, b, z, dead: silent({ x, W, b }) };
      }
    }
  },
  options: [0, 1, 2, 3].map((count) => ({
    id: `dead-${count}`,
    text: { en: `$${count}$`, zh: `$${count}$` },
    says: counted,
  })),
  right: (v) => [`dead-${silent(v)}`],
  widget: 'backprop-stepper',
  fragment: (v) => {
    const state = stateOf(v);
    const step = derive(state).steps.findIndex(({ kind, layer }) => kind === 'dLda' && layer === 1);
    return encodeFragment('backprop-stepper', { ...state, step }, first);
  },
  hints: [
    {
      en: 'The last factor of a hidden unit’s error is the slope of its own activation function. When is the slope of ReLU 0?',
      zh: '隐藏单元误差项的最后一个因子，是它自己的激活函数的斜率。ReLU 的斜率什么时候是 0？',
    },
    {
      en: 'ReLU has the slope 1 for a positive sum and 0 for a negative one. So find the sign of each weighted sum.',
      zh: '加权和为正时，ReLU 的斜率是 1；为负时是 0。所以只要求出每个加权和的正负。',
    },
    {
      en: tex`The first sum is $\slot{W.1.1} \cdot \slotp{x.1} + \slotp{W.1.2} \cdot \slotp{x.2} + \slotp{b.1} = \slot{z.1}$. Find the other two in the same way.`,
      zh: tex`第一个加权和是 $\slot{W.1.1} \cdot \slotp{x.1} + \slotp{W.1.2} \cdot \slotp{x.2} + \slotp{b.1} = \slot{z.1}$，另外两个照样算。`,
    },
  ],
  solution: [
    ...[1, 2, 3].map((j) => {
      const sum = tex`$\slot{W.${j}.1} \cdot \slotp{x.1} + \slotp{W.${j}.2} \cdot \slotp{x.2} + \slotp{b.${j}} = \slot{z.${j}}$`;
      return { en: `Unit ${j}: ${sum}.`, zh: `单元 ${j}：${sum}。` };
    }),
    {
      en: tex`A negative sum means slope 0 and error 0; a positive sum means slope 1, and the output’s error comes through. Errors that are exactly 0: $\slot{dead}$.`,
      zh: tex`加权和为负，斜率是 0，误差项也是 0；加权和为正，斜率是 1，输出的误差项就传得过来。恰好为 0 的误差项有 $\slot{dead}$ 个。`,
    },
  ],
};
