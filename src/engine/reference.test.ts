import { describe, expect, it } from 'vitest';
import { activation, activationNames, type ElementwiseName, sigmoid } from './activations';
import { BatchNorm } from './layers/batch-norm';
import { Dense } from './layers/dense';
import { Dropout } from './layers/dropout';
import type { Layer } from './layers/layer';
import { LayerNorm } from './layers/layer-norm';
import { type LossName, losses } from './losses';
import { Matrix } from './matrix';
import { softmax, softmaxJacobian } from './softmax';
import { expectClose, matrixOf, type Rows, reference } from './testing/reference';

const flat = (rows: Rows) => rows.flat();

describe('activations are those of PyTorch', () => {
  const expected = reference<{
    points: number[];
    elementwise: Record<ElementwiseName, { value: number[]; derivative: number[] }>;
    softmax: { z: number[]; value: number[]; jacobian: number[][] }[];
  }>('activations');

  it.each(activationNames.filter((name) => name !== 'softmax'))('%s', (name) => {
    const f = activation(name);
    const { value, derivative } = expected.elementwise[name];
    expectClose(expected.points.map(f.value), value, 'value');
    expectClose(
      expected.points.map((z) => f.derivative(z)),
      derivative,
      'derivative',
    );
    expectClose(
      expected.points.map((z) => f.derivative(z, f.value(z))),
      derivative,
      'derivative from a',
    );
  });

  it('softmax and its Jacobian', () => {
    expect(expected.softmax).toHaveLength(5);
    for (const { z, value, jacobian } of expected.softmax) {
      const a = softmax(Matrix.column(z)).toColumn();
      expectClose(a, value, 'value');
      expectClose(softmaxJacobian(a).data, flat(jacobian), 'Jacobian');
    }
  });
});

describe('losses are those of PyTorch', () => {
  const expected = reference<{
    losses: Record<LossName, { z: Rows; y: Rows; mean: number; gradient: Rows }[]>;
  }>('losses').losses;

  it.each(Object.keys(losses) as LossName[])('%s', (name) => {
    const { fusedWith, mean, gradient } = losses[name];
    expect(expected[name]).toHaveLength(4);
    for (const { z, y, ...torch } of expected[name]) {
      const [Z, Y] = [Matrix.from(z), Matrix.from(y)];
      const A = fusedWith === 'softmax' ? softmax(Z) : Z.clone();
      if (fusedWith === 'sigmoid')
        for (let k = 0; k < A.data.length; k++) A.data[k] = sigmoid(Z.data[k]!);
      expectClose([mean(Z, A, Y)], [torch.mean], 'mean');
      expectClose(gradient(Z, A, Y, Z.clone()).data, flat(torch.gradient), 'gradient');
    }
  });
});

interface Run {
  readonly x: Rows;
  readonly y: Rows;
  readonly dy: Rows;
  readonly dx: Rows;
  readonly parameters: Readonly<Record<string, Rows | readonly number[]>>;
  readonly gradients: Readonly<Record<string, Rows | readonly number[]>>;
}

/** Sets PyTorch's parameters, then compares both passes; `prepare` runs between. */
function expectSame(layer: Layer, run: Run, training: boolean): void {
  for (const { name, value } of layer.parameters) value.copyFrom(matrixOf(run.parameters[name]!));
  expectClose(layer.forward(Matrix.from(run.x), training).data, flat(run.y), 'forward');
  expectClose(layer.backward(Matrix.from(run.dy)).data, flat(run.dx), 'gradient of the input');
  expect(layer.parameters.map(({ name }) => name)).toEqual(Object.keys(run.gradients));
  for (const { name, gradient } of layer.parameters) {
    expectClose(gradient.data, matrixOf(run.gradients[name]!).data, `gradient of ${name}`);
  }
}

describe('layers are those of PyTorch, forward and backward', () => {
  const expected = reference<{
    dense: Run[];
    dropout: {
      form: 'inverted' | 'classic';
      rate: number;
      mask: Rows;
      training: Run;
      testing: Run;
    }[];
    batchNorm: {
      epsilon: number;
      momentum: number;
      batches: (Run & { runningMean: number[]; runningVariance: number[] })[];
      inference: Run;
    }[];
    layerNorm: (Run & { epsilon: number })[];
  }>('layers');

  it.each(expected.dense)('dense $#', (run) => {
    expectSame(new Dense(run.x.length, run.y.length), run, true);
  });

  it.each(expected.dropout)(
    'dropout, $form, p = $rate',
    ({ form, rate, mask, training, testing }) => {
      const layer = new Dropout(mask.length, { form, rate });
      layer.forward(Matrix.from(training.x), true);
      layer.mask!.copyFrom(Matrix.from(mask));
      layer.keepMask = true;
      expectSame(layer, training, true);
      expectSame(layer, testing, false);
    },
  );

  it.each(expected.batchNorm)('batch normalisation, momentum $momentum', (net) => {
    const layer = new BatchNorm(net.inference.x.length, net);
    for (const batch of net.batches) {
      expectSame(layer, batch, true);
      expectClose(layer.runningMean.data, batch.runningMean, 'running mean');
      expectClose(layer.runningVariance.data, batch.runningVariance, 'running variance');
    }
    expectSame(layer, net.inference, false);
  });

  it.each(expected.layerNorm)('layer normalisation, ε = $epsilon', (run) => {
    expectSame(new LayerNorm(run.x.length, run), run, true);
  });
});
