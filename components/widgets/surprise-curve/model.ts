import { boundedNumber } from '@components/figure/schema';
import { activation, finiteDifference, losses, Matrix } from '@engine';
import * as v from 'valibot';

/** How far the weighted sum goes to either side. */
export const reach = 6;

/** One sigmoid unit whose target is 1: its weighted sum, and what the losses are drawn against. */
export const schema = v.object({
  z: boundedNumber(-reach, reach),
  axis: v.picklist(['z', 'a']),
});

export type State = v.InferOutput<typeof schema>;
export type Axis = State['axis'];

/** A unit that says no, and is sure of it, where the answer is yes. */
export const first: State = { z: -4, axis: 'z' };

/** A loss at one place, with its slopes. */
export interface Side {
  readonly loss: number;
  /** ∂L/∂a. */
  readonly byA: number;
  /** ∂L/∂z = ∂L/∂a · σ′(z): what the unit learns from. */
  readonly byZ: number;
}

export interface Place {
  readonly z: number;
  readonly a: number;
  /** σ′(z) = a (1 − a). */
  readonly slope: number;
  readonly crossEntropy: Side;
  readonly squaredError: Side;
}

const sigmoid = activation('sigmoid');
const target = Matrix.column([1]);

/** Both losses of the unit with this weighted sum. */
export function placeAt(z: number): Place {
  const a = sigmoid.value(z);
  const slope = sigmoid.derivative(z, a);
  const [Z, A, out] = [Matrix.column([z]), Matrix.column([a]), Matrix.zeros(1, 1)];
  const gradient = (name: 'binaryCrossEntropy' | 'squaredError'): number =>
    losses[name].gradient(Z, A, target, out).at(0, 0);
  // Cross-entropy is one with its sigmoid and gives the slope by z, squared error that by a.
  const ceByZ = gradient('binaryCrossEntropy');
  const seByA = gradient('squaredError');
  return {
    z,
    a,
    slope,
    crossEntropy: {
      loss: losses.binaryCrossEntropy.mean(Z, A, target),
      byA: ceByZ / slope,
      byZ: ceByZ,
    },
    squaredError: { loss: losses.squaredError.mean(Z, A, target), byA: seByA, byZ: seByA * slope },
  };
}

/** The slope of cross-entropy by z from two losses near by. */
export function byDifferences(z: number): number {
  const Z = Matrix.column([z]);
  return finiteDifference(() => placeAt(Z.at(0, 0)).crossEntropy.loss, Z, 0);
}

/** Points of both curves, evenly spaced in z. */
export const curve: readonly Place[] = Array.from({ length: 8 * reach + 1 }, (_, i) =>
  placeAt(i / 4 - reach),
);

/** The weighted sum at which the unit gives `a`, kept within reach and to a hundredth. */
export function sumFor(a: number): number {
  const inside = Math.min(0.999, Math.max(0.001, a));
  return within(Math.log(inside / (1 - inside)));
}

/** A weighted sum within reach, to a hundredth. */
export const within = (z: number): number =>
  Math.min(reach, Math.max(-reach, Math.round(z * 100) / 100));

/**
 * Steps of gradient descent (α = 1) on the weighted sum itself, from `z` until the unit says yes.
 *
 * @returns how many; `most` if it takes longer
 */
export function stepsToYes(
  loss: 'crossEntropy' | 'squaredError',
  z: number,
  most = 100_000,
): number {
  let at = z;
  let steps = 0;
  while (at < 0 && steps < most) {
    at -= placeAt(at)[loss].byZ;
    steps++;
  }
  return steps;
}
