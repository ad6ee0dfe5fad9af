import { boundedNumber, wholeNumber } from '@components/figure/schema';
import { type ElementwiseName, finiteDifference, Matrix, Network } from '@engine';
import * as v from 'valibot';

/** Steps of a run. */
export const steps = 200;
/** From this step on the inputs are shifted. */
export const shiftedFrom = 100;
/** The learning rate of every step after the first. */
export const usualRate = 0.3;

/** One unit is trained twice, with ReLU and with Leaky ReLU, from the same start. */
export const schema = v.object({
  /** The learning rate of the first step only. */
  firstRate: boundedNumber(0.1, 4),
  /** The step that is shown: 0 is the start. */
  at: wholeNumber(0, steps),
  /** κ of Leaky ReLU. */
  kappa: boundedNumber(0.01, 0.3),
  /** Added to every input from `shiftedFrom` on, as when the layer before has changed. */
  shift: boundedNumber(0, 2),
});

export type State = v.InferOutput<typeof schema>;

export const first: State = { firstRate: 2.5, at: 60, kappa: 0.1, shift: 0 };

/** The samples: eight inputs, and targets that a ReLU unit can reach exactly. */
export const data = {
  x: [-1.3, -1, -0.7, -0.2, 0.1, 0.5, 0.9, 1.2],
  y: [0, 0, 0, 0.18, 0.51, 0.95, 1.39, 1.72],
} as const;

/** Where both runs begin. */
export const start = { w: 0.6, b: 2 } as const;

export type UnitName = 'relu' | 'leakyRelu';
export const unitNames = ['relu', 'leakyRelu'] as const satisfies readonly ElementwiseName[];

/** The unit before a step. */
export interface Moment {
  readonly w: number;
  readonly b: number;
  readonly loss: number;
  readonly dw: number;
  readonly db: number;
  /** How many inputs reach the unit: their sums are positive. */
  readonly reached: number;
}

export interface Run {
  readonly name: UnitName;
  /** 0 … steps. */
  readonly moments: readonly Moment[];
}

/** The inputs as they are at a step. */
const inputsAt = (step: number, shift: number): number[] =>
  data.x.map((x) => x + (step >= shiftedFrom ? shift : 0));

const targets = Matrix.from([[...data.y]]);

/** The unit of a figure with these parameters. */
function unitWith(name: UnitName, kappa: number, w: number, b: number): Network {
  const network = new Network({
    sizes: [1, 1],
    activations: [name],
    loss: 'squaredError',
    activationOptions: { leakySlope: kappa },
  });
  network.layer(1).W.set(0, 0, w);
  network.layer(1).b.set(0, 0, b);
  return network;
}

/** Gradient descent on all eight samples at once. */
export function run(name: UnitName, { firstRate, kappa, shift }: Omit<State, 'at'>): Run {
  const network = unitWith(name, kappa, start.w, start.b);
  const { W, b, dW, db } = network.layer(1);
  const moments: Moment[] = [];
  for (let step = 0; step <= steps; step++) {
    network.forward(Matrix.from([inputsAt(step, shift)]));
    network.backward(targets);
    moments.push({
      w: W.at(0, 0),
      b: b.at(0, 0),
      loss: network.loss(targets),
      dw: dW.at(0, 0),
      db: db.at(0, 0),
      reached: network
        .layer(1)
        .z.toRows()[0]!
        .filter((z) => z > 0).length,
    });
    network.sgdStep(step === 0 ? firstRate : usualRate);
  }
  return { name, moments };
}

/** What there is to say of a unit at the present step. */
export type Fate =
  /** Inputs reach it, and always have. */
  | { readonly kind: 'alive' }
  /** No input reaches it, since this step; its gradient is exactly 0. */
  | { readonly kind: 'dead'; readonly since: number }
  /** No input reaches it, since this step, but it moves. */
  | { readonly kind: 'crawling'; readonly since: number }
  /** It was out of reach from one step to another and has come back. */
  | { readonly kind: 'back'; readonly from: number; readonly to: number };

export function fateOf({ moments }: Run, at: number): Fate {
  const now = moments[at]!;
  if (now.reached === 0) {
    let since = at;
    while (since > 0 && moments[since - 1]!.reached === 0) since--;
    return { kind: now.dw === 0 && now.db === 0 ? 'dead' : 'crawling', since };
  }
  const before = moments.slice(0, at);
  const last = before.findLastIndex(({ reached }) => reached === 0);
  if (last < 0) return { kind: 'alive' };
  let from = last;
  while (from > 0 && moments[from - 1]!.reached === 0) from--;
  return { kind: 'back', from, to: last + 1 };
}

export interface Model {
  readonly runs: readonly Run[];
  /** The inputs at the present step. */
  readonly x: readonly number[];
}

/** Both runs from start to end, and the present inputs. */
export const model = (state: State): Model => ({
  runs: unitNames.map((name) => run(name, state)),
  x: inputsAt(state.at, state.shift),
});

/** ∂L/∂w of a run at the present step, and the two-sided difference beside it. */
export function compare(name: UnitName, state: State) {
  const { w, b, dw } = run(name, state).moments[state.at]!;
  const network = unitWith(name, state.kappa, w, b);
  const X = Matrix.from([inputsAt(state.at, state.shift)]);
  const epsilon = 1e-5;
  const numeric = finiteDifference(
    () => {
      network.forward(X);
      return network.loss(targets);
    },
    network.layer(1).W,
    0,
    epsilon,
  );
  return { backprop: dw, numeric, epsilon };
}
