import { boundedNumber } from '@components/figure/schema';
import { activation, type ElementwiseName } from '@engine';
import * as v from 'valibot';

/** The functions that can be drawn, in the order of the chapter. */
export const functionNames = [
  'sigmoid',
  'tanh',
  'relu',
  'leakyRelu',
  'elu',
  'gelu',
  'silu',
] as const satisfies readonly ElementwiseName[];

export type FunctionName = (typeof functionNames)[number];

const name = v.picklist(functionNames);
const other = v.picklist(['none', ...functionNames]);

/** Up to three functions over one axis; the first carries the tangent and the shading. */
export const schema = v.object({
  f: name,
  g: other,
  h: other,
  /** Where the tangent touches. */
  z: boundedNumber(-6, 6),
  /** ReLU′(0). */
  atZero: v.picklist([0, 1]),
  /** κ of Leaky ReLU. */
  kappa: boundedNumber(0.01, 0.5),
});

export type State = v.InferOutput<typeof schema>;

export const first: State = {
  f: 'sigmoid',
  g: 'relu',
  h: 'none',
  z: 4,
  atZero: 0,
  kappa: 0.1,
};

/** The axis of sums. */
export const range = { min: -6, max: 6 } as const;

/** One function at one place. */
export interface At {
  readonly name: FunctionName;
  /** f(z). */
  readonly value: number;
  /** f′(z): also the share of the blame that arrives which is passed on. */
  readonly slope: number;
}

/** A stretch of the axis. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Curve {
  readonly name: FunctionName;
  readonly values: readonly (readonly [z: number, a: number])[];
  /** Broken where the slope jumps, at 0 of ReLU and Leaky ReLU. */
  readonly slopes: readonly (readonly (readonly [z: number, slope: number])[])[];
}

export interface Model {
  /** The functions shown, each once, the first in front. */
  readonly at: readonly At[];
  readonly curves: readonly Curve[];
  /** The largest slope of the first function. */
  readonly steepest: number;
  /** Where the slope of the first function is less than a tenth of its largest. */
  readonly flat: readonly Stretch[];
  /** Whether z lies in such a stretch. */
  readonly isFlat: boolean;
  /** The first function has no derivative here: what stands in `at` is a convention. */
  readonly byConvention: boolean;
}

/** A slope counts as small under this share of the function's largest. */
export const smallShare = 0.1;

const steps = 240;
const grid = Array.from(
  { length: steps + 1 },
  (_, i) => range.min + ((range.max - range.min) * i) / steps,
);

const functionOf = (f: FunctionName, { atZero, kappa }: Pick<State, 'atZero' | 'kappa'>) =>
  activation(f, { reluAtZero: atZero, leakySlope: kappa });

/** The functions of a state, each once. */
export const shown = ({ f, g, h }: State): FunctionName[] => [
  ...new Set([f, g, h].filter((one): one is FunctionName => one !== 'none')),
];

/** Functions whose slope jumps at 0. */
const hasKink = (f: FunctionName): boolean => f === 'relu' || f === 'leakyRelu';

/** Everything the figure shows, from the engine's functions. */
export function model(state: State): Model {
  const names = shown(state);
  const [front] = names as [FunctionName];
  const lead = functionOf(front, state);
  const slopes = grid.map((z) => Math.abs(lead.derivative(z)));
  const steepest = Math.max(...slopes);
  const small = (slope: number): boolean => Math.abs(slope) < smallShare * steepest;
  const at = names.map((name): At => {
    const f = functionOf(name, state);
    return { name, value: f.value(state.z), slope: f.derivative(state.z) };
  });
  return {
    at,
    curves: names.map((name) => curveOf(name, state)),
    steepest,
    flat: stretches(slopes.map(small)),
    isFlat: small(lead.derivative(state.z)),
    byConvention: hasKink(front) && state.z === 0,
  };
}

function curveOf(name: FunctionName, state: State): Curve {
  const f = functionOf(name, state);
  const slopesOn = (zs: readonly number[]) => zs.map((z) => [z, f.derivative(z)] as const);
  const near = 1e-9;
  return {
    name,
    values: grid.map((z) => [z, f.value(z)] as const),
    slopes: hasKink(name)
      ? [
          slopesOn([...grid.filter((z) => z < 0), -near]),
          slopesOn([near, ...grid.filter((z) => z > 0)]),
        ]
      : [slopesOn(grid)],
  };
}

/** The stretches of the grid on which a test holds, half a step wider at either end. */
function stretches(holds: readonly boolean[]): Stretch[] {
  const half = (range.max - range.min) / steps / 2;
  const found: { from: number; to: number }[] = [];
  holds.forEach((yes, i) => {
    if (!yes) return;
    const z = grid[i]!;
    const last = found.at(-1);
    if (last && i > 0 && holds[i - 1]) last.to = Math.min(range.max, z + half);
    else found.push({ from: Math.max(range.min, z - half), to: Math.min(range.max, z + half) });
  });
  return found;
}

/** f′(z) and the two-sided difference beside it. */
export function compare(state: State) {
  const f = functionOf(state.f, state);
  const epsilon = 1e-5;
  return {
    backprop: f.derivative(state.z),
    numeric: (f.value(state.z + epsilon) - f.value(state.z - epsilon)) / (2 * epsilon),
    epsilon,
  };
}
