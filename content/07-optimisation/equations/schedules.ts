import { check, type Equation } from '@book/equations';
import { learningRate, type Random } from '@engine';

interface Plan {
  alpha: number;
  least: number;
  length: number;
  every: number;
  factor: number;
}
const plan = (random: Random): Plan => ({
  alpha: random.uniform(0.5, 1.5),
  least: random.uniform(0.05, 0.2),
  length: 8 + random.integer(6),
  every: 3 + random.integer(2),
  factor: random.uniform(0.3, 0.6),
});
const times = (length: number): number[] => Array.from({ length }, (_, t) => t);

export const scheduleEquations: readonly Equation[] = [
  {
    id: 'op-step-schedule',
    tex: '\\lr_t = \\lr\\;\\gamma^{\\,\\lfloor t/K \\rfloor}',
    means: {
      zh: '阶梯式：每 K 步把学习率乘以 γ。t 从 0 数起。',
      en: 'Steps: every K steps the learning rate is multiplied by γ. Here t counts from 0.',
    },
    check: check({
      setup: plan,
      left: ({ alpha, every, factor }) =>
        times(12).map((t) => learningRate({ kind: 'step', every, factor }, alpha, t)),
      right: ({ alpha, every, factor }) => {
        let now = alpha;
        return times(12).map((t) => {
          if (t > 0 && t % every === 0) now *= factor;
          return now;
        });
      },
      wrong: [
        {
          slip: { zh: '没有取整：每一步都降', en: 'not rounded down: it falls at every step' },
          right: ({ alpha, every, factor }) => times(12).map((t) => alpha * factor ** (t / every)),
        },
        {
          slip: { zh: '向上取整', en: 'rounded up' },
          right: ({ alpha, every, factor }) =>
            times(12).map((t) => alpha * factor ** Math.ceil(t / every)),
        },
      ],
    }),
  },
  {
    id: 'op-cosine',
    tex: '\\begin{aligned} \\lr_t &= \\lr_{\\min} + \\tfrac12\\,(\\lr - \\lr_{\\min}) \\\\[0.3em] &\\qquad \\cdot \\Bigl(1 + \\cos\\frac{\\pi\\,t}{T}\\Bigr), \\\\[0.3em] &0 \\le t \\le T \\end{aligned}',
    means: {
      zh: '余弦式：沿半个余弦，用 T 步从 α 降到最小值。',
      en: 'Cosine: along half a cosine, down from α to the least value in T steps.',
    },
    check: check({
      setup: plan,
      left: ({ alpha, least, length }) =>
        times(length + 1).map((t) => learningRate({ kind: 'cosine', length, least }, alpha, t)),
      // The squared cosine of half the angle: the same curve by another route.
      right: ({ alpha, least, length }) =>
        times(length + 1).map(
          (t) => least + (alpha - least) * Math.cos((Math.PI * t) / (2 * length)) ** 2,
        ),
      wrong: [
        {
          slip: { zh: '漏了 1/2', en: 'the half left out' },
          right: ({ alpha, least, length }) =>
            times(length + 1).map(
              (t) => least + (alpha - least) * (1 + Math.cos((Math.PI * t) / length)),
            ),
        },
        {
          slip: { zh: '走了整个余弦，又升回去', en: 'a whole cosine: up again' },
          right: ({ alpha, least, length }) =>
            times(length + 1).map(
              (t) => least + 0.5 * (alpha - least) * (1 + Math.cos((2 * Math.PI * t) / length)),
            ),
        },
        {
          slip: { zh: '没有减去最小值', en: 'the least value not subtracted' },
          right: ({ alpha, least, length }) =>
            times(length + 1).map(
              (t) => least + 0.5 * alpha * (1 + Math.cos((Math.PI * t) / length)),
            ),
        },
      ],
    }),
  },
  {
    id: 'op-warmup',
    tex: '\\lr_t = \\lr\\;\\frac{t+1}{T_{\\mathrm w}}, \\qquad 0 \\le t \\lt T_{\\mathrm w}',
    means: {
      zh: '预热：开头几步，学习率从很小均匀地升到 α。',
      en: 'Warm-up: in its first steps the learning rate rises evenly from very little to α.',
    },
    check: check({
      setup: plan,
      left: ({ alpha, length }) =>
        times(length).map((t) => learningRate({ kind: 'warmup', length }, alpha, t)),
      right: ({ alpha, length }) => {
        let now = 0;
        return times(length).map(() => (now += alpha / length));
      },
      wrong: [
        {
          slip: { zh: '第一步的学习率是 0', en: 'a first step of length 0' },
          right: ({ alpha, length }) => times(length).map((t) => (alpha * t) / length),
        },
        {
          slip: { zh: '方向反了：往下降', en: 'the wrong way: falling' },
          right: ({ alpha, length }) => times(length).map((t) => alpha * (1 - t / length)),
        },
      ],
    }),
  },
];
