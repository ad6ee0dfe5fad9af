import type { Text } from '@book/languages';
import { stepTex } from '@components/equation/step-tex';
import * as folding from '@components/widgets/folding/model';
import { first as folded, type State } from '@components/widgets/folding/state';
import { networkOf as anatomyOf } from '@components/widgets/network-anatomy/model';
import { stepsToRight } from '@components/widgets/one-line-is-not-enough/training';
import { gate, Matrix, matmul, type StepKind, trace } from '@engine';
import { byHand } from './units';

/** Every number that the prose of this chapter mentions, computed by the engine at build time. */

/** Shown with this many decimals, and a real minus sign. */
const show = (number: number, decimals = 3): string => number.toFixed(decimals).replace('-', '−');

const { X, Y } = gate('xor');

/** The truth table of that network, row by row: what each unit answers. */
export const table = [0, 1, 2, 3].map((s) => {
  const hidden = [byHand.or.answer(X, s), byHand.nand.answer(X, s)];
  const output = byHand.and.answer(Matrix.column(hidden), 0);
  return {
    x: `${X.at(0, s)}, ${X.at(1, s)}`,
    or: hidden[0],
    nand: hidden[1],
    output,
    y: Y.at(0, s),
  };
});

/** The worked example is the network with which the folding figure opens, at the inputs 1 and 0. */
const traced = trace(folding.networkOf(folded), [1, 0], [1], { alpha: 1 });
const line = (kind: StepKind, layer: number, at: number, why: Text) => {
  const found = traced.find((s) => s.kind === kind && s.layer === layer && s.unit === at);
  if (!found) throw new Error(`The trace has no ${kind} ${layer} ${at}`);
  return { tex: stepTex(found), why };
};
const through = { zh: '经过 Sigmoid', en: 'through the sigmoid' };

export const workedLines = [
  line('z', 1, 1, { zh: '第一个隐藏单元的加权和', en: 'sum of the first hidden unit' }),
  line('a', 1, 1, through),
  line('z', 1, 2, { zh: '第二个隐藏单元的加权和', en: 'sum of the second hidden unit' }),
  line('a', 1, 2, through),
  line('z', 2, 1, {
    zh: '输出单元的加权和，只用隐藏单元的激活值',
    en: 'sum of the output unit, from the hidden activations alone',
  }),
  line('a', 2, 1, { zh: '网络的回答', en: 'the network’s answer' }),
];

/** All four points through that network. */
export const points = folding.model(folded).points.map(({ x, a1, a2, y }) => ({
  x: `${x[0]}, ${x[1]}`,
  a1: show(a1[0]),
  a2: show(a1[1]),
  out: show(a2),
  y,
}));

const linear: State = { ...folded, f: 'identity' };
const [W1, W2] = [Matrix.from(folded.W1), Matrix.from(folded.W2)];
const product = matmul(W2, W1).toRows()[0] ?? [];
const constant = (W2.toRows()[0] ?? []).reduce(
  (sum, w, j) => sum + w * folded.b1[j]!,
  folded.b2[0]!,
);
const short = (number: number): string => String(Number(number.toFixed(6))).replace('-', '−');

/** The same network without its hidden activation function: one line, W x + b. */
export const collapsed = {
  W1: short(product[0]!),
  W2: short(product[1]!),
  b: short(constant),
  wrong: folding.model(linear).wrong,
  fewest: folding.model(linear).fewest,
};

/** Of seeds 1 … 100: with how many a network gets XOR right within that many training steps. */
export const seeds = 100;
const all = Array.from({ length: seeds }, (_, i) => i + 1);
const within = 2000;
const successes = (hidden: number, most = within): number =>
  all.filter((seed) => stepsToRight('xor', hidden, seed, most) !== undefined).length;

export const trained = {
  one: successes(1),
  two: successes(2),
  three: successes(3),
  four: successes(4),
  /** Ten times as many steps with two hidden units. */
  patient: successes(2, 10 * within),
  /** The first seed from which two hidden units get stuck. */
  stuck: all.find((seed) => stepsToRight('xor', 2, seed) === undefined),
};
export const failed = seeds - trained.two;

/** Thousands are set apart by a space at which no line breaks. */
const whole = (number: number): string => number.toLocaleString('en-US').replaceAll(',', '\u00a0');

/** How long each start was trained. */
export const steps = whole(within);

const count = (sizes: readonly number[]): string =>
  whole(anatomyOf(sizes).parameters.reduce((sum, { value }) => sum + value.data.length, 0));

export const parameters = {
  xor: count([2, 2, 1]),
  anatomy: count([3, 4, 2]),
  digits: count([784, 128, 64, 10]),
};
