/** What the prose of a chapter can place, imported by MDX pages from one place. */
export { default as Derivation } from './equation/Derivation.astro';
export { default as EqRef } from './equation/EqRef.astro';
export { default as Equation } from './equation/Equation.astro';
export { default as Worked } from './equation/Worked.astro';
export { default as Checkpoint } from './exercise/Checkpoint.astro';
export { default as Choice } from './exercise/Choice.astro';
export { default as Cite } from './prose/Cite.astro';
export { default as FigRef } from './prose/FigRef.astro';
export { default as Note } from './prose/Note.astro';
export { default as References } from './prose/References.astro';
export { default as Term } from './prose/Term.astro';
