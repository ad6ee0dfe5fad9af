import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { ActivationName } from './activations';
import type { LossName } from './losses';
import type { Matrix } from './matrix';
import { arbitraryExample, type Example } from './testing/networks';

/**
 * TensorFlow.js as a second oracle, in single precision and with its own automatic differentiation:
 * networks written in its operations, rows as samples, as its users write them.
 */
const functions: Partial<Record<ActivationName, (z: tf.Tensor2D) => tf.Tensor2D>> = {
  identity: (z) => z,
  sigmoid: tf.sigmoid,
  tanh: tf.tanh,
  relu: tf.relu,
  leakyRelu: (z) => tf.leakyRelu(z, 0.01),
  elu: tf.elu,
  silu: (z) => tf.mul(z, tf.sigmoid(z)),
  softmax: (z) => tf.softmax(z),
};

/** From the logits, as the formulas of the losses that TensorFlow.js lacks are stable. */
const losses: Record<LossName, (z: tf.Tensor2D, a: tf.Tensor2D, y: tf.Tensor2D) => tf.Scalar> = {
  squaredError: (_z, a, y) => tf.div(tf.sum(tf.square(tf.sub(a, y))), 2),
  softmaxCrossEntropy: (z, _a, y) => tf.neg(tf.sum(tf.mul(y, tf.logSoftmax(z)))),
  binaryCrossEntropy: (z, _a, y) => tf.sum(tf.sub(tf.softplus(z), tf.mul(y, z))),
  sigmoidCrossEntropy: (z, _a, y) => tf.sum(tf.mul(y, tf.softplus(tf.neg(z)))),
};

const rows = (M: Matrix) => tf.tensor2d(M.toRows(), [M.rows, M.cols]);
const samples = (M: Matrix) => tf.transpose(rows(M));

/** Loss, outputs and all gradients by TensorFlow.js, in the engine's layout. */
function byTensorFlow({ network, X, Y }: Example) {
  const { activations, loss } = network.spec;
  let outputs: Float32Array = new Float32Array();
  const mean = (x: tf.Tensor, ...parameters: tf.Tensor[]): tf.Scalar => {
    let a = x as tf.Tensor2D;
    let z = a;
    activations.forEach((name, i) => {
      const [W, b] = parameters.slice(2 * i) as tf.Tensor2D[];
      z = tf.add(tf.matMul(a, W!, false, true), tf.transpose(b!));
      a = functions[name]!(z);
    });
    outputs = tf.transpose(a).dataSync<'float32'>();
    return tf.div(losses[loss](z, a, samples(Y)), Y.cols);
  };
  const inputs = [samples(X), ...network.parameters.map(({ value }) => rows(value))];
  const { value, grads } = tf.valueAndGrads(mean)(inputs);
  const [dX, ...gradients] = grads;
  return {
    loss: value.dataSync()[0]!,
    outputs,
    inputGradient: tf.transpose(dX!).dataSync(),
    gradients: gradients.map((g) => g.dataSync()),
  };
}

/** Single precision: 24 bits, a few of which each operation loses; scaled by the largest number. */
function expectNear(actual: ArrayLike<number>, expected: ArrayLike<number>, what: string): void {
  expect(actual.length, what).toBe(expected.length);
  const scale = Array.from(actual).reduce((max, x) => Math.max(max, Math.abs(x)), 1);
  for (let k = 0; k < expected.length; k++) {
    const error = Math.abs(actual[k]! - expected[k]!) / scale;
    if (!(error <= 2e-5)) expect.fail(`${what}[${k}]: ${actual[k]} here, ${expected[k]} there`);
  }
}

beforeAll(async () => {
  tf.env().set('PROD', true); // without its greeting
  await tf.setBackend('cpu');
});

it('agrees with TensorFlow.js on random dense networks, forward and backward', () => {
  const names = Object.keys(functions) as ActivationName[];
  fc.assert(
    fc.property(arbitraryExample(names, 5), (example) => {
      const { network, X, Y } = example;
      const there = tf.tidy(() => byTensorFlow(example));
      expectNear(network.forward(X).data, there.outputs, 'a');
      expectNear([network.loss(Y)], [there.loss], 'loss');
      network.backward(Y);
      network.parameters.forEach(({ name, gradient }, i) => {
        expectNear(gradient.data, there.gradients[i]!, `gradient of ${name}`);
      });
      const dX = network.inputGradient().data.map((g) => g / X.cols);
      expectNear(dX, there.inputGradient, 'gradient of X');
    }),
    { numRuns: 300, seed: 2026 },
  );
});
