import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activation, type ElementwiseName } from './activations';
import { BatchNorm } from './layers/batch-norm';
import type { LossName } from './losses';
import type { Network } from './network';
import { arbitraryTraced, type Traced } from './testing/traces';
import { traceBatch } from './trace-batch';
import type { BatchOperand, BatchStepKind, BatchTraceStep, TracePart } from './trace-batch-types';

/** Operands' values by symbol, in the order of the step. */
type Values = Readonly<Record<BatchOperand['symbol'], number[]>>;
type Formula = (o: Values, step: BatchTraceStep, network: Network) => number;

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;
const dot = (p: readonly number[], q: readonly number[]) =>
  p.reduce((sum, entry, i) => sum + entry * q[i]!, 0);

const losses: Readonly<Record<LossName, (a: number, y: number) => number>> = {
  squaredError: (a, y) => (a - y) ** 2 / 2,
  softmaxCrossEntropy: (a, y) => -y * Math.log(a),
  binaryCrossEntropy: (a, y) => -y * Math.log(a) - (1 - y) * Math.log1p(-a),
  sigmoidCrossEntropy: (a, y) => -y * Math.log(a),
};

/** The formulas of the book, for what is computed alike in every part. */
const formulas: Partial<Record<BatchStepKind, Formula>> = {
  mean: ({ input }) => mean(input),
  variance: ({ input, mean: [mu] }) => mean(input.map((x) => (x - mu!) ** 2)),
  inverseDeviation: ({ variance, epsilon }) => 1 / Math.sqrt(variance[0]! + epsilon[0]!),
  xHat: ({ input, mean: [mu], inverseDeviation }) => (input[0]! - mu!) * inverseDeviation[0]!,
  dW: ({ gradient, input }) => dot(gradient, input) / gradient.length,
  db: ({ gradient }) => mean(gradient),
  dbeta: ({ gradient }) => mean(gradient),
  dgamma: ({ gradient, xHat }) => dot(gradient, xHat) / gradient.length,
  loss: ({ output, y }, { operands }, { spec }) => {
    const samples = new Set(operands.map(({ sample }) => sample)).size;
    return output.reduce((sum, a, i) => sum + losses[spec.loss](a, y[i]!), 0) / samples;
  },
  lossGradient: ({ output: [a], y: [y] }, _, { spec }) =>
    spec.loss === 'sigmoidCrossEntropy' ? (a! - 1) * y! : a! - y!,
  slope: ({ input: [z] }, { layer }, network) => elementwise(network, layer).derivative(z!),
};
const outputs: Partial<Record<TracePart, Formula>> = {
  dense: ({ W, input, b }) => dot(W, input) + b[0]!,
  activation: ({ input }, { layer, unit }, network) =>
    network.layer(layer).activation === 'softmax'
      ? Math.exp(input[unit - 1]!) / input.reduce((sum, z) => sum + Math.exp(z), 0)
      : elementwise(network, layer).value(input[0]!),
  batchNorm: ({ gamma, xHat, beta }) => gamma[0]! * xHat[0]! + beta[0]!,
  layerNorm: ({ gamma, xHat, beta }) => gamma[0]! * xHat[0]! + beta[0]!,
  dropout: ({ input, mask }) => input[0]! * mask[0]!,
};
const inputGradients: Partial<Record<TracePart, Formula>> = {
  dense: ({ W, gradient }) => dot(W, gradient),
  activation: ({ gradient, slope, output }, { unit }) =>
    slope
      ? gradient[0]! * slope[0]!
      : output[unit - 1]! * (gradient[unit - 1]! - dot(gradient, output)),
  batchNorm: ({ gamma, inverseDeviation, gradient, xHat, dbeta, dgamma }) =>
    gamma[0]! *
    inverseDeviation[0]! *
    (gradient[0]! - (dbeta?.[0] ?? 0) - (xHat?.[0] ?? 0) * (dgamma?.[0] ?? 0)),
  layerNorm: ({ inverseDeviation, gradient, gamma, xHat }, { unit }) => {
    const h = gradient.map((g, j) => g * gamma[j]!);
    return (
      inverseDeviation[0]! * (h[unit - 1]! - mean(h) - (xHat[unit - 1]! * dot(h, xHat)) / h.length)
    );
  },
  dropout: ({ gradient, mask }) => gradient[0]! * mask[0]!,
};

const elementwise = (network: Network, l: number) =>
  activation(network.layer(l).activation as ElementwiseName, network.spec.activationOptions);

const traced = ({ network, X, Y, training }: Traced) => {
  network.forward(X, training);
  return traceBatch(network, X, Y, { training });
};

describe('a traced step', () => {
  it('has a value that follows from its operands, by the formula of its part', () => {
    let checked = 0;
    fc.assert(
      fc.property(arbitraryTraced, (example) => {
        for (const step of traced(example)) {
          const { part, kind, operands, value } = step;
          const formula =
            kind === 'output'
              ? outputs[part]
              : kind === 'inputGradient'
                ? inputGradients[part]
                : formulas[kind];
          const values = Object.groupBy(operands, ({ symbol }) => symbol);
          const bySymbol = Object.fromEntries(
            Object.entries(values).map(([symbol, all]) => [symbol, all.map((o) => o.value)]),
          ) as unknown as Values;
          // So near to 1 an output has lost the digits of 1 − a.
          if (kind === 'loss' && bySymbol.output.some((a) => a > 1 - 1e-6 && a <= 1)) continue;
          const expected = formula!(bySymbol, step, example.network);
          const error = Math.abs(value - expected) / Math.max(1, Math.abs(expected));
          expect(error, `${part} ${kind}`).toBeLessThan(kind === 'loss' ? 1e-8 : 1e-12);
          checked++;
        }
      }),
      { numRuns: 200 },
    );
    expect(checked).toBeGreaterThan(1000);
  });

  it('has operands that are the numbers of their places: symbol, indices, sample', () => {
    fc.assert(
      fc.property(arbitraryTraced, (example) => {
        const steps = traced(example);
        const numberAt = placesOf(example, steps);
        for (const step of steps) {
          for (const operand of step.operands) {
            // −0 leaves a trace as 0.
            if (Object.is(operand.value, numberAt(step, operand) + 0)) continue;
            expect.fail(`not the number of its place: ${JSON.stringify({ operand, step })}`);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('belongs to the pass that computes it', () => {
    const backward = ['lossGradient', 'slope', 'dW', 'db', 'dgamma', 'dbeta', 'inputGradient'];
    fc.assert(
      fc.property(arbitraryTraced, (example) => {
        for (const { kind, phase } of traced(example)) {
          expect(phase).toBe(backward.includes(kind) ? 'backward' : 'forward');
        }
      }),
    );
  });
});

/** Where a step's operands come from: the network, the batch, and the steps before. */
function placesOf({ network, X, Y, training }: Traced, steps: readonly BatchTraceStep[]) {
  const key = (layer: number, part: TracePart, kind: string, ...place: number[]) =>
    [layer, part, kind, ...place].join(' ');
  const values = new Map<string, number>();
  /** Parts in the order of the forward pass. */
  const parts: { layer: number; part: TracePart }[] = [];
  for (const { layer, part, kind, unit, sample, value } of steps) {
    values.set(key(layer, part, kind, unit, sample), value);
    const seen = parts.some((other) => other.layer === layer && other.part === part);
    if (!seen && kind !== 'lossGradient') parts.push({ layer, part });
  }
  const fused = network.lossFunction.fusedWith !== undefined;
  const at = (layer: number, part: TracePart, kind: string, unit: number, sample: number) => {
    const value = values.get(key(layer, part, kind, unit, sample));
    if (value === undefined) expect.fail(`no step: ${key(layer, part, kind, unit, sample)}`);
    return value;
  };

  return ({ layer: l, part }: BatchTraceStep, operand: BatchOperand): number => {
    const { symbol, indices, sample: s } = operand;
    const layer = network.layer(l);
    const i = parts.findIndex((other) => other.layer === l && other.part === part);
    const [j = 0, k = 0] = indices;
    const requirePlace = (count: number, perSample: boolean) => {
      if (indices.length === count && s > 0 === perSample) return;
      expect.fail(`no place of a number: ${JSON.stringify({ operand, layer: l, part })}`);
    };
    switch (symbol) {
      case 'W':
        requirePlace(2, false);
        return layer.W.at(j - 1, k - 1);
      case 'b':
        requirePlace(1, false);
        return layer.b.at(j - 1, 0);
      case 'gamma':
      case 'beta':
        requirePlace(1, false);
        return layer.norm![symbol].at(j - 1, 0);
      case 'epsilon':
        requirePlace(0, false);
        return layer.norm!.epsilon;
      case 'mask': {
        const { form, rate, mask } = layer.dropout!;
        requirePlace(1, training);
        if (training) return mask!.at(j - 1, s - 1);
        return form === 'classic' ? 1 - rate : 1;
      }
      case 'y':
        requirePlace(1, true);
        return Y.at(j - 1, s - 1);
      case 'input': {
        requirePlace(1, true);
        const before = parts[i - 1];
        return before ? at(before.layer, before.part, 'output', j, s) : X.at(j - 1, s - 1);
      }
      case 'output': {
        requirePlace(1, true);
        const own = part === 'loss' ? parts[i - 1]! : { layer: l, part };
        return at(own.layer, own.part, 'output', j, s);
      }
      case 'gradient': {
        requirePlace(1, true);
        // A loss that includes the output activation has gone back through it.
        const skipped = (other: (typeof parts)[number]) =>
          fused && other.layer === network.L && other.part === 'activation';
        const next = parts.slice(i + 1).find((other) => !skipped(other))!;
        const kind = next.part === 'loss' ? 'lossGradient' : 'inputGradient';
        return at(next.layer, next.part, kind, j, s);
      }
      case 'slope':
      case 'xHat':
        requirePlace(1, true);
        return at(l, part, symbol, j, s);
      case 'dbeta':
      case 'dgamma':
        requirePlace(1, false);
        return at(l, part, symbol, j, 0);
      default: {
        const { norm } = layer;
        const overBatch = norm instanceof BatchNorm;
        requirePlace(overBatch ? 1 : 0, !overBatch);
        if (overBatch && !training && symbol !== 'inverseDeviation') {
          const { runningMean, runningVariance } = norm;
          return (symbol === 'mean' ? runningMean : runningVariance).at(j - 1, 0);
        }
        return at(l, part, symbol, j, s);
      }
    }
  };
}
