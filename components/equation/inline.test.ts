import {
  type ChapterInline,
  formulasIn,
  type InlineClaim,
  proseOf,
  relates,
  unequal,
  wordsOf,
} from '@book/inline';
import type { Text } from '@book/languages';
import { renderMath } from '@book/math';
import { describe, expect, it } from 'vitest';
import { equationOf } from './registry';

const prose = import.meta.glob<string>('/content/*/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const registers = import.meta.glob<{ default: ChapterInline }>('/content/*/inline.ts', {
  eager: true,
});
const modules: Record<string, unknown> = {
  // Exercises answer for their own relations: components/exercise/relations.test.ts.
  ...import.meta.glob(['/content/*/*.ts', '!/content/*/exercises.ts', '!**/*.test.ts'], {
    eager: true,
  }),
  ...import.meta.glob(['/components/**/messages.ts', '/src/book/*.ts', '!**/*.test.ts'], {
    eager: true,
  }),
};

/** Every string in both languages that a value holds. */
function pairsIn(value: unknown, seen = new Set<unknown>()): Text[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  const { zh, en } = value as Partial<Record<string, unknown>>;
  if (typeof zh === 'string' && typeof en === 'string') return [{ zh, en }];
  return Object.values(value).flatMap((part) => pairsIn(part, seen));
}
const pairs = Object.entries(modules).map(([file, module]) => ({ file, texts: pairsIn(module) }));
const sourceOf = (claim: InlineClaim): string => ('tex' in claim ? claim.tex : claim.text);
const without = { claims: [], differences: [] } satisfies ChapterInline;

/** A folder of content with its prose in both languages, its strings and its register. */
const chapters = [...new Set(Object.keys(prose).map((file) => file.split('/')[2] ?? ''))].map(
  (folder) => {
    const source = (lang: string) => proseOf(prose[`/content/${folder}/${lang}.mdx`] ?? '');
    const own = pairs.filter(({ file }) => file.startsWith(`/content/${folder}/`));
    return {
      folder,
      zh: source('zh'),
      en: source('en'),
      texts: own.flatMap(({ texts }) => texts),
      register: registers[`/content/${folder}/inline.ts`]?.default ?? without,
    };
  },
);
const named = chapters.filter(({ folder, register }) => /^\d/.test(folder) || register !== without);

describe.each(named)('running text of $folder', ({ zh, en, texts, register }) => {
  const everything = [zh, en, ...texts.flatMap((text) => [text.zh, text.en])];
  const { claims, differences } = register;

  it('uses the same formulas in both languages, each as often', () => {
    const listed = differences.map(({ tex, zh: inZh, en: inEn }) => ({ tex, zh: inZh, en: inEn }));
    expect(unequal(zh, en)).toEqual(listed);
  });

  it('relates things in formulas only where the register answers for it', () => {
    const formulas = new Set(everything.flatMap(formulasIn).filter(relates));
    const known = claims.flatMap((claim) => ('tex' in claim ? [claim.tex] : []));
    expect([...formulas].sort()).toEqual([...known].sort());
    for (const tex of formulas) expect(renderMath(tex)).toContain('katex');
  });

  it('relates things in plain words only where the register answers for it', () => {
    const known = claims.flatMap((claim) => ('text' in claim ? [claim.text] : []));
    const words = everything.map(wordsOf);
    for (const text of known) {
      expect(
        words.some((one) => one.includes(text)),
        `“${text}” is nowhere`,
      ).toBe(true);
    }
    const rest = words.map((one) => known.reduce((left, text) => left.replaceAll(text, ''), one));
    const lines = rest.flatMap((one) => one.split('\n')).filter(relates);
    expect(lines).toEqual([]);
  });

  it.each(claims.map((claim) => ({ claim, source: sourceOf(claim) })))('$source', ({ claim }) => {
    if (claim.kind === 'equation') {
      expect(claim.check.run().rejected.length).toBeGreaterThanOrEqual(1);
    } else if (claim.kind === 'worked') {
      expect(claim.computes()).toBe(sourceOf(claim));
    } else if (claim.kind === 'restates') {
      expect(equationOf(claim.equation).id).toBe(claim.equation);
    } else {
      expect(claim.why).not.toBe('');
    }
  });
});

it.each(pairs)('strings in $file use the same formulas in both languages', ({ texts }) => {
  for (const { zh, en } of texts) expect(unequal(zh, en), `${zh} | ${en}`).toEqual([]);
});

it('words that no chapter owns relate nothing in formulas but what some chapter answers for', () => {
  const known = Object.values(registers).flatMap((file) =>
    file.default.claims.flatMap((claim) => ('tex' in claim ? [claim.tex] : [])),
  );
  const shared = pairs.filter(({ file }) => !file.startsWith('/content/'));
  const formulas = shared
    .flatMap(({ texts }) => texts)
    .flatMap(({ zh, en }) => [...formulasIn(zh), ...formulasIn(en)]);
  expect(formulas.filter((tex) => relates(tex) && !known.includes(tex))).toEqual([]);
});

describe('shapes beside the other layout', () => {
  const shapes = Object.values(modules)
    .flatMap((module) => shapesIn(module))
    .filter((one, i, all) => all.indexOf(one) === i);

  it('are there', () => expect(shapes.length).toBeGreaterThan(0));
  it.each(shapes)('fit: %s', (tex) => expect(shapeFault(tex)).toBeUndefined());
  it.each([
    ['(m\\times n) = (m\\times k)\\,(n\\times k)', 'k is multiplied with n'],
    ['(m\\times n) = (m\\times n) + (n\\times m)', 'm×n against n×m'],
  ])('would not fit: %s', (tex, fault) => expect(shapeFault(tex)).toBe(fault));
});

/** Every string called `shapes` in a value. */
function shapesIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'shapes' && typeof part === 'string' ? [part] : shapesIn(part, seen),
  );
}

/** What does not fit in `(p×q) = (p×r)(r×q) + (p×q)`: neighbours multiply, all else is equal. */
function shapeFault(tex: string): string | undefined {
  const terms = tex.split(/ (?:=|\+|\\had) /).map((term) => {
    const factors = [...term.matchAll(/\((.+?)\\times (.+?)\)/g)].map(([, p, q]) => [p, q]);
    const broken = factors.findIndex(([rows], i) => i > 0 && rows !== factors[i - 1]?.[1]);
    return broken < 0
      ? { shape: `${factors[0]?.[0]}×${factors.at(-1)?.[1]}` }
      : { fault: `${factors[broken - 1]?.[1]} is multiplied with ${factors[broken]?.[0]}` };
  });
  const fault = terms.find((term) => term.fault)?.fault;
  const odd = terms.find(({ shape }) => shape !== terms[0]?.shape)?.shape;
  return fault ?? (odd && `${terms[0]?.shape} against ${odd}`);
}
