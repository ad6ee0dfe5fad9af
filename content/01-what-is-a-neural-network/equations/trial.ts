import { type ActivationName, Matrix, Network, type Random } from '@engine';
import { away } from './lone';

/** A random network, run forward by the engine on one sample, with its parameters in plain arrays. */
export interface Trial {
  readonly network: Network;
  readonly sizes: readonly number[];
  /** `W[l][j][k]`, `b[l][j]`; j and k count from 0. */
  readonly W: readonly (readonly (readonly number[])[])[];
  readonly b: readonly (readonly number[])[];
  readonly x: readonly number[];
}

/** @param sizes in any order, so that no two layers are alike */
export const trial =
  (sizes: readonly number[], f: ActivationName, mixed = true) =>
  (random: Random): Trial => {
    const order = mixed ? random.shuffle([...sizes]) : sizes;
    const network = new Network({
      sizes: order,
      activations: order.slice(1).map(() => f),
      loss: 'squaredError',
    });
    for (const { value } of network.parameters) {
      for (let k = 0; k < value.data.length; k++) value.data[k] = away(random);
    }
    const x = Array.from({ length: order[0]! }, () => away(random));
    network.forward(Matrix.column(x));
    const layers = Array.from({ length: network.L }, (_, i) => network.layer(i + 1));
    return {
      network,
      sizes: order,
      W: [[], ...layers.map(({ W }) => W.toRows())],
      b: [[], ...layers.map(({ b }) => b.toColumn())],
      x,
    };
  };

export const sigma = (z: number): number => 1 / (1 + Math.exp(-z));

/** The sums of layer l from the activations before it, written out. */
export const sums = ({ W, b }: Trial, l: number, a: readonly number[]): number[] =>
  W[l]!.map((row, j) => row.reduce((sum, w, k) => sum + w * a[k]!, 0) + b[l]![j]!);

/** All activations of a sigmoid network, written out; [0] is x. */
export function activations(t: Trial): number[][] {
  const a: number[][] = [[...t.x]];
  for (let l = 1; l < t.sizes.length; l++) a.push(sums(t, l, a[l - 1]!).map(sigma));
  return a;
}
