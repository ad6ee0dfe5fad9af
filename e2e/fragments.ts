import { globSync } from 'node:fs';
import { sep } from 'node:path';

/** Names of all widgets, found by their folders. */
export const widgets: readonly string[] = globSync('components/widgets/*/index.astro')
  .map((file) => file.split(sep).at(-2) ?? '')
  .sort();

/** Seeded random numbers in [0, 1): the same fragments in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Values that break careless readers, as the address writes them. */
const nasty = [
  '1e999',
  '-1e999',
  '1e308',
  '-0',
  '1e-320',
  'null',
  'true',
  '0.5',
  '-1',
  '99999999',
  "''",
  "'abc'",
  '()',
  '**__',
  '*__',
  '*1!2!3_',
  'NaN',
  "('__proto__'~1)",
];
const alphabet = `0123456789.-e()*_!~'%#=&<>"\\{}[]:,中 \u0000`;

/**
 * Fragments that mean to break a widget: its own ones mutated, random text, and none of them
 * alike in every run.
 *
 * @param valid fragments of real states, without `#`
 */
export function brokenFragments(
  widget: string,
  valid: readonly string[],
  count: number,
  seed: number,
): string[] {
  const random = randomNumbers(seed);
  const one = <T>(list: ArrayLike<T>): T => list[Math.floor(random() * list.length)] as T;
  const place = (text: string): number => Math.floor(random() * (text.length + 1));
  const changes: ((text: string) => string)[] = [
    (text) => text.slice(0, place(text)),
    (text) => {
      const at = place(text);
      return text.slice(0, at) + one(alphabet) + text.slice(at);
    },
    (text) => {
      const at = place(text);
      return text.slice(0, at) + one(alphabet) + text.slice(at + 1);
    },
    (text) => text.slice(0, place(text)) + text.slice(place(text)),
    (text) => text.replace(/-?\d[\d.e-]*/, () => one(nasty)),
    (text) => {
      const numbers = [...text.matchAll(/-?\d[\d.e-]*/g)];
      if (numbers.length === 0) return text;
      const { 0: found, index } = one(numbers);
      return text.slice(0, index) + one(nasty) + text.slice(index + found.length);
    },
    (text) => text.replace(/~.*/, () => `~${one(nasty)})`),
    (text) => `${text}${text}`,
  ];
  const noise = (): string =>
    Array.from({ length: Math.floor(random() * 40) }, () => one(alphabet)).join('');
  return Array.from({ length: count }, () => {
    if (random() < 0.15) return `${widget}=${noise()}`;
    if (random() < 0.05) return noise();
    let body = one(valid).slice(widget.length + 1);
    const rounds = 1 + Math.floor(random() * 3);
    for (let i = 0; i < rounds; i += 1) body = one(changes)(body);
    return `${widget}=${body}`;
  });
}
