import type { Matrix } from './matrix';
import type { Network } from './network';

/** One entry of a gradient by backpropagation and by finite differences. */
export interface GradientComparison {
  /** As the book writes the parameter, `W1` or `b2`; `x` for the input. */
  readonly name: string;
  /** Index in the row-major data. */
  readonly index: number;
  /** ∂L/∂θ by backpropagation. */
  readonly backprop: number;
  /** The same by `finiteDifference`. */
  readonly numeric: number;
  /** How far they are apart, as `relativeError` measures it. */
  readonly relativeError: number;
}

/**
 * The two-sided difference (f(x + ε) − f(x − ε)) / 2ε with respect to one element of `variable`,
 * which is restored afterwards. Its error falls as ε² and, through rounding, rises as 1/ε: for
 * double precision ε = 10⁻⁵ is near the best.
 */
export function finiteDifference(
  f: () => number,
  variable: Matrix,
  index: number,
  epsilon = 1e-5,
): number {
  const before = variable.data[index]!;
  variable.data[index] = before + epsilon;
  const plus = f();
  variable.data[index] = before - epsilon;
  const minus = f();
  variable.data[index] = before;
  return (plus - minus) / (2 * epsilon);
}

/** |p − q| / max(|p|, |q|, floor): the floor keeps two tiny numbers from looking far apart. */
export function relativeError(p: number, q: number, floor = 1e-3): number {
  return Math.abs(p - q) / Math.max(Math.abs(p), Math.abs(q), floor);
}

/**
 * Compares every parameter's gradient, and the input's, with finite differences of the loss.
 * A difference of two losses carries the rounding of the losses, so errors are relative to the
 * gradient or to a thousandth of the loss, whichever is larger. Dropout keeps its masks meanwhile.
 *
 * @param X inputs, n_0 × m
 * @param Y targets, n_L × m
 * @param options `epsilon`: the ε of the differences, 1e-5 by default; `training`: check the pass
 *   as in training, batch statistics and masks included
 * @returns one comparison per number, worst first
 */
export function gradientCheck(
  network: Network,
  X: Matrix,
  Y: Matrix,
  { epsilon = 1e-5, training = false }: { epsilon?: number; training?: boolean } = {},
): GradientComparison[] {
  const loss = () => {
    network.forward(X, training);
    network.keepMasks(true);
    return network.loss(Y);
  };
  const floor = 1e-3 * Math.max(1, Math.abs(loss()));
  network.backward(Y);
  const gradients = network.parameters.map(({ name, value, gradient }) => ({
    name,
    variable: value,
    gradient: Array.from(gradient.data),
  }));
  const inputGradient = Array.from(network.inputGradient().data, (g) => g / X.cols);
  gradients.push({ name: 'x', variable: X, gradient: inputGradient });
  const comparisons = gradients.flatMap(({ name, variable, gradient }) =>
    gradient.map((backprop, index) => {
      const numeric = finiteDifference(loss, variable, index, epsilon);
      const error = relativeError(backprop, numeric, floor);
      return { name, index, backprop, numeric, relativeError: error };
    }),
  );
  loss();
  network.keepMasks(false);
  return comparisons.sort((p, q) => q.relativeError - p.relativeError);
}
