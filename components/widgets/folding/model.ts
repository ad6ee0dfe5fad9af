import { fewestWrong } from '@components/figure/plane/best-line';
import {
  corners,
  type Grid,
  type Place,
  positivePieces,
  zeroLine,
} from '@components/figure/plane/region';
import { gate, initialise, Matrix, Network, Random } from '@engine';
import { bound, high, low, type State } from './state';

/** Steps of gradient descent at one press, and their size. */
const stepsPerPress = 50;
const alpha = 1;

const { X, Y } = gate('xor');
const grid: Grid = { low, high, cells: 32 };
const gridX = corners(grid);
/** Enough for straight lines. */
const plane: Grid = { low, high, cells: 1 };
const planeX = corners(plane);

/** One of the four points on its way through the network. */
export interface PointView {
  readonly x: Place;
  /** Where the hidden layer puts it. */
  readonly a1: Place;
  readonly z2: number;
  readonly a2: number;
  readonly y: number;
  readonly wrong: boolean;
}

/** A square piece of the plane, for a drawing of equal scale in both directions. */
export interface Window {
  readonly low: Place;
  readonly size: number;
}

/** What the weights alone decide, wherever the followed point is and however far the plane is folded. */
export interface Model {
  readonly points: readonly PointView[];
  readonly wrong: number;
  /** The fewest that a straight line in hidden space can leave wrong. */
  readonly fewest: number;
  /** The part of the plane answered 1, and its border, in input coordinates. */
  readonly area: readonly Place[][];
  readonly border: readonly [Place, Place][];
  /** Where each hidden unit's own sum is 0, in input coordinates. */
  readonly hiddenLines: readonly (readonly [Place, Place][])[];
  /** Where z² is 0 in hidden space: W²₁₁ a₁ + W²₁₂ a₂ + b² = 0. */
  readonly outputLine: readonly [Place, Place][];
  /** Where the hidden layer puts places, and what is drawn of hidden space. */
  readonly toHidden: (places: readonly Place[]) => Place[];
  readonly window: Window;
}

/** The point that the reader follows. */
export type Probe = Omit<PointView, 'y' | 'wrong'> & { readonly z1: Place };

/** The part of the state that makes the network. */
export type Weights = Pick<State, 'f' | 'W1' | 'b1' | 'W2' | 'b2'>;

export function networkOf({ f, W1, b1, W2, b2 }: Weights): Network {
  const network = new Network({
    sizes: [2, 2, 1],
    activations: [f, 'sigmoid'],
    loss: 'binaryCrossEntropy',
  });
  network.layer(1).W.copyFrom(Matrix.from(W1));
  network.layer(1).b.copyFrom(Matrix.column(b1));
  network.layer(2).W.copyFrom(Matrix.from(W2));
  network.layer(2).b.copyFrom(Matrix.column(b2));
  return network;
}

const placeIn = (M: Matrix, s: number): Place => [M.at(0, s), M.at(1, s)];
const inputWindow: Window = { low: [low, low], size: high - low };

/** The followed point on its way through the network. */
export function follow(state: Weights & Pick<State, 'x'>): Probe {
  const network = networkOf(state);
  const x: Place = [state.x[0]!, state.x[1]!];
  network.forward(Matrix.column([...x]));
  const [one, two] = [network.layer(1), network.layer(2)];
  const [z1, a1] = [placeIn(one.z, 0), placeIn(one.a, 0)];
  return { x, z1, a1, z2: two.z.at(0, 0), a2: two.a.at(0, 0) };
}

/** Costs some thousand passes through the network: to be kept while the weights stay. */
export function model(weights: Weights): Model {
  const network = networkOf(weights);
  const last = network.layer(2);

  network.forward(X);
  const points = [0, 1, 2, 3].map((s): PointView => {
    const [z2, y] = [last.z.at(0, s), Y.at(0, s)];
    const [x, a1, a2] = [placeIn(X, s), placeIn(network.a(1), s), last.a.at(0, s)];
    return { x, a1, z2, a2, y, wrong: z2 > 0 !== (y === 1) };
  });

  network.forward(gridX);
  const field = Array.from(last.z.data);
  const images = network.a(1).clone();

  const at = (x: Place): void => void network.forward(Matrix.column([...x]));
  const window = windowAround(images);
  network.forward(planeX);
  const sums = network.layer(1).z.toRows();
  const level = (place: Place): number => {
    at(place);
    return last.z.at(0, 0);
  };
  return {
    points,
    wrong: points.filter(({ wrong }) => wrong).length,
    fewest: fewestWrong(points.map(({ a1, y }) => ({ at: a1, y }))),
    area: positivePieces(field, grid, level),
    border: zeroLine(field, grid, level),
    hiddenLines: sums.map((values) => zeroLine(values, plane)),
    outputLine: straight(weights, window),
    toHidden: (places) => {
      network.forward(Matrix.from([places.map(([x]) => x), places.map(([, y]) => y)]));
      return places.map((_, s) => placeIn(network.a(1), s));
    },
    window,
  };
}

/** A square around all places that the drawn plane goes to, with a little room. */
function windowAround(images: Matrix): Window {
  const rows = images.toRows().map((row) => [Math.min(...row), Math.max(...row)] as const);
  const size = 1.16 * Math.max(1e-3, ...rows.map(([least, most]) => most - least));
  const [one, two] = rows.map(([least, most]) => (least + most - size) / 2);
  return { low: [one!, two!], size };
}

/** The output unit's line inside a window; nothing where it passes by. */
function straight({ W2, b2 }: Weights, { low: [x, y], size }: Window): [Place, Place][] {
  const one: Grid = { low: 0, high: 1, cells: 1 };
  const unit = corners(one);
  const values = Array.from(
    { length: unit.cols },
    (_, s) =>
      W2[0]![0]! * (x + size * unit.at(0, s)) + W2[0]![1]! * (y + size * unit.at(1, s)) + b2[0]!,
  );
  return zeroLine(values, one).map(
    ([p, q]) =>
      [
        [x + size * p[0], y + size * p[1]],
        [x + size * q[0], y + size * q[1]],
      ] as const,
  ) as [Place, Place][];
}

const between = (p: number, q: number, t: number): number => p + t * (q - p);

/** A place on its way into hidden space, in fractions of the drawing: fold 0 … 1. */
export function onTheWay(
  [x, y]: Place,
  [u, v]: Place,
  { low: hidden, size }: Window,
  fold: number,
): Place {
  const { low: plane, size: side } = inputWindow;
  const width = between(side, size, fold);
  const from = [between(plane[0], hidden[0], fold), between(plane[1], hidden[1], fold)] as const;
  return [(between(x, u, fold) - from[0]) / width, (between(y, v, fold) - from[1]) / width];
}

/** Gradient descent on the four points, starting from the present weights. */
export function learn(state: State): State {
  const network = networkOf(state);
  for (let n = 0; n < stepsPerPress; n++) {
    network.forward(X);
    network.backward(Y);
    network.sgdStep(alpha);
  }
  return { ...state, ...weightsOf(network) };
}

/** The next start: normal weights of the next seed, to two decimals. */
export function startAfresh(state: State): State {
  const seed = (state.seed % 9999) + 1;
  const network = networkOf(state);
  const normal = { kind: 'normal', sigma: 1 } as const;
  initialise(network, { weights: normal, biases: normal }, new Random(seed));
  const rounded = weightsOf(network, (value) => Number(value.toFixed(2)));
  return { ...state, ...rounded, seed };
}

/** Weights stay within the figure's bounds. */
function weightsOf(network: Network, also: (value: number) => number = (value) => value) {
  const tidy = (value: number): number => also(Math.min(bound, Math.max(-bound, value)));
  const [one, two] = [network.layer(1), network.layer(2)];
  return {
    W1: one.W.toRows().map((row) => row.map(tidy)),
    b1: one.b.toColumn().map(tidy),
    W2: two.W.toRows().map((row) => row.map(tidy)),
    b2: two.b.toColumn().map(tidy),
  };
}
