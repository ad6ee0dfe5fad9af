import { check, type Equation } from '@book/equations';
import { finiteDifference, Matrix, Network, Optimiser, type Parameter, type Random } from '@engine';

/** A small network with its mini-batch, and a learning rate. */
interface Learning {
  network: Network;
  X: Matrix;
  Y: Matrix;
  alpha: number;
}

const learning = (random: Random): Learning => {
  const m = 3 + random.integer(3);
  const network = new Network({
    sizes: [2, 3, 1],
    activations: ['tanh', 'identity'],
    loss: 'squaredError',
  });
  for (const { value } of network.parameters) {
    for (let k = 0; k < value.data.length; k++) value.data[k] = random.normal(0, 0.8);
  }
  const drawn = (rows: number, sigma: number) =>
    Matrix.from(
      Array.from({ length: rows }, () => Array.from({ length: m }, () => random.normal(2, sigma))),
    );
  return { network, X: drawn(2, 1.2), Y: drawn(1, 1), alpha: random.uniform(0.05, 0.3) };
};

const lossOf = ({ network, X, Y }: Learning): number => {
  network.forward(X);
  return network.loss(Y);
};
const numbersOf = (network: Network): number[] =>
  network.parameters.flatMap(({ value }) => Array.from(value.data));

/** ∂L/∂θ of every parameter by moving each alone; the parameters are as before afterwards. */
const differences = (one: Learning): number[] =>
  one.network.parameters.flatMap(({ value }) =>
    Array.from(value.data, (_, k) => finiteDifference(() => lossOf(one), value, k)),
  );

/** θ before and after one step of the engine, and the gradient at the start by differences. */
function oneStep(one: Learning) {
  const { network, X, Y, alpha } = one;
  const before = network.parameters.map(({ value }) => Float64Array.from(value.data));
  const theta = numbersOf(network);
  const g = differences(one);
  network.forward(X);
  network.backward(Y);
  new Optimiser({ kind: 'sgd' }, network.parameters).step(alpha);
  const after = numbersOf(network);
  network.parameters.forEach(({ value }, p) => {
    value.data.set(before[p]!);
  });
  return { theta, g, after };
}

/** The gradient of samples `from` … `to` − 1 of the batch, as backpropagation has it. */
function gradientOf({ network, X, Y }: Learning, from: number, to: number): number[] {
  const some = (M: Matrix) => Matrix.from(M.toRows().map((row) => row.slice(from, to)));
  network.forward(some(X));
  network.backward(some(Y));
  return network.parameters.flatMap(({ gradient }) => Array.from(gradient.data));
}

const add = (p: readonly number[], q: readonly number[]): number[] => p.map((x, i) => x + q[i]!);
const times = (p: readonly number[], factor: number): number[] => p.map((x) => x * factor);
/** Σ_s ∂L_s/∂θ over the samples of the batch, one at a time. */
const sumOfGradients = (one: Learning): number[] =>
  Array.from({ length: one.X.cols }, (_, s) => gradientOf(one, s, s + 1)).reduce(add);

/** A valley ½ κ θ² and a start in it. */
interface Valley {
  kappa: number;
  theta: number;
  alpha: number;
  t: number;
}
const valley = (random: Random): Valley => ({
  kappa: random.uniform(0.6, 1.2),
  theta: random.uniform(1, 3),
  alpha: random.uniform(0.2, 0.5),
  t: 2 + random.integer(3),
});

/** t steps of the engine down the valley. */
function roll({ kappa, theta, alpha, t }: Valley): number {
  const [value, gradient] = [Matrix.column([theta]), Matrix.column([0])];
  const parameter: Parameter = { name: 'theta', value, gradient, decays: false };
  const optimiser = new Optimiser({ kind: 'sgd' }, [parameter]);
  for (let i = 0; i < t; i++) {
    gradient.data[0] = kappa * value.data[0]!;
    optimiser.step(alpha);
  }
  return value.data[0]!;
}

/** A turned bowl or saddle in the plane: H has the curvatures κ along two directions. */
interface Turned {
  kappa: [number, number];
  angle: number;
  u: [number, number];
}
const turned = (random: Random): Turned => ({
  kappa: [random.uniform(1, 3), -random.uniform(0.5, 2)],
  angle: random.uniform(0.3, 1.2),
  u: [random.uniform(0.5, 1.5), random.uniform(0.5, 1.5)],
});

/** ½ (x, y) H (x, y)ᵀ with H written out in the coordinates of the plane, at the point u. */
function heightOf({ kappa: [p, q], angle, u: [u1, u2] }: Turned): number {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = [c * u1 - s * u2, s * u1 + c * u2];
  const [hxx, hxy, hyy] = [p * c * c + q * s * s, (p - q) * c * s, p * s * s + q * c * c];
  return (hxx * x * x + 2 * hxy * x * y + hyy * y * y) / 2;
}

/** N per-sample gradients, and how many of them make a mini-batch. */
interface Drawing {
  gradients: number[][];
  m: number;
}
const drawing = (random: Random): Drawing => ({
  gradients: Array.from({ length: 6 }, () => [random.normal(1, 2), random.normal(0, 1)]),
  m: 2 + random.integer(2),
});

const mean = (rows: readonly (readonly number[])[]): number[] =>
  times(rows.map((row) => [...row]).reduce(add), 1 / rows.length);
const squaredApart = (p: readonly number[], q: readonly number[]): number =>
  p.reduce((sum, x, i) => sum + (x - q[i]!) ** 2, 0);

/** Every choice of m rows. */
function choices<T>(rows: readonly T[], m: number): T[][] {
  if (m === 0) return [[]];
  return rows.flatMap((row, i) => choices(rows.slice(i + 1), m - 1).map((rest) => [row, ...rest]));
}
const spread = ({ gradients }: Drawing): number =>
  gradients.reduce((sum, one) => sum + squaredApart(one, mean(gradients)), 0) / gradients.length;

export const descentEquations: readonly Equation[] = [
  {
    id: 'op-gd',
    tex: '\\begin{gathered} \\theta_t = \\theta_{t-1} - \\lr\\,g_t, \\\\[0.5em] g_t = \\dd{\\loss}{\\theta}\\bigl(\\theta_{t-1}\\bigr) \\end{gathered}',
    means: {
      zh: '梯度下降：每一步，从所在的地方，沿梯度的反方向走“学习率乘梯度”。',
      en: 'Gradient descent: from where it is, each step goes against the gradient, by the learning rate times the gradient.',
    },
    check: check({
      setup: learning,
      tolerance: 1e-7,
      left: (one) => oneStep(one).after,
      right: (one) => {
        const { theta, g } = oneStep(one);
        return add(theta, times(g, -one.alpha));
      },
      wrong: [
        {
          slip: { zh: '符号反了，往上走', en: 'the sign: it climbs' },
          right: (one) => {
            const { theta, g } = oneStep(one);
            return add(theta, times(g, one.alpha));
          },
        },
        {
          slip: { zh: '漏了学习率', en: 'the learning rate left out' },
          right: (one) => {
            const { theta, g } = oneStep(one);
            return add(theta, times(g, -1));
          },
        },
      ],
    }),
  },
  {
    id: 'op-valley',
    tex: '\\begin{gathered} \\loss(\\theta) = \\tfrac12\\,\\kappa\\,\\theta^2 \\\\[0.5em] \\Longrightarrow\\quad \\theta_t = (1 - \\lr\\,\\kappa)^t\\;\\theta_0 \\end{gathered}',
    means: {
      zh: '在曲率为 κ 的碗里，每一步把离碗底的距离乘以 1 − ακ。',
      en: 'In a bowl of curvature κ every step multiplies the distance from the bottom by 1 − ακ.',
    },
    check: check({
      setup: valley,
      left: roll,
      right: ({ kappa, theta, alpha, t }) => (1 - alpha * kappa) ** t * theta,
      wrong: [
        {
          slip: { zh: '漏了 t 次方', en: 'the power t left out' },
          right: ({ kappa, theta, alpha }) => (1 - alpha * kappa) * theta,
        },
        {
          slip: { zh: '忘了 1/2，曲率加倍', en: 'the half forgotten: twice the curvature' },
          right: ({ kappa, theta, alpha, t }) => (1 - 2 * alpha * kappa) ** t * theta,
        },
        {
          slip: { zh: '每一步减去的距离一样', en: 'the same distance lost at every step' },
          right: ({ kappa, theta, alpha, t }) => (1 - t * alpha * kappa) * theta,
        },
      ],
    }),
  },
  {
    id: 'op-saddle',
    tex: '\\begin{gathered} \\dd{\\loss}{\\theta}(\\theta^*) = 0 \\quad\\Longrightarrow \\\\[0.5em] \\loss(\\theta^* + u) - \\loss(\\theta^*) \\approx \\tfrac12 \\sum_i \\kappa_i\\,u_i^2 \\end{gathered}',
    means: {
      zh: '在梯度为零的点附近，损失由各个方向的曲率决定：全为正是极小，有正有负是鞍点。',
      en: 'Near a point without gradient the loss is made by the curvatures: all positive, a minimum; of both signs, a saddle.',
    },
    check: check({
      setup: turned,
      left: heightOf,
      right: ({ kappa: [p, q], u: [u1, u2] }) => (p * u1 ** 2 + q * u2 ** 2) / 2,
      wrong: [
        {
          slip: { zh: '漏了 1/2', en: 'the half left out' },
          right: ({ kappa: [p, q], u: [u1, u2] }) => p * u1 ** 2 + q * u2 ** 2,
        },
        {
          slip: { zh: '曲率取了绝对值', en: 'curvatures without their signs' },
          right: ({ kappa: [p, q], u: [u1, u2] }) => (p * u1 ** 2 + Math.abs(q) * u2 ** 2) / 2,
        },
      ],
    }),
  },
  {
    id: 'op-minibatch',
    tex: 'g_t = \\frac1m \\sum_{s=1}^{m} \\dd{\\loss_s}{\\theta}\\bigl(\\theta_{t-1}\\bigr)',
    means: {
      zh: '小批量的梯度：批里每个样本各算一个梯度，取平均。',
      en: 'The gradient of a mini-batch: one gradient for each sample in it, and their mean.',
    },
    check: check({
      setup: learning,
      left: (one) => gradientOf(one, 0, one.X.cols),
      right: (one) => times(sumOfGradients(one), 1 / one.X.cols),
      wrong: [
        {
          slip: { zh: '只求和，没有除以 m', en: 'the sum, not divided by m' },
          right: sumOfGradients,
        },
        {
          slip: { zh: '只用了第一个样本', en: 'the first sample only' },
          right: (one) => gradientOf(one, 0, 1),
        },
        {
          slip: { zh: '除以了 m 的平方根', en: 'divided by the root of m' },
          right: (one) => times(sumOfGradients(one), 1 / Math.sqrt(one.X.cols)),
        },
      ],
    }),
  },
  {
    id: 'op-noise',
    tex: '\\begin{gathered} \\E\\,\\lVert g_t - \\bar g \\rVert^2 = \\frac{\\sigma^2}{m}\\cdot\\frac{N-m}{N-1}, \\\\[0.5em] \\sigma^2 = \\frac1N \\sum_{s=1}^{N} \\Bigl\\lVert \\dd{\\loss_s}{\\theta} - \\bar g \\Bigr\\rVert^2 \\end{gathered}',
    means: {
      zh: '从 N 个样本里不放回地抽 m 个，小批量梯度与全体的梯度平均差多少。',
      en: 'How far the gradient of m samples, drawn from N without putting back, is from that of all, on average.',
    },
    check: check({
      setup: drawing,
      left: ({ gradients, m }) => {
        const all = choices(gradients, m);
        const whole = mean(gradients);
        return all.reduce((sum, some) => sum + squaredApart(mean(some), whole), 0) / all.length;
      },
      right: (one) => ((spread(one) / one.m) * (6 - one.m)) / 5,
      wrong: [
        {
          slip: { zh: '除以 m 的平方', en: 'divided by m squared' },
          right: (one) => ((spread(one) / one.m ** 2) * (6 - one.m)) / 5,
        },
        {
          slip: { zh: '把不放回当成放回', en: 'as if drawn with putting back' },
          right: (one) => spread(one) / one.m,
        },
        {
          slip: { zh: '没有除以 m', en: 'not divided by m' },
          right: (one) => (spread(one) * (6 - one.m)) / 5,
        },
      ],
    }),
  },
];
