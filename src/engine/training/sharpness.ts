import type { Network } from '../network';
import { Random } from '../random';
import type { Samples } from './training-spec';

/**
 * The largest curvature of the loss in the parameters, that is the largest eigenvalue (by size) of
 * its Hessian H, by power iteration. H v is the difference of two gradients,
 * (g(θ + ε v) − g(θ − ε v)) / 2ε. Gradient descent on a quadratic loss converges only for
 * α < 2 / sharpness. Leaves the parameters as they were.
 *
 * @param rounds of the iteration; the estimate approaches from below
 */
export function sharpness(network: Network, { X, Y }: Samples, rounds = 30): number {
  const { parameters } = network;
  const start = parameters.map(({ value }) => Float64Array.from(value.data));
  const random = new Random('sharpness');
  let v = start.map((array) => array.map(() => random.normal()));
  let eigenvalue = 0;
  const epsilon = network.kernel.precision === 'float64' ? 1e-5 : 1e-2;
  const gradientAt = (shift: number) => {
    parameters.forEach(({ value }, p) => {
      for (let k = 0; k < value.data.length; k++) {
        value.data[k] = start[p]![k]! + shift * v[p]![k]!;
      }
    });
    network.forward(X);
    network.backward(Y);
    return parameters.map(({ gradient }) => Float64Array.from(gradient.data));
  };
  for (let round = 0; round < rounds; round++) {
    const length = norm(v);
    if (!(length > 0 && length < Number.POSITIVE_INFINITY)) break;
    v = v.map((array) => array.map((entry) => entry / length));
    const plus = gradientAt(epsilon);
    const minus = gradientAt(-epsilon);
    v = plus.map((array, p) => array.map((g, k) => (g - minus[p]![k]!) / (2 * epsilon)));
    eigenvalue = norm(v);
  }
  parameters.forEach(({ value }, p) => {
    value.data.set(start[p]!);
  });
  return eigenvalue;
}

function norm(arrays: readonly Float64Array[]): number {
  return Math.sqrt(
    arrays.reduce((sum, array) => array.reduce((total, entry) => total + entry * entry, sum), 0),
  );
}
