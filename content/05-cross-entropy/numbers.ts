import type { Text } from '@book/languages';
import * as bars from '@components/widgets/gradient-bars/model';
import * as surprise from '@components/widgets/surprise-curve/model';
import * as who from '@components/widgets/who-learns/model';
import { activation, finiteDifference, losses, Matrix, softmax, softmaxBackward } from '@engine';

/** Every number that the prose of this chapter mentions, computed by the engine at build time. */

/** Shown with this many decimals, and a real minus sign. */
const show = (number: number, decimals = 4): string => number.toFixed(decimals).replace('-', '−');
const whole = (number: number): string => number.toLocaleString('en-US').replaceAll(',', '\u00a0');

/** −log p, as the engine computes it: the loss of a sigmoid unit that gives p where 1 is right. */
const surpriseOf = (p: number): number => {
  const Z = Matrix.column([Math.log(p / (1 - p))]);
  return losses.binaryCrossEntropy.mean(Z, Z, Matrix.column([1]));
};

/** How surprised one is at what had these probabilities. */
export const surprises = [0.99, 0.9, 0.5, 0.1, 0.01, 0.001].map((p) => ({
  p: String(p),
  loss: show(surpriseOf(p)),
}));

/** The unit of the opening figure. */
const opening = surprise.placeAt(surprise.first.z);
export const start = {
  a: show(opening.a),
  ce: show(opening.crossEntropy.byZ),
  se: show(opening.squaredError.byZ),
  times: show(opening.crossEntropy.byZ / opening.squaredError.byZ, 0),
  miss: show(opening.squaredError.byA),
  /** One digit more, so that the product with the slope by a comes out as shown. */
  slope: show(opening.slope, 5),
  ceStep: show(-opening.crossEntropy.byZ),
  seStep: show(-opening.squaredError.byZ),
};

/** A network that is sure, and right half of the time. */
export const careful = { bold: show((surpriseOf(0.99) + surpriseOf(0.01)) / 2) };

/** Three samples, and the probabilities that their right classes got. */
const given = [0.8, 0.5, 0.9];
const product = given.reduce((p, q) => p * q, 1);
const manyLosses = 2000;
export const likelihood = {
  product: show(product, 2),
  loss: show(-Math.log(product)),
  /** Five decimals: with four the parts shown would not add up to the sum shown. */
  parts: given.map((p) => show(surpriseOf(p), 5)),
  sum: show(
    given.map(surpriseOf).reduce((p, q) => p + q),
    5,
  ),
  mean: show(given.map(surpriseOf).reduce((p, q) => p + q) / given.length, 5),
  /** 0.5 to the 2,000th, as a computer has it, and what the sum of the losses is instead. */
  many: whole(manyLosses),
  underflow: String(0.5 ** manyLosses),
  manySum: show(manyLosses * surpriseOf(0.5), 1),
};

/** The first state of the figure with the bars, for each pair. */
const pairsOf = (pair: bars.PairName) => {
  const { a, gradient, squaredGradient, loss } = bars.model({ ...bars.first, pair });
  return {
    a: a.map((value) => show(value)),
    gradient: gradient.map((value) => show(value)),
    squared: squaredGradient.map((value) => show(value)),
    loss: show(loss),
  };
};
export const pairs = {
  softmax: pairsOf('softmax'),
  note: pairsOf('note'),
  binary: pairsOf('binary'),
};

/** Steps until a unit that is wrong says yes, by how deep it starts. */
export const patience = [-2, -4, -6, -8].map((z) => ({
  z: show(z, 0),
  a: show(surprise.placeAt(z).a),
  ce: whole(surprise.stepsToYes('crossEntropy', z)),
  se: whole(surprise.stepsToYes('squaredError', z)),
}));

/** The classifier of the figure with three losses, at the step it opens with and at its end. */
const [squared, note, binary] = who.model(who.first).learners;
const outcome = ({ moments, done }: who.Learner) => {
  const [now, last] = [moments[who.first.at]!, moments.at(-1)!];
  return {
    done: done === undefined ? '' : String(done),
    right: String(now.right),
    loss: show(now.loss),
    yes: show(now.yes, 2),
    lastRight: String(last.right),
    lastLoss: show(last.loss),
    measure: show(last.measure, 1),
    first: show(moments[0]!.measure, 1),
  };
};
export const learners = {
  at: String(who.first.at),
  steps: String(who.steps),
  samples: String(who.samples),
  squared: outcome(squared!),
  note: outcome(note!),
  binary: outcome(binary!),
  /** With a start that knows nothing. */
  undecided: {
    squared: String(who.model({ ...who.first, sure: 0 }).learners[0]!.done),
    binary: String(who.model({ ...who.first, sure: 0 }).learners[2]!.done),
  },
};

/** Logits that overflow the plain formula. */
const large = [1000, 998, 995];
const exponentials = large.map(Math.exp);
const total = exponentials.reduce((p, q) => p + q);
const engineLoss = (z: readonly number[], y: readonly number[]): number => {
  const Z = Matrix.column(z);
  return losses.softmaxCrossEntropy.mean(Z, Z, Matrix.column(y));
};
export const overflow = {
  power: String(exponentials[0]),
  plain: String(-Math.log(exponentials[1]! / total)),
  stable: show(engineLoss(large, [0, 1, 0])),
};

/** The sample of the worked example. */
const z = [1.2, 2.1, -0.4];
const y = [1, 0, 0];
const Z = Matrix.column(z);
const Y = Matrix.column(y);
const A = softmax(Z);
const a = A.toColumn();
const powers = z.map(Math.exp);
const sum = powers.reduce((p, q) => p + q);
const delta = losses.softmaxCrossEntropy.gradient(Z, A, Y, Matrix.zeros(3, 1)).toColumn();
const sigmoid = activation('sigmoid');
const S = Matrix.column(z.map(sigmoid.value));
const s = S.toColumn();
const sigmoidDelta = (name: 'sigmoidCrossEntropy' | 'binaryCrossEntropy'): number[] =>
  losses[name].gradient(Z, S, Y, Matrix.zeros(3, 1)).toColumn();
const noteDelta = sigmoidDelta('sigmoidCrossEntropy');
const bceDelta = sigmoidDelta('binaryCrossEntropy');

const digits = (number: number): string => String(Number(number.toPrecision(6)));
const column = (list: readonly number[]): string =>
  `\\begin{pmatrix} ${list.map((value) => (value === 0 ? '0' : value.toFixed(4))).join(' \\\\ ')} \\end{pmatrix}`;
const line = (tex: string, why: Text) => ({ tex, why });
const moved = z.map((value, j) => value - delta[j]!);

/** With softmax. */
export const softmaxLines = [
  line(
    `\\sum_k e^{\\zi{L}{k}} = e^{${z[0]}} + e^{${z[1]}} + e^{${z[2]}} \\approx ${powers.map(digits).join(' + ')} \\approx ${digits(sum)}`,
    { zh: '三个指数之和', en: 'the sum of the three exponentials' },
  ),
  line(`\\acti{L}{1} \\approx ${digits(powers[0]!)} / ${digits(sum)} \\approx ${digits(a[0]!)}`, {
    zh: '正确类别的概率',
    en: 'the probability of the right class',
  }),
  line(`\\acti{L}{2} \\approx ${digits(a[1]!)}, \\quad \\acti{L}{3} \\approx ${digits(a[2]!)}`, {
    zh: '另外两个，同样算',
    en: 'the other two, in the same way',
  }),
  line(
    `\\loss = -\\log \\acti{L}{1} \\approx ${digits(losses.softmaxCrossEntropy.mean(Z, A, Y))}`,
    { zh: '损失', en: 'the loss' },
  ),
  line(`\\delt{L} = \\act{L} - \\y \\approx ${column(delta)}`, {
    zh: '输出减目标，目标是 1、0、0',
    en: 'output minus target; the targets are 1, 0, 0',
  }),
  line(`\\z{L} - \\delt{L} \\approx ${column(moved)}`, {
    zh: '若让加权和自己走一步，学习率取 1',
    en: 'the sums after one step of their own, with learning rate 1',
  }),
  line(`\\loss \\approx ${digits(engineLoss(moved, y))}`, {
    zh: '走这一步之后的损失',
    en: 'the loss after this step',
  }),
];

/** With the sigmoid. */
export const sigmoidLines = [
  line(`\\act{L} = \\sigma(\\z{L}) \\approx ${column(s)}`, {
    zh: '三个各自独立的回答，加起来不是 1',
    en: 'three answers on their own; they do not add up to 1',
  }),
  line(`(\\act{L} - \\y) \\had \\y \\approx ${column(noteDelta)}`, {
    zh: '笔记的损失：第二、三类分毫不动',
    en: 'the note’s loss: classes 2 and 3 are left alone',
  }),
  line(`\\act{L} - \\y \\approx ${column(bceDelta)}`, {
    zh: '二元交叉熵：错得最厉害的第二类，压得最重',
    en: 'binary cross-entropy: class 2, the worst mistake, is pushed hardest',
  }),
];

export const example = { a: a.map((value) => show(value)), s: s.map((value) => show(value)) };

/** What slips make of the gradient of the second class, beside what differences say. */
const judge = (() => {
  const W = Matrix.column(z);
  return finiteDifference(() => losses.softmaxCrossEntropy.mean(W, W, Y), W, 1);
})();
const row = (number: number) => ({
  value: show(number),
  error: `${show((100 * Math.abs(number - judge)) / Math.abs(judge), 1)}%`,
});
/** Softmax in the network and again in the loss: its gradient goes back through both. */
const twice = (() => {
  const A2 = softmax(A);
  const byA = losses.softmaxCrossEntropy.gradient(A, A2, Y, Matrix.zeros(3, 1));
  return softmaxBackward(A, byA, Matrix.zeros(3, 1)).at(1, 0);
})();

export const slips = {
  judge: show(judge),
  right: row(delta[1]!),
  twice: row(twice),
  braked: row(delta[1]! * a[1]! * (1 - a[1]!)),
  note: row(delta[1]! * y[1]!),
  sign: row(-delta[1]!),
  base10: row(delta[1]! / Math.LN10),
  /** The least loss that is left if softmax is done twice: with a₁ = 1 and the others 0. */
  floor: show(engineLoss([1, 0, 0], [1, 0, 0])),
};
