import { tex } from '@components/exercise/tex';
import type { PredictExercise, Values } from '@components/exercise/types';
import { numberOf } from '@components/exercise/values';
import { encodeFragment } from '@components/figure/fragment';
import { handLine, model } from '@components/widgets/one-line-is-not-enough/model';
import { first, type State } from '@components/widgets/one-line-is-not-enough/state';

const stateOf = (v: Values): State => ({
  ...first,
  set: 'xor',
  by: 'hand',
  angle: numberOf(v, 'angle'),
  shift: numberOf(v, 'shift'),
});
const wrong = (v: Values): number => model(stateOf(v)).wrong;
const hundredths = (value: number): number => Number(value.toFixed(2));

const counted = {
  en: tex`The sums at 0, 0 and 0, 1 and 1, 0 and 1, 1 are $\slot{z.1}$, $\slot{z.2}$, $\slot{z.3}$ and $\slot{z.4}$. XOR wants the first and the last not to be positive, and the two in between to be positive.`,
  zh: tex`输入 0, 0、0, 1、1, 0、1, 1 处的加权和是 $\slot{z.1}$、$\slot{z.2}$、$\slot{z.3}$ 和 $\slot{z.4}$。异或要求第一个和最后一个不是正数，中间两个是正数。`,
};

export const predictLine: PredictExercise = {
  id: 'wn-predict-line',
  kind: 'predict',
  title: { en: 'How well does this line do?', zh: '这条直线做得怎么样' },
  about: 'why-xor-has-no-line',
  decimals: 2,
  statement: {
    en: tex`In the figure a line is drawn over XOR, with $\Wlone{1} = \slot{W.1}$, $\Wlone{2} = \slot{W.2}$ and $\blone = \slot{b}$. How many of the four points does it get wrong? Predict first; then the figure appears.`,
    zh: tex`图里画了一条直线来分异或的四个点，$\Wlone{1} = \slot{W.1}$，$\Wlone{2} = \slot{W.2}$，$\blone = \slot{b}$。四个点里它错了几个？先预测，图随后出现。`,
  },
  draw: (random) => {
    for (;;) {
      const [angle, shift] = [random.integer(360) - 180, (random.integer(121) - 60) / 100];
      const line = handLine({ angle, shift });
      const W = line.W.map(hundredths);
      const b = hundredths(line.b);
      const z = [b, W[1]! + b, W[0]! + b, W[0]! + W[1]! + b].map(hundredths);
      // Rounding the line to two decimals must not change a sign, and a weight is not 0.
      const clear = [...z, ...W, b].every((value) => Math.abs(value) > 0.04);
      if (clear) return { angle, shift, W, b, z, wrong: wrong({ angle, shift }) };
    }
  },
  options: [0, 1, 2, 3, 4].map((count) => ({
    id: `wrong-${count}`,
    text: { en: `$${count}$`, zh: `$${count}$` },
    says: counted,
  })),
  right: (v) => [`wrong-${wrong(v)}`],
  widget: 'one-line-is-not-enough',
  fragment: (v) => encodeFragment('one-line-is-not-enough', stateOf(v), first),
  hints: [
    {
      en: 'Two of the five options can be struck out without computing anything.',
      zh: '五个选项里，有两个不用算就能排除。',
    },
    {
      en: 'No line gets all four right, and none gets all four wrong: its reverse would get them right. Now find the four signs.',
      zh: '没有直线能四个全对，也没有直线会四个全错：否则把它反过来就全对了。再求四个加权和的正负。',
    },
    {
      en: tex`At 0, 0 the sum is $\slot{b}$ alone; at 0, 1 it is $\slot{W.2} + \slotp{b}$; at 1, 0 it is $\slot{W.1} + \slotp{b}$; at 1, 1 both weights count.`,
      zh: tex`在 0, 0 只有 $\slot{b}$；在 0, 1 是 $\slot{W.2} + \slotp{b}$；在 1, 0 是 $\slot{W.1} + \slotp{b}$；在 1, 1 两个权重都算上。`,
    },
  ],
  solution: [
    {
      en: tex`The sums: $\slot{b}$; $\slot{W.2} + \slotp{b} = \slot{z.2}$; $\slot{W.1} + \slotp{b} = \slot{z.3}$; $\slot{W.1} + \slotp{W.2} + \slotp{b} = \slot{z.4}$.`,
      zh: tex`加权和：$\slot{b}$；$\slot{W.2} + \slotp{b} = \slot{z.2}$；$\slot{W.1} + \slotp{b} = \slot{z.3}$；$\slot{W.1} + \slotp{W.2} + \slotp{b} = \slot{z.4}$。`,
    },
    {
      en: tex`A positive sum is answered 1. Compared with 0, 1, 1, 0, the number of wrong answers is $\slot{wrong}$.`,
      zh: tex`加权和为正就回答 1。与 0、1、1、0 相比，错误的个数是 $\slot{wrong}$。`,
    },
  ],
};
