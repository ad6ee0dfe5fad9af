import type { Text } from '@book/languages';
import { stepTex } from '@components/equation/step-tex';
import { finiteDifference, Matrix, matmul, Network, type StepKind, trace } from '@engine';

/** Every number that the prose of this chapter mentions, computed by the engine at build time. */

/** The network of Mazur 2015. */
const x = [0.05, 0.1];
const y = [0.01, 0.99];
const alpha = 0.5;

function mazur(): Network {
  const network = new Network({
    sizes: [2, 2, 2],
    activations: ['sigmoid', 'sigmoid'],
    loss: 'squaredError',
  });
  const set = (l: number, W: number[][], b: number[]) => {
    network.layer(l).W.copyFrom(Matrix.from(W));
    network.layer(l).b.copyFrom(Matrix.column(b));
  };
  set(
    1,
    [
      [0.15, 0.2],
      [0.25, 0.3],
    ],
    [0.35, 0.35],
  );
  set(
    2,
    [
      [0.4, 0.45],
      [0.5, 0.55],
    ],
    [0.6, 0.6],
  );
  return network;
}

const network = mazur();
const steps = trace(network, x, y, { alpha });

const stepOf = (kind: StepKind, layer: number, unit: number, from?: number) => {
  const found = steps.find(
    (step) =>
      step.kind === kind && step.layer === layer && step.unit === unit && step.from === from,
  );
  if (!found) throw new Error(`The trace has no ${kind} ${layer} ${unit}`);
  return found;
};
const value = (...place: Parameters<typeof stepOf>): number => stepOf(...place).value;

/** Shown with this many decimals, and a real minus sign. */
const show = (number: number, decimals = 6): string => number.toFixed(decimals).replace('-', '−');

const loss = stepOf('loss', 2, 0).value;
/** What is left of a loss after many updates. */
function lossAfter(rounds: number): number {
  const learner = mazur();
  const [X, Y] = [Matrix.column(x), Matrix.column(y)];
  for (let n = 0; n < rounds; n++) {
    learner.forward(X);
    learner.backward(Y);
    learner.sgdStep(alpha);
  }
  learner.forward(X);
  return learner.loss(Y);
}

/** Numbers of the worked example that sentences mention. */
export const n = {
  z11: show(value('z', 1, 1), 4),
  a11: show(value('a', 1, 1), 4),
  loss: show(loss),
  a21: show(value('a', 2, 1), 4),
  slope21: show(value('dLda', 2, 1), 4),
  fprime21: show(value('fprime', 2, 1), 4),
  delta21: show(value('delta', 2, 1), 4),
  delta22: show(value('delta', 2, 2), 4),
  gathered: show(value('dLda', 1, 1), 4),
  fprime11: show(value('fprime', 1, 1), 4),
  delta11: show(value('delta', 1, 1)),
  lossOne: show(lossAfter(1)),
  lossHundred: show(lossAfter(100)),
  lossThousand: show(lossAfter(1000)),
};

/** The worked example: chosen lines of the trace with a reason for each. */
const line = (place: Parameters<typeof stepOf>, why: Text) => ({
  tex: stepTex(stepOf(...place)),
  why,
});

export const forwardLines = [
  line(['z', 1, 1], { zh: '第一个隐藏单元的加权和', en: 'sum of the first hidden unit' }),
  line(['a', 1, 1], { zh: '经过 Sigmoid', en: 'through the sigmoid' }),
  line(['z', 1, 2], { zh: '第二个隐藏单元', en: 'the second hidden unit' }),
  line(['a', 1, 2], { zh: '经过 Sigmoid', en: 'through the sigmoid' }),
  line(['z', 2, 1], { zh: '第一个输出的加权和', en: 'sum of the first output' }),
  line(['a', 2, 1], { zh: '第一个输出，目标是 0.01', en: 'first output; its target is 0.01' }),
  line(['z', 2, 2], { zh: '第二个输出的加权和', en: 'sum of the second output' }),
  line(['a', 2, 2], { zh: '第二个输出，目标是 0.99', en: 'second output; its target is 0.99' }),
  line(['loss', 2, 0], { zh: '损失', en: 'the loss' }),
];

export const backwardLines = [
  line(['dLda', 2, 1], { zh: '输出减目标', en: 'output minus target' }),
  line(['fprime', 2, 1], { zh: 'Sigmoid 在这里的斜率', en: 'slope of the sigmoid there' }),
  line(['delta', 2, 1], { zh: '第一个输出的 δ', en: 'δ of the first output' }),
  line(['delta', 2, 2], { zh: '第二个输出的 δ，同样算', en: 'δ of the second, in the same way' }),
  line(['dW', 2, 1, 1], { zh: '一个输出权重的梯度', en: 'gradient of one output weight' }),
  line(['dLda', 1, 1], { zh: '两个听众的回答加起来', en: 'both listeners’ answers added up' }),
  line(['delta', 1, 1], { zh: '第一个隐藏单元的 δ', en: 'δ of the first hidden unit' }),
  line(['dW', 1, 1, 1], { zh: '一个输入权重的梯度', en: 'gradient of one input weight' }),
  line(['W-new', 2, 1, 1], { zh: '更新后的输出权重', en: 'that output weight, updated' }),
  line(['W-new', 1, 1, 1], { zh: '更新后的输入权重', en: 'that input weight, updated' }),
];

/** δ of the first hidden unit by ±ε on its bias: the judge of every slip. */
const judge = ((): number => {
  const [X, Y] = [Matrix.column(x), Matrix.column(y)];
  return finiteDifference(
    () => {
      network.forward(X);
      return network.loss(Y);
    },
    network.layer(1).b,
    0,
  );
})();

const sigma = (t: number): number => 1 / (1 + Math.exp(-t));
const slopeAt = (t: number): number => sigma(t) * (1 - sigma(t));
const delta2 = [value('delta', 2, 1), value('delta', 2, 2)];
const fprime = value('fprime', 1, 1);
const W2 = (k: 1 | 2): number => network.layer(2).W.at(k - 1, 0);
const updated = (k: 1 | 2): number => value('W-new', 2, k, 1);
const sum = (weight: (k: 1 | 2) => number): number =>
  delta2[0]! * weight(1) + delta2[1]! * weight(2);

const row = (number: number) => ({
  value: show(number),
  // No line breaks before the sign.
  error: `${show((100 * Math.abs(number - judge)) / Math.abs(judge), 1)}\u00a0%`,
});

/** What usual slips make of δ¹₁, beside what finite differences say. */
export const slips = {
  judge: show(judge),
  right: row(value('delta', 1, 1)),
  noSlope: row(sum(W2)),
  firstListener: row(delta2[0]! * W2(1) * fprime),
  slopeAtA: row(sum(W2) * slopeAt(value('a', 1, 1))),
  lostTranspose: row(matmul(network.layer(2).W, Matrix.column(delta2)).at(0, 0) * fprime),
  wrongIndex: row((delta2[0]! * W2(1) + delta2[0]! * W2(2)) * fprime),
  updatedFirst: row(sum(updated) * fprime),
};

/** A classifier of digits: 784 inputs, two hidden layers, 10 outputs. */
const sizes = [784, 128, 64, 10];
const pairs = sizes.slice(1).map((units, i) => units * sizes[i]!);
const forward = pairs.reduce((total, pair) => total + pair);
const backward = forward + pairs.slice(1).reduce((total, pair) => total + pair);
const parameters = forward + sizes.slice(1).reduce((total, units) => total + units);
const differences = 2 * parameters * forward;

/** Thousands are set apart by a space at which no line breaks. */
const whole = (number: number): string => number.toLocaleString('en-US').replaceAll(',', '\u00a0');

/** What the passes of that classifier cost, in multiplications. */
export const cost = {
  sizes: sizes.join('–'),
  parameters: whole(parameters),
  forward: whole(forward),
  backward: whole(backward),
  ratio: (backward / forward).toFixed(2),
  /** In units of 10⁹ (English) and of 亿, 10⁸ (Chinese). */
  billions: (differences / 1e9).toFixed(1),
  yi: (differences / 1e8).toFixed(0),
  times: whole(Math.round(differences / (forward + backward))),
};

/** With which weights the two outputs hear the first hidden unit. */
export const listeners = { weights: [W2(1), W2(2)] };
