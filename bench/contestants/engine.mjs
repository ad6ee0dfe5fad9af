import { dataOf, weightsOf } from '../tasks.mjs';

/**
 * The engine through its public interface: batches are matrices with a column for each sample.
 * @param {typeof import('../../src/engine/index.ts')} engine
 * @param {import('../../src/engine/index.ts').Kernel} kernel
 * @param {import('../tasks.mjs').Task} task
 */
export function engineNetwork({ Matrix, Network }, kernel, task) {
  const { sizes, hidden, output, batch, points, rate } = task;
  const network = new Network(
    {
      sizes,
      activations: sizes.slice(1).map((_, l) => (l === sizes.length - 2 ? output : hidden)),
      loss: output === 'softmax' ? 'softmaxCrossEntropy' : 'squaredError',
    },
    kernel,
  );
  for (const [l, weights] of weightsOf(sizes).entries()) network.layer(l + 1).W.data.set(weights);

  const { X, Y } = dataOf(task);
  const columns = (data, rows, first) => {
    const matrix = new Matrix(rows, batch, kernel.allocate(rows * batch));
    for (let s = 0; s < batch; s++) {
      for (let i = 0; i < rows; i++) matrix.set(i, s, data[(first + s) * rows + i]);
    }
    return matrix;
  };
  const batches = Array.from({ length: Math.floor(points / batch) }, (_, i) => ({
    X: columns(X, sizes[0], i * batch),
    Y: columns(Y, sizes.at(-1), i * batch),
  }));
  let next = 0;
  return {
    step() {
      const { X, Y } = batches[next];
      network.forward(X, true);
      network.backward(Y);
      network.sgdStep(rate);
      next = (next + 1) % batches.length;
    },
    weights: () => sizes.slice(1).map((_, l) => network.layer(l + 1).W.data),
  };
}
