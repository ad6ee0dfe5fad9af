import type { DataSet } from '../data/dataset';
import type { Matrix } from '../matrix';
import type { Network } from '../network';
import { addL2Gradient, type L2Spec } from '../optimisers/l2';
import type { OptimiserSpec } from '../optimisers/optimiser';
import { Random } from '../random';
import { combine, largestEigenvalue, type Vector } from './lanczos';
import type { TrainingSpec } from './training-spec';

/** How closely curvature is looked at, and of which loss. */
export interface SharpnessOptions {
  /** Products with H, default 20; exact when there are as many as parameters. */
  readonly rounds?: number;
  /** A penalty that belongs to the loss. */
  readonly l2?: L2Spec;
}

/** Samples in pieces, so that no more than one piece needs buffers. */
export interface Batches {
  /** How many pieces. */
  readonly count: number;
  /** Inputs of piece i, from 0: n_0 × m_i. */
  X(i: number): Matrix;
  /** Targets of piece i, from 0: n_L × m_i. */
  Y(i: number): Matrix;
}

/**
 * The largest curvature of the loss in the parameters, that is the largest eigenvalue of its Hessian
 * H, by Lanczos iteration. H v is the difference of two gradients, (g(θ + ε v) − g(θ − ε v)) / 2ε.
 * The estimate approaches from below. Leaves the parameters as they were.
 * @returns 0 where the loss curves nowhere upwards; NaN where it is not a number
 */
export function sharpness(
  network: Network,
  { X, Y }: DataSet,
  options: SharpnessOptions = {},
): number {
  return sharpnessOver(network, { count: 1, X: () => X, Y: () => Y }, options);
}

/** `sharpness` over mini-batches. */
export function sharpnessOver(
  network: Network,
  batches: Batches,
  { rounds = 20, l2 }: SharpnessOptions = {},
): number {
  const { parameters } = network;
  const start = parameters.map(({ value }) => Float64Array.from(value.data));
  const epsilon = network.kernel.precision === 'float64' ? 1e-5 : 1e-2;
  const gradientAt = (v: Vector, shift: number): Vector => {
    parameters.forEach(({ value }, p) => {
      for (let k = 0; k < value.data.length; k++) {
        value.data[k] = start[p]![k]! + shift * v[p]![k]!;
      }
    });
    return meanGradient(network, batches, l2);
  };
  const hessianTimes = (v: Vector): Vector => {
    const minus = gradientAt(v, -epsilon);
    return combine(gradientAt(v, epsilon), 1 / (2 * epsilon), minus, -1 / (2 * epsilon));
  };
  const random = new Random('sharpness');
  const first = start.map((array) => Float64Array.from(array, () => random.normal()));
  const largest = largestEigenvalue(hessianTimes, first, rounds);
  parameters.forEach(({ value }, p) => {
    value.data.set(start[p]!);
  });
  return Math.max(largest, 0);
}

/**
 * The learning rate above which an optimiser leaves a valley of this curvature λ instead of settling
 * in it: 2/λ for gradient descent, 2(1 + β)/λ with momentum, 2(1 + β)/((1 + 2β)λ) with Nesterov's.
 * @returns null for optimisers whose steps follow no such law, and without curvature
 */
export function stabilityLimit(spec: OptimiserSpec, curvature: number): number | null {
  if (!(curvature > 0 && curvature < Number.POSITIVE_INFINITY)) return null;
  switch (spec.kind) {
    case 'sgd':
      return 2 / curvature;
    case 'momentum':
      return (2 * (1 + (spec.beta ?? 0.9))) / curvature;
    case 'nesterov': {
      const { beta = 0.9 } = spec;
      return (2 * (1 + beta)) / ((1 + 2 * beta) * curvature);
    }
    default:
      return null;
  }
}

/**
 * The limit for a network as it is now, for a `Trainer` to explain divergences with.
 * @returns null also with batch normalisation and dropout, through which curvature is not defined
 */
export function measureStableAlpha(
  network: Network,
  batches: Batches,
  { optimiser, l2 }: TrainingSpec,
): number | null {
  const noisy = network.spec.extras?.some((e) => e?.dropout || e?.norm?.kind === 'batch');
  // Don't measure what has no use.
  if (noisy || stabilityLimit(optimiser, 1) === null) return null;
  return stabilityLimit(optimiser, sharpnessOver(network, batches, { l2 }));
}

/** ∂L/∂θ over all batches together, each with the weight of its samples. */
function meanGradient(network: Network, batches: Batches, l2: L2Spec | undefined): Vector {
  const { parameters } = network;
  const sum = parameters.map(({ gradient }) => new Float64Array(gradient.data.length));
  let samples = 0;
  for (let i = 0; i < batches.count; i++) {
    const { cols } = network.forward(batches.X(i));
    network.backward(batches.Y(i));
    if (l2) addL2Gradient(parameters, l2);
    parameters.forEach(({ gradient }, p) => {
      for (let k = 0; k < gradient.data.length; k++) sum[p]![k]! += cols * gradient.data[k]!;
    });
    samples += cols;
  }
  return combine(sum, 1 / samples);
}
