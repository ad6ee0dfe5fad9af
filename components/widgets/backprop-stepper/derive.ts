import {
  type ActivationName,
  finiteDifference,
  Matrix,
  Network,
  relativeError,
  type TraceStep,
  trace,
} from '@engine';
import { learnedBound, mostRounds, type State, sizesOf } from './state';

/** Where a step belongs: what the scrubber is coloured by and what “jump to” offers. */
export interface Stretch {
  readonly phase: 'forward' | 'loss' | 'backward' | 'gradient';
  readonly layer: number;
  /** Index of its first step. */
  readonly start: number;
  readonly length: number;
}

export interface Derived {
  readonly sizes: readonly number[];
  readonly activations: readonly ActivationName[];
  /** Every scalar step, forward and backward. */
  readonly steps: readonly TraceStep[];
  readonly stretches: readonly Stretch[];
  /** Loss of the present sample, and the mean over all of them. */
  readonly loss: number;
  readonly meanLoss: number;
  /** Every number is finite. */
  readonly finite: boolean;
}

/** f of every layer: cross-entropy brings softmax to the output. */
export const activationsOf = ({ activations, loss }: State): ActivationName[] =>
  loss === 'softmaxCrossEntropy' ? [...activations.slice(0, -1), 'softmax'] : [...activations];

/** The engine's network with the state's parameters. */
export function networkOf(state: State): Network {
  const network = new Network({
    sizes: sizesOf(state),
    activations: activationsOf(state),
    loss: state.loss,
  });
  state.W.forEach((rows, i) => {
    network.layer(i + 1).W.copyFrom(Matrix.from(rows));
    network.layer(i + 1).b.copyFrom(Matrix.column(state.b[i]!));
  });
  return network;
}

/** Everything the figure shows of a state's network, computed by the engine. */
export function derive(state: State): Derived {
  const network = networkOf(state);
  const { x, y } = state.samples[state.sample]!;
  const steps = trace(network, x, y);
  const meanLoss = meanLossOf(network, state);
  return {
    sizes: sizesOf(state),
    activations: activationsOf(state),
    steps,
    stretches: stretchesOf(steps),
    loss: steps.find(({ kind }) => kind === 'loss')!.value,
    meanLoss,
    finite: Number.isFinite(meanLoss) && steps.every(({ value }) => Number.isFinite(value)),
  };
}

function meanLossOf(network: Network, { samples }: State): number {
  const losses = samples.map(({ x, y }) => {
    network.forward(Matrix.column(x));
    return network.loss(Matrix.column(y));
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

function stretchesOf(steps: readonly TraceStep[]): Stretch[] {
  const stretches: Stretch[] = [];
  steps.forEach(({ phase, layer }, start) => {
    if (phase === 'update') return;
    const last = stretches.at(-1);
    if (last?.phase === phase && last.layer === layer) {
      stretches[stretches.length - 1] = { ...last, length: last.length + 1 };
    } else stretches.push({ phase, layer, start, length: 1 });
  });
  return stretches;
}

export type Learned =
  | { readonly kind: 'learned'; readonly state: State }
  /** The parameters left all bounds at this round; the state before it still stands. */
  | { readonly kind: 'diverged'; readonly round: number };

/** Applies the update of the present sample, then of the next ones in turn, `rounds` times. */
export function learn(state: State, rounds: number): Learned {
  const network = networkOf(state);
  const losses = [...state.losses];
  let { sample } = state;
  for (let round = 1; round <= rounds; round++) {
    losses.push(meanLossOf(network, state));
    const { x, y } = state.samples[sample]!;
    network.forward(Matrix.column(x));
    network.backward(Matrix.column(y));
    network.sgdStep(state.alpha);
    const fine = network.parameters.every(({ value }) =>
      value.data.every((number) => Math.abs(number) <= learnedBound),
    );
    if (!fine || !Number.isFinite(meanLossOf(network, state))) {
      return { kind: 'diverged', round: state.losses.length + round };
    }
    sample = (sample + 1) % state.samples.length;
  }
  return {
    kind: 'learned',
    state: {
      ...state,
      W: state.W.map((_, i) => network.layer(i + 1).W.toRows()),
      b: state.b.map((_, i) => network.layer(i + 1).b.toColumn()),
      sample,
      step: 0,
      losses: losses.slice(-mostRounds),
    },
  };
}

/** Values known after the first `count` steps, by symbol, layer and indices: `known('a', 1, 2)`. */
export function knownAfter(state: State, steps: readonly TraceStep[], count: number) {
  const values = new Map<string, number>();
  const { x } = state.samples[state.sample]!;
  x.forEach((value, i) => {
    values.set(`a 0 ${i + 1}`, value);
  });
  for (const { kind, layer, unit, from, value } of steps.slice(0, count)) {
    values.set(`${kind} ${layer} ${unit}${from ? ` ${from}` : ''}`, value);
  }
  return (kind: string, layer: number, unit: number, from?: number): number | undefined =>
    values.get(`${kind} ${layer} ${unit}${from ? ` ${from}` : ''}`);
}

/** A δ or gradient by ±ε: for δ and ∂L/∂b it is the bias that is wiggled, for ∂L/∂W the weight. */
export function compare(state: State, step: TraceStep) {
  const network = networkOf(state);
  const { x, y } = state.samples[state.sample]!;
  const [X, Y] = [Matrix.column(x), Matrix.column(y)];
  const { W, b } = network.layer(step.layer);
  const variable = step.kind === 'dW' ? W : b;
  const index = step.kind === 'dW' ? (step.unit - 1) * W.cols + step.from! - 1 : step.unit - 1;
  const epsilon = 1e-5;
  const loss = () => {
    network.forward(X);
    return network.loss(Y);
  };
  const numeric = finiteDifference(loss, variable, index, epsilon);
  return {
    backprop: step.value,
    numeric,
    epsilon,
    relativeError: relativeError(step.value, numeric),
  };
}
