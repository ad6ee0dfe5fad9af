/** A fragment as widgets write it: `name=base64url(JSON)`. */
export const toFragment = (name: string, state: unknown): string =>
  `${name}=${Buffer.from(JSON.stringify(state)).toString('base64url')}`;

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const odd: Json[] = [0, -1, 0.5, 2, 3, 7, 1e6 + 1, -1e308, 1e-300, '', 'x', null, true, [], {}];

/** A copy of a state in which one value, somewhere, is another, is missing or is there twice. */
function mutate(value: Json, random: () => number): Json {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const inner = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!inner || random() < 0.1) {
    if (typeof value === 'number' && random() < 0.5) return Math.round(random() * 400 - 200) / 100;
    return pick(odd);
  }
  const kind = random();
  if (Array.isArray(value)) {
    const at = Math.floor(random() * value.length);
    if (kind < 0.1) return value.toSpliced(at, 1);
    if (kind < 0.2) return value.toSpliced(at, 0, value[at]!);
    return value.with(at, mutate(value[at]!, random));
  }
  const key = pick(Object.keys(value));
  if (kind < 0.1) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  return { ...value, [key]: mutate(value[key]!, random) };
}

/** Damages the text of a fragment: a letter changed, a part lost, something foreign. */
function damage(fragment: string, random: () => number): string {
  const at = Math.floor(random() * fragment.length);
  const letter = 'ABCxyz019-_%=#.'[Math.floor(random() * 15)]!;
  const kind = random();
  if (kind < 0.4) return fragment.slice(0, at) + letter + fragment.slice(at + 1);
  if (kind < 0.7) return fragment.slice(0, at);
  const noise = Array.from({ length: 1 + Math.floor(random() * 40) }, () =>
    String.fromCharCode(33 + Math.floor(random() * 90)),
  );
  return kind < 0.85 ? `${fragment.split('=')[0]}=${noise.join('')}` : noise.join('');
}

/**
 * Fragments for one widget: mutated states (some still valid), damaged text and noise; none of them
 * empty, and the same in every run.
 */
export function mutations(name: string, state: unknown, count: number): string[] {
  const random = numbers(1986);
  const fragments: string[] = [];
  while (fragments.length < count) {
    const mutated = toFragment(name, mutate(state as Json, random));
    const next = random() < 0.6 ? mutated : damage(mutated, random);
    // What a browser would escape in an address is not what would arrive.
    if (next && next === new URL(`#${next}`, 'http://x').hash.slice(1)) fragments.push(next);
  }
  return fragments;
}
