import { createRequire } from 'node:module';
import { dataOf } from '../tasks.mjs';

const convnetjs = createRequire(import.meta.url)('convnetjs');

/**
 * ConvNetJS, which trains a sample at a time and steps after `batch_size` of them. Its regression
 * has a linear output: a little less work than the task's tanh.
 * @param {import('../tasks.mjs').Task} task
 */
export function convnet(task) {
  const { sizes, hidden, output, batch, points, rate } = task;
  const net = new convnetjs.Net();
  const outputs = sizes.at(-1);
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: sizes[0] },
    ...sizes.slice(1, -1).map((n) => ({ type: 'fc', num_neurons: n, activation: hidden })),
    output === 'softmax'
      ? { type: 'softmax', num_classes: outputs }
      : { type: 'regression', num_neurons: outputs },
  ]);
  const trainer = new convnetjs.SGDTrainer(net, {
    method: 'sgd',
    learning_rate: rate,
    momentum: 0,
    batch_size: batch,
    l2_decay: 0,
  });
  const { X, Y, labels } = dataOf(task);
  const samples = Array.from({ length: points }, (_, s) => ({
    x: new convnetjs.Vol([...X.subarray(s * sizes[0], (s + 1) * sizes[0])]),
    y: output === 'softmax' ? labels[s] : [...Y.subarray(s * outputs, (s + 1) * outputs)],
  }));
  let next = 0;
  return {
    step() {
      for (let i = 0; i < batch; i++) {
        const { x, y } = samples[next];
        trainer.train(x, y);
        next = (next + 1) % points;
      }
    },
  };
}
