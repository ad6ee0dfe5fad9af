import { slotMatrix, tex } from '@components/exercise/tex';
import type { CodeExercise, PartsExercise, Values } from '@components/exercise/types';
import {
  column,
  drawList,
  drawNumber,
  drawRows,
  matrixOf,
  numberOf,
  part,
} from '@components/exercise/values';
import { clipByNorm, clipByValue, Matrix, type Parameter, type Random } from '@engine';

const parameter = (gradient: Matrix): Parameter => ({
  name: 'g',
  value: gradient,
  gradient,
  decays: false,
});

/** The rows clipped by the engine, all together. */
function clipped(
  rows: readonly (readonly number[])[],
  by: typeof clipByValue,
  c: number,
): number[][] {
  const parameters = rows.map((row) => parameter(Matrix.column(row)));
  by(parameters, c);
  return parameters.map(({ gradient }) => gradient.toColumn());
}
const byNorm: typeof clipByValue = (parameters, c) => clipByNorm(parameters, c);

const g = (v: Values): number[] => matrixOf(v, 'g').toColumn();
const limit = (v: Values): number => numberOf(v, 'c');
const norm = (v: Values): number => Math.hypot(...g(v));

export const clipVector: PartsExercise = {
  id: 've-clip-vector',
  kind: 'matrix',
  title: { en: 'Clipping by norm', zh: '按范数截断' },
  about: 'what-helps',
  statement: {
    en: tex`A gradient is $g = ${slotMatrix('g', 3)}$. It is clipped by norm with the limit $c = \slot{c}$. Find its norm before clipping, and the clipped gradient, all to four decimals.`,
    zh: tex`一个梯度是 $g = ${slotMatrix('g', 3)}$，按范数截断，上限是 $c = \slot{c}$。求截断前的范数和截断后的梯度，都保留四位小数。`,
  },
  draw: (random) => {
    const v = { g: drawList(random, 3, -4, 4), c: drawNumber(random, 0.5, 1.5) };
    const [rows] = clipped([v.g], byNorm, v.c);
    return { ...v, norm: norm(v), factor: v.c / norm(v), clipped: column(rows!) };
  },
  parts: [
    part({
      id: 'norm',
      label: { en: tex`$\lVert g \rVert =$`, zh: tex`$\lVert g \rVert =$` },
      spoken: { en: 'norm', zh: '范数' },
      decimals: 4,
      answer: norm,
      mistakes: [
        {
          id: 'squared',
          says: {
            en: 'This is the sum of the squares. The norm is its square root.',
            zh: '这是平方和。范数是它的平方根。',
          },
          value: (v) => norm(v) ** 2,
        },
        {
          id: 'sum',
          says: {
            en: 'You seem to have added the sizes of the components. The norm is the length: the root of the sum of the squares.',
            zh: '你似乎把各个分量的大小加了起来。范数是长度：平方和的平方根。',
          },
          value: (v) => g(v).reduce((sum, one) => sum + Math.abs(one), 0),
        },
      ],
    }),
    part({
      id: 'clipped',
      label: { en: 'clipped', zh: '截断后' },
      spoken: { en: 'clipped gradient', zh: '截断后的梯度' },
      decimals: 4,
      answer: (v) => {
        const length = numberOf(v, 'norm');
        return column(g(v).map((one) => (length > limit(v) ? (one * limit(v)) / length : one)));
      },
      mistakes: [
        {
          id: 'by-value',
          says: {
            en: 'This is clipping by value: each component was brought into the range on its own, and the direction has changed.',
            zh: '这是按值截断：每个分量各自压进了范围，方向变了。',
          },
          about: 'eq-ve-clip-norm',
          value: (v) => column(clipped([g(v)], clipByValue, limit(v))[0]!),
        },
        {
          id: 'unit',
          says: {
            en: 'You seem to have divided by the norm only. That gives length 1; it should be the limit.',
            zh: '你似乎只除以了范数，长度成了 1。长度应当等于上限。',
          },
          about: 'eq-ve-clip-norm',
          value: (v) => column(g(v).map((one) => one / norm(v))),
        },
        {
          id: 'limit-only',
          says: {
            en: 'You seem to have multiplied by the limit and not divided by the norm.',
            zh: '你似乎只乘了上限，没有除以范数。',
          },
          about: 'eq-ve-clip-norm',
          value: (v) => column(g(v).map((one) => one * limit(v))),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Is the gradient longer than the limit? Then it keeps its direction and gets the length of the limit.',
      zh: '梯度比上限长吗？长的话，方向不变，长度变成上限。',
    },
    {
      en: tex`The norm is $\sqrt{\slotp{g.1}^2 + \slotp{g.2}^2 + \slotp{g.3}^2}$. Multiply every component by the limit and divide by the norm.`,
      zh: tex`范数是 $\sqrt{\slotp{g.1}^2 + \slotp{g.2}^2 + \slotp{g.3}^2}$。每个分量乘以上限，再除以范数。`,
    },
    {
      en: tex`The norm is $\slot{norm}$, so every component is multiplied by $\slot{c} / \slot{norm} \approx \slot{factor}$.`,
      zh: tex`范数是 $\slot{norm}$，所以每个分量乘以 $\slot{c} / \slot{norm} \approx \slot{factor}$。`,
    },
  ],
  solution: [
    {
      en: tex`The norm is $\slot{norm}$, more than the limit. The factor is $\slot{c} / \slot{norm} \approx \slot{factor}$.`,
      zh: tex`范数是 $\slot{norm}$，超过了上限。因子是 $\slot{c} / \slot{norm} \approx \slot{factor}$。`,
    },
    {
      en: tex`So the norm was $\slot{norm}$, and the components become $\slot{clipped.1.1}$, $\slot{clipped.2.1}$ and $\slot{clipped.3.1}$.`,
      zh: tex`所以截断前的范数是 $\slot{norm}$，各个分量变成 $\slot{clipped.1.1}$、$\slot{clipped.2.1}$ 和 $\slot{clipped.3.1}$。`,
    },
  ],
};

const length = (rows: readonly (readonly number[])[]): number => Math.hypot(...rows.flat());
const times = (rows: readonly (readonly number[])[], factor: number): number[][] =>
  rows.map((row) => row.map((one) => one * factor));

export const codeClip: CodeExercise = {
  id: 've-code-clip',
  kind: 'code',
  form: 'code',
  title: { en: 'Clipping all layers together', zh: '把所有层放在一起截断' },
  about: 'what-helps',
  statement: {
    en: tex`Write a function \`clip(gradients, c)\` that clips by norm. \`gradients\` has one row for each layer, all its gradients in a list. Return rows of the same lengths. The norm is that of all layers together; a gradient within the limit comes back as it is.`,
    zh: tex`写一个函数 \`clip(gradients, c)\`，按范数截断。\`gradients\` 每层一行，是这一层全部梯度的列表。返回同样长短的各行。范数是所有层合起来的范数；没有超过上限的梯度原样返回。`,
  },
  functionName: 'clip',
  starter: `function clip(gradients: number[][], c: number): number[][] {
  return gradients;
}
`,
  answer: `function clip(gradients: number[][], c: number): number[][] {
  let squares = 0;
  for (const layer of gradients) for (const g of layer) squares += g * g;
  const norm = Math.sqrt(squares);
  const factor = norm > c ? c / norm : 1;
  return gradients.map((layer) => layer.map((g) => g * factor));
}
`,
  cases: (random: Random) => {
    const one = (en: string, zh: string, rows: number[][], c: number) => ({
      name: { en, zh },
      args: [rows, c],
      expected: clipped(rows, byNorm, c),
    });
    const long = [drawList(random, 2, 1, 4), drawList(random, 3, -4, -1)];
    return [
      one('too long', '太长', long, drawNumber(random, 0.5, 2)),
      one('short enough', '不长', drawRows(random, 2, 2, -0.3, 0.3), 5),
      one('nothing but zeros', '全是零', [[0, 0], [0]], 1),
    ];
  },
  mistakes: [
    {
      id: 'lengthens',
      says: {
        en: 'A gradient that is short enough should come back as it is. Yours always gets the length of the limit.',
        zh: '不长的梯度应当原样返回。你的结果总是被拉到上限那么长。',
      },
      about: 'eq-ve-clip-norm',
      run: (rows: number[][], c: number) => times(rows, length(rows) ? c / length(rows) : 1),
    },
    {
      id: 'each-layer',
      says: {
        en: 'Each layer seems to have been clipped by its own norm. That changes the direction of the whole gradient.',
        zh: '你似乎让每一层用自己的范数截断。这样整个梯度的方向就变了。',
      },
      about: 'eq-ve-clip-norm',
      run: (rows: number[][], c: number) =>
        rows.map((row) => times([row], length([row]) > c ? c / length([row]) : 1)[0]!),
    },
    {
      id: 'by-value',
      says: {
        en: 'This is clipping by value. By norm all components are multiplied by one factor.',
        zh: '这是按值截断。按范数截断，所有分量乘的是同一个因子。',
      },
      about: 'eq-ve-clip-value',
      run: (rows: number[][], c: number) => clipped(rows, clipByValue, c),
    },
  ],
  hints: [
    {
      en: 'How long is the whole gradient, all layers in one list?',
      zh: '把所有层排成一列，整个梯度有多长？',
    },
    {
      en: tex`Add up the squares of all entries of all layers and take the root. If that is more than \`c\`, every entry is multiplied by \`c / norm\`.`,
      zh: tex`把所有层的所有元素平方后相加，再开方。如果超过 \`c\`，每个元素都乘以 \`c / norm\`。`,
    },
    {
      en: tex`Let \`factor\` be \`norm > c ? c / norm : 1\` and return \`gradients.map((layer) => layer.map((g) => g * factor))\`.`,
      zh: tex`令 \`factor\` 等于 \`norm > c ? c / norm : 1\`，返回 \`gradients.map((layer) => layer.map((g) => g * factor))\`。`,
    },
  ],
  solution: [
    {
      en: 'First the norm over all layers, then one factor for every entry. The factor is 1 where nothing is to be done, so no gradient is ever made longer, and zeros are not divided by zero.',
      zh: '先求所有层合起来的范数，再用同一个因子乘每个元素。不需要截断时因子是 1，所以梯度不会被拉长，全零时也不会除以零。',
    },
  ],
};
