import { check } from '@book/equations';
import type { ChapterInline } from '@book/inline';
import { activation } from '@engine';
import { byHand, sumAt } from './units';

const sigmoid = activation('sigmoid');

/** `2 \\cdot 1 + 3 \\cdot 1 - 4 = 1` with every number from the unit itself. */
function worked(...x: readonly [number, number]): string {
  const { W, b } = byHand.and;
  return `${W[0]} \\cdot ${x[0]} + ${W[1]} \\cdot ${x[1]} - ${-b} = ${sumAt(byHand.and, ...x)}`;
}

/** Everything in the running text of chapter 1 that has a relation sign. */
export default {
  claims: [
    { kind: 'worked', tex: '2 \\cdot 1 + 3 \\cdot 1 - 4 = 1', computes: () => worked(1, 1) },
    { kind: 'worked', tex: '2 \\cdot 1 + 3 \\cdot 0 - 4 = -2', computes: () => worked(1, 0) },
    {
      kind: 'equation',
      tex: '\\alone > 1/2',
      // That this is so exactly where z > 0, at many z at once.
      check: check({
        setup: (random) => Array.from({ length: 100 }, () => random.uniform(-3, 3)),
        left: (zs) => zs.map((z) => Number(sigmoid.value(z) > 1 / 2)),
        right: (zs) => zs.map((z) => Number(z > 0)),
        wrong: [
          {
            slip: { zh: '以为界限是 z = 1/2', en: 'the limit taken for z = ½' },
            right: (zs) => zs.map((z) => Number(z > 1 / 2)),
          },
        ],
      }),
    },
    {
      kind: 'definition',
      tex: '\\zlone > 0',
      why: 'The other half of that sentence, which the check of a > 1/2 proves.',
    },
  ],
  differences: [],
} satisfies ChapterInline;
