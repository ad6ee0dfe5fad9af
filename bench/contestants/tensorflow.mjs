import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { dataOf, weightsOf } from '../tasks.mjs';

const require = createRequire(import.meta.url);
const tf = require('@tensorflow/tfjs');
const wasmBackend = require('@tensorflow/tfjs-backend-wasm');
wasmBackend.setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`);

/**
 * TensorFlow.js on one of its backends: variables, automatic gradients and its SGD, without the
 * additional layers of `model.fit`. Batches are tensors made beforehand.
 * @param {'cpu' | 'wasm'} backend
 * @param {import('../tasks.mjs').Task} task
 */
export async function tensorflow(backend, task) {
  const { sizes, hidden, output, batch, points, rate } = task;
  await tf.setBackend(backend);
  const W = weightsOf(sizes).map((w, l) =>
    tf.variable(
      tf.tidy(() => tf.tensor2d(Float32Array.from(w), [sizes[l + 1], sizes[l]]).transpose()),
    ),
  );
  const b = sizes.slice(1).map((n) => tf.variable(tf.zeros([n])));
  const { X, Y } = dataOf(task);
  const rows = (data, n, first) =>
    tf.tensor2d(Float32Array.from(data.subarray(first * n, (first + batch) * n)), [batch, n]);
  const batches = Array.from({ length: Math.floor(points / batch) }, (_, i) => ({
    X: rows(X, sizes[0], i * batch),
    Y: rows(Y, sizes.at(-1), i * batch),
  }));
  const optimizer = tf.train.sgd(rate);
  const f = { tanh: tf.tanh, relu: tf.relu };
  const loss = (x, y) => {
    let a = x;
    for (let l = 0; l < W.length; l++) {
      const z = tf.add(tf.matMul(a, W[l]), b[l]);
      a = l < W.length - 1 ? f[hidden](z) : output === 'softmax' ? z : f[output](z);
    }
    return output === 'softmax'
      ? tf.losses.softmaxCrossEntropy(y, a)
      : tf.mul(0.5, tf.mean(tf.sum(tf.square(tf.sub(a, y)), 1)));
  };
  let next = 0;
  return {
    /** Several backends live side by side: the current one must be set before steps. */
    prepare: () => tf.setBackend(backend),
    step() {
      const { X, Y } = batches[next];
      optimizer.minimize(() => loss(X, Y));
      next = (next + 1) % batches.length;
    },
    weights: () => W.map((w) => tf.tidy(() => w.transpose().dataSync())),
  };
}
