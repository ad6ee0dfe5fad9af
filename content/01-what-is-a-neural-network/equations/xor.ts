import { check, type Derivation, type Equation } from '@book/equations';
import { Matrix, Perceptron, type Random } from '@engine';
import { away, engineZ, type Lone, lone, zAt } from './lone';

const zOf = (t: Lone, x: number, y: number): number => engineZ({ ...t, places: [[x, y]] })[0]!;

/** A unit that gets a sample wrong, with the sample. */
interface Missed extends Lone {
  readonly x: readonly [number, number];
  readonly y: 0 | 1;
}

function missed(random: Random): Missed {
  const unit = lone(random);
  const first = away(random);
  const x = [first, first + away(random)] as const;
  return { ...unit, x, y: zAt(unit, ...x) > 0 ? 0 : 1 };
}

/** W and b after the engine has been shown the sample. */
function learned({ W, b, x, y }: Missed): number[] {
  const unit = new Perceptron(2);
  unit.W.set(W);
  unit.b = b;
  unit.learn(Matrix.column([...x]), 0, y);
  return [...unit.W, unit.b];
}

/** How far z is on the wrong side; its slope by each parameter by two-sided differences. */
function againstTheSlope({ W, b, x, y }: Missed, factor = 1): number[] {
  const parameters = [...W, b];
  const h = 1e-4;
  const excess = ([p = 0, q = 0, r = 0]: readonly number[]): number =>
    (1 - 2 * y) * (p * x[0] + q * x[1] + r);
  return parameters.map((value, i) => {
    const slope =
      (excess(parameters.with(i, value + h)) - excess(parameters.with(i, value - h))) / (2 * h);
    return value - factor * slope;
  });
}

const tolerance = 1e-8;

export const xorEquations: readonly Equation[] = [
  {
    id: 'wn-xor-sums',
    tex: '\\begin{gathered} \\zlone(0,0) + \\zlone(1,1) \\\\ = \\zlone(0,1) + \\zlone(1,0) \\end{gathered}',
    means: {
      zh: '在正方形的两条对角线上，加权和的总和相等，不论权重是多少。',
      en: 'Along the two diagonals of the square the weighted sums add up to the same, whatever the weights.',
    },
    check: check({
      setup: lone,
      left: (t) => zOf(t, 0, 0) + zOf(t, 1, 1),
      right: (t) => zAt(t, 0, 1) + zAt(t, 1, 0),
      wrong: [
        {
          slip: {
            zh: '比较了两条边，而不是两条对角线',
            en: 'two sides compared, not the diagonals',
          },
          right: (t) => zAt(t, 0, 0) + zAt(t, 1, 0),
        },
        {
          slip: { zh: '偏置只算了一次', en: 'the bias counted once' },
          right: (t) => zAt(t, 0, 1) + zAt(t, 1, 0) - t.b,
        },
      ],
    }),
  },
  {
    id: 'wn-perceptron-rule',
    tex: '\\begin{gathered} \\Wlone{k} \\leftarrow \\Wlone{k} + (\\y - \\alone)\\,\\xin{k} \\\\ \\blone \\leftarrow \\blone + (\\y - \\alone) \\end{gathered}',
    means: {
      zh: '感知机的学习规则：答对了不动，答错了按输入挪动权重。',
      en: 'The perceptron’s rule: nothing changes after a right answer; after a wrong one the weights move by the inputs.',
    },
    check: check({
      setup: missed,
      left: learned,
      // Against the slope of how far z is on the wrong side: by differences, without the rule.
      right: (t) => againstTheSlope(t),
      tolerance,
      wrong: [
        {
          slip: { zh: '方向反了：a − y', en: 'the other way: a − y' },
          right: (t) => againstTheSlope(t, -1),
        },
        {
          slip: { zh: '没有乘输入', en: 'not multiplied by the input' },
          right: ({ W, b, y }) => [...W, b].map((value) => value + (2 * y - 1)),
        },
        {
          slip: { zh: '偏置没有动', en: 'the bias left alone' },
          right: (t) => againstTheSlope(t).with(2, t.b),
        },
      ],
    }),
  },
];

/** Both lines of the derivation from the engine: the sums along the diagonals. */
export const xorDerivation: Derivation = {
  id: 'wn-xor-derivation',
  title: { zh: '两条对角线为什么打平', en: 'Why the diagonals come out even' },
  steps: [
    {
      tex: '\\zlone(0,0) + \\zlone(1,1)',
      why: { zh: '一条对角线。', en: 'One diagonal.' },
    },
    {
      tex: '= \\blone + (\\Wlone{1} + \\Wlone{2} + \\blone)',
      why: {
        zh: '在 $(0,0)$ 只剩偏置；在 $(1,1)$ 两个权重都算上。',
        en: 'At $(0,0)$ only the bias is left; at $(1,1)$ both weights count.',
      },
      check: check({
        setup: lone,
        left: (t) => zOf(t, 0, 0) + zOf(t, 1, 1),
        right: ({ W, b }) => b + (W[0] + W[1] + b),
        wrong: [
          {
            slip: { zh: '在 (0,0) 以为加权和是 0', en: 'z taken for 0 at (0,0)' },
            right: ({ W, b }) => W[0] + W[1] + b,
          },
        ],
      }),
    },
    {
      tex: '= (\\Wlone{2} + \\blone) + (\\Wlone{1} + \\blone)',
      why: { zh: '同样四项，换个次序。', en: 'The same four terms in another order.' },
      check: check({
        setup: lone,
        left: ({ W, b }) => b + (W[0] + W[1] + b),
        right: ({ W, b }) => W[1] + b + (W[0] + b),
        wrong: [
          {
            slip: { zh: '同一个权重用了两次', en: 'one weight used twice' },
            right: ({ W, b }) => W[1] + b + (W[1] + b),
          },
        ],
      }),
    },
    {
      tex: '= \\zlone(0,1) + \\zlone(1,0)',
      why: {
        zh: '在 $(0,1)$ 只有第二个权重算上，在 $(1,0)$ 只有第一个。这就是另一条对角线。',
        en: 'At $(0,1)$ only the second weight counts, at $(1,0)$ only the first. That is the other diagonal.',
      },
      check: check({
        setup: lone,
        left: ({ W, b }) => W[1] + b + (W[0] + b),
        right: (t) => zOf(t, 0, 1) + zOf(t, 1, 0),
        wrong: [
          {
            slip: { zh: '两个都取了 (1,0)', en: '(1,0) taken twice' },
            right: (t) => 2 * zOf(t, 1, 0),
          },
        ],
      }),
    },
  ],
};
