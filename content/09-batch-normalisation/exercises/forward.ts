import { slotMatrix, tex } from '@components/exercise/tex';
import type { PartsExercise, Values } from '@components/exercise/types';
import {
  drawNumber,
  matrixOf,
  mean,
  numberOf,
  part,
  sum,
  vectorOf,
} from '@components/exercise/values';
import { BatchNorm, LayerNorm, type Matrix } from '@engine';
import { drawBatch, epsilon, normalised } from './layer';

const z = (v: Values): readonly number[] => vectorOf(v, 'z');

export const normaliseOne: PartsExercise = {
  id: 'bn-normalise-one',
  kind: 'number',
  title: { en: 'Normalise by hand', zh: '手算一次规范化' },
  about: 'what-is-done-to-a-batch',
  statement: {
    en: tex`A unit has the sums $\slot{z.1}$, $\slot{z.2}$, $\slot{z.3}$ and $\slot{z.4}$ for the four samples of a batch. Find their mean, their variance as batch normalisation takes it, and the normalised value of the first, each to four decimals. Leave $\varepsilon$ out of account.`,
    zh: tex`一批四个样本，某个单元的加权和是 $\slot{z.1}$、$\slot{z.2}$、$\slot{z.3}$ 和 $\slot{z.4}$。求均值、批规范化所用的方差，以及第一个数规范化之后的值，都保留四位小数。不计 $\varepsilon$。`,
  },
  draw: (random) => {
    const batch = drawBatch(random, 4);
    const { mean, variance } = normalised(batch);
    return {
      z: batch,
      mean,
      variance,
      deviation: Math.sqrt(variance),
      hat: (batch[0]! - mean) / Math.sqrt(variance),
    };
  },
  parts: [
    part({
      id: 'mean',
      label: { en: tex`$\mu =$`, zh: tex`$\mu =$` },
      spoken: { en: 'mean', zh: '均值' },
      decimals: 4,
      answer: (v) => normalised(z(v)).mean,
      mistakes: [
        {
          id: 'not-divided',
          says: {
            en: 'That is the sum. The mean is the sum divided by the number of samples.',
            zh: '这是和。均值是和除以样本数。',
          },
          value: (v) => normalised(z(v)).mean * 4,
        },
        {
          id: 'three',
          says: {
            en: 'You seem to have divided by 3. There are four samples.',
            zh: '你似乎除以了 3，可是有四个样本。',
          },
          value: (v) => (normalised(z(v)).mean * 4) / 3,
        },
      ],
    }),
    part({
      id: 'variance',
      label: { en: tex`$\sigma^2 =$`, zh: tex`$\sigma^2 =$` },
      spoken: { en: 'variance', zh: '方差' },
      decimals: 4,
      answer: (v) => z(v).reduce((sum, one) => sum + (one - numberOf(v, 'mean')) ** 2, 0) / 4,
      mistakes: [
        {
          id: 'unbiased',
          says: {
            en: 'That is the unbiased variance, which divides by one less than the number of samples. It goes into the running average; the batch is normalised with the other.',
            zh: '这是无偏方差，除的是样本数减一。它用于滑动平均；规范化这一批，用的是另一个。',
          },
          about: 'eq-bn-running-variance',
          value: (v) => z(v).reduce((sum, one) => sum + (one - numberOf(v, 'mean')) ** 2, 0) / 3,
        },
        {
          id: 'root',
          says: {
            en: 'That is the standard deviation, the root of what is asked here.',
            zh: '这是标准差，是这里所求的平方根。',
          },
          value: (v) =>
            Math.sqrt(z(v).reduce((sum, one) => sum + (one - numberOf(v, 'mean')) ** 2, 0) / 4),
        },
        {
          id: 'not-centred',
          says: {
            en: 'That is the mean of the squares. The mean has to be subtracted before squaring.',
            zh: '这是平方的均值。先要减去均值，再平方。',
          },
          value: (v) => mean(z(v).map((one) => one ** 2)),
        },
      ],
    }),
    part({
      id: 'hat',
      label: { en: tex`$\zh{1} =$`, zh: tex`$\zh{1} =$` },
      spoken: { en: 'first normalised value', zh: '第一个规范化之后的值' },
      decimals: 4,
      answer: (v) => (z(v)[0]! - numberOf(v, 'mean')) / Math.sqrt(numberOf(v, 'variance')),
      mistakes: [
        {
          id: 'by-variance',
          says: {
            en: 'You seem to have divided by the variance. It is the standard deviation that one divides by, its root.',
            zh: '你似乎除以了方差。要除以的是标准差，也就是它的平方根。',
          },
          about: 'eq-bn-normalise',
          value: (v) => (z(v)[0]! - numberOf(v, 'mean')) / numberOf(v, 'variance'),
        },
        {
          id: 'not-centred-hat',
          says: {
            en: 'You seem not to have subtracted the mean.',
            zh: '你似乎没有减去均值。',
          },
          value: (v) => z(v)[0]! / Math.sqrt(numberOf(v, 'variance')),
        },
        {
          id: 'sign',
          says: {
            en: 'The sign is wrong: it is the sum minus the mean, not the other way round.',
            zh: '符号反了：是加权和减去均值，不是反过来。',
          },
          value: (v) => (numberOf(v, 'mean') - z(v)[0]!) / Math.sqrt(numberOf(v, 'variance')),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Three steps: mean, mean squared distance from it, then subtract and divide.',
      zh: '三步：均值；离均值的距离的平方，再平均；然后一减一除。',
    },
    {
      en: 'One divides by the root of the variance.',
      zh: '除以的是方差的平方根。',
    },
    {
      en: tex`The mean is $\slot{mean}$ and the standard deviation $\slot{deviation}$.`,
      zh: tex`均值是 $\slot{mean}$，标准差是 $\slot{deviation}$。`,
    },
  ],
  solution: [
    {
      en: tex`The mean is $(\slot{z.1} + \slotp{z.2} + \slotp{z.3} + \slotp{z.4}) / 4 \approx \slot{mean}$. The mean squared distance from it is the variance, $\slot{variance}$, and its root the standard deviation, $\slot{deviation}$.`,
      zh: tex`均值是 $(\slot{z.1} + \slotp{z.2} + \slotp{z.3} + \slotp{z.4}) / 4 \approx \slot{mean}$。离它的距离平方再平均，就是方差 $\slot{variance}$，它的平方根是标准差 $\slot{deviation}$。`,
    },
    {
      en: tex`So the mean is $\slot{mean}$, the variance $\slot{variance}$, and the first normalised value $(\slot{z.1} - \slotp{mean}) / \slot{deviation} \approx \slot{hat}$.`,
      zh: tex`所以均值是 $\slot{mean}$，方差是 $\slot{variance}$，第一个规范化之后的值是 $(\slot{z.1} - \slotp{mean}) / \slot{deviation} \approx \slot{hat}$。`,
    },
  ],
};

/** Rows of X through the engine's batch normalisation. */
const byRows = (X: Matrix): number[][] =>
  new BatchNorm(X.rows, { epsilon: 0 }).forward(X, true).toRows();

/** Every row centred and divided by what `divisor` makes of the sum of its squared distances. */
const rowsBy = (X: Matrix, divisor: (squares: number, m: number) => number): number[][] =>
  X.toRows().map((row) => {
    const mu = mean(row);
    const squares = sum(row.map((value) => (value - mu) ** 2));
    return row.map((value) => (value - mu) / divisor(squares, row.length));
  });

export const normaliseMatrix: PartsExercise = {
  id: 'bn-normalise-matrix',
  kind: 'matrix',
  title: { en: 'A whole batch', zh: '整整一批' },
  about: 'small-batches',
  decimals: 3,
  statement: {
    en: tex`$\Zm{1} = ${slotMatrix('Z', 2, 3)}$ are the sums of two units (rows) for three samples (columns). Give their batch normalisation, without scale and shift and without $\varepsilon$, to three decimals.`,
    zh: tex`$\Zm{1} = ${slotMatrix('Z', 2, 3)}$ 是两个单元（行）在三个样本（列）上的加权和。求批规范化的结果，不做缩放和平移，不计 $\varepsilon$，保留三位小数。`,
  },
  draw: (random) => {
    for (;;) {
      const at = { Z: [drawBatch(random, 3), drawBatch(random, 3)] };
      // A sample with two equal sums could not be normalised over its units.
      if (at.Z[0]!.some((value, s) => value === at.Z[1]![s])) continue;
      return { ...at, hat: byRows(matrixOf(at, 'Z')) };
    }
  },
  parts: [
    part({
      id: 'hat',
      label: { en: 'normalised', zh: '规范化之后' },
      spoken: { en: 'normalised matrix', zh: '规范化之后的矩阵' },
      decimals: 3,
      answer: (v) => byRows(matrixOf(v, 'Z')),
      mistakes: [
        {
          id: 'layer-norm',
          says: {
            en: 'You seem to have gone along the columns, over the units of each sample. That is layer normalisation.',
            zh: '你似乎沿着列做了，也就是在每个样本的各单元上求。那是层规范化。',
          },
          about: 'eq-bn-layer-norm',
          value: (v) => new LayerNorm(2, { epsilon: 0 }).forward(matrixOf(v, 'Z')).toRows(),
        },
        {
          id: 'unbiased',
          says: {
            en: 'You seem to have divided by the root of the unbiased variance. The batch is normalised with the variance that divides by the number of samples.',
            zh: '你似乎用了无偏方差的平方根。规范化这一批，用的是除以样本数的方差。',
          },
          about: 'eq-bn-variance',
          value: (v) => rowsBy(matrixOf(v, 'Z'), (squares, m) => Math.sqrt(squares / (m - 1))),
        },
        {
          id: 'by-variance',
          says: {
            en: 'You seem to have divided by the variance instead of the standard deviation.',
            zh: '你似乎除以了方差，而不是标准差。',
          },
          about: 'eq-bn-normalise',
          value: (v) => rowsBy(matrixOf(v, 'Z'), (squares, m) => squares / m),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Each unit has a mean and a variance of its own. Which entries belong to one unit?',
      zh: '每个单元有自己的均值和方差。哪些数属于同一个单元？',
    },
    {
      en: 'The entries of one row. Take their mean and their standard deviation.',
      zh: '同一行的数。求它们的均值和标准差。',
    },
    {
      en: tex`The first row becomes $\slot{hat.1.1}$, $\slot{hat.1.2}$, $\slot{hat.1.3}$.`,
      zh: tex`第一行变成 $\slot{hat.1.1}$、$\slot{hat.1.2}$、$\slot{hat.1.3}$。`,
    },
  ],
  solution: [
    {
      en: 'Mean and standard deviation are taken along each row; subtract the one, divide by the other.',
      zh: '沿着每一行求均值和标准差，减去前者，除以后者。',
    },
    {
      en: tex`The result is $${slotMatrix('hat', 2, 3)}$.`,
      zh: tex`结果是 $${slotMatrix('hat', 2, 3)}$。`,
    },
  ],
};

export const undoIt: PartsExercise = {
  id: 'bn-undo',
  kind: 'number',
  title: { en: 'Undo it', zh: '把它撤销' },
  about: 'scale-and-shift',
  statement: {
    en: tex`A batch has three sums in a unit: $\slot{z.1}$, $\slot{z.2}$ and $\slot{z.3}$. Which $\gamma$ and which $\beta$ make the output of batch normalisation equal to its input? To four decimals, without $\varepsilon$.`,
    zh: tex`一批三个样本，某个单元的加权和是 $\slot{z.1}$、$\slot{z.2}$ 和 $\slot{z.3}$。$\gamma$ 和 $\beta$ 取多少，批规范化的输出就等于输入？保留四位小数，不计 $\varepsilon$。`,
  },
  draw: (random) => {
    const batch = drawBatch(random, 3);
    const { mean, variance } = normalised(batch);
    return { z: batch, mean, variance, deviation: Math.sqrt(variance) };
  },
  parts: [
    part({
      id: 'gamma',
      label: { en: tex`$\gamma =$`, zh: tex`$\gamma =$` },
      spoken: { en: 'gamma', zh: 'gamma' },
      decimals: 4,
      answer: (v) => Math.sqrt(normalised(z(v)).variance),
      mistakes: [
        {
          id: 'variance',
          says: {
            en: 'That is the variance. The layer divides by the standard deviation, so the scale has to be that.',
            zh: '这是方差。这一层除以的是标准差，所以缩放也应当是标准差。',
          },
          about: 'eq-bn-identity',
          value: (v) => normalised(z(v)).variance,
        },
        {
          id: 'inverse',
          says: {
            en: 'That would divide once more. The scale has to bring back what was divided off.',
            zh: '这样就又除了一次。缩放要把除掉的补回来。',
          },
          value: (v) => 1 / Math.sqrt(normalised(z(v)).variance),
        },
        {
          id: 'unbiased',
          says: {
            en: 'This is the root of the unbiased variance, by 2 instead of 3.',
            zh: '这是无偏方差的平方根，除的是 2 而不是 3。',
          },
          about: 'eq-bn-variance',
          value: (v) => Math.sqrt((normalised(z(v)).variance * 3) / 2),
        },
      ],
    }),
    part({
      id: 'beta',
      label: { en: tex`$\beta =$`, zh: tex`$\beta =$` },
      spoken: { en: 'beta', zh: 'beta' },
      decimals: 4,
      answer: (v) => normalised(z(v)).mean,
      mistakes: [
        {
          id: 'sign',
          says: {
            en: 'The sign is wrong. The mean was subtracted, so it has to be added again.',
            zh: '符号反了。减掉的是均值，所以要把它加回来。',
          },
          value: (v) => -normalised(z(v)).mean,
        },
        {
          id: 'divided',
          says: {
            en: 'The shift comes after the scale, so the mean is added as it is and not divided by the standard deviation.',
            zh: '平移在缩放之后，所以均值原样加上，不用再除以标准差。',
          },
          about: 'eq-bn-scale-shift',
          value: (v) => normalised(z(v)).mean / Math.sqrt(normalised(z(v)).variance),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'What has the layer done to the sums? Undo it in the opposite order.',
      zh: '这一层对加权和做了什么？倒过来撤销。',
    },
    {
      en: 'It subtracted the mean and divided by the standard deviation. So multiply and add.',
      zh: '它减去了均值，除以了标准差。那就乘回来，加回来。',
    },
    {
      en: tex`The variance of the three is $\slot{variance}$; take its root.`,
      zh: tex`三个数的方差是 $\slot{variance}$，求它的平方根。`,
    },
  ],
  solution: [
    {
      en: tex`The scale is the standard deviation $\slot{deviation}$, the shift is the mean $\slot{mean}$.`,
      zh: tex`缩放取标准差 $\slot{deviation}$，平移取均值 $\slot{mean}$。`,
    },
  ],
};

/** Running mean and variance after a batch, by the engine. */
function updated(v: Values) {
  const layer = new BatchNorm(1, { epsilon, momentum: numberOf(v, 'rho') });
  layer.runningMean.data[0] = numberOf(v, 'oldMean');
  layer.runningVariance.data[0] = numberOf(v, 'oldVariance');
  layer.forward(matrixOf({ Z: [z(v)] }, 'Z'), true);
  return { mean: layer.runningMean.at(0, 0), variance: layer.runningVariance.at(0, 0) };
}
const mix = (v: Values, old: number, fresh: number): number =>
  (1 - numberOf(v, 'rho')) * old + numberOf(v, 'rho') * fresh;

export const runningStep: PartsExercise = {
  id: 'bn-running-step',
  kind: 'number',
  title: { en: 'Keeping books', zh: '记一笔账' },
  about: 'in-inference',
  statement: {
    en: tex`The running mean of a unit is $\slot{oldMean}$, its running variance $\slot{oldVariance}$. A batch with the sums $\slot{z.1}$, $\slot{z.2}$ and $\slot{z.3}$ comes; its share is $\slot{rho}$. Find both running averages afterwards, to four decimals.`,
    zh: tex`某个单元的均值滑动平均是 $\slot{oldMean}$，方差滑动平均是 $\slot{oldVariance}$。来了一批，加权和是 $\slot{z.1}$、$\slot{z.2}$ 和 $\slot{z.3}$，它所占的比例是 $\slot{rho}$。求更新之后的两个滑动平均，保留四位小数。`,
  },
  draw: (random) => {
    const v = {
      z: drawBatch(random, 3),
      oldMean: drawNumber(random, -2, 2),
      oldVariance: drawNumber(random, 1, 3),
      rho: drawNumber(random, 0.1, 0.3),
    };
    const { mean, variance } = normalised(v.z);
    const after = updated(v);
    return {
      ...v,
      mean,
      variance,
      unbiased: (variance * 3) / 2,
      newMean: after.mean,
      newVariance: after.variance,
      keep: 1 - v.rho,
    };
  },
  parts: [
    part({
      id: 'newMean',
      label: { en: tex`$\bar\mu =$`, zh: tex`$\bar\mu =$` },
      spoken: { en: 'running mean', zh: '均值的滑动平均' },
      decimals: 4,
      answer: (v) => updated(v).mean,
      mistakes: [
        {
          id: 'exchanged',
          says: {
            en: 'You seem to have exchanged the shares: the new batch gets the small one.',
            zh: '你似乎把比例弄反了：新一批占的是小的那份。',
          },
          about: 'eq-bn-running-mean',
          value: (v) =>
            mix({ ...v, rho: 1 - numberOf(v, 'rho') }, numberOf(v, 'oldMean'), numberOf(v, 'mean')),
        },
        {
          id: 'batch',
          says: {
            en: 'That is the mean of the batch alone.',
            zh: '这只是这一批的均值。',
          },
          value: (v) => numberOf(v, 'mean'),
        },
      ],
    }),
    part({
      id: 'newVariance',
      label: { en: tex`$\bar\sigma^2 =$`, zh: tex`$\bar\sigma^2 =$` },
      spoken: { en: 'running variance', zh: '方差的滑动平均' },
      decimals: 4,
      answer: (v) => updated(v).variance,
      mistakes: [
        {
          id: 'biased',
          says: {
            en: 'You seem to have taken the variance that divides by the number of samples. The running average takes the unbiased one.',
            zh: '你似乎用了除以样本数的方差。滑动平均用的是无偏方差。',
          },
          about: 'eq-bn-running-variance',
          value: (v) => mix(v, numberOf(v, 'oldVariance'), numberOf(v, 'variance')),
        },
        {
          id: 'exchanged-variance',
          says: {
            en: 'You seem to have exchanged the shares: the new batch gets the small one.',
            zh: '你似乎把比例弄反了：新一批占的是小的那份。',
          },
          about: 'eq-bn-running-variance',
          value: (v) =>
            mix(
              { ...v, rho: 1 - numberOf(v, 'rho') },
              numberOf(v, 'oldVariance'),
              numberOf(v, 'unbiased'),
            ),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'First mean and variance of the batch, then mix them into the old averages.',
      zh: '先求这一批的均值和方差，再混进旧的平均里。',
    },
    {
      en: 'The variance that goes in divides by one less than the number of samples.',
      zh: '混进去的方差，除的是样本数减一。',
    },
    {
      en: tex`The batch has the mean $\slot{mean}$ and the unbiased variance $\slot{unbiased}$; the old averages keep the share $\slot{keep}$.`,
      zh: tex`这一批的均值是 $\slot{mean}$，无偏方差是 $\slot{unbiased}$；旧的平均保留 $\slot{keep}$。`,
    },
  ],
  solution: [
    {
      en: tex`Mean: $\slot{keep} \cdot \slotp{oldMean} + \slot{rho} \cdot \slotp{mean} \approx \slot{newMean}$.`,
      zh: tex`均值：$\slot{keep} \cdot \slotp{oldMean} + \slot{rho} \cdot \slotp{mean} \approx \slot{newMean}$。`,
    },
    {
      en: tex`So the running mean is $\slot{newMean}$, and the running variance $\slot{keep} \cdot \slot{oldVariance} + \slot{rho} \cdot \slot{unbiased} \approx \slot{newVariance}$.`,
      zh: tex`所以均值的滑动平均是 $\slot{newMean}$，方差的是 $\slot{keep} \cdot \slot{oldVariance} + \slot{rho} \cdot \slot{unbiased} \approx \slot{newVariance}$。`,
    },
  ],
};

const inferred = (v: Values): number =>
  (numberOf(v, 'gamma') * (numberOf(v, 'one') - numberOf(v, 'mean'))) /
    Math.sqrt(numberOf(v, 'variance')) +
  numberOf(v, 'beta');

/** The engine's layer in inference with these numbers. */
function byLayer(v: Values): number {
  const layer = new BatchNorm(1, { epsilon: 0 });
  layer.gamma.data[0] = numberOf(v, 'gamma');
  layer.beta.data[0] = numberOf(v, 'beta');
  layer.runningMean.data[0] = numberOf(v, 'mean');
  layer.runningVariance.data[0] = numberOf(v, 'variance');
  return layer.forward(matrixOf({ Z: [[numberOf(v, 'one')]] }, 'Z'), false).at(0, 0);
}

export const oneSample: PartsExercise = {
  id: 'bn-one-sample',
  kind: 'number',
  title: { en: 'One sample comes', zh: '只来一个样本' },
  about: 'eq-bn-inference',
  statement: {
    en: tex`Training is over. A unit has the running mean $\slot{mean}$ and the running variance $\slot{variance}$, the scale $\slot{gamma}$ and the shift $\slot{beta}$. A single sample comes, with the sum $\slot{one}$. What does the layer give, to four decimals? Leave $\varepsilon$ out of account.`,
    zh: tex`训练结束了。某个单元的均值滑动平均是 $\slot{mean}$，方差滑动平均是 $\slot{variance}$，缩放是 $\slot{gamma}$，平移是 $\slot{beta}$。只来了一个样本，加权和是 $\slot{one}$。这一层给出多少？保留四位小数，不计 $\varepsilon$。`,
  },
  draw: (random) => {
    const v = {
      mean: drawNumber(random, -2, 2),
      variance: drawNumber(random, 1.5, 5),
      gamma: drawNumber(random, 0.4, 2),
      beta: drawNumber(random, -1, 1),
      one: drawNumber(random, -4, 4),
    };
    return { ...v, deviation: Math.sqrt(v.variance), out: byLayer(v) };
  },
  parts: [
    part({
      id: 'out',
      label: { en: tex`$\tilde z =$`, zh: tex`$\tilde z =$` },
      spoken: { en: 'output', zh: '输出' },
      decimals: 4,
      answer: byLayer,
      mistakes: [
        {
          id: 'own-batch',
          says: {
            en: 'That is only the shift: you seem to have normalised the sample with its own mean. In inference the running averages are used.',
            zh: '这只是平移：你似乎用样本自己的均值做了规范化。推理时要用滑动平均。',
          },
          value: (v) => numberOf(v, 'beta'),
        },
        {
          id: 'by-variance',
          says: {
            en: 'You seem to have divided by the variance; divide by its root.',
            zh: '你似乎除以了方差，应当除以它的平方根。',
          },
          about: 'eq-bn-normalise',
          value: (v) =>
            (numberOf(v, 'gamma') * (numberOf(v, 'one') - numberOf(v, 'mean'))) /
              numberOf(v, 'variance') +
            numberOf(v, 'beta'),
        },
        {
          id: 'shift-first',
          says: {
            en: 'You seem to have added the shift before scaling. The scale comes first.',
            zh: '你似乎先平移、后缩放了。应当先缩放。',
          },
          about: 'eq-bn-scale-shift',
          value: (v) => inferred({ ...v, beta: numberOf(v, 'gamma') * numberOf(v, 'beta') }),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Which mean and which variance are used when there is no batch?',
      zh: '没有批的时候，用哪个均值、哪个方差？',
    },
    {
      en: 'The running ones. Subtract, divide by the root, scale, shift.',
      zh: '用滑动平均。先减，再除以平方根，然后缩放，最后平移。',
    },
    {
      en: tex`The root of the running variance is $\slot{deviation}$.`,
      zh: tex`方差滑动平均的平方根是 $\slot{deviation}$。`,
    },
  ],
  solution: [
    {
      en: tex`$\slot{gamma} \cdot (\slot{one} - \slotp{mean}) / \sqrt{\slot{variance}} + \slotp{beta} \approx \slot{out}$.`,
      zh: tex`$\slot{gamma} \cdot (\slot{one} - \slotp{mean}) / \sqrt{\slot{variance}} + \slotp{beta} \approx \slot{out}$。`,
    },
  ],
};
