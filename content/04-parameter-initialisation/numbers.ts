import type { Text } from '@book/languages';
import { short } from '@components/figure/format';
import * as histograms from '@components/widgets/init-histograms/model';
import * as symmetry from '@components/widgets/symmetry/model';
import { fillWeights, type InitialiserSpec, Matrix, matmul, Random } from '@engine';

/** Every number that the prose of this chapter mentions, computed by the engine at build time. */

/** Shown with this many decimals, and a real minus sign. */
const show = (number: number, decimals = 4): string => number.toFixed(decimals).replace('-', '−');

/** From 10 000 on, thousands are set apart by a space at which no line breaks. */
const whole = (number: number): string =>
  number < 10_000 ? String(number) : number.toLocaleString('en-US').replaceAll(',', '\u00a0');

const { nudged } = symmetry;
const lossAtEnd = (state: symmetry.State): string => show(symmetry.train(state).at(-1)!.loss);

/** What the opening figure comes to: the loss of one, two and three different units. */
export const parted = {
  steps: whole(symmetry.steps),
  one: lossAtEnd(symmetry.first),
  two: lossAtEnd(nudged(symmetry.first)),
  three: lossAtEnd(nudged(nudged(symmetry.first))),
};

const look = (part: Partial<histograms.State>) => {
  const state = { ...histograms.first, ...part };
  const { layers } = histograms.model(state);
  const [one, ten] = [layers[0]!, layers[histograms.depth - 1]!];
  return {
    a1: short(one.a.std, 2),
    a10: short(ten.a.std, 2),
    delta1: short(one.delta.std, 2),
    delta10: short(ten.delta.std, 2),
    saturated: show(100 * ten.saturated, 0),
  };
};

/** What the second figure shows in the states that the text names. */
export const seen = {
  small: look({ sigma: -2 }),
  large: look({ sigma: 0 }),
  xavier: look({ kind: 'xavier' }),
  xavierRelu: look({ kind: 'xavier', f: 'relu' }),
  heRelu: look({ kind: 'he', f: 'relu' }),
  xavierSigmoid: look({ kind: 'xavier', f: 'sigmoid' }),
};

/** What Xavier leaves of the standard deviation in layer 1 of a ReLU network after 30 such layers. */
export const atThirty = ((): string => {
  const state = { ...histograms.first, kind: 'xavier', f: 'relu' } as const;
  let variance = 1;
  for (let l = 2; l <= 30; l++) variance *= histograms.factors(state, l % 2 ? 1 : 2).ahead;
  return short(Math.sqrt(variance), 2);
})();

/** A variance taken for a standard deviation: what `normal_(0, 2 / (n_in + n_out))` does. */
const confused = 2 / (histograms.sizes[0] + histograms.sizes[1]);
export const slips = {
  asked: show(Math.sqrt(confused), 3),
  got: show(confused, 4),
  confused: look({ sigma: Math.log10(confused) }),
};

/** The worked example: the first layer of a classifier of digits. */
const [inputs, outputs] = [784, 300] as const;
const V = 2 / (inputs + outputs);
const c = Math.sqrt(6 / (inputs + outputs));
/** Mean square of an input: that of MNIST's pixels, from 0 to 1, is about this. */
const meanSquare = 0.1;

/** Random samples sent through the layer. */
const tried = 50;

function measured(spec: InitialiserSpec) {
  const random = new Random('worked example');
  const W = Matrix.zeros(outputs, inputs);
  fillWeights(W, spec, random.split('W'));
  const A = Matrix.zeros(inputs, tried);
  const spread = random.split('A');
  for (let k = 0; k < A.data.length; k++) A.data[k] = spread.normal(0, Math.sqrt(meanSquare));
  const mean = (list: ArrayLike<number>): number =>
    Array.from(list).reduce((sum, x) => sum + x * x, 0) / list.length;
  return { W: mean(W.data), z: mean(matmul(W, A).data), a: mean(A.data) };
}
const drawn = measured({ kind: 'xavier', form: 'uniform' });

const line = (tex: string, why: Text) => ({ tex, why });

export const xavierLines = [
  line(`\\Var(\\Wi{1}{jk}) = \\frac{2}{${inputs} + ${outputs}} \\approx ${V.toFixed(6)}`, {
    zh: '两个方向的折中',
    en: 'the compromise between both directions',
  }),
  line(`\\sigma = \\sqrt{${V.toFixed(6)}} \\approx ${Math.sqrt(V).toFixed(4)}`, {
    zh: '标准差，是方差的平方根',
    en: 'the standard deviation, the root of the variance',
  }),
  line(`c = \\sqrt{\\frac{6}{${inputs} + ${outputs}}} \\approx ${c.toFixed(4)}`, {
    zh: '均匀分布的端点：权重在 −c 与 c 之间抽取',
    en: 'the end of the uniform distribution: weights are drawn between −c and c',
  }),
  line(`${inputs} \\cdot ${V.toFixed(6)} \\approx ${(inputs * V).toFixed(3)}`, {
    zh: '向前的因子：方差变大了',
    en: 'the factor forward: the variance grows',
  }),
  line(`${outputs} \\cdot ${V.toFixed(6)} \\approx ${(outputs * V).toFixed(3)}`, {
    zh: '反向的因子：方差变小了',
    en: 'the factor backward: the variance shrinks',
  }),
  line(`${(inputs * V).toFixed(3)} + ${(outputs * V).toFixed(3)} = ${(2).toFixed(3)}`, {
    zh: '一边多出多少，另一边就少多少',
    en: 'what one side gains the other loses',
  }),
];

export const drawnLines = [
  line(`\\Var(\\Wi{1}{jk}) \\approx ${drawn.W.toFixed(6)}`, {
    zh: `引擎抽出的 ${whole(inputs * outputs)} 个权重，实际的方差`,
    en: `the variance of the ${whole(inputs * outputs)} weights that the engine drew`,
  }),
  line(`\\E\\bigl[(\\acti{0}{k})^2\\bigr] \\approx ${drawn.a.toFixed(4)}`, {
    zh: `${tried} 个随机样本，输入平方的平均`,
    en: `the mean square of the inputs, ${tried} random samples`,
  }),
  line(
    `\\Var(\\zi{1}{j}) \\approx ${drawn.z.toFixed(4)}, \\qquad \\frac{${drawn.z.toFixed(4)}}{${drawn.a.toFixed(4)}} \\approx ${(drawn.z / drawn.a).toFixed(3)}`,
    {
      zh: '加权和的方差，以及它是输入的多少倍：与前面求得的因子相差无几',
      en: 'the variance of the weighted sums, and how many times that of the inputs: close to the factor before',
    },
  ),
  line(`\\sigma = \\sqrt{\\frac{2}{${inputs}}} \\approx ${Math.sqrt(2 / inputs).toFixed(4)}`, {
    zh: '如果用的是 ReLU，就按 He 取标准差',
    en: 'with ReLU one would take the standard deviation of He',
  }),
];
