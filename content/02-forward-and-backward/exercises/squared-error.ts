import { tex } from '@components/exercise/tex';
import type { PartsExercise } from '@components/exercise/types';
import { drawList, matrixOf, part, sum } from '@components/exercise/values';
import { losses, Matrix } from '@engine';

const squaredError = losses.squaredError;
const lossOf = (a: Matrix, y: Matrix): number => squaredError.mean(a, a, y);
const slopesOf = (a: Matrix, y: Matrix): Matrix =>
  squaredError.gradient(a, a, y, Matrix.zeros(a.rows, 1));
/** The misses a_j − y_j. */
const misses = (v: Parameters<typeof matrixOf>[0]): number[] =>
  slopesOf(matrixOf(v, 'a'), matrixOf(v, 'y')).toColumn();

export const squaredErrorLoss: PartsExercise = {
  id: 'fb-squared-error',
  kind: 'number',
  title: { en: 'Squared error and its slope', zh: '平方误差和它的斜率' },
  about: 'how-wrong-is-it',
  statement: {
    en: tex`Three outputs are $\acti{2}{1} = \slot{a.1}$, $\acti{2}{2} = \slot{a.2}$, $\acti{2}{3} = \slot{a.3}$. Their targets are $\yout{1} = \slot{y.1}$, $\yout{2} = \slot{y.2}$, $\yout{3} = \slot{y.3}$. The loss is the squared error of this chapter.

Find the loss, and its slope by the first output, each to four decimals.`,
    zh: tex`三个输出是 $\acti{2}{1} = \slot{a.1}$、$\acti{2}{2} = \slot{a.2}$、$\acti{2}{3} = \slot{a.3}$，目标值是 $\yout{1} = \slot{y.1}$、$\yout{2} = \slot{y.2}$、$\yout{3} = \slot{y.3}$。损失用本章的平方误差。

求损失，以及损失对第一个输出的斜率，都保留四位小数。`,
  },
  draw: (random) => {
    const a = drawList(random, 3, 0.05, 0.95, 2);
    const y = drawList(random, 3, 0.1, 0.9);
    const [outputs, targets] = [Matrix.column(a), Matrix.column(y)];
    const d = slopesOf(outputs, targets).toColumn();
    return { a, y, d, loss: lossOf(outputs, targets), slope: d[0]! };
  },
  parts: [
    part({
      id: 'loss',
      label: { en: tex`$\loss =$`, zh: tex`$\loss =$` },
      spoken: { en: 'loss', zh: '损失' },
      decimals: 4,
      answer: (v) => lossOf(matrixOf(v, 'a'), matrixOf(v, 'y')),
      mistakes: [
        {
          id: 'no-half',
          says: {
            en: tex`The factor $\tfrac12$ is missing. It is there so that the slope has no factor 2.`,
            zh: tex`漏了因子 $\tfrac12$。有了它，求斜率时就不会多出一个 2。`,
          },
          about: 'eq-fb-loss-se',
          value: (v) => sum(misses(v).map((d) => d ** 2)),
        },
        {
          id: 'mean',
          says: {
            en: 'You seem to have divided by the number of outputs. The squared error of one sample adds up its outputs and halves the sum; a mean is taken over samples only.',
            zh: '你似乎除以了输出的个数。一个样本的平方误差是把各个输出的平方加起来再取一半；只有对样本才取平均。',
          },
          about: 'eq-fb-loss-se',
          value: (v) => sum(misses(v).map((d) => d ** 2)) / 3,
        },
        {
          id: 'summed-first',
          says: {
            en: 'You seem to have added the differences first and squared their sum. Then misses in opposite directions cancel; square each one first.',
            zh: '你似乎先把差加起来再平方，这样一正一负会抵消。应当先各自平方，再相加。',
          },
          about: 'eq-fb-loss-se',
          value: (v) => sum(misses(v)) ** 2 / 2,
        },
        {
          id: 'not-squared',
          says: {
            en: 'You seem to have added the sizes of the differences without squaring them.',
            zh: '你似乎只加了差的绝对值，没有平方。',
          },
          about: 'eq-fb-loss-se',
          value: (v) => sum(misses(v).map(Math.abs)) / 2,
        },
      ],
    }),
    part({
      id: 'slope',
      label: { en: tex`$\dds{\loss}{\acti{2}{1}} =$`, zh: tex`$\dds{\loss}{\acti{2}{1}} =$` },
      spoken: { en: 'slope of the loss by the first output', zh: '损失对第一个输出的斜率' },
      decimals: 4,
      answer: (v) => misses(v)[0]!,
      mistakes: [
        {
          id: 'slope-sign',
          says: {
            en: 'The sign is turned round: it is output minus target. An output that is too large has a positive slope, since making it larger makes the loss larger.',
            zh: '正负号反了：应当是输出减目标值。输出偏大时斜率为正，因为再大一点，损失会更大。',
          },
          about: 'eq-fb-loss-se-slope',
          value: (v) => -misses(v)[0]!,
        },
        {
          id: 'slope-twice',
          says: {
            en: tex`There is a factor 2 too much. The 2 from the square and the $\tfrac12$ in front cancel.`,
            zh: tex`多了一个因子 2。平方求导得到的 2 和前面的 $\tfrac12$ 约掉了。`,
          },
          about: 'eq-fb-loss-se-slope',
          value: (v) => 2 * misses(v)[0]!,
        },
        {
          id: 'slope-square',
          says: {
            en: 'This is the first output’s share of the loss, not the slope. Take the derivative of that share.',
            zh: '这是第一个输出在损失里占的那一份，不是斜率。还要对它求导。',
          },
          about: 'eq-fb-loss-se-slope',
          value: (v) => misses(v)[0]! ** 2 / 2,
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Take the difference output minus target for each of the three outputs, and keep the signs.',
      zh: '先对三个输出各求一个差：输出减目标值。正负号要留着。',
    },
    {
      en: tex`The loss is half the sum of the squared differences. In the slope by $\acti{2}{1}$ only the first square counts: the others do not contain $\acti{2}{1}$.`,
      zh: tex`损失是各个差的平方之和的一半。对 $\acti{2}{1}$ 求斜率时只看第一个平方，其余的不含 $\acti{2}{1}$。`,
    },
    {
      en: tex`The differences are $\slot{d.1}$, $\slot{d.2}$ and $\slot{d.3}$. The slope by the first output is the first of them.`,
      zh: tex`三个差是 $\slot{d.1}$、$\slot{d.2}$ 和 $\slot{d.3}$。对第一个输出的斜率，就是其中的第一个。`,
    },
  ],
  solution: [
    {
      en: tex`The differences: $\slot{a.1} - \slot{y.1} = \slot{d.1}$, $\slot{a.2} - \slot{y.2} = \slot{d.2}$, $\slot{a.3} - \slot{y.3} = \slot{d.3}$.`,
      zh: tex`三个差：$\slot{a.1} - \slot{y.1} = \slot{d.1}$，$\slot{a.2} - \slot{y.2} = \slot{d.2}$，$\slot{a.3} - \slot{y.3} = \slot{d.3}$。`,
    },
    {
      en: tex`The loss is half the sum of their squares: $\loss = \tfrac12\bigl(\slotp{d.1}^2 + \slotp{d.2}^2 + \slotp{d.3}^2\bigr) \approx \slot{loss}$.`,
      zh: tex`损失是平方和的一半：$\loss = \tfrac12\bigl(\slotp{d.1}^2 + \slotp{d.2}^2 + \slotp{d.3}^2\bigr) \approx \slot{loss}$。`,
    },
    {
      en: tex`The slope by the first output is its difference: $\dds{\loss}{\acti{2}{1}} = \slot{a.1} - \slot{y.1} = \slot{slope}$. The loss is $\slot{loss}$, the slope $\slot{slope}$.`,
      zh: tex`对第一个输出的斜率就是它的差：$\dds{\loss}{\acti{2}{1}} = \slot{a.1} - \slot{y.1} = \slot{slope}$。损失是 $\slot{loss}$，斜率是 $\slot{slope}$。`,
    },
  ],
};
