import { sigmoid } from '@components/exercise/engine';
import { tex } from '@components/exercise/tex';
import type { PartsExercise, Values } from '@components/exercise/types';
import { drawNumber, numberOf, part } from '@components/exercise/values';
import { trace } from '@engine';
import { networkWith } from './engine';

/** Output minus target. */
const miss = (v: Values): number => numberOf(v, 'a') - numberOf(v, 'y');

export const outputDelta: PartsExercise = {
  id: 'fb-output-delta',
  kind: 'number',
  title: { en: 'δ of an output unit', zh: '输出单元的 δ' },
  about: 'the-last-layer',
  statement: {
    en: tex`An output unit with the sigmoid has the weighted sum $\zi{2}{1} = \slot{z}$. Its target is $\yout{1} = \slot{y}$, and the loss is the squared error.

Find its activation, the slope of its sigmoid and its error $\delti{2}{1}$, each to four decimals.`,
    zh: tex`一个用 Sigmoid 的输出单元，加权和是 $\zi{2}{1} = \slot{z}$，目标值是 $\yout{1} = \slot{y}$，损失用平方误差。

求它的激活值、Sigmoid 在这里的斜率和误差项 $\delti{2}{1}$，都保留四位小数。`,
  },
  draw: (random) => {
    const z = drawNumber(random, -2.5, 2.5);
    const y = drawNumber(random, 0.1, 0.9);
    const steps = trace(networkWith({ activations: ['sigmoid'] }, [[[1]]], [[0]]), [z], [y]);
    const of = (kind: string): number => steps.find((step) => step.kind === kind)!.value;
    return { z, y, a: of('a'), miss: of('dLda'), slope: of('fprime'), delta: of('delta') };
  },
  parts: [
    part({
      id: 'a',
      label: { en: tex`$\acti{2}{1} =$`, zh: tex`$\acti{2}{1} =$` },
      spoken: { en: 'activation', zh: '激活值' },
      decimals: 4,
      answer: (v) => sigmoid.value(numberOf(v, 'z')),
      mistakes: [
        {
          id: 'exponent-sign',
          says: {
            en: tex`The exponent seems to have lost its minus: in $\sigma(z) = 1/(1 + e^{-z})$ a larger $z$ makes the result larger.`,
            zh: tex`指数上的负号似乎丢了：在 $\sigma(z) = 1/(1 + e^{-z})$ 里，$z$ 越大，结果越大。`,
          },
          about: 'the-forward-pass',
          value: (v) => sigmoid.value(-numberOf(v, 'z')),
        },
      ],
    }),
    part({
      id: 'slope',
      label: { en: tex`$\fp{2}(\zi{2}{1}) =$`, zh: tex`$\fp{2}(\zi{2}{1}) =$` },
      spoken: { en: 'slope of the sigmoid', zh: 'Sigmoid 的斜率' },
      decimals: 4,
      answer: (v) => sigmoid.derivative(numberOf(v, 'z'), numberOf(v, 'a')),
      mistakes: [
        {
          id: 'slope-at-a',
          says: {
            en: 'You seem to have put the activation through the sigmoid once more. The slope is taken at the weighted sum, where it is a(1 − a).',
            zh: '你似乎把激活值又代进了一次 Sigmoid。斜率取在加权和处，等于 a(1 − a)。',
          },
          about: 'eq-fb-sigmoid-slope',
          value: (v) => sigmoid.derivative(numberOf(v, 'a')),
        },
        {
          id: 'z-for-a',
          says: {
            en: 'You seem to have used z(1 − z). The slope of the sigmoid is a(1 − a), with the activation.',
            zh: '你似乎用了 z(1 − z)。Sigmoid 的斜率是 a(1 − a)，用的是激活值。',
          },
          about: 'eq-fb-sigmoid-slope',
          value: (v) => numberOf(v, 'z') * (1 - numberOf(v, 'z')),
        },
        {
          id: 'half-slope',
          says: {
            en: 'This is 1 − a alone. The slope has a second factor, a itself.',
            zh: '这只是 1 − a。斜率还有另一个因子，就是 a 本身。',
          },
          about: 'eq-fb-sigmoid-slope',
          value: (v) => 1 - numberOf(v, 'a'),
        },
      ],
    }),
    part({
      id: 'delta',
      label: { en: tex`$\delti{2}{1} =$`, zh: tex`$\delti{2}{1} =$` },
      spoken: { en: 'delta', zh: '误差项' },
      decimals: 4,
      answer: (v) => miss(v) * numberOf(v, 'slope'),
      mistakes: [
        {
          id: 'no-slope',
          says: {
            en: 'This is output minus target, the slope of the loss by the activation. It still has to be multiplied by the slope of the sigmoid.',
            zh: '这是输出减目标值，也就是损失对激活值的斜率，还要乘以 Sigmoid 的斜率。',
          },
          about: 'eq-fb-delta-output-scalar',
          value: (v) => miss(v),
        },
        {
          id: 'sign',
          says: {
            en: 'The sign is turned round: it is output minus target. An output that is too large has a positive error.',
            zh: '正负号反了：应当是输出减目标值。输出偏大时，误差项为正。',
          },
          about: 'eq-fb-loss-se-slope',
          value: (v) => -miss(v) * numberOf(v, 'slope'),
        },
        {
          id: 'activation-for-slope',
          says: {
            en: 'You seem to have multiplied by the activation. The second factor is the slope of the sigmoid.',
            zh: '你似乎乘的是激活值。第二个因子应当是 Sigmoid 的斜率。',
          },
          about: 'eq-fb-delta-output-scalar',
          value: (v) => miss(v) * numberOf(v, 'a'),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'There are two questions. How does the loss change with the output? How does the output change with its weighted sum?',
      zh: '有两个问题：损失随输出怎么变？输出随它的加权和怎么变？',
    },
    {
      en: tex`The first answer is $\acti{2}{1} - \yout{1}$, the second $\acti{2}{1}\,(1 - \acti{2}{1})$. Multiply them.`,
      zh: tex`第一个答案是 $\acti{2}{1} - \yout{1}$，第二个是 $\acti{2}{1}\,(1 - \acti{2}{1})$，两者相乘。`,
    },
    {
      en: tex`The activation is $\slot{a}$. So the factors are $\slot{a} - \slot{y}$ and $\slot{a} \cdot (1 - \slot{a})$.`,
      zh: tex`激活值是 $\slot{a}$，所以两个因子是 $\slot{a} - \slot{y}$ 和 $\slot{a} \cdot (1 - \slot{a})$。`,
    },
  ],
  solution: [
    {
      en: tex`Forward: $\acti{2}{1} = \sigma(\slot{z}) \approx \slot{a}$.`,
      zh: tex`前向：$\acti{2}{1} = \sigma(\slot{z}) \approx \slot{a}$。`,
    },
    {
      en: tex`The loss by the output: $\acti{2}{1} - \yout{1} \approx \slot{a} - \slot{y} = \slot{miss}$.`,
      zh: tex`损失对输出的斜率：$\acti{2}{1} - \yout{1} \approx \slot{a} - \slot{y} = \slot{miss}$。`,
    },
    {
      en: tex`The slope of the sigmoid there: $\slot{a} \cdot (1 - \slot{a}) \approx \slot{slope}$.`,
      zh: tex`Sigmoid 在这里的斜率：$\slot{a} \cdot (1 - \slot{a}) \approx \slot{slope}$。`,
    },
    {
      en: tex`The activation is $\slot{a}$, the slope $\slot{slope}$, and the error their product with the miss: $\delti{2}{1} \approx \slot{miss} \cdot \slot{slope} \approx \slot{delta}$.`,
      zh: tex`激活值是 $\slot{a}$，斜率是 $\slot{slope}$，误差项是斜率乘以差：$\delti{2}{1} \approx \slot{miss} \cdot \slot{slope} \approx \slot{delta}$。`,
    },
  ],
};
