import { check } from '@book/equations';
import type { ChapterInline } from '@book/inline';
import { twoLinesAtOnce } from './numbers';

/** Everything in the running text of chapter 3 that has a relation sign. */
export default {
  claims: [
    {
      kind: 'equation',
      tex: '2(3x + 1) - 5 = 6x - 3',
      check: check({
        setup: (random) => random.uniform(0.5, 4),
        left: (x) => twoLinesAtOnce(x).two,
        right: (x) => twoLinesAtOnce(x).one,
        wrong: [
          {
            slip: { zh: '第一个单元的 1 没有乘 2', en: 'the 1 of the first unit not doubled' },
            right: (x) => 6 * x - 4,
          },
          {
            slip: { zh: '权重相加而不是相乘', en: 'the weights added instead of multiplied' },
            right: (x) => 5 * x - 3,
          },
        ],
      }),
    },
  ],
  differences: [],
} satisfies ChapterInline;
