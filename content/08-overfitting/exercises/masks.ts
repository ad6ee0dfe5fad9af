import { tex } from '@components/exercise/tex';
import type { PartsExercise } from '@components/exercise/types';
import {
  column,
  dot,
  drawList,
  drawNumber,
  numberOf,
  part,
  vectorOf,
} from '@components/exercise/values';
import { Dropout, Matrix, type Random } from '@engine';

/** A rate for which no slip looks right: clear of one half. */
export const drawRate = (random: Random): number =>
  random.bernoulli(0.5) ? drawNumber(random, 0.1, 0.4, 2) : drawNumber(random, 0.6, 0.8, 2);

/** A mask with units of both kinds. */
const drawMask = (random: Random, n: number): number[] => {
  const off = random.integer(n);
  return Array.from({ length: n }, (_, k) => (k === off ? 0 : 1));
};

/** A list behind the mask, by the engine's dropout going back: it multiplies by the same factors. */
function throughMask(values: readonly number[], r: readonly number[], rate: number): number[] {
  const layer = new Dropout(values.length, { rate });
  layer.forward(Matrix.column(values), true);
  const { mask } = layer;
  r.forEach((on, k) => {
    mask!.data[k] = on / (1 - rate);
  });
  return layer.backward(Matrix.column(values)).toColumn();
}

export const oneUnit: PartsExercise = {
  id: 'of-one-unit',
  kind: 'number',
  title: { en: 'One unit, two scalings', zh: '一个单元，两种缩放' },
  about: 'switching-units-off',
  decimals: 4,
  statement: {
    en: tex`A unit has the activation $\slot{a}$. Dropout turns it off with probability $\slot{p}$. Find what it sends in training when it is on and one divides in training; what it sends on average in training when nothing is divided; and what it must send at test time in that second case. Four decimals.`,
    zh: tex`一个单元的激活值是 $\slot{a}$，dropout 以概率 $\slot{p}$ 把它关掉。求：采用训练时除的缩放，它打开着时送出多少；训练时什么也不除，它平均送出多少；在后一种情形，测试时它应当送出多少。保留四位小数。`,
  },
  draw: (random) => {
    const v = { a: drawNumber(random, 0.6, 3), p: drawRate(random) };
    const keep = 1 - v.p;
    return { ...v, keep, sent: throughMask([v.a], [1], v.p)[0]!, mean: keep * v.a };
  },
  parts: [
    part({
      id: 'sent',
      label: { en: 'in training, divided', zh: '训练时除' },
      spoken: { en: 'sent in training when divided', zh: '训练时除，送出的值' },
      decimals: 4,
      answer: (v) => throughMask([numberOf(v, 'a')], [1], numberOf(v, 'p'))[0]!,
      mistakes: [
        {
          id: 'by-p',
          says: {
            en: 'You seem to have divided by the probability of being off. Divide by that of being on.',
            zh: '你似乎除以了关掉的概率。应当除以打开的概率。',
          },
          about: 'eq-of-inverted',
          value: (v) => numberOf(v, 'a') / numberOf(v, 'p'),
        },
        {
          id: 'times',
          says: {
            en: 'You multiplied. In training the unit has to send more, to make up for the times when it is off.',
            zh: '你乘了。训练时单元要多送一些，把关着的时候补回来。',
          },
          about: 'eq-of-inverted',
          value: (v) => numberOf(v, 'a') * (1 - numberOf(v, 'p')),
        },
      ],
    }),
    part({
      id: 'mean',
      label: { en: 'on average, not divided', zh: '不除，平均' },
      spoken: { en: 'mean in training when not divided', zh: '不除时的平均' },
      decimals: 4,
      answer: (v) => numberOf(v, 'keep') * numberOf(v, 'a'),
      mistakes: [
        {
          id: 'off',
          says: {
            en: 'This is p times the activation. With probability p the unit is off and sends 0.',
            zh: '这是 p 乘以激活值。以概率 p，单元关着，送出 0。',
          },
          about: 'eq-of-classic',
          value: (v) => numberOf(v, 'p') * numberOf(v, 'a'),
        },
        {
          id: 'whole',
          says: {
            en: 'This is what it sends when it is on. It is not always on.',
            zh: '这是它打开着时送出的值。它并不总是打开着。',
          },
          about: 'eq-of-classic',
          value: (v) => numberOf(v, 'a'),
        },
      ],
    }),
    part({
      id: 'test',
      label: { en: 'at test time', zh: '测试时' },
      spoken: { en: 'sent at test time', zh: '测试时送出的值' },
      decimals: 4,
      answer: (v) => numberOf(v, 'mean'),
      mistakes: [
        {
          id: 'unscaled',
          says: {
            en: 'Without scaling the next layer hears more at test time than it is used to.',
            zh: '不缩放，测试时下一层听到的比平时多。',
          },
          about: 'eq-of-classic',
          value: (v) => numberOf(v, 'a'),
        },
      ],
    }),
  ],
  hints: [
    { en: 'With which probability is the unit on?', zh: '单元打开的概率是多少？' },
    {
      en: 'Either divide by that probability in training, or multiply by it at test time.',
      zh: '要么训练时除以这个概率，要么测试时乘以它。',
    },
    {
      en: tex`The unit is on with probability $1 - \slot{p} = \slot{keep}$.`,
      zh: tex`单元打开的概率是 $1 - \slot{p} = \slot{keep}$。`,
    },
  ],
  solution: [
    {
      en: tex`Divided in training: $\slot{a} / \slot{keep} \approx \slot{sent}$.`,
      zh: tex`训练时除：$\slot{a} / \slot{keep} \approx \slot{sent}$。`,
    },
    {
      en: tex`Not divided, the mean is $\slot{p} \cdot 0 + \slot{keep} \cdot \slot{a} \approx \slot{mean}$.`,
      zh: tex`不除，平均是 $\slot{p} \cdot 0 + \slot{keep} \cdot \slot{a} \approx \slot{mean}$。`,
    },
    {
      en: tex`So the answers are $\slot{sent}$, $\slot{mean}$, and at test time the same as the mean, $\slot{mean}$.`,
      zh: tex`所以答案是 $\slot{sent}$、$\slot{mean}$；测试时与平均相同，也是 $\slot{mean}$。`,
    },
  ],
};

export const nextSum: PartsExercise = {
  id: 'of-next-sum-numbers',
  kind: 'number',
  title: { en: 'What the next unit hears', zh: '下一个单元听到什么' },
  about: 'what-the-next-layer-hears',
  decimals: 4,
  statement: {
    en: tex`Three units have the activations $\slot{a.1}$, $\slot{a.2}$ and $\slot{a.3}$. The next unit has the weights $\slot{w.1}$, $\slot{w.2}$ and $\slot{w.3}$, and the bias $\slot{b}$. Dropout with $\slot{p}$ as the probability of off has drawn the mask $\slot{r.1}$, $\slot{r.2}$, $\slot{r.3}$ and divides in training. Find the weighted sum in this training step, and the one at test time. Four decimals.`,
    zh: tex`三个单元的激活值是 $\slot{a.1}$、$\slot{a.2}$ 和 $\slot{a.3}$。下一个单元的权重是 $\slot{w.1}$、$\slot{w.2}$ 和 $\slot{w.3}$，偏置是 $\slot{b}$。关掉的概率是 $\slot{p}$，抽到的掩码是 $\slot{r.1}$、$\slot{r.2}$、$\slot{r.3}$，训练时除。求这一步的加权和，以及测试时的加权和。保留四位小数。`,
  },
  draw: (random) => {
    const v = {
      a: drawList(random, 3, 0.4, 2.5),
      w: drawList(random, 3, -2, 2),
      b: drawNumber(random, -1, 1),
      p: drawRate(random),
      r: drawMask(random, 3),
    };
    const sent = throughMask(v.a, v.r, v.p);
    return {
      ...v,
      keep: 1 - v.p,
      on: dot(
        v.a.map((a, k) => a * v.r[k]!),
        v.w,
      ),
      training: dot(sent, v.w) + v.b,
      test: dot(v.a, v.w) + v.b,
    };
  },
  parts: [
    part({
      id: 'training',
      label: { en: 'in training', zh: '训练时' },
      spoken: { en: 'weighted sum in training', zh: '训练时的加权和' },
      decimals: 4,
      answer: (v) =>
        dot(throughMask(vectorOf(v, 'a'), vectorOf(v, 'r'), numberOf(v, 'p')), vectorOf(v, 'w')) +
        numberOf(v, 'b'),
      mistakes: [
        {
          id: 'bias-too',
          says: {
            en: 'You seem to have divided the bias as well. The bias is never dropped, so it is not scaled.',
            zh: '你似乎把偏置也除了。偏置从不关掉，也就不缩放。',
          },
          about: 'eq-of-next-sum',
          value: (v) => (numberOf(v, 'on') + numberOf(v, 'b')) / numberOf(v, 'keep'),
        },
        {
          id: 'not-divided',
          says: {
            en: 'The mask is right, but the units that are on are not scaled yet.',
            zh: '掩码用对了，可是打开着的单元还没有缩放。',
          },
          about: 'eq-of-inverted',
          value: (v) => numberOf(v, 'on') + numberOf(v, 'b'),
        },
        {
          id: 'by-p',
          says: {
            en: 'You seem to have divided by the probability of being off.',
            zh: '你似乎除以了关掉的概率。',
          },
          about: 'eq-of-inverted',
          value: (v) => numberOf(v, 'on') / numberOf(v, 'p') + numberOf(v, 'b'),
        },
      ],
    }),
    part({
      id: 'test',
      label: { en: 'at test time', zh: '测试时' },
      spoken: { en: 'weighted sum at test time', zh: '测试时的加权和' },
      decimals: 4,
      answer: (v) => dot(vectorOf(v, 'a'), vectorOf(v, 'w')) + numberOf(v, 'b'),
      mistakes: [
        {
          id: 'scaled-again',
          says: {
            en: 'Who divides in training does nothing at test time. You seem to have multiplied the activations by 1 − p as well.',
            zh: '训练时除过了，测试时就什么也不做。你似乎又把激活值乘了 1 − p。',
          },
          about: 'eq-of-inverted',
          value: (v) =>
            (1 - numberOf(v, 'p')) * dot(vectorOf(v, 'a'), vectorOf(v, 'w')) + numberOf(v, 'b'),
        },
        {
          id: 'masked',
          says: {
            en: 'At test time no unit is off.',
            zh: '测试时没有单元关着。',
          },
          value: (v) => numberOf(v, 'on') + numberOf(v, 'b'),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'First the mask, then the scaling, then the weights, and the bias last.',
      zh: '先掩码，再缩放，再乘权重，最后加偏置。',
    },
    {
      en: tex`The units that are on send their activation divided by $1 - \slot{p} = \slot{keep}$.`,
      zh: tex`打开着的单元，送出激活值除以 $1 - \slot{p} = \slot{keep}$。`,
    },
    {
      en: tex`Weights times activations of the units that are on add up to $\slot{on}$. Divide that, then add the bias.`,
      zh: tex`打开着的单元，权重乘激活值之和是 $\slot{on}$。先除，再加偏置。`,
    },
  ],
  solution: [
    {
      en: tex`In training: $\slot{on} / \slot{keep} + \slotp{b} \approx \slot{training}$.`,
      zh: tex`训练时：$\slot{on} / \slot{keep} + \slotp{b} \approx \slot{training}$。`,
    },
    {
      en: tex`At test time all units are on and nothing is scaled: $\slot{test}$. So the two sums are $\slot{training}$ and $\slot{test}$; only their averages agree.`,
      zh: tex`测试时单元全部打开，什么也不缩放：$\slot{test}$。所以两个和是 $\slot{training}$ 与 $\slot{test}$，相等的只是平均。`,
    },
  ],
};

export const backThroughMask: PartsExercise = {
  id: 'of-back-through-mask',
  kind: 'matrix',
  title: { en: 'Back through the mask', zh: '反向穿过掩码' },
  about: 'backward-through-the-mask',
  decimals: 4,
  statement: {
    en: tex`In the forward pass, dropout with $\slot{p}$ as the probability of off drew the mask $\slot{r.1}$, $\slot{r.2}$, $\slot{r.3}$ and divided in training. The gradients of what the three units sent are $\slot{g.1}$, $\slot{g.2}$ and $\slot{g.3}$. Find the gradients of their activations, to four decimals.`,
    zh: tex`前向时，dropout 以概率 $\slot{p}$ 关掉单元，抽到的掩码是 $\slot{r.1}$、$\slot{r.2}$、$\slot{r.3}$，训练时除。三个单元送出的值，梯度是 $\slot{g.1}$、$\slot{g.2}$ 和 $\slot{g.3}$。求它们激活值的梯度，保留四位小数。`,
  },
  draw: (random) => {
    const v = { p: drawRate(random), r: drawMask(random, 3), g: drawList(random, 3, -3, 3) };
    return {
      ...v,
      factor: 1 / (1 - v.p),
      keep: 1 - v.p,
      back: column(throughMask(v.g, v.r, v.p)),
    };
  },
  parts: [
    part({
      id: 'back',
      label: { en: 'gradients', zh: '梯度' },
      spoken: { en: 'gradients of the activations', zh: '激活值的梯度' },
      decimals: 4,
      answer: (v) => column(throughMask(vectorOf(v, 'g'), vectorOf(v, 'r'), numberOf(v, 'p'))),
      mistakes: [
        {
          id: 'no-mask',
          says: {
            en: 'The mask is missing: a unit that was off had no say, so its gradient is 0.',
            zh: '漏了掩码：关着的单元没有参与，梯度是 0。',
          },
          about: 'eq-of-backward',
          value: (v) => column(vectorOf(v, 'g').map((g) => g / numberOf(v, 'keep'))),
        },
        {
          id: 'no-factor',
          says: {
            en: 'The factor is missing: in the forward pass the units that were on were divided by 1 − p.',
            zh: '漏了因子：前向时，打开着的单元除过 1 − p。',
          },
          about: 'eq-of-backward',
          value: (v) => column(vectorOf(v, 'g').map((g, k) => g * vectorOf(v, 'r')[k]!)),
        },
        {
          id: 'times',
          says: {
            en: 'You seem to have multiplied by 1 − p. Going back one multiplies by the same number as going forward.',
            zh: '你似乎乘了 1 − p。反向乘的数，与前向相同。',
          },
          about: 'eq-of-backward',
          value: (v) =>
            column(vectorOf(v, 'g').map((g, k) => g * vectorOf(v, 'r')[k]! * numberOf(v, 'keep'))),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Dropout multiplies each activation by a number. What does the backward pass do at a multiplication?',
      zh: 'Dropout 给每个激活值乘一个数。反向遇到乘法，怎么办？',
    },
    {
      en: 'It multiplies by the same number: 0 for a unit that was off, 1/(1 − p) for one that was on.',
      zh: '乘同一个数：关着的乘 0，打开着的乘 1/(1 − p)。',
    },
    {
      en: tex`The factor of the units that were on is $1 / \slot{keep} \approx \slot{factor}$.`,
      zh: tex`打开着的单元，因子是 $1 / \slot{keep} \approx \slot{factor}$。`,
    },
  ],
  solution: [
    {
      en: tex`Each gradient is multiplied by 0 or by $1 / \slot{keep} \approx \slot{factor}$, as the unit was off or on.`,
      zh: tex`单元关着，梯度乘 0；打开着，乘 $1 / \slot{keep} \approx \slot{factor}$。`,
    },
    {
      en: tex`So the gradients are $\slot{back.1.1}$, $\slot{back.2.1}$ and $\slot{back.3.1}$.`,
      zh: tex`所以梯度是 $\slot{back.1.1}$、$\slot{back.2.1}$ 和 $\slot{back.3.1}$。`,
    },
  ],
};
