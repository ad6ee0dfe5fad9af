import { BatchNorm } from './layers/batch-norm';
import { LayerNorm } from './layers/layer-norm';
import { type Matrix, ShapeError, shapeOf } from './matrix';
import type { Network } from './network';
import type { NetworkLayer } from './network-layer';
import type { BatchOperand, BatchTraceStep, TracePart } from './trace-batch-types';
import { batchLoss, fusedDeltas } from './trace-loss';
import { batchNormTracer, layerNormTracer } from './trace-norm';
import {
  activationTracer,
  denseTracer,
  dropoutTracer,
  type Grid,
  grid,
  operand,
  type PartTracer,
  type Recorder,
} from './trace-parts';

/**
 * Every scalar step of a forward and a backward pass over a small batch, for every kind of layer:
 * `trace` for networks with normalisation or dropout, whose samples meet. Layer by layer and in it
 * part by part (dense, normalisation, activation, dropout); then the loss; then back.
 *
 * It is computed from the scalar formulas alone, in the order of summation of the matrix path: both
 * give the same bits. The network is not changed, its running statistics included.
 *
 * @param X n_0 × m
 * @param Y n_L × m
 * @param options `training`: as in `Network.forward`; dropout takes the masks of the network's
 *   last forward pass in training
 * @throws ShapeError if X or Y doesn't fit, or the masks are those of another batch
 */
export function traceBatch(
  network: Network,
  X: Matrix,
  Y: Matrix,
  { training = false }: { training?: boolean } = {},
): BatchTraceStep[] {
  const { sizes } = network.spec;
  const { L } = network;
  if (X.rows !== sizes[0] || Y.rows !== sizes[L] || X.cols !== Y.cols || X.cols === 0) {
    throw new ShapeError(
      `traceBatch: X is ${shapeOf(X)} and Y is ${shapeOf(Y)}, but the network has ${sizes[0]} ` +
        `inputs and ${sizes[L]} outputs (one column per sample)`,
    );
  }
  const steps: BatchTraceStep[] = [];
  const parts = Array.from({ length: L }, (_, i) => {
    const layer = network.layer(i + 1);
    if (training) requireMasks(layer, X.cols);
    return partsOf(layer, training, (part) => recorder(steps, part, i + 1));
  }).flat();
  let values: Grid = X.toRows();
  let before = values;
  for (const part of parts) {
    before = values;
    values = part.forward(values);
  }
  let gradient = throughLoss(network, before, values, Y.toRows(), recorder(steps, 'loss', L));
  // A loss that includes the output activation, then the last part, has gone back through it.
  if (network.lossFunction.fusedWith) parts.pop();
  for (const part of parts.reverse()) gradient = part.backward(gradient);
  return steps;
}

/** The parts of a layer in the order of its forward pass. */
function partsOf(
  layer: NetworkLayer,
  training: boolean,
  recordFor: (part: TracePart) => Recorder,
): PartTracer[] {
  const { norm, dropout, extras, f } = layer;
  const norms: PartTracer[] = [];
  if (norm instanceof BatchNorm) {
    norms.push(batchNormTracer(norm, training, recordFor('batchNorm')));
  }
  if (norm instanceof LayerNorm) norms.push(layerNormTracer(norm, recordFor('layerNorm')));
  const after = extras.norm?.place === 'after';
  return [
    denseTracer(layer, recordFor('dense')),
    ...(after ? [] : norms),
    activationTracer(f, recordFor('activation')),
    ...(after ? norms : []),
    ...(dropout ? [dropoutTracer(dropout, training, recordFor('dropout'))] : []),
  ];
}

/**
 * The mean loss, and its gradient: ∂L/∂z where the loss includes the activation, else ∂L/∂a.
 * @param z what the last part received: the logits, where the loss includes the activation
 * @param a what it gave
 */
function throughLoss({ spec }: Network, z: Grid, a: Grid, y: Grid, record: Recorder): Grid {
  const m = y[0]!.length;
  const pair = (j: number, s: number) => [
    operand('output', a[j]![s]!, [j], s),
    operand('y', y[j]![s]!, [j], s),
  ];
  const all = y.flatMap((row, j) => row.flatMap((_, s) => pair(j, s)));
  const value = batchLoss(spec.loss, z, a, y);
  record({ kind: 'loss', phase: 'forward', unit: -1, sample: -1, value }, all);
  return grid(y.length, m, (unit, sample) => {
    const [output, target] = [a[unit]![sample]!, y[unit]![sample]!];
    const slope =
      spec.loss === 'squaredError' ? output - target : fusedDeltas[spec.loss].value(output, target);
    const step = { kind: 'lossGradient', phase: 'backward', unit, sample, value: slope } as const;
    return record(step, pair(unit, sample));
  });
}

function requireMasks({ dropout, number }: NetworkLayer, m: number): void {
  if (!dropout || dropout.mask?.cols === m) return;
  throw new ShapeError(
    `traceBatch: layer ${number} has no dropout mask for ${m} samples: call forward in training first`,
  );
}

/** Takes steps down; counted from 1, −0 as 0. */
function recorder(steps: BatchTraceStep[], part: TracePart, layer: number): Recorder {
  return ({ unit, sample, from, ...step }, operands: readonly BatchOperand[]) => {
    const place = { layer, unit: unit + 1, sample: sample + 1 };
    const weight = from === undefined ? {} : { from: from + 1 };
    steps.push({ part, ...step, ...place, ...weight, operands, value: step.value + 0 });
    return step.value;
  };
}
