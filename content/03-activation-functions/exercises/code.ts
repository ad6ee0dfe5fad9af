import { softmaxOf } from '@components/exercise/engine';
import { tex } from '@components/exercise/tex';
import type { Case, CodeExercise } from '@components/exercise/types';
import { dot, drawList, mean, sum } from '@components/exercise/values';
import type { Random } from '@engine';

const naive = (z: number[]): number[] => {
  const e = z.map(Math.exp);
  const total = sum(e);
  return e.map((one) => one / total);
};

export const codeSoftmax: CodeExercise = {
  id: 'act-code-softmax',
  kind: 'code',
  form: 'code',
  title: { en: 'A softmax that does not overflow', zh: '不会溢出的 softmax' },
  about: 'a-softmax-that-does-not-overflow',
  statement: {
    en: tex`Write a function \`softmax(z)\` that returns the probabilities for a list of sums, each from −10000 to 10000. The result must never be \`NaN\` and must add up to 1.

The code in the editor is the formula as it is written. It fails as soon as a sum is larger than 709.`,
    zh: tex`写一个函数 \`softmax(z)\`，对一列加权和返回概率，每个加权和在 −10000 到 10000 之间。结果不能是 \`NaN\`，加起来必须等于 1。

编辑器里的代码就是照公式直接写的。只要有一个加权和大于 709，它就不行了。`,
  },
  functionName: 'softmax',
  starter: `function softmax(z: number[]): number[] {
  const e = z.map((one) => Math.exp(one));
  const total = e.reduce((sum, one) => sum + one, 0);
  return e.map((one) => one / total);
}
`,
  answer: `function softmax(z: number[]): number[] {
  const largest = Math.max(...z);
  const e = z.map((one) => Math.exp(one - largest));
  const total = e.reduce((sum, one) => sum + one, 0);
  return e.map((one) => one / total);
}
`,
  cases: (random: Random) => {
    const one = (en: string, zh: string, z: number[]): Case => ({
      name: { en, zh },
      args: [z],
      expected: softmaxOf(z),
    });
    const small = () => drawList(random, 3, -2, 2);
    return [
      one('small sums', '小的加权和', small()),
      one(
        'large sums',
        '大的加权和',
        small().map((z) => 1000 + z),
      ),
      one(
        'very negative sums',
        '很小的负数',
        small().map((z) => -1000 + z),
      ),
      one('sums far apart', '相差很远的加权和', [-10000, 5, 10000]),
      one('two equal sums', '两个相同的加权和', [3000, 3000]),
      one('a single sum', '只有一个加权和', [-500]),
    ];
  },
  mistakes: [
    {
      id: 'naive',
      says: {
        en: 'For large sums your function still divides infinity by infinity. Which number may you subtract from all sums?',
        zh: '加权和很大时，你的函数还是在用无穷大除以无穷大。可以从所有加权和里减去哪个数？',
      },
      about: 'eq-act-softmax-stable',
      run: naive,
    },
    {
      id: 'mean',
      says: {
        en: 'You seem to subtract the mean. With sums far apart the largest is still too large; subtract the largest itself.',
        zh: '你似乎减去了平均值。加权和相差很远时，最大的仍然太大；应当减去最大的那个。',
      },
      about: 'eq-act-softmax-stable',
      run: (z: number[]) => {
        const mu = mean(z);
        return naive(z.map((one) => one - mu));
      },
    },
    {
      id: 'clipped',
      says: {
        en: 'You seem to cut off large sums. Then different sums get the same probability.',
        zh: '你似乎把大的加权和截断了。这样，不同的加权和会得到相同的概率。',
      },
      about: 'eq-act-softmax-shift',
      run: (z: number[]) => naive(z.map((one) => Math.max(-700, Math.min(700, one)))),
    },
    {
      id: 'scaled',
      says: {
        en: 'You seem to divide the sums by the largest. That changes their differences, and so the probabilities.',
        zh: '你似乎把加权和除以了最大的。差变了，概率也就变了。',
      },
      about: 'eq-act-softmax-shift',
      run: (z: number[]) => {
        const most = Math.max(...z.map(Math.abs));
        return naive(z.map((one) => one / most));
      },
    },
  ],
  hints: [
    {
      en: 'Only the differences of the sums count. What may you do to all of them without changing a probability?',
      zh: '起作用的只是加权和之差。对所有加权和做什么，不会改变概率？',
    },
    {
      en: tex`Subtract the same number from all sums. Choose it so that no exponent is positive.`,
      zh: tex`从所有加权和里减去同一个数。选哪个数，能让指数都不是正数？`,
    },
    {
      en: tex`Subtract \`Math.max(...z)\`. Then the largest power is 1, and the total lies between 1 and the number of classes.`,
      zh: tex`减去 \`Math.max(...z)\`。这样最大的幂是 1，总和在 1 与类别数之间。`,
    },
  ],
  solution: [
    {
      en: tex`By shift invariance the largest sum may be subtracted from all of them: $\posti{i} = \frac{e^{\prei{i} - M}}{\sum_k e^{\prei{k} - M}}$.`,
      zh: tex`由平移不变，可以从所有加权和里减去最大的：$\posti{i} = \frac{e^{\prei{i} - M}}{\sum_k e^{\prei{k} - M}}$。`,
    },
    {
      en: tex`No exponent is positive then, so no power is too large. One of them is exactly 1, so the total cannot be 0. Powers of very negative numbers round to 0, and that is what they should be.`,
      zh: tex`这样指数都不是正数，幂不会太大。其中有一个恰好是 1，所以总和不会是 0。很小的负数，幂舍入成 0，本来也就该是 0。`,
    },
  ],
};

/** δ by moving each sum: what the answer must come to without any formula. */
const byDifferences = (z: readonly number[], g: readonly number[]): number[] =>
  z.map((at, j) => {
    const loss = (moved: number): number => dot(softmaxOf(z.with(j, moved)), g);
    return (loss(at + 1e-5) - loss(at - 1e-5)) / 2e-5;
  });

export const codeSoftmaxBackward: CodeExercise = {
  id: 'act-code-softmax-backward',
  kind: 'code',
  form: 'code',
  title: { en: 'Back through softmax, without the table', zh: '不建表，反向经过 softmax' },
  about: 'the-slopes-of-softmax',
  statement: {
    en: tex`Write a function \`softmaxBackward(a, g)\` that returns the errors before softmax. \`a\` holds the probabilities, \`g\` the blame $\dds{\loss}{\posti{i}}$ that arrives at each of them. It should take a number of steps proportional to the number of classes, not to its square.`,
    zh: tex`写一个函数 \`softmaxBackward(a, g)\`，返回 softmax 之前的误差项。\`a\` 是各个概率，\`g\` 是传到它们上面的责任 $\dds{\loss}{\posti{i}}$。计算的步数应当与类别数成正比，而不是与它的平方成正比。`,
  },
  functionName: 'softmaxBackward',
  tolerance: 1e-7,
  starter: `function softmaxBackward(a: number[], g: number[]): number[] {
  return a.map((p, j) => p * (1 - p) * g[j]);
}
`,
  answer: `function softmaxBackward(a: number[], g: number[]): number[] {
  const mean = a.reduce((sum, p, i) => sum + p * g[i], 0);
  return a.map((p, j) => p * (g[j] - mean));
}
`,
  cases: (random: Random) => {
    const one = (en: string, zh: string, n: number): Case => {
      const z = drawList(random, n, -2, 2);
      const g = drawList(random, n, -2, 2);
      return {
        name: { en, zh },
        args: [softmaxOf(z), g],
        expected: byDifferences(z, g),
        byDifferences: true,
      };
    };
    return [
      one('two classes', '两个类别', 2),
      one('three classes', '三个类别', 3),
      one('ten classes', '十个类别', 10),
    ];
  },
  mistakes: [
    {
      id: 'diagonal-only',
      says: {
        en: 'You seem to use only the slope by the own sum. The other probabilities answer as well.',
        zh: '你似乎只用了对自己的加权和的斜率。别的概率也有回答。',
      },
      about: 'eq-act-softmax-jacobian',
      run: (a: number[], g: number[]) => a.map((p, j) => p * (1 - p) * g[j]!),
    },
    {
      id: 'plain-mean',
      says: {
        en: 'You seem to subtract the plain mean of the blames. Each counts with its probability.',
        zh: '你似乎减去了责任的普通平均。每份责任要乘以它的概率。',
      },
      about: 'eq-act-softmax-backward',
      run: (a: number[], g: number[]) => {
        const mu = mean(g);
        return a.map((p, j) => p * (g[j]! - mu));
      },
    },
    {
      id: 'not-weighted',
      says: {
        en: 'The mean is subtracted, but the factor in front is missing: multiply by the probability.',
        zh: '减去了平均，但前面漏了一个因子：还要乘以概率。',
      },
      about: 'eq-act-softmax-backward',
      run: (a: number[], g: number[]) => g.map((one) => one - dot(a, g)),
    },
    {
      id: 'no-mean',
      says: {
        en: 'You seem to have left out the mean that is subtracted.',
        zh: '你似乎没有减去平均。',
      },
      about: 'eq-act-softmax-backward',
      run: (a: number[], g: number[]) => a.map((p, j) => p * g[j]!),
    },
  ],
  hints: [
    {
      en: 'The code in the editor is right for functions that act on each sum by itself. What else moves when one sum moves?',
      zh: '编辑器里的代码，对逐个作用的函数是对的。一个加权和变了，还有什么跟着变？',
    },
    {
      en: tex`Write out $\sum_i \dds{\loss}{\posti{i}}\,\partial \posti{i}/\partial \prei{j}$ and move $\posti{j}$ out of the sum.`,
      zh: tex`把 $\sum_i \dds{\loss}{\posti{i}}\,\partial \posti{i}/\partial \prei{j}$ 写出来，再把 $\posti{j}$ 提到和号外面。`,
    },
    {
      en: tex`First the mean \`sum of a[i] * g[i]\`, once. Then \`a[j] * (g[j] - mean)\` for each class.`,
      zh: tex`先求一次平均，即各个 \`a[i] * g[i]\` 之和。然后对每个类别算 \`a[j] * (g[j] - mean)\`。`,
    },
  ],
  solution: [
    {
      en: tex`On the diagonal the slope is $\posti{j} - \posti{j}^2$, elsewhere $-\posti{i}\,\posti{j}$. So the sum over all probabilities is $\posti{j}\,\dds{\loss}{\posti{j}} - \posti{j} \sum_i \posti{i}\,\dds{\loss}{\posti{i}}$.`,
      zh: tex`对角线上的斜率是 $\posti{j} - \posti{j}^2$，其余是 $-\posti{i}\,\posti{j}$。所以对所有概率求和，得到 $\posti{j}\,\dds{\loss}{\posti{j}} - \posti{j} \sum_i \posti{i}\,\dds{\loss}{\posti{i}}$。`,
    },
    {
      en: tex`The last sum is the same for all classes: compute it once. The answer was compared with finite differences, so it is right whatever the formula looks like.`,
      zh: tex`最后那个和对所有类别都一样，只算一次。答案是和有限差分对照的，所以不管式子写成什么样，对就是对。`,
    },
  ],
};
