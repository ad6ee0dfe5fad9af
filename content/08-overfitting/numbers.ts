import type { Text } from '@book/languages';
import { fixed, short } from '@components/figure/format';
import { bring } from '@components/figure/run';
import {
  Draws,
  first as dropoutFirst,
  model as dropoutModel,
  expectedOutput,
  mostDraws,
  units,
  type State as Visualizer,
} from '@components/widgets/dropout-visualizer/model';
import {
  type State as Lab,
  first as labFirst,
  Training,
  validationSamples,
  width,
} from '@components/widgets/overfit-lab/model';
import { Matrix, Network, Optimiser, type OptimiserSpec, type Parameter } from '@engine';

/** Every number that the prose of this chapter mentions, computed by the engine at build time. */

const run = bring(new Draws(dropoutFirst), dropoutFirst.draws);
const opening = dropoutModel(dropoutFirst, run.off);

function many(state: Visualizer) {
  return bring(new Draws(state), mostDraws);
}
const long = many(dropoutFirst);

const bent: Visualizer = { ...dropoutFirst, output: 'sigmoid' };

export const n = {
  rate: dropoutFirst.rate,
  scale: fixed(1 / (1 - dropoutFirst.rate), 3),
  units,
  masks: 2 ** units,
  draws: dropoutFirst.draws,
  mean: fixed(run.mean, 3),
  test: fixed(opening.test, 3),
  mostDraws,
  longMean: fixed(long.mean, 3),
  longError: fixed(long.standardError, 3),
  bentMean: fixed(expectedOutput(bent), 3),
  bentTest: fixed(dropoutModel(bent, 0).test, 3),
};

function lesson(part: Partial<Lab>, updates = labFirst.step) {
  const training = bring(new Training({ ...labFirst, ...part }), updates);
  const { last, best, accuracies } = training;
  const percent = (share: number): string => `${(100 * share).toFixed(0)}\u00a0%`;
  return {
    training: fixed(last.training, 3),
    validation: fixed(last.validation, 3),
    right: percent(accuracies.training),
    rightElsewhere: percent(accuracies.validation),
    best: fixed(best.validation, 3),
    bestStep: best.step,
  };
}

const plain = lesson({});

/** The network of the second figure, trained as long as at its opening, with each remedy. */
export const lessons = {
  updates: labFirst.step,
  samples: labFirst.samples,
  validationSamples,
  width,
  parameters: 2 * width + width + width * width + width + width + 1,
  plain,
  stopped: lesson({}, plain.bestStep),
  dropout: lesson({ rate: 0.3 }),
  l2: lesson({ lambda: 0.01 }),
  strong: lesson({ lambda: 0.1 }),
  data: lesson({ samples: 200 }),
  /** Other samples, on which dropout does not help. */
  otherSeed: 12,
  otherPlain: lesson({ seed: 12 }),
  otherDropout: lesson({ seed: 12, rate: 0.3 }),
};

/** Settings of the comparison between L2 under Adam and AdamW. */
const decay = { alpha: 0.01, lambda: 0.1, steps: 400, quiet: 0.2, noisy: 4 };

/**
 * Two weights that begin at 1. Their gradients swing to and fro around 0, one widely, one barely:
 * whatever is left of them is what the decay has left.
 */
function decayed(spec: OptimiserSpec, inGradient: number): [quiet: string, noisy: string] {
  const value = Matrix.column([1, 1]);
  const gradient = Matrix.column([0, 0]);
  const parameter: Parameter = { name: 'w', value, gradient, decays: true };
  const optimiser = new Optimiser(spec, [parameter]);
  for (let step = 0; step < decay.steps; step++) {
    const swing = [1, -1, -1, 1][step % 4]!;
    [decay.quiet, decay.noisy].forEach((size, k) => {
      gradient.data[k] = swing * size + inGradient * value.data[k]!;
    });
    optimiser.step(decay.alpha);
  }
  return [fixed(value.data[0]!, 3), fixed(value.data[1]!, 3)];
}

export const adam = {
  ...decay,
  sgd: decayed({ kind: 'sgd' }, decay.lambda),
  l2: decayed({ kind: 'adam' }, decay.lambda),
  adamw: decayed({ kind: 'adamw', weightDecay: decay.lambda }, 0),
  expected: fixed((1 - decay.alpha * decay.lambda) ** decay.steps, 3),
  perStep: short(1 - decay.alpha * decay.lambda),
};

/** The worked example: three hidden units, one mask, one linear output. */
const example = {
  p: 0.2,
  a: [0.8, 1.5, 0.6],
  r: [1, 0, 1],
  w: [0.5, -1, 2],
  b: 0.1,
  y: 1,
  lambda: 0.05,
  alpha: 0.1,
};

function exampleNetwork() {
  const { p, a, r, w, b, y } = example;
  const network = new Network({
    sizes: [a.length, a.length, 1],
    activations: ['identity', 'identity'],
    loss: 'squaredError',
    extras: [{ dropout: { rate: p } }],
  });
  a.forEach((_, k) => {
    network.layer(1).W.set(k, k, 1);
  });
  network.layer(2).W.copyFrom(Matrix.from([w]));
  network.layer(2).b.data[0] = b;
  const X = Matrix.column(a);
  const test = network.forward(X).at(0, 0);
  network.forward(X, true);
  network.keepMasks(true);
  const { mask } = network.layer(1).dropout!;
  r.forEach((on, k) => {
    mask!.data[k] = on / (1 - p);
  });
  network.forward(X, true);
  network.backward(Matrix.column([y]));
  const [hidden, last] = [network.layer(1), network.layer(2)];
  return {
    test,
    sent: network.a(1).toColumn(),
    z: last.z.at(0, 0),
    loss: network.loss(Matrix.column([y])),
    delta: last.delta.at(0, 0),
    gradSent: w.map((weight) => weight * last.delta.at(0, 0)),
    grad: hidden.delta.toColumn(),
    dW: Array.from(last.dW.data),
  };
}

const by = exampleNetwork();
const num = (x: number): string => String(Number(x.toFixed(4)));
const inBrackets = (x: number): string => (x < 0 ? `(${num(x)})` : num(x));
const list = (values: readonly number[]): string => `(${values.map(num).join(',\\; ')})`;
const sum = (values: readonly number[], weights: readonly number[]): string =>
  values.map((value, k) => `${inBrackets(weights[k]!)} \\cdot ${inBrackets(value)}`).join(' + ');
const line = (tex: string, why: Text) => ({ tex, why });

const { p, a, r, w, b, y, lambda, alpha } = example;

export const forwardLines = [
  line(`a = ${list(a)}, \\qquad r = ${list(r)}`, {
    zh: '激活值和抽到的掩码：第 2 个单元关着',
    en: 'activations, and the mask that was drawn: unit 2 is off',
  }),
  line(`\\tilde{a} = \\frac{1}{1 - ${p}}\\, (r \\had a) = ${list(by.sent)}`, {
    zh: '训练时除以 1 − p',
    en: 'divided by 1 − p, in training',
  }),
  line(`z = ${sum(by.sent, w)} + ${b} = ${num(by.z)}`, {
    zh: '下一层的加权和',
    en: 'the next layer’s sum',
  }),
  line(`z_{\\text{test}} = ${sum(a, w)} + ${b} = ${num(by.test)}`, {
    zh: '测试时：没有掩码，也不缩放',
    en: 'at test time: no mask, no scaling',
  }),
];

export const backwardLines = [
  line(`\\delta = ${num(by.z)} - ${y} = ${num(by.delta)}`, {
    zh: '平方误差，输出只求和',
    en: 'squared error, and an output that only adds up',
  }),
  line(`\\dd{\\loss}{\\tilde{a}} = ${num(by.delta)} \\cdot ${list(w)} = ${list(by.gradSent)}`, {
    zh: '到达掩码之前',
    en: 'before it meets the mask',
  }),
  line(
    `\\dd{\\loss}{a} = \\frac{1}{1 - ${p}}\\, (r \\had \\dd{\\loss}{\\tilde{a}}) = ${list(by.grad)}`,
    {
      zh: '穿过同一个掩码：关着的单元得 0',
      en: 'through the same mask: the unit that is off gets 0',
    },
  ),
];

const [w1 = 0] = w;
const [dW1 = 0] = by.dW;

function step() {
  const network = new Network({ sizes: [1, 1], activations: ['identity'], loss: 'squaredError' });
  network.layer(1).W.data[0] = w1;
  network.layer(1).dW.data[0] = dW1 + 2 * lambda * w1;
  network.sgdStep(alpha);
  return network.layer(1).W.data[0]!;
}

export const stepLines = [
  line(`\\dd{\\loss}{w_1} = ${num(by.delta)} \\cdot ${num(by.sent[0]!)} = ${num(dW1)}`, {
    zh: '权重的梯度：误差项乘以送出的值',
    en: 'gradient of the weight: error times what was sent',
  }),
  line(
    `\\dd{\\loss_{\\lambda}}{w_1} = ${num(dW1)} + 2 \\cdot ${lambda} \\cdot ${w1} = ${num(dW1 + 2 * lambda * w1)}`,
    { zh: '加上 2λ 乘以权重', en: 'plus 2λ times the weight' },
  ),
  line(`w_1 \\leftarrow ${w1} - ${alpha} \\cdot ${num(dW1 + 2 * lambda * w1)} = ${num(step())}`, {
    zh: '一步梯度下降',
    en: 'one step of gradient descent',
  }),
  line(
    `(1 - 2 \\cdot ${alpha} \\cdot ${lambda}) \\cdot ${w1} - ${alpha} \\cdot ${num(dW1)} = ${num((1 - 2 * alpha * lambda) * w1 - alpha * dW1)}`,
    { zh: '先衰减、再走一步，结果相同', en: 'the same: first decay, then the plain step' },
  ),
];

export const worked = { p, lambda, alpha };
