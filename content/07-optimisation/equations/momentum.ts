import { check, type Equation } from '@book/equations';
import { Matrix, Optimiser, type Parameter, type Random } from '@engine';
import { engine, last, steps, type Walk, walk, weighted } from './walk';

/** v_t written out as a sum, where it adds up βᵗ⁻ⁱ g_i. */
const velocity = (one: Walk, t: number): number => weighted(one, t, (i) => one.beta ** (t - i));
const velocities = (one: Walk): number[] => steps(one).map((t) => velocity(one, t));

/** θ_0 − α Σ of something over all steps. */
const lowered = (one: Walk, step: (t: number) => number): number =>
  one.theta - one.alpha * steps(one).reduce((sum, t) => sum + step(t), 0);

/** A valley with a bend, and a run of some steps down it. */
interface Valley {
  theta: number;
  alpha: number;
  beta: number;
  t: number;
}
const valley = (random: Random): Valley => ({
  theta: random.uniform(1.5, 2.5),
  alpha: random.uniform(0.08, 0.2),
  beta: random.uniform(0.6, 0.9),
  t: 3 + random.integer(3),
});
const slopeAt = (theta: number): number => theta + 0.3 * theta ** 3;

/** Where the engine's Nesterov is after t steps: the point at which it takes its next gradient. */
function libraryPoint({ theta, alpha, beta, t }: Valley): number {
  const [value, gradient] = [Matrix.column([theta]), Matrix.column([0])];
  const parameter: Parameter = { name: 'theta', value, gradient, decays: false };
  const optimiser = new Optimiser({ kind: 'nesterov', beta }, [parameter]);
  for (let i = 0; i < t; i++) {
    gradient.data[0] = slopeAt(value.data[0]!);
    optimiser.step(alpha);
  }
  return value.data[0]!;
}

/** Nesterov's own form, with the gradient taken `ahead` of where θ is; the point ahead at the end. */
function ahead({ theta, alpha, beta, t }: Valley, lead = (v: number) => alpha * beta * v): number {
  let [at, v] = [theta, 0];
  for (let i = 0; i < t; i++) {
    v = beta * v + slopeAt(at - lead(v));
    at -= alpha * v;
  }
  return at - alpha * beta * v;
}

export const momentumEquations: readonly Equation[] = [
  {
    id: 'op-momentum',
    tex: '\\begin{gathered} v_t = \\beta\\,v_{t-1} + g_t, \\\\[0.5em] \\theta_t = \\theta_{t-1} - \\lr\\,v_t \\end{gathered}',
    means: {
      zh: '动量法，PyTorch 的写法：速度留下自己的 β 倍，再加上新的梯度；按速度走一步。',
      en: 'Momentum as PyTorch has it: the velocity keeps a share β of itself and adds the new gradient; the step follows the velocity.',
    },
    check: check({
      setup: walk,
      left: (one) => {
        const { v, theta } = engine({ kind: 'momentum', beta: one.beta }, one);
        return [...v.slice(1), theta.at(-1)!];
      },
      right: (one) => [...velocities(one), lowered(one, (t) => velocity(one, t))],
      wrong: [
        {
          slip: { zh: '新梯度也乘了 1 − β', en: 'the new gradient times 1 − β' },
          right: (one) => [
            ...velocities(one).map((v) => (1 - one.beta) * v),
            lowered(one, (t) => (1 - one.beta) * velocity(one, t)),
          ],
        },
        {
          slip: { zh: '符号反了', en: 'the sign of the step' },
          right: (one) => [
            ...velocities(one),
            2 * one.theta - lowered(one, (t) => velocity(one, t)),
          ],
        },
        {
          slip: { zh: '用上一步的速度走', en: 'stepping with the velocity before' },
          right: (one) => [...velocities(one), lowered(one, (t) => velocity(one, t - 1))],
        },
      ],
    }),
  },
  {
    id: 'op-velocity',
    tex: 'v_t = \\sum_{i=1}^{t} \\beta^{\\,t-i}\\,g_i',
    means: {
      zh: '速度是过去所有梯度的和，每早一步，就多乘一个 β。',
      en: 'The velocity is a sum of all gradients so far, with one more factor β for every step back.',
    },
    check: check({
      setup: walk,
      left: (one) => engine({ kind: 'momentum', beta: one.beta }, one).v.at(-1)!,
      right: (one) => velocity(one, last(one)),
      wrong: [
        {
          slip: { zh: '指数多了 1', en: 'the exponent too large by one' },
          right: (one) => one.beta * velocity(one, last(one)),
        },
        {
          slip: { zh: '只加到 t − 1', en: 'the sum to t − 1' },
          right: (one) => velocity(one, last(one)) - one.g[last(one)]!,
        },
        {
          slip: { zh: '最早的梯度权重最大', en: 'the oldest gradient with the largest share' },
          right: (one) => weighted(one, last(one), (i) => one.beta ** i),
        },
      ],
    }),
  },
  {
    id: 'op-momentum-classical',
    tex: '\\begin{gathered} u_t = \\beta\\,u_{t-1} - \\lr\\,g_t, \\\\[0.5em] \\theta_t = \\theta_{t-1} + u_t \\end{gathered}',
    means: {
      zh: '动量法的经典写法：速度里已经含有学习率和负号。',
      en: 'Momentum in its classical form: the velocity has learning rate and sign in it already.',
    },
    check: check({
      setup: walk,
      left: (one) => {
        const { v, theta } = engine({ kind: 'momentum', beta: one.beta, form: 'classical' }, one);
        return [v.at(-1)!, theta.at(-1)!];
      },
      right: (one) => [
        -one.alpha * velocity(one, last(one)),
        lowered(one, (t) => velocity(one, t)),
      ],
      wrong: [
        {
          slip: { zh: '又减了一次：两个负号', en: 'subtracted once more: two signs' },
          right: (one) => [
            -one.alpha * velocity(one, last(one)),
            2 * one.theta - lowered(one, (t) => velocity(one, t)),
          ],
        },
        {
          slip: { zh: '速度里漏了学习率', en: 'the learning rate left out of the velocity' },
          right: (one) => [-velocity(one, last(one)), lowered(one, (t) => velocity(one, t))],
        },
      ],
    }),
  },
  {
    id: 'op-nesterov',
    tex: '\\begin{gathered} g_t = \\dd{\\loss}{\\theta}\\bigl(\\theta_{t-1} - \\lr\\,\\beta\\,v_{t-1}\\bigr), \\\\[0.5em] v_t = \\beta\\,v_{t-1} + g_t, \\\\[0.5em] \\theta_t = \\theta_{t-1} - \\lr\\,v_t \\end{gathered}',
    means: {
      zh: 'Nesterov 动量：先顺着旧速度看到前面那一点，在那里求梯度。',
      en: 'Nesterov’s momentum: the gradient is taken at the point to which the old velocity is about to lead.',
    },
    check: check({
      setup: valley,
      left: libraryPoint,
      right: (one) => ahead(one),
      wrong: [
        {
          slip: {
            zh: '在原地求梯度，那是普通动量',
            en: 'gradient where it stands: plain momentum',
          },
          right: (one) => ahead(one, () => 0),
        },
        {
          slip: { zh: '往回看，不是往前看', en: 'looking back, not ahead' },
          right: (one) => ahead(one, (v) => -one.alpha * one.beta * v),
        },
        {
          slip: { zh: '往前看时漏了 β', en: 'β left out of the look ahead' },
          right: (one) => ahead(one, (v) => one.alpha * v),
        },
      ],
    }),
  },
];
