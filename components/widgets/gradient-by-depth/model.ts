import type { Run } from '@components/figure/run';
import { boundedNumber, wholeNumber } from '@components/figure/schema';
import {
  type ClippingSpec,
  circles,
  clip,
  gradientNorm,
  type InitialiserSpec,
  initialise,
  Network,
  Random,
} from '@engine';
import * as v from 'valibot';

export const choosable = ['sigmoid', 'tanh', 'relu'] as const;
export const starts = ['xavier', 'he', 'small', 'large'] as const;
export const clippings = ['none', 'value', 'norm'] as const;

export const mostSteps = 1500;

/** What is trained, and how far: a run is the same to the bit for the same state. */
export const schema = v.object({
  f: v.picklist(choosable),
  /** Hidden layers. */
  depth: wholeNumber(1, 16),
  start: v.picklist(starts),
  clipping: v.picklist(clippings),
  /** What clipping limits the gradient to: each entry, or the norm of all. */
  limit: boundedNumber(0.01, 10),
  alpha: boundedNumber(0.01, 2),
  seed: wholeNumber(1, 9999),
  /** Updates done. */
  step: wholeNumber(0, mostSteps),
});
export type State = v.InferOutput<typeof schema>;

export const first: State = {
  f: 'sigmoid',
  depth: 10,
  start: 'xavier',
  clipping: 'none',
  limit: 1,
  alpha: 0.2,
  seed: 3,
  step: 0,
};

/** Units in each hidden layer, and samples: two rings in the plane. */
export const width = 10;
export const samples = 100;

/** Standard deviations of the two normal starts that fit no depth. */
export const sigmas = { small: 0.1, large: 1 } as const;

const initialisers: Record<State['start'], InitialiserSpec> = {
  xavier: { kind: 'xavier', form: 'uniform' },
  he: { kind: 'he', form: 'normal' },
  small: { kind: 'normal', sigma: sigmas.small },
  large: { kind: 'normal', sigma: sigmas.large },
};

/** A loss beyond this has left every bound. */
const tooLarge = 1e6;

/** The network of a state at the start, with its data. */
export function begin({ f, depth, start, seed }: State) {
  const network = new Network({
    sizes: [2, ...Array<number>(depth).fill(width), 1],
    activations: [...Array<State['f']>(depth).fill(f), 'sigmoid'],
    loss: 'binaryCrossEntropy',
  });
  initialise(network, { weights: initialisers[start] }, new Random(`gradient-by-depth/${seed}`));
  const data = circles({ samples, noise: 0.08, seed: `gradient-by-depth/${seed}` });
  return { network, ...data };
}

/** Full-batch gradient descent on the two rings, watched layer by layer. */
export class Training implements Run {
  step = 0;
  /** The loss was no longer a number that means something. */
  diverged = false;
  /** Mean loss before update 0, 1, … step. */
  readonly losses: number[] = [];
  /** ‖∂L/∂W^l‖ for l = 1 … L, before clipping. */
  norms: number[] = [];
  /** ‖g‖ of all parameters together, before clipping, at every step so far. */
  readonly totals: number[] = [];
  private readonly begun: ReturnType<typeof begin>;
  private readonly clipping: ClippingSpec | undefined;

  constructor(private readonly state: State) {
    const { clipping: kind, limit } = state;
    this.begun = begin(state);
    // With PyTorch's ε, so that “As PyTorch” prints the same digits.
    if (kind === 'value') this.clipping = { kind, limit };
    else if (kind === 'norm') this.clipping = { kind, limit, epsilon: 1e-6 };
    this.look();
  }

  get ended(): boolean {
    return this.diverged || this.step >= mostSteps;
  }

  get loss(): number {
    return this.losses.at(-1)!;
  }

  /** The share of samples on the right side of one half. */
  get accuracy(): number {
    const { network, X, Y } = this.begun;
    const A = network.forward(X);
    let right = 0;
    for (let s = 0; s < Y.cols; s++) right += A.at(0, s) >= 0.5 === (Y.at(0, s) === 1) ? 1 : 0;
    return right / Y.cols;
  }

  /** One update with the gradient that `norms` describes; then the next gradient. */
  advance(): void {
    const { network } = this.begun;
    if (this.clipping) clip(network.parameters, this.clipping, this.totals.at(-1)!);
    network.sgdStep(this.state.alpha);
    this.step++;
    this.look();
  }

  private look(): void {
    const { network, X, Y } = this.begun;
    network.forward(X);
    const loss = network.loss(Y);
    network.backward(Y);
    const total = gradientNorm(network.parameters);
    this.losses.push(loss);
    this.totals.push(total);
    this.norms = Array.from({ length: network.L }, (_, i) => norm(network.layer(i + 1).dW.data));
    this.diverged = !(loss < tooLarge && Number.isFinite(total));
  }
}

const norm = (entries: ArrayLike<number>): number => {
  let squares = 0;
  for (let k = 0; k < entries.length; k++) squares += entries[k]! ** 2;
  return Math.sqrt(squares);
};

/** What of a state a run depends on: all but how far it has gone. */
export const keyOf = ({ step: _, ...rest }: State): string => JSON.stringify(rest);

/** ‖∂L/∂W¹‖ ÷ ‖∂L/∂W^L‖. */
export const ratioOf = ({ norms }: Training): number => norms[0]! / norms.at(-1)!;

/** What the present gradient and the losses so far amount to. */
export type Verdict = 'diverged' | 'learned' | 'vanishes' | 'plain' | 'explodes' | 'level';

export function verdictOf(training: Training): Verdict {
  if (training.diverged) return 'diverged';
  if (training.loss < 0.1) return 'learned';
  const ratio = ratioOf(training);
  if (!(ratio >= 1e-3)) return 'vanishes';
  const most = Math.max(...training.norms);
  if (most < 1e-4) return 'plain';
  return most > 100 ? 'explodes' : 'level';
}
