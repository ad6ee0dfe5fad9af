import { check, type Equation } from '@book/equations';
import { engine, last, steps, type Walk, walk, weighted, weightedSquares } from './walk';

const { sqrt } = Math;

/** θ_t after all steps, where step t lowers θ by α · `step(t)`. */
const lowered = (one: Walk, step: (t: number) => number): number =>
  steps(one).reduce((theta, t) => theta - one.alpha * step(t), one.theta);

/** Σ g_i² up to t: AdaGrad's memory. */
const total = (one: Walk, t: number): number => weightedSquares(one, t, () => 1);
/** (1 − β) Σ βᵗ⁻ⁱ g_i²: RMSProp's. */
const running = (one: Walk, t: number): number =>
  (1 - one.beta) * weightedSquares(one, t, (i) => one.beta ** (t - i));

/** Adam's two means, written as sums. */
const m = (one: Walk, t: number): number =>
  (1 - one.beta) * weighted(one, t, (i) => one.beta ** (t - i));
const v = (one: Walk, t: number): number =>
  (1 - one.beta2) * weightedSquares(one, t, (i) => one.beta2 ** (t - i));
const adam = (one: Walk) =>
  engine({ kind: 'adam', beta1: one.beta, beta2: one.beta2, epsilon: one.epsilon }, one);

/** Adam's direction at step t, with the corrections as given. */
const direction = (
  one: Walk,
  t: number,
  mShare = 1 - one.beta ** t,
  vShare = 1 - one.beta2 ** t,
): number => m(one, t) / mShare / (sqrt(v(one, t) / vShare) + one.epsilon);

export const adaptiveEquations: readonly Equation[] = [
  {
    id: 'op-adagrad',
    tex: '\\begin{gathered} s_t = s_{t-1} + g_t^2, \\\\[0.5em] \\theta_t = \\theta_{t-1} - \\lr\\,\\frac{g_t}{\\sqrt{s_t} + \\varepsilon} \\end{gathered}',
    means: {
      zh: 'AdaGrad：每个参数把自己梯度的平方累加起来，步长除以它的平方根。',
      en: 'AdaGrad: each parameter adds up the squares of its gradients and divides its step by the root.',
    },
    check: check({
      setup: walk,
      left: (one) => {
        const { s, theta } = engine({ kind: 'adagrad', epsilon: one.epsilon }, one);
        return [s.at(-1)!, theta.at(-1)!];
      },
      right: (one) => [
        total(one, last(one)),
        lowered(one, (t) => one.g[t]! / (sqrt(total(one, t)) + one.epsilon)),
      ],
      wrong: [
        {
          slip: { zh: '漏了平方根', en: 'the root left out' },
          right: (one) => [
            total(one, last(one)),
            lowered(one, (t) => one.g[t]! / (total(one, t) + one.epsilon)),
          ],
        },
        {
          slip: { zh: '和里少了这一步的梯度', en: 'the sum without the present gradient' },
          right: (one) => [
            total(one, last(one)),
            lowered(one, (t) => one.g[t]! / (sqrt(total(one, t - 1)) + one.epsilon)),
          ],
        },
        {
          slip: { zh: 'ε 放在根号里', en: 'ε inside the root' },
          right: (one) => [
            total(one, last(one)),
            lowered(one, (t) => one.g[t]! / sqrt(total(one, t) + one.epsilon)),
          ],
        },
      ],
    }),
  },
  {
    id: 'op-rmsprop',
    tex: '\\begin{gathered} s_t = \\beta\\,s_{t-1} + (1-\\beta)\\,g_t^2, \\\\[0.5em] \\theta_t = \\theta_{t-1} - \\lr\\,\\frac{g_t}{\\sqrt{s_t} + \\varepsilon} \\end{gathered}',
    means: {
      zh: 'RMSProp：把累加换成滑动平均，旧的平方会被忘掉。',
      en: 'RMSProp: a running mean in the place of the sum, so that old squares are forgotten.',
    },
    check: check({
      setup: walk,
      left: (one) => {
        const { s, theta } = engine({ kind: 'rmsprop', beta: one.beta, epsilon: one.epsilon }, one);
        return [s.at(-1)!, theta.at(-1)!];
      },
      right: (one) => [
        running(one, last(one)),
        lowered(one, (t) => one.g[t]! / (sqrt(running(one, t)) + one.epsilon)),
      ],
      wrong: [
        {
          slip: { zh: '漏了 1 − β', en: 'the factor 1 − β left out' },
          right: (one) => [
            running(one, last(one)) / (1 - one.beta),
            lowered(one, (t) => one.g[t]! / (sqrt(running(one, t) / (1 - one.beta)) + one.epsilon)),
          ],
        },
        {
          slip: { zh: 'β 和 1 − β 换了位置', en: 'β and 1 − β exchanged' },
          right: (one) => [
            running({ ...one, beta: 1 - one.beta }, last(one)),
            lowered(
              one,
              (t) => one.g[t]! / (sqrt(running({ ...one, beta: 1 - one.beta }, t)) + one.epsilon),
            ),
          ],
        },
      ],
    }),
  },
  {
    id: 'op-adam-means',
    tex: '\\begin{gathered} m_t = \\beta_1\\,m_{t-1} + (1-\\beta_1)\\,g_t, \\\\[0.5em] v_t = \\beta_2\\,v_{t-1} + (1-\\beta_2)\\,g_t^2 \\end{gathered}',
    means: {
      zh: 'Adam 的两个滑动平均：梯度的，和梯度平方的。',
      en: 'Adam’s two running means: of the gradients, and of their squares.',
    },
    check: check({
      setup: walk,
      left: (one) => {
        const run = adam(one);
        return [run.m.at(-1)!, run.v.at(-1)!];
      },
      right: (one) => [m(one, last(one)), v(one, last(one))],
      wrong: [
        {
          slip: { zh: '梯度没有平方', en: 'the gradient not squared' },
          right: (one) => [
            m(one, last(one)),
            (1 - one.beta2) * weighted(one, last(one), (i) => one.beta2 ** (last(one) - i)),
          ],
        },
        {
          slip: { zh: '平方的是平均值', en: 'the mean squared, not the gradients' },
          right: (one) => [m(one, last(one)), m(one, last(one)) ** 2],
        },
        {
          slip: { zh: '两个 β 换了位置', en: 'the two β exchanged' },
          right: (one) => {
            const exchanged = { ...one, beta: one.beta2, beta2: one.beta };
            return [m(exchanged, last(one)), v(exchanged, last(one))];
          },
        },
      ],
    }),
  },
  {
    id: 'op-adam-corrected',
    tex: '\\hat m_t = \\frac{m_t}{1 - \\beta_1^{\\,t}}, \\qquad \\hat v_t = \\frac{v_t}{1 - \\beta_2^{\\,t}}',
    means: {
      zh: '偏差修正：两个平均从 0 起步，开头偏小，除以这个数正好补上。',
      en: 'Bias correction: both means start at 0 and are too small at first; dividing by this makes up for it.',
    },
    check: check({
      // Of equal gradients the mean must be that gradient, and the mean of squares its square.
      setup: (random) => {
        const one = walk(random);
        return { ...one, g: one.g.map(() => one.g[1]!) };
      },
      left: (one) => [one.g[1]!, one.g[1]! ** 2],
      right: (one) => {
        const run = adam(one);
        const t = last(one);
        return [run.m[t]! / (1 - one.beta ** t), run.v[t]! / (1 - one.beta2 ** t)];
      },
      wrong: [
        {
          slip: { zh: '漏了 t 次方', en: 'the power t lost' },
          right: (one) => {
            const run = adam(one);
            return [run.m[last(one)]! / (1 - one.beta), run.v[last(one)]! / (1 - one.beta2)];
          },
        },
        {
          slip: { zh: 't 从 0 数起', en: 't counted from 0' },
          right: (one) => {
            const run = adam(one);
            const t = last(one);
            return [run.m[t]! / (1 - one.beta ** (t - 1)), run.v[t]! / (1 - one.beta2 ** (t - 1))];
          },
        },
        {
          slip: { zh: '乘了，应该除', en: 'multiplied where it divides' },
          right: (one) => {
            const run = adam(one);
            const t = last(one);
            return [run.m[t]! * (1 - one.beta ** t), run.v[t]! * (1 - one.beta2 ** t)];
          },
        },
      ],
    }),
  },
  {
    id: 'op-adam',
    tex: '\\theta_t = \\theta_{t-1} - \\lr\\,\\frac{\\hat m_t}{\\sqrt{\\hat v_t} + \\varepsilon}',
    means: {
      zh: 'Adam 的一步：平均梯度，除以平均大小。',
      en: 'Adam’s step: the mean gradient, divided by the mean size.',
    },
    check: check({
      setup: walk,
      left: (one) => adam(one).theta.at(-1)!,
      right: (one) => lowered(one, (t) => direction(one, t)),
      wrong: [
        {
          slip: { zh: '没有修正偏差', en: 'without bias correction' },
          right: (one) => lowered(one, (t) => direction(one, t, 1, 1)),
        },
        {
          slip: { zh: '修正里漏了 t 次方', en: 'the power t lost in the corrections' },
          right: (one) => lowered(one, (t) => direction(one, t, 1 - one.beta, 1 - one.beta2)),
        },
        {
          slip: { zh: '除以平方的平均，没有开方', en: 'no root over the mean of squares' },
          right: (one) =>
            lowered(
              one,
              (t) =>
                m(one, t) / (1 - one.beta ** t) / (v(one, t) / (1 - one.beta2 ** t) + one.epsilon),
            ),
        },
        {
          slip: { zh: '符号反了', en: 'the sign' },
          right: (one) => lowered(one, (t) => -direction(one, t)),
        },
      ],
    }),
  },
  {
    id: 'op-adam-first',
    tex: '\\theta_1 = \\theta_0 - \\lr\\,\\frac{g_1}{\\lvert g_1 \\rvert + \\varepsilon}',
    means: {
      zh: 'Adam 的第一步：只看梯度的符号，步长几乎就是学习率。',
      en: 'Adam’s first step: only the gradient’s sign counts, and its length is all but the learning rate.',
    },
    check: check({
      setup: walk,
      left: (one) => adam(one).theta[1]!,
      right: ({ theta, alpha, g, epsilon }) =>
        theta - (alpha * g[1]!) / (Math.abs(g[1]!) + epsilon),
      wrong: [
        {
          slip: { zh: '没有除以梯度的大小', en: 'not divided by the size of the gradient' },
          right: ({ theta, alpha, g }) => theta - alpha * g[1]!,
        },
        {
          slip: { zh: '没有修正偏差', en: 'without bias correction' },
          right: (one) => one.theta - one.alpha * direction(one, 1, 1, 1),
        },
        {
          slip: { zh: '符号反了，往上走', en: 'the sign: it climbs' },
          right: ({ theta, alpha, g, epsilon }) =>
            theta + (alpha * g[1]!) / (Math.abs(g[1]!) + epsilon),
        },
      ],
    }),
  },
  {
    id: 'op-adamw',
    tex: '\\theta_t = (1 - \\lr\\,\\lambda)\\,\\theta_{t-1} - \\lr\\,\\frac{\\hat m_t}{\\sqrt{\\hat v_t} + \\varepsilon}',
    means: {
      zh: 'AdamW：权重先缩小一点，再走 Adam 的一步；这份缩小不经过 m 和 v。',
      en: 'AdamW: the weight shrinks a little, then comes Adam’s step; the shrinking does not go through m and v.',
    },
    check: check({
      setup: walk,
      left: (one) =>
        engine(
          {
            ...{ kind: 'adamw', beta1: one.beta, beta2: one.beta2 },
            ...{ epsilon: one.epsilon, weightDecay: one.lambda },
          },
          one,
        ).theta.at(-1)!,
      right: (one) =>
        steps(one).reduce(
          (theta, t) => (1 - one.alpha * one.lambda) * theta - one.alpha * direction(one, t),
          one.theta,
        ),
      wrong: [
        {
          slip: { zh: '把 λθ 加进了梯度：那是 L2', en: 'λθ added to the gradient: that is L2' },
          right: (one) => {
            const plain: Walk = { ...one, g: [...one.g] };
            // The gradient of each step has λθ of that moment in it.
            let theta = one.theta;
            for (const t of steps(one)) {
              plain.g[t] = one.g[t]! + one.lambda * theta;
              theta -= one.alpha * direction(plain, t);
            }
            return theta;
          },
        },
        {
          slip: { zh: '缩小时漏了学习率', en: 'the learning rate left out of the shrinking' },
          right: (one) =>
            steps(one).reduce(
              (theta, t) => (1 - one.lambda) * theta - one.alpha * direction(one, t),
              one.theta,
            ),
        },
      ],
    }),
  },
];
