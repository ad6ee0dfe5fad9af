import { check, type Equation } from '@book/equations';
import {
  activate,
  byDifferences,
  fPrime,
  lossOf,
  lossOfOutput,
  run,
  slopes,
  slopesB,
  slopesW,
  slopesZ,
  type Trial,
  trial,
  zOf,
} from './trial';

const setup = trial();
const tolerance = byDifferences;

/** All products δ_j a_k, row after row. */
const outer = (p: readonly number[], q: readonly number[]): number[] =>
  p.flatMap((u) => q.map((v) => u * v));

const delta = ({ network }: Trial, l: number): number[] => network.layer(l).delta.toColumn();
const a = ({ network }: Trial, l: number): number[] => network.a(l).toColumn();
const z = ({ network }: Trial, l: number): number[] => network.layer(l).z.toColumn();

/** A quotient of losses for every weight of layer l: `of(at, w)`, where `at` is the loss along it. */
function quotients(
  { plain, x, y, l }: Trial,
  of: (at: (value: number) => number, w: number) => number,
): number[] {
  return plain.W[l]!.flatMap((row, j) =>
    row.map((weight, k) => {
      const at = (value: number): number => {
        const moved = plain.W[l]!.map((r, i) => (i === j ? r.with(k, value) : r));
        return lossOf({ ...plain, W: plain.W.with(l, moved) }, x, y);
      };
      return of(at, weight);
    }),
  );
}
const gradients = ({ network, l }: Trial): number[] => Array.from(network.layer(l).dW.data);

export const scalarEquations: readonly Equation[] = [
  {
    id: 'fb-forward-difference',
    tex: '\\dd{\\loss}{\\theta} \\approx \\frac{\\loss(\\theta + \\varepsilon) - \\loss(\\theta)}{\\varepsilon}',
    means: {
      zh: '单侧差商：把一个参数挪动 ε，看损失变了多少。',
      en: 'The one-sided quotient: move one parameter by ε and see how the loss changes.',
    },
    check: check({
      setup,
      left: gradients,
      right: (t) => quotients(t, (at, w) => (at(w + 1e-7) - at(w)) / 1e-7),
      tolerance: 1e-6,
      wrong: [
        {
          slip: { zh: '除以了 2ε', en: 'divided by 2ε' },
          right: (t) => quotients(t, (at, w) => (at(w + 1e-7) - at(w)) / 2e-7),
        },
        {
          slip: { zh: '两项减反了', en: 'the two losses subtracted the wrong way round' },
          right: (t) => quotients(t, (at, w) => (at(w) - at(w + 1e-7)) / 1e-7),
        },
      ],
    }),
  },
  {
    id: 'fb-central-difference',
    tex: '\\dd{\\loss}{\\theta} \\approx \\frac{\\loss(\\theta + \\varepsilon) - \\loss(\\theta - \\varepsilon)}{2\\varepsilon}',
    means: {
      zh: '双侧差商：向两边各挪 ε，误差随 ε 的平方缩小。',
      en: 'The two-sided quotient: move by ε both ways; the error shrinks as ε squared.',
    },
    check: check({
      setup,
      left: gradients,
      right: (t) => quotients(t, (at, w) => (at(w + 1e-5) - at(w - 1e-5)) / 2e-5),
      tolerance: 1e-9,
      wrong: [
        {
          slip: { zh: '只除以 ε', en: 'divided by ε only' },
          right: (t) => quotients(t, (at, w) => (at(w + 1e-5) - at(w - 1e-5)) / 1e-5),
        },
      ],
    }),
  },
  {
    id: 'fb-delta-def',
    tex: '\\delti{l}{j} = \\dd{\\loss}{\\zi{l}{j}}',
    means: {
      zh: '误差项 δ 的定义：加权和动一点，损失变多快。',
      en: 'What δ is: how fast the loss changes when a weighted sum does.',
    },
    check: check({
      setup,
      left: (t) => delta(t, t.l),
      right: (t) => slopesZ(t, t.l),
      tolerance,
      wrong: [
        {
          slip: { zh: '对 a 求导而不是对 z', en: 'derivative by a instead of z' },
          right: (t) => {
            const slope = fPrime(t.plain, t.l, z(t, t.l));
            return slopesZ(t, t.l).map((d, j) => d / slope[j]!);
          },
        },
        {
          slip: { zh: '符号反了', en: 'sign turned round' },
          right: (t) => slopesZ(t, t.l).map((d) => -d),
        },
      ],
    }),
  },
  {
    id: 'fb-grad-w-scalar',
    tex: '\\dd{\\loss}{\\Wi{l}{jk}} = \\dd{\\loss}{\\zi{l}{j}}\\,\\dd{\\zi{l}{j}}{\\Wi{l}{jk}} = \\delti{l}{j}\\,\\acti{l-1}{k}',
    means: {
      zh: '权重的梯度：接收单元的 δ 乘以发送单元的激活值。',
      en: 'The gradient of a weight: δ of the unit that receives times the activation of the unit that sends.',
    },
    check: check({
      setup,
      left: (t) => slopesW(t, t.l),
      right: (t) => outer(delta(t, t.l), a(t, t.l - 1)),
      tolerance,
      wrong: [
        {
          slip: { zh: '用了本层的激活值', en: 'activation of the same layer' },
          right: (t) => outer(delta(t, t.l), a(t, t.l)),
        },
        {
          slip: { zh: '下标颠倒：δ 取了发送单元的', en: 'indices swapped: δ of the sender' },
          right: (t) => {
            const [d, sent] = [delta(t, t.l), a(t, t.l - 1)];
            return sent.flatMap((v) => d.map((u) => u * v));
          },
        },
        {
          slip: { zh: '多乘了一次 f′', en: 'f′ once too often' },
          right: (t) => {
            const slope = fPrime(t.plain, t.l, z(t, t.l));
            return outer(
              delta(t, t.l).map((d, j) => d * slope[j]!),
              a(t, t.l - 1),
            );
          },
        },
      ],
    }),
  },
  {
    id: 'fb-grad-b-scalar',
    tex: '\\dd{\\loss}{\\biasi{l}{j}} = \\dd{\\loss}{\\zi{l}{j}}\\,\\dd{\\zi{l}{j}}{\\biasi{l}{j}} = \\delti{l}{j}',
    means: {
      zh: '偏置的梯度就是 δ。',
      en: 'The gradient of a bias is δ itself.',
    },
    check: check({
      setup,
      left: (t) => slopesB(t, t.l),
      right: (t) => delta(t, t.l),
      tolerance,
      wrong: [
        {
          slip: { zh: '乘了激活值', en: 'times the activation' },
          right: (t) => delta(t, t.l).map((d, j) => d * a(t, t.l)[j]!),
        },
      ],
    }),
  },
  {
    id: 'fb-delta-output-scalar',
    tex: '\\delti{L}{j} = \\dd{\\loss}{\\acti{L}{j}}\\,\\fp{L}(\\zi{L}{j})',
    means: {
      zh: '输出层的 δ：损失对输出的斜率，乘以激活函数的斜率。',
      en: 'δ of the output layer: the slope of the loss by the output, times the slope of the activation function.',
    },
    check: check({
      setup,
      left: (t) => slopesZ(t, t.L),
      right: (t) => outputDelta(t, z(t, t.L)),
      tolerance,
      wrong: [
        {
          slip: { zh: '漏了 f′', en: 'f′ left out' },
          right: ({ plain, x, y, L }) =>
            slopes((out) => lossOfOutput(plain, out, y), run(plain, x).a[L]!),
        },
        {
          slip: { zh: 'f′ 取在 a 而不是 z', en: 'f′ taken at a instead of z' },
          right: (t) => outputDelta(t, a(t, t.L)),
        },
      ],
    }),
  },
  {
    id: 'fb-loss-se-slope',
    tex: '\\dd{\\loss}{\\acti{L}{j}} = \\acti{L}{j} - \\yout{j}',
    means: {
      zh: '平方误差对输出的斜率：输出减目标。',
      en: 'The slope of squared error by an output: output minus target.',
    },
    check: check({
      setup,
      left: ({ plain, x, y, L }) =>
        slopes((out) => lossOfOutput(plain, out, y), run(plain, x).a[L]!),
      right: (t) => a(t, t.L).map((value, j) => value - t.y[j]!),
      tolerance,
      wrong: [
        {
          slip: { zh: '目标减输出', en: 'target minus output' },
          right: (t) => a(t, t.L).map((value, j) => t.y[j]! - value),
        },
        {
          slip: { zh: '多了因子 2', en: 'a factor 2 too much' },
          right: (t) => a(t, t.L).map((value, j) => 2 * (value - t.y[j]!)),
        },
      ],
    }),
  },
  {
    id: 'fb-sigmoid-slope',
    tex: "\\sigma'(z) = \\sigma(z)\\,\\bigl(1 - \\sigma(z)\\bigr)",
    means: {
      zh: 'Sigmoid 的斜率由它自己的值就能算出，最大 1/4。',
      en: 'The slope of the sigmoid follows from its own value and is at most 1/4.',
    },
    check: check({
      setup: (random) => random.uniform(0.5, 4) * (random.bernoulli(0.5) ? 1 : -1),
      left: (t) => slopes(([u]) => activate('sigmoid', [u!])[0]!, [t])[0]!,
      right: (t) => sigma(t) * (1 - sigma(t)),
      tolerance: 1e-9,
      wrong: [
        {
          slip: { zh: '写成 z(1−z)', en: 'z(1 − z)' },
          right: (t) => t * (1 - t),
        },
        {
          slip: { zh: '写成 σ(1−z)', en: 'σ(z)(1 − z)' },
          right: (t) => sigma(t) * (1 - t),
        },
        {
          slip: { zh: '把 a 又代进了 σ', en: 'σ′ taken at a' },
          right: (t) => sigma(sigma(t)) * (1 - sigma(sigma(t))),
        },
      ],
    }),
  },
  {
    id: 'fb-delta-softmax-ce',
    tex: '\\delt{L} = \\act{L} - \\y',
    means: {
      zh: 'softmax 配交叉熵：输出层的 δ 就是输出减目标。',
      en: 'Softmax with cross-entropy: δ of the output layer is output minus target.',
    },
    check: check({
      setup: trial('softmaxCrossEntropy'),
      left: (t) => slopesZ(t, t.L),
      right: (t) => a(t, t.L).map((value, j) => value - t.y[j]!),
      tolerance,
      wrong: [
        {
          slip: { zh: '又乘了 a(1−a)', en: 'times a(1 − a) as well' },
          right: (t) => a(t, t.L).map((value, j) => (value - t.y[j]!) * value * (1 - value)),
        },
        {
          slip: {
            zh: '又乘了 y（原笔记配 Sigmoid 的结果）',
            en: 'times y as well (the note’s result for sigmoid)',
          },
          right: (t) => a(t, t.L).map((value, j) => (value - t.y[j]!) * t.y[j]!),
        },
        {
          slip: { zh: '符号反了', en: 'sign turned round' },
          right: (t) => a(t, t.L).map((value, j) => t.y[j]! - value),
        },
      ],
    }),
  },
  {
    id: 'fb-next-layer',
    tex: '\\begin{gathered} \\zi{l+1}{k} = \\sum_{j=1}^{\\units{l}} \\Wi{l+1}{kj}\\,\\acti{l}{j} + \\biasi{l+1}{k} \\\\ (k = 1, \\dots, \\units{l+1}) \\end{gathered}',
    means: {
      zh: '下一层的每个单元都接收这一层的每个激活值。',
      en: 'Every unit of the next layer receives every activation of this one.',
    },
    check: check({
      setup,
      left: (t) => z(t, t.l + 1),
      right: (t) => zOf(t.plain, t.l + 1, a(t, t.l)),
      wrong: [
        {
          slip: {
            zh: '最后一行的权重下标写成了 k（原笔记的写法）',
            en: 'every row with the same row of weights (the note’s index k in the last row)',
          },
          right: ({ plain, ...t }) => {
            const [row = []] = plain.W[t.l + 1]!;
            const sent = t.network.a(t.l).toColumn();
            return plain.b[t.l + 1]!.map(
              (b) => row.reduce((sum, w, j) => sum + w * sent[j]!, 0) + b,
            );
          },
        },
      ],
    }),
  },
  {
    id: 'fb-delta-hidden-scalar',
    tex: '\\delti{l}{j} = \\Bigl(\\,\\sum_{k=1}^{\\units{l+1}} \\delti{l+1}{k}\\,\\Wi{l+1}{kj}\\Bigr)\\, \\fp{l}(\\zi{l}{j})',
    means: {
      zh: '隐藏层的 δ：把下一层每个单元的 δ 按权重加起来，再乘以激活函数的斜率。',
      en: 'δ of a hidden unit: the δ of every listener, weighted and summed, times the slope of the activation function.',
    },
    check: check({
      setup,
      left: (t) => slopesZ(t, t.l),
      right: (t) => {
        const slope = fPrime(t.plain, t.l, z(t, t.l));
        return gathered(t).map((sum, j) => sum * slope[j]!);
      },
      tolerance,
      wrong: [
        {
          slip: { zh: 'f′ 漏了', en: 'f′ left out' },
          right: gathered,
        },
        {
          slip: { zh: 'f′ 取在 a 而不是 z', en: 'f′ taken at a instead of z' },
          right: (t) => {
            const slope = fPrime(t.plain, t.l, a(t, t.l));
            return gathered(t).map((sum, j) => sum * slope[j]!);
          },
        },
        {
          slip: { zh: '只算了第一个接收单元', en: 'only the first listener' },
          right: (t) => {
            const slope = fPrime(t.plain, t.l, z(t, t.l));
            const [first = 0] = delta(t, t.l + 1);
            return slope.map((s, j) => first * t.plain.W[t.l + 1]![0]![j]! * s);
          },
        },
        {
          slip: {
            zh: 'δ 的下标写成 j（原笔记的写法）',
            en: 'δ with index j inside the sum (as in the source note)',
          },
          right: (t) => {
            const slope = fPrime(t.plain, t.l, z(t, t.l));
            const d = delta(t, t.l + 1);
            return slope.map(
              (s, j) =>
                t.plain.W[t.l + 1]!.reduce(
                  (sum, row) => sum + (d[j % d.length] ?? 0) * row[j]!,
                  0,
                ) * s,
            );
          },
        },
      ],
    }),
  },
];

const sigma = (t: number): number => 1 / (1 + Math.exp(-t));

function outputDelta({ plain, x, y, L }: Trial, at: readonly number[]): number[] {
  const slope = fPrime(plain, L, at);
  return slopes((out) => lossOfOutput(plain, out, y), run(plain, x).a[L]!).map(
    (d, j) => d * slope[j]!,
  );
}

/** Σ_k δ_k W_kj for every j. */
function gathered(t: Trial): number[] {
  const d = delta(t, t.l + 1);
  return a(t, t.l).map((_, j) =>
    t.plain.W[t.l + 1]!.reduce((sum, row, k) => sum + d[k]! * row[j]!, 0),
  );
}
