/**
 * Seeded random numbers: the same seed gives the same bits in every browser and in Node.
 *
 * The generator is sfc32 (Chris Doty-Humphrey's Small Fast Counting, from PractRand): 128 bits of
 * state, integer operations only. Everything built on it uses only + − × ÷ and √, which IEEE 754
 * fixes to the last bit; the normal distribution needs a logarithm, and `Math.log` may round
 * differently from engine to engine, so there is our own below.
 */
export class Random {
  /** a, b, c and the counter. Typed, since a browser keeps other whole numbers beyond 2³⁰ as objects. */
  private readonly words = Int32Array.of(0, 0, 0, 1);
  private spare: number | undefined;

  /**
   * A generator at the start of its sequence.
   * @param seed any number or text; equal seeds give equal sequences
   */
  constructor(seed: number | string) {
    const hash = hasher(String(seed));
    for (let i = 0; i < 3; i++) this.words[i] = hash();
    for (let i = 0; i < 12; i++) this.uint32();
  }

  /** The next whole number in 0 … 2³² − 1. */
  uint32(): number {
    const { words } = this;
    const b = words[1]!;
    const c = words[2]!;
    const sum = (words[0]! + b + words[3]!) | 0;
    words[0] = b ^ (b >>> 9);
    words[1] = c + (c << 3);
    words[2] = ((c << 21) | (c >>> 11)) + sum;
    words[3]!++;
    return sum >>> 0;
  }

  /** Uniform on [low, high), from 53 random bits. */
  uniform(low = 0, high = 1): number {
    const bits = (this.uint32() >>> 5) * 2 ** 26 + (this.uint32() >>> 6);
    return low + (high - low) * (bits / 2 ** 53);
  }

  /**
   * Normal with this mean and standard deviation, by Marsaglia's polar method (1964).
   * @param sigma the standard deviation, not the variance
   */
  normal(mean = 0, sigma = 1): number {
    if (this.spare !== undefined) {
      const value = this.spare;
      this.spare = undefined;
      return mean + sigma * value;
    }
    let u: number;
    let v: number;
    let s: number;
    do {
      u = this.uniform(-1, 1);
      v = this.uniform(-1, 1);
      s = u * u + v * v;
    } while (s >= 1 || s === 0);
    const factor = Math.sqrt((-2 * portableLog(s)) / s);
    this.spare = v * factor;
    return mean + sigma * (u * factor);
  }

  /** True with probability p. */
  bernoulli(p: number): boolean {
    return this.uniform() < p;
  }

  /** A whole number in 0 … n − 1, each equally likely. @throws RangeError unless 1 ≤ n ≤ 2³² */
  integer(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > 2 ** 32) {
      throw new RangeError(`Random.integer: n must be a whole number from 1 to 2³², got ${n}`);
    }
    // Numbers beyond the last full multiple of n would make the small results likelier.
    const limit = 2 ** 32 - (2 ** 32 % n);
    let value = this.uint32();
    while (value >= limit) value = this.uint32();
    return value % n;
  }

  /**
   * Puts the items in random order, in place, each order equally likely (Fisher–Yates).
   * @returns the same items
   */
  shuffle<T extends Items>(items: T): T {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      const item = items[i];
      items[i] = items[j];
      items[j] = item;
    }
    return items;
  }

  /** An independent generator, named so that adding one draw here never shifts another's. */
  split(name: number | string): Random {
    const state = Array.from(this.words, (word) => word >>> 0).join(',');
    return new Random(`${state}/${name}`);
  }

  /** What `Random.restore` needs to go on from here. */
  save(): RandomState {
    const [a = 0, b = 0, c = 0, counter = 0] = this.words;
    return { words: [a, b, c, counter], spare: this.spare ?? null };
  }

  /** A generator that continues where `save` was called. */
  static restore(state: RandomState): Random {
    const random = new Random(0);
    random.words.set(state.words);
    random.spare = state.spare ?? undefined;
    return random;
  }
}

/** What can be put in another order: an array, typed or not. */
export interface Items {
  [index: number]: unknown;
  /** How many there are. */
  readonly length: number;
}

/** Where a generator stands: plain data, fit for JSON. */
export interface RandomState {
  /** The 128 bits of sfc32. */
  readonly words: readonly [number, number, number, number];
  /** The second normal number of a pair that is not given out yet. */
  readonly spare: number | null;
}

/** Spreads a text over as many 32-bit words as are asked for (FNV-1a, then Murmur3's finish). */
function hasher(text: string): () => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  }
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let word = state;
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return word ^ (word >>> 16);
  };
}

/**
 * Natural logarithm for 0 < x ≤ 1 from + − × ÷ alone, so that every browser gets the same bits:
 * x = m 2^e with m in [√½, √2), log m = 2 artanh((m − 1)/(m + 1)) by its series; error < 1e-15.
 */
export function portableLog(x: number): number {
  let m = x;
  let exponent = 0;
  while (m < Math.SQRT1_2) {
    m *= 2;
    exponent--;
  }
  const t = (m - 1) / (m + 1);
  const square = t * t;
  let power = t;
  let sum = 0;
  for (let n = 1; n <= 23; n += 2) {
    sum += power / n;
    power *= square;
  }
  return 2 * sum + exponent * Math.LN2;
}
