import { boundedNumber, wholeNumber } from '@components/figure/schema';
import { Matrix, Network } from '@engine';
import * as v from 'valibot';

/** One weight of a small network is moved by ε; everything else stays. */
export const schema = v.object({
  /** log₁₀ ε. */
  exponent: boundedNumber(-16, 0),
  /** Which weight: its place in `weights`. */
  weight: wholeNumber(0, 8),
  /** The value of that weight. */
  value: boundedNumber(-5, 5),
});

export type State = v.InferOutput<typeof schema>;

/** Inputs, target and first parameters: 2-2-1, tanh then sigmoid, squared error. No two alike. */
export const example = {
  x: [0.8, -0.4],
  y: [1],
  W1: [
    [0.5, -0.3],
    [0.9, 0.7],
  ],
  b1: [0.1, -0.2],
  W2: [[-0.6, 1.1]],
  b2: [0.2],
} as const;

/** A parameter that can be nudged, in the order of the selection. */
export interface Nudgeable {
  name: 'W' | 'b';
  layer: 1 | 2;
  /** Row and, for a weight, column: from 1. */
  index: string;
  first: number;
}

const entries = (layer: 1 | 2, W: readonly (readonly number[])[], b: readonly number[]) => [
  ...W.flatMap((row, j) =>
    row.map((first, k): Nudgeable => ({ name: 'W', layer, index: `${j + 1}${k + 1}`, first })),
  ),
  ...b.map((first, j): Nudgeable => ({ name: 'b', layer, index: `${j + 1}`, first })),
];

export const nudgeable: readonly Nudgeable[] = [
  ...entries(1, example.W1, example.b1),
  ...entries(2, example.W2, example.b2),
];

export const first: State = { exponent: -2, weight: 2, value: nudgeable[2]!.first };

/** The network of the figure with the chosen parameter at `value`, and where that one lies. */
function build({ weight, value }: State) {
  const network = new Network({
    sizes: [2, 2, 1],
    activations: ['tanh', 'sigmoid'],
    loss: 'squaredError',
  });
  const [one, two] = [network.layer(1), network.layer(2)];
  one.W.copyFrom(Matrix.from(example.W1));
  one.b.copyFrom(Matrix.column(example.b1));
  two.W.copyFrom(Matrix.from(example.W2));
  two.b.copyFrom(Matrix.column(example.b2));
  const { name, layer, index } = nudgeable[weight]!;
  const parameter = network.layer(layer)[name];
  const gradient = name === 'W' ? network.layer(layer).dW : network.layer(layer).db;
  const [row = 1, column = 1] = [...index].map(Number);
  const at = (row - 1) * parameter.cols + column - 1;
  parameter.data[at] = value;
  const X = Matrix.column(example.x);
  const Y = Matrix.column(example.y);
  const loss = (theta: number): number => {
    parameter.data[at] = theta;
    network.forward(X);
    return network.loss(Y);
  };
  const backprop = (): number => {
    loss(value);
    network.backward(Y);
    return gradient.data[at]!;
  };
  return { loss, backprop };
}

/** The two quotients for one ε. */
export interface Quotients {
  epsilon: number;
  /** L(θ + ε) and L(θ − ε). */
  plus: number;
  minus: number;
  /** (L(θ + ε) − L(θ)) / ε. Eq. fb-forward-difference. */
  forward: number;
  /** (L(θ + ε) − L(θ − ε)) / 2ε. Eq. fb-central-difference. */
  central: number;
  forwardError: number;
  centralError: number;
}

/** What limits a quotient at the present ε. */
export type Regime = 'curvature' | 'best' | 'rounding' | 'lost';

export interface Verdict {
  regime: Regime;
  /** How many times smaller the error is with ε ten times smaller. */
  gain: number;
}

export interface Model {
  /** L(θ). */
  loss: number;
  /** ∂L/∂θ by backpropagation. */
  gradient: number;
  /** For the present ε. */
  present: Quotients;
  /** For ε = 1, 10^−¼, … 10^−16. */
  curve: readonly Quotients[];
  oneSided: Verdict;
  twoSided: Verdict;
  /** θ + ε, rounded, is θ itself. */
  absorbed: boolean;
}

const perDecade = 4;

/** Everything the figure shows, by running the network anew for every ε. */
export function model(state: State): Model {
  const { loss, backprop } = build(state);
  const gradient = backprop();
  const base = loss(state.value);
  const quotients = (epsilon: number): Quotients => {
    const plus = loss(state.value + epsilon);
    const minus = loss(state.value - epsilon);
    const forward = (plus - base) / epsilon;
    const central = (plus - minus) / (2 * epsilon);
    return {
      epsilon,
      plus,
      minus,
      forward,
      central,
      forwardError: Math.abs(forward - gradient),
      centralError: Math.abs(central - gradient),
    };
  };
  const curve = Array.from({ length: 16 * perDecade + 1 }, (_, i) =>
    quotients(10 ** (-i / perDecade)),
  );
  const present = quotients(10 ** state.exponent);
  const finer = quotients(10 ** (state.exponent - 1));
  const limits = limitsOf(state.value, gradient, present.epsilon, loss);
  return {
    loss: base,
    gradient,
    present,
    curve,
    oneSided: {
      regime: present.plus === base ? 'lost' : regimeOf(limits.oneSided, limits.rounding),
      gain: present.forwardError / finer.forwardError,
    },
    twoSided: {
      regime: present.plus === present.minus ? 'lost' : regimeOf(limits.twoSided, limits.rounding),
      gain: present.centralError / finer.centralError,
    },
    absorbed: state.value + present.epsilon === state.value,
  };
}

/** Steps at which the second and third derivatives are estimated: near the best for each. */
const [h2, h3] = [1e-3, 1e-2];

/**
 * The sizes of what is wrong with the quotients at ε, by Taylor’s theorem and by the rounding of
 * doubles: ½|L″|ε one-sided, ⅙|L‴|ε² two-sided; and the rounding of two losses, and of θ ± ε,
 * divided by ε.
 */
function limitsOf(
  theta: number,
  gradient: number,
  epsilon: number,
  loss: (theta: number) => number,
) {
  const base = loss(theta);
  const second = (loss(theta + h2) - 2 * base + loss(theta - h2)) / h2 ** 2;
  const third =
    (loss(theta + 2 * h3) - 2 * loss(theta + h3) + 2 * loss(theta - h3) - loss(theta - 2 * h3)) /
    (2 * h3 ** 3);
  return {
    oneSided: (Math.abs(second) * epsilon) / 2,
    twoSided: (Math.abs(third) * epsilon ** 2) / 6,
    rounding: ((Number.EPSILON / 2) * (2 * base + Math.abs(theta * gradient))) / epsilon,
  };
}

/** One of the two is called the cause where it is ten times the other. */
function regimeOf(curvature: number, rounding: number): Regime {
  if (curvature > 10 * rounding) return 'curvature';
  return rounding > 10 * curvature ? 'rounding' : 'best';
}
