import type { BatchNorm } from './layers/batch-norm';
import type { LayerNorm } from './layers/layer-norm';
import { type Grid, grid, operand, type PartTracer, type Recorder } from './trace-parts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Statistics of one unit over the batch, or of one sample over its units. */
interface Statistics {
  readonly mean: number;
  readonly inverse: number;
}

/** What batch and layer normalisation share: μ, σ² and 1/√(σ² + ε) of some numbers. */
function statisticsOf(
  values: readonly number[],
  epsilon: number,
  place: { readonly unit: number; readonly sample: number },
  record: Recorder,
): Statistics {
  const at = { phase: 'forward', ...place } as const;
  const n = values.length;
  const inputs = values.map((value, i) =>
    place.sample < 0
      ? operand('input', value, [place.unit], i)
      : operand('input', value, [i], place.sample),
  );
  const indices = place.unit < 0 ? [] : [place.unit];
  const own = (symbol: 'mean' | 'variance', value: number) =>
    operand(symbol, value, indices, place.sample);
  const mean = record({ ...at, kind: 'mean', value: sum(values) / n }, inputs);
  const squares = sum(values.map((value) => (value - mean) * (value - mean)));
  const variance = record({ ...at, kind: 'variance', value: squares / n }, [
    ...inputs,
    own('mean', mean),
  ]);
  const inverse = record(
    { ...at, kind: 'inverseDeviation', value: 1 / Math.sqrt(variance + epsilon) },
    [own('variance', variance), operand('epsilon', epsilon, [])],
  );
  return { mean, inverse };
}

/** x̂ = (x − μ) / √(σ² + ε) and γ x̂ + β, each number by the statistics that belong to it. */
function normalise(
  x: Grid,
  { gamma, beta }: BatchNorm | LayerNorm,
  statistics: (
    unit: number,
    sample: number,
  ) => Statistics & { readonly indices: readonly number[]; readonly of: number },
  record: Recorder,
): { xHat: Grid; output: Grid } {
  const [n, m] = [x.length, x[0]!.length];
  const forward = { phase: 'forward' } as const;
  const xHat = grid(n, m, (unit, sample) => {
    const { mean, inverse, indices, of } = statistics(unit, sample);
    const value = (x[unit]![sample]! - mean) * inverse;
    return record({ ...forward, kind: 'xHat', unit, sample, value }, [
      operand('input', x[unit]![sample]!, [unit], sample),
      operand('mean', mean, indices, of),
      operand('inverseDeviation', inverse, indices, of),
    ]);
  });
  const output = grid(n, m, (unit, sample) => {
    const value = gamma.at(unit, 0) * xHat[unit]![sample]! + beta.at(unit, 0);
    return record({ ...forward, kind: 'output', unit, sample, value }, [
      operand('gamma', gamma.at(unit, 0), [unit]),
      operand('xHat', xHat[unit]![sample]!, [unit], sample),
      operand('beta', beta.at(unit, 0), [unit]),
    ]);
  });
  return { xHat, output };
}

/**
 * dβ = mean(g) and dγ = mean(g x̂) of each unit, over the batch.
 * @param meanOf the mean as the layer rounds it
 */
function meanGradients(
  g: Grid,
  xHat: Grid,
  meanOf: (values: readonly number[]) => number,
  record: Recorder,
): { dbeta: number; dgamma: number }[] {
  return g.map((gj, unit) => {
    const at = { phase: 'backward', unit, sample: -1 } as const;
    const hats = xHat[unit]!;
    const gradients = gj.map((value, s) => operand('gradient', value, [unit], s));
    const pairs = gradients.flatMap((gradient, s) => [
      gradient,
      operand('xHat', hats[s]!, [unit], s),
    ]);
    const dbeta = record({ ...at, kind: 'dbeta', value: meanOf(gj) }, gradients);
    const products = gj.map((value, s) => value * hats[s]!);
    return { dbeta, dgamma: record({ ...at, kind: 'dgamma', value: meanOf(products) }, pairs) };
  });
}

/**
 * Batch normalisation; in testing by the running statistics. Backwards, for each unit:
 * dβ = mean(g), dγ = mean(g x̂), dx = γ/√(σ² + ε) · (g − dβ − x̂ dγ), in testing γ/√(σ² + ε) · g.
 */
export function batchNormTracer(layer: BatchNorm, training: boolean, record: Recorder): PartTracer {
  const { gamma, epsilon, runningMean, runningVariance } = layer;
  let statistics: Statistics[] = [];
  let xHat: Grid = [];
  const byRunning = (unit: number): Statistics => {
    const variance = runningVariance.at(unit, 0);
    const inverse = 1 / Math.sqrt(variance + epsilon);
    record({ kind: 'inverseDeviation', phase: 'forward', unit, sample: -1, value: inverse }, [
      operand('variance', variance, [unit]),
      operand('epsilon', epsilon, []),
    ]);
    return { mean: runningMean.at(unit, 0), inverse };
  };
  return {
    forward(x) {
      statistics = x.map((values, unit) =>
        training ? statisticsOf(values, epsilon, { unit, sample: -1 }, record) : byRunning(unit),
      );
      const done = normalise(
        x,
        layer,
        (j) => ({ ...statistics[j]!, indices: [j], of: -1 }),
        record,
      );
      xHat = done.xHat;
      return done.output;
    },
    backward(g) {
      const m = g[0]!.length;
      const back = { phase: 'backward' } as const;
      const means = meanGradients(g, xHat, (values) => sum(values) / m, record);
      return grid(g.length, m, (unit, sample) => {
        const { inverse } = statistics[unit]!;
        const { dbeta, dgamma } = means[unit]!;
        const [value, hat] = [g[unit]![sample]!, xHat[unit]![sample]!];
        const scale = gamma.at(unit, 0) * inverse;
        const rest = training ? value - dbeta - hat * dgamma : value;
        const operands = [
          operand('gamma', gamma.at(unit, 0), [unit]),
          operand('inverseDeviation', inverse, [unit]),
          operand('gradient', value, [unit], sample),
        ];
        if (training) {
          operands.push(
            operand('dbeta', dbeta, [unit]),
            operand('xHat', hat, [unit], sample),
            operand('dgamma', dgamma, [unit]),
          );
        }
        return record(
          { ...back, kind: 'inputGradient', unit, sample, value: scale * rest },
          operands,
        );
      });
    },
  };
}

/**
 * Layer normalisation. Backwards, with g = ∂L/∂y and h = g γ, means over a sample's units:
 * dx = (h − mean(h) − x̂ mean(h x̂)) / √(σ² + ε); dβ and dγ are means over the batch.
 */
export function layerNormTracer(layer: LayerNorm, record: Recorder): PartTracer {
  const { gamma, epsilon } = layer;
  let statistics: Statistics[] = [];
  let xHat: Grid = [];
  return {
    forward(x) {
      statistics = x[0]!.map((_, sample) =>
        statisticsOf(
          x.map((row) => row[sample]!),
          epsilon,
          { unit: -1, sample },
          record,
        ),
      );
      const done = normalise(
        x,
        layer,
        (_, s) => ({ ...statistics[s]!, indices: [], of: s }),
        record,
      );
      xHat = done.xHat;
      return done.output;
    },
    backward(g) {
      const [n, m] = [g.length, g[0]!.length];
      const back = { phase: 'backward' } as const;
      meanGradients(g, xHat, (values) => sum(values.map((value) => value / m)), record);
      return grid(n, m, (unit, sample) => {
        const h = g.map((gj, j) => gj[sample]! * gamma.at(j, 0));
        const product = h.reduce((all, value, j) => all + value * xHat[j]![sample]!, 0);
        const hat = xHat[unit]![sample]!;
        const { inverse } = statistics[sample]!;
        const value = inverse * (h[unit]! - sum(h) / n - hat * (product / n));
        const terms = g.flatMap((gj, j) => [
          operand('gradient', gj[sample]!, [j], sample),
          operand('gamma', gamma.at(j, 0), [j]),
          operand('xHat', xHat[j]![sample]!, [j], sample),
        ]);
        return record({ ...back, kind: 'inputGradient', unit, sample, value }, [
          operand('inverseDeviation', inverse, [], sample),
          ...terms,
        ]);
      });
    },
  };
}
