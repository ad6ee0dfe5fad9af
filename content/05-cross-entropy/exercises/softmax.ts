import { softmaxOf } from '@components/exercise/engine';
import { tex } from '@components/exercise/tex';
import type { PartsExercise } from '@components/exercise/types';
import { drawList, numberOf, part, vectorOf } from '@components/exercise/values';
import { probabilities, sumOf, surpriseOf } from './engine';

export const softmaxSample: PartsExercise = {
  id: 'ce-softmax-sample',
  kind: 'number',
  title: { en: 'From logits to a gradient', zh: '从 logit 到梯度' },
  about: 'with-softmax',
  statement: {
    en: tex`The logits of an output layer with softmax are $\zi{2}{1} = \slot{z.1}$, $\zi{2}{2} = \slot{z.2}$ and $\zi{2}{3} = \slot{z.3}$. Class 2 is right. The loss is cross-entropy.

Find the probability of class 2 to four decimals, the loss to two, and the error $\delti{2}{2}$ to four.`,
    zh: tex`一个用 softmax 的输出层，logit 是 $\zi{2}{1} = \slot{z.1}$、$\zi{2}{2} = \slot{z.2}$ 和 $\zi{2}{3} = \slot{z.3}$。正确的是第 2 类，损失用交叉熵。

求第 2 类的概率（四位小数）、损失（两位小数）和误差项 $\delti{2}{2}$（四位小数）。`,
  },
  draw: (random) => {
    let z = drawList(random, 3, -1.5, 2);
    // Whoever divides the logits themselves should not divide by 0.
    while (Math.abs(z[0]! + z[1]! + z[2]!) < 0.05) z = drawList(random, 3, -1.5, 2);
    const [, a = 0] = probabilities({ z });
    return { z, sum: sumOf({ z }), a, loss: surpriseOf(a), delta: a - 1 };
  },
  parts: [
    part({
      id: 'a',
      label: { en: tex`$\acti{2}{2} =$`, zh: tex`$\acti{2}{2} =$` },
      spoken: { en: 'probability of class 2', zh: '第 2 类的概率' },
      decimals: 4,
      answer: (v) => probabilities(v)[1]!,
      mistakes: [
        {
          id: 'not-exponential',
          says: {
            en: 'You seem to have divided the logits themselves. Softmax takes the exponential of each first.',
            zh: '你似乎直接用 logit 相除。softmax 先对每个取指数。',
          },
          about: 'with-softmax',
          value: (v) => vectorOf(v, 'z')[1]! / vectorOf(v, 'z').reduce((p, q) => p + q),
        },
        {
          id: 'others-only',
          says: {
            en: 'You seem to have left class 2 itself out of the sum. All three classes belong to it.',
            zh: '分母里似乎漏了第 2 类自己。三个类别都要加上。',
          },
          about: 'with-softmax',
          value: (v) => probabilities(v)[1]! / (1 - probabilities(v)[1]!),
        },
        {
          id: 'negated',
          says: {
            en: 'You seem to have put a minus into the exponents, as the sigmoid has. Softmax has none.',
            zh: '指数里似乎多了负号，那是 Sigmoid 的写法。softmax 里没有。',
          },
          about: 'with-softmax',
          value: (v) => softmaxOf(vectorOf(v, 'z').map((t) => -t))[1]!,
        },
      ],
    }),
    part({
      id: 'loss',
      label: { en: tex`$\loss =$`, zh: tex`$\loss =$` },
      spoken: { en: 'loss', zh: '损失' },
      decimals: 2,
      answer: (v) => -Math.log(numberOf(v, 'a')),
      mistakes: [
        {
          id: 'loss-sign',
          says: {
            en: 'The minus is missing: the logarithm of a probability is negative.',
            zh: '漏了负号：概率的对数是负的。',
          },
          about: 'eq-ce-surprise',
          value: (v) => Math.log(numberOf(v, 'a')),
        },
        {
          id: 'loss-base',
          says: {
            en: 'You seem to have used the logarithm to base 10. Take the natural one.',
            zh: '你似乎用了以 10 为底的对数。应当用自然对数。',
          },
          about: 'surprise',
          value: (v) => -Math.log10(numberOf(v, 'a')),
        },
      ],
    }),
    part({
      id: 'delta',
      label: { en: tex`$\delti{2}{2} =$`, zh: tex`$\delti{2}{2} =$` },
      spoken: { en: 'delta of class 2', zh: '第 2 类的误差项' },
      decimals: 4,
      answer: (v) => numberOf(v, 'a') - 1,
      mistakes: [
        {
          id: 'delta-sign',
          says: {
            en: 'The sign is turned round. The right class is to grow, so its gradient is negative.',
            zh: '正负号反了。正确类别要增大，所以梯度是负的。',
          },
          about: 'eq-ce-softmax-right',
          value: (v) => 1 - numberOf(v, 'a'),
        },
        {
          id: 'braked',
          says: {
            en: 'You seem to have multiplied by a(1 − a) as well. With cross-entropy that slope has cancelled already.',
            zh: '你似乎又乘了 a(1 − a)。用交叉熵时，这个斜率已经约掉了。',
          },
          about: 'eq-ce-delta-softmax',
          value: (v) => (numberOf(v, 'a') - 1) * numberOf(v, 'a') * (1 - numberOf(v, 'a')),
        },
        {
          id: 'no-target',
          says: {
            en: 'This is the probability alone, the gradient of a wrong class. Class 2 is right and has the target 1.',
            zh: '这只是概率，是错误类别的梯度。第 2 类是正确的，目标是 1。',
          },
          about: 'eq-ce-delta-softmax',
          value: (v) => numberOf(v, 'a'),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Take the exponential of all three logits and add them up.',
      zh: '先求三个 logit 的指数，再相加。',
    },
    {
      en: 'The probability is the exponential of class 2 divided by that sum; the loss is minus its logarithm; the error is output minus target.',
      zh: '概率是第 2 类的指数除以这个和；损失是概率的对数取相反数；误差项是输出减目标。',
    },
    {
      en: tex`The sum of the exponentials is $\slot{sum}$.`,
      zh: tex`三个指数之和是 $\slot{sum}$。`,
    },
  ],
  solution: [
    {
      en: tex`The sum: $e^{\slot{z.1}} + e^{\slot{z.2}} + e^{\slot{z.3}} \approx \slot{sum}$.`,
      zh: tex`指数之和：$e^{\slot{z.1}} + e^{\slot{z.2}} + e^{\slot{z.3}} \approx \slot{sum}$。`,
    },
    {
      en: tex`The probability: $\acti{2}{2} = e^{\slot{z.2}} / \slot{sum} \approx \slot{a}$. The loss, straight from the logits: $\log \slot{sum} - \slotp{z.2} \approx \slot{loss}$.`,
      zh: tex`概率：$\acti{2}{2} = e^{\slot{z.2}} / \slot{sum} \approx \slot{a}$。损失可以直接由 logit 得到：$\log \slot{sum} - \slotp{z.2} \approx \slot{loss}$。`,
    },
    {
      en: tex`The probability is $\slot{a}$, the loss $\slot{loss}$, and the error $\delti{2}{2} \approx \slot{a} - 1 \approx \slot{delta}$.`,
      zh: tex`概率是 $\slot{a}$，损失是 $\slot{loss}$，误差项 $\delti{2}{2} \approx \slot{a} - 1 \approx \slot{delta}$。`,
    },
  ],
};
