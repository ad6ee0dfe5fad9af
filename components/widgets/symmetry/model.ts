import { boundedNumber, wholeNumber } from '@components/figure/schema';
import { circles, finiteDifference, Matrix, Network, Random, relativeError } from '@engine';
import * as v from 'valibot';

/** How the hidden units begin. */
export const starts = ['equal', 'zero', 'outgoing', 'random'] as const;

export const units = 4;
/** Steps of gradient descent, and how many of them make one frame of the figure. */
export const steps = 3000;
export const perFrame = 15;
export const frames = steps / perFrame;
/** The last step at which a nudge still has time to show what it does. */
const lastNudge = steps / 2;

/** Four hidden units learn to tell two rings apart: 2-4-1, tanh then sigmoid, squared error. */
export const schema = v.object({
  start: v.picklist(starts),
  /** Both weights into every hidden unit, at the start. */
  x: boundedNumber(-2, 2),
  y: boundedNumber(-2, 2),
  /** log₁₀ of what a nudge adds to one weight. */
  size: boundedNumber(-6, 0),
  /** Before which steps units 1, 2, … are nudged. */
  nudges: v.pipe(v.array(wholeNumber(0, lastNudge)), v.maxLength(units - 1)),
  seed: wholeNumber(1, 999),
  frame: wholeNumber(0, frames),
});

export type State = v.InferOutput<typeof schema>;

export const first: State = {
  start: 'equal',
  x: -0.4,
  y: 0.6,
  size: -1,
  nudges: [],
  seed: 1,
  frame: 50,
};

/** Learning rate. */
export const alpha = 4;
/** Weights out of the hidden units, where they are all alike and where they are not. */
const outgoing = { alike: 0.4, apart: [0.4, -0.3, 0.2, 0.5] } as const;

/** Two rings: no single line parts them, so one hidden unit is too few. */
export const { X, Y } = circles({ samples: 16, noise: 0.08, seed: 7 });

/** Weights into and out of each hidden unit, in the order of units. */
export interface Start {
  readonly W1: readonly (readonly [number, number])[];
  readonly W2: readonly number[];
}

/** Where the network begins. All biases are 0. */
export function startOf({ start, x, y, seed }: State): Start {
  const every = <T>(value: (j: number) => T): T[] =>
    Array.from({ length: units }, (_, j) => value(j));
  if (start === 'zero') return { W1: every(() => [0, 0]), W2: every(() => 0) };
  if (start === 'random') {
    const random = new Random(seed);
    // Standard deviation ½.
    const draw = () => random.normal(0, 0.5);
    return { W1: every(() => [draw(), draw()]), W2: every(draw) };
  }
  return {
    W1: every(() => [x, y]),
    W2: every((j) => (start === 'equal' ? outgoing.alike : outgoing.apart[j]!)),
  };
}

/** Which weight of unit j a nudge moves, and which way: no two nudged units are alike again. */
export const nudgeOf = (j: number, size: number): { input: 0 | 1; by: number } => ({
  input: j % 2 === 0 ? 0 : 1,
  by: [1, -1, 2][j]! * 10 ** size,
});

/** A hidden unit at one moment. */
export interface Unit {
  /** Weights from both inputs, W¹_j1 and W¹_j2. */
  readonly w: readonly [number, number];
  readonly b: number;
  /** Weight to the output, W²_1j. */
  readonly out: number;
  /** ∂L/∂W¹_j1 and ∂L/∂W¹_j2. */
  readonly gradient: readonly [number, number];
}

export interface Frame {
  readonly units: readonly Unit[];
  readonly loss: number;
}

const networkAt = ({ W1, W2 }: Start): Network => {
  const network = new Network({
    sizes: [2, units, 1],
    activations: ['tanh', 'sigmoid'],
    loss: 'squaredError',
  });
  network.layer(1).W.copyFrom(Matrix.from(W1));
  network.layer(2).W.copyFrom(Matrix.from([W2]));
  return network;
};

function frameOf(network: Network): Frame {
  const [one, two] = [network.layer(1), network.layer(2)];
  return {
    loss: network.loss(Y),
    units: Array.from({ length: units }, (_, j) => ({
      w: [one.W.at(j, 0), one.W.at(j, 1)],
      b: one.b.at(j, 0),
      out: two.W.at(0, j),
      gradient: [one.dW.at(j, 0), one.dW.at(j, 1)],
    })),
  };
}

/** A nudge moves the weights right before this step. */
function nudge(network: Network, { nudges, size }: State, step: number): void {
  nudges.forEach((at, j) => {
    if (at !== step) return;
    const { input, by } = nudgeOf(j, size);
    const { W } = network.layer(1);
    W.set(j, input, W.at(j, input) + by);
  });
}

/** The training, one frame every 15 steps, as far as anybody has asked: a drag waits for no more. */
export class Training {
  private readonly network: Network;
  private readonly list: Frame[] = [];

  constructor(private readonly state: State) {
    this.network = networkAt(startOf(state));
  }

  /** Frames 0 … `frame`, at least; the first is that before any step. */
  upTo(frame: number): readonly Frame[] {
    const { network, list } = this;
    while (list.length <= frame) {
      const begin = list.length * perFrame;
      for (let step = Math.max(0, begin - perFrame); step < begin; step++) {
        if (step % perFrame !== 0) this.run(step);
        network.sgdStep(alpha);
      }
      this.run(begin);
      list.push(frameOf(network));
    }
    return list;
  }

  /** Forward and backward, after the nudge of this step. */
  private run(step: number): void {
    nudge(this.network, this.state, step);
    this.network.forward(X);
    this.network.backward(Y);
  }
}

/** The whole training: `frames` + 1 frames. */
export const train = (state: State): readonly Frame[] => new Training(state).upTo(frames);

/** What the figure says about a moment. */
export interface Moment extends Frame {
  readonly step: number;
  /** Units that are alike to the last bit, together; so many groups are different units. */
  readonly groups: readonly (readonly number[])[];
  /** The largest difference between weights of two units. */
  readonly apart: number;
  /** Nothing but the bias of the output can move: all gradients of weights are exactly 0. */
  readonly stuck: boolean;
}

export function momentOf(run: readonly Frame[], frame: number): Moment {
  const now = run[frame]!;
  const keys = now.units.map(({ w, b, out }) => [...w, b, out].join());
  const groups = [...new Set(keys)].map((key) =>
    keys.flatMap((other, j) => (other === key ? [j] : [])),
  );
  const apart = Math.max(
    ...now.units.flatMap((p) =>
      now.units.flatMap((q) => [
        Math.abs(p.w[0] - q.w[0]),
        Math.abs(p.w[1] - q.w[1]),
        Math.abs(p.out - q.out),
      ]),
    ),
  );
  const stuck = now.units.every(({ gradient, out }) => out === 0 && gradient.every((g) => g === 0));
  return { ...now, step: frame * perFrame, groups, apart, stuck };
}

/** The next unit gets its nudge, now or, near the end, halfway: so that there is time to see it. */
export function nudged(state: State): State {
  if (state.nudges.length >= units - 1) return state;
  const at = Math.min(state.frame * perFrame, lastNudge);
  return { ...state, nudges: [...state.nudges, at], frame: Math.floor(at / perFrame) };
}

/** ∂L/∂W¹_11 at a moment, by backpropagation and by ±ε, for “check this number”. */
export function compareGradient(state: State, epsilon = 1e-5) {
  const network = networkAt(startOf(state));
  const last = state.frame * perFrame;
  for (let step = 0; step <= last; step++) {
    nudge(network, state, step);
    network.forward(X);
    network.backward(Y);
    if (step < last) network.sgdStep(alpha);
  }
  const { W, dW } = network.layer(1);
  const backprop = dW.at(0, 0);
  const numeric = finiteDifference(
    () => {
      network.forward(X);
      return network.loss(Y);
    },
    W,
    0,
    epsilon,
  );
  return { backprop, numeric, epsilon, relativeError: relativeError(backprop, numeric) };
}
