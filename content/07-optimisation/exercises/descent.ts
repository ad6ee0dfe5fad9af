import { tex } from '@components/exercise/tex';
import type { PartsExercise } from '@components/exercise/types';
import {
  drawList,
  drawNumber,
  mean,
  numberOf,
  part,
  sum,
  vectorOf,
} from '@components/exercise/values';
import { stabilityLimit } from '@engine';
import { walk } from './by-engine';

export const oneBatch: PartsExercise = {
  id: 'op-one-batch',
  kind: 'number',
  title: { en: 'One update by hand', zh: '手算一次更新' },
  about: 'mini-batches',
  statement: {
    en: tex`A parameter has the value $\slot{theta}$. For the four samples of a mini-batch its gradients are $\slot{g.1}$, $\slot{g.2}$, $\slot{g.3}$ and $\slot{g.4}$. The learning rate is $\slot{alpha}$. Find the gradient of the mini-batch and the parameter after the update, to four decimals.`,
    zh: tex`一个参数的值是 $\slot{theta}$。一个小批量有四个样本，它对各个样本的梯度是 $\slot{g.1}$、$\slot{g.2}$、$\slot{g.3}$ 和 $\slot{g.4}$，学习率是 $\slot{alpha}$。求小批量的梯度，和更新之后的参数，保留四位小数。`,
  },
  draw: (random) => {
    const g = drawList(random, 4, -3, 4);
    const v = { g, theta: drawNumber(random, -2, 2), alpha: drawNumber(random, 0.1, 0.6) };
    const gradient = mean(g);
    const [after] = walk({ kind: 'sgd' }, [v.theta], [[gradient]], v.alpha);
    return { ...v, sum: sum(g), mean: gradient, after: after!.theta[0]! };
  },
  parts: [
    part({
      id: 'mean',
      label: { en: 'gradient of the batch', zh: '小批量的梯度' },
      spoken: { en: 'gradient of the mini-batch', zh: '小批量的梯度' },
      decimals: 4,
      answer: (v) => mean(vectorOf(v, 'g')),
      mistakes: [
        {
          id: 'sum',
          says: {
            en: 'This is the sum. The gradient of a mini-batch is the mean: divide by the number of samples.',
            zh: '这是和。小批量的梯度是平均：要除以样本数。',
          },
          about: 'eq-op-minibatch',
          value: (v) => sum(vectorOf(v, 'g')),
        },
        {
          id: 'sizes',
          says: {
            en: 'You seem to have averaged the sizes. The signs belong to the gradients.',
            zh: '你似乎平均了绝对值。梯度的符号要保留。',
          },
          about: 'eq-op-minibatch',
          value: (v) => vectorOf(v, 'g').reduce((p, q) => p + Math.abs(q), 0) / 4,
        },
      ],
    }),
    part({
      id: 'after',
      label: { en: 'parameter afterwards', zh: '更新之后的参数' },
      spoken: { en: 'parameter after the update', zh: '更新之后的参数' },
      decimals: 4,
      answer: (v) => numberOf(v, 'theta') - numberOf(v, 'alpha') * numberOf(v, 'mean'),
      mistakes: [
        {
          id: 'up',
          says: {
            en: 'You seem to have gone with the gradient. To lower the loss, go against it.',
            zh: '你似乎顺着梯度走了。要减小损失，应当往反方向走。',
          },
          about: 'eq-op-gd',
          value: (v) => numberOf(v, 'theta') + numberOf(v, 'alpha') * numberOf(v, 'mean'),
        },
        {
          id: 'no-alpha',
          says: {
            en: 'The learning rate seems to be missing.',
            zh: '似乎漏了学习率。',
          },
          about: 'eq-op-gd',
          value: (v) => numberOf(v, 'theta') - numberOf(v, 'mean'),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'First one gradient for the whole batch, then one step with it.',
      zh: '先求整个批的一个梯度，再用它走一步。',
    },
    {
      en: 'The gradient of the batch is the mean of the four. The step goes against it.',
      zh: '批的梯度是四个梯度的平均。步子与它方向相反。',
    },
    {
      en: tex`The sum of the four is $\slot{sum}$. Divide by 4, multiply by $\slot{alpha}$, and take the product from $\slot{theta}$.`,
      zh: tex`四个之和是 $\slot{sum}$。除以 4，乘以 $\slot{alpha}$，再从 $\slot{theta}$ 里减去。`,
    },
  ],
  solution: [
    {
      en: tex`The sum of the gradients is $\slot{sum}$, so the mean is $\slot{mean}$.`,
      zh: tex`梯度之和是 $\slot{sum}$，平均是 $\slot{mean}$。`,
    },
    {
      en: tex`With the gradient $\slot{mean}$ the parameter goes from $\slot{theta}$ to $\slot{after}$.`,
      zh: tex`梯度是 $\slot{mean}$，参数从 $\slot{theta}$ 变成 $\slot{after}$。`,
    },
  ],
};

export const bowl: PartsExercise = {
  id: 'op-bowl',
  kind: 'number',
  title: { en: 'How large may the step be?', zh: '步子最大能有多大？' },
  about: 'down-the-slope',
  statement: {
    en: tex`A bowl has the curvature $\slot{kappa}$. Gradient descent starts at distance $\slot{theta}$ from the bottom with the learning rate $\slot{alpha}$. Where is it, with its sign, after $\slot{t}$ steps (four decimals)? And at which learning rate does it stop coming nearer (four decimals)?`,
    zh: tex`一个碗的曲率是 $\slot{kappa}$。梯度下降从离碗底 $\slot{theta}$ 的地方出发，学习率是 $\slot{alpha}$。走 $\slot{t}$ 步之后它在哪里（带符号，四位小数）？学习率大到多少，它就不再靠近（四位小数）？`,
  },
  draw: (random) => {
    let [kappa, alpha] = [0, 0];
    // A factor near 0 would leave nothing of the distance that four decimals could show.
    do {
      kappa = drawNumber(random, 0.5, 3);
      alpha = drawNumber(random, 0.1, 0.5);
    } while (Math.abs(1 - alpha * kappa) < 0.3);
    const v = { kappa, alpha, theta: drawNumber(random, 1, 4), t: drawNumber(random, 3, 5, 0) };
    let at = v.theta;
    for (let n = 0; n < v.t; n++) {
      at = walk({ kind: 'sgd' }, [at], [[v.kappa * at]], v.alpha)[0]!.theta[0]!;
    }
    return {
      ...v,
      factor: 1 - v.alpha * v.kappa,
      at,
      limit: stabilityLimit({ kind: 'sgd' }, v.kappa)!,
    };
  },
  parts: [
    part({
      id: 'at',
      label: { en: 'position', zh: '位置' },
      spoken: { en: 'position after the steps', zh: '走完之后的位置' },
      decimals: 4,
      answer: (v) => numberOf(v, 'at'),
      mistakes: [
        {
          id: 'once',
          says: { en: 'This is after one step.', zh: '这是走一步之后。' },
          about: 'eq-op-valley',
          value: (v) => numberOf(v, 'factor') * numberOf(v, 'theta'),
        },
        {
          id: 'same-distance',
          says: {
            en: 'You seem to have taken the first step’s length for all. Steps get shorter as the slope does.',
            zh: '你似乎让每一步都和第一步一样长。坡缓了，步子也变短。',
          },
          about: 'eq-op-valley',
          value: (v) =>
            (1 - numberOf(v, 't') * numberOf(v, 'alpha') * numberOf(v, 'kappa')) *
            numberOf(v, 'theta'),
        },
      ],
    }),
    part({
      id: 'limit',
      label: { en: 'learning rate', zh: '学习率' },
      spoken: { en: 'largest learning rate', zh: '学习率的上限' },
      decimals: 4,
      answer: (v) => 2 / numberOf(v, 'kappa'),
      mistakes: [
        {
          id: 'one',
          says: {
            en: 'With this learning rate it arrives in a single step. It may be larger still: to bounce, but nearer each time.',
            zh: '用这个学习率，一步就到碗底。还可以更大：来回跳，但越跳越近。',
          },
          about: 'eq-op-valley',
          value: (v) => 1 / numberOf(v, 'kappa'),
        },
        {
          id: 'product',
          says: {
            en: 'The larger the curvature, the smaller the step must be: divide by it.',
            zh: '曲率越大，步子越要小：应当除以曲率。',
          },
          about: 'eq-op-valley',
          value: (v) => 2 * numberOf(v, 'kappa'),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'By what does each step multiply the distance?',
      zh: '每一步把距离乘以多少？',
    },
    {
      en: 'By 1 minus learning rate times curvature. It stops coming nearer where the size of that is 1.',
      zh: '乘以“1 减去学习率乘曲率”。它的大小等于 1 时，就不再靠近。',
    },
    {
      en: tex`The factor is $1 - \slot{alpha} \cdot \slot{kappa}$, that is $\slot{factor}$; it is applied $\slot{t}$ times. For the limit, make the factor $-1$.`,
      zh: tex`因子是 $1 - \slot{alpha} \cdot \slot{kappa}$，也就是 $\slot{factor}$，一共乘 $\slot{t}$ 次。求上限时，让因子等于 $-1$。`,
    },
  ],
  solution: [
    {
      en: tex`Each step multiplies by $\slot{factor}$. Learning rate times curvature may be up to 2.`,
      zh: tex`每一步乘以 $\slot{factor}$。学习率乘曲率最多是 2。`,
    },
    {
      en: tex`So after $\slot{t}$ steps it is at $\slot{at}$, and the limit of the learning rate is $\slot{limit}$.`,
      zh: tex`所以 $\slot{t}$ 步之后它在 $\slot{at}$，学习率的上限是 $\slot{limit}$。`,
    },
  ],
};

export const twoVelocities: PartsExercise = {
  id: 'op-two-velocities',
  kind: 'number',
  title: { en: 'Three steps with momentum', zh: '带动量的三步' },
  about: 'momentum',
  statement: {
    en: tex`Momentum in PyTorch’s form, with the share $\slot{beta}$ and the learning rate $\slot{alpha}$. The velocity starts at 0, the parameter at $\slot{theta}$. Three gradients come: $\slot{g.1}$, $\slot{g.2}$, $\slot{g.3}$. Find the velocity after the third, and the parameter after all three steps, to four decimals.`,
    zh: tex`动量法，PyTorch 的写法，份额是 $\slot{beta}$，学习率是 $\slot{alpha}$。速度从 0 开始，参数从 $\slot{theta}$ 开始。依次来了三个梯度：$\slot{g.1}$、$\slot{g.2}$、$\slot{g.3}$。求第三步之后的速度，以及走完三步的参数，保留四位小数。`,
  },
  draw: (random) => {
    const v = {
      g: drawList(random, 3, -2, 3),
      beta: drawNumber(random, 0.5, 0.9),
      alpha: drawNumber(random, 0.1, 0.5),
      theta: drawNumber(random, -2, 2),
    };
    const steps = walk(
      { kind: 'momentum', beta: v.beta },
      [v.theta],
      v.g.map((g) => [g]),
      v.alpha,
    );
    return {
      ...v,
      v1: steps[0]!.v[0]!,
      v2: steps[1]!.v[0]!,
      v3: steps[2]!.v[0]!,
      end: steps[2]!.theta[0]!,
    };
  },
  parts: [
    part({
      id: 'v3',
      label: { en: 'velocity', zh: '速度' },
      spoken: { en: 'velocity after the third step', zh: '第三步之后的速度' },
      decimals: 4,
      answer: (v) => {
        const [a = 0, b = 0, c = 0] = vectorOf(v, 'g');
        return numberOf(v, 'beta') ** 2 * a + numberOf(v, 'beta') * b + c;
      },
      mistakes: [
        {
          id: 'backwards',
          says: {
            en: 'You seem to have given the oldest gradient the largest share. The latest counts in full.',
            zh: '你似乎让最早的梯度份额最大。最新的那个才是完整的一份。',
          },
          about: 'eq-op-velocity',
          value: (v) => {
            const [a = 0, b = 0, c = 0] = vectorOf(v, 'g');
            return a + numberOf(v, 'beta') * b + numberOf(v, 'beta') ** 2 * c;
          },
        },
        {
          id: 'mean',
          says: {
            en: 'You seem to have multiplied each new gradient by 1 minus the share. That is a running mean; the velocity takes gradients in full.',
            zh: '你似乎把新梯度都乘了“1 减份额”。那是滑动平均；速度里，新梯度是整个加进去的。',
          },
          about: 'eq-op-momentum',
          value: (v) => {
            const [a = 0, b = 0, c = 0] = vectorOf(v, 'g');
            return (
              (1 - numberOf(v, 'beta')) *
              (numberOf(v, 'beta') ** 2 * a + numberOf(v, 'beta') * b + c)
            );
          },
        },
        {
          id: 'all',
          says: {
            en: 'This is the plain sum. Of the past, only a share is kept at each step.',
            zh: '这是直接相加。过去的部分，每一步只留下一份。',
          },
          about: 'eq-op-momentum',
          value: (v) => sum(vectorOf(v, 'g')),
        },
      ],
    }),
    part({
      id: 'end',
      label: { en: 'parameter', zh: '参数' },
      spoken: { en: 'parameter after three steps', zh: '三步之后的参数' },
      decimals: 4,
      answer: (v) =>
        numberOf(v, 'theta') -
        numberOf(v, 'alpha') * (numberOf(v, 'v1') + numberOf(v, 'v2') + numberOf(v, 'v3')),
      mistakes: [
        {
          id: 'last-only',
          says: {
            en: 'This is one step with the last velocity. The parameter moved at all three.',
            zh: '这只按最后的速度走了一步。三步里每一步参数都动了。',
          },
          about: 'eq-op-momentum',
          value: (v) => numberOf(v, 'theta') - numberOf(v, 'alpha') * numberOf(v, 'v3'),
        },
        {
          id: 'plain',
          says: {
            en: 'This is plain gradient descent, without momentum.',
            zh: '这是普通的梯度下降，没有动量。',
          },
          about: 'eq-op-momentum',
          value: (v) => numberOf(v, 'theta') - numberOf(v, 'alpha') * sum(vectorOf(v, 'g')),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Write a small table: step, gradient, velocity, parameter.',
      zh: '列一张小表：步、梯度、速度、参数。',
    },
    {
      en: 'Each velocity is the share times the one before, plus the new gradient. Each step goes against it, by the learning rate.',
      zh: '每个速度是“份额乘以前一个速度，加上新梯度”。每一步按学习率往它的反方向走。',
    },
    {
      en: tex`The velocities are $\slot{v1}$, then $\slot{v2}$; the third is $\slot{beta}$ times that, plus $\slot{g.3}$.`,
      zh: tex`速度先是 $\slot{v1}$，然后是 $\slot{v2}$；第三个是它乘以 $\slot{beta}$，再加上 $\slot{g.3}$。`,
    },
  ],
  solution: [
    {
      en: tex`The three velocities are $\slot{v1}$, $\slot{v2}$ and $\slot{v3}$. All three are multiplied by $\slot{alpha}$ and taken from $\slot{theta}$.`,
      zh: tex`三个速度是 $\slot{v1}$、$\slot{v2}$ 和 $\slot{v3}$，都乘以 $\slot{alpha}$，从 $\slot{theta}$ 里减去。`,
    },
    {
      en: tex`So the velocity is $\slot{v3}$ and the parameter ends at $\slot{end}$.`,
      zh: tex`所以速度是 $\slot{v3}$，参数最后是 $\slot{end}$。`,
    },
  ],
};
