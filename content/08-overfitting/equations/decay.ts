import { check, type Equation } from '@book/equations';
import {
  addL2Gradient,
  type L2Spec,
  l2Penalty,
  Matrix,
  Network,
  Optimiser,
  type OptimiserSpec,
  type Random,
} from '@engine';
import { away } from './masks';

/** A small network with data, and how it is penalised and trained. */
interface Penalised {
  W1: number[][];
  b1: number[];
  W2: number[][];
  b2: number[];
  x: number[];
  y: number;
  lambda: number;
  alpha: number;
}

const setup = (random: Random): Penalised => {
  const row = (n: number): number[] => Array.from({ length: n }, () => away(random));
  return {
    W1: [row(2), row(2)],
    b1: row(2),
    W2: [row(2)],
    b2: row(1),
    x: row(2),
    y: away(random, 3, 4),
    lambda: random.uniform(0.2, 0.7),
    alpha: random.uniform(0.05, 0.2),
  };
};

function networkOf({ W1, b1, W2, b2 }: Penalised): Network {
  const network = new Network({
    sizes: [2, 2, 1],
    activations: ['tanh', 'identity'],
    loss: 'squaredError',
  });
  network.layer(1).W.copyFrom(Matrix.from(W1));
  network.layer(1).b.copyFrom(Matrix.column(b1));
  network.layer(2).W.copyFrom(Matrix.from(W2));
  network.layer(2).b.copyFrom(Matrix.column(b2));
  return network;
}

/** After a forward and a backward pass. */
function run(one: Penalised): Network {
  const network = networkOf(one);
  network.forward(Matrix.column(one.x));
  network.backward(Matrix.column([one.y]));
  return network;
}

const weightsOf = (network: Network): number[] => [
  ...network.layer(1).W.data,
  ...network.layer(2).W.data,
];
const weights = ({ W1, W2 }: Penalised): number[] => [...W1.flat(), ...W2.flat()];
const squares = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value * value, 0);

/** The loss of the network written out, weights as one list of six. */
function lossAt({ b1, b2, x, y }: Penalised, w: readonly number[]): number {
  const hidden = [0, 1].map((k) => Math.tanh(w[2 * k]! * x[0]! + w[2 * k + 1]! * x[1]! + b1[k]!));
  return (w[4]! * hidden[0]! + w[5]! * hidden[1]! + b2[0]! - y) ** 2 / 2;
}

/** Slopes at the weights, by differences. */
const slopes = (one: Penalised, f: (w: readonly number[]) => number): number[] =>
  weights(one).map((w, k) => {
    const at = weights(one);
    return (f(at.with(k, w + 1e-5)) - f(at.with(k, w - 1e-5))) / 2e-5;
  });
const plainSlopes = (one: Penalised): number[] => slopes(one, (w) => lossAt(one, w));

/** Loss plus c Σ w², differentiated by differences. */
const penalisedSlopes = (one: Penalised, c: number): number[] =>
  slopes(one, (w) => lossAt(one, w) + c * squares(w));

/** The engine's gradient with L2 in it. */
function gradientWith(one: Penalised, convention: NonNullable<L2Spec['convention']>): number[] {
  const network = run(one);
  addL2Gradient(network.parameters, { lambda: one.lambda, convention });
  return [...network.layer(1).dW.data, ...network.layer(2).dW.data];
}

/** The engine's weights after some steps; L2 in the gradient where it is asked for. */
function stepped(one: Penalised, spec: OptimiserSpec, { steps = 1, l2 = false } = {}): number[] {
  const network = networkOf(one);
  const optimiser = new Optimiser(spec, network.parameters);
  for (let n = 0; n < steps; n++) {
    network.forward(Matrix.column(one.x));
    network.backward(Matrix.column([one.y]));
    if (l2) addL2Gradient(network.parameters, { lambda: one.lambda, convention: 'whole' });
    optimiser.step(one.alpha);
  }
  return weightsOf(network);
}

const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

/** Adam with decay written out; biases are held, so that only weights move. */
function adamByHand(
  one: Penalised,
  steps: number,
  { kept, inGradient }: { kept: number; inGradient: number },
): number[] {
  const w = weights(one);
  const [m, v] = [w.map(() => 0), w.map(() => 0)];
  for (let t = 1; t <= steps; t++) {
    const at = { ...one, W1: [w.slice(0, 2), w.slice(2, 4)], W2: [w.slice(4)] };
    const network = run(at);
    const g = [...network.layer(1).dW.data, ...network.layer(2).dW.data];
    g.forEach((slope, k) => {
      const gradient = slope + inGradient * w[k]!;
      m[k] = beta1 * m[k]! + (1 - beta1) * gradient;
      v[k] = beta2 * v[k]! + (1 - beta2) * gradient ** 2;
      const step = m[k]! / (1 - beta1 ** t) / (Math.sqrt(v[k]! / (1 - beta2 ** t)) + epsilon);
      w[k] = kept * w[k]! - one.alpha * step;
    });
  }
  return w;
}

/** The engine's AdamW with the biases put back after each step. */
function adamwByEngine(one: Penalised, steps: number): number[] {
  const network = networkOf(one);
  const optimiser = new Optimiser(
    { kind: 'adamw', weightDecay: one.lambda, beta1, beta2, epsilon },
    network.parameters,
  );
  for (let n = 0; n < steps; n++) {
    network.forward(Matrix.column(one.x));
    network.backward(Matrix.column([one.y]));
    optimiser.step(one.alpha);
    network.layer(1).b.copyFrom(Matrix.column(one.b1));
    network.layer(2).b.copyFrom(Matrix.column(one.b2));
  }
  return weightsOf(network);
}

export const decayEquations: readonly Equation[] = [
  {
    id: 'of-l2',
    tex: '\\loss_{\\lambda} = \\loss + \\lambda \\sum_i w_i^2',
    means: {
      zh: 'L2 正则化：损失里加上全部权重的平方和，乘以 λ。偏置不算。',
      en: 'L2 regularisation: the loss gets the sum of all squared weights, times λ. Biases do not count.',
    },
    check: check({
      setup,
      left: (one) => {
        const network = run(one);
        const { lambda } = one;
        const penalty = l2Penalty(network.parameters, { lambda, convention: 'whole' });
        return network.loss(Matrix.column([one.y])) + penalty;
      },
      right: (one) => lossAt(one, weights(one)) + one.lambda * squares(weights(one)),
      wrong: [
        {
          slip: { zh: '偏置也算进去了', en: 'the biases counted as well' },
          right: (one) =>
            lossAt(one, weights(one)) +
            one.lambda * squares([...weights(one), ...one.b1, ...one.b2]),
        },
        {
          slip: { zh: '没有平方', en: 'not squared' },
          right: (one) =>
            lossAt(one, weights(one)) +
            one.lambda * weights(one).reduce((sum, w) => sum + Math.abs(w), 0),
        },
        {
          slip: { zh: '多了 ½', en: 'a ½ that belongs to the other convention' },
          right: (one) => lossAt(one, weights(one)) + (one.lambda / 2) * squares(weights(one)),
        },
      ],
    }),
  },
  {
    id: 'of-l2-gradient',
    tex: '\\dd{\\loss_{\\lambda}}{w_i} = \\dd{\\loss}{w_i} + 2\\lambda\\, w_i',
    means: {
      zh: '每个权重的梯度多出一项，与权重自己成正比，因子是 2λ。',
      en: 'The gradient of each weight gets one more term, proportional to the weight itself: 2λ times it.',
    },
    check: check({
      setup,
      tolerance: 1e-8,
      left: (one) => penalisedSlopes(one, one.lambda),
      right: (one) => gradientWith(one, 'whole'),
      wrong: [
        {
          slip: { zh: '漏了 2', en: 'the 2 left out' },
          right: (one) => plainSlopes(one).map((g, k) => g + one.lambda * weights(one)[k]!),
        },
        {
          slip: { zh: '加上了权重的平方', en: 'the square of the weight added' },
          right: (one) => plainSlopes(one).map((g, k) => g + one.lambda * weights(one)[k]! ** 2),
        },
        {
          slip: { zh: '减去了这一项', en: 'subtracted' },
          right: (one) => plainSlopes(one).map((g, k) => g - 2 * one.lambda * weights(one)[k]!),
        },
      ],
    }),
  },
  {
    id: 'of-l2-half',
    tex: '\\begin{aligned} &\\frac{\\partial}{\\partial w_i} \\Bigl(\\loss + \\frac{\\lambda}{2} \\sum_k w_k^2\\Bigr) \\\\[0.5em] &\\qquad = \\dd{\\loss}{w_i} + \\lambda\\, w_i \\end{aligned}',
    means: {
      zh: '另一种写法带 ½，为的是让 2 约掉。同一个 λ，作用只有一半。',
      en: 'The other convention has a ½, so that the 2 cancels. The same λ has half the effect.',
    },
    check: check({
      setup,
      tolerance: 1e-8,
      left: (one) => penalisedSlopes(one, one.lambda / 2),
      right: (one) => gradientWith(one, 'half'),
      wrong: [
        {
          slip: { zh: '2 没有约掉', en: 'the 2 not cancelled' },
          right: (one) => gradientWith(one, 'whole'),
        },
        {
          slip: { zh: '½ 还留着', en: 'the ½ kept' },
          right: (one) => plainSlopes(one).map((g, k) => g + (one.lambda / 2) * weights(one)[k]!),
        },
      ],
    }),
  },
  {
    id: 'of-shrink',
    tex: 'w_i \\leftarrow (1 - 2\\lr\\lambda)\\, w_i - \\lr\\, \\dd{\\loss}{w_i}',
    means: {
      zh: '梯度下降一步：每个权重先缩小到 1 − 2αλ 倍，再按原来的梯度走。所以叫权重衰减。',
      en: 'One step of gradient descent: each weight is multiplied by 1 − 2αλ, then moved as before. Hence weight decay.',
    },
    check: check({
      setup,
      tolerance: 1e-8,
      left: (one) => stepped(one, { kind: 'sgd' }, { l2: true }),
      right: (one) =>
        plainSlopes(one).map(
          (g, k) => (1 - 2 * one.alpha * one.lambda) * weights(one)[k]! - one.alpha * g,
        ),
      wrong: [
        {
          slip: { zh: '漏了 2', en: 'the 2 left out' },
          right: (one) =>
            plainSlopes(one).map(
              (g, k) => (1 - one.alpha * one.lambda) * weights(one)[k]! - one.alpha * g,
            ),
        },
        {
          slip: { zh: '漏了学习率', en: 'the learning rate left out' },
          right: (one) =>
            plainSlopes(one).map((g, k) => (1 - 2 * one.lambda) * weights(one)[k]! - one.alpha * g),
        },
        {
          slip: { zh: '写成 1 + 2αλ', en: '1 + 2αλ' },
          right: (one) =>
            plainSlopes(one).map(
              (g, k) => (1 + 2 * one.alpha * one.lambda) * weights(one)[k]! - one.alpha * g,
            ),
        },
      ],
    }),
  },
  {
    id: 'of-adam-l2',
    tex: '\\begin{gathered} g_i = \\dd{\\loss}{w_i} + 2\\lambda\\, w_i, \\\\[0.5em] w_i \\leftarrow w_i - \\lr\\, \\operatorname{sign}(g_i) \\quad (t = 1) \\end{gathered}',
    means: {
      zh: 'L2 放进 Adam 的梯度里，第一步只剩下符号：λ 是大是小，步长都是 α。',
      en: 'L2 in Adam’s gradient: in the first step only a sign is left of it. However large λ is, the step is α.',
    },
    check: check({
      setup,
      tolerance: 1e-6,
      left: (one) => stepped(one, { kind: 'adam' }, { l2: true }),
      right: (one) =>
        penalisedSlopes(one, one.lambda).map((g, k) => weights(one)[k]! - one.alpha * Math.sign(g)),
      wrong: [
        {
          slip: { zh: '当成普通的梯度下降', en: 'taken for plain gradient descent' },
          right: (one) =>
            penalisedSlopes(one, one.lambda).map((g, k) => weights(one)[k]! - one.alpha * g),
        },
        {
          slip: {
            zh: '以为权重照样缩小到 1 − 2αλ 倍',
            en: 'the weight shrunk by 1 − 2αλ all the same',
          },
          right: (one) =>
            plainSlopes(one).map(
              (g, k) =>
                (1 - 2 * one.alpha * one.lambda) * weights(one)[k]! - one.alpha * Math.sign(g),
            ),
        },
      ],
    }),
  },
  {
    id: 'of-adamw',
    tex: 'w_i \\leftarrow (1 - \\lr\\lambda)\\, w_i - \\lr\\, \\frac{\\hat m_i}{\\sqrt{\\hat v_i} + \\varepsilon}',
    means: {
      zh: 'AdamW：衰减不进梯度，直接作用在权重上；Adam 的步子另外走。',
      en: 'AdamW: the decay stays out of the gradient and acts on the weight itself; Adam’s step comes on top.',
    },
    check: check({
      setup,
      tolerance: 1e-9,
      left: (one) => adamwByEngine(one, 3),
      right: (one) => adamByHand(one, 3, { kept: 1 - one.alpha * one.lambda, inGradient: 0 }),
      wrong: [
        {
          slip: { zh: '衰减放进了梯度', en: 'the decay put into the gradient' },
          right: (one) => adamByHand(one, 3, { kept: 1, inGradient: one.lambda }),
        },
        {
          slip: { zh: '衰减没有乘学习率', en: 'the decay not multiplied by the learning rate' },
          right: (one) => adamByHand(one, 3, { kept: 1 - one.lambda, inGradient: 0 }),
        },
        {
          slip: { zh: '用了 2λ', en: '2λ for λ' },
          right: (one) =>
            adamByHand(one, 3, { kept: 1 - 2 * one.alpha * one.lambda, inGradient: 0 }),
        },
      ],
    }),
  },
];
