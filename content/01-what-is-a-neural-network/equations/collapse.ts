import { check, type Derivation, type Equation } from '@book/equations';
import { activation, add, addBias, Matrix, matmul, type Random } from '@engine';
import { sums, type Trial, trial } from './trial';

const two = trial([2, 3, 4], 'identity');
const deep = trial([2, 3, 4, 5], 'identity');

const x = (t: Trial): Matrix => Matrix.column([...t.x]);
const W = (t: Trial, l: number): Matrix => t.network.layer(l).W;
const b = (t: Trial, l: number): Matrix => t.network.layer(l).b;

/** Σ over j of something with W²_ij, for every output i. */
const overHidden = (t: Trial, term: (w: number, j: number) => number): number[] =>
  t.W[2]!.map((row) => row.reduce((sum, w, j) => sum + term(w, j), 0));
const plusB2 = (t: Trial, values: readonly number[]): number[] =>
  values.map((value, i) => value + t.b[2]![i]!);
const row = (t: Trial, j: number): number =>
  t.W[1]![j]!.reduce((sum, w, k) => sum + w * t.x[k]!, 0);

const nested = (t: Trial): number[] =>
  plusB2(
    t,
    overHidden(t, (w, j) => w * (row(t, j) + t.b[1]![j]!)),
  );
const multiplied = (t: Trial): number[] =>
  plusB2(
    t,
    overHidden(t, (w, j) => w * row(t, j)),
  ).map((value, i) => value + overHidden(t, (w, j) => w * t.b[1]![j]!)[i]!);
/** Σ_k (Σ_j W²_ij W¹_jk) x_k, with the inner sum formed first. */
const exchanged = (t: Trial, biases = true): number[] =>
  t.W[2]!.map((weights, i) => {
    const product = t.x.map((_, k) => weights.reduce((sum, w, j) => sum + w * t.W[1]![j]![k]!, 0));
    const bias = weights.reduce((sum, w, j) => sum + w * t.b[1]![j]!, 0);
    return product.reduce((sum, w, k) => sum + w * t.x[k]!, 0) + (biases ? bias : 0) + t.b[2]![i]!;
  });

/** ∂ output / ∂ input of the engine's network, by two-sided differences. */
function slopes({ network, x: at }: Trial): Matrix {
  const h = 0.5;
  const columns = at.map((value, k) => {
    const out = (moved: number) => network.forward(Matrix.column(at.with(k, moved))).toColumn();
    const [more, less] = [out(value + h), out(value - h)];
    return more.map((p, i) => (p - less[i]!) / (2 * h));
  });
  return Matrix.from(columns[0]!.map((_, i) => columns.map((column) => column[i]!)));
}

const relu = activation('relu');
/** Places on every side of the three bends. */
const along = (random: Random): number[] => [-1, 0, 1, 2].map((n) => n + random.uniform(0.1, 0.9));
const combined = (factors: readonly [number, number, number]) => (xs: number[]) =>
  xs.map(
    (t) =>
      factors[0] * relu.value(t) + factors[1] * relu.value(t - 1) + factors[2] * relu.value(t - 2),
  );

export const collapseEquations: readonly Equation[] = [
  {
    id: 'wn-collapse',
    tex: '\\begin{gathered} \\W{2}\\bigl(\\W{1}\\,\\x + \\bias{1}\\bigr) + \\bias{2} \\\\ = \\bigl(\\W{2}\\,\\W{1}\\bigr)\\,\\x + \\bigl(\\W{2}\\,\\bias{1} + \\bias{2}\\bigr) \\end{gathered}',
    means: {
      zh: '没有激活函数时，两层就是一层：一个矩阵，一个偏置。',
      en: 'Without activation functions two layers are one: one matrix, one bias.',
    },
    check: check({
      setup: two,
      left: (t) => t.network.forward(x(t)).clone(),
      right: (t) =>
        addBias(matmul(matmul(W(t, 2), W(t, 1)), x(t)), add(matmul(W(t, 2), b(t, 1)), b(t, 2))),
      wrong: [
        {
          slip: { zh: '两个矩阵的次序反了', en: 'the matrices in the other order' },
          right: (t) => matmul(matmul(W(t, 1), W(t, 2)), x(t)),
        },
        {
          slip: { zh: '第一层的偏置丢了', en: 'the bias of the first layer lost' },
          right: (t) => addBias(matmul(matmul(W(t, 2), W(t, 1)), x(t)), b(t, 2)),
        },
        {
          slip: { zh: '矩阵相加，而不是相乘', en: 'matrices added instead of multiplied' },
          right: (t) => matmul(add(W(t, 2), W(t, 1)), x(t)),
        },
      ],
    }),
  },
  {
    id: 'wn-collapse-deep',
    tex: '\\act{L} = \\W{L}\\,\\W{L-1} \\cdots \\W{1}\\,\\x + c',
    means: {
      zh: '没有激活函数时，再多层也只是一个矩阵：所有权重矩阵的乘积。',
      en: 'Without activation functions any number of layers is one matrix: the product of all of theirs.',
    },
    check: check({
      setup: deep,
      left: slopes,
      right: (t) => matmul(W(t, 3), matmul(W(t, 2), W(t, 1))),
      tolerance: 1e-10,
      wrong: [
        {
          slip: { zh: '次序反了', en: 'the other order' },
          right: (t) => matmul(W(t, 1), matmul(W(t, 2), W(t, 3))),
        },
        {
          slip: { zh: '少了中间一层', en: 'a middle layer left out' },
          right: (t) => matmul(W(t, 3), W(t, 1)),
        },
      ],
    }),
  },
  {
    id: 'wn-tent',
    tex: '\\begin{gathered} r(x) - 2\\,r(x-1) + r(x-2) \\\\ = \\max\\bigl(0,\\ 1 - |x-1|\\bigr) \\end{gathered}',
    means: {
      zh: '三个 ReLU 单元合成一顶帐篷：在 0 与 2 之间升到 1 再落下，别处是 0。',
      en: 'Three ReLU units make a tent: up to 1 and down again between 0 and 2, and 0 elsewhere.',
    },
    check: check({
      setup: along,
      left: combined([1, -2, 1]),
      right: (xs) => xs.map((t) => Math.max(0, 1 - Math.abs(t - 1))),
      wrong: [
        {
          slip: { zh: '中间的系数是 −1', en: '−1 for the middle factor' },
          right: combined([1, -1, 1]),
        },
        {
          slip: { zh: '少了第三个单元', en: 'the third unit left out' },
          right: combined([1, -2, 0]),
        },
        {
          slip: { zh: '帐篷立在 0 处', en: 'the tent put up at 0' },
          right: (xs) => xs.map((t) => Math.max(0, 1 - Math.abs(t))),
        },
      ],
    }),
  },
];

const sum = (index: string, upper: string): string => `\\sum_{${index}=1}^{${upper}}`;

export const collapseDerivation: Derivation = {
  id: 'wn-collapse-derivation',
  title: { zh: '一个元素一个元素地乘开', en: 'Multiplied out, entry by entry' },
  steps: [
    {
      tex: `\\zi{2}{i} = ${sum('j', '\\units{1}')} \\Wi{2}{ij}\\,\\zi{1}{j} + \\biasi{2}{i}`,
      why: {
        zh: '第二层的单元 $i$。没有激活函数，所以它收到的就是第一层的加权和。',
        en: 'Unit $i$ of layer 2. Without an activation function it receives the sums of layer 1 as they are.',
      },
    },
    {
      tex: `= ${sum('j', '\\units{1}')} \\Wi{2}{ij}\\Bigl(\\,${sum('k', '\\units{0}')} \\Wi{1}{jk}\\,\\xin{k} + \\biasi{1}{j}\\Bigr) + \\biasi{2}{i}`,
      why: {
        zh: '把第一层的加权和写出来。',
        en: 'The sums of layer 1 written out.',
      },
      check: check({
        setup: two,
        left: (t) => sums(t, 2, sums(t, 1, t.x)),
        right: nested,
        wrong: [
          {
            slip: { zh: '括号里忘了偏置', en: 'bias forgotten inside the bracket' },
            right: (t) =>
              plusB2(
                t,
                overHidden(t, (w, j) => w * row(t, j)),
              ),
          },
        ],
      }),
    },
    {
      tex: `= ${sum('j', '\\units{1}')}${sum('k', '\\units{0}')} \\Wi{2}{ij}\\,\\Wi{1}{jk}\\,\\xin{k} + ${sum('j', '\\units{1}')} \\Wi{2}{ij}\\,\\biasi{1}{j} + \\biasi{2}{i}`,
      why: {
        zh: '$\\Wi{2}{ij}$ 乘进括号里的每一项，也乘到偏置上。',
        en: '$\\Wi{2}{ij}$ multiplies every term of the bracket, the bias among them.',
      },
      check: check({
        setup: two,
        left: nested,
        right: multiplied,
        wrong: [
          {
            slip: { zh: '偏置没有乘上权重', en: 'the bias not multiplied' },
            right: (t) =>
              plusB2(
                t,
                overHidden(t, (w, j) => w * row(t, j)),
              ).map((value) => value + t.b[1]!.reduce((p, q) => p + q)),
          },
        ],
      }),
    },
    {
      tex: `= ${sum('k', '\\units{0}')} \\Bigl(\\,${sum('j', '\\units{1}')} \\Wi{2}{ij}\\,\\Wi{1}{jk}\\Bigr)\\,\\xin{k} + \\Bigl(\\,${sum('j', '\\units{1}')} \\Wi{2}{ij}\\,\\biasi{1}{j} + \\biasi{2}{i}\\Bigr)`,
      why: {
        zh: '先对 $j$ 求和：第一个括号是 $\\W{2}\\,\\W{1}$ 的第 $i$ 行第 $k$ 列，第二个括号里没有输入。',
        en: 'Sum over $j$ first: the first bracket is row $i$, column $k$ of $\\W{2}\\,\\W{1}$, and the second has no input in it.',
      },
      check: check({
        setup: two,
        left: multiplied,
        right: (t) => exchanged(t),
        wrong: [
          {
            slip: { zh: '第一层的偏置丢了', en: 'the bias of layer 1 lost' },
            right: (t) => exchanged(t, false),
          },
        ],
      }),
    },
  ],
};
