import { boundedNumber, wholeNumber } from '@components/figure/schema';
import { type ElementwiseName, float64Kernel, Random, sigmoid } from '@engine';
import * as v from 'valibot';

/** The functions that are timed, fastest family first. */
export const timedNames = [
  'relu',
  'leakyRelu',
  'sigmoid',
  'tanh',
  'silu',
  'elu',
] as const satisfies readonly ElementwiseName[];

export type TimedName = (typeof timedNames)[number];

/** How many values one timing applies a function to, and how many inputs a unit adds up. */
export const schema = v.object({
  /** log₁₀ of the number of values. */
  logCount: boundedNumber(3, 5.5),
  inputs: wholeNumber(1, 1000),
});

export type State = v.InferOutput<typeof schema>;

export const first: State = { logCount: 5, inputs: 256 };

/** Nanoseconds for one value of each function, and for one weighted sum of one input. */
export interface Timing {
  readonly functions: Readonly<Record<TimedName, number>>;
  readonly perInput: number;
}

/**
 * Measured once where this book was made, with `measure` below in Chromium 156 on one core of an AMD
 * EPYC; shown until the reader's own browser has been measured.
 */
export const recorded: Timing = {
  functions: { relu: 5, leakyRelu: 4.7, sigmoid: 11, tanh: 15.5, silu: 11.5, elu: 9.7 },
  perInput: 0.38,
};

/** Values to apply a function to: weighted sums from −4 to 4, the same on every machine. */
export function sums({ logCount }: Pick<State, 'logCount'>): Float64Array {
  const random = new Random('activation-speed');
  return Float64Array.from({ length: Math.round(10 ** logCount) }, () => random.uniform(-4, 4));
}

type Loop = (Z: Float64Array, A: Float64Array) => void;

/**
 * A = f(Z), each function in a loop of its own. The engine's one loop for all functions would show
 * what a call through a variable costs, and hide what the function does.
 */
export const loops: Readonly<Record<TimedName, Loop>> = {
  relu: (Z, A) => {
    for (let k = 0; k < A.length; k++) A[k] = Math.max(0, Z[k]!);
  },
  leakyRelu: (Z, A) => {
    for (let k = 0; k < A.length; k++) A[k] = Z[k]! > 0 ? Z[k]! : 0.01 * Z[k]!;
  },
  sigmoid: (Z, A) => {
    for (let k = 0; k < A.length; k++) A[k] = sigmoid(Z[k]!);
  },
  tanh: (Z, A) => {
    for (let k = 0; k < A.length; k++) A[k] = Math.tanh(Z[k]!);
  },
  silu: (Z, A) => {
    for (let k = 0; k < A.length; k++) A[k] = Z[k]! * sigmoid(Z[k]!);
  },
  elu: (Z, A) => {
    for (let k = 0; k < A.length; k++) A[k] = Z[k]! > 0 ? Z[k]! : Math.expm1(Z[k]!);
  },
};

/** Best of this many, so that a pause of the machine does not count. */
const repeats = 5;
/** Browsers round their clocks to a tenth of a millisecond: one timing lasts at least this long. */
const leastMilliseconds = 4;

/** Browsers run code slowly at first and translate it while it runs: milliseconds to wait for that. */
const warmUp = 30;

/** The shortest of several timings of `work`, in nanoseconds for each of its `count` values. */
function nanoseconds(count: number, clock: () => number, work: () => void): number {
  for (const from = clock(); clock() - from < warmUp; ) work();
  const timed = (times: number): number => {
    const from = clock();
    for (let n = 0; n < times; n++) work();
    return clock() - from;
  };
  let times = 1;
  while (timed(times) < leastMilliseconds) times *= 2;
  const best = Math.min(...Array.from({ length: repeats }, () => timed(times)));
  return (1e6 * best) / (count * times);
}

/** The layer whose weighted sums are timed, and its mini-batch. */
const layer = { units: 64, inputs: 256, m: 16 } as const;

/**
 * Times every function, and the weighted sums of a layer, one after the other; between two it hands
 * the page back for a moment.
 *
 * @param clock milliseconds, e.g. `performance.now`
 * @param pause between two functions
 */
export async function measure(
  state: State,
  clock: () => number,
  pause: () => Promise<void>,
): Promise<Timing> {
  const Z = sums(state);
  const A = new Float64Array(Z.length);
  const functions = {} as Record<TimedName, number>;
  for (const name of timedNames) {
    functions[name] = nanoseconds(Z.length, clock, () => loops[name](Z, A));
    await pause();
  }
  const { units, inputs, m } = layer;
  const W = new Float64Array(units * inputs).fill(0.25);
  const b = new Float64Array(units);
  const X = new Float64Array(inputs * m).fill(0.5);
  const sum = new Float64Array(units * m);
  const perInput = nanoseconds(units * inputs * m, clock, () =>
    float64Kernel.affine(units, inputs, m, W, b, X, sum),
  );
  return { functions, perInput };
}

export interface Row {
  readonly name: TimedName;
  /** Nanoseconds for one value. */
  readonly ns: number;
  /** How many times as long as ReLU. */
  readonly times: number;
}

export interface Model {
  readonly rows: readonly Row[];
  /** Nanoseconds for one weighted sum of that many inputs. */
  readonly sum: number;
  /** Share of the slowest function in the time for a unit: its sum and its activation. */
  readonly slowestShare: number;
  /** The slowest besides ReLU. */
  readonly slowest: TimedName;
  /** Share of ReLU. */
  readonly reluShare: number;
}

/** What a timing means for a unit with that many inputs. */
export function model({ inputs }: State, { functions, perInput }: Timing): Model {
  const rows = timedNames.map((name) => ({
    name,
    ns: functions[name],
    times: functions[name] / functions.relu,
  }));
  const sum = perInput * inputs;
  const share = (ns: number): number => ns / (ns + sum);
  const { name: slowest, ns } = rows.slice(1).reduce((p, q) => (q.ns > p.ns ? q : p));
  return { rows, sum, slowest, slowestShare: share(ns), reluShare: share(functions.relu) };
}
