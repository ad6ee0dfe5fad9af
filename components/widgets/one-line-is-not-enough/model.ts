import { fewestWrong } from '@components/figure/plane/best-line';
import {
  type Grid,
  type Place,
  piecesPath,
  positivePieces,
  segmentsPath,
  zeroLine,
} from '@components/figure/plane/region';
import { frames, high, least, low, middle, most, type State, stepsPerFrame } from './state';
import { type Frame, lineFrame, pointsOf, trained } from './training';

/** A straight line is exact in one cell; what a network draws bends. */
const gridOf = (by: State['by']): Grid => ({ low, high, cells: by === 'network' ? 28 : 1 });

export interface PointView {
  readonly at: Place;
  readonly y: number;
  readonly answer: 0 | 1;
  readonly wrong: boolean;
}

export interface Model {
  readonly points: readonly PointView[];
  /** The output's sum at each point. */
  readonly z: readonly number[];
  readonly wrong: number;
  /** The fewest that any straight line leaves wrong: exact, by trying all ways to divide. */
  readonly fewest: number;
  /** Paths of the part that is answered 1, and of its border. */
  readonly region: (place: (point: Place) => Place) => { area: string; border: string };
  readonly line: Frame['line'];
  readonly layers: Frame['layers'];
  /** Wrong points at every frame so far; empty for the reader's own line. */
  readonly history: readonly number[];
  /** Samples seen by the perceptron, or steps of the network. */
  readonly done: number;
}

/** W and b of the reader's line: W has length 1 and points to the side that says 1. */
export function handLine({ angle, shift }: Pick<State, 'angle' | 'shift'>): {
  W: readonly [number, number];
  b: number;
} {
  const radians = (angle * Math.PI) / 180;
  const W = [Math.cos(radians), Math.sin(radians)] as const;
  return { W, b: -(W[0] + W[1]) * middle - shift };
}

/** Where the reader's handle stands on the line: the foot of W, about which the line turns. */
export function footOf({ angle, shift, along }: Pick<State, 'angle' | 'shift' | 'along'>): Place {
  const [p, q] = handLine({ angle, shift }).W;
  return [middle + shift * p - along * q, middle + shift * q + along * p];
}

/** The line of a direction through a place, where its handle then stands. */
export function lineThrough(
  angle: number,
  [x, y]: Place,
): Pick<State, 'angle' | 'shift' | 'along'> {
  const [p, q] = handLine({ angle, shift: 0 }).W;
  const [dx, dy] = [within(x) - middle, within(y) - middle];
  return { angle, shift: tidy(p * dx + q * dy), along: tidy(p * dy - q * dx) };
}

const within = (value: number): number => Math.min(most, Math.max(least, value));
/** To three decimals, and no −0. */
const tidy = (value: number): number => Number(value.toFixed(3)) + 0;

/** The direction of a place seen from the foot, in whole degrees. */
export const angleTowards = ([fx, fy]: Place, [x, y]: Place): number =>
  Math.round((Math.atan2(y - fy, x - fx) * 180) / Math.PI);

export function model(state: State): Model {
  const grid = gridOf(state.by);
  const points = pointsOf(state.set);
  const byHand = state.by === 'hand';
  const run = byHand ? [] : trained(state, grid);
  const { W, b } = handLine(state);
  const frame = run.at(-1) ?? lineFrame(W, b, points, grid);
  const labelled = frame.z.map((z, s): PointView => {
    const answer = z > 0 ? 1 : 0;
    const y = points.Y.at(0, s);
    return { at: [points.X.at(0, s), points.X.at(1, s)], y, answer, wrong: answer !== y };
  });
  return {
    points: labelled,
    z: frame.z,
    wrong: frame.wrong,
    fewest: fewestOf(state.set, labelled),
    region: (place) => ({
      area: piecesPath(positivePieces(frame.field, grid), place),
      border: segmentsPath(zeroLine(frame.field, grid), place),
    }),
    line: frame.line,
    layers: frame.layers,
    history: run.map(({ wrong }) => wrong),
    done: Math.min(frames, state.frame) * (state.by === 'network' ? stepsPerFrame : 1),
  };
}

const known = new Map<State['set'], number>();

function fewestOf(set: State['set'], points: readonly PointView[]): number {
  const found = known.get(set) ?? fewestWrong(points);
  known.set(set, found);
  return found;
}
