import type { Text } from '@book/languages';
import { fateOf, first, run, steps } from '@components/widgets/dying-relu/model';
import {
  activation,
  type ElementwiseName,
  finiteDifference,
  Matrix,
  Network,
  softmax,
  softmaxBackward,
  softmaxJacobian,
} from '@engine';

/** Every number that the prose of this chapter mentions, computed by the engine at build time. */

/** Shown with this many decimals, and a real minus sign. */
const show = (number: number, decimals = 4): string => number.toFixed(decimals).replace('-', '−');

/** Small numbers as the figures write them: `4.5×10⁻⁵`. */
function power(number: number, digits = 2): string {
  const [mantissa = '', exponent = ''] = number.toExponential(digits - 1).split('e');
  const raised = [...String(Number(exponent))].map((char) =>
    char === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(char)],
  );
  return `${mantissa}×10${raised.join('')}`;
}

const sigmoid = activation('sigmoid');
const tanh = activation('tanh');

/** Where the slope of f falls under a tenth of its largest, on the positive side. */
function edge(name: ElementwiseName, largest: number): number {
  const f = activation(name);
  let [low, high] = [0, 10];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (f.derivative(middle) > largest / 10) low = middle;
    else high = middle;
  }
  return low;
}

/** The lowest point of a function that dips below 0: where, and how deep. */
function dip(name: 'gelu' | 'silu'): { at: string; depth: string } {
  const f = activation(name);
  let [low, high] = [-3, -0.1];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (f.derivative(middle) < 0) low = middle;
    else high = middle;
  }
  return { at: show(low, 2), depth: show(f.value(low), 2) };
}

/** At which step the Leaky ReLU unit of the figure is reached again. */
function backAt(kappa: number): string {
  const fate = fateOf(run('leakyRelu', { ...first, kappa }), steps);
  if (fate.kind !== 'back') throw new Error(`With κ = ${kappa} the unit does not come back`);
  return String(fate.to);
}

/** Elementwise functions at chosen sums. */
export const n = {
  sigmoidTwo: show(sigmoid.value(2)),
  sigmoidMinusTwo: show(sigmoid.value(-2)),
  sigmoidFour: show(sigmoid.value(4), 2),
  slopeFour: show(sigmoid.derivative(4)),
  percentFour: show(100 * sigmoid.derivative(4), 1),
  slopeTen: power(sigmoid.derivative(10)),
  tenLayers: power(sigmoid.derivative(0) ** 10),
  tanhOne: show(tanh.value(1)),
  tanhSlopeOne: show(tanh.derivative(1)),
  sigmoidEdge: show(edge('sigmoid', sigmoid.derivative(0)), 2),
  tanhEdge: show(edge('tanh', tanh.derivative(0)), 2),
  eluMinusTwo: show(activation('elu').value(-2)),
  backWithTenth: backAt(0.1),
  backWithHundredth: backAt(0.01),
  gelu: dip('gelu'),
  silu: dip('silu'),
  /** Twenty ReLU units in a row, all reached, each with the weight ½. */
  twentyHalves: power((activation('relu').derivative(1) * 0.5) ** 20),
};

const softmaxOf = (z: readonly number[]): number[] => softmax(Matrix.column(z)).toColumn();
const list = (values: readonly number[], decimals = 3): string =>
  values.map((one) => show(one, decimals)).join('、');
const both = (values: readonly number[], decimals = 3): Text => ({
  zh: list(values, decimals),
  en: list(values, decimals).replaceAll('、', ', '),
});

const logits = [2, 1, 0];
const a = softmaxOf(logits);
const e = logits.map(Math.exp);

/** Softmax of the three sums 2, 1 and 0. */
export const three = {
  powers: both(e),
  total: show(
    e.reduce((p, q) => p + q),
    3,
  ),
  a: both(a),
  first: show(a[0]!, 3),
  hot: both(softmaxOf(logits.map((z) => z / 5))),
  cold: both(softmaxOf(logits.map((z) => z / 0.5))),
  /** The same once more through softmax, as when a loss that includes it gets probabilities. */
  twice: both(softmaxOf(a)),
  /** The most that a second softmax can give the first of three classes. */
  twiceAtMost: show(softmaxOf([1, 0, 0])[0]!, 3),
};

/** What unit functions do to one and the same sum: a row for each. */
const compared: readonly ElementwiseName[] = [
  'sigmoid',
  'tanh',
  'relu',
  'leakyRelu',
  'elu',
  'gelu',
  'silu',
];

/** A slope that is exactly 0 or 1 is shown as such. */
const slope = (value: number, decimals = 4): string =>
  Number.isInteger(value) ? String(value) : show(value, decimals);

/** For the table of comparison: the largest slope, and the slopes at −4 and at 4. */
export const slopes = Object.fromEntries(
  compared.map((name) => {
    const f = activation(name);
    const grid = Array.from({ length: 2401 }, (_, i) => f.derivative(-6 + i / 200));
    return [
      name,
      {
        most: slope(Math.max(...grid), 2),
        minusFour: slope(f.derivative(-4)),
        four: slope(f.derivative(4)),
      },
    ];
  }),
) as Record<(typeof compared)[number], { most: string; minusFour: string; four: string }>;

/** One unit: weights, inputs, bias, and the blame ∂L/∂a that arrives. */
const unit = { w: [0.9, 1.2], x: [0.5, -1.5], b: 0.1, blame: 0.6 } as const;
const z = unit.w[0] * unit.x[0] + unit.w[1] * unit.x[1] + unit.b;

/** A number in TeX: as given if it is short, else to six digits; negative ones in brackets. */
const tex = (value: number, digits = 6): string => String(Number(value.toPrecision(digits)));
/** Five digits, for lines that must stay short. */
const short = (value: number): string => tex(value, 5);
/** The value behind the sign that it deserves: `= 0.06`, `\\approx 0.0735969`. */
const comesTo = (value: number): string =>
  `${Math.abs(Number(tex(value)) - value) < 1e-12 ? '=' : '\\approx'} ${tex(value)}`;
const bracketed = (value: number): string => (value < 0 ? `(${tex(value)})` : tex(value));

const texNames: Partial<Record<ElementwiseName, string>> = {
  sigmoid: '\\sigma',
  tanh: '\\tanh',
  relu: '\\operatorname{ReLU}',
  leakyRelu: '\\operatorname{LeakyReLU}',
  gelu: '\\operatorname{GELU}',
};

/** Value, slope and δ of the unit with one function. */
function withFunction(name: ElementwiseName, why: Text) {
  const f = activation(name, { leakySlope: 0.1 });
  const [value, slope] = [f.value(z), f.derivative(z)];
  return {
    tex: `\\begin{aligned} \\post &= ${texNames[name]}(${tex(z)}) ${comesTo(value)} \\\\ \\err &= ${unit.blame} \\cdot ${bracketed(slope)} ${comesTo(unit.blame * slope)} \\end{aligned}`,
    why,
  };
}

export const unitLines = [
  {
    tex: `\\pre = ${unit.w[0]} \\cdot ${unit.x[0]} + ${unit.w[1]} \\cdot (${unit.x[1]}) + ${unit.b} ${comesTo(z)}`,
    why: { zh: '加权和，对哪个激活函数都一样', en: 'the sum, the same for every function' },
  },
  withFunction('sigmoid', {
    zh: 'Sigmoid：放过去不到五分之一',
    en: 'sigmoid: under a fifth passes',
  }),
  withFunction('tanh', { zh: 'tanh', en: 'tanh' }),
  withFunction('relu', { zh: 'ReLU：什么也传不回去', en: 'ReLU: nothing passes' }),
  withFunction('leakyRelu', { zh: 'Leaky ReLU，κ 取 0.1', en: 'Leaky ReLU, with κ 0.1' }),
  withFunction('gelu', { zh: 'GELU：斜率是负的', en: 'GELU: the slope is negative' }),
];

/** Blame that arrives at the three probabilities. */
const g = [-1.5, 0.5, 1.6];
const mean = a.reduce((sum, p, i) => sum + p * g[i]!, 0);
const delta = softmaxBackward(Matrix.column(a), Matrix.column(g), Matrix.zeros(3, 1)).toColumn();

/** What ∂L/∂z_1 is by moving z_1: the loss has the slopes g at these probabilities. */
const judge = ((): number => {
  const Z = Matrix.column(logits);
  return finiteDifference(
    () => softmaxOf(Z.toColumn()).reduce((sum, p, i) => sum + p * g[i]!, 0),
    Z,
    0,
  );
})();

const J = softmaxJacobian(a).toRows();
const jacobianTex = `\\begin{pmatrix} ${J.map((row) => row.map((x) => show(x).replace('−', '-')).join(' & ')).join(' \\\\ ')} \\end{pmatrix}`;

export const softmaxLines = [
  {
    tex: `\\posti{1} = \\frac{e^2}{e^2 + e^1 + e^0} \\approx \\frac{${tex(e[0]!)}}{${tex(e.reduce((p, q) => p + q))}} \\approx ${short(a[0]!)}`,
    why: { zh: '第一个概率', en: 'the first probability' },
  },
  {
    tex: `\\posti{2} \\approx ${short(a[1]!)}, \\quad \\posti{3} \\approx ${short(a[2]!)}`,
    why: { zh: '另外两个，同样算', en: 'the other two, in the same way' },
  },
  {
    tex: `\\frac{\\partial \\post}{\\partial \\pre} \\approx ${jacobianTex}`,
    why: {
      zh: '雅可比矩阵：对角线为正，其余为负，每行、每列加起来是 0',
      en: 'the Jacobian: positive on the diagonal, negative elsewhere; every row and column adds up to 0',
    },
  },
  {
    tex: `\\sum_{i} \\posti{i}\\,\\dds{\\loss}{\\posti{i}} \\approx ${short(a[0]!)} \\cdot (${g[0]}) + ${short(a[1]!)} \\cdot ${g[1]} + ${short(a[2]!)} \\cdot ${g[2]} \\approx ${short(mean)}`,
    why: { zh: '传来的责任按概率取的平均', en: 'the blames’ mean, weighted by the probabilities' },
  },
  ...delta.map((d, j) => ({
    tex: `\\erri{${j + 1}} \\approx ${short(a[j]!)} \\cdot \\bigl(${g[j]} - (${short(mean)})\\bigr) \\approx ${short(d)}`,
    why: [
      { zh: '第一个 δ', en: 'the first δ' },
      { zh: '第二个', en: 'the second' },
      { zh: '第三个；三个加起来是 0', en: 'the third; the three add up to 0' },
    ][j]!,
  })),
];

const row = (number: number) => ({
  value: show(number, 6),
  error: `${show((100 * Math.abs(number - judge)) / Math.abs(judge), 1)}%`,
});
const plainMean = g.reduce((p, q) => p + q) / 3;

/** What usual slips make of δ₁, beside what finite differences say. */
export const slips = {
  judge: show(judge, 6),
  right: row(delta[0]!),
  diagonal: row(a[0]! * (1 - a[0]!) * g[0]!),
  nothing: row(a[0]! * g[0]!),
  plainMean: row(a[0]! * (g[0]! - plainMean)),
  slopeOfSum: row(sigmoid.derivative(logits[0]!) * g[0]!),
};

/** The gradient of a network without a curve between its layers is that of one layer. */
export function twoLinesAtOnce(x: number): { two: number; one: number } {
  const network = new Network({
    sizes: [1, 1, 1],
    activations: ['identity', 'identity'],
    loss: 'squaredError',
  });
  network.layer(1).W.set(0, 0, 3);
  network.layer(1).b.set(0, 0, 1);
  network.layer(2).W.set(0, 0, 2);
  network.layer(2).b.set(0, 0, -5);
  return { two: network.forward(Matrix.column([x])).at(0, 0), one: 6 * x - 3 };
}
