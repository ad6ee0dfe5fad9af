import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BatchNorm } from './layers/batch-norm';
import { Matrix, ShapeError } from './matrix';
import { Network } from './network';
import { saveNetwork } from './network-state';
import { exampleOf } from './testing/networks';
import { arbitraryTraced } from './testing/traces';
import { traceBatch } from './trace-batch';
import type { BatchStepKind, BatchTraceStep, TracePart } from './trace-batch-types';

/** The grid that the steps of one kind make. */
function gridOf(
  steps: readonly BatchTraceStep[],
  layer: number,
  part: TracePart,
  kind: BatchStepKind,
): number[][] {
  const rows: number[][] = [];
  for (const step of steps) {
    if (step.layer !== layer || step.part !== part || step.kind !== kind) continue;
    const row = Math.max(step.unit - 1, 0);
    rows[row] ??= [];
    rows[row]![step.from ? step.from - 1 : Math.max(step.sample - 1, 0)] = step.value;
  }
  return rows;
}

/** −0 leaves a trace as 0. */
const rowsOf = (matrix: Matrix) => matrix.toRows().map((row) => row.map((value) => value + 0));

describe('traceBatch', () => {
  it('agrees with the matrix path to the last bit, for every kind of layer', () => {
    fc.assert(
      fc.property(arbitraryTraced, ({ network, X, Y, training }) => {
        network.forward(X, training);
        const before = saveNetwork(network);
        const steps = traceBatch(network, X, Y, { training });
        expect(saveNetwork(network)).toEqual(before);
        network.backward(Y);
        expect(gridOf(steps, network.L, 'loss', 'loss')).toEqual([[network.loss(Y) + 0]]);
        for (let l = 1; l <= network.L; l++) {
          const layer = network.layer(l);
          const traced = (part: TracePart, kind: BatchStepKind) => gridOf(steps, l, part, kind);
          const { norm, dropout, extras } = layer;
          expect(traced('dense', 'output')).toEqual(rowsOf(layer.z));
          expect(traced('dense', 'dW')).toEqual(rowsOf(layer.dW));
          expect(traced('dense', 'db')).toEqual(rowsOf(layer.db));
          const normPart = norm instanceof BatchNorm ? 'batchNorm' : 'layerNorm';
          if (norm) {
            expect(traced(normPart, 'xHat')).toEqual(rowsOf(norm.normalisedInput!));
            for (const [p, kind] of [[0, 'dgamma'] as const, [1, 'dbeta'] as const]) {
              expect(traced(normPart, kind)).toEqual(rowsOf(norm.parameters[p]!.gradient));
            }
          }
          if (norm instanceof BatchNorm) {
            expect(traced(normPart, 'inverseDeviation')).toEqual(rowsOf(norm.inverseDeviation));
            if (training) expect(traced(normPart, 'mean')).toEqual(rowsOf(norm.mean));
          }
          const place = extras.norm?.place ?? 'before';
          const last = dropout ? 'dropout' : norm && place === 'after' ? normPart : 'activation';
          expect(traced(last, 'output')).toEqual(rowsOf(layer.a));
          const fused = l === network.L && network.lossFunction.fusedWith;
          const delta = norm && place === 'before' ? normPart : fused ? 'loss' : 'activation';
          const kind = delta === 'loss' ? 'lossGradient' : 'inputGradient';
          expect(traced(delta, kind)).toEqual(rowsOf(layer.delta));
        }
        const input = gridOf(steps, 1, 'dense', 'inputGradient');
        expect(input).toEqual(rowsOf(network.inputGradient()));
      }),
      { numRuns: 400 },
    );
  });

  it('goes through the parts of each layer, to the loss and back', () => {
    const network = new Network({
      sizes: [1, 1, 1],
      activations: ['relu', 'sigmoid'],
      loss: 'binaryCrossEntropy',
      extras: [{ norm: { kind: 'batch', place: 'after' }, dropout: { rate: 0.5 } }],
    });
    const X = Matrix.from([[1, 3]]);
    network.forward(X, true);
    const steps = traceBatch(network, X, Matrix.from([[0, 1]]), { training: true });
    const parts = steps.map(({ layer, part, kind }) => `${layer} ${part} ${kind}`);
    expect(parts.filter((text, i) => text !== parts[i - 1])).toEqual([
      ...['1 dense output', '1 activation output'],
      ...['mean', 'variance', 'inverseDeviation', 'xHat', 'output'].map((k) => `1 batchNorm ${k}`),
      ...['1 dropout output', '2 dense output', '2 activation output', '2 loss loss'],
      ...['2 loss lossGradient', '2 dense dW', '2 dense db', '2 dense inputGradient'],
      '1 dropout inputGradient',
      ...['dbeta', 'dgamma', 'inputGradient'].map((k) => `1 batchNorm ${k}`),
      // Sample by sample.
      ...['1 activation slope', '1 activation inputGradient'],
      ...['1 activation slope', '1 activation inputGradient'],
      ...['1 dense dW', '1 dense db', '1 dense inputGradient'],
    ]);
  });

  it('says for which unit and sample, and with what', () => {
    const network = new Network({
      sizes: [1, 2],
      activations: ['identity'],
      loss: 'squaredError',
      extras: [{ norm: { kind: 'layer', epsilon: 1 } }],
    });
    network.layer(1).W.data.set([1, 3]);
    const steps = traceBatch(
      network,
      Matrix.from([[1, 2]]),
      Matrix.from([
        [0, 0],
        [0, 0],
      ]),
    );
    const of = (kind: BatchStepKind) =>
      steps.find((step) => step.kind === kind && step.sample === 2);
    expect(of('mean')).toEqual({
      ...{ part: 'layerNorm', kind: 'mean', phase: 'forward', layer: 1, unit: 0, sample: 2 },
      operands: [
        { symbol: 'input', indices: [1], sample: 2, value: 2 },
        { symbol: 'input', indices: [2], sample: 2, value: 6 },
      ],
      value: 4,
    });
    expect(of('inverseDeviation')).toMatchObject({
      operands: [
        { symbol: 'variance', indices: [], sample: 2, value: 4 },
        { symbol: 'epsilon', indices: [], sample: 0, value: 1 },
      ],
      value: 1 / Math.sqrt(5),
    });
    const weight = steps.find(({ kind, unit }) => kind === 'dW' && unit === 2);
    expect(weight).toMatchObject({ from: 1, sample: 0 });
    expect(
      weight!.operands.map(({ symbol, indices, sample }) => [symbol, ...indices, sample]),
    ).toEqual([
      ['gradient', 2, 1],
      ['input', 1, 1],
      ['gradient', 2, 2],
      ['input', 1, 2],
    ]);
  });

  it('refuses what does not fit', () => {
    const { network, X, Y } = exampleOf(
      {
        sizes: [2, 2],
        activations: ['tanh'],
        loss: 'squaredError',
        extras: [{ dropout: { rate: 0.5 } }],
      },
      3,
      1,
    );
    expect(() => traceBatch(network, Matrix.zeros(3, 3), Y)).toThrow('X is 3×3 and Y is 2×3');
    expect(() => traceBatch(network, X, Matrix.zeros(2, 2))).toThrow(ShapeError);
    expect(() => traceBatch(network, X, Matrix.zeros(1, 3))).toThrow(
      'Y is 1×3, but the network has 2 inputs and 2 outputs (one column per sample)',
    );
    expect(() => traceBatch(network, Matrix.zeros(2, 0), Matrix.zeros(2, 0))).toThrow(ShapeError);
    expect(() => traceBatch(network, X, Y, { training: true })).toThrow(
      'layer 1 has no dropout mask for 3 samples',
    );
    expect(() => traceBatch(network, X, Y)).not.toThrow();
  });
});
