import { sigmoid } from '@components/exercise/engine';
import { Matrix, Network, type NetworkSpec } from '@engine';

/** What the exercises of this chapter ask of the engine. */

/** The sigmoid's slope at the sum where it gives `a`: a(1 − a). Eq. fb-sigmoid-slope. */
export const slopeWhere = (a: number): number => sigmoid.derivative(Math.log(a / (1 - a)), a);

type Rows = readonly (readonly number[])[];

/** A network with these parameters, `W[0]` and `b[0]` for layer 1. */
export function networkWith(
  { activations, loss = 'squaredError' }: Partial<NetworkSpec> & Pick<NetworkSpec, 'activations'>,
  W: readonly Rows[],
  b: readonly (readonly number[])[],
): Network {
  const sizes = [W[0]![0]!.length, ...W.map((rows) => rows.length)];
  const network = new Network({ sizes, activations, loss });
  W.forEach((rows, i) => {
    network.layer(i + 1).W.copyFrom(Matrix.from(rows));
    network.layer(i + 1).b.copyFrom(Matrix.column(b[i]!));
  });
  return network;
}
