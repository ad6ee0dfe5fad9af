import { createRequire } from 'node:module';
import { dataOf } from '../tasks.mjs';

const { Architect, Neuron } = createRequire(import.meta.url)('synaptic');

/**
 * synaptic writes a program for the very network, every weight a variable of its own. It knows no
 * batches: a step after each sample. Without softmax: the first task only.
 * @param {import('../tasks.mjs').Task} task
 */
export function synaptic(task) {
  const { sizes, batch, points, rate } = task;
  const network = new Architect.Perceptron(...sizes);
  for (const layer of [...network.layers.hidden, network.layers.output]) {
    layer.set({ squash: Neuron.squash.TANH });
  }
  const { X, Y } = dataOf(task);
  const samples = Array.from({ length: points }, (_, s) => ({
    x: [...X.subarray(s * sizes[0], (s + 1) * sizes[0])],
    y: [Y[s]],
  }));
  let next = 0;
  return {
    step() {
      for (let i = 0; i < batch; i++) {
        const { x, y } = samples[next];
        network.activate(x);
        network.propagate(rate, y);
        next = (next + 1) % points;
      }
    },
  };
}
