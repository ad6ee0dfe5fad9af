import { tex } from '@components/exercise/tex';
import type { PartsExercise, Values } from '@components/exercise/types';
import {
  drawList,
  drawNumber,
  matrixOf,
  numberOf,
  part,
  vectorOf,
} from '@components/exercise/values';
import { addScaled, Matrix, matmulNT } from '@engine';

/** δ² (a¹)ᵀ: the gradients of all four weights. */
const gradients = (v: Values): Matrix => matmulNT(matrixOf(v, 'd'), matrixOf(v, 'a'));
/** W − α g, one number. */
const stepped = (v: Values, rate: number): number =>
  addScaled(Matrix.column([numberOf(v, 'W')]), -rate, Matrix.column([numberOf(v, 'gradient')])).at(
    0,
    0,
  );

export const weightGradient: PartsExercise = {
  id: 'fb-weight-gradient',
  kind: 'number',
  title: { en: 'The gradient of one weight', zh: '一个权重的梯度' },
  about: 'the-number-that-does-the-work',
  statement: {
    en: tex`The errors of two output units are $\delti{2}{1} = \slot{d.1}$ and $\delti{2}{2} = \slot{d.2}$. The activations of two hidden units are $\acti{1}{1} = \slot{a.1}$ and $\acti{1}{2} = \slot{a.2}$. The weight $\Wi{2}{12}$ is $\slot{W}$, and the learning rate is $\lr = \slot{alpha}$.

Find the gradient of this weight, and its value after one step of gradient descent, each to four decimals.`,
    zh: tex`两个输出单元的误差项是 $\delti{2}{1} = \slot{d.1}$ 和 $\delti{2}{2} = \slot{d.2}$，两个隐藏单元的激活值是 $\acti{1}{1} = \slot{a.1}$ 和 $\acti{1}{2} = \slot{a.2}$。权重 $\Wi{2}{12}$ 是 $\slot{W}$，学习率是 $\lr = \slot{alpha}$。

求这个权重的梯度，以及梯度下降一步以后它的值，都保留四位小数。`,
  },
  draw: (random) => {
    const d = drawList(random, 2, -0.3, 0.3, 2);
    const a = drawList(random, 2, 0.1, 0.95, 2);
    const W = drawNumber(random, -0.9, 0.9);
    const alpha = drawNumber(random, 0.2, 0.9);
    const gradient = matmulNT(Matrix.column(d), Matrix.column(a)).at(0, 1);
    const values = { d, a, W, alpha, gradient };
    return { ...values, updated: stepped(values, alpha) };
  },
  parts: [
    part({
      id: 'gradient',
      label: { en: tex`$\dds{\loss}{\Wi{2}{12}} =$`, zh: tex`$\dds{\loss}{\Wi{2}{12}} =$` },
      spoken: { en: 'gradient of the weight', zh: '权重的梯度' },
      decimals: 4,
      answer: (v) => gradients(v).at(0, 1),
      mistakes: [
        {
          id: 'indices-exchanged',
          says: {
            en: tex`You seem to have read the indices the other way round. In $\Wi{2}{12}$ the first index is the unit that receives, so its error counts; the second is the unit that sends, so its activation counts.`,
            zh: tex`两个下标似乎看反了。$\Wi{2}{12}$ 的第一个下标是接收的单元，取它的误差项；第二个是发送的单元，取它的激活值。`,
          },
          about: 'eq-fb-grad-w-scalar',
          value: (v) => gradients(v).at(1, 0),
        },
        {
          id: 'other-sender',
          says: {
            en: tex`You seem to have taken the activation of the first hidden unit. The weight $\Wi{2}{12}$ comes from the second.`,
            zh: tex`你似乎取了第一个隐藏单元的激活值。权重 $\Wi{2}{12}$ 是从第二个隐藏单元来的。`,
          },
          about: 'eq-fb-grad-w-scalar',
          value: (v) => gradients(v).at(0, 0),
        },
        {
          id: 'times-weight',
          says: {
            en: 'The value of the weight seems to be in your product. It plays no part in its own gradient; it is needed only for sending the error further back.',
            zh: '你的乘积里似乎有这个权重自己的值。求它的梯度用不到它；只有把误差项继续往回传时才用得到。',
          },
          about: 'eq-fb-grad-w-scalar',
          value: (v) => gradients(v).at(0, 1) * numberOf(v, 'W'),
        },
        {
          id: 'error-alone',
          says: {
            en: 'This is the error alone, which is the gradient of the bias. For a weight it is multiplied by the activation that is sent.',
            zh: '这只是误差项，也就是偏置的梯度。权重的梯度还要乘以送来的激活值。',
          },
          about: 'eq-fb-grad-b-scalar',
          value: (v) => vectorOf(v, 'd')[0]!,
        },
      ],
    }),
    part({
      id: 'updated',
      label: { en: tex`$\Wi{2}{12} \leftarrow$`, zh: tex`$\Wi{2}{12} \leftarrow$` },
      spoken: { en: 'weight after one step', zh: '走一步以后的权重' },
      decimals: 4,
      answer: (v) => stepped(v, numberOf(v, 'alpha')),
      mistakes: [
        {
          id: 'uphill',
          says: {
            en: 'You seem to have added the step. That goes up the slope, and the loss grows; the step is subtracted.',
            zh: '你似乎把这一步加上去了。那是沿着斜坡往上走，损失会变大；应当减去。',
          },
          about: 'eq-fb-sgd-w',
          value: (v) => stepped(v, -numberOf(v, 'alpha')),
        },
        {
          id: 'no-rate',
          says: {
            en: 'You seem to have subtracted the whole gradient. It is first multiplied by the learning rate.',
            zh: '你似乎减去了整个梯度。先要乘以学习率。',
          },
          about: 'eq-fb-sgd-w',
          value: (v) => stepped(v, 1),
        },
        {
          id: 'step-alone',
          says: {
            en: 'This is the size of the step with its sign. It is still to be added to the old weight.',
            zh: '这只是走了多远。还要加到原来的权重上。',
          },
          about: 'eq-fb-sgd-w',
          value: (v) => stepped(v, numberOf(v, 'alpha')) - numberOf(v, 'W'),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'A weight acts only through the weighted sum of the unit that receives. Which unit is that, and what does the weight multiply there?',
      zh: '权重只能通过接收单元的加权和起作用。接收的是哪个单元？权重在那里乘着什么？',
    },
    {
      en: tex`$\dds{\loss}{\Wi{2}{12}} = \delti{2}{1}\,\acti{1}{2}$, and the step subtracts $\lr$ times that.`,
      zh: tex`$\dds{\loss}{\Wi{2}{12}} = \delti{2}{1}\,\acti{1}{2}$，走一步就是减去它的 $\lr$ 倍。`,
    },
    {
      en: tex`The gradient is $\slotp{d.1} \cdot \slot{a.2} = \slot{gradient}$; now subtract $\slot{alpha}$ times this from $\slot{W}$.`,
      zh: tex`梯度是 $\slotp{d.1} \cdot \slot{a.2} = \slot{gradient}$，再从 $\slot{W}$ 里减去它的 $\slot{alpha}$ 倍。`,
    },
  ],
  solution: [
    {
      en: tex`The first output receives, the second hidden unit sends: $\dds{\loss}{\Wi{2}{12}} = \delti{2}{1}\,\acti{1}{2} = \slotp{d.1} \cdot \slot{a.2} = \slot{gradient}$.`,
      zh: tex`接收的是第一个输出，发送的是第二个隐藏单元：$\dds{\loss}{\Wi{2}{12}} = \delti{2}{1}\,\acti{1}{2} = \slotp{d.1} \cdot \slot{a.2} = \slot{gradient}$。`,
    },
    {
      en: tex`The gradient is $\slot{gradient}$, and the step goes against it: $\slot{W} - \slot{alpha} \cdot \slotp{gradient} \approx \slot{updated}$.`,
      zh: tex`梯度是 $\slot{gradient}$，逆着它走一步：$\slot{W} - \slot{alpha} \cdot \slotp{gradient} \approx \slot{updated}$。`,
    },
  ],
};
