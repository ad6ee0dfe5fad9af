import { tex } from '@components/exercise/tex';
import type { PredictExercise, Values } from '@components/exercise/types';
import { encodeFragment } from '@components/figure/fragment';
import {
  first,
  type Model,
  model,
  nudgeable,
  type State,
} from '@components/widgets/nudge-a-weight/model';

/** The state of the figure that the drawn numbers stand for. */
const stateOf = ({ weight, exponent }: Values): State => ({
  weight: Number(weight),
  exponent: Number(exponent),
  value: nudgeable[Number(weight)]!.first,
});

/** Which option the figure's own numbers bear out, where they leave no doubt. */
function outcome({ oneSided, twoSided }: Model): string | undefined {
  const about = (gain: number, target: number) => gain > target / 1.5 && gain < target * 1.5;
  if (about(oneSided.gain, 10) && about(twoSided.gain, 100)) return 'ten-hundred';
  return oneSided.gain < 0.5 && twoSided.gain < 0.5 ? 'both-grow' : undefined;
}

const exponents = [-1, -2, -3, -4, -8, -9, -10, -11];

/** All settings with a clear outcome, by it; they cost thousands of runs and are found once. */
const clearStates = once(() => {
  const states = nudgeable.flatMap(({ name, first: value }, weight): State[] =>
    name === 'W' ? exponents.map((exponent) => ({ weight, exponent, value })) : [],
  );
  const outcomes = states.map((state) => outcome(model(state)));
  return {
    shrink: states.filter((_, i) => outcomes[i] === 'ten-hundred'),
    grow: states.filter((_, i) => outcomes[i] === 'both-grow'),
  };
});

function once<T>(find: () => T): () => T {
  let found: T | undefined;
  return () => {
    found ??= find();
    return found;
  };
}

export const predictEpsilon: PredictExercise = {
  id: 'fb-predict-epsilon',
  kind: 'predict',
  title: { en: 'A nudge ten times smaller', zh: '挪动的距离缩小到十分之一' },
  about: 'what-we-want-from-the-backward-pass',
  statement: {
    en: tex`The figure computes the gradient of a weight by finite differences. It is set to the weight $W^{\slot{layer}}_{\slot{row}\slot{column}}$ and to $\varepsilon = 10^{\slot{exponent}}$. You make $\varepsilon$ ten times smaller. What happens to the errors of the two quotients? Predict first; then the figure appears.`,
    zh: tex`图里用有限差分求一个权重的梯度，现在选的是权重 $W^{\slot{layer}}_{\slot{row}\slot{column}}$，$\varepsilon = 10^{\slot{exponent}}$。把 $\varepsilon$ 缩小到十分之一，两种差商的误差会怎样？先预测，图随后出现。`,
  },
  decimals: 2,
  draw: (random) => {
    const states = clearStates()[random.bernoulli(0.5) ? 'shrink' : 'grow'];
    const state = states[random.integer(states.length)]!;
    const { weight, exponent } = state;
    const { layer, index } = nudgeable[weight]!;
    const [row = 1, column = 1] = [...index].map(Number);
    const [now, then] = [state, { ...state, exponent: exponent - 1 }].map((s) => model(s).present);
    const one = [now!.forwardError, then!.forwardError];
    const two = [now!.centralError, then!.centralError];
    return { weight, exponent, finer: exponent - 1, layer, row, column, one, two };
  },
  options: [
    {
      id: 'ten-hundred',
      text: {
        en: 'The one-sided error becomes about 10 times smaller, the two-sided about 100 times.',
        zh: '单侧的误差约缩小到十分之一，双侧的约缩小到百分之一。',
      },
      says: {
        en: tex`That holds while bending is what is wrong, at large $\varepsilon$: the one-sided error shrinks like $\varepsilon$, the two-sided like $\varepsilon^2$.`,
        zh: tex`$\varepsilon$ 大的时候，误差来自弯曲，正是这样：单侧的误差按 $\varepsilon$ 缩小，双侧的按 $\varepsilon^2$ 缩小。`,
      },
    },
    {
      id: 'both-ten',
      text: {
        en: 'Both become about 10 times smaller.',
        zh: '两种误差都约缩小到十分之一。',
      },
      says: {
        en: tex`The two do not behave alike: where the one-sided error shrinks like $\varepsilon$, the two-sided shrinks like $\varepsilon^2$.`,
        zh: tex`两者不一样：在单侧的误差按 $\varepsilon$ 缩小的地方，双侧的按 $\varepsilon^2$ 缩小。`,
      },
    },
    {
      id: 'both-hundred',
      text: {
        en: 'Both become about 100 times smaller.',
        zh: '两种误差都约缩小到百分之一。',
      },
      says: {
        en: tex`Only the two-sided quotient cancels the bending to one side; the one-sided error shrinks like $\varepsilon$ at best.`,
        zh: tex`只有双侧差商能把向一侧的弯曲抵消掉；单侧的误差最多按 $\varepsilon$ 缩小。`,
      },
    },
    {
      id: 'both-grow',
      text: { en: 'Both grow.', zh: '两种误差都变大。' },
      says: {
        en: tex`That holds at tiny $\varepsilon$: two almost equal losses are subtracted, and what rounding left in them is divided by $\varepsilon$.`,
        zh: tex`$\varepsilon$ 太小的时候正是这样：两个几乎相等的损失相减，剩下的舍入误差还要除以 $\varepsilon$。`,
      },
    },
  ],
  right: (v) => [outcome(model(stateOf(v))) ?? ''],
  widget: 'nudge-a-weight',
  fragment: (v) => encodeFragment('nudge-a-weight', stateOf(v), first),
  hints: [
    {
      en: tex`Two things make a quotient inexact: the loss bends within the step, and the losses are rounded. Which is larger at $\varepsilon = 10^{\slot{exponent}}$?`,
      zh: tex`差商不准有两个原因：损失在一步之内弯了，以及损失有舍入误差。在 $\varepsilon = 10^{\slot{exponent}}$ 处，哪个更大？`,
    },
    {
      en: tex`Bending gives errors like $\varepsilon$ (one-sided) and $\varepsilon^2$ (two-sided); rounding gives about $10^{-16}/\varepsilon$ to both.`,
      zh: tex`弯曲带来的误差按 $\varepsilon$（单侧）和 $\varepsilon^2$（双侧）变化；舍入给两者带来的误差都约为 $10^{-16}/\varepsilon$。`,
    },
    {
      en: tex`They meet near $10^{-8}$ for the one-sided quotient and near $10^{-5}$ for the two-sided. Compare with $10^{\slot{exponent}}$ and $10^{\slot{finer}}$.`,
      zh: tex`单侧差商的两种误差在 $10^{-8}$ 附近打平，双侧的在 $10^{-5}$ 附近。拿 $10^{\slot{exponent}}$ 和 $10^{\slot{finer}}$ 比一比。`,
    },
  ],
  solution: [
    {
      en: tex`With $\varepsilon$ well above $10^{-5}$, bending rules: ten times smaller makes the one-sided error ten and the two-sided a hundred times smaller. With $\varepsilon$ at $10^{-8}$ or below, rounding rules, and both errors grow.`,
      zh: tex`$\varepsilon$ 远大于 $10^{-5}$ 时，弯曲说了算：缩小到十分之一，单侧的误差缩小到十分之一，双侧的缩小到百分之一。$\varepsilon$ 在 $10^{-8}$ 或更小时，舍入说了算，两种误差都变大。`,
    },
    {
      en: tex`Here $\varepsilon$ goes from $10^{\slot{exponent}}$ to $10^{\slot{finer}}$. In the figure the one-sided error goes from {one.1} to {one.2}, the two-sided from {two.1} to {two.2}.`,
      zh: tex`这里 $\varepsilon$ 从 $10^{\slot{exponent}}$ 变到 $10^{\slot{finer}}$。图里单侧的误差从 {one.1} 变成 {one.2}，双侧的从 {two.1} 变成 {two.2}。`,
    },
  ],
};
