import { tex } from '@components/exercise/tex';
import type { PredictExercise, Values } from '@components/exercise/types';
import { numberOf } from '@components/exercise/values';
import { encodeFragment } from '@components/figure/fragment';
import { first, placeAt } from '@components/widgets/surprise-curve/model';

/** How hard both losses push at a place. */
const pushes = (z: number): [ce: number, se: number] => {
  const { crossEntropy, squaredError } = placeAt(z);
  return [Math.abs(crossEntropy.byZ), Math.abs(squaredError.byZ)];
};

function outcome({ from, to }: Values): string {
  const [before, after] = [pushes(Number(from)), pushes(Number(to))];
  const word = (k: 0 | 1): string => (after[k] > before[k] ? 'up' : 'down');
  return `${word(0)}-${word(1)}`;
}

export const predictPush: PredictExercise = {
  id: 'ce-predict-push',
  kind: 'predict',
  title: { en: 'Two pushes', zh: '两种推力' },
  about: 'why-squared-error-learns-slowly-here',
  statement: {
    en: tex`The figure shows a sigmoid unit with target 1. Its weighted sum moves from $\slot{from}$ to $\slot{to}$. What happens to the sizes of the two slopes by $z$? Predict first; then the figure appears.`,
    zh: tex`图里是一个 Sigmoid 单元，目标是 1。它的加权和从 $\slot{from}$ 变到 $\slot{to}$。两种损失对 $z$ 的斜率，大小会怎样变？先预测，图随后出现。`,
  },
  draw: (random) => {
    const place = () => (random.integer(21) - 12) / 2;
    const from = place();
    let to = place();
    // Where squared error's push comes out nearly the same, the figure would not decide it.
    const close = () => {
      const [p, q] = [pushes(from)[1], pushes(to)[1]];
      return from === to || Math.max(p, q) < 1.5 * Math.min(p, q);
    };
    while (close()) to = place();
    const [[ce1, se1], [ce2, se2]] = [pushes(from), pushes(to)];
    return { from, to, ce: [ce1, ce2], se: [se1, se2] };
  },
  options: [
    {
      id: 'up-up',
      text: { en: 'Both grow.', zh: '都变大。' },
      says: {
        en: 'So it is while the unit becomes more wrong without being sure yet: both losses notice.',
        zh: '单元错得更多、但还不太肯定的时候，正是这样：两种损失都察觉到了。',
      },
    },
    {
      id: 'up-down',
      text: {
        en: 'That of cross-entropy grows, that of squared error shrinks.',
        zh: '交叉熵的变大，平方误差的变小。',
      },
      says: {
        en: 'So it is when the unit sinks into saturation: it becomes more wrong, and its sigmoid becomes flat.',
        zh: '单元陷入饱和时正是这样：错得更多，Sigmoid 却变平了。',
      },
    },
    {
      id: 'down-up',
      text: {
        en: 'That of cross-entropy shrinks, that of squared error grows.',
        zh: '交叉熵的变小，平方误差的变大。',
      },
      says: {
        en: 'So it is when the unit comes out of saturation: it is less wrong, and its sigmoid becomes steep again.',
        zh: '单元走出饱和时正是这样：错得少了，Sigmoid 又变陡了。',
      },
    },
    {
      id: 'down-down',
      text: { en: 'Both shrink.', zh: '都变小。' },
      says: {
        en: 'So it is when the unit comes close to the right answer: there is less to correct.',
        zh: '单元接近正确答案时正是这样：要纠正的少了。',
      },
    },
  ],
  right: (v) => [outcome(v)],
  widget: 'surprise-curve',
  fragment: (v) => encodeFragment('surprise-curve', { ...first, z: numberOf(v, 'to') }, first),
  hints: [
    {
      en: 'Does the unit become more wrong, or less? That decides for cross-entropy.',
      zh: '单元错得更多了，还是更少了？交叉熵只看这一点。',
    },
    {
      en: 'Squared error multiplies the miss by the slope of the sigmoid, which is flat far from 0 on both sides.',
      zh: '平方误差把差值乘以 Sigmoid 的斜率，而离 0 远的地方，两头都是平的。',
    },
    {
      en: 'Squared error pushes hardest a little below 0, at about −0.7. Does the unit move towards that place?',
      zh: '平方误差在 0 往下一点、大约 −0.7 处推得最用力。单元是朝那里走吗？',
    },
  ],
  solution: [
    {
      en: 'The slope of cross-entropy by z is a − 1: the smaller z is, the larger it is in size. That of squared error has the factor a(1 − a) as well, and is largest at about −0.7.',
      zh: '交叉熵对 z 的斜率是 a − 1，z 越小，它的绝对值越大。平方误差的斜率还有因子 a(1 − a)，在大约 −0.7 处绝对值最大。',
    },
    {
      en: tex`From $\slot{from}$ to $\slot{to}$ the slope of cross-entropy goes from {ce.1} to {ce.2} in size, that of squared error from {se.1} to {se.2}.`,
      zh: tex`从 $\slot{from}$ 到 $\slot{to}$，交叉熵的斜率大小从 {ce.1} 变成 {ce.2}，平方误差的从 {se.1} 变成 {se.2}。`,
    },
  ],
};
