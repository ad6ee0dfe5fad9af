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
  vectorOf,
} from '@components/exercise/values';
import { Matrix, matmulTN } from '@engine';

/** (W²)ᵀ δ² for the first hidden unit. */
const gathered = (v: Values): number => matmulTN(matrixOf(v, 'W'), matrixOf(v, 'd')).at(0, 0);

export const hiddenDelta: PartsExercise = {
  id: 'fb-hidden-delta',
  kind: 'number',
  title: { en: 'δ of a hidden unit with two listeners', zh: '有两个听众的隐藏单元' },
  about: 'a-hidden-layer',
  statement: {
    en: tex`Two hidden units with the sigmoid send to two output units, with the weights $\W{2} = ${slotMatrix('W', 2, 2)}$. The errors of the outputs are $\delti{2}{1} = \slot{d.1}$ and $\delti{2}{2} = \slot{d.2}$. The first hidden unit has the sum $\zi{1}{1} = \slot{z}$ and the activation $\acti{1}{1} = \slot{a}$, rounded to four decimals.

Find the slope of the loss by the first hidden unit’s activation, and that unit’s error $\delti{1}{1}$, each to four decimals.`,
    zh: tex`两个用 Sigmoid 的隐藏单元连到两个输出单元，权重是 $\W{2} = ${slotMatrix('W', 2, 2)}$。两个输出的误差项是 $\delti{2}{1} = \slot{d.1}$ 和 $\delti{2}{2} = \slot{d.2}$。第一个隐藏单元的加权和是 $\zi{1}{1} = \slot{z}$，激活值是 $\acti{1}{1} = \slot{a}$（已四舍五入到四位小数）。

求损失对第一个隐藏单元激活值的斜率，以及这个单元的误差项 $\delti{1}{1}$，都保留四位小数。`,
  },
  draw: (random) => {
    const W = drawRows(random, 2, 2, -0.9, 0.9);
    const d = drawList(random, 2, -0.3, 0.3, 2);
    const z = drawNumber(random, -1.5, 1.5);
    const a = sigmoid.value(z);
    const slope = sigmoid.derivative(z, a);
    const dLda = matmulTN(Matrix.from(W), Matrix.column(d)).at(0, 0);
    return { W, d, z, a, slope, dLda, delta: dLda * slope };
  },
  parts: [
    part({
      id: 'dLda',
      label: { en: tex`$\dds{\loss}{\acti{1}{1}} =$`, zh: tex`$\dds{\loss}{\acti{1}{1}} =$` },
      spoken: { en: 'slope of the loss by the activation', zh: '损失对激活值的斜率' },
      decimals: 4,
      answer: gathered,
      mistakes: [
        {
          id: 'first-listener',
          says: {
            en: 'You seem to have asked the first listener only. The second output receives this activation as well; both answers add up.',
            zh: '你似乎只问了第一个听众。第二个输出也收到这个激活值，两个回答要相加。',
          },
          about: 'eq-fb-next-layer',
          value: (v) => vectorOf(v, 'd')[0]! * matrixOf(v, 'W').at(0, 0),
        },
        {
          id: 'row',
          says: {
            en: tex`You seem to have gone along the first row of $\W{2}$. Those are the weights into the first output; the weights that leave the first hidden unit stand in the first column.`,
            zh: tex`你似乎沿着 $\W{2}$ 的第一行相加。那是进入第一个输出的权重；从第一个隐藏单元发出的权重在第一列。`,
          },
          about: 'eq-fb-delta-hidden-scalar',
          value: (v) =>
            vectorOf(v, 'd')[0]! * matrixOf(v, 'W').at(0, 0) +
            vectorOf(v, 'd')[1]! * matrixOf(v, 'W').at(0, 1),
        },
        {
          id: 'same-error',
          says: {
            en: tex`You seem to have used $\delti{2}{1}$ for both listeners. Each weight goes with the error of the listener that it leads to.`,
            zh: tex`你似乎对两个听众都用了 $\delti{2}{1}$。每个权重要乘以它所通向的那个听众的误差项。`,
          },
          about: 'eq-fb-delta-hidden-scalar',
          value: (v) =>
            vectorOf(v, 'd')[0]! * (matrixOf(v, 'W').at(0, 0) + matrixOf(v, 'W').at(1, 0)),
        },
      ],
    }),
    part({
      id: 'delta',
      label: { en: tex`$\delti{1}{1} =$`, zh: tex`$\delti{1}{1} =$` },
      spoken: { en: 'delta of the hidden unit', zh: '隐藏单元的误差项' },
      decimals: 4,
      answer: (v) => numberOf(v, 'dLda') * numberOf(v, 'slope'),
      mistakes: [
        {
          id: 'no-slope',
          says: {
            en: 'This is still the slope by the activation. One factor is missing: the slope of the unit’s own sigmoid.',
            zh: '这还是对激活值的斜率。还差一个因子：这个单元自己的 Sigmoid 的斜率。',
          },
          about: 'eq-fb-delta-hidden-scalar',
          value: (v) => numberOf(v, 'dLda'),
        },
        {
          id: 'slope-at-a',
          says: {
            en: 'You seem to have taken the slope of the sigmoid at the activation. It belongs to the weighted sum, where it is a(1 − a).',
            zh: '你似乎把 Sigmoid 的斜率取在了激活值处。它应当取在加权和处，等于 a(1 − a)。',
          },
          about: 'eq-fb-sigmoid-slope',
          value: (v) => numberOf(v, 'dLda') * sigmoid.derivative(numberOf(v, 'a')),
        },
        {
          id: 'activation-for-slope',
          says: {
            en: 'You seem to have multiplied by the activation. The last factor is the slope of the sigmoid, a(1 − a).',
            zh: '你似乎乘的是激活值。最后一个因子应当是 Sigmoid 的斜率 a(1 − a)。',
          },
          about: 'eq-fb-sigmoid-slope',
          value: (v) => numberOf(v, 'dLda') * numberOf(v, 'a'),
        },
        {
          id: 'sign',
          says: {
            en: 'The sign is turned round. The slope of the sigmoid is positive, so a unit’s error has the sign of what its listeners send back.',
            zh: '正负号反了。Sigmoid 的斜率是正的，所以误差项的正负和听众传回来的一样。',
          },
          value: (v) => -numberOf(v, 'dLda') * numberOf(v, 'slope'),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'The hidden unit has no target. Ask each unit that listens to it: how wrong are you, and how strongly do you hear it?',
      zh: '隐藏单元没有目标值。去问每个听它的单元：你的误差项是多少？你听它用的权重是多少？',
    },
    {
      en: tex`The two answers are $\delti{2}{1}\,\Wi{2}{11}$ and $\delti{2}{2}\,\Wi{2}{21}$. They add up; then comes the slope $\acti{1}{1}\,(1 - \acti{1}{1})$.`,
      zh: tex`两个回答是 $\delti{2}{1}\,\Wi{2}{11}$ 和 $\delti{2}{2}\,\Wi{2}{21}$，加起来，再乘以斜率 $\acti{1}{1}\,(1 - \acti{1}{1})$。`,
    },
    {
      en: tex`What reaches the unit is $\slotp{d.1} \cdot \slotp{W.1.1} + \slotp{d.2} \cdot \slotp{W.2.1}$, and its slope is $\slot{a} \cdot (1 - \slot{a}) \approx \slot{slope}$.`,
      zh: tex`传回来的是 $\slotp{d.1} \cdot \slotp{W.1.1} + \slotp{d.2} \cdot \slotp{W.2.1}$，斜率是 $\slot{a} \cdot (1 - \slot{a}) \approx \slot{slope}$。`,
    },
  ],
  solution: [
    {
      en: tex`The first column of $\W{2}$ holds the weights that leave this unit. Both answers together: $\slotp{d.1} \cdot \slotp{W.1.1} + \slotp{d.2} \cdot \slotp{W.2.1} = \slot{dLda}$.`,
      zh: tex`$\W{2}$ 的第一列是从这个单元发出的权重。两个回答加起来：$\slotp{d.1} \cdot \slotp{W.1.1} + \slotp{d.2} \cdot \slotp{W.2.1} = \slot{dLda}$。`,
    },
    {
      en: tex`Its own slope: $\slot{a} \cdot (1 - \slot{a}) \approx \slot{slope}$.`,
      zh: tex`它自己的斜率：$\slot{a} \cdot (1 - \slot{a}) \approx \slot{slope}$。`,
    },
    {
      en: tex`The slope by the activation is $\slot{dLda}$, and the error is its product with the unit’s own slope: $\delti{1}{1} \approx \slot{dLda} \cdot \slot{slope} \approx \slot{delta}$.`,
      zh: tex`对激活值的斜率是 $\slot{dLda}$，再乘以单元自己的斜率就是误差项：$\delti{1}{1} \approx \slot{dLda} \cdot \slot{slope} \approx \slot{delta}$。`,
    },
  ],
};
