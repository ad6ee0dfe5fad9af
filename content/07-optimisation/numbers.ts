import type { Text } from '@book/languages';
import { fixed, short } from '@components/figure/format';
import * as adam from '@components/widgets/adam-dissected/model';
import * as lab from '@components/widgets/batch-size-lab/model';
import * as landscape from '@components/widgets/landscape-race/model';
import { ravine, type SurfaceName, surfaces } from '@components/widgets/landscape-race/surfaces';
import { learningRate, type ScheduleSpec, stabilityLimit } from '@engine';

/** Every number that the prose of this chapter mentions, computed by the engine at build time. */

const stepsOf = (
  name: landscape.RacerName,
  alpha: number,
  on: SurfaceName = 'ravine',
): number | undefined => landscape.run(name, alpha, surfaces[on].start, on).arrival;

/** Learning rates in steps of 0.005, and the one with which plain descent arrives first. */
const best = Array.from({ length: 80 }, (_, i) => (i + 1) / 200)
  .map((alpha) => ({ alpha, steps: stepsOf('sgd', alpha) ?? Number.POSITIVE_INFINITY }))
  .reduce((p, q) => (q.steps < p.steps ? q : p));

const limitOf = (kind: 'sgd' | 'momentum' | 'nesterov'): string =>
  fixed(stabilityLimit({ kind }, ravine.across)!, 3);

/** The ravine of the opening figure. */
export const race = {
  alpha: String(surfaces.ravine.alpha),
  along: String(ravine.along),
  across: String(ravine.across),
  ratio: ravine.across / ravine.along,
  keptAlong: fixed(1 - surfaces.ravine.alpha * ravine.along, 4),
  bestAlpha: String(best.alpha),
  bestSteps: best.steps,
  momentum: stepsOf('momentum', surfaces.ravine.alpha)!,
  nesterov: stepsOf('nesterov', surfaces.ravine.alpha)!,
  limit: limitOf('sgd'),
  limitMomentum: limitOf('momentum'),
  limitNesterov: limitOf('nesterov'),
};

/** Plain descent over the saddle, from a hair beside its ridge. */
const overSaddle = landscape.run('sgd', surfaces.saddle.alpha, surfaces.saddle.start, 'saddle');
export const saddle = {
  beside: String(surfaces.saddle.start[1]),
  arrival: overSaddle.arrival!,
  /** Steps of it at which the figure says that it is all but flat. */
  waiting: overSaddle.points
    .slice(0, overSaddle.arrival)
    .filter((_, step) => landscape.standing(overSaddle, step, 'saddle') === 'waiting').length,
};

const trained = (part: Partial<lab.State>) =>
  new lab.Lab({ ...lab.first, ...part }, lab.mostEpochs).learners.map((learner) => {
    const when = lab.reached(learner);
    return {
      size: learner.size,
      alpha: short(learner.alpha, 4),
      perEpoch: learner.perEpoch,
      noise: fixed(learner.noises[0]! / learner.norms[0]!, 2),
      epochs: when ? String(when.epoch) : '–',
      updates: when ? String(when.updates) : '–',
      reached: when ? `${when.epoch}\u00a0/\u00a0${when.updates}` : '–',
      loss: fixed(learner.losses.at(-1)!, 3),
    };
  });

/** Four batch sizes, with one learning rate for all and with the linear rule. */
export const batches = {
  goal: String(lab.goal),
  epochs: lab.mostEpochs,
  same: trained({}),
  linear: trained({ rule: 'linear' }),
};

/** How much of a gradient is still in the velocity ten steps later, and how much all together. */
const beta = 0.9;
export const kept = {
  beta: String(beta),
  ten: fixed(beta ** 10, 2),
  sum: fixed(1 / (1 - beta), 0),
};

const [withCorrection, without] = [
  adam.model(adam.first),
  adam.model({ ...adam.first, corrected: false }),
];
const lengthOf = ({ move }: adam.Moment): number => Math.abs(move) / adam.first.alpha;
export const adamSteps = {
  first: fixed(lengthOf(withCorrection[0]!), 4),
  uncorrected: fixed(lengthOf(without[0]!), 2),
  /** What the mean of squares lacks after some steps: 1 − β₂ᵗ. */
  share1: fixed(withCorrection[0]!.vShare, 3),
  share10: fixed(withCorrection[9]!.vShare, 5),
  steadyAlternating: fixed(
    lengthOf(adam.model({ ...adam.first, g: [...adam.patterns.alternating] })[11]!),
    2,
  ),
};

/** Learning rates of three schedules at some steps, α being 0.1. */
const at = [0, 5, 10, 30, 50, 70, 100];
const alpha = 0.1;
const row = (schedule: ScheduleSpec): string[] =>
  at.map((t) => fixed(learningRate(schedule, alpha, t), 4));
export const schedules = {
  at,
  alpha: String(alpha),
  step: row({ kind: 'step', every: 30, factor: 0.1 }),
  cosine: row({ kind: 'cosine', length: 100, least: 0 }),
  warmup: row({
    kind: 'warmup',
    length: 10,
    next: { kind: 'cosine', length: 90, least: 0 },
  }),
};

/** Adam's first two steps with the gradients of the figure, number by number. */
const digits = (value: number): string => short(value, 6).replaceAll('−', '-');
const tex = (value: number): string =>
  digits(value).replace(/×10(.+)$/, (_, power: string) => {
    const plain = [...power].map((c) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c)).map((d) => (d < 0 ? '-' : d));
    return `\\times 10^{${plain.join('')}}`;
  });
/** “= 0.12” where the digits are the whole number, “≈ 1.0398” where they are not. */
const equals = (value: number): string => {
  const shown = Number(value.toPrecision(6));
  return `${Math.abs(shown - value) < 1e-12 * Math.abs(value) ? '=' : '\\approx'} ${tex(value)}`;
};
const { alpha: rate, beta1, beta2 } = adam.first;

function linesOf(t: 1 | 2): { tex: string; why: Text }[] {
  const now = withCorrection[t - 1]!;
  const before = t === 1 ? adam.start : withCorrection[t - 2]!.theta;
  return [
    {
      tex: `m_${t} = ${beta1} \\cdot ${tex(now.mBefore)} + ${short(1 - beta1)} \\cdot ${tex(now.g)} ${equals(now.m)}`,
      why: { zh: '梯度的滑动平均', en: 'running mean of the gradients' },
    },
    {
      tex: `v_${t} = ${beta2} \\cdot ${tex(now.vBefore)} + ${short(1 - beta2)} \\cdot ${tex(now.g)}^2 ${equals(now.v)}`,
      why: { zh: '梯度平方的滑动平均', en: 'running mean of their squares' },
    },
    {
      tex: `\\hat m_${t} = ${tex(now.m)} / (1 - ${beta1}^${t}) ${equals(now.mHat)}`,
      why: { zh: '修正偏差', en: 'corrected' },
    },
    {
      tex: `\\hat v_${t} = ${tex(now.v)} / (1 - ${beta2}^${t}) ${equals(now.vHat)}`,
      why: { zh: '同样修正', en: 'corrected likewise' },
    },
    {
      tex: `\\theta_${t} \\approx ${tex(before)} - ${rate} \\cdot ${tex(now.mHat)} / \\sqrt{${tex(now.vHat)}} \\approx ${tex(now.theta)}`,
      why: {
        zh: t === 1 ? '第一步：正好是学习率那么长' : '第二步：短了一点',
        en:
          t === 1 ? 'the first step: as long as the learning rate' : 'the second: a little shorter',
      },
    },
  ];
}
export const firstStep = linesOf(1);
export const secondStep = linesOf(2);
export const worked = {
  start: adam.start,
  g1: digits(adam.first.g[0]!),
  g2: digits(adam.first.g[1]!),
  alpha: String(rate),
  plain1: fixed(rate * adam.first.g[0]!, 3),
  plain2: fixed(rate * adam.first.g[1]!, 3),
};
