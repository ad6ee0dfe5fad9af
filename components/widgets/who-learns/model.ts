import { boundedNumber, wholeNumber } from '@components/figure/schema';
import { blobs, correctCount, type DataSet, type LossName, losses, Matrix, Network } from '@engine';
import * as v from 'valibot';

/** Steps of gradient descent that each loss gets. */
export const steps = 300;
const classes = 3;
export const samples = 24;

export const schema = v.object({
  /** Which points: a seed. */
  seed: wholeNumber(1, 999),
  /** How far the first weights point at a wrong class: 0 knows nothing, 3 is sure and wrong. */
  sure: boundedNumber(0, 4),
  alpha: boundedNumber(0.1, 2),
  /** The step that is shown. */
  at: wholeNumber(0, steps),
});

export type State = v.InferOutput<typeof schema>;

export const first: State = { seed: 1, sure: 3, alpha: 1, at: 100 };

export const learnerNames = ['squaredError', 'sigmoidCrossEntropy', 'binaryCrossEntropy'] as const;
export type LearnerName = (typeof learnerNames)[number] & LossName;

/** The centre of class c, all coordinates positive, as measured quantities mostly are. */
const centre = 1.5;
const shrink = 0.6;

/** Three clouds of points in the positive quarter of the plane. */
export function points(seed: number): DataSet {
  const { X, Y } = blobs({ classes, samples, noise: 0.5, seed });
  const moved = X.clone();
  for (let k = 0; k < moved.data.length; k++) moved.data[k] = centre + shrink * moved.data[k]!;
  return { X: moved, Y };
}

/** The classifier that every loss starts from: its weights point at the next class. */
export function start(sure: number): { W: number[][]; b: number[] } {
  const W = Array.from({ length: classes }, (_, j) => {
    const angle = (2 * Math.PI * ((j + 1) % classes)) / classes;
    return [sure * Math.cos(angle), sure * Math.sin(angle)];
  });
  return { W, b: W.map(([p = 0, q = 0]) => -centre * (p + q)) };
}

/** The parameters after some steps, and what the classifier then says of the points. */
export interface Moment {
  readonly W: readonly (readonly number[])[];
  readonly b: readonly number[];
  readonly loss: number;
  /** Binary cross-entropy of the same outputs: one measure for all. */
  readonly measure: number;
  /** Points whose own class has the largest output. */
  readonly right: number;
  /** Outputs above ½, for one point on average. */
  readonly yes: number;
}

export interface Learner {
  readonly name: LearnerName;
  /** For steps 0 … `steps`. */
  readonly moments: readonly Moment[];
  /** The first step at which every point is classified rightly; undefined if there is none. */
  readonly done: number | undefined;
}

/** Trains the same classifier on all points at once, a step at a time. */
function learn(name: LearnerName, { sure, alpha }: State, { X, Y }: DataSet): Learner {
  const network = new Network({ sizes: [2, classes], activations: ['sigmoid'], loss: name });
  const { W, b } = start(sure);
  const layer = network.layer(1);
  layer.W.copyFrom(Matrix.from(W));
  layer.b.copyFrom(Matrix.column(b));
  const moments: Moment[] = [];
  for (let step = 0; step <= steps; step++) {
    const A = network.forward(X);
    moments.push({
      W: layer.W.toRows(),
      b: layer.b.toColumn(),
      loss: network.loss(Y),
      measure: losses.binaryCrossEntropy.mean(layer.z, A, Y),
      right: correctCount(A, Y),
      yes: Array.from(A.data).filter((a) => a > 0.5).length / X.cols,
    });
    network.backward(Y);
    network.sgdStep(alpha);
  }
  const done = moments.findIndex(({ right }) => right === X.cols);
  return { name, moments, done: done < 0 ? undefined : done };
}

export interface Model {
  readonly data: DataSet;
  readonly learners: readonly Learner[];
}

/** The three learners, for one setting. */
export function model(state: State): Model {
  const data = points(state.seed);
  return { data, learners: learnerNames.map((name) => learn(name, state, data)) };
}

/** One point for the drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
  /** From 0. */
  readonly label: number;
  /** The class with the largest output; the first where some are equal. */
  readonly said: number;
}

/** The points with what the classifier says of each at one moment. */
export function judged({ X, Y }: DataSet, { W, b }: Moment): Point[] {
  return Array.from({ length: X.cols }, (_, s) => {
    const [x = 0, y = 0] = X.toColumn(s);
    const z = W.map(([p = 0, q = 0], j) => p * x + q * y + b[j]!);
    return {
      x,
      y,
      label: Y.toColumn(s).indexOf(1),
      said: z.indexOf(Math.max(...z)),
    };
  });
}

/** The part of the plane that is drawn. */
export const frame = { low: -0.4, high: 3.4 };

/** Where output j is ½ inside the frame: a piece of a line, with the direction in which it says yes. */
export interface Border {
  readonly j: number;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** Unit vector. */
  readonly yes: readonly [number, number];
}

/** The borders that cross the frame at one moment. */
export function borders({ W, b }: Moment): Border[] {
  return W.flatMap(([p = 0, q = 0], j) => {
    const size = Math.hypot(p, q);
    const ends = size < 1e-9 ? [] : crossings(p, q, b[j]!);
    const [from, to] = ends;
    return from && to ? [{ j, from, to, yes: [p / size, q / size] as const }] : [];
  });
}

/** Where p x + q y + c = 0 meets the sides of the frame: the two points furthest apart, or none. */
function crossings(p: number, q: number, c: number): (readonly [number, number])[] {
  const { low, high } = frame;
  const inside = (u: number): boolean => u >= low - 1e-9 && u <= high + 1e-9;
  const found = [low, high].flatMap((side) => {
    const y = -(p * side + c) / q;
    const x = -(q * side + c) / p;
    return [...(inside(y) ? [[side, y] as const] : []), ...(inside(x) ? [[x, side] as const] : [])];
  });
  const [one] = found;
  if (!one) return [];
  const far = found.reduce((best, at) => (distance(one, at) > distance(one, best) ? at : best));
  return distance(one, far) > 1e-6 ? [one, far] : [];
}

const distance = (p: readonly [number, number], q: readonly [number, number]): number =>
  Math.hypot(p[0] - q[0], p[1] - q[1]);
