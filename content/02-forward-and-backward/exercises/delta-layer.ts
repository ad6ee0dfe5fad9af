import { slotMatrix, tex } from '@components/exercise/tex';
import type { PartsExercise, Values } from '@components/exercise/types';
import { drawList, drawRows, matrixOf, part } from '@components/exercise/values';
import { hadamard, Matrix, map, matmulTN } from '@engine';
import { slopeWhere } from './engine';

/** What the listeners send back: (W²)ᵀ δ². */
const sentBack = (v: Values): Matrix => matmulTN(matrixOf(v, 'W'), matrixOf(v, 'd'));
const slopes = (v: Values): Matrix => map(matrixOf(v, 'a'), slopeWhere);
/** What arrived, times a factor for each unit. */
const times = (v: Values, factors: Matrix): number[][] =>
  hadamard(matrixOf(v, 'back'), factors).toRows();

export const deltaLayer: PartsExercise = {
  id: 'fb-delta-layer',
  kind: 'matrix',
  title: { en: 'δ of a whole hidden layer', zh: '整个隐藏层的 δ' },
  about: 'the-four-equations',
  statement: {
    en: tex`Three hidden units with the sigmoid send to two output units, with the weights $\W{2} = ${slotMatrix('W', 2, 3)}$. The errors of the outputs are $\delt{2} = ${slotMatrix('d', 2)}$, and the activations of the hidden units are $\act{1} = ${slotMatrix('a', 3)}$.

Find what the outputs send back, $\Wt{2}\,\delt{2}$, and then the errors $\delt{1}$, every entry to four decimals.`,
    zh: tex`三个用 Sigmoid 的隐藏单元连到两个输出单元，权重是 $\W{2} = ${slotMatrix('W', 2, 3)}$。输出的误差项是 $\delt{2} = ${slotMatrix('d', 2)}$，隐藏单元的激活值是 $\act{1} = ${slotMatrix('a', 3)}$。

先求输出传回来的 $\Wt{2}\,\delt{2}$，再求误差项 $\delt{1}$，每个元素保留四位小数。`,
  },
  draw: (random) => {
    const W = drawRows(random, 2, 3, -0.9, 0.9);
    const d = drawList(random, 2, -0.9, 0.9);
    const a = drawList(random, 3, 0.1, 0.9);
    const back = matmulTN(Matrix.from(W), Matrix.column(d)).toRows();
    const slope = map(Matrix.column(a), slopeWhere).toColumn();
    return { W, d, a, back, slope, delta: times({ back }, Matrix.column(slope)) };
  },
  parts: [
    part({
      id: 'back',
      label: { en: tex`$\Wt{2}\,\delt{2} =$`, zh: tex`$\Wt{2}\,\delt{2} =$` },
      spoken: { en: 'what is sent back', zh: '传回来的' },
      decimals: 4,
      askShape: true,
      answer: (v) => sentBack(v).toRows(),
      mistakes: [
        {
          id: 'first-listener',
          says: {
            en: 'Only the first output seems to have answered. Each hidden unit is heard by both; add their answers.',
            zh: '似乎只有第一个输出作了回答。每个隐藏单元有两个听众，回答要相加。',
          },
          about: 'eq-fb-delta-hidden-scalar',
          value: (v) => {
            const [first = 0] = matrixOf(v, 'd').toColumn();
            return sentBack({ ...v, d: [first, 0] }).toRows();
          },
        },
        {
          id: 'errors-exchanged',
          says: {
            en: 'The two errors seem to have changed places. The first row of the weights belongs to the first output, and so goes with its error.',
            zh: '两个误差项似乎用反了。权重的第一行属于第一个输出，要乘以它的误差项。',
          },
          about: 'eq-fb-delta-hidden',
          value: (v) => sentBack({ ...v, d: matrixOf(v, 'd').toColumn().toReversed() }).toRows(),
        },
        {
          id: 'weights-alone',
          says: {
            en: 'These are the sums of the columns. Before adding, each weight is multiplied by the error of its listener.',
            zh: '这只是各列的和。相加之前，每个权重要先乘以它那个听众的误差项。',
          },
          about: 'eq-fb-delta-hidden',
          value: (v) => sentBack({ ...v, d: [1, 1] }).toRows(),
        },
      ],
    }),
    part({
      id: 'delta',
      label: { en: tex`$\delt{1} =$`, zh: tex`$\delt{1} =$` },
      spoken: { en: 'errors of the hidden layer', zh: '隐藏层的误差项' },
      decimals: 4,
      answer: (v) => times(v, slopes(v)),
      mistakes: [
        {
          id: 'no-slope',
          says: {
            en: 'This is still what the listeners send back. Each entry is yet to be multiplied by the slope of its own unit.',
            zh: '这还是听众传回来的。每个元素还要乘以自己那个单元的斜率。',
          },
          about: 'eq-fb-delta-hidden',
          value: (v) => matrixOf(v, 'back').toRows(),
        },
        {
          id: 'activation-for-slope',
          says: {
            en: 'You seem to have multiplied by the activations. The slope of the sigmoid is a(1 − a).',
            zh: '你似乎乘的是激活值。Sigmoid 的斜率是 a(1 − a)。',
          },
          about: 'eq-fb-sigmoid-slope',
          value: (v) => times(v, matrixOf(v, 'a')),
        },
        {
          id: 'half-slope',
          says: {
            en: 'You seem to have multiplied by 1 − a only. The slope of the sigmoid is a(1 − a).',
            zh: '你似乎只乘了 1 − a。Sigmoid 的斜率是 a(1 − a)。',
          },
          about: 'eq-fb-sigmoid-slope',
          value: (v) =>
            times(
              v,
              map(matrixOf(v, 'a'), (a) => 1 - a),
            ),
        },
        {
          id: 'one-slope',
          says: {
            en: 'You seem to have used the first unit’s slope for all three. The product ⊙ goes entry by entry: each unit has a slope of its own.',
            zh: '你似乎对三个单元都用了第一个的斜率。⊙ 是逐个元素相乘，每个单元有自己的斜率。',
          },
          about: 'eq-fb-delta-hidden',
          value: (v) =>
            times(
              v,
              map(slopes(v), () => slopes(v).at(0, 0)),
            ),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Three hidden units have three errors. Which numbers of the matrix belong to the weights that leave the first hidden unit?',
      zh: '三个隐藏单元有三个误差项。矩阵里哪些数是从第一个隐藏单元发出的权重？',
    },
    {
      en: tex`$\delt{1} = \bigl(\Wt{2}\,\delt{2}\bigr) \had \fp{1}(\z{1})$: go down each column of $\W{2}$, then multiply entry by entry by the slopes $a(1 - a)$.`,
      zh: tex`$\delt{1} = \bigl(\Wt{2}\,\delt{2}\bigr) \had \fp{1}(\z{1})$：沿 $\W{2}$ 的每一列相加，再逐个元素乘以斜率 $a(1 - a)$。`,
    },
    {
      en: tex`For the first unit: $\slotp{W.1.1} \cdot \slotp{d.1} + \slotp{W.2.1} \cdot \slotp{d.2} = \slot{back.1.1}$, and its slope is $\slot{a.1} \cdot (1 - \slot{a.1}) = \slot{slope.1}$.`,
      zh: tex`第一个单元：$\slotp{W.1.1} \cdot \slotp{d.1} + \slotp{W.2.1} \cdot \slotp{d.2} = \slot{back.1.1}$，它的斜率是 $\slot{a.1} \cdot (1 - \slot{a.1}) = \slot{slope.1}$。`,
    },
  ],
  solution: [
    ...[1, 2, 3].map((j) => ({
      en: tex`Unit ${j}: its column gives $\slotp{W.1.${j}} \cdot \slotp{d.1} + \slotp{W.2.${j}} \cdot \slotp{d.2} = \slot{back.${j}.1}$, and its slope is $\slot{a.${j}} \cdot (1 - \slot{a.${j}}) = \slot{slope.${j}}$.`,
      zh: tex`单元 ${j}：它那一列给出 $\slotp{W.1.${j}} \cdot \slotp{d.1} + \slotp{W.2.${j}} \cdot \slotp{d.2} = \slot{back.${j}.1}$，斜率是 $\slot{a.${j}} \cdot (1 - \slot{a.${j}}) = \slot{slope.${j}}$。`,
    })),
    {
      en: tex`Entry by entry: $\delt{1} = ${slotMatrix('back', 3, 1)} \had ${slotMatrix('slope', 3)} \approx ${slotMatrix('delta', 3, 1)}$.`,
      zh: tex`逐个元素相乘：$\delt{1} = ${slotMatrix('back', 3, 1)} \had ${slotMatrix('slope', 3)} \approx ${slotMatrix('delta', 3, 1)}$。`,
    },
  ],
};
