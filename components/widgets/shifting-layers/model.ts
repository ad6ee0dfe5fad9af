import type { Run } from '@components/figure/run';
import { boundedNumber, wholeNumber } from '@components/figure/schema';
import { circles, type InitialiserSpec, initialise, type Matrix, Network, Random } from '@engine';
import * as v from 'valibot';

export const choosable = ['sigmoid', 'tanh', 'relu'] as const;

/** Hidden layers, units in each, and samples: two rings, all of them used in every update. */
export const depth = 5;
export const width = 8;
export const samples = 80;
export const mostSteps = 600;

/** Two networks that differ in batch normalisation alone, and how far they are trained. */
export const schema = v.object({
  f: v.picklist(choosable),
  alpha: boundedNumber(0.01, 20),
  seed: wholeNumber(1, 9999),
  /** The hidden layer and the unit in it that are looked at. */
  layer: wholeNumber(1, depth),
  unit: wholeNumber(1, width),
  /** Updates done. */
  step: wholeNumber(0, mostSteps),
});
export type State = v.InferOutput<typeof schema>;

export const first: State = { f: 'tanh', alpha: 1.5, seed: 4, layer: 3, unit: 5, step: 60 };

const starts: Record<State['f'], InitialiserSpec> = {
  sigmoid: { kind: 'xavier', form: 'uniform' },
  tanh: { kind: 'xavier', form: 'uniform' },
  relu: { kind: 'he', form: 'normal' },
};

/** One of the two networks at the start, with the data that both see. */
export function begin({ f, seed }: Pick<State, 'f' | 'seed'>, normalised: boolean) {
  const network = new Network({
    sizes: [2, ...Array<number>(depth).fill(width), 1],
    activations: [...Array<State['f']>(depth).fill(f), 'sigmoid'],
    loss: 'binaryCrossEntropy',
    extras: normalised ? Array.from({ length: depth }, () => ({ norm: { kind: 'batch' } })) : [],
  });
  initialise(network, { weights: starts[f] }, new Random(`shifting-layers/${seed}`));
  const data = circles({ samples, noise: 0.08, seed: `shifting-layers/${seed}` });
  return { network, ...data };
}

/** What a unit's activation function receives, over the batch. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

/** One of the two networks in training, watched unit by unit. */
export class Learner {
  /** Mean loss before update 0, 1, … step. */
  readonly losses: number[] = [];
  private readonly begun: ReturnType<typeof begin>;
  private readonly spreads: Spread[][] = [];

  constructor(state: Pick<State, 'f' | 'seed'>, normalised: boolean) {
    this.begun = begin(state, normalised);
    this.look();
  }

  get loss(): number {
    return this.losses.at(-1)!;
  }

  /** The inputs of f in that unit before every update so far. */
  history(layer: number, unit: number): Spread[] {
    const at = (layer - 1) * width + unit - 1;
    return this.spreads.map((units) => units[at]!);
  }

  /** γ and β of a unit, if the network has any. */
  scaleOf(layer: number, unit: number): { gamma: number; beta: number } | undefined {
    const { norm } = this.begun.network.layer(layer);
    return norm && { gamma: norm.gamma.data[unit - 1]!, beta: norm.beta.data[unit - 1]! };
  }

  advance(alpha: number): void {
    this.begun.network.sgdStep(alpha);
    this.look();
  }

  private look(): void {
    const { network, X, Y } = this.begun;
    network.forward(X, true);
    this.losses.push(network.loss(Y));
    this.spreads.push(
      Array.from({ length: depth }, (_, i) => rowSpreads(network.layer(i + 1).logits)).flat(),
    );
    network.backward(Y);
  }
}

/** Mean and standard deviation of every row. */
function rowSpreads({ data, rows, cols }: Matrix): Spread[] {
  return Array.from({ length: rows }, (_, i) => {
    let sum = 0;
    for (let k = i * cols; k < (i + 1) * cols; k++) sum += data[k]!;
    const mean = sum / cols;
    let squares = 0;
    for (let k = i * cols; k < (i + 1) * cols; k++) squares += (data[k]! - mean) ** 2;
    return { mean, deviation: Math.sqrt(squares / cols) };
  });
}

/** Both networks, update for update. */
export class Training implements Run {
  step = 0;
  readonly plain: Learner;
  readonly normalised: Learner;

  constructor(private readonly state: State) {
    this.plain = new Learner(state, false);
    this.normalised = new Learner(state, true);
  }

  get ended(): boolean {
    return this.step >= mostSteps || !Number.isFinite(this.plain.loss + this.normalised.loss);
  }

  advance(): void {
    this.plain.advance(this.state.alpha);
    this.normalised.advance(this.state.alpha);
    this.step++;
  }
}

/** What of a state a run depends on. */
export const keyOf = ({ f, alpha, seed }: State): string => JSON.stringify([f, alpha, seed]);

/** As good as learned. */
export const low = 0.1;

/** Which of the two has learned. */
export type Verdict = 'start' | 'both' | 'normalised' | 'plain' | 'neither';

export function verdictOf({ step, plain, normalised }: Training): Verdict {
  if (step === 0) return 'start';
  if (plain.loss < low) return normalised.loss < low ? 'both' : 'plain';
  return normalised.loss < low ? 'normalised' : 'neither';
}

/** The first update after which the loss is low, if there was one. */
export const lowAt = ({ losses }: Learner): number | undefined => {
  const n = losses.findIndex((loss) => loss < low);
  return n < 0 ? undefined : n;
};
