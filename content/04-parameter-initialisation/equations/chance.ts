import type { Random } from '@engine';

/**
 * Random numbers that take few values, so that expected values are sums over all outcomes: exact,
 * and a route that knows no rule about variances.
 */
export interface Chance {
  readonly values: readonly number[];
  /** As many probabilities, together 1. */
  readonly p: readonly number[];
}

/** A number of either sign that is not near 0. */
const away = (random: Random): number =>
  (random.bernoulli(0.5) ? 1 : -1) * random.uniform(0.4, 1.3);

/** Two values, clearly apart, whose mean is clearly not 0. */
export function lopsided(random: Random): Chance {
  const p = random.uniform(0.25, 0.4);
  const low = random.uniform(0.3, 0.6);
  return { values: [low, low + random.uniform(0.6, 1.2)], p: [p, 1 - p] };
}

/** Two values of mean 0, one likelier than the other. */
export function centred(random: Random): Chance {
  const p = random.uniform(0.25, 0.4);
  const size = away(random);
  return { values: [size, (-size * p) / (1 - p)], p: [p, 1 - p] };
}

/** Four values, each as likely as its opposite. */
export function symmetric(random: Random): Chance {
  const p = random.uniform(0.1, 0.2);
  const [near, far] = [random.uniform(0.2, 0.6), random.uniform(0.9, 1.6)];
  return { values: [-far, -near, near, far], p: [p, 0.5 - p, 0.5 - p, p] };
}

/** ±s, each with probability ½: variance s². */
export const coin = (s: number): Chance => ({ values: [-s, s], p: [0.5, 0.5] });

/** E[g(…)] over all outcomes of independent random numbers. */
export function mean(list: readonly Chance[], g: (drawn: readonly number[]) => number): number {
  const drawn = new Array<number>(list.length);
  const rest = (i: number, probability: number): number => {
    const chance = list[i];
    if (!chance) return probability * g(drawn);
    let sum = 0;
    for (const [n, value] of chance.values.entries()) {
      drawn[i] = value;
      sum += rest(i + 1, probability * chance.p[n]!);
    }
    return sum;
  };
  return rest(0, 1);
}

/** Var(g(…)) by its definition: the mean squared distance from the mean. */
export function variance(list: readonly Chance[], g: (drawn: readonly number[]) => number): number {
  const mu = mean(list, g);
  return mean(list, (drawn) => (g(drawn) - mu) ** 2);
}

export const meanOf = (chance: Chance): number => mean([chance], ([x]) => x!);
export const varianceOf = (chance: Chance): number => variance([chance], ([x]) => x!);
/** E[X²]. */
export const squareOf = (chance: Chance): number => mean([chance], ([x]) => x! ** 2);

/** ∫ g from low to high, by Simpson's rule. */
export function integral(g: (x: number) => number, low: number, high: number, n = 2000): number {
  const h = (high - low) / n;
  let sum = g(low) + g(high);
  for (let i = 1; i < n; i++) sum += (i % 2 ? 4 : 2) * g(low + i * h);
  return (sum * h) / 3;
}
