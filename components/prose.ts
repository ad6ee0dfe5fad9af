/** What the prose of a chapter can place, imported by MDX pages from one place. */
export { default as FigRef } from './prose/FigRef.astro';
export { default as Note } from './prose/Note.astro';
