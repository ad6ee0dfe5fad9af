import { boundedNumber, wholeNumber } from '@components/figure/schema';
import {
  finiteDifference,
  type InitialiserSpec,
  initialise,
  Matrix,
  matmulTN,
  Network,
  Random,
  relativeError,
  scale,
} from '@engine';
import * as v from 'valibot';

export const kinds = ['constant', 'normal', 'xavier', 'he'] as const;
export const functions = ['tanh', 'relu', 'sigmoid'] as const;

/** Ten layers, by turns of 100 and 60 units, so that inputs and outputs of a layer never agree. */
export const sizes = [60, 100, 60, 100, 60, 100, 60, 100, 60, 100, 60] as const;
export const depth = sizes.length - 1;
export const samples = 40;

/** log₁₀ σ goes that far. */
export const sigmas = [-3, 0.5] as const;

export const schema = v.object({
  kind: v.picklist(kinds),
  /** log₁₀ of the standard deviation of the weights, for `normal`. */
  sigma: boundedNumber(...sigmas),
  /** Every weight, for `constant`. */
  value: boundedNumber(-0.5, 0.5),
  f: v.picklist(functions),
  seed: wholeNumber(1, 999),
});

export type State = v.InferOutput<typeof schema>;

export const first: State = { kind: 'normal', sigma: -2, value: 0.1, f: 'tanh', seed: 1 };

/** What the engine is asked for. The Xavier form is the uniform one, that of He the normal one. */
function specOf({ kind, sigma, value }: State): InitialiserSpec {
  switch (kind) {
    case 'constant':
      return { kind, value };
    case 'normal':
      return { kind, sigma: 10 ** sigma };
    case 'xavier':
      return { kind, form: 'uniform' };
    case 'he':
      return { kind, form: 'normal' };
  }
}

/** The variance that the weights of layer l are drawn with. */
export function varianceOf(state: State, l: number): number {
  const [inputs, outputs] = [sizes[l - 1]!, sizes[l]!];
  switch (state.kind) {
    case 'constant':
      return 0;
    case 'normal':
      return 10 ** (2 * state.sigma);
    case 'xavier':
      return 2 / (inputs + outputs);
    case 'he':
      return 2 / inputs;
  }
}

/**
 * By what layer l multiplies variances, forward and back, with f taken for a straight line of slope
 * 1, or for ReLU. Eqs. pi-variance-z, pi-backward-variance, pi-relu-layer.
 */
export function factors(state: State, l: number): { ahead: number; back: number } {
  const passes = state.f === 'relu' ? 0.5 : 1;
  const variance = varianceOf(state, l);
  return { ahead: passes * sizes[l - 1]! * variance, back: passes * sizes[l]! * variance };
}

/** Numbers of one kind in one layer, over all units and samples. */
export interface Spread {
  /** Standard deviation. */
  readonly std: number;
  /** How many fall into each of `bins` equal parts of `range`; the outer ones hold all beyond. */
  readonly counts: readonly number[];
}

export interface LayerView {
  readonly number: number;
  readonly inputs: number;
  readonly units: number;
  readonly a: Spread;
  readonly delta: Spread;
  /** Share of activations in the flat parts of tanh or sigmoid: within 0.05 of an end. */
  readonly saturated: number;
  /** Units that differ from each other in at least one sample. */
  readonly different: number;
}

export interface Model {
  readonly layers: readonly LayerView[];
}

export const bins = 21;
/** What the histograms show: activations by function, errors of any. */
export const ranges = {
  tanh: [-1, 1],
  relu: [0, 3],
  sigmoid: [0, 1],
  delta: [-2, 2],
} as const satisfies Record<string, readonly [number, number]>;

/** What a seed decides, whatever the state: a drag of σ draws nothing anew. */
export interface Drawn {
  readonly X: Matrix;
  /** ∂L/∂a of the last layer: the loss is Σ G a, with a slope of its own for every output. */
  readonly G: Matrix;
  /** W of layers 1 … 10 for `normal` with σ = 1; any other σ is a factor before them. */
  readonly weights: readonly Matrix[];
}

export function draw(seed: number): Drawn {
  const standard = untrained('tanh');
  const random = new Random(seed);
  initialise(standard, { weights: { kind: 'normal', sigma: 1 } }, random.split('weights'));
  return {
    X: standardNormal(sizes[0], random.split('inputs')),
    G: standardNormal(sizes[depth]!, random.split('signal')),
    weights: Array.from({ length: depth }, (_, i) => standard.layer(i + 1).W),
  };
}

const untrained = (f: State['f']): Network =>
  new Network({ sizes, activations: Array(depth).fill(f), loss: 'squaredError' });

/** The network at its start, with inputs and the signal that is sent back. */
export function build(state: State, { X, G, weights }: Drawn = draw(state.seed)) {
  const network = untrained(state.f);
  const spec = specOf(state);
  if (spec.kind === 'normal') {
    for (const [i, W] of weights.entries()) scale(W, spec.sigma, network.layer(i + 1).W);
  } else {
    initialise(network, { weights: spec }, new Random(state.seed).split('weights'));
  }
  return { network, X, G };
}

function standardNormal(rows: number, random: Random): Matrix {
  const M = Matrix.zeros(rows, samples);
  for (let k = 0; k < M.data.length; k++) M.data[k] = random.normal();
  return M;
}

/**
 * One pass forward, and one back from the given ∂L/∂a of the last layer. Eq. fb-delta-hidden. The
 * gradients of weights are left out but for the last layer: a third of the work, and not drawn.
 * @returns δ of layers 1 … 10
 */
export function run({ network, X, G }: ReturnType<typeof build>): readonly Matrix[] {
  network.forward(X);
  network.layer(depth).backward(G);
  let delta = network.layer(depth).delta;
  const deltas = [delta];
  for (let l = depth - 1; l >= 1; l--) {
    const { z, a, f } = network.layer(l);
    const dLda = matmulTN(network.layer(l + 1).W, delta);
    delta = Matrix.zeros(dLda.rows, dLda.cols);
    network.kernel.activateBackward(f!, dLda.data, z.data, a.data, delta.data);
    deltas.unshift(delta);
  }
  return deltas;
}

/** Runs the network once and looks at every layer. */
export function model(state: State, drawn?: Drawn): Model {
  const built = build(state, drawn);
  const deltas = run(built);
  const layers = Array.from({ length: depth }, (_, i): LayerView => {
    const { a, units } = built.network.layer(i + 1);
    return {
      number: i + 1,
      inputs: sizes[i]!,
      units,
      a: spread(a, ranges[state.f]),
      delta: spread(deltas[i]!, ranges.delta),
      saturated: saturatedShare(a, state.f),
      different: differentRows(a),
    };
  });
  return { layers };
}

function spread({ data }: Matrix, [low, high]: readonly [number, number]): Spread {
  const n = data.length;
  let sum = 0;
  for (const value of data) sum += value;
  const mean = sum / n;
  let squares = 0;
  const counts = new Array<number>(bins).fill(0);
  for (const value of data) {
    const off = value - mean;
    squares += off * off;
    const bin = Math.floor(((value - low) / (high - low)) * bins);
    counts[Math.min(bins - 1, Math.max(0, bin))]! += 1;
  }
  return { std: Math.sqrt(squares / n), counts };
}

function saturatedShare({ data }: Matrix, f: State['f']): number {
  if (f === 'relu') return 0;
  const [low, high] = ranges[f];
  let count = 0;
  for (const value of data) if (value < low + 0.05 || value > high - 0.05) count++;
  return count / data.length;
}

/** How many rows differ from each other, number by number. Rows part early, if they part at all. */
function differentRows({ rows, cols, data }: Matrix): number {
  const equal = (i: number, j: number): boolean => {
    for (let k = 0; k < cols; k++) {
      if (data[i * cols + k] !== data[j * cols + k]) return false;
    }
    return true;
  };
  const found: number[] = [];
  for (let i = 0; i < rows; i++) {
    if (!found.some((j) => equal(i, j))) found.push(i);
  }
  return found.length;
}

/** What became of a signal on its way through ten layers. */
export type Fate = 'dies' | 'fades' | 'kept' | 'explodes';
/** What else can be said about the activations. */
export type ForwardFate = Fate | 'saturates' | 'alike';

/** What the figure says: forward from layer 1 to 10, backward from 10 to 1. */
export function fates({ layers }: Model, { f }: State): { forward: ForwardFate; backward: Fate } {
  const [one, ten] = [layers[0]!, layers[depth - 1]!];
  const backward = fate(one.delta.std, ten.delta.std);
  if (layers.every(({ different }) => different === 1)) return { forward: 'alike', backward };
  if (f !== 'relu' && ten.saturated > 0.5) return { forward: 'saturates', backward };
  return { forward: fate(ten.a.std, one.a.std), backward };
}

function fate(end: number, start: number): Fate {
  if (end < 1e-3 * start || start === 0) return 'dies';
  if (end < 0.15 * start) return 'fades';
  return end > 30 * start ? 'explodes' : 'kept';
}

/** The gradient of layer 10 that is largest in size, by backpropagation and by ±ε. */
export function compareGradient(state: State, epsilon = 1e-5) {
  const built = build(state);
  run(built);
  const { W, dW } = built.network.layer(depth);
  let at = 0;
  for (let k = 0; k < dW.data.length; k++) {
    if (Math.abs(dW.data[k]!) > Math.abs(dW.data[at]!)) at = k;
  }
  const backprop = dW.data[at]!;
  const loss = (): number => {
    const a = built.network.forward(built.X);
    let sum = 0;
    for (let k = 0; k < a.data.length; k++) sum += a.data[k]! * built.G.data[k]!;
    return sum / samples;
  };
  const numeric = finiteDifference(loss, W, at, epsilon);
  return {
    row: Math.floor(at / W.cols) + 1,
    column: (at % W.cols) + 1,
    backprop,
    numeric,
    epsilon,
    relativeError: relativeError(backprop, numeric, 1e-12),
  };
}
