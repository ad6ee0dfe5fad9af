import { check, type Equation } from '@book/equations';
import { activation, Matrix, Perceptron } from '@engine';
import { away, engineZ, type Lone, lone, zAt } from './lone';

const at = (t: Lone, value: (x: number, y: number) => number): number[] =>
  t.places.map(([x, y]) => value(x, y));

/** Where along an upright line the engine's z changes its sign: by halving, no formula used. */
function zeroByHalving(t: Lone, x: number): number {
  const z = (y: number) => engineZ({ ...t, places: [[x, y]] })[0]!;
  let [low, high] = [-1000, 1000];
  for (let n = 0; n < 80; n++) {
    const middle = (low + high) / 2;
    if (z(middle) > 0 === z(low) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const few = (t: Lone): number[] => t.places.slice(0, 5).map(([x]) => x);
const sigmoid = activation('sigmoid');

export const unitEquations: readonly Equation[] = [
  {
    id: 'wn-z',
    tex: '\\zlone = \\Wlone{1}\\,\\xin{1} + \\Wlone{2}\\,\\xin{2} + \\blone',
    means: {
      zh: '一个单元的加权和：每个输入乘以自己的权重，相加，再加偏置。',
      en: 'The weighted sum of a unit: each input times its own weight, added up, plus the bias.',
    },
    check: check({
      setup: lone,
      left: engineZ,
      right: (t) => at(t, (x, y) => zAt(t, x, y)),
      wrong: [
        {
          slip: { zh: '忘了偏置', en: 'bias forgotten' },
          right: (t) => at(t, (x, y) => zAt(t, x, y) - t.b),
        },
        {
          slip: { zh: '两个权重对调了', en: 'the two weights exchanged' },
          right: (t) => at(t, (x, y) => zAt({ ...t, W: [t.W[1], t.W[0]] }, x, y)),
        },
        {
          slip: { zh: '偏置也乘了输入', en: 'the bias multiplied by an input' },
          right: (t) => at(t, (x, y) => t.W[0] * x + t.W[1] * y + t.b * x),
        },
      ],
    }),
  },
  {
    id: 'wn-step',
    tex: '\\alone = \\begin{cases} 1, & \\zlone > 0 \\\\ 0, & \\zlone \\le 0 \\end{cases}',
    means: {
      zh: '阶跃函数：加权和为正就回答 1，否则回答 0。',
      en: 'The step function: the answer is 1 where the weighted sum is positive, else 0.',
    },
    check: check({
      setup: lone,
      left: (t) => {
        const unit = new Perceptron(2);
        unit.W.set(t.W);
        unit.b = t.b;
        const X = Matrix.from([t.places.map(([x]) => x), t.places.map(([, y]) => y)]);
        return t.places.map((_, s) => unit.answer(X, s));
      },
      right: (t) => at(t, (x, y) => (zAt(t, x, y) > 0 ? 1 : 0)),
      wrong: [
        {
          slip: { zh: '回答反了', en: 'the answers exchanged' },
          right: (t) => at(t, (x, y) => (zAt(t, x, y) > 0 ? 0 : 1)),
        },
        {
          slip: {
            zh: '把偏置当成阈值，却没有变号',
            en: 'the bias taken for a threshold without changing its sign',
          },
          right: (t) => at(t, (x, y) => (zAt(t, x, y) - t.b > t.b ? 1 : 0)),
        },
        {
          slip: { zh: '以 1/2 为界，而不是 0', en: '½ for the limit instead of 0' },
          right: (t) => at(t, (x, y) => (zAt(t, x, y) > 0.5 ? 1 : 0)),
        },
      ],
    }),
  },
  {
    id: 'wn-boundary',
    tex: '\\xin{2} = -\\frac{\\Wlone{1}}{\\Wlone{2}}\\,\\xin{1} - \\frac{\\blone}{\\Wlone{2}}',
    means: {
      zh: '决策边界：加权和为 0 的那些点，是一条直线。',
      en: 'The decision boundary: the places where the weighted sum is 0, a straight line.',
    },
    check: check({
      setup: lone,
      left: (t) => few(t).map((x) => zeroByHalving(t, x)),
      right: (t) => few(t).map((x) => -(t.W[0] / t.W[1]) * x - t.b / t.W[1]),
      tolerance: 1e-9,
      wrong: [
        {
          slip: { zh: '斜率倒了过来', en: 'slope upside down' },
          right: (t) => few(t).map((x) => -(t.W[1] / t.W[0]) * x - t.b / t.W[1]),
        },
        {
          slip: { zh: '偏置的负号丢了', en: 'the minus of the bias lost' },
          right: (t) => few(t).map((x) => -(t.W[0] / t.W[1]) * x + t.b / t.W[1]),
        },
        {
          slip: { zh: '偏置没有除以权重', en: 'the bias not divided' },
          right: (t) => few(t).map((x) => -(t.W[0] / t.W[1]) * x - t.b),
        },
      ],
    }),
  },
  {
    id: 'wn-sigmoid',
    tex: '\\alone = \\sigma(\\zlone) = \\frac{1}{1 + e^{-\\zlone}}',
    means: {
      zh: 'Sigmoid：不再一刀切，回答是 0 与 1 之间的数，可以当作概率。',
      en: 'The sigmoid: no longer all or nothing, but a number between 0 and 1 that can be read as a probability.',
    },
    check: check({
      setup: away,
      left: (z) => sigmoid.value(z),
      right: (z) => 1 / (1 + Math.exp(-z)),
      wrong: [
        {
          slip: { zh: '指数上的负号丢了', en: 'the sign of the exponent lost' },
          right: (z) => 1 / (1 + Math.exp(z)),
        },
        {
          slip: { zh: '分母写成 1 − e^(−z)', en: '1 − e^(−z) in the denominator' },
          right: (z) => 1 / (1 - Math.exp(-z)),
        },
      ],
    }),
  },
];
