import { tex } from '@components/exercise/tex';
import type { ChoiceExercise, Option, Values } from '@components/exercise/types';
import { vectorOf } from '@components/exercise/values';
import { fewestWrong } from '@components/figure/plane/best-line';

const corners = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

/** Whether one line can give these answers at the four corners. */
const isSeparable = (answers: readonly number[]): boolean =>
  fewestWrong(corners.map((at, i) => ({ at, y: answers[i]! }))) === 0;

/** All ways to answer the four corners, except always the same. */
const tables = Array.from({ length: 14 }, (_, i) =>
  [8, 4, 2, 1].map((bit) => ((i + 1) & bit) / bit),
);
const separable = tables.filter(isSeparable);

const names = ['one', 'two', 'three', 'same', 'different'] as const;
const shown = (name: string): string =>
  tex`$\slot{${name}.1},\ \slot{${name}.2},\ \slot{${name}.3},\ \slot{${name}.4}$`;

const option = (name: string, en: string, zh: string): Option => ({
  id: name,
  text: { en: shown(name), zh: shown(name) },
  says: { en, zh },
});
const yes = [
  'The corners with the same answer lie next to each other, and a line can cut them off.',
  '回答相同的角是相邻的，一条直线就能把它们切下来。',
] as const;
const no = [
  'Corners with the same answer lie across from each other. The diagonals come out even, so no line parts them.',
  '回答相同的角在对角上。两条对角线总是打平，没有直线能把它们分开。',
] as const;

export const separableTables: ChoiceExercise = {
  id: 'wn-separable',
  kind: 'choice',
  several: true,
  title: { en: 'Which a single unit can answer', zh: '单独一个单元答得了哪些' },
  about: 'why-xor-has-no-line',
  statement: {
    en: 'Each option lists what should be answered at the inputs 0, 0 and 0, 1 and 1, 0 and 1, 1, in this order. Choose all that a single unit can answer.',
    zh: '每个选项依次列出输入 0, 0、0, 1、1, 0、1, 1 时应有的回答。选出所有单独一个单元答得了的。',
  },
  draw: (random) => {
    const [one = [], two = [], three = []] = random.shuffle([...separable]);
    return { one, two, three, same: [1, 0, 0, 1], different: [0, 1, 1, 0] };
  },
  options: [
    option('one', ...yes),
    option('different', ...no),
    option('two', ...yes),
    option('same', ...no),
    option('three', ...yes),
  ],
  right: (v: Values) => names.filter((name) => isSeparable(vectorOf(v, name))),
  hints: [
    {
      en: 'Draw the four corners of the square and write the wanted answer at each.',
      zh: '画出正方形的四个角，在每个角上写出应有的回答。',
    },
    {
      en: tex`Look at the diagonals: $\zlone(0,0) + \zlone(1,1) = \zlone(0,1) + \zlone(1,0)$.`,
      zh: tex`看对角线：$\zlone(0,0) + \zlone(1,1) = \zlone(0,1) + \zlone(1,0)$。`,
    },
    {
      en: 'It fails only where both corners of one diagonal are to be answered 1 and both of the other 0.',
      zh: '只有一条对角线的两个角都要回答 1，另一条的两个角都要回答 0，才做不到。',
    },
  ],
  solution: [
    {
      en: tex`In ${shown('different')} and ${shown('same')} the two corners of each diagonal want the same answer, and the two diagonals want opposite ones. That is impossible.`,
      zh: tex`在 ${shown('different')} 和 ${shown('same')} 里，每条对角线的两个角要同样的回答，两条对角线的回答又相反，这不可能。`,
    },
    {
      en: tex`A line can be drawn for all the others: ${shown('one')}; ${shown('two')}; ${shown('three')}.`,
      zh: tex`其余的都画得出直线：${shown('one')}；${shown('two')}；${shown('three')}。`,
    },
  ],
};
