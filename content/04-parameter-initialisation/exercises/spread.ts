import { tex } from '@components/exercise/tex';
import type { CodeExercise, PartsExercise } from '@components/exercise/types';
import { drawList, mean, numberOf, part, vectorOf } from '@components/exercise/values';
import type { Random } from '@engine';

const variance = (list: readonly number[]): number => {
  const mu = mean(list);
  return mean(list.map((x) => (x - mu) ** 2));
};

export const spreadOfThree: PartsExercise = {
  id: 'pi-spread',
  kind: 'number',
  title: { en: 'Mean and spread', zh: '期望与散布' },
  about: 'a-measure-for-chance',
  statement: {
    en: tex`A random number $X$ is $\slot{x.1}$, $\slot{x.2}$ or $\slot{x.3}$, each with the same chance. Find its expected value, its variance and its standard deviation, each to three decimals.`,
    zh: tex`随机数 $X$ 取 $\slot{x.1}$、$\slot{x.2}$ 或 $\slot{x.3}$，机会均等。求它的期望、方差和标准差，都保留三位小数。`,
  },
  decimals: 3,
  draw: (random) => {
    const x = drawList(random, 3, -3, 5);
    return {
      x,
      mu: mean(x),
      v: variance(x),
      sigma: Math.sqrt(variance(x)),
      d: x.map((value) => value - mean(x)),
    };
  },
  parts: [
    part({
      id: 'mu',
      label: { en: tex`$\E[X] =$`, zh: tex`$\E[X] =$` },
      spoken: { en: 'expected value', zh: '期望' },
      decimals: 3,
      answer: (v) => mean(vectorOf(v, 'x')),
      mistakes: [
        {
          id: 'sum',
          says: {
            en: 'That is the sum. Each of the three has the probability one third.',
            zh: '这是和。三个值的概率各是三分之一。',
          },
          value: (v) => 3 * mean(vectorOf(v, 'x')),
        },
      ],
    }),
    part({
      id: 'v',
      label: { en: tex`$\Var(X) =$`, zh: tex`$\Var(X) =$` },
      spoken: { en: 'variance', zh: '方差' },
      decimals: 3,
      answer: (v) => mean(vectorOf(v, 'x').map((x) => (x - numberOf(v, 'mu')) ** 2)),
      mistakes: [
        {
          id: 'square',
          says: {
            en: 'That is the expected square. The expected value must be taken off before squaring, or its square afterwards.',
            zh: '这是平方的期望。要么先减去期望再平方，要么最后减去期望的平方。',
          },
          about: 'eq-pi-variance',
          value: (v) => mean(vectorOf(v, 'x').map((x) => x ** 2)),
        },
        {
          id: 'sample',
          says: {
            en: 'You seem to have divided by 2. That is for estimating a variance from samples; here all cases are known, and there are 3.',
            zh: '你似乎除以了 2。那是由样本估计方差时的做法；这里所有情形都知道，一共 3 种。',
          },
          about: 'eq-pi-variance',
          value: (v) => 1.5 * variance(vectorOf(v, 'x')),
        },
        {
          id: 'root',
          says: {
            en: 'That is the standard deviation already. The variance is its square.',
            zh: '这已经是标准差了。方差是它的平方。',
          },
          value: (v) => Math.sqrt(variance(vectorOf(v, 'x'))),
        },
      ],
    }),
    part({
      id: 'sigma',
      label: { en: tex`$\sigma =$`, zh: tex`$\sigma =$` },
      spoken: { en: 'standard deviation', zh: '标准差' },
      decimals: 3,
      answer: (v) => Math.sqrt(numberOf(v, 'v')),
      mistakes: [
        {
          id: 'variance',
          says: {
            en: 'That is the variance again. Take its root.',
            zh: '这还是方差。要开平方。',
          },
          value: (v) => numberOf(v, 'v'),
        },
        {
          id: 'squared',
          says: {
            en: 'You seem to have squared the variance. The standard deviation is its root.',
            zh: '你似乎把方差又平方了一次。标准差是方差的平方根。',
          },
          value: (v) => numberOf(v, 'v') ** 2,
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'First the mean of the three. Then the distance of each from it.',
      zh: '先求三个数的平均，再求每个数到它的距离。',
    },
    {
      en: 'The variance is the mean of the squared distances. All three count alike.',
      zh: '方差是距离平方的平均，三个数的分量一样。',
    },
    {
      en: tex`The distances are $\slot{d.1}$, $\slot{d.2}$ and $\slot{d.3}$.`,
      zh: tex`三个距离是 $\slot{d.1}$、$\slot{d.2}$ 和 $\slot{d.3}$。`,
    },
  ],
  solution: [
    {
      en: tex`The distances from the mean are $\slot{d.1}$, $\slot{d.2}$ and $\slot{d.3}$; their squares have a mean of $\slot{v}$.`,
      zh: tex`到平均值的距离是 $\slot{d.1}$、$\slot{d.2}$ 和 $\slot{d.3}$，它们平方的平均是 $\slot{v}$。`,
    },
    {
      en: tex`Expected value $\slot{mu}$, variance $\slot{v}$, and its root, the standard deviation, $\slot{sigma}$.`,
      zh: tex`期望 $\slot{mu}$，方差 $\slot{v}$；方差开平方得标准差 $\slot{sigma}$。`,
    },
  ],
};

export const codeSpread: CodeExercise = {
  id: 'pi-code-spread',
  kind: 'code',
  form: 'code',
  title: { en: 'The test that finds it', zh: '能查出毛病的那个测试' },
  about: 'where-this-goes-wrong',
  statement: {
    en: tex`Write a function \`std(values)\` that returns the standard deviation of a list of numbers: what you would print for every layer. Take all the numbers as they are, so divide by how many there are.`,
    zh: tex`写一个函数 \`std(values)\`，返回一列数的标准差，也就是要为每一层打印出来的那个数。这列数就是全部，所以除以它们的个数。`,
  },
  functionName: 'std',
  starter: `function std(values: number[]): number {
  return 0;
}
`,
  answer: `function std(values: number[]): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return Math.sqrt(squares / values.length);
}
`,
  cases: (random: Random) =>
    [
      { name: { en: 'around zero', zh: '在零附近' }, shift: 0 },
      { name: { en: 'all positive, as after ReLU', zh: '都是正数，像 ReLU 之后' }, shift: 5 },
      { name: { en: 'far from zero', zh: '离零很远' }, shift: -40 },
    ].map(({ name, shift }) => {
      const values = drawList(random, 6, -3, 3).map((x) => x + shift);
      return { name, args: [values], expected: Math.sqrt(variance(values)) };
    }),
  mistakes: [
    {
      id: 'variance',
      says: {
        en: 'Your function returns the variance. The root is missing.',
        zh: '你的函数返回的是方差，还差开平方。',
      },
      run: (values: number[]) => variance(values),
    },
    {
      id: 'around-zero',
      says: {
        en: 'Your function measures distances from 0. Subtract the mean first.',
        zh: '你的函数量的是到 0 的距离。要先减去平均值。',
      },
      run: (values: number[]) => Math.sqrt(mean(values.map((x) => x * x))),
    },
    {
      id: 'one-less',
      says: {
        en: 'You seem to divide by one less than the number of values. Here the list is all there is.',
        zh: '你似乎除以了个数减一。这里的一列数就是全部。',
      },
      run: (values: number[]) =>
        Math.sqrt((variance(values) * values.length) / (values.length - 1)),
    },
    {
      id: 'absolute',
      says: {
        en: 'That is the mean absolute distance. The standard deviation squares the distances, takes the mean, and then the root.',
        zh: '这是距离绝对值的平均。标准差要先把距离平方，取平均，再开平方。',
      },
      run: (values: number[]) => mean(values.map((x) => Math.abs(x - mean(values)))),
    },
  ],
  hints: [
    {
      en: 'You need the mean before you can measure distances from it: two passes through the list.',
      zh: '先有平均值，才能量到它的距离，所以要把这列数走两遍。',
    },
    {
      en: 'Distance, square, mean, root: in this order.',
      zh: '距离、平方、平均、开方，按这个次序。',
    },
    {
      en: tex`Add up \`(x - mean) ** 2\` for every \`x\`, divide by \`values.length\`, and return \`Math.sqrt\` of that.`,
      zh: tex`对每个 \`x\` 把 \`(x - mean) ** 2\` 加起来，除以 \`values.length\`，返回它的 \`Math.sqrt\`。`,
    },
  ],
  solution: [
    {
      en: 'The mean comes first; then the squared distances from it are added up and divided by their number. That is the variance.',
      zh: '先求平均值，再把到它的距离平方后加起来，除以个数。这就是方差。',
    },
    {
      en: tex`The root of it is the standard deviation: \`Math.sqrt(squares / values.length)\`. Printed for every layer before training, it would have found every slip of this chapter.`,
      zh: tex`再开平方就是标准差：\`Math.sqrt(squares / values.length)\`。训练之前为每一层打印一遍，这一章里的错没有一个能躲过去。`,
    },
  ],
};
