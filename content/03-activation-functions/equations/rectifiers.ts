import { check, type Equation } from '@book/equations';
import { activation, Matrix, Network, type Random } from '@engine';
import { anySum, byDifferences, logistic, slipOf, slopeOf } from './tools';

const relu = activation('relu');
const setup = anySum;
const slip = slipOf<number>();

/** Both signs at once, so that no check sees one half of a function only. */
const both = (f: (z: number) => number) => (z: number) => [f(Math.abs(z)), f(-Math.abs(z))];

interface Leaky {
  z: number;
  kappa: number;
}
const leakySetup = (random: Random): Leaky => ({
  z: Math.abs(anySum(random)),
  kappa: random.uniform(0.05, 0.4),
});
const leakySlip = slipOf<Leaky>();
const leaky = ({ kappa }: Leaky) => activation('leakyRelu', { leakySlope: kappa });

export const reluEquations: readonly Equation[] = [
  {
    id: 'act-relu',
    tex: '\\begin{aligned} \\operatorname{ReLU}(\\pre) &= \\max(0, \\pre) \\\\[0.4em] &= \\begin{cases} \\pre & \\pre \\ge 0 \\\\ 0 & \\pre < 0 \\end{cases} \\end{aligned}',
    means: {
      zh: 'ReLU：正数照过，负数变成 0。',
      en: 'ReLU: positive sums pass, negative ones become 0.',
    },
    check: check({
      setup,
      left: both(relu.value),
      right: both((z) => (z + Math.abs(z)) / 2),
      wrong: [
        slip('the absolute value', '写成了绝对值', both(Math.abs)),
        slip(
          'the minimum instead of the maximum',
          '取了最小值',
          both((z) => Math.min(0, z)),
        ),
      ],
    }),
  },
  {
    id: 'act-relu-slope',
    tex: "\\begin{gathered} \\operatorname{ReLU}'(\\pre) = \\begin{cases} 1 & \\pre > 0 \\\\ 0 & \\pre < 0 \\end{cases} \\\\[0.4em] \\operatorname{ReLU}'(0) := c \\in \\{0, 1\\} \\end{gathered}",
    means: {
      zh: 'ReLU 的导数：一边是 1，一边是 0；在 0 处没有导数，取 0 或 1 是约定。',
      en: 'The slope of ReLU: 1 on one side, 0 on the other; at 0 there is none, and 0 or 1 is a convention.',
    },
    check: check({
      setup,
      left: (z) => {
        const h = 1e-6;
        const f = (t: number) => Math.max(0, t);
        return [...both((t) => slopeOf(f, t))(z), (f(0) - f(-h)) / h, (f(h) - f(0)) / h];
      },
      // The two conventions are the slopes just before 0 and just after it.
      right: (z) => [
        ...both(relu.derivative)(z),
        activation('relu', { reluAtZero: 0 }).derivative(0),
        activation('relu', { reluAtZero: 1 }).derivative(0),
      ],
      tolerance: byDifferences,
      wrong: [
        slip('the value instead of the slope', '写的是函数值', (z) => [
          ...both(relu.value)(z),
          0,
          1,
        ]),
        slip('the two cases exchanged', '两种情形写反了', (z) => [
          ...both((t) => Number(t < 0))(z),
          0,
          1,
        ]),
        slip('½ on both sides of 0', '0 的两侧都写成 ½', (z) => [
          ...both(relu.derivative)(z),
          0.5,
          0.5,
        ]),
      ],
    }),
  },
];

interface Dead {
  network: Network;
  X: Matrix;
  Y: Matrix;
}

const deadSlip = slipOf<Dead>();

/** A 3-4-2 network with a ReLU layer; its second hidden unit is out of reach of every sample. */
function withDeadUnit(random: Random): Dead {
  const network = new Network({
    sizes: [3, 4, 2],
    activations: ['relu', 'sigmoid'],
    loss: 'squaredError',
  });
  for (const { value } of network.parameters) {
    for (let k = 0; k < value.data.length; k++) value.data[k] = anySum(random) / 2;
  }
  network.layer(1).b.set(1, 0, -20);
  const matrix = (rows: number) =>
    Matrix.from(
      Array.from({ length: rows }, () => Array.from({ length: 5 }, () => anySum(random) / 2)),
    );
  return { network, X: matrix(3), Y: matrix(2) };
}

/** ∂L/∂W¹ of the mean loss, row after row, by moving every weight. */
function gradientsByDifferences({ network, X, Y }: Dead): number[] {
  const { W } = network.layer(1);
  return Array.from(W.data).map((at, k) => {
    const slope = slopeOf((moved) => {
      W.data[k] = moved;
      network.forward(X);
      return network.loss(Y);
    }, at);
    W.data[k] = at;
    return slope;
  });
}

/** (1/m) Σ_s ∂L_s/∂a_js f′(z_js) x_ks, for a slope that may be a slip. */
function gradientsByFormula(
  { network, X, Y }: Dead,
  slope: (z: number) => number,
  scale = 1 / X.cols,
): number[] {
  network.forward(X);
  network.backward(Y);
  const [hidden, output] = [network.layer(1), network.layer(2)];
  const units = Array.from({ length: hidden.W.rows }, (_, j) => j);
  return units.flatMap((j) =>
    Array.from({ length: X.rows }, (_, k) => {
      let sum = 0;
      for (let s = 0; s < X.cols; s++) {
        const byActivation = output.delta
          .toColumn(s)
          .reduce((total, d, i) => total + d * output.W.at(i, j), 0);
        sum += byActivation * slope(hidden.z.at(j, s)) * X.at(k, s);
      }
      return sum * scale;
    }),
  );
}

export const deadEquations: readonly Equation[] = [
  {
    id: 'act-dead',
    tex: "\\begin{aligned} \\dd{\\loss}{\\Wi{l}{jk}} = \\frac1m \\sum_{s=1}^{m}\\; &\\dd{\\loss_s}{\\acti{l}{js}}\\,\\operatorname{ReLU}'(\\zi{l}{js}) \\\\ &\\cdot \\acti{l-1}{ks} \\end{aligned}",
    means: {
      zh: 'ReLU 单元的权重的梯度：加权和为负的样本，贡献恰好是 0。',
      en: 'The gradient of a ReLU unit’s weight: a sample whose sum is negative adds exactly 0.',
    },
    check: check({
      setup: withDeadUnit,
      left: gradientsByDifferences,
      right: (dead) => gradientsByFormula(dead, relu.derivative),
      tolerance: byDifferences,
      wrong: [
        deadSlip('the slope left out', '漏了斜率', (dead) => gradientsByFormula(dead, () => 1)),
        deadSlip('the value for the slope', '把函数值当成斜率', (dead) =>
          gradientsByFormula(dead, relu.value),
        ),
        deadSlip('not divided by m', '没有除以 m', (dead) =>
          gradientsByFormula(dead, relu.derivative, 1),
        ),
      ],
    }),
  },
];

export const leakyEquations: readonly Equation[] = [
  {
    id: 'act-leaky',
    tex: '\\operatorname{LeakyReLU}(\\pre) = \\begin{cases} \\pre & \\pre \\ge 0 \\\\ \\kappa \\pre & \\pre < 0 \\end{cases}',
    means: {
      zh: 'Leaky ReLU：负数也放过去一点，乘以小的正数 κ。',
      en: 'Leaky ReLU lets negative sums through as well, times a small positive κ.',
    },
    check: check({
      setup: leakySetup,
      left: (t) => both(leaky(t).value)(t.z),
      right: (t) => both((z) => Math.max(z, t.kappa * z))(t.z),
      wrong: [
        leakySlip('nothing passes below 0', '负的部分写成了 0', (t) => [t.z, 0]),
        leakySlip('κ for positive sums, 1 for negative', 'κ 乘在了正数上', (t) =>
          both((z) => Math.min(z, t.kappa * z))(t.z),
        ),
        leakySlip('the sign of the leak turned round', '负的部分反了号', (t) => [
          t.z,
          t.kappa * t.z,
        ]),
      ],
    }),
  },
  {
    id: 'act-leaky-slope',
    tex: "\\operatorname{LeakyReLU}'(\\pre) = \\begin{cases} 1 & \\pre > 0 \\\\ \\kappa & \\pre < 0 \\end{cases}",
    means: {
      zh: 'Leaky ReLU 的导数：1 或 κ，从不为 0。',
      en: 'The slope of Leaky ReLU: 1 or κ, never 0.',
    },
    check: check({
      setup: leakySetup,
      left: (t) => both((z) => slopeOf((u) => Math.max(u, t.kappa * u), z))(t.z),
      right: (t) => both((z) => leaky(t).derivative(z))(t.z),
      tolerance: byDifferences,
      wrong: [
        leakySlip('κz instead of κ', '写成 κz 而不是 κ', (t) => [1, -t.kappa * t.z]),
        leakySlip('1 − κ instead of κ', '写成 1 − κ', (t) => [1, 1 - t.kappa]),
      ],
    }),
  },
];

/** Φ(z): the normal density integrated by Simpson's rule from 0. */
function normalCdf(z: number): number {
  const n = 400;
  const density = (t: number) => Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI);
  let sum = density(0) + density(z);
  for (let i = 1; i < n; i++) sum += density((i * z) / n) * (i % 2 === 1 ? 4 : 2);
  return 0.5 + (sum * z) / n / 3;
}

/** A function and its slope on both sides of 0. */
const valueAndSlope = (f: (z: number) => number) => (z: number) => [
  ...both(f)(z),
  ...both((t) => slopeOf(f, t))(z),
];
const ofEngine = (name: 'elu' | 'gelu' | 'silu') => (z: number) => [
  ...both(activation(name).value)(z),
  ...both((t) => activation(name).derivative(t))(z),
];

export const smoothEquations: readonly Equation[] = [
  {
    id: 'act-elu',
    tex: "\\begin{aligned} \\operatorname{ELU}(\\pre) &= \\begin{cases} \\pre & \\pre \\ge 0 \\\\ e^{\\pre} - 1 & \\pre < 0 \\end{cases} \\\\[0.6em] \\operatorname{ELU}'(\\pre) &= \\begin{cases} 1 & \\pre \\ge 0 \\\\ e^{\\pre} & \\pre < 0 \\end{cases} \\end{aligned}",
    means: {
      zh: 'ELU：负的一侧沿指数曲线平滑地趋于 −1。',
      en: 'ELU bends smoothly towards −1 on the negative side.',
    },
    check: check({
      setup,
      left: ofEngine('elu'),
      right: valueAndSlope((z) => (z < 0 ? Math.exp(z) - 1 : z)),
      tolerance: byDifferences,
      wrong: [
        slip(
          'the −1 lost',
          '漏了 −1',
          valueAndSlope((z) => (z < 0 ? Math.exp(z) : z)),
        ),
        slip(
          'e^(−z) − 1',
          '写成 e^(−z) − 1',
          valueAndSlope((z) => (z < 0 ? Math.exp(-z) - 1 : z)),
        ),
      ],
    }),
  },
  {
    id: 'act-gelu',
    tex: "\\begin{aligned} \\operatorname{GELU}(\\pre) &= \\pre\\,\\Phi(\\pre) \\\\[0.4em] \\operatorname{GELU}'(\\pre) &= \\Phi(\\pre) + \\pre\\,\\varphi(\\pre) \\end{aligned}",
    means: {
      zh: 'GELU：z 乘以标准正态分布函数 Φ(z)；φ 是它的密度。',
      en: 'GELU: z times the standard normal distribution function Φ(z), whose density is φ.',
    },
    check: check({
      setup,
      left: ofEngine('gelu'),
      right: valueAndSlope((z) => z * normalCdf(z)),
      tolerance: byDifferences,
      wrong: [
        slip(
          'the density instead of Φ',
          '用了密度而不是 Φ',
          valueAndSlope((z) => (z * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)),
        ),
        slip('the factor z lost', '漏了因子 z', valueAndSlope(normalCdf)),
      ],
    }),
  },
  {
    id: 'act-silu',
    tex: "\\begin{aligned} \\operatorname{SiLU}(\\pre) &= \\pre\\,\\sigma(\\pre) \\\\[0.4em] \\operatorname{SiLU}'(\\pre) &= \\sigma(\\pre) + \\pre\\,\\sigma'(\\pre) \\end{aligned}",
    means: {
      zh: 'SiLU：z 乘以自己的 Sigmoid。',
      en: 'SiLU: z times its own sigmoid.',
    },
    check: check({
      setup,
      left: ofEngine('silu'),
      right: valueAndSlope((z) => z * logistic(z)),
      tolerance: byDifferences,
      wrong: [
        slip('σ(z)(1 − σ(z)) as its slope', '斜率写成 σ(z)(1 − σ(z))', (z) => [
          ...both((t) => t * logistic(t))(z),
          ...both((t) => logistic(t) * (1 - logistic(t)))(z),
        ]),
        slip('the product rule’s second term lost', '乘法法则漏了第二项', (z) => [
          ...both((t) => t * logistic(t))(z),
          ...both(logistic)(z),
        ]),
      ],
    }),
  },
];
