/**
 * The three tasks: network, batch, and data that every contestant gets alike. What is learnt doesn't
 * matter, only how many samples a second are trained on: forward, backward, one step of plain SGD.
 */

/**
 * @typedef {object} Task
 * @property {string} name
 * @property {number[]} sizes
 * @property {'tanh' | 'relu'} hidden activation of hidden layers
 * @property {'tanh' | 'softmax'} output with squared error or cross-entropy
 * @property {number} batch
 * @property {number} points
 * @property {number} rate learning rate
 */

/** @type {Task[]} */
export const tasks = [
  {
    name: '2-8-8-1 tanh, batch 10, 500 points',
    sizes: [2, 8, 8, 1],
    hidden: 'tanh',
    output: 'tanh',
    batch: 10,
    points: 500,
    rate: 0.03,
  },
  {
    name: '64-32-10 ReLU + softmax, batch 32',
    sizes: [64, 32, 10],
    hidden: 'relu',
    output: 'softmax',
    batch: 32,
    points: 1024,
    rate: 0.01,
  },
  {
    name: '784-128-64-10 ReLU + softmax, batch 64',
    sizes: [784, 128, 64, 10],
    hidden: 'relu',
    output: 'softmax',
    batch: 64,
    points: 1024,
    rate: 0.01,
  },
];

/** Park and Miller's generator: the same numbers in every run. @returns {() => number} in (0, 1) */
export function uniform(seed = 1) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/**
 * Samples one after the other: inputs in (−1, 1), one-hot targets or ±1.
 * @param {Task} task
 */
export function dataOf({ sizes, output, points }) {
  const random = uniform(7);
  const inputs = sizes[0];
  const outputs = sizes.at(-1);
  const X = Float64Array.from({ length: points * inputs }, () => 2 * random() - 1);
  const labels = Array.from({ length: points }, () => Math.floor(random() * Math.max(outputs, 2)));
  const Y = new Float64Array(points * outputs);
  for (const [s, label] of labels.entries()) {
    if (output === 'softmax') Y[s * outputs + label] = 1;
    else Y[s] = 2 * label - 1;
  }
  return { X, Y, labels };
}

/** First weights of each layer, n_out × n_in, uniform in ±1/√n_in. @param {number[]} sizes */
export function weightsOf(sizes) {
  const random = uniform(11);
  return sizes.slice(1).map((units, l) => {
    const bound = 1 / Math.sqrt(sizes[l]);
    return Float64Array.from({ length: units * sizes[l] }, () => bound * (2 * random() - 1));
  });
}

/** Multiplications and additions of one sample's step; the first layer needs no gradient of x. */
export function flopsOf(sizes) {
  const weights = sizes.slice(1).map((units, l) => units * sizes[l]);
  return 2 * (3 * weights.reduce((a, b) => a + b) - weights[0]);
}
