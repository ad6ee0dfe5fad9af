import type { Text } from '@book/languages';
import { stepTex } from '@components/equation/step-tex';
import { fixed, short } from '@components/figure/format';
import {
  type State as Chain,
  model as chain,
  first as chainFirst,
} from '@components/widgets/chain-of-one/model';
import {
  begin,
  type State as Lesson,
  first as lessonFirst,
  Training,
} from '@components/widgets/gradient-by-depth/model';
import { clipByNorm, clipByValue, Matrix, Network, type StepKind, trace } from '@engine';

/** Every number that the prose of this chapter mentions, computed by the engine at build time. */

/** A long whole number in groups of three, as the book writes it; anything else as it is. */
const grouped = (text: string): string =>
  /^\d{4,}$/.test(text) ? Number(text).toLocaleString('en-US').replaceAll(',', '\u00a0') : text;

const at = (part: Partial<Chain>) => chain({ ...chainFirst, ...part });

const opening = at({});
const factors = opening.links.flatMap(({ factor }) => (factor === undefined ? [] : [factor]));
/** The chain that explodes: ReLU with weight 3. */
const steep = 3;
const exploding = at({ f: 'relu', w: steep });

/** The weight, in steps of the slider, with which the opening chain keeps most of its error. */
const bestWeight = Array.from({ length: 161 }, (_, i) => (i - 80) / 10)
  .map((w) => ({ w, ratio: at({ w }).ratio }))
  .reduce((p, q) => (q.ratio > p.ratio ? q : p));
/** A weight and a bias that keep every sum near 0. */
const balanced = { w: 6, b: -3.2 };
/** The sums of the layers that have a factor. */
const balancedSums = at(balanced)
  .links.slice(0, -1)
  .map(({ z }) => Math.abs(z));

export const n = {
  bestWeight: fixed(bestWeight.w, 1),
  bestLeft: short(bestWeight.ratio, 1),
  balancedWeight: balanced.w,
  balancedBias: fixed(balanced.b, 1),
  balancedFar: fixed(Math.max(...balancedSums), 1),
  balancedTimes: Math.round(at(balanced).ratio),
  weight: chainFirst.w,
  factors: factors.length,
  least: Math.min(...factors).toFixed(2),
  largest: Math.max(...factors).toFixed(2),
  left: short(opening.ratio, 2),
  millions: Math.round(1 / opening.ratio / 1e6),
  /** The same as Chinese counts it. */
  tenThousands: 100 * Math.round(1 / opening.ratio / 1e6),
  quarterTen: grouped(String(4 ** 10)),
  steep,
  explodes: grouped(short(exploding.ratio, 5)),
  firstLarge: short(exploding.links[0]!.gradient, 3),
  lastLarge: short(exploding.links.at(-1)!.gradient, 3),
};

/** What is left after 10 and 30 layers with the same factor. */
export const powers = [0.25, 0.9, 1.1, steep].map((factor) => ({
  factor: String(factor),
  ten: grouped(short(factor ** 10, 3)),
  thirty: short(factor ** 30, 3),
}));

/** A short gradient under both kinds of clipping, by the engine. */
function clipping() {
  const g = [3, 4];
  const limit = 1;
  const run = (by: typeof clipByValue): number[] => {
    const gradient = Matrix.column(g);
    by([{ name: 'g', value: Matrix.column(g), gradient, decays: false }], limit);
    return gradient.toColumn();
  };
  const byNorm = run((parameters, c) => clipByNorm(parameters, c));
  const byValue = run(clipByValue);
  const degrees = ([x = 0, y = 0]: readonly number[]): string =>
    ((Math.atan2(y, x) * 180) / Math.PI).toFixed(0);
  const pair = (values: readonly number[]): string =>
    `(${values.map((value) => short(value, 3)).join(', ')})`;
  return {
    g: pair(g),
    limit,
    length: Math.hypot(...g),
    byNorm: pair(byNorm),
    byValue: pair(byValue),
    afterNorm: degrees(byNorm),
    afterValue: degrees(byValue),
  };
}
export const clips = clipping();

/** Updates after which the table looks at the loss. */
const rounds = 500;

/** Four decimals; what they would show as 0 is said to be smaller than the last of them. */
const lossOf = ({ loss }: Training): string => (loss < 0.00005 ? '< 0.0001' : loss.toFixed(4));

function lesson(part: Partial<Lesson>) {
  const training = new Training({ ...lessonFirst, ...part });
  const [firstNorm, lastNorm] = [training.norms[0]!, training.norms.at(-1)!];
  while (training.step < rounds && !training.ended) training.advance();
  return {
    first: short(firstNorm, 2),
    last: grouped(short(lastNorm, 2)),
    loss: training.diverged ? undefined : lossOf(training),
    /** The norm of the whole gradient when the loss was looked at. */
    total: short(training.totals.at(-1)!, 2),
  };
}

/** The deep network of the second figure, started in several ways. */
export const lessons = {
  rounds,
  sigmoid: lesson({}),
  tanh: lesson({ f: 'tanh' }),
  relu: lesson({ f: 'relu', start: 'he' }),
  small: lesson({ f: 'relu', start: 'small' }),
  large: lesson({ f: 'relu', start: 'large' }),
  clipped: lesson({ f: 'relu', start: 'large', clipping: 'norm' }),
  chance: Math.log(2).toFixed(4),
};

/** Of the units of each hidden layer, the share that is on at the start with ReLU and He. */
function openUnits() {
  const { network, X } = begin({ ...lessonFirst, f: 'relu', start: 'he' });
  network.forward(X);
  const shares = Array.from({ length: lessonFirst.depth }, (_, i) => {
    const { data } = network.layer(i + 1).a;
    return data.filter((a) => a > 0).length / data.length;
  });
  const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;
  return { least: percent(Math.min(...shares)), most: percent(Math.max(...shares)) };
}
export const open = openUnits();

/** The chain of the worked example: four sigmoid layers. */
const example = { x: 0.6, y: 1, w: [0.9, -1.2, 1.5, 0.8], b: [0.2, 0.4, -0.3, 0.1] };

function exampleSteps() {
  const L = example.w.length;
  const network = new Network({
    sizes: Array<number>(L + 1).fill(1),
    activations: Array<'sigmoid'>(L).fill('sigmoid'),
    loss: 'squaredError',
  });
  example.w.forEach((w, i) => {
    network.layer(i + 1).W.data[0] = w;
    network.layer(i + 1).b.data[0] = example.b[i]!;
  });
  return trace(network, [example.x], [example.y]);
}
const steps = exampleSteps();

const stepOf = (kind: StepKind, layer: number) => {
  const found = steps.find((step) => step.kind === kind && step.layer === layer);
  if (!found) throw new Error(`The trace has no ${kind} ${layer}`);
  return found;
};
const line = (kind: StepKind, layer: number, why: Text) => ({
  tex: stepTex(stepOf(kind, layer)),
  why,
});

export const forwardLines = [
  line('z', 1, { zh: '第 1 层的和', en: 'sum of layer 1' }),
  line('a', 1, { zh: '经过 Sigmoid', en: 'through the sigmoid' }),
  line('a', 2, { zh: '第 2 层', en: 'layer 2' }),
  line('a', 3, { zh: '第 3 层', en: 'layer 3' }),
  line('a', 4, { zh: '输出，目标是 1', en: 'the output; its target is 1' }),
];

export const backwardLines = [
  line('delta', 4, { zh: '误差项出发', en: 'the error sets out' }),
  line('dLda', 3, { zh: '乘以第 4 层的权重', en: 'times the weight of layer 4' }),
  line('fprime', 3, { zh: '第 3 层的斜率', en: 'slope of layer 3' }),
  line('delta', 3, { zh: '误差项到了第 3 层', en: 'the error at layer 3' }),
  line('delta', 2, { zh: '第 2 层', en: 'layer 2' }),
  line('delta', 1, {
    zh: '第 1 层：乘的是第 2 层的权重，它是负的，符号翻转',
    en: 'layer 1: the weight of layer 2 is negative, and the sign turns',
  }),
  line('dW', 4, { zh: '最后一层权重的梯度', en: 'gradient of the last weight' }),
  line('dW', 1, { zh: '第一层权重的梯度', en: 'gradient of the first weight' }),
];

const [deltaOne, deltaFour] = [stepOf('delta', 1).value, stepOf('delta', 4).value];
const [gradOne, gradFour] = [stepOf('dW', 1).value, stepOf('dW', 4).value];

export const worked = {
  size: Math.abs(deltaFour / deltaOne).toFixed(0),
  gradients: Math.abs(gradFour / gradOne).toFixed(0),
};
