import { tex } from '@components/exercise/tex';
import type { PartsExercise, Values } from '@components/exercise/types';
import { drawList, drawNumber, numberOf, part, vectorOf } from '@components/exercise/values';
import { sumAt, unit } from '../units';

/**
 * Height of the line over `at`, from two sums of the engine's unit: between heights 0 and 1 the sum
 * changes evenly, so it is 0 where the straight line through both is.
 */
function heightAt(v: Values, at: number): number {
  const [first = 0, second = 0] = vectorOf(v, 'W');
  const made = unit([first, second], numberOf(v, 'b'));
  const low = sumAt(made, at, 0);
  return low / (low - sumAt(made, at, 1));
}
const slopeOf = (v: Values): number => heightAt(v, 1) - heightAt(v, 0);
const W = (v: Values, k: 1 | 2): number => vectorOf(v, 'W')[k - 1]!;

export const boundaryLine: PartsExercise = {
  id: 'wn-boundary-line',
  kind: 'number',
  title: { en: 'Where the answer changes', zh: '回答在哪里改变' },
  about: 'one-unit-draws-one-line',
  statement: {
    en: tex`A unit has the weights $\Wlone{1} = \slot{W.1}$ and $\Wlone{2} = \slot{W.2}$ and the bias $\blone = \slot{b}$. Find the slope of its decision boundary, and the $\xin{2}$ at which the boundary passes $\xin{1} = \slot{at}$, each to four decimals.`,
    zh: tex`一个单元的权重是 $\Wlone{1} = \slot{W.1}$ 和 $\Wlone{2} = \slot{W.2}$，偏置是 $\blone = \slot{b}$。求决策边界的斜率，以及边界在 $\xin{1} = \slot{at}$ 处的 $\xin{2}$，都保留四位小数。`,
  },
  draw: (random) => {
    for (;;) {
      const weights = drawList(random, 2, -3, 3);
      const values = { W: weights, b: drawNumber(random, -2, 2), at: drawNumber(random, 2, 5, 0) };
      const height = heightAt(values, values.at);
      // A height of 0 would be shown with the rounding of its two terms.
      if (Math.abs(height) > 0.1) return { ...values, slope: slopeOf(values), height };
    }
  },
  parts: [
    part({
      id: 'slope',
      label: { en: 'Slope:', zh: '斜率：' },
      spoken: { en: 'slope of the boundary', zh: '边界的斜率' },
      decimals: 4,
      answer: slopeOf,
      mistakes: [
        {
          id: 'upside-down',
          says: {
            en: tex`The fraction seems to be upside down. When you solve for $\xin{2}$ you divide by its own weight, $\Wlone{2}$.`,
            zh: tex`分数似乎倒过来了。解出 $\xin{2}$ 时，除的是它自己的权重 $\Wlone{2}$。`,
          },
          about: 'eq-wn-boundary',
          value: (v) => -W(v, 2) / W(v, 1),
        },
        {
          id: 'sign',
          says: {
            en: 'The minus seems to be lost. The first term changes its sign when it is brought to the other side.',
            zh: '负号似乎丢了。第一项移到等号另一边时要变号。',
          },
          about: 'eq-wn-boundary',
          value: (v) => W(v, 1) / W(v, 2),
        },
        {
          id: 'undivided',
          says: {
            en: tex`You seem to have stopped before dividing by $\Wlone{2}$.`,
            zh: tex`你似乎还没有除以 $\Wlone{2}$。`,
          },
          about: 'eq-wn-boundary',
          value: (v) => -W(v, 1),
        },
      ],
    }),
    part({
      id: 'height',
      label: { en: tex`$\xin{2} =$`, zh: tex`$\xin{2} =$` },
      spoken: { en: 'second input on the boundary', zh: '边界上的第二个输入' },
      decimals: 4,
      answer: (v) => numberOf(v, 'slope') * numberOf(v, 'at') - numberOf(v, 'b') / W(v, 2),
      mistakes: [
        {
          id: 'bias-sign',
          says: {
            en: 'The bias seems to have kept its sign. It changes sides as well, so it is subtracted.',
            zh: '偏置似乎没有变号。它也移到了另一边，所以是减去。',
          },
          about: 'eq-wn-boundary',
          value: (v) => numberOf(v, 'slope') * numberOf(v, 'at') + numberOf(v, 'b') / W(v, 2),
        },
        {
          id: 'bias-undivided',
          says: {
            en: tex`You seem to have subtracted the bias as it is. It is divided by $\Wlone{2}$, too.`,
            zh: tex`你似乎直接减去了偏置。偏置也要除以 $\Wlone{2}$。`,
          },
          about: 'eq-wn-boundary',
          value: (v) => numberOf(v, 'slope') * numberOf(v, 'at') - numberOf(v, 'b'),
        },
        {
          id: 'no-bias',
          says: {
            en: 'The bias seems to be missing: without it the line would pass through the origin.',
            zh: '偏置似乎漏了：没有它，直线就会穿过原点。',
          },
          about: 'eq-wn-boundary',
          value: (v) => numberOf(v, 'slope') * numberOf(v, 'at'),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'On the boundary the weighted sum is exactly 0. Write that down with the given numbers.',
      zh: '在边界上，加权和恰好是 0。用给出的数把它写出来。',
    },
    {
      en: tex`Solve for the second input: $\xin{2} = -\frac{\Wlone{1}}{\Wlone{2}}\,\xin{1} - \frac{\blone}{\Wlone{2}}$.`,
      zh: tex`解出第二个输入：$\xin{2} = -\frac{\Wlone{1}}{\Wlone{2}}\,\xin{1} - \frac{\blone}{\Wlone{2}}$。`,
    },
    {
      en: tex`The slope is $-\slotp{W.1}/\slotp{W.2}$. Multiply it by $\slot{at}$, then subtract $\slotp{b}/\slotp{W.2}$.`,
      zh: tex`斜率是 $-\slotp{W.1}/\slotp{W.2}$。用它乘以 $\slot{at}$，再减去 $\slotp{b}/\slotp{W.2}$。`,
    },
  ],
  solution: [
    {
      en: tex`The slope: $-\slotp{W.1}/\slotp{W.2} \approx \slot{slope}$.`,
      zh: tex`斜率：$-\slotp{W.1}/\slotp{W.2} \approx \slot{slope}$。`,
    },
    {
      en: tex`At $\xin{1} = \slot{at}$ with the slope $\slot{slope}$: $-\slotp{W.1}/\slotp{W.2} \cdot \slot{at} - \slotp{b}/\slotp{W.2} \approx \slot{height}$.`,
      zh: tex`斜率是 $\slot{slope}$，在 $\xin{1} = \slot{at}$ 处：$-\slotp{W.1}/\slotp{W.2} \cdot \slot{at} - \slotp{b}/\slotp{W.2} \approx \slot{height}$。`,
    },
  ],
};
