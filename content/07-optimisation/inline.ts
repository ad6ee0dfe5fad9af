import type { ChapterInline } from '@book/inline';

/** Everything in the running text of chapter 7 that has a relation sign: nothing has. */
export default { claims: [], differences: [] } satisfies ChapterInline;
