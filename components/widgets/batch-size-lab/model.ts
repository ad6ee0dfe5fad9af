import type { Run } from '@components/figure/run';
import { boundedNumber, wholeNumber } from '@components/figure/schema';
import { initialise, Matrix, moons, Network, Random } from '@engine';
import * as v from 'valibot';

/** Samples of the data set; the last batch size is all of them. */
export const samples = 96;
export const sizes = [1, 8, 32, samples] as const;
export const mostEpochs = 60;
/** What the loss is plotted over. */
export const axes = ['epochs', 'updates', 'time'] as const;
export const rules = ['same', 'linear'] as const;
/** The batch for which the linear rule has α itself. */
const reference = 8;

export const schema = v.object({
  alpha: boundedNumber(0.01, 2),
  /** The same α for all, or α times the batch size over 8. */
  rule: v.picklist(rules),
  axis: v.picklist(axes),
  seed: wholeNumber(1, 9999),
  /** Epochs done. */
  step: wholeNumber(0, mostEpochs),
});
export type State = v.InferOutput<typeof schema>;

export const first: State = { alpha: 0.3, rule: 'same', axis: 'epochs', seed: 5, step: 12 };

/** The learning rate of a batch size. */
export const alphaOf = ({ alpha, rule }: State, size: number): number =>
  rule === 'same' ? alpha : (alpha * size) / reference;

/** The network at its start, and the data. */
export function begin({ seed }: State) {
  const network = new Network({
    sizes: [2, 8, 1],
    activations: ['tanh', 'sigmoid'],
    loss: 'binaryCrossEntropy',
  });
  initialise(
    network,
    { weights: { kind: 'xavier', form: 'uniform' } },
    new Random(`start/${seed}`),
  );
  return { network, ...moons({ samples, noise: 0.2, seed: `moons/${seed}` }) };
}

/** The order of the samples in each epoch, the same for every batch size. */
export function orders({ seed }: State, epochs: number): number[][] {
  const random = new Random(`order/${seed}`);
  return Array.from({ length: epochs }, () =>
    random.shuffle(Array.from({ length: samples }, (_, s) => s)),
  );
}

/** Some columns of a matrix. */
function columns(M: Matrix, which: readonly number[]): Matrix {
  return Matrix.from(M.toRows().map((row) => which.map((s) => row[s]!)));
}

/** One network in training with its own batch size. */
export class Learner {
  /** Loss over all samples after epoch 0, 1, …. */
  readonly losses: number[] = [];
  /** Milliseconds of updates after each epoch, as this browser took them. */
  readonly times: number[] = [0];
  /** Where two of the weights are after every update: the noise of the path, to look at. */
  readonly path: [number, number][] = [];
  diverged = false;
  readonly alpha: number;
  /** Updates in an epoch. */
  readonly perEpoch: number;
  /** ‖g_batch − ḡ‖, its root mean square over the batches, at the start of each epoch done. */
  readonly noises: number[] = [];
  /** ‖ḡ‖, the gradient of all samples, at the start of each epoch done. */
  readonly norms: number[] = [];
  private readonly begun: ReturnType<typeof begin>;

  constructor(
    state: State,
    readonly size: number,
  ) {
    this.begun = begin(state);
    this.alpha = alphaOf(state, size);
    this.perEpoch = Math.ceil(samples / size);
    this.mark();
    this.losses.push(this.lossOfAll());
  }

  /** One pass through the samples in this order, one update a batch. */
  epoch(order: readonly number[]): void {
    if (this.diverged) return;
    const { network, X, Y } = this.begun;
    const batches = [];
    for (let from = 0; from < samples; from += this.size) {
      const which = order.slice(from, from + this.size);
      batches.push({ X: columns(X, which), Y: columns(Y, which) });
    }
    this.lookAt(batches);
    const began = now();
    for (const batch of batches) {
      network.forward(batch.X);
      network.backward(batch.Y);
      network.sgdStep(this.alpha);
      this.mark();
    }
    this.times.push(this.times.at(-1)! + now() - began);
    const loss = this.lossOfAll();
    this.losses.push(loss);
    this.diverged = !(loss < 1e3);
  }

  private lossOfAll(): number {
    const { network, X, Y } = this.begun;
    network.forward(X);
    return network.loss(Y);
  }

  private mark(): void {
    const { data } = this.begun.network.layer(2).W;
    this.path.push([data[0]!, data[1]!]);
  }

  private gradient(X: Matrix, Y: Matrix): number[] {
    const { network } = this.begun;
    network.forward(X);
    network.backward(Y);
    return network.parameters.flatMap(({ gradient }) => Array.from(gradient.data));
  }

  /** How large the gradients of these batches are, and how far from that of all samples. */
  private lookAt(batches: readonly { X: Matrix; Y: Matrix }[]): void {
    const all = this.gradient(this.begun.X, this.begun.Y);
    const squares = batches.map(({ X, Y }) =>
      this.gradient(X, Y).reduce((sum, one, k) => sum + (one - all[k]!) ** 2, 0),
    );
    const mean = squares.reduce((p, q) => p + q, 0) / squares.length;
    this.noises.push(Math.sqrt(mean));
    this.norms.push(Math.hypot(...all));
  }
}

const now = (): number => performance.now();

/** The same network four times, each with its own batch size, epoch by epoch. */
export class Lab implements Run {
  step = 0;
  readonly learners: readonly Learner[];
  private readonly order: readonly number[][];

  /** @param ahead epochs to do at once, so that the first drawing shows them */
  constructor(state: State, ahead = 0) {
    this.learners = sizes.map((size) => new Learner(state, size));
    this.order = orders(state, mostEpochs);
    while (this.step < ahead) this.advance();
  }

  get ended(): boolean {
    return this.step >= mostEpochs;
  }

  advance(): void {
    for (const learner of this.learners) learner.epoch(this.order[this.step]!);
    this.step++;
  }
}

/** What a run depends on: all but how far it has gone and what it is plotted over. */
export const keyOf = ({ step: _, axis: __, ...rest }: State): string => JSON.stringify(rest);

/** The loss that the learners race to; the epoch and the updates after which each is under it. */
export const goal = 0.2;
export function reached({ losses, perEpoch }: Learner) {
  const epoch = losses.findIndex((loss) => loss <= goal);
  return epoch < 0 ? undefined : { epoch, updates: epoch * perEpoch };
}
