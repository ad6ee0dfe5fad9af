import { check, type Derivation, type Equation, lineChecks } from '@book/equations';
import { sigmoid } from '@engine';
import { byDifferences, type Chain, chain, deltaOf, hidden, run, slope, slopeOfW } from './chain';

const setup = chain();
const tolerance = byDifferences;

/** The product of g(k) over k = from … to. */
const product = (from: number, to: number, g: (k: number) => number): number => {
  let result = 1;
  for (let k = from; k <= to; k++) result *= g(k);
  return result;
};
/** W^(k+1) f′(z^k). */
const factor = (one: Chain, k: number): number => one.w[k + 1]! * slope(one.f, run(one).z[k]!);

/** What (per layer)^(L−1) leaves of the last error. */
const bound = (one: Chain, perLayer: number): number =>
  perLayer ** (one.L - 1) * Math.abs(deltaOf(one, one.L));

export const productEquations: readonly Equation[] = [
  {
    id: 've-delta-chain',
    tex: '\\delt{l} = \\W{l+1}\\,\\fp{l}(\\z{l})\\;\\delt{l+1}',
    means: {
      zh: '一条链上，误差项往回走一层就乘一个因子：下一层的权重乘以这一层的斜率。',
      en: 'In a chain the error is multiplied by one factor a layer: the next layer’s weight times this layer’s slope.',
    },
    check: check({
      setup,
      tolerance,
      left: (one) => hidden(one).map((l) => one.network.layer(l).delta.at(0, 0)),
      right: (one) => hidden(one).map((l) => factor(one, l) * deltaOf(one, l + 1)),
      wrong: [
        {
          slip: { zh: '用了本层自己的权重', en: 'the layer’s own weight' },
          right: (one) =>
            hidden(one).map((l) => one.w[l]! * slope(one.f, run(one).z[l]!) * deltaOf(one, l + 1)),
        },
        {
          slip: { zh: '斜率取在下一层', en: 'the slope at the next layer' },
          right: (one) =>
            hidden(one).map(
              (l) => one.w[l + 1]! * slope(one.f, run(one).z[l + 1]!) * deltaOf(one, l + 1),
            ),
        },
        {
          slip: { zh: '漏了斜率', en: 'the slope left out' },
          right: (one) => hidden(one).map((l) => one.w[l + 1]! * deltaOf(one, l + 1)),
        },
      ],
    }),
  },
  {
    id: 've-grad-chain',
    tex: '\\begin{aligned} \\dd{\\loss}{\\W{l}} = \\act{l-1}\\,&\\Bigl(\\,\\prod_{k=l}^{L-1} \\W{k+1}\\,\\fp{k}(\\z{k})\\Bigr) \\\\ &\\cdot \\delt{L} \\end{aligned}',
    means: {
      zh: '链上任何一层权重的梯度：前一层的激活值，乘以一路上所有的因子，再乘以最后一层的误差项。',
      en: 'The gradient of any weight of a chain: the activation before it, times all factors on the way, times the last error.',
    },
    check: check({
      setup,
      tolerance,
      left: (one) => hidden(one).map((l) => slopeOfW(one, l)),
      right: (one) =>
        hidden(one).map(
          (l) =>
            run(one).a[l - 1]! *
            product(l, one.L - 1, (k) => factor(one, k)) *
            one.network.layer(one.L).delta.at(0, 0),
        ),
      wrong: [
        {
          slip: { zh: '连乘少了第一个因子', en: 'the first factor of the product missing' },
          right: (one) =>
            hidden(one).map(
              (l) =>
                run(one).a[l - 1]! *
                product(l + 1, one.L - 1, (k) => factor(one, k)) *
                deltaOf(one, one.L),
            ),
        },
        {
          slip: { zh: '用了本层的激活值', en: 'activation of the same layer' },
          right: (one) =>
            hidden(one).map(
              (l) =>
                run(one).a[l]! * product(l, one.L - 1, (k) => factor(one, k)) * deltaOf(one, one.L),
            ),
        },
        {
          slip: { zh: '把乘积写成了和', en: 'a sum instead of the product' },
          right: (one) =>
            hidden(one).map((l) => {
              let sum = 0;
              for (let k = l; k < one.L; k++) sum += factor(one, k);
              return run(one).a[l - 1]! * (sum + 3) * deltaOf(one, one.L);
            }),
        },
      ],
    }),
  },
  {
    id: 've-sigmoid-quarter',
    tex: "\\sigma'(z) = \\tfrac14 - \\bigl(\\sigma(z) - \\tfrac12\\bigr)^2",
    means: {
      zh: 'Sigmoid 的斜率最大是四分之一，在 z 为 0 处取到。',
      en: 'The sigmoid’s slope is a quarter at most, and that where z is 0.',
    },
    check: check({
      setup: (random) => [-1, 1].map((sign) => sign * random.uniform(0.5, 5)),
      tolerance: 1e-9,
      left: (z) => z.map((t) => (sigmoid(t + 1e-5) - sigmoid(t - 1e-5)) / 2e-5),
      right: (z) => z.map((t) => 0.25 - (1 / (1 + Math.exp(-t)) - 0.5) ** 2),
      wrong: [
        {
          slip: { zh: '平方里没有减 1/2', en: '½ not subtracted before squaring' },
          right: (z) => z.map((t) => 0.25 - (1 / (1 + Math.exp(-t))) ** 2),
        },
        {
          slip: { zh: '最大值写成 1/2', en: 'one half for the maximum' },
          right: (z) => z.map((t) => 0.5 - (1 / (1 + Math.exp(-t)) - 0.5) ** 2),
        },
      ],
    }),
  },
  {
    id: 've-sigmoid-bound',
    tex: '\\bigl|\\delt{1}\\bigr| \\le \\Bigl(\\frac{w}{4}\\Bigr)^{L-1}\\,\\bigl|\\delt{L}\\bigr|',
    means: {
      zh: 'Sigmoid 链：第 2 到第 L 层权重的绝对值都不超过 w 时，误差项每过一层至多剩 w/4。',
      en: 'A sigmoid chain: if the weights of layers 2 to L have size w at most, no more than w/4 of the error passes each layer.',
    },
    check: check({
      // With every z at 0 both sides are equal: there the bound is at its tightest.
      setup: (random) => {
        const one = chain('sigmoid')(random);
        const w = Math.max(...one.w.slice(2).map(Math.abs));
        const level = { ...one, w: one.w.map(() => w), b: one.b.map(() => -w / 2), x: 0.5 };
        return { one, w, level };
      },
      tolerance: 1e-6,
      left: ({ one, w, level }) => [
        Math.max(bound(one, w / 4), Math.abs(deltaOf(one, 1))),
        Math.abs(deltaOf(level, 1)) / Math.abs(deltaOf(level, one.L)) / (w / 4) ** (one.L - 1),
      ],
      right: ({ one, w }) => [bound(one, w / 4), 1],
      wrong: [
        {
          slip: { zh: '指数多了 1', en: 'one factor too many' },
          right: ({ one, w }) => [bound(one, w / 4), w / 4],
        },
        {
          slip: { zh: '把斜率的上界当成 1/2', en: 'one half taken for the largest slope' },
          right: ({ one, w }) => [bound(one, w / 4), 2 ** (one.L - 1)],
        },
      ],
    }),
  },
];

/** ∂L/∂W^l, one layer further at every line. */
const lines: readonly ((one: Chain) => number[])[] = [
  (one) => hidden(one).map((l) => slopeOfW(one, l)),
  (one) => hidden(one).map((l) => deltaOf(one, l) * run(one).a[l - 1]!),
  (one) => hidden(one).map((l) => factor(one, l) * deltaOf(one, l + 1) * run(one).a[l - 1]!),
  (one) =>
    hidden(one).map(
      (l) =>
        product(l, one.L - 1, (k) => factor(one, k)) * deltaOf(one, one.L) * run(one).a[l - 1]!,
    ),
];

const equal = lineChecks(setup, lines, tolerance);

export const chainDerivation: Derivation = {
  id: 've-chain-derivation',
  title: { zh: '连乘是怎么来的', en: 'Where the product comes from' },
  steps: [
    {
      tex: '\\dd{\\loss}{\\W{l}}',
      why: { zh: '要求的梯度。', en: 'The gradient that is wanted.' },
    },
    {
      tex: '= \\delt{l}\\,\\act{l-1}',
      why: {
        zh: '第 2 章的权重梯度公式；每层只有一个单元，所以没有下标。',
        en: 'The gradient of a weight from chapter 2; with one unit a layer there are no indices.',
      },
      check: equal(1, { zh: '用了本层的激活值', en: 'activation of the same layer' }, (one) =>
        hidden(one).map((l) => deltaOf(one, l) * run(one).a[l]!),
      ),
    },
    {
      tex: '= \\W{l+1}\\,\\fp{l}(\\z{l})\\;\\delt{l+1}\\,\\act{l-1}',
      why: {
        zh: '误差项往回走一层的公式。下一层只有一个单元，所以和只剩一项。',
        en: 'The error one layer back. The next layer has one unit, so the sum has one term.',
      },
      check: equal(2, { zh: '漏了权重', en: 'the weight left out' }, (one) =>
        hidden(one).map(
          (l) => slope(one.f, run(one).z[l]!) * deltaOf(one, l + 1) * run(one).a[l - 1]!,
        ),
      ),
    },
    {
      tex: '= \\Bigl(\\,\\prod_{k=l}^{L-1} \\W{k+1}\\,\\fp{k}(\\z{k})\\Bigr)\\,\\delt{L}\\,\\act{l-1}',
      why: {
        zh: '对 $\\delt{l+1}$、$\\delt{l+2}$ 照样做下去，直到最后一层。',
        en: 'The same for $\\delt{l+1}$, for $\\delt{l+2}$ and so on, up to the last layer.',
      },
      check: equal(3, { zh: '连乘多乘了一项', en: 'one factor too many' }, (one) =>
        hidden(one).map(
          (l) =>
            product(l, one.L - 1, (k) => factor(one, k)) *
            slope(one.f, run(one).z[one.L]!) *
            deltaOf(one, one.L) *
            run(one).a[l - 1]!,
        ),
      ),
    },
  ],
};
