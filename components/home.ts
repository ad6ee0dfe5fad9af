/** What the home page places, imported by its MDX from one place. */
export { default as Abilities } from './home/Abilities.astro';
export { default as BookContents } from './home/BookContents.astro';
