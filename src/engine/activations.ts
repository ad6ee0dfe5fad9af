import { erf } from './special';

/** Activations that act on each z by itself. Softmax, which couples a layer's units, is apart. */
export type ElementwiseName =
  | 'identity'
  | 'sigmoid'
  | 'tanh'
  | 'relu'
  | 'leakyRelu'
  | 'elu'
  | 'gelu'
  | 'silu';

/** Every activation of the book. */
export type ActivationName = ElementwiseName | 'softmax';

/** The activations in the order of chapter 3. */
export const activationNames: readonly ActivationName[] = [
  'identity',
  'sigmoid',
  'tanh',
  'relu',
  'leakyRelu',
  'softmax',
  'elu',
  'gelu',
  'silu',
];

/** Constants of the activations that have one; those of the others are not looked at. */
export interface ActivationOptions {
  /** ReLU'(0), a convention: 0 in PyTorch and most libraries, 1 in the source note. Default 0. */
  reluAtZero?: 0 | 1;
  /** Slope of leaky ReLU for z < 0. Default 0.01, as in Maas et al. 2013. */
  leakySlope?: number;
  /** ELU's α, the value −α is approached for z → −∞. Default 1, as in Clevert et al. 2016. */
  eluAlpha?: number;
}

/** A function a = f(z) of one number, and its derivative. Both are finite for |z| ≤ 10⁴. */
export interface Activation {
  /** Which activation it is. */
  readonly name: ElementwiseName;
  /** The constant of its formula, for kernels: ReLU'(0), leaky ReLU's slope, ELU's α, else 0. */
  readonly constant: number;
  /** f(z). */
  value(z: number): number;
  /** f′(z). Passing a = f(z), where it is known, saves computing it again. */
  derivative(z: number, a?: number): number;
}

/** σ(z) = 1 / (1 + e^−z), written so that e is only raised to powers ≤ 0 and never overflows. */
export function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

/** The standard normal distribution function Φ(z). */
function normalCdf(z: number): number {
  return 0.5 * (1 + erf(z / Math.SQRT2));
}

/** The standard normal density φ(z). */
function normalPdf(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/**
 * The activation with this name.
 * GELU is the exact form z Φ(z) (Hendrycks & Gimpel 2016); SiLU is z σ(z) (Elfwing et al. 2018).
 */
export function activation(name: ElementwiseName, options: ActivationOptions = {}): Activation {
  const { reluAtZero = 0, leakySlope = 0.01, eluAlpha = 1 } = options;
  switch (name) {
    case 'identity':
      return { name, constant: 0, value: (z) => z, derivative: () => 1 };
    case 'sigmoid':
      return {
        name,
        constant: 0,
        value: sigmoid,
        derivative: (z, a = sigmoid(z)) => a * (1 - a),
      };
    case 'tanh':
      return {
        name,
        constant: 0,
        value: Math.tanh,
        derivative: (z, a = Math.tanh(z)) => 1 - a * a,
      };
    case 'relu':
      return {
        name,
        constant: reluAtZero,
        // Math.max keeps NaN, which a comparison would turn into 0 and so hide.
        value: (z) => Math.max(0, z),
        derivative: (z) => (z > 0 ? 1 : z < 0 ? 0 : reluAtZero),
      };
    case 'leakyRelu':
      return {
        name,
        constant: leakySlope,
        value: (z) => (z > 0 ? z : leakySlope * z),
        derivative: (z) => (z > 0 ? 1 : leakySlope),
      };
    case 'elu':
      return {
        name,
        constant: eluAlpha,
        value: (z) => (z > 0 ? z : eluAlpha * Math.expm1(z)),
        derivative: (z) => (z > 0 ? 1 : eluAlpha * Math.exp(z)),
      };
    case 'gelu':
      return {
        name,
        constant: 0,
        value: (z) => z * normalCdf(z),
        derivative: (z) => normalCdf(z) + z * normalPdf(z),
      };
    case 'silu':
      return {
        name,
        constant: 0,
        value: (z) => z * sigmoid(z),
        derivative: (z) => {
          const s = sigmoid(z);
          return s * (1 + z * (1 - s));
        },
      };
  }
}
