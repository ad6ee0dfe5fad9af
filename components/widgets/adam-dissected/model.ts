import { boundedNumber, numbers, wholeNumber } from '@components/figure/schema';
import { Matrix, Optimiser, type Parameter } from '@engine';
import * as v from 'valibot';

/** Steps of the figure: one gradient each. */
export const steps = 12;
/** The largest gradient that a bar can show, before the scale. */
export const largest = 3;
/** Where the parameter starts. */
export const start = 2;
/** Adam's ε, as everywhere. */
export const epsilon = 1e-8;

/** The gradients, Adam's constants, and the step that is looked at. */
export const schema = v.object({
  g: numbers(steps, steps, largest),
  /** All gradients are multiplied by ten to this power. */
  scale: wholeNumber(-3, 3),
  alpha: boundedNumber(0.001, 1),
  beta1: boundedNumber(0, 0.99),
  beta2: boundedNumber(0, 0.999),
  corrected: v.boolean(),
  t: wholeNumber(1, steps),
});
export type State = v.InferOutput<typeof schema>;

/** Sequences of gradients with a story. */
export const patterns = {
  mixed: [1.2, 0.8, 1.5, 0.9, -0.4, 1.1, 0.7, 1.3, -0.2, 0.9, 1.2, 0.6],
  steady: Array<number>(steps).fill(1.2),
  alternating: Array.from({ length: steps }, (_, i) => (i % 2 === 0 ? 1.5 : -1.5)),
  rare: [0, 0, 1.5, 0, 0, 0, 0, 1.5, 0, 0, 0, 0],
  shock: [0.3, 0.3, 0.3, 0.3, 2.8, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3],
} as const satisfies Record<string, readonly number[]>;
export type Pattern = keyof typeof patterns;

export const first: State = {
  g: [...patterns.mixed],
  scale: 0,
  alpha: 0.1,
  beta1: 0.9,
  beta2: 0.999,
  corrected: true,
  t: 2,
};

/** The pattern that the gradients are, if they are one. */
export const patternOf = ({ g }: State): Pattern | undefined =>
  (Object.keys(patterns) as Pattern[]).find((name) => patterns[name].every((x, i) => x === g[i]));

/** Everything that Adam has and does at one step. */
export interface Moment {
  readonly t: number;
  readonly g: number;
  /** The running means before and after this step. */
  readonly mBefore: number;
  readonly vBefore: number;
  readonly m: number;
  readonly v: number;
  /** What they are divided by: 1 − βᵗ, or 1 without correction. */
  readonly mShare: number;
  readonly vShare: number;
  readonly mHat: number;
  readonly vHat: number;
  /** How far the parameter moves: θ_t − θ_(t−1). */
  readonly move: number;
  readonly theta: number;
}

/** All steps, by the engine's own Adam. */
export function model(state: State): Moment[] {
  const { alpha, beta1, beta2, corrected } = state;
  const theta: Parameter = {
    name: 'theta',
    value: Matrix.column([start]),
    gradient: Matrix.column([0]),
    decays: false,
  };
  const spec = { kind: 'adam', beta1, beta2, epsilon, biasCorrection: corrected } as const;
  const optimiser = new Optimiser(spec, [theta]);
  return gradients(state).map((g, i): Moment => {
    const remembered = (name: string): number => optimiser.remembered(0, name)![0]!;
    const [before, mBefore, vBefore] = [theta.value.at(0, 0), remembered('m'), remembered('v')];
    theta.gradient.data[0] = g;
    optimiser.step(alpha);
    const t = i + 1;
    const [m, v2] = [remembered('m'), remembered('v')];
    const mShare = corrected ? 1 - beta1 ** t : 1;
    const vShare = corrected ? 1 - beta2 ** t : 1;
    return {
      ...{ t, g, mBefore, vBefore, m, v: v2, mShare, vShare },
      mHat: m / mShare,
      vHat: v2 / vShare,
      move: theta.value.at(0, 0) - before,
      theta: theta.value.at(0, 0),
    };
  });
}

/** The gradients as Adam gets them. */
export const gradients = ({ g, scale }: State): number[] => g.map((one) => one * 10 ** scale);
