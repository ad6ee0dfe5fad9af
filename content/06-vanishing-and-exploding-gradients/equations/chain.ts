import type { Random } from '@engine';
import { Matrix, Network } from '@engine';

/** A chain of one unit a layer, every weight and bias its own, run forward and backward. */
export interface Chain {
  network: Network;
  f: 'sigmoid' | 'tanh';
  L: number;
  /** `w[l]`, `b[l]` for l = 1 … L. */
  w: number[];
  b: number[];
  x: number;
  y: number;
}

export const away = (random: Random, low = 0.5, high = 1.6): number =>
  (random.bernoulli(0.5) ? 1 : -1) * random.uniform(low, high);

/** @param f which activation; either, if not said */
export const chain =
  (f?: Chain['f']) =>
  (random: Random): Chain => {
    const L = 4 + random.integer(3);
    const name = f ?? (random.bernoulli(0.5) ? 'sigmoid' : 'tanh');
    const network = new Network({
      sizes: Array<number>(L + 1).fill(1),
      activations: Array<Chain['f']>(L).fill(name),
      loss: 'squaredError',
    });
    const [w, b] = [[0], [0]];
    for (let l = 1; l <= L; l++) {
      w.push(away(random));
      b.push(away(random, 0.1, 0.6));
      network.layer(l).W.data[0] = w[l]!;
      network.layer(l).b.data[0] = b[l]!;
    }
    const [x, y] = [away(random, 0.4, 1.2), away(random, 2, 3)];
    network.forward(Matrix.column([x]));
    network.backward(Matrix.column([y]));
    return { network, f: name, L, w, b, x, y };
  };

const value = (f: Chain['f'], z: number): number =>
  f === 'tanh' ? Math.tanh(z) : 1 / (1 + Math.exp(-z));

/** f′ by differences. */
export const slope = (f: Chain['f'], z: number): number =>
  (value(f, z + 1e-6) - value(f, z - 1e-6)) / 2e-6;

/** All z^l and a^l written out; a[0] is x. */
export function run({ f, L, w, b, x }: Chain): { z: number[]; a: number[] } {
  const [z, a] = [[Number.NaN], [x]];
  for (let l = 1; l <= L; l++) {
    z.push(w[l]! * a[l - 1]! + b[l]!);
    a.push(value(f, z[l]!));
  }
  return { z, a };
}

/** The loss when z^l is moved by h: everything before it is forgotten. */
function lossFrom(one: Chain, l: number, h: number): number {
  const { f, L, w, b, y } = one;
  let a = value(f, run(one).z[l]! + h);
  for (let next = l + 1; next <= L; next++) a = value(f, w[next]! * a + b[next]!);
  return (a - y) ** 2 / 2;
}

/** δ^l = ∂L/∂z^l by differences. */
export const deltaOf = (one: Chain, l: number): number =>
  (lossFrom(one, l, 1e-5) - lossFrom(one, l, -1e-5)) / 2e-5;

/** ∂L/∂W^l by differences of the whole chain. */
export function slopeOfW(one: Chain, l: number): number {
  const at = (weight: number): number => {
    const { a } = run({ ...one, w: one.w.with(l, weight) });
    return (a[one.L]! - one.y) ** 2 / 2;
  };
  return (at(one.w[l]! + 1e-5) - at(one.w[l]! - 1e-5)) / 2e-5;
}

/** Layers 1 … L−1, those with a factor. */
export const hidden = ({ L }: Chain): number[] => Array.from({ length: L - 1 }, (_, i) => i + 1);

/** What finite differences of a chain allow. */
export const byDifferences = 1e-8;
