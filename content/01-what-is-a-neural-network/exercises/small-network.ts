import { sigmoid } from '@components/exercise/engine';
import { slotMatrix, tex } from '@components/exercise/tex';
import type { PartsExercise, Values } from '@components/exercise/types';
import {
  drawList,
  drawNumber,
  drawRows,
  matrixOf,
  numberOf,
  part,
} from '@components/exercise/values';
import { addBias, type Matrix, map, matmul, transpose } from '@engine';

const through = (Z: Matrix): Matrix => map(Z, sigmoid.value);
const hidden = (v: Values, W = matrixOf(v, 'W')): Matrix =>
  addBias(matmul(W, matrixOf(v, 'x')), matrixOf(v, 'c'));
/** z² from what the output unit receives. */
const output = (v: Values, a: Matrix): number =>
  matmul(transpose(matrixOf(v, 'w')), a).at(0, 0) + numberOf(v, 'b');

export const smallNetwork: PartsExercise = {
  id: 'wn-small-network',
  kind: 'matrix',
  title: { en: 'Through a hidden layer', zh: '经过隐藏层' },
  about: 'a-hidden-layer-bends-the-border',
  statement: {
    en: tex`Two inputs, two hidden units, one output, sigmoids. $\W{1} = ${slotMatrix('W', 2, 2)}$, $\bias{1} = ${slotMatrix('c', 2)}$; $\Wi{2}{11} = \slot{w.1}$, $\Wi{2}{12} = \slot{w.2}$, $\biasi{2}{1} = \slot{b}$. The inputs are $\xin{1} = \slot{x.1}$ and $\xin{2} = \slot{x.2}$.

Find both hidden activations and the output, to four decimals.`,
    zh: tex`两个输入，两个隐藏单元，一个输出，都用 Sigmoid。$\W{1} = ${slotMatrix('W', 2, 2)}$，$\bias{1} = ${slotMatrix('c', 2)}$；$\Wi{2}{11} = \slot{w.1}$，$\Wi{2}{12} = \slot{w.2}$，$\biasi{2}{1} = \slot{b}$。输入是 $\xin{1} = \slot{x.1}$ 和 $\xin{2} = \slot{x.2}$。

求两个隐藏单元的激活值和输出，都保留四位小数。`,
  },
  draw: (random) => {
    const values = {
      W: drawRows(random, 2, 2, -2, 2),
      c: drawList(random, 2, -1, 1),
      w: drawList(random, 2, -2, 2),
      b: drawNumber(random, -1, 1),
      x: drawList(random, 2, -1.5, 1.5),
    };
    const a1 = through(hidden(values));
    return {
      ...values,
      z1: hidden(values).toColumn(),
      a1: a1.toRows(),
      // From the digits that the text shows, so that a reader who adds them up gets this sum.
      z2: output(
        values,
        map(a1, (a) => Number(a.toFixed(4))),
      ),
      a2: sigmoid.value(output(values, a1)),
    };
  },
  parts: [
    part({
      id: 'a1',
      label: { en: tex`$\act{1} =$`, zh: tex`$\act{1} =$` },
      spoken: { en: 'hidden activations', zh: '隐藏单元的激活值' },
      decimals: 4,
      answer: (v) => through(hidden(v)).toRows(),
      mistakes: [
        {
          id: 'transposed-weights',
          says: {
            en: tex`The two indices seem to be exchanged. Row 1 of $\W{1}$ holds the weights **into** hidden unit 1.`,
            zh: tex`两个下标似乎对调了。$\W{1}$ 的第 1 行，是**进入**第一个隐藏单元的权重。`,
          },
          about: 'eq-wn-hidden',
          value: (v) => through(hidden(v, transpose(matrixOf(v, 'W')))).toRows(),
        },
        {
          id: 'no-bias',
          says: {
            en: 'The biases of the hidden units seem to be missing.',
            zh: '隐藏单元的偏置似乎漏了。',
          },
          about: 'eq-wn-hidden',
          value: (v) => through(matmul(matrixOf(v, 'W'), matrixOf(v, 'x'))).toRows(),
        },
        {
          id: 'not-activated',
          says: {
            en: 'These are the weighted sums. They still have to go through the sigmoid.',
            zh: '这还是加权和，它们还要经过 Sigmoid。',
          },
          about: 'eq-wn-sigmoid',
          value: (v) => hidden(v).toRows(),
        },
      ],
    }),
    part({
      id: 'a2',
      label: { en: tex`$\acti{2}{1} =$`, zh: tex`$\acti{2}{1} =$` },
      spoken: { en: 'output', zh: '输出' },
      decimals: 4,
      answer: (v) => sigmoid.value(output(v, matrixOf(v, 'a1'))),
      mistakes: [
        {
          id: 'from-inputs',
          says: {
            en: 'The output unit seems to have been given the inputs. It hears the hidden units only.',
            zh: '你似乎把输入直接给了输出单元。它只听得到隐藏单元。',
          },
          about: 'eq-wn-output',
          value: (v) => sigmoid.value(output(v, matrixOf(v, 'x'))),
        },
        {
          id: 'output-not-activated',
          says: {
            en: 'This is the weighted sum of the output unit. It goes through the sigmoid as well.',
            zh: '这是输出单元的加权和，它也要经过 Sigmoid。',
          },
          about: 'eq-wn-output',
          value: (v) => output(v, matrixOf(v, 'a1')),
        },
        {
          id: 'no-output-bias',
          says: {
            en: 'The bias of the output unit seems to be missing.',
            zh: '输出单元的偏置似乎漏了。',
          },
          about: 'eq-wn-output',
          value: (v) => sigmoid.value(output(v, matrixOf(v, 'a1')) - numberOf(v, 'b')),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Layer by layer: first both hidden sums, then their sigmoids; only then the output unit, which hears nothing but those two.',
      zh: '一层一层来：先算两个隐藏单元的加权和，再求 Sigmoid；然后才轮到输出单元，它只听得到这两个数。',
    },
    {
      en: tex`The first hidden sum is $\slot{W.1.1} \cdot \slotp{x.1} + \slotp{W.1.2} \cdot \slotp{x.2} + \slotp{c.1} = \slot{z1.1}$.`,
      zh: tex`第一个隐藏单元的加权和是 $\slot{W.1.1} \cdot \slotp{x.1} + \slotp{W.1.2} \cdot \slotp{x.2} + \slotp{c.1} = \slot{z1.1}$。`,
    },
    {
      en: tex`The hidden activations are $\slot{a1.1.1}$ and $\slot{a1.2.1}$. The output's sum is $\slot{w.1} \cdot \slot{a1.1.1} + \slotp{w.2} \cdot \slot{a1.2.1} + \slotp{b}$.`,
      zh: tex`两个隐藏单元的激活值是 $\slot{a1.1.1}$ 和 $\slot{a1.2.1}$。输出的加权和是 $\slot{w.1} \cdot \slot{a1.1.1} + \slotp{w.2} \cdot \slot{a1.2.1} + \slotp{b}$。`,
    },
  ],
  solution: [
    ...[1, 2].map((j) => {
      const sum = tex`$\slot{W.${j}.1} \cdot \slotp{x.1} + \slotp{W.${j}.2} \cdot \slotp{x.2} + \slotp{c.${j}} = \slot{z1.${j}}$`;
      const answer = tex`$\sigma(\slot{z1.${j}}) \approx \slot{a1.${j}.1}$`;
      return {
        en: `Hidden unit ${j}: ${sum}, and ${answer}.`,
        zh: `第 ${j} 个隐藏单元：${sum}，${answer}。`,
      };
    }),
    {
      en: tex`The output unit: $\slot{w.1} \cdot \slot{a1.1.1} + \slotp{w.2} \cdot \slot{a1.2.1} + \slotp{b} \approx \slot{z2}$.`,
      zh: tex`输出单元：$\slot{w.1} \cdot \slot{a1.1.1} + \slotp{w.2} \cdot \slot{a1.2.1} + \slotp{b} \approx \slot{z2}$。`,
    },
    {
      en: tex`Through the sigmoid, the output is $\slot{a2}$; the hidden activations were $\slot{a1.1.1}$ and $\slot{a1.2.1}$.`,
      zh: tex`经过 Sigmoid，输出是 $\slot{a2}$；两个隐藏单元的激活值是 $\slot{a1.1.1}$ 和 $\slot{a1.2.1}$。`,
    },
  ],
};
