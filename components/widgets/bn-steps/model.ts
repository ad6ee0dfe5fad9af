import { boundedNumber, wholeNumber } from '@components/figure/schema';
import { BatchNorm, Matrix, Random } from '@engine';
import * as v from 'valibot';

/** Samples in the batch. */
export const m = 6;
/** Where a point can be dragged to. */
export const [lowest, highest] = [-5, 8];
/** The drawn axis; what lies beyond stops at its ends. */
export const axis = [-6, 9] as const;
export const mostBatches = 60;
export const modes = ['training', 'inference'] as const;
/** The rows: what comes in, centred, divided by the standard deviation, scaled and shifted. */
export const rows = ['z', 'centred', 'hat', 'out'] as const;
export type Row = (typeof rows)[number];

/** One unit's sums over a batch, what is learned, and how many batches came before. */
export const schema = v.object({
  z: v.pipe(v.array(boundedNumber(lowest, highest)), v.length(m)),
  gamma: boundedNumber(-3, 3),
  beta: boundedNumber(-3, 3),
  mode: v.picklist(modes),
  /** Batches that have gone into the running averages. */
  batches: wholeNumber(0, mostBatches),
  /** The row up to which is shown: 0 … 3. */
  at: wholeNumber(0, rows.length - 1),
  /** The sample that is looked at, from 1. */
  sample: wholeNumber(1, m),
  seed: wholeNumber(1, 9999),
});
export type State = v.InferOutput<typeof schema>;

export const first: State = {
  z: [-0.5, 0.6, 2, 3.1, 4.4, 7.2],
  gamma: 1.5,
  beta: 0.8,
  mode: 'training',
  batches: 20,
  at: 3,
  sample: 6,
  seed: 1,
};

/** What the running averages' batches are drawn from. */
const population = { mean: 2.5, deviation: 2.5 } as const;

/** The earlier batches, each of m sums. */
export function earlier({ batches, seed }: Pick<State, 'batches' | 'seed'>): number[][] {
  const random = new Random(`bn-steps/${seed}`);
  return Array.from({ length: batches }, () =>
    Array.from({ length: m }, () => random.normal(population.mean, population.deviation)),
  );
}

/** The engine's layer with its γ and β, after the earlier batches. */
export function layerOf(state: State): BatchNorm {
  const layer = new BatchNorm(1);
  layer.gamma.data[0] = state.gamma;
  layer.beta.data[0] = state.beta;
  for (const batch of earlier(state)) layer.forward(Matrix.from([batch]), true);
  return layer;
}

export interface Model {
  /** Of this batch. */
  readonly mean: number;
  readonly variance: number;
  /** Running averages after the earlier batches; this one has not gone into them. */
  readonly runningMean: number;
  readonly runningVariance: number;
  readonly epsilon: number;
  /** μ and √(σ² + ε) that the mode divides by. */
  readonly used: { readonly mean: number; readonly variance: number; readonly deviation: number };
  /** Each row's m numbers. */
  readonly values: Readonly<Record<Row, readonly number[]>>;
}

export function model(state: State): Model {
  const Z = Matrix.from([state.z]);
  const layer = layerOf(state);
  const [runningMean, runningVariance] = [
    layer.runningMean.at(0, 0),
    layer.runningVariance.at(0, 0),
  ];
  const { epsilon } = layer;
  // The batch's own statistics, whichever the mode uses; this pass also moves the averages.
  layer.forward(Z, true);
  const batch = { mean: layer.mean.at(0, 0), variance: varianceIn(layer) };
  const training = state.mode === 'training';
  if (!training) {
    layer.runningMean.data[0] = runningMean;
    layer.runningVariance.data[0] = runningVariance;
  }
  const out = layer.forward(Z, training);
  const mean = layer.mean.at(0, 0);
  return {
    ...batch,
    runningMean,
    runningVariance,
    epsilon,
    used: {
      mean,
      variance: training ? batch.variance : runningVariance,
      deviation: 1 / layer.inverseDeviation.at(0, 0),
    },
    values: {
      z: state.z,
      centred: state.z.map((z) => z - mean),
      hat: Array.from(layer.normalisedInput!.data),
      out: Array.from(out.data),
    },
  };
}

const varianceIn = (layer: BatchNorm): number =>
  Math.max(0, layer.inverseDeviation.at(0, 0) ** -2 - layer.epsilon);

/** The batch with one sum moved. */
export const moved = (state: State, sample: number, to: number): State => ({
  ...state,
  sample,
  z: state.z.with(sample - 1, Math.min(highest, Math.max(lowest, Math.round(to * 10) / 10))),
});

/** γ = √(σ² + ε) and β = μ of this batch, if the controls reach that far. */
export function undone(state: State): State | undefined {
  const { mean, variance, epsilon } = model({ ...state, mode: 'training' });
  const next = { ...state, gamma: Math.sqrt(variance + epsilon), beta: mean };
  return v.is(schema, next) ? next : undefined;
}

/** Whether a sample lies beyond the axis in one of the rows 0 … at. */
export const reachesBeyond = ({ values }: Model, at: number): boolean =>
  rows.slice(0, at + 1).some((row) => values[row].some((one) => one < axis[0] || one > axis[1]));

/** What there is to say about the picture. */
export type Verdict = 'same' | 'training' | 'inference' | 'young' | 'unborn';

export function verdictOf(state: State, { variance }: Model): Verdict {
  if (state.mode === 'training') return variance < 1e-9 ? 'same' : 'training';
  if (state.batches === 0) return 'unborn';
  return state.batches < 10 ? 'young' : 'inference';
}
