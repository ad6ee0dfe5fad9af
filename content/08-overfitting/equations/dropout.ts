import { check, type Derivation, type Equation, lineChecks } from '@book/equations';
import { Dropout, Matrix, Random } from '@engine';
import { dot, expectation, type Masked, masked, tested, through } from './masks';

type Through = ReturnType<typeof through>;

/** The loss with each activation sent on times its factor. */
const lossOf = ({ w, b, y }: Through, sent: readonly number[]): number =>
  (Math.tanh(dot(w, sent) + b) - y) ** 2 / 2;

/** Slopes of a function of a list, by differences. */
const slopes = (at: readonly number[], f: (values: number[]) => number): number[] =>
  at.map((value, k) => (f(at.with(k, value + 1e-5)) - f(at.with(k, value - 1e-5))) / 2e-5);

const behind = (one: Through): number[] => {
  const sent = one.a.map((a, k) => (one.r[k]! * a) / (1 - one.p));
  return slopes(sent, (values) => lossOf(one, values));
};

/** What dropout sends on, by the engine; the mask, with some unit on, is read from its output. */
function sentByEngine({ p, a }: Masked, form: 'inverted' | 'classic') {
  const layer = new Dropout(a.length, { rate: p, form });
  layer.useRandom(new Random(`${p}`));
  let sent: number[];
  do sent = layer.forward(Matrix.column(a), true).toColumn();
  while (sent.every((value) => value === 0));
  return { sent, r: sent.map((value) => (value === 0 ? 0 : 1)) };
}

/** Numbers spread evenly over 0 … 1 in place of random ones: shares come out without luck. */
class Even extends Random {
  private drawn = 0;

  constructor(private readonly count: number) {
    super(0);
  }

  override uniform(): number {
    return (this.drawn++ + 0.5) / this.count;
  }
}
const evenly = 2000;

export const dropoutEquations: readonly Equation[] = [
  {
    id: 'of-mask',
    tex: '\\begin{gathered} \\tilde{a}_k = r_k\\, a_k, \\\\[0.5em] P(r_k = 0) = p, \\\\[0.3em] P(r_k = 1) = 1 - p \\end{gathered}',
    means: {
      zh: 'dropout：每个单元以概率 p 关掉，以概率 1 − p 原样送出。',
      en: 'Dropout: each unit is off with probability p, and with probability 1 − p it sends what it has.',
    },
    check: check({
      // What the engine sends, and the share of numbers between 0 and 1 that turn its unit off.
      setup: masked,
      tolerance: 0.001,
      left: (one) => {
        const layer = new Dropout(1, { rate: one.p, form: 'classic' });
        layer.useRandom(new Even(evenly));
        const many = layer.forward(Matrix.from([Array<number>(evenly).fill(1)]), true).data;
        const off = many.filter((value) => value === 0).length / many.length;
        return [...sentByEngine(one, 'classic').sent, off, 1 - off];
      },
      right: (one) => {
        const { r } = sentByEngine(one, 'classic');
        return [...one.a.map((a, k) => r[k]! * a), one.p, 1 - one.p];
      },
      wrong: [
        {
          slip: { zh: '把 p 当成保留的概率', en: 'p taken for the probability of staying on' },
          right: (one) => {
            const { r } = sentByEngine(one, 'classic');
            return [...one.a.map((a, k) => r[k]! * a), 1 - one.p, one.p];
          },
        },
      ],
    }),
  },
  {
    id: 'of-classic',
    tex: '\\E[r_k\\, a_k] = (1 - p)\\, a_k',
    means: {
      zh: '训练时一个单元平均只送出 1 − p 那么多；所以测试时要乘以 1 − p。',
      en: 'On average a unit sends 1 − p of its activation in training; so at test time it is multiplied by 1 − p.',
    },
    check: check({
      setup: masked,
      left: (one) => expectation(one, (r) => one.a.map((a, k) => r[k]! * a)),
      right: (one) => tested(one, 'classic'),
      wrong: [
        {
          slip: { zh: '乘以 p', en: 'times p' },
          right: ({ p, a }) => a.map((one) => p * one),
        },
        {
          slip: { zh: '测试时不缩放', en: 'no scaling at test time' },
          right: ({ a }) => a,
        },
      ],
    }),
  },
  {
    id: 'of-inverted',
    tex: '\\begin{gathered} \\tilde{a}_k = \\frac{r_k}{1 - p}\\, a_k \\\\[0.5em] \\Longrightarrow\\quad \\E[\\tilde{a}_k] = a_k \\end{gathered}',
    means: {
      zh: '反向缩放：训练时就除以 1 − p，平均恰好是原来的激活值，测试时什么也不用做。',
      en: 'Inverted dropout: divide by 1 − p in training; the mean is the activation itself, and at test time nothing is to be done.',
    },
    check: check({
      setup: masked,
      left: (one) => [
        ...sentByEngine(one, 'inverted').sent,
        ...expectation(one, (r) => one.a.map((a, k) => (r[k]! / (1 - one.p)) * a)),
      ],
      right: (one) => {
        const { r } = sentByEngine(one, 'inverted');
        return [...one.a.map((a, k) => (r[k]! * a) / (1 - one.p)), ...tested(one, 'inverted')];
      },
      wrong: [
        {
          slip: { zh: '除以 p', en: 'divided by p' },
          right: (one) => {
            const { r } = sentByEngine(one, 'inverted');
            return [...one.a.map((a, k) => (r[k]! * a) / one.p), ...one.a];
          },
        },
        {
          slip: { zh: '没有除', en: 'not divided at all' },
          right: (one) => {
            const { r } = sentByEngine(one, 'inverted');
            return [...one.a.map((a, k) => r[k]! * a), ...one.a];
          },
        },
        {
          slip: { zh: '两头都缩放：平均又乘了一次 1 − p', en: 'scaled at both ends' },
          right: (one) => {
            const { sent } = sentByEngine(one, 'inverted');
            return [...sent, ...one.a.map((a) => (1 - one.p) * a)];
          },
        },
      ],
    }),
  },
  {
    id: 'of-next-sum',
    tex: '\\begin{aligned} &\\E\\Bigl[\\,\\sum_k w_k\\, \\tilde{a}_k + b\\,\\Bigr] \\\\[0.5em] &\\qquad = \\sum_k w_k\\, a_k + b \\end{aligned}',
    means: {
      zh: '下一层的加权和，对所有掩码平均，恰好等于不用 dropout 时的加权和。偏置不缩放。',
      en: 'The next layer’s weighted sum, averaged over all masks, is exactly the sum without dropout. The bias is not scaled.',
    },
    check: check({
      setup: masked,
      left: (one) =>
        expectation(one, (r) => [
          dot(
            one.w,
            one.a.map((a, k) => (r[k]! * a) / (1 - one.p)),
          ) + one.b,
        ]),
      right: (one) => [dot(one.w, tested(one, 'inverted')) + one.b],
      wrong: [
        {
          slip: { zh: '偏置也跟着缩放', en: 'the bias scaled as well' },
          right: ({ p, a, w, b }) => [dot(w, a) + b / (1 - p)],
        },
        {
          slip: { zh: '整个和又乘了 1 − p', en: 'the sum multiplied by 1 − p once more' },
          right: ({ p, a, w, b }) => [(1 - p) * dot(w, a) + b],
        },
      ],
    }),
  },
  {
    id: 'of-variance',
    tex: '\\begin{aligned} &\\Var\\Bigl[\\,\\sum_k w_k\\, \\tilde{a}_k + b\\,\\Bigr] \\\\[0.5em] &\\qquad = \\frac{p}{1 - p} \\sum_k (w_k\\, a_k)^2 \\end{aligned}',
    means: {
      zh: 'dropout 给加权和加了多少噪声：方差随 p 增大，p 接近 1 时没有上限。',
      en: 'How much noise dropout adds to a sum: its variance grows with p, and without bound as p nears 1.',
    },
    check: check({
      setup: masked,
      left: (one) => {
        const sum = (r: readonly number[]): number =>
          dot(
            one.w,
            one.a.map((a, k) => (r[k]! * a) / (1 - one.p)),
          ) + one.b;
        const [mean = 0, square = 0] = expectation(one, (r) => [sum(r), sum(r) ** 2]);
        return square - mean ** 2;
      },
      right: ({ p, a, w }) =>
        (p / (1 - p)) * a.reduce((sum, one, k) => sum + (w[k]! * one) ** 2, 0),
      wrong: [
        {
          slip: { zh: 'p(1 − p)：忘了除以 1 − p 的平方', en: 'p(1 − p): the scaling left out' },
          right: ({ p, a, w }) =>
            p * (1 - p) * a.reduce((sum, one, k) => sum + (w[k]! * one) ** 2, 0),
        },
        {
          slip: { zh: '先求和再平方', en: 'the sum squared, instead of a sum of squares' },
          right: ({ p, a, w }) => (p / (1 - p)) * dot(w, a) ** 2,
        },
        {
          slip: { zh: '系数写成 1/(1 − p)', en: '1/(1 − p) for the factor' },
          right: ({ p, a, w }) =>
            (1 / (1 - p)) * a.reduce((sum, one, k) => sum + (w[k]! * one) ** 2, 0),
        },
      ],
    }),
  },
  {
    id: 'of-backward',
    tex: '\\dd{\\loss}{a_k} = \\frac{r_k}{1 - p}\\;\\dd{\\loss}{\\tilde{a}_k}',
    means: {
      zh: '反向穿过 dropout：用同一个掩码，乘同一个因子。关掉的单元，梯度恰好是 0。',
      en: 'Backward through dropout: the same mask, the same factor. A unit that is off gets a gradient of exactly 0.',
    },
    check: check({
      setup: through,
      tolerance: 1e-8,
      left: (one) => one.network.layer(1).delta.toColumn(),
      right: (one) => behind(one).map((slope, k) => (one.r[k]! * slope) / (1 - one.p)),
      wrong: [
        { slip: { zh: '反向时没有用掩码', en: 'the mask not used going back' }, right: behind },
        {
          slip: { zh: '漏了 1/(1 − p)', en: '1/(1 − p) left out' },
          right: (one) => behind(one).map((slope, k) => one.r[k]! * slope),
        },
        {
          slip: { zh: '乘了 1 − p，没有除', en: 'multiplied by 1 − p, not divided' },
          right: (one) => behind(one).map((slope, k) => one.r[k]! * slope * (1 - one.p)),
        },
      ],
    }),
  },
];

/** E[ã_k], one step further at every line. */
const lines: readonly ((one: Masked) => number[])[] = [
  (one) => expectation(one, (r) => one.a.map((a, k) => (r[k]! / (1 - one.p)) * a)),
  (one) => expectation(one, (r) => [...r]).map((mean, k) => (one.a[k]! / (1 - one.p)) * mean),
  ({ p, a }) => a.map((one) => (one / (1 - p)) * (p * 0 + (1 - p) * 1)),
  (one) => tested(one, 'inverted'),
];

const equal = lineChecks(masked, lines);

export const expectationDerivation: Derivation = {
  id: 'of-expectation',
  title: { zh: '为什么是 1/(1 − p)', en: 'Why 1/(1 − p)' },
  steps: [
    {
      tex: '\\E[\\tilde{a}_k] = \\E\\Bigl[\\frac{r_k}{1 - p}\\, a_k\\Bigr]',
      why: { zh: '要求的期望。', en: 'The expected value that is wanted.' },
    },
    {
      tex: '= \\frac{a_k}{1 - p}\\; \\E[r_k]',
      why: {
        zh: '随机的只有 $r_k$。激活值来自前面的层，$1 - p$ 是常数，都可以提出来。',
        en: 'Only $r_k$ is random. The activation comes from the layers before, and $1 - p$ is a constant: both can be taken out.',
      },
      check: equal(1, { zh: '因子翻了个身', en: 'the factor upside down' }, (one) =>
        expectation(one, (r) => [...r]).map((mean, k) => one.a[k]! * (1 - one.p) * mean),
      ),
    },
    {
      tex: '= \\frac{a_k}{1 - p}\\, \\bigl(p \\cdot 0 + (1 - p) \\cdot 1\\bigr)',
      why: {
        zh: '期望：每个可能的值乘以它的概率，再相加。以概率 $p$ 是 0，以概率 $1 - p$ 是 1。',
        en: 'Expected value: each possible value times its probability, added up. It is 0 with probability $p$ and 1 with probability $1 - p$.',
      },
      check: equal(2, { zh: '两个概率对调了', en: 'the two probabilities exchanged' }, ({ p, a }) =>
        a.map((one) => (one / (1 - p)) * ((1 - p) * 0 + p * 1)),
      ),
    },
    {
      tex: '= a_k',
      why: {
        zh: '两个 $1 - p$ 约掉。正是为了约掉它，训练时才除以 $1 - p$。',
        en: 'The two factors $1 - p$ cancel. To make them cancel, one divides by $1 - p$ in training.',
      },
      check: equal(3, { zh: '还留着一个 1 − p', en: 'one 1 − p left over' }, ({ p, a }) =>
        a.map((one) => (1 - p) * one),
      ),
    },
  ],
};
