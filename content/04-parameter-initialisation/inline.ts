import type { ChapterInline } from '@book/inline';

/** Everything in the running text of chapter 4 that has a relation sign. */
export default {
  claims: [
    { kind: 'restates', text: 'E[W] = 0', equation: 'pi-variance-product' },
    { kind: 'restates', text: 'f(0) = 0', equation: 'pi-zero-start' },
    { kind: 'restates', text: 'f(z) = z', equation: 'pi-depth' },
  ],
  differences: [],
} satisfies ChapterInline;
