import type { Run } from '@components/figure/run';
import { boundedNumber, wholeNumber } from '@components/figure/schema';
import {
  accuracy,
  addL2Gradient,
  type DataSet,
  initialise,
  l2Penalty,
  Matrix,
  moons,
  Network,
  Optimiser,
  Random,
} from '@engine';
import * as v from 'valibot';

export const mostSteps = 3000;
/** Updates between two looks at both losses. */
const every = 10;
/** Units in each of the two hidden layers. */
export const width = 24;
export const validationSamples = 300;
/** Standard deviation of the noise that is added to each coordinate of a point. */
export const noise = 0.35;
export const alpha = 0.02;
export const beta = 0.9;

/** The λ that the slider offers. */
export const lambdas = [0, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1] as const;

/** What is trained, and how far: a run is the same to the bit for the same state. */
export const schema = v.object({
  /** p, the probability that dropout turns a hidden unit off. */
  rate: boundedNumber(0, 0.9),
  /** λ of λ Σ w². */
  lambda: boundedNumber(0, 0.1),
  /** Training samples. */
  samples: wholeNumber(10, 200),
  seed: wholeNumber(1, 9999),
  /** Updates done. */
  step: wholeNumber(0, mostSteps),
});
export type State = v.InferOutput<typeof schema>;

export const first: State = { rate: 0, lambda: 0, samples: 30, seed: 11, step: 600 };

/** The network of a state at the start, with its samples and those that it never trains on. */
export function begin({ rate, samples, seed }: State) {
  const dropout = rate > 0 ? { dropout: { rate } } : null;
  const network = new Network({
    sizes: [2, width, width, 1],
    activations: ['relu', 'relu', 'sigmoid'],
    loss: 'binaryCrossEntropy',
    extras: [dropout, dropout],
  });
  const random = new Random(`overfit-lab/${seed}`);
  initialise(network, { weights: { kind: 'he', form: 'normal' } }, random.split('start'));
  network.useRandom(random.split('masks'));
  // The first samples of one long list: more of them keeps those that were there.
  const all = moons({ samples: 200, noise, seed: `overfit-lab/${seed}` });
  const training: DataSet = { X: firstColumns(all.X, samples), Y: firstColumns(all.Y, samples) };
  const validation = moons({
    samples: validationSamples,
    noise,
    seed: `overfit-lab/${seed}/validation`,
  });
  return { network, training, validation };
}

const firstColumns = (M: Matrix, n: number): Matrix =>
  Matrix.from(M.toRows().map((row) => row.slice(0, n)));

/** Both losses after some updates: of the whole network, without dropout and without the penalty. */
export interface Look {
  readonly step: number;
  readonly training: number;
  readonly validation: number;
}

/** Gradient descent with momentum on all training samples at once, watched from both sides. */
export class Training implements Run {
  step = 0;
  readonly looks: Look[] = [];
  readonly begun: ReturnType<typeof begin>;
  private readonly optimiser: Optimiser;

  constructor(private readonly state: State) {
    this.begun = begin(state);
    const { network } = this.begun;
    this.optimiser = new Optimiser({ kind: 'momentum', beta }, network.parameters);
    this.look();
  }

  get ended(): boolean {
    return this.step >= mostSteps || !Number.isFinite(this.last.training);
  }

  get last(): Look {
    return this.looks.at(-1)!;
  }

  /** The look with the lowest validation loss so far. */
  get best(): Look {
    return this.looks.reduce((best, look) => (look.validation < best.validation ? look : best));
  }

  /** Shares of samples told right. */
  get accuracies(): { training: number; validation: number } {
    const { network, training, validation } = this.begun;
    const of = ({ X, Y }: DataSet): number => accuracy(network.forward(X), Y);
    return { training: of(training), validation: of(validation) };
  }

  /** λ Σ w² of the present weights. */
  get penalty(): number {
    return l2Penalty(this.begun.network.parameters, this.l2);
  }

  /** Every weight of the network; no biases. */
  get weights(): number[] {
    return this.begun.network.parameters.flatMap(({ decays, value }) =>
      decays ? Array.from(value.data) : [],
    );
  }

  advance(): void {
    const { network, training } = this.begun;
    network.forward(training.X, true);
    network.backward(training.Y);
    if (this.state.lambda > 0) addL2Gradient(network.parameters, this.l2);
    this.optimiser.step(alpha);
    this.step++;
    if (this.step % every === 0) this.look();
  }

  private get l2() {
    return { lambda: this.state.lambda, convention: 'whole' } as const;
  }

  private look(): void {
    const { network, training, validation } = this.begun;
    const of = ({ X, Y }: DataSet): number => {
      network.forward(X);
      return network.loss(Y);
    };
    this.looks.push({ step: this.step, training: of(training), validation: of(validation) });
  }
}

/** What of a state a run depends on: all but how far it has gone. */
export const keyOf = ({ step: _, ...rest }: State): string => JSON.stringify(rest);

/** What the two losses amount to. */
export type Verdict = 'diverged' | 'start' | 'overfits' | 'underfits' | 'close';

export function verdictOf({ step, last }: Training): Verdict {
  if (!Number.isFinite(last.training)) return 'diverged';
  if (step < every) return 'start';
  if (last.validation - last.training > 0.2) return 'overfits';
  return last.training > 0.45 ? 'underfits' : 'close';
}

/** The part of the plane that is drawn. */
export const frame = { x: [-2, 3], y: [-1.6, 2.1] } as const;

/** Cells of the grid along x and y on which the network is asked for the drawing. */
const cells = { x: 50, y: 37 };

type Place = readonly [x: number, y: number];

const spaced = ([low, high]: readonly [number, number], n: number): number[] =>
  Array.from({ length: n + 1 }, (_, i) => low + ((high - low) * i) / n);
const xs = spaced(frame.x, cells.x);
const ys = spaced(frame.y, cells.y);
/** The corners of all cells, 2 × corners, one row of them after the other. */
const grid = Matrix.from([ys.flatMap(() => xs), ys.flatMap((y) => xs.map(() => y))]);

/** Where the network says more than ½: pieces of area, as polygons in the plane. */
export function yesArea(network: Network): Place[][] {
  const { data } = network.forward(grid);
  const over = (i: number, j: number): number => data[j * xs.length + i]! - 0.5;
  const corner = (i: number, j: number): Corner => ({ at: [xs[i]!, ys[j]!], over: over(i, j) });
  const areas: Place[][] = [];
  for (let j = 0; j < cells.y; j++) {
    // Cells that are wholly inside are joined into one strip.
    let strip: number | undefined;
    const close = (end: number): void => {
      if (strip === undefined) return;
      const [left, right, low, high] = [xs[strip]!, xs[end]!, ys[j]!, ys[j + 1]!];
      areas.push([
        [left, low],
        [right, low],
        [right, high],
        [left, high],
      ]);
      strip = undefined;
    };
    for (let i = 0; i < cells.x; i++) {
      let inside = 0;
      for (let k = 0; k < 4; k++) if (over(i + (k & 1), j + (k >> 1)) > 0) inside++;
      if (inside === 4) {
        strip ??= i;
        continue;
      }
      close(i);
      if (inside === 0) continue;
      areas.push(cut([corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)]));
    }
    close(cells.x);
  }
  return areas;
}

/** A corner of a cell, and by how much the output there is over ½. */
interface Corner {
  readonly at: Place;
  readonly over: number;
}

/** The part of a cell where the output is over ½, with straight edges between its corners. */
function cut(corners: readonly Corner[]): Place[] {
  return corners.flatMap((corner, i): Place[] => {
    const next = corners[(i + 1) % corners.length]!;
    const here = corner.over > 0 ? [corner.at] : [];
    if (corner.over > 0 === next.over > 0) return here;
    const t = corner.over / (corner.over - next.over);
    const between = (k: 0 | 1): number => corner.at[k] + t * (next.at[k] - corner.at[k]);
    return [...here, [between(0), between(1)]];
  });
}

/** Width of a bar of the histogram, and how far from 0 its last bar reaches. */
export const bins = { width: 0.25, reach: 3 };

/** The share of the weights in each bar; what is larger than the reach counts in the outermost. */
export function histogram(weights: readonly number[]): number[] {
  const count = (2 * bins.reach) / bins.width;
  const shares = Array<number>(count).fill(0);
  for (const weight of weights) {
    const i = Math.floor((weight + bins.reach) / bins.width);
    shares[Math.min(count - 1, Math.max(0, i))]! += 1 / weights.length;
  }
  return shares;
}
