import type { ChapterEquations, Derivation, Equation } from '@book/equations';

/*
 * Chapters hand their equations over as data: they are found by the name of the file, as Astro
 * finds their prose, so that no component imports a chapter.
 */
const files = import.meta.glob<{ default: ChapterEquations }>('/content/*/equations.ts', {
  eager: true,
});

export const chapters: readonly ChapterEquations[] = Object.values(files)
  .map((file) => file.default)
  .sort((p, q) => p.chapter - q.chapter);

/** An equation with its printed number, such as `2.9`. */
export interface Numbered extends Equation {
  readonly chapter: number;
  readonly number: string;
}

/** Every equation of the book, in the order of the book. */
export const allEquations: readonly Numbered[] = chapters.flatMap(({ chapter, equations }) =>
  equations.map((equation, i) => ({ ...equation, chapter, number: `${chapter}.${i + 1}` })),
);

/** @throws Error, and so fails the build, if no chapter registers this id */
export function equationOf(id: string): Numbered {
  const found = allEquations.find((equation) => equation.id === id);
  if (!found) throw new Error(`No equation “${id}” in any content/*/equations.ts`);
  return found;
}

/** @throws Error, and so fails the build, if no chapter registers this id */
export function derivationOf(id: string): Derivation {
  const found = chapters.flatMap(({ derivations }) => derivations).find((d) => d.id === id);
  if (!found) throw new Error(`No derivation “${id}” in any content/*/equations.ts`);
  return found;
}

/** Runs a check; what it throws then names the equation. */
export function proven(id: string, { run }: Equation['check']) {
  try {
    return run();
  } catch (error) {
    throw new Error(`Equation “${id}”: ${(error as Error).message}`);
  }
}
