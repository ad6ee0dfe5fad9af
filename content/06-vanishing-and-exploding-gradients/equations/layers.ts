import { check, type Equation } from '@book/equations';
import { clipByNorm, clipByValue, Matrix, matmulTN, type Parameter, type Random } from '@engine';
import { away } from './chain';

/** δ^(l+1) and a weight matrix whose entries are ±σ: every pattern of signs is as likely. */
interface Signs {
  sigma: number;
  rows: number;
  cols: number;
  delta: number[];
}

const signs = (random: Random): Signs => {
  const [rows = 2, cols = 3] = random.shuffle([2, 3]);
  return {
    sigma: random.uniform(0.3, 0.9),
    rows,
    cols,
    delta: Array.from({ length: rows }, () => away(random)),
  };
};

const squares = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value * value, 0);

/** The mean of ‖Wᵀδ‖² over all 2^(rows·cols) patterns, by the engine's product. */
function meanSquare({ sigma, rows, cols, delta }: Signs): number {
  const patterns = 2 ** (rows * cols);
  const column = Matrix.column(delta);
  let sum = 0;
  for (let pattern = 0; pattern < patterns; pattern++) {
    const entries = Float64Array.from({ length: rows * cols }, (_, k) =>
      (pattern >> k) % 2 === 0 ? sigma : -sigma,
    );
    sum += squares(matmulTN(new Matrix(rows, cols, entries), column).data);
  }
  return sum / patterns;
}

/** Two gradients of different shapes, longer than the limit, and a short one. */
interface Gradients {
  long: number[][];
  short: number[][];
  limit: number;
}

const gradients = (random: Random): Gradients => {
  const draw = (low: number, high: number): number[][] =>
    [2, 3].map((n) => Array.from({ length: n }, () => away(random, low, high)));
  return { long: draw(1.2, 3), short: draw(0.05, 0.1), limit: random.uniform(0.6, 1) };
};

/** Runs the engine's clipping on both, entries in a row. */
function clipped({ long, short, limit }: Gradients, by: typeof clipByValue): number[] {
  return [long, short].flatMap((parts) => {
    const parameters = parts.map(
      (entries): Parameter => ({
        name: 'g',
        value: Matrix.column(entries),
        gradient: Matrix.column(entries),
        decays: true,
      }),
    );
    by(parameters, limit);
    return parameters.flatMap(({ gradient }) => Array.from(gradient.data));
  });
}

const each = ({ long, short }: Gradients, f: (parts: number[][]) => number[]): number[] =>
  [long, short].flatMap(f);
const length = (parts: number[][]): number => Math.sqrt(squares(parts.flat()));
const scaled = (parts: number[][], factor: number): number[] => parts.flat().map((g) => g * factor);

/** a ↦ a + f(wa + b): a layer with a way past it. */
interface Residual {
  w: number;
  b: number;
  a: number;
}
const residual = (random: Random): Residual => ({
  w: away(random),
  b: away(random, 0.2, 0.8),
  a: away(random),
});
const through = ({ w, b }: Residual, a: number): number => Math.tanh(w * a + b);
const bent = ({ w, b, a }: Residual): number => w * (1 - Math.tanh(w * a + b) ** 2);

export const layerEquations: readonly Equation[] = [
  {
    id: 've-random-back',
    tex: '\\begin{aligned} &\\mathbb{E}\\,\\bigl\\lVert \\Wt{l+1}\\,\\delt{l+1} \\bigr\\rVert^2 \\\\ &\\;= \\units{l}\\,\\sigma_w^2\\;\\bigl\\lVert \\delt{l+1} \\bigr\\rVert^2 \\end{aligned}',
    means: {
      zh: '权重随机、均值为 0、标准差为 σ_w 时，误差项穿过一层，长度的平方平均乘以 n_l σ_w²。',
      en: 'Through random weights with mean 0 and standard deviation σ_w the squared length of the error is multiplied by n_l σ_w² on average.',
    },
    check: check({
      setup: signs,
      left: meanSquare,
      right: ({ sigma, cols, delta }) => cols * sigma ** 2 * squares(delta),
      wrong: [
        {
          slip: { zh: '用了另一侧的单元数 n_(l+1)', en: 'n_(l+1), the other fan' },
          right: ({ sigma, rows, delta }) => rows * sigma ** 2 * squares(delta),
        },
        {
          slip: { zh: '标准差没有平方', en: 'the standard deviation not squared' },
          right: ({ sigma, cols, delta }) => cols * sigma * squares(delta),
        },
      ],
    }),
  },
  {
    id: 've-clip-value',
    tex: 'g_i \\leftarrow \\min\\bigl(\\max(g_i,\\,-c),\\,c\\bigr)',
    means: {
      zh: '按值截断：每个分量压到 −c 与 c 之间。',
      en: 'Clipping by value: every component is brought between −c and c.',
    },
    check: check({
      setup: gradients,
      left: (one) => clipped(one, clipByValue),
      right: (one) =>
        each(one, (parts) =>
          parts.flat().map((g) => (g > one.limit ? one.limit : Math.max(g, -one.limit))),
        ),
      wrong: [
        {
          slip: { zh: '丢了负号：只保留大小', en: 'the sign lost' },
          right: (one) =>
            each(one, (parts) => parts.flat().map((g) => Math.min(Math.abs(g), one.limit))),
        },
        {
          slip: { zh: '没超过上限的也放大到上限', en: 'small components raised to the limit' },
          right: (one) => each(one, (parts) => parts.flat().map((g) => Math.sign(g) * one.limit)),
        },
      ],
    }),
  },
  {
    id: 've-clip-norm',
    tex: 'g \\leftarrow \\min\\Bigl(1,\\,\\frac{c}{\\lVert g \\rVert}\\Bigr)\\,g',
    means: {
      zh: '按范数截断：整个梯度太长时按比例缩到长度 c，方向不变。',
      en: 'Clipping by norm: a gradient that is too long is scaled to length c; its direction stays.',
    },
    check: check({
      setup: gradients,
      left: (one) => clipped(one, (parameters, limit) => clipByNorm(parameters, limit)),
      right: (one) => each(one, (parts) => scaled(parts, Math.min(1, one.limit / length(parts)))),
      wrong: [
        {
          slip: { zh: '短的梯度也被拉长到 c', en: 'short gradients lengthened to c as well' },
          right: (one) => each(one, (parts) => scaled(parts, one.limit / length(parts))),
        },
        {
          slip: { zh: '除以了范数的平方', en: 'divided by the norm squared' },
          right: (one) =>
            each(one, (parts) => scaled(parts, Math.min(1, one.limit / length(parts) ** 2))),
        },
        {
          slip: { zh: '每层各算各的范数', en: 'a norm for each layer of its own' },
          right: (one) =>
            each(one, (parts) =>
              parts.flatMap((part) => scaled([part], Math.min(1, one.limit / length([part])))),
            ),
        },
      ],
    }),
  },
  {
    id: 've-residual',
    tex: '\\begin{gathered} \\act{l} = \\act{l-1} + \\f{l}(\\z{l}) \\\\[0.8em] \\Longrightarrow\\quad \\dd{\\act{l}}{\\act{l-1}} = 1 + \\fp{l}(\\z{l})\\,\\W{l} \\end{gathered}',
    means: {
      zh: '残差连接：输入绕过这一层再加回来，斜率里就多了一个 1。',
      en: 'A residual connection: what comes in is added again behind the layer, and the slope gains a 1.',
    },
    check: check({
      setup: residual,
      tolerance: 1e-9,
      left: (one) => {
        const at = (a: number): number => a + through(one, a);
        return (at(one.a + 1e-5) - at(one.a - 1e-5)) / 2e-5;
      },
      right: (one) => 1 + bent(one),
      wrong: [
        { slip: { zh: '漏了 1', en: 'the 1 left out' }, right: bent },
        {
          slip: { zh: '把 1 乘了进去', en: 'multiplied instead of added' },
          right: (one) => 2 * bent(one),
        },
        {
          slip: { zh: '漏了权重', en: 'the weight left out' },
          right: (one) => 1 + bent(one) / one.w,
        },
      ],
    }),
  },
];
