import { corners, type Grid } from '@components/figure/plane/region';
import { gate, initialise, Matrix, Network, Perceptron, Random } from '@engine';
import { circles } from '@engine/data/shapes';
import type { State } from './state';
import { frames, stepsPerFrame } from './state';

/** The step size of the network's training. */
const alpha = 1;

export interface Points {
  readonly X: Matrix;
  readonly Y: Matrix;
}

/** Two rings, moved and shrunk so that they lie in the same plane as the gates. */
function rings(): Points {
  const { X, Y } = circles({ samples: 40, noise: 0.06, factor: 0.42, seed: 3 });
  return {
    X: new Matrix(
      2,
      X.cols,
      X.data.map((value) => 0.5 + 0.72 * value),
    ),
    Y,
  };
}

const ringPoints = rings();

export const pointsOf = (set: State['set']): Points => (set === 'rings' ? ringPoints : gate(set));

/** A network as training starts: sigmoids, one output for the probability of a 1. */
function freshNetwork(hidden: number, seed: number): Network {
  const network = new Network({
    sizes: [2, hidden, 1],
    activations: ['sigmoid', 'sigmoid'],
    loss: 'binaryCrossEntropy',
  });
  const normal = { kind: 'normal', sigma: 1 } as const;
  initialise(network, { weights: normal, biases: normal }, new Random(seed));
  return network;
}

/** One step of gradient descent on all points. */
function learn(network: Network, { X, Y }: Points): void {
  network.forward(X);
  network.backward(Y);
  network.sgdStep(alpha);
}

/** How many points the network puts on the wrong side of ½. */
function wrongOf(network: Network, { X, Y }: Points): number {
  const a = network.forward(X);
  let wrong = 0;
  for (let s = 0; s < X.cols; s++) wrong += Number(a.at(0, s) > 0.5 !== (Y.at(0, s) === 1));
  return wrong;
}

/** What can be seen of a learner at one moment. */
export interface Frame {
  /** z of the output at each point, and at the corners of the grid. */
  readonly z: readonly number[];
  readonly field: ArrayLike<number>;
  readonly wrong: number;
  /** The line of a single unit; none for a network. */
  readonly line?: { readonly W: readonly [number, number]; readonly b: number };
  /** The network's parameters, layer by layer. */
  readonly layers?: readonly { readonly W: number[][]; readonly b: number[] }[];
}

/** A learner that can show itself and go on by one frame. */
interface Learner {
  show(grid: Grid): Frame;
  next(): void;
}

function perceptronLearner(points: Points, seed: number): Learner {
  const unit = new Perceptron(2);
  unit.initialise(new Random(seed));
  let shown = 0;
  return {
    show: (grid) => lineFrame([unit.W[0]!, unit.W[1]!], unit.b, points, grid),
    next: () => {
      const s = shown++ % points.X.cols;
      unit.learn(points.X, s, points.Y.at(0, s));
    },
  };
}

/** What a single unit with this line looks like. */
export function lineFrame(
  W: readonly [number, number],
  b: number,
  points: Points,
  grid: Grid,
): Frame {
  const unit = new Perceptron(2);
  unit.W.set(W);
  unit.b = b;
  const zs = (X: Matrix) => Array.from({ length: X.cols }, (_, s) => unit.z(X, s));
  const z = zs(points.X);
  const wrong = z.filter((value, s) => value > 0 !== (points.Y.at(0, s) === 1)).length;
  return { z, field: zs(corners(grid)), wrong, line: { W, b } };
}

function networkLearner(points: Points, hidden: number, seed: number): Learner {
  const network = freshNetwork(hidden, seed);
  const zAt = (X: Matrix): number[] => {
    network.forward(X);
    return Array.from(network.layer(2).z.data);
  };
  return {
    show: (grid) => ({
      z: zAt(points.X),
      wrong: wrongOf(network, points),
      field: zAt(corners(grid)),
      layers: [1, 2].map((l) => ({
        W: network.layer(l).W.toRows(),
        b: network.layer(l).b.toColumn(),
      })),
    }),
    next: () => {
      for (let n = 0; n < stepsPerFrame; n++) learn(network, points);
    },
  };
}

/** Frames seen so far of one training run; another run takes its place. */
let run: { key: string; learner: Learner; frames: Frame[] } | undefined;

/**
 * A training run up to a frame: the same state gives the same numbers, however it is reached.
 * Frames are kept, so that going on by one costs one.
 */
export function trained(state: State, grid: Grid): readonly Frame[] {
  const { set, by, hidden, seed } = state;
  const key = [set, by, hidden, seed, grid.cells].join(' ');
  if (run?.key !== key) {
    const points = pointsOf(set);
    const learner =
      by === 'network' ? networkLearner(points, hidden, seed) : perceptronLearner(points, seed);
    run = { key, learner, frames: [learner.show(grid)] };
  }
  while (run.frames.length <= Math.min(frames, state.frame)) {
    run.learner.next();
    run.frames.push(run.learner.show(grid));
  }
  return run.frames.slice(0, state.frame + 1);
}

/**
 * In how many training steps a network gets every point right.
 * @returns undefined if it has not after `most` steps
 */
export function stepsToRight(
  set: State['set'],
  hidden: number,
  seed: number,
  most = 2000,
): number | undefined {
  const points = pointsOf(set);
  const network = freshNetwork(hidden, seed);
  for (let step = 0; step <= most; step++) {
    if (wrongOf(network, points) === 0) return step;
    learn(network, points);
  }
  return undefined;
}
