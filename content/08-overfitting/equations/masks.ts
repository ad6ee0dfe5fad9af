import { Dropout, type DropoutSpec, Matrix, Network, type Random } from '@engine';

/** A layer's activations before dropout, and what the next unit does with them. */
export interface Masked {
  p: number;
  a: number[];
  w: number[];
  b: number;
}

export const away = (random: Random, low = 0.4, high = 1.6): number =>
  (random.bernoulli(0.5) ? 1 : -1) * random.uniform(low, high);

/** p stays clear of ½ and of the other values at which a slip looks right. */
export const masked = (random: Random): Masked => {
  const n = 3 + random.integer(2);
  const list = (): number[] => Array.from({ length: n }, () => away(random));
  return {
    p: random.bernoulli(0.5) ? random.uniform(0.15, 0.35) : random.uniform(0.65, 0.8),
    a: list(),
    w: list(),
    b: away(random),
  };
};

/** Every mask of n units with its probability; 1 is on, with probability 1 − p. */
function masks(p: number, n: number): { r: number[]; probability: number }[] {
  let list = [{ r: [] as number[], probability: 1 }];
  for (let k = 0; k < n; k++) {
    list = list.flatMap(({ r, probability }) => [
      { r: [...r, 0], probability: probability * p },
      { r: [...r, 1], probability: probability * (1 - p) },
    ]);
  }
  return list;
}

/** The expected value of something that depends on the mask, summed over all masks. */
export function expectation(
  { p, a }: { p: number; a: readonly number[] },
  of: (r: readonly number[]) => readonly number[],
): number[] {
  const sum: number[] = [];
  for (const { r, probability } of masks(p, a.length)) {
    of(r).forEach((value, i) => {
      sum[i] = (sum[i] ?? 0) + probability * value;
    });
  }
  return sum;
}

/** What the engine's dropout makes of activations in testing. */
export const tested = ({ p, a }: Masked, form: DropoutSpec['form']): number[] =>
  new Dropout(a.length, { rate: p, form: form! }).forward(Matrix.column(a), false).toColumn();

export const dot = (p: readonly number[], q: readonly number[]): number =>
  p.reduce((sum, one, i) => sum + one * q[i]!, 0);

/** a → dropout → one tanh unit with squared error, and the mask that the engine drew. */
export function through(random: Random) {
  // Small weights, so that tanh does not saturate and every gradient can be seen.
  const drawn = masked(random);
  const one = { ...drawn, w: drawn.w.map((w) => w / 4), b: drawn.b / 4 };
  const network = new Network({
    sizes: [one.a.length, one.a.length, 1],
    activations: ['identity', 'tanh'],
    loss: 'squaredError',
    extras: [{ dropout: { rate: one.p } }],
  });
  one.a.forEach((_, k) => {
    network.layer(1).W.set(k, k, 1);
    network.layer(2).W.set(0, k, one.w[k]!);
  });
  network.layer(2).b.data[0] = one.b;
  network.useRandom(random);
  const y = away(random, 2, 3);
  // A mask with units of both kinds: with one kind only a slip could look right.
  let r: number[];
  do {
    network.forward(Matrix.column(one.a), true);
    r = Array.from(network.layer(1).dropout!.mask!.data, (value) => (value === 0 ? 0 : 1));
  } while (!r.includes(0) || !r.includes(1));
  network.backward(Matrix.column([y]));
  return { ...one, network, r, y };
}
