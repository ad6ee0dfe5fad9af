import type { ChapterInline } from '@book/inline';

/** Everything in the running text of chapter 5 that has a relation sign. */
export default {
  claims: [{ kind: 'definition', tex: '[i=j]', why: 'The sentence says what the bracket means.' }],
  differences: [],
} satisfies ChapterInline;
