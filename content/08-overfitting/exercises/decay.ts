import { tex } from '@components/exercise/tex';
import type { ChoiceExercise, PartsExercise, Values } from '@components/exercise/types';
import { drawNumber, numberOf, part } from '@components/exercise/values';
import { addL2Gradient, Matrix, Optimiser, type Parameter } from '@engine';

/** One weight after a step of gradient descent with L2, by the engine. */
function stepped(w: number, g: number, lambda: number, alpha: number): number {
  const parameter: Parameter = {
    name: 'w',
    value: Matrix.column([w]),
    gradient: Matrix.column([g]),
    decays: true,
  };
  addL2Gradient([parameter], { lambda, convention: 'whole' });
  new Optimiser({ kind: 'sgd' }, [parameter]).step(alpha);
  return parameter.value.at(0, 0);
}

export const l2Step: PartsExercise = {
  id: 'of-l2-step',
  kind: 'number',
  title: { en: 'One step with L2', zh: '带 L2 走一步' },
  about: 'small-weights',
  decimals: 5,
  statement: {
    en: tex`The loss has the penalty $\lambda \sum w^2$ with $\lambda$ at $\slot{lambda}$. A weight is $\slot{w}$, and its gradient without the penalty is $\slot{g}$. Find its gradient with the penalty, and the weight after one step of gradient descent with the learning rate $\slot{alpha}$. Five decimals.`,
    zh: tex`损失里有惩罚项 $\lambda \sum w^2$，$\lambda$ 是 $\slot{lambda}$。一个权重是 $\slot{w}$，不算惩罚时它的梯度是 $\slot{g}$。求加上惩罚后的梯度，以及用学习率 $\slot{alpha}$ 走一步梯度下降之后的权重。保留五位小数。`,
  },
  draw: (random) => {
    const v = {
      lambda: drawNumber(random, 0.02, 0.2, 2),
      w: drawNumber(random, -3, 3),
      g: drawNumber(random, -2, 2),
      alpha: drawNumber(random, 0.1, 0.4, 2),
    };
    return {
      ...v,
      gradient: v.g + 2 * v.lambda * v.w,
      after: stepped(v.w, v.g, v.lambda, v.alpha),
    };
  },
  parts: [
    part({
      id: 'gradient',
      label: { en: 'gradient', zh: '梯度' },
      spoken: { en: 'gradient with the penalty', zh: '加上惩罚后的梯度' },
      decimals: 5,
      answer: (v) => numberOf(v, 'g') + 2 * numberOf(v, 'lambda') * numberOf(v, 'w'),
      mistakes: [
        {
          id: 'no-two',
          says: {
            en: 'The 2 is missing: the slope of a square is twice the number. Without the 2 it is the convention with one half.',
            zh: '漏了 2：平方的斜率是原数的两倍。没有 2，是带二分之一的那种写法。',
          },
          about: 'eq-of-l2-half',
          value: (v) => numberOf(v, 'g') + numberOf(v, 'lambda') * numberOf(v, 'w'),
        },
        {
          id: 'square',
          says: {
            en: 'You seem to have added the penalty itself. Its slope is wanted.',
            zh: '你似乎加上了惩罚本身。要加的是它的斜率。',
          },
          about: 'eq-of-l2-gradient',
          value: (v) => numberOf(v, 'g') + numberOf(v, 'lambda') * numberOf(v, 'w') ** 2,
        },
        {
          id: 'minus',
          says: {
            en: 'The sign of the new term has slipped: the penalty is added to the loss.',
            zh: '新的一项符号反了：惩罚是加在损失上的。',
          },
          about: 'eq-of-l2-gradient',
          value: (v) => numberOf(v, 'g') - 2 * numberOf(v, 'lambda') * numberOf(v, 'w'),
        },
      ],
    }),
    part({
      id: 'after',
      label: { en: 'weight after the step', zh: '这一步之后的权重' },
      spoken: { en: 'weight after the step', zh: '这一步之后的权重' },
      decimals: 5,
      answer: (v) => numberOf(v, 'w') - numberOf(v, 'alpha') * numberOf(v, 'gradient'),
      mistakes: [
        {
          id: 'uphill',
          says: {
            en: 'You went uphill: the step goes against the gradient.',
            zh: '你走了上坡：一步应当逆着梯度走。',
          },
          about: 'eq-of-shrink',
          value: (v) => numberOf(v, 'w') + numberOf(v, 'alpha') * numberOf(v, 'gradient'),
        },
        {
          id: 'no-rate',
          says: { en: 'The learning rate is missing.', zh: '漏了学习率。' },
          about: 'eq-of-shrink',
          value: (v) => numberOf(v, 'w') - numberOf(v, 'gradient'),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'The gradient of a sum is the sum of the gradients. What is the slope of the penalty?',
      zh: '和的梯度是梯度的和。惩罚项的斜率是多少？',
    },
    {
      en: tex`The penalty adds $2\lambda w$ to the gradient.`,
      zh: tex`惩罚给梯度加上 $2\lambda w$。`,
    },
    {
      en: tex`The gradient is $\slot{g} + 2 \cdot \slot{lambda} \cdot \slotp{w}$. Multiply it by $\slot{alpha}$ and subtract.`,
      zh: tex`梯度是 $\slot{g} + 2 \cdot \slot{lambda} \cdot \slotp{w}$。乘以 $\slot{alpha}$，再减去。`,
    },
  ],
  solution: [
    {
      en: tex`Gradient: $\slot{g} + 2 \cdot \slot{lambda} \cdot \slotp{w} \approx \slot{gradient}$.`,
      zh: tex`梯度：$\slot{g} + 2 \cdot \slot{lambda} \cdot \slotp{w} \approx \slot{gradient}$。`,
    },
    {
      en: tex`So the gradient is $\slot{gradient}$, and the weight becomes $\slot{w} - \slot{alpha} \cdot \slotp{gradient} \approx \slot{after}$.`,
      zh: tex`所以梯度是 $\slot{gradient}$，权重变成 $\slot{w} - \slot{alpha} \cdot \slotp{gradient} \approx \slot{after}$。`,
    },
  ],
};

/** What is left of a weight of 1 that has no gradient of its own. */
function left(v: Values): number {
  let w = 1;
  for (let n = 0; n < numberOf(v, 'n'); n++)
    w = stepped(w, 0, numberOf(v, 'lambda'), numberOf(v, 'alpha'));
  return w;
}

export const whatIsLeft: PartsExercise = {
  id: 'of-what-is-left',
  kind: 'number',
  title: { en: 'A weight that nobody needs', zh: '没人要的权重' },
  about: 'eq-of-shrink',
  decimals: 4,
  statement: {
    en: tex`A weight has no gradient of its own. The penalty is $\lambda \sum w^2$ with $\lambda$ at $\slot{lambda}$, the learning rate is $\slot{alpha}$. What share of the weight is left after $\slot{n}$ steps of gradient descent? Four decimals.`,
    zh: tex`一个权重自己没有梯度。惩罚项是 $\lambda \sum w^2$，$\lambda$ 是 $\slot{lambda}$，学习率是 $\slot{alpha}$。走 $\slot{n}$ 步梯度下降之后，这个权重还剩几分之几？保留四位小数。`,
  },
  draw: (random) => {
    const v = {
      lambda: drawNumber(random, 0.02, 0.1, 2),
      alpha: drawNumber(random, 0.1, 0.3, 2),
      n: drawNumber(random, 5, 40, 0),
    };
    return { ...v, factor: 1 - 2 * v.alpha * v.lambda, left: left(v) };
  },
  parts: [
    part({
      id: 'left',
      label: { en: 'share', zh: '剩下' },
      spoken: { en: 'share that is left', zh: '剩下的比例' },
      decimals: 4,
      answer: (v) => (1 - 2 * numberOf(v, 'alpha') * numberOf(v, 'lambda')) ** numberOf(v, 'n'),
      mistakes: [
        {
          id: 'no-two',
          says: {
            en: 'The 2 is missing in the shrinkage per step.',
            zh: '每步缩小的比例里漏了 2。',
          },
          about: 'eq-of-l2-gradient',
          value: (v) => (1 - numberOf(v, 'alpha') * numberOf(v, 'lambda')) ** numberOf(v, 'n'),
        },
        {
          id: 'linear',
          says: {
            en: 'You subtracted the same amount in each step. It is the same proportion each time, so the factors are multiplied.',
            zh: '你每一步减去同样多。其实每一步是同样的比例，因子要相乘。',
          },
          about: 'eq-of-shrink',
          value: (v) => 1 - 2 * numberOf(v, 'alpha') * numberOf(v, 'lambda') * numberOf(v, 'n'),
        },
        {
          id: 'no-rate',
          says: {
            en: 'The learning rate is missing in the shrinkage per step.',
            zh: '每步缩小的比例里漏了学习率。',
          },
          about: 'eq-of-shrink',
          value: (v) => (1 - 2 * numberOf(v, 'lambda')) ** numberOf(v, 'n'),
        },
      ],
    }),
  ],
  hints: [
    { en: 'By what is the weight multiplied in one step?', zh: '一步之后，权重乘以多少？' },
    {
      en: 'One step multiplies it by 1 minus twice the learning rate times λ.',
      zh: '一步乘以“1 减去 2 倍学习率乘 λ”。',
    },
    {
      en: tex`The factor is $1 - 2 \cdot \slot{alpha} \cdot \slot{lambda} = \slot{factor}$. Raise it to the power $\slot{n}$.`,
      zh: tex`因子是 $1 - 2 \cdot \slot{alpha} \cdot \slot{lambda} = \slot{factor}$。求它的 $\slot{n}$ 次方。`,
    },
  ],
  solution: [
    {
      en: tex`Each step multiplies the weight by $1 - 2 \cdot \slot{alpha} \cdot \slot{lambda} = \slot{factor}$.`,
      zh: tex`每一步，权重乘以 $1 - 2 \cdot \slot{alpha} \cdot \slot{lambda} = \slot{factor}$。`,
    },
    {
      en: tex`After all steps: $\slot{factor}^{\slot{n}} \approx \slot{left}$.`,
      zh: tex`全部走完：$\slot{factor}^{\slot{n}} \approx \slot{left}$。`,
    },
  ],
};

export const otherConvention: ChoiceExercise = {
  id: 'of-other-convention',
  kind: 'choice',
  title: { en: 'The same strength in PyTorch', zh: '换成 PyTorch，同样的强度' },
  about: 'small-weights',
  statement: {
    en: tex`A text uses the penalty $\lambda \sum w^2$ with $\lambda$ at $\slot{lambda}$ and plain gradient descent. Which \`weight_decay\` gives the same training in PyTorch’s \`SGD\`, which adds \`weight_decay\` times the weight to the gradient?`,
    zh: tex`一本书用惩罚项 $\lambda \sum w^2$，$\lambda$ 是 $\slot{lambda}$，普通的梯度下降。PyTorch 的 \`SGD\` 给梯度加上 \`weight_decay\` 乘以权重。\`weight_decay\` 取多少，训练才相同？`,
  },
  draw: (random) => {
    const lambda = drawNumber(random, 0.01, 0.09, 3);
    return { lambda, twice: 2 * lambda, half: lambda / 2, square: lambda ** 2 };
  },
  options: [
    {
      id: 'twice',
      text: { en: tex`$\slot{twice}$`, zh: tex`$\slot{twice}$` },
      says: {
        en: 'The slope of the square brings a 2, and the convention of PyTorch has none.',
        zh: '平方的斜率带来一个 2，PyTorch 的写法里没有这个 2。',
      },
    },
    {
      id: 'lambda',
      text: { en: tex`$\slot{lambda}$`, zh: tex`$\slot{lambda}$` },
      says: {
        en: 'That would be right for a penalty with one half in front. Here it is half as strong as it should be.',
        zh: '惩罚项前面带二分之一时，才是它。这里强度只有应有的一半。',
      },
    },
    {
      id: 'half',
      text: { en: tex`$\slot{half}$`, zh: tex`$\slot{half}$` },
      says: {
        en: 'The 2 has gone the wrong way.',
        zh: '这个 2 用反了。',
      },
    },
    {
      id: 'square',
      text: { en: tex`$\slot{square}$`, zh: tex`$\slot{square}$` },
      says: {
        en: 'It is the weight that is squared, not λ.',
        zh: '平方的是权重，不是 λ。',
      },
    },
  ],
  right: (v) =>
    (['twice', 'lambda', 'half', 'square'] as const).filter(
      (id) => Math.abs(1 - numberOf(v, id) - stepped(1, 0, numberOf(v, 'lambda'), 1)) < 1e-12,
    ),
  hints: [
    {
      en: 'What does the penalty add to the gradient of a weight?',
      zh: '惩罚项给一个权重的梯度加上多少？',
    },
    { en: 'It adds twice λ times the weight.', zh: '加上 2λ 乘以权重。' },
    {
      en: 'PyTorch adds weight_decay times the weight. So both numbers in front of the weight must agree.',
      zh: 'PyTorch 加上 weight_decay 乘以权重。权重前面的两个数应当相等。',
    },
  ],
  solution: [
    {
      en: tex`The gradient of the penalty has $2 \cdot \slot{lambda}$ in front of the weight, which is $\slot{twice}$.`,
      zh: tex`惩罚项的梯度，权重前面是 $2 \cdot \slot{lambda}$，也就是 $\slot{twice}$。`,
    },
  ],
};
