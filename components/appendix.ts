/** What the appendices place, imported by their MDX from one place. */
export { default as AllDerivations } from './appendix/AllDerivations.astro';
export { default as AllEquations } from './appendix/AllEquations.astro';
export { default as AllReferences } from './appendix/AllReferences.astro';
export { default as Citation } from './appendix/Citation.astro';
export { default as Compared } from './appendix/Compared.astro';
export { default as Corrections } from './appendix/Corrections.astro';
export { default as Errata } from './appendix/Errata.astro';
export { default as Glossary } from './appendix/Glossary.astro';
export { default as Licences } from './appendix/Licences.astro';
export { default as Notation } from './appendix/Notation.astro';
export { default as Way } from './appendix/Way.astro';
