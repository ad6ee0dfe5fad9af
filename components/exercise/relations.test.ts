import { type ChapterInline, formulasIn, relates, wordsOf } from '@book/inline';
import { languages } from '@book/languages';
import { allEquations, chapters } from '@components/equation/registry';
import { describe, expect, it } from 'vitest';
import type { Claim } from './claims';
import { draw } from './draw';
import { isTrue } from './testing/relations';
import { filled, textsOf } from './texts';
import type { Exercise, ExerciseSet } from './types';

const sets = import.meta.glob<ExerciseSet>('/content/*/exercises.ts', {
  eager: true,
  import: 'default',
});
const claimed = import.meta.glob<readonly Claim[]>('/content/*/exercises/claims.ts', {
  eager: true,
  import: 'default',
});
const registers = import.meta.glob<ChapterInline>('/content/*/inline.ts', {
  eager: true,
  import: 'default',
});
const seeds = Array.from({ length: 20 }, (_, seed) => seed);

/** What the book proves already: displayed equations and derivation lines, checked running text. */
const proven = new Set([
  ...allEquations.map(({ tex }) => tex),
  ...chapters.flatMap(({ derivations }) =>
    derivations.flatMap(({ steps }) => steps.map(({ tex }) => tex)),
  ),
  ...Object.values(registers).flatMap(({ claims }) =>
    claims.flatMap((claim) => ('tex' in claim ? [claim.tex] : [])),
  ),
]);

const displayed = [
  ...allEquations.map(({ id }) => id),
  ...chapters.flatMap(({ derivations }) => derivations.map(({ id }) => id)),
];

/** Relations of an exercise, as its texts write them, that are false or cannot be worked out. */
function examine(exercise: Exercise, seed: number): { wrong: string[]; open: string[] } {
  const values = draw(exercise, seed);
  const formulas = textsOf(exercise).flatMap(([place, text]) =>
    formulasIn(text.en)
      .filter(relates)
      .map((tex) => {
        const shown = filled({ zh: '', en: `$${tex}$` }, 'en', exercise, values);
        return { place, tex, shown: shown.slice(1, -1) };
      }),
  );
  const known = new Map();
  // What a later text gives a value, an earlier one may use.
  for (const { shown } of formulas) isTrue(shown, known);
  const verdicts = formulas.map((one) => ({ ...one, verdict: isTrue(one.shown, known) }));
  return {
    wrong: verdicts
      .filter(({ verdict }) => verdict === false)
      .map(({ place, shown }) => `${place}: ${shown}`),
    open: verdicts.filter(({ verdict }) => verdict === undefined).map(({ tex }) => tex),
  };
}

describe.each(Object.entries(sets))('relations in %s', (file, { exercises }) => {
  const claims = claimed[file.replace('.ts', '/claims.ts')] ?? [];

  it.each(exercises)('$id: hold in the digits shown', (exercise) => {
    for (const seed of seeds) expect(examine(exercise, seed).wrong, `seed ${seed}`).toEqual([]);
  });

  it('in symbols alone are proven by the book or listed in exercises/claims.ts', () => {
    const open = new Set(exercises.flatMap((exercise) => examine(exercise, 1).open));
    const listed = claims.map(({ tex }) => tex);
    expect([...open].filter((tex) => !proven.has(tex)).sort()).toEqual(listed.sort());
    for (const claim of claims) {
      if ('restates' in claim) expect(displayed).toContain(claim.restates);
      else expect(claim.because).not.toBe('');
    }
  });

  it.each(exercises)('$id: none stands in plain words', (exercise) => {
    for (const [place, text] of textsOf(exercise)) {
      for (const lang of languages) {
        const words = wordsOf(text[lang].replace(/`[^`]*`/g, ''));
        expect(relates(words) ? words : '', place).toBe('');
      }
    }
  });
});

describe('working out', () => {
  it.each([
    ['0.5 \\cdot (-0.4) + 2^2 = 3.8', true],
    ['\\tfrac{1}{3}\\bigl(0.5 + 0.5\\bigr) \\approx 0.3333', true],
    ['\\tfrac12\\,(3 - 1)^2 = 2', true],
    ['\\tfrac1m = 0.25', true],
    ['1/(1 + e^{-0}) = \\sigma(0) = 0.5', true],
    [
      '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} \\begin{pmatrix} 1 \\\\ 1 \\end{pmatrix} = \\begin{pmatrix} 3 \\\\ 7 \\end{pmatrix}',
      true,
    ],
    [
      '\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} \\had \\begin{pmatrix} 3 \\\\ 4 \\end{pmatrix} = \\begin{pmatrix} 3 \\\\ 8 \\end{pmatrix}',
      true,
    ],
    ['0.5 \\cdot 0.5 = 0.2501', false],
    ['0.5 \\cdot 0.33 \\approx 0.2', true],
    ['0.5 \\cdot 0.33 \\approx 0.18', false],
    ['−0.5 \\le 0', true],
    ['0.25 < 0.2', false],
    ['\\zi{1}{1} =', true],
    ['\\loss = 2 m = 8', true],
    ['\\loss = \\sum_k \\acti{2}{k}', undefined],
    ['= 3', undefined],
  ])('%s is %s', (tex, verdict) => {
    const known = new Map();
    isTrue('m = 4', known);
    expect(isTrue(tex, known)).toBe(verdict);
  });

  it('remembers what a symbol was', () => {
    const known = new Map();
    expect(isTrue('\\acti{1}{2} = 0.7', known)).toBe(true);
    expect(isTrue('\\lr\\,\\acti{1}{2} = 0.14', known)).toBe(undefined);
    expect(isTrue('\\lr = 0.2', known)).toBe(true);
    expect(isTrue('\\lr\\,\\acti{1}{2} = 0.14', known)).toBe(true);
    expect(isTrue('\\acti{1}{2} = 0.8', known)).toBe(false);
  });
});
