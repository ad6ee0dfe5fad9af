import type { Run } from '@components/figure/run';
import { boundedNumber, wholeNumber } from '@components/figure/schema';
import { finiteDifference, Matrix, Network, Random, relativeError } from '@engine';
import * as v from 'valibot';

/** Hidden units, each of which dropout may turn off. */
export const units = 4;
export const mostDraws = 2000;
export const forms = ['inverted', 'classic'] as const;
export const outputs = ['identity', 'sigmoid'] as const;

export const schema = v.object({
  /** p, the probability that a unit is turned off. */
  rate: boundedNumber(0, 0.9),
  /** Where the 1 − p goes. */
  form: v.picklist(forms),
  /** What the output unit does with its sum. */
  output: v.picklist(outputs),
  seed: wholeNumber(1, 9999),
  /** Masks drawn so far. */
  draws: wholeNumber(1, mostDraws),
  /** Units that the reader has switched after the last draw: one bit each. */
  hand: wholeNumber(0, 2 ** units - 1),
  pass: v.picklist(['forward', 'backward']),
});
export type State = v.InferOutput<typeof schema>;

export const first: State = {
  rate: 0.3,
  form: 'inverted',
  output: 'identity',
  seed: 10,
  draws: 60,
  hand: 0,
  pass: 'forward',
};

/** The one sample that the figure looks at. */
export const x = [0.8, 0.5];
export const y = 1;

const W1 = [
  [0.9, 0.6],
  [-0.4, 1.4],
  [1.2, -0.3],
  [0.5, 1.1],
];
const b1 = [0.1, 0.2, 0.1, -0.2];
const W2 = [[0.7, -0.9, 1.1, 0.4]];
const b2 = [0.2];
export const parameters = { W1, b1, W2, b2 };

/** The network of the figure, with dropout after its hidden layer. */
function networkOf({ rate, form, output }: State): Network {
  const network = new Network({
    sizes: [2, units, 1],
    activations: ['relu', output],
    loss: 'squaredError',
    extras: [{ dropout: { rate, form } }],
  });
  network.layer(1).W.copyFrom(Matrix.from(W1));
  network.layer(1).b.copyFrom(Matrix.column(b1));
  network.layer(2).W.copyFrom(Matrix.from(W2));
  network.layer(2).b.copyFrom(Matrix.column(b2));
  return network;
}

const input = Matrix.column(x);

/** One forward pass in training after the other, each with a mask of its own. */
export class Draws implements Run {
  step = 0;
  /** The output under every mask drawn so far, and the mean of the first n of them. */
  readonly outputs: number[] = [];
  readonly means: number[] = [];
  /** The last mask: bit k is 1 where unit k + 1 is off. */
  off = 0;
  private readonly network: Network;
  private squares = 0;

  constructor(state: State) {
    this.network = networkOf(state);
    this.network.useRandom(new Random(`dropout-visualizer/${state.seed}`));
  }

  get ended(): boolean {
    return this.step >= mostDraws;
  }

  get mean(): number {
    return this.means.at(-1) ?? Number.NaN;
  }

  /** Estimated standard deviation of the mean: s/√n. */
  get standardError(): number {
    const n = this.step;
    return n < 2 ? Number.NaN : Math.sqrt(Math.max(0, this.squares / (n - 1) / n));
  }

  advance(): void {
    const output = this.network.forward(input, true).at(0, 0);
    const { mask } = this.network.layer(1).dropout!;
    this.off = 0;
    for (let k = 0; k < units; k++) if (mask!.data[k] === 0) this.off |= 1 << k;
    const before = this.means.at(-1) ?? 0;
    this.step++;
    // Welford's running mean and sum of squares.
    const mean = before + (output - before) / this.step;
    this.squares += (output - before) * (output - mean);
    this.outputs.push(output);
    this.means.push(mean);
  }
}

/** What of a state the draws depend on. */
export const keyOf = ({ rate, form, output, seed }: State): string =>
  JSON.stringify([rate, form, output, seed]);

/** The network under one mask, run forward and backward with that mask kept. */
function under(state: State, off: number): Network {
  const network = networkOf(state);
  network.forward(input, true);
  network.keepMasks(true);
  const { mask } = network.layer(1).dropout!;
  const on = state.form === 'inverted' ? 1 / (1 - state.rate) : 1;
  for (let k = 0; k < units; k++) mask!.data[k] = (off >> k) & 1 ? 0 : on;
  network.forward(input, true);
  network.backward(Matrix.column([y]));
  return network;
}

/** One hidden unit under the mask, with 1 for on and 0 for off. */
export interface Unit {
  readonly r: 0 | 1;
  /** Its activation before the mask. */
  readonly a: number;
  /** What it sends on. */
  readonly sent: number;
  /** ∂L/∂ã: the gradient of what it sends. */
  readonly gradientSent: number;
  /** ∂L/∂a: the gradient of its activation, behind the mask. */
  readonly gradient: number;
}

export interface Model {
  readonly units: readonly Unit[];
  readonly output: number;
  /** What the network says when nothing is dropped. */
  readonly test: number;
  /** The mean over all masks, each with its probability. */
  readonly expected: number;
}

/** @param drawn the mask that was drawn last, as bits of units that are off */
export function model(state: State, drawn: number): Model {
  const network = under(state, drawn ^ state.hand);
  const [hidden, last] = [network.layer(1), network.layer(2)];
  const masked = network.a(1);
  // Every sum of the hidden layer is positive, so ReLU has slope 1 and δ¹ is ∂L/∂a.
  const list = Array.from({ length: units }, (_, k): Unit => {
    const off = ((drawn ^ state.hand) >> k) & 1;
    return {
      r: off ? 0 : 1,
      a: Math.max(0, hidden.z.at(k, 0)),
      sent: masked.at(k, 0),
      gradientSent: last.W.at(0, k) * last.delta.at(0, 0),
      gradient: hidden.delta.at(k, 0),
    };
  });
  const output = last.a.at(0, 0);
  const test = networkOf(state).forward(input).at(0, 0);
  return { units: list, output, test, expected: expectedOutput(state) };
}

/** The expected output in training: all 16 masks, weighted by their probabilities. */
export function expectedOutput(state: State): number {
  let sum = 0;
  for (let off = 0; off < 2 ** units; off++) {
    let probability = 1;
    for (let k = 0; k < units; k++) probability *= (off >> k) & 1 ? state.rate : 1 - state.rate;
    sum += probability * under(state, off).layer(2).a.at(0, 0);
  }
  return sum;
}

const epsilon = 1e-4;

/** ∂L/∂a of a unit, and the same by moving its activation through its bias, the mask kept. */
export function compare(state: State, drawn: number, k: number) {
  const network = under(state, drawn ^ state.hand);
  const backprop = network.layer(1).delta.at(k, 0);
  const numeric = finiteDifference(
    () => {
      network.forward(input, true);
      return network.loss(Matrix.column([y]));
    },
    network.layer(1).b,
    k,
    epsilon,
  );
  return { backprop, numeric, epsilon, relativeError: relativeError(backprop, numeric, 0) || 0 };
}
