import type { Text } from '@book/languages';
import { languages } from '@book/languages';
import { Random } from '@engine';
import { agrees } from '@workers/sandbox/judge';
import { describe, expect, it } from 'vitest';
import { rightAnswers } from './answers';
import { strip } from './client/strip';
import { draw } from './draw';
import { markParts, type Typed } from './mark';
import { markOrder } from './order';
import { renderExerciseText } from './render';
import { show } from './slots';
import { filled, formulasOf, textsOf } from './texts';
import type {
  CodeExercise,
  Exercise,
  ExerciseSet,
  OrderExercise,
  PartsExercise,
  Plain,
  Value,
} from './types';

const sets = Object.entries(
  import.meta.glob<ExerciseSet>('/content/*/exercises.ts', { eager: true, import: 'default' }),
);
const prose = import.meta.glob<string>('/content/*/zh.mdx', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const all = sets.flatMap(([file, { exercises }]) =>
  exercises.map((exercise) => ({ file, id: exercise.id, exercise })),
);
const kind = <E extends Exercise>(is: (exercise: Exercise) => exercise is E) =>
  all.flatMap(({ id, exercise }) => (is(exercise) ? [{ id, exercise }] : []));
const withParts = kind((e): e is PartsExercise => 'parts' in e);
const withOptions = kind((e) => 'options' in e);
const withCode = kind((e): e is CodeExercise => 'form' in e && e.form === 'code');
const ordered = kind((e): e is OrderExercise => e.kind === 'order');

const hundred = Array.from({ length: 100 }, (_, seed) => seed);
const rounded = (value: Value, decimals: number): Value =>
  typeof value === 'number'
    ? Number(value.toFixed(decimals))
    : (value.map((one: Value) => rounded(one, decimals)) as Value);
const typed = (value: Value): Typed => ({ kind: 'value', value });
const numbersIn = (value: Value): number[] => [value].flat(2) as number[];

describe('sets', () => {
  it('there are some, and no id stands twice', () => {
    expect(all.length).toBeGreaterThan(0);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it.each(sets)('%s has at least ten exercises of at least five kinds', (_, { exercises }) => {
    expect(exercises.length).toBeGreaterThanOrEqual(10);
    expect(new Set(exercises.map((one) => one.kind)).size).toBeGreaterThanOrEqual(5);
  });

  it.each(all)('$id: what explains it stands in the chapter', ({ file, exercise }) => {
    const text = prose[file.replace('exercises.ts', 'zh.mdx')] ?? '';
    const anchors = [
      ...[...text.matchAll(/\[#([\w-]+)\]/g)].map(([, id]) => id),
      ...[...text.matchAll(/<Equation id="([\w-]+)"/g)].map(([, id]) => `eq-${id}`),
    ];
    const mistakes =
      'parts' in exercise
        ? exercise.parts.flatMap((part) => part.mistakes)
        : 'mistakes' in exercise
          ? exercise.mistakes
          : [];
    for (const { about = exercise.about } of [exercise, ...mistakes]) {
      expect(anchors).toContain(about);
    }
  });

  it.each(all)('$id: both languages show the same numbers and formulas', ({ exercise }) => {
    for (const [place, text] of textsOf(exercise)) {
      expect(formulasOf(text.zh), place).toEqual(formulasOf(text.en));
    }
  });

  it.each(all)('$id: ids within it are its own', ({ exercise }) => {
    const named = textsOf(exercise).map(([place]) => place);
    expect(new Set(named).size).toBe(named.length);
  });

  it.each(all)('$id: every text can be drawn, with its numbers', ({ exercise }) => {
    const values = draw(exercise, 1);
    for (const [place, text] of textsOf(exercise)) {
      for (const lang of languages) {
        const html = renderExerciseText(text, lang, exercise, values);
        expect(html.replace(/<[^>]*>/g, ''), place).not.toMatch(/777\d{4}|slotp?\{|undefined/);
      }
    }
    for (const seed of hundred) {
      const drawn = draw(exercise, seed);
      for (const [, text] of textsOf(exercise)) {
        for (const lang of languages) expect(filled(text, lang, exercise, drawn)).toBeTruthy();
      }
    }
  });
});

describe('drawn numbers', () => {
  it.each(kind((e): e is Exercise => 'draw' in e))(
    '$id: 10,000 seeds find fit ones',
    ({ exercise }) => {
      const seen = new Set<string>();
      for (let seed = 0; seed < 10_000; seed++) seen.add(JSON.stringify(draw(exercise, seed)));
      expect(seen.size).toBeGreaterThan(20);
    },
  );
});

describe('numbers and matrices', () => {
  it.each(withParts)('$id: the right answer, rounded as asked, is right', ({ exercise }) => {
    for (const seed of hundred) {
      const values = draw(exercise, seed);
      const right = rightAnswers(exercise, values);
      const answers = Object.fromEntries(
        exercise.parts.map(({ id, decimals }) => [id, typed(rounded(right[id]!, decimals))]),
      );
      for (const mark of Object.values(markParts(exercise, values, answers))) {
        expect(mark).toEqual({ kind: 'right' });
      }
    }
  });

  it.each(withParts)('$id: going on with rounded answers is right as well', ({ exercise }) => {
    for (const seed of hundred) {
      const values = draw(exercise, seed);
      const own: Record<string, Value> = {};
      for (const { id, answer, decimals } of exercise.parts) {
        own[id] = rounded(answer(values, own), decimals);
      }
      const answers = Object.fromEntries(Object.entries(own).map(([id, v]) => [id, typed(v)]));
      for (const mark of Object.values(markParts(exercise, values, answers))) {
        expect(mark).toEqual({ kind: 'right' });
      }
    }
  });

  it.each(withParts)('$id: each listed mistake is recognised', ({ exercise }) => {
    for (const seed of hundred) {
      const values = draw(exercise, seed);
      const right = rightAnswers(exercise, values);
      for (const { id, decimals, mistakes } of exercise.parts) {
        for (const mistake of mistakes) {
          const answers = Object.fromEntries(
            Object.entries({ ...right, [id]: rounded(mistake.value(values, right), decimals) }).map(
              ([name, value]) => [name, typed(value)],
            ),
          );
          const mark = markParts(exercise, values, answers)[id];
          expect(mark, `seed ${seed}`).toEqual({ kind: 'mistake', id: mistake.id });
        }
      }
    }
  });

  it.each(withParts)('$id: an early error is carried forward', ({ exercise }) => {
    if (exercise.parts.length < 2) return;
    const values = draw(exercise, 1);
    const [first] = exercise.parts;
    const right = rightAnswers(exercise, values);
    const own: Record<string, Value> = {
      [first!.id]: first!.mistakes[0]!.value(values, right),
    };
    for (const { id, answer } of exercise.parts.slice(1)) own[id] = answer(values, own);
    const answers = Object.fromEntries(Object.entries(own).map(([id, v]) => [id, typed(v)]));
    const marks = Object.values(markParts(exercise, values, answers)).slice(1);
    for (const mark of marks) expect(['right', 'carried']).toContain(mark.kind);
  });

  it.each(withParts)('$id: the solution ends with the accepted answers', ({ exercise }) => {
    for (const seed of hundred) {
      const values = draw(exercise, seed);
      const right = rightAnswers(exercise, values);
      for (const lang of languages) {
        const last = filled(exercise.solution.at(-1)!, lang, exercise, values);
        for (const number of Object.values(right).flatMap(numbersIn)) {
          expect(last).toContain(show(number, exercise.decimals ?? 4));
        }
      }
    }
  });
});

describe('choices and predictions', () => {
  it.each(withOptions)('$id: as many are right as the statement says', ({ exercise }) => {
    if (!('options' in exercise)) return;
    const ids = exercise.options.map(({ id }) => id);
    for (const seed of hundred) {
      const right = exercise.right(draw(exercise, seed));
      for (const id of right) expect(ids).toContain(id);
      expect(new Set(right).size).toBe(right.length);
      if (exercise.several) {
        expect(right.length).toBeGreaterThan(1);
        expect(right.length).toBeLessThan(ids.length);
      } else expect(right.length).toBe(1);
    }
  });

  it.each(withOptions)('$id: no two options look alike', ({ exercise }) => {
    if (!('options' in exercise)) return;
    for (const seed of hundred) {
      const values = draw(exercise, seed);
      for (const lang of languages) {
        const shown = exercise.options.map(({ text }) => filled(text, lang, exercise, values));
        expect(new Set(shown).size).toBe(shown.length);
      }
    }
  });

  it.each(withOptions)('$id: the solution ends with the right ones', ({ exercise }) => {
    if (!('options' in exercise)) return;
    for (const seed of hundred) {
      const values = draw(exercise, seed);
      const right = exercise.right(values);
      for (const lang of languages) {
        const last = filled(exercise.solution.at(-1)!, lang, exercise, values);
        for (const { id, text } of exercise.options) {
          if (!right.includes(id)) continue;
          for (const formula of formulasOf(filled(text, lang, exercise, values))) {
            expect(last).toContain(formula);
          }
        }
      }
    }
  });
});

describe('orders', () => {
  it.each(ordered)('$id: the listed order is right, and not the only one', ({ exercise }) => {
    const order = exercise.lines.map(({ id }) => id);
    expect(markOrder(exercise, order)).toEqual({ kind: 'right' });
    const swapped = order
      .slice(1)
      .map((_, i) => order.with(i, order[i + 1]!).with(i + 1, order[i]!));
    const others = swapped.filter((one) => markOrder(exercise, one).kind === 'right');
    expect(others.length).toBeGreaterThan(0);
  });

  it.each(ordered)('$id: each mistake is recognised', ({ exercise }) => {
    const order = exercise.lines.map(({ id }) => id);
    for (const { id, earlier, later } of exercise.mistakes) {
      const without = (line: string) => order.filter((one) => one !== line);
      const ways = [
        without(later).toSpliced(without(later).indexOf(earlier), 0, later),
        without(earlier).toSpliced(without(earlier).indexOf(later) + 1, 0, earlier),
      ];
      expect(ways.map((way) => markOrder(exercise, way))).toContainEqual({ kind: 'mistake', id });
    }
  });
});

/** The function that a reader's code defines, its types taken off as in the browser. */
function compiled({ functionName }: CodeExercise, source: string): (...args: Plain[]) => unknown {
  const stripped = strip(source);
  if (stripped.kind !== 'code') throw new Error(`${functionName}: ${stripped.kind}`);
  return new Function(`${stripped.code}\nreturn ${functionName};`)() as () => unknown;
}

/** What a run gives, or nothing if it throws. */
const outcome = (run: (...args: never[]) => unknown, args: readonly Plain[]): unknown => {
  try {
    return run(...(structuredClone(args) as never[]));
  } catch {
    return undefined;
  }
};

describe('code', () => {
  const seeds = hundred.slice(0, 20);
  const casesOf = (exercise: CodeExercise, seed: number) =>
    exercise.cases(new Random(`${exercise.id}/${seed}`));

  it.each(withCode)('$id: the answer passes every case, the starter does not', ({ exercise }) => {
    const answer = compiled(exercise, exercise.answer);
    const starter = compiled(exercise, exercise.starter);
    for (const seed of seeds) {
      const cases = casesOf(exercise, seed);
      for (const { args, expected, name } of cases) {
        expect(agrees(outcome(answer, args), expected, exercise.tolerance), name.en).toBe(true);
      }
      const passed = cases.filter(({ args, expected }) =>
        agrees(outcome(starter, args), expected, exercise.tolerance),
      );
      expect(passed.length).toBeLessThan(cases.length);
    }
  });

  it.each(withCode)('$id: each mistake fails and is told from the others', ({ exercise }) => {
    for (const seed of seeds) {
      const cases = casesOf(exercise, seed);
      const slips = exercise.mistakes.map(({ id, run }) => ({
        id,
        values: cases.map(({ args }) => run(...(structuredClone(args) as never[]))),
      }));
      const agree = (p: readonly unknown[], q: readonly Plain[]): boolean =>
        p.every((value, i) => agrees(value, q[i]!, exercise.tolerance));
      for (const { id, values } of slips) {
        expect(
          agree(
            values,
            cases.map(({ expected }) => expected),
          ),
          id,
        ).toBe(false);
        expect(
          slips.filter((other) => agree(values, other.values)).map((other) => other.id),
        ).toEqual([id]);
      }
    }
  });
});

describe('texts', () => {
  const words = (text: Text): string => text.en.replace(/\$[^$]*\$/g, '');
  it.each(all)('$id asks one thing, without a NOT', ({ exercise }) => {
    expect(words(exercise.statement)).not.toMatch(/\bNOT\b|not (true|correct|right)\b/);
    expect(exercise.statement.zh).not.toMatch(/不正确|错误的是/);
  });
});
