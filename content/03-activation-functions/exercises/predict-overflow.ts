import { tex } from '@components/exercise/tex';
import type { PredictExercise, Values } from '@components/exercise/types';
import { drawNumber } from '@components/exercise/values';
import { encodeFragment } from '@components/figure/fragment';
import { first, model, type State } from '@components/widgets/softmax-explorer/model';

const stateOf = ({ c, logT }: Values): State => ({ ...first, c: Number(c), logT: Number(logT) });

export const predictOverflow: PredictExercise = {
  id: 'act-predict-overflow',
  kind: 'predict',
  title: { en: 'Too large, too small, or neither?', zh: '太大，太小，还是都不是？' },
  about: 'a-softmax-that-does-not-overflow',
  statement: {
    en: tex`The figure adds $\slot{c}$ to its four sums, of which {z.1} is the largest and {z.3} the smallest, divides them by the temperature {T} and computes softmax exactly as the formula is written, with nothing subtracted. In double precision $e^{x}$ becomes infinite for $x$ beyond 709, and rounds to 0 below −745. What comes of it? Predict first; then the figure appears.`,
    zh: tex`图里给四个加权和都加上 $\slot{c}$，其中最大的是 {z.1}，最小的是 {z.3}；再都除以温度 {T}，然后照公式直接算 softmax，什么也不减。在双精度里，$x$ 超过 709，$e^{x}$ 就成了无穷大；低于 −745，就舍入成 0。结果会怎样？先预测，图随后出现。`,
  },
  draw: (random) => {
    const kind = random.integer(3);
    const T = [0.5, 1, 2][random.integer(3)]!;
    const logT = Math.log10(T);
    // Far from the borders 709 T and −745 T, in tens as the figure's slider goes.
    const share =
      kind === 0 ? drawNumber(random, -0.85, 0.85, 2) : drawNumber(random, 1.08, 1.3, 2);
    const border = kind === 2 ? -745 : 709;
    const bounded = Math.max(-990, Math.min(990, share * border * T));
    const c = 10 * Math.round(bounded / 10);
    return { c, T, logT, z: first.z, largest: (first.z[0]! + c) / T };
  },
  options: [
    {
      id: 'same',
      text: { en: 'The right probabilities.', zh: '正确的概率。' },
      says: {
        en: 'That holds as long as the largest power is neither infinite nor close to 0.',
        zh: '只要最大的幂既不是无穷大，也不接近 0，就是这样。',
      },
    },
    {
      id: 'overflow',
      text: { en: 'No number: ∞ divided by ∞.', zh: '不是数：∞ 除以 ∞。' },
      says: {
        en: 'That happens when the largest exponent, after dividing by the temperature, is beyond 709.',
        zh: '除以温度以后，最大的指数超过 709，就会这样。',
      },
    },
    {
      id: 'underflow',
      text: { en: 'No number: 0 divided by 0.', zh: '不是数：0 除以 0。' },
      says: {
        en: 'That happens when even the largest exponent is so far below −745 that all powers round to 0.',
        zh: '连最大的指数都低于 −745，所有的幂都舍入成 0，就会这样。',
      },
    },
    {
      id: 'rough',
      text: { en: 'Probabilities that are a little off.', zh: '稍有偏差的概率。' },
      says: {
        en: 'That happens in a narrow strip only, between −708 and −745, where powers have few digits left.',
        zh: '只在 −708 到 −745 之间很窄的一段里是这样，那里的幂只剩几位有效数字。',
      },
    },
  ],
  right: (v) => [model(stateOf(v)).verdict],
  widget: 'softmax-explorer',
  fragment: (v) => encodeFragment('softmax-explorer', stateOf(v), first),
  hints: [
    {
      en: 'The largest exponent decides. First add, then divide.',
      zh: '起决定作用的是最大的指数。先加，再除。',
    },
    {
      en: tex`Add $\slot{c}$ to {z.1} and divide by {T}.`,
      zh: tex`用 {z.1} 加 $\slot{c}$，再除以 {T}。`,
    },
    {
      en: tex`The largest exponent is $\slot{largest}$. Compare it with 709 and with −745.`,
      zh: tex`最大的指数是 $\slot{largest}$。和 709、−745 比一比。`,
    },
  ],
  solution: [
    {
      en: tex`The largest exponent is $(\slot{z.1} + \slotp{c})/\slot{T} = \slot{largest}$.`,
      zh: tex`最大的指数是 $(\slot{z.1} + \slotp{c})/\slot{T} = \slot{largest}$。`,
    },
    {
      en: tex`Beyond 709 its power is infinite; below −745 it is 0, and so are all others. In between, the formula works. With the largest sum subtracted first, all three cases give the same probabilities.`,
      zh: tex`超过 709，它的幂是无穷大；低于 −745，它是 0，别的也都是 0；在两者之间，公式可用。先减去最大的加权和，三种情形给出的概率都一样。`,
    },
  ],
};
