import type { Text } from '@book/languages';
import { exact, fixed, short } from '@components/figure/format';
import { first, model, moved, type State } from '@components/widgets/bn-steps/model';
import {
  type State as Lesson,
  first as lessonFirst,
  Training,
} from '@components/widgets/shifting-layers/model';
import { BatchNorm, Matrix, Random } from '@engine';

/** Every number that the prose of this chapter mentions, computed by the engine at build time. */

const opening = model(first);
const inference = model({ ...first, mode: 'inference' });
/** Where the first checkpoint drags the last sample. */
const draggedTo = 4;
const after = (state: State) => model(moved(state, 6, draggedTo));
const dragged = after(first);
const draggedAlone = after({ ...first, mode: 'inference' });
const out = (s: number, { values }: { values: { out: readonly number[] } }): string =>
  fixed(values.out[s - 1]!, 2);

export const n = {
  mean: fixed(opening.mean, 1),
  variance: fixed(opening.variance, 2),
  deviation: fixed(Math.sqrt(opening.variance), 2),
  draggedTo,
  oneBefore: out(1, opening),
  oneAfter: out(1, dragged),
  threeBefore: out(3, opening),
  threeAfter: out(3, dragged),
  aloneBefore: out(1, inference),
  aloneAfter: out(1, draggedAlone),
  batches: first.batches,
  runningMean: fixed(opening.runningMean, 2),
  runningVariance: fixed(opening.runningVariance, 2),
  /** What twenty batches leave of the start. */
  startLeft: short(100 * 0.9 ** first.batches, 2),
};

/** How far the output of one and the same sample strays with those beside it. */
const draws = 1000;
function strays(m: number): { m: number; least: string; most: string; deviation: string } {
  const random = new Random(`chapter 9/${m}`);
  const layer = new BatchNorm(1);
  const outputs = Array.from({ length: draws }, () => {
    // The sample is one standard deviation from the mean of all that might stand beside it.
    const batch = [1, ...Array.from({ length: m - 1 }, () => random.normal(0, 1))];
    return layer.forward(Matrix.from([batch]), true).at(0, 0);
  }).toSorted((p, q) => p - q);
  const mean = outputs.reduce((p, q) => p + q, 0) / draws;
  const variance = outputs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws;
  return {
    m,
    least: fixed(outputs[draws / 20]!, 2),
    most: fixed(outputs[(draws * 19) / 20]!, 2),
    deviation: fixed(Math.sqrt(variance), 2),
  };
}
export const straying = { draws, rows: [2, 4, 16, 64].map(strays) };

/** Losses of the second figure's networks. */
const updates = 150;
const seeds = [1, 2, 3];
function lesson(part: Partial<Lesson>) {
  const runs = seeds.map((seed) => {
    const training = new Training({ ...lessonFirst, ...part, seed });
    while (training.step < updates && !training.ended) training.advance();
    return training;
  });
  const list = (of: 'plain' | 'normalised'): string =>
    runs.map((run) => fixed(run[of].loss, 3)).join(', ');
  return { alpha: String(part.alpha), plain: list('plain'), normalised: list('normalised') };
}
export const lessons = {
  updates,
  seeds: seeds.join(', '),
  chance: fixed(Math.log(2), 3),
  rows: [0.1, 0.5, 2, 8].map((alpha) => lesson({ alpha })),
};

/** The batch of the worked example. */
const example = { z: [1, 2, 4, 8], gamma: 1.5, beta: 0.5, g: [0.4, -0.2, 0.1, 0.5] };

const tex = (value: number): string => {
  const digits = String(Number(value.toFixed(5)));
  return digits === '-0' ? '0' : digits;
};
const inBrackets = (value: number): string => (value < 0 ? `(${tex(value)})` : tex(value));
const total = (values: readonly number[]): string =>
  values.map((value, i) => (i === 0 ? tex(value) : ` + ${inBrackets(value)}`)).join('');

function worked() {
  const { z, gamma, beta, g } = example;
  const m = z.length;
  const layer = new BatchNorm(1);
  layer.gamma.data[0] = gamma;
  layer.beta.data[0] = beta;
  const outputs = Array.from(layer.forward(Matrix.from([z]), true).data);
  const mean = layer.mean.at(0, 0);
  const deviation = 1 / layer.inverseDeviation.at(0, 0);
  const variance = deviation ** 2 - layer.epsilon;
  const hats = Array.from(layer.normalisedInput!.data);
  const dz = Array.from(layer.backward(Matrix.from([g])).data);
  // The engine means the gradients of γ and β over the batch.
  const [dgamma, dbeta] = [layer.dgamma.at(0, 0) * m, layer.dbeta.at(0, 0) * m];
  const line = (lineTex: string, why: Text) => ({ tex: lineTex, why });
  const [meanOfG, product] = [dbeta / m, dgamma / m];
  return {
    forward: [
      line(`\\mu = \\tfrac14\\,(${total(z)}) = ${tex(mean)}`, { zh: '均值', en: 'the mean' }),
      line(
        `\\sigma^2 = \\tfrac14\\,\\bigl(${z.map((value) => `(${tex(value - mean)})^2`).join(' + ')}\\bigr) = ${tex(variance)}`,
        { zh: '方差', en: 'the variance' },
      ),
      line(`\\sqrt{\\sigma^2 + \\varepsilon} \\approx ${tex(deviation)}`, {
        zh: '标准差，ε 是十万分之一',
        en: 'the standard deviation, with 0.00001 for ε',
      }),
      line(
        `\\zh{1} = \\frac{${tex(z[0]!)} - ${tex(mean)}}{${tex(deviation)}} \\approx ${tex(hats[0]!)}`,
        { zh: '第一个样本', en: 'the first sample' },
      ),
      line(
        hats
          .slice(1)
          .map((hat, i) => `\\zh{${i + 2}} \\approx ${tex(hat)}`)
          .join(',\\; '),
        {
          zh: '其余三个，照样做',
          en: 'the other three in the same way',
        },
      ),
      line(
        `\\zt{1} = ${tex(gamma)} \\cdot ${inBrackets(hats[0]!)} + ${tex(beta)} \\approx ${tex(outputs[0]!)}`,
        { zh: '放大并移动', en: 'scaled and shifted' },
      ),
    ],
    backward: [
      line(`\\dds{\\loss}{\\beta} = ${total(g)} = ${tex(dbeta)}`, {
        zh: 'β 的梯度：直接相加',
        en: 'gradient of β: the sum',
      }),
      line(
        `\\dds{\\loss}{\\gamma} = ${g.map((value, i) => `${i ? inBrackets(value) : tex(value)} \\cdot ${inBrackets(hats[i]!)}`).join(' + ')} \\approx ${tex(dgamma)}`,
        { zh: 'γ 的梯度：各乘各的 ẑ', en: 'gradient of γ: each times its ẑ' },
      ),
      line(
        `\\tfrac14 \\cdot ${tex(dbeta)} = ${tex(meanOfG)},\\qquad \\tfrac14 \\cdot ${inBrackets(dgamma)} \\approx ${tex(product)}`,
        { zh: '两个平均，后面要用', en: 'the two means that come next' },
      ),
      line(
        `\\dds{\\loss}{\\zs{1}} = \\frac{${tex(gamma)}}{${tex(deviation)}}\\,\\bigl(${tex(g[0]!)} - ${tex(meanOfG)} - (${tex(hats[0]!)}) \\cdot ${inBrackets(product)}\\bigr) \\approx ${tex(dz[0]!)}`,
        { zh: '第一个样本', en: 'the first sample' },
      ),
      line(
        [1, 2, 3].map((i) => `\\dds{\\loss}{\\zs{${i + 1}}} \\approx ${tex(dz[i]!)}`).join(',\\; '),
        { zh: '其余三个', en: 'the other three' },
      ),
    ],
    sum: tex(dz.reduce((p, q) => p + q, 0)),
    first: fixed(dz[0]!, 3),
    /** With μ and σ² treated as constants. */
    firstWithout: fixed((gamma / deviation) * g[0]!, 3),
    size: m,
    gamma: exact(gamma),
    beta: exact(beta),
    g: g.map(exact),
  };
}
export const example4 = worked();
