import { sigmoid } from '@components/exercise/engine';
import { tex } from '@components/exercise/tex';
import type { CodeExercise } from '@components/exercise/types';
import { drawNumber, drawRows } from '@components/exercise/values';
import { addScaled, Matrix, matmulNT, type Random } from '@engine';

export const codeSigmoid: CodeExercise = {
  id: 'fb-code-sigmoid',
  kind: 'code',
  form: 'code',
  title: { en: 'A sigmoid for every number', zh: '什么数都算得出的 Sigmoid' },
  about: 'the-forward-pass',
  statement: {
    en: tex`Write a function \`sigmoid(z)\` that returns $\sigma(z)$ for every number from −1000 to 1000. The result must never be \`NaN\`.

The code in the editor uses $e^{z}/(1 + e^{z})$. On paper that is the same function, but \`Math.exp(1000)\` is too large for a number: it becomes \`Infinity\`.`,
    zh: tex`写一个函数 \`sigmoid(z)\`，对 −1000 到 1000 的每个数都返回 $\sigma(z)$，结果不能是 \`NaN\`。

编辑器里的代码用的是 $e^{z}/(1 + e^{z})$。在纸上这是同一个函数，可是 \`Math.exp(1000)\` 大得放不下，会变成 \`Infinity\`。`,
  },
  functionName: 'sigmoid',
  starter: `function sigmoid(z: number): number {
  return Math.exp(z) / (1 + Math.exp(z));
}
`,
  answer: `function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}
`,
  cases: (random: Random) =>
    [
      { name: { en: 'z = 0', zh: 'z = 0' }, z: 0 },
      { name: { en: 'a positive z', zh: '正的 z' }, z: drawNumber(random, 0.5, 3) },
      { name: { en: 'a negative z', zh: '负的 z' }, z: -drawNumber(random, 0.5, 3) },
      { name: { en: 'a large positive z', zh: '很大的正数' }, z: 1000 },
      { name: { en: 'a large negative z', zh: '很大的负数' }, z: -1000 },
    ].map(({ name, z }) => ({ name, args: [z], expected: sigmoid.value(z) })),
  mistakes: [
    {
      id: 'overflow',
      says: {
        en: tex`For large $z$ your function still divides infinity by infinity. Divide numerator and denominator by $e^{z}$ and look at what is left.`,
        zh: tex`$z$ 很大时，你的函数还是在用无穷大除以无穷大。把分子和分母同除以 $e^{z}$，看看剩下什么。`,
      },
      run: (z: number) => Math.exp(z) / (1 + Math.exp(z)),
    },
    {
      id: 'exponent-sign',
      says: {
        en: tex`The exponent seems to have lost its minus: $\sigma(z) = 1/(1 + e^{-z})$ must grow with $z$.`,
        zh: tex`指数上的负号似乎丢了：$\sigma(z) = 1/(1 + e^{-z})$ 应当随 $z$ 增大。`,
      },
      run: (z: number) => 1 / (1 + Math.exp(z)),
    },
    {
      id: 'tanh',
      says: {
        en: 'This is tanh, whose values lie between −1 and 1. Those of the sigmoid lie between 0 and 1.',
        zh: '这是 tanh，它的值在 −1 和 1 之间。Sigmoid 的值在 0 和 1 之间。',
      },
      run: (z: number) => Math.tanh(z),
    },
  ],
  hints: [
    {
      en: tex`Where does \`NaN\` come from? Compute \`Math.exp(1000)\`, then think of \`Infinity / Infinity\`.`,
      zh: tex`\`NaN\` 是从哪里来的？先看 \`Math.exp(1000)\` 是多少，再想想 \`Infinity / Infinity\`。`,
    },
    {
      en: tex`There are two ways to write the same number: $1/(1 + e^{-z})$ and $e^{z}/(1 + e^{z})$. Each is harmless on one side of 0.`,
      zh: tex`同一个数有两种写法：$1/(1 + e^{-z})$ 和 $e^{z}/(1 + e^{z})$。各有一边是安全的。`,
    },
    {
      en: tex`For $z \ge 0$ take $1/(1 + e^{-z})$, otherwise $e^{z}/(1 + e^{z})$. Then the exponent is never positive.`,
      zh: tex`$z \ge 0$ 时用 $1/(1 + e^{-z})$，否则用 $e^{z}/(1 + e^{z})$。这样指数总不是正数。`,
    },
  ],
  solution: [
    {
      en: tex`For $z = 1000$ the code in the editor divides \`Infinity\` by \`Infinity\`, which is \`NaN\`. For negative $z$ it is fine.`,
      zh: tex`$z = 1000$ 时，编辑器里的代码用 \`Infinity\` 除以 \`Infinity\`，得到 \`NaN\`。$z$ 为负时没有问题。`,
    },
    {
      en: tex`So use $1/(1 + e^{-z})$ for $z \ge 0$ and $e^{z}/(1 + e^{z})$ for the rest: the exponent is never positive and nothing grows too large. The first form alone passes too, since $1/\infty$ is 0 in JavaScript.`,
      zh: tex`所以 $z \ge 0$ 时用 $1/(1 + e^{-z})$，其余用 $e^{z}/(1 + e^{z})$：指数总不是正数，什么都不会太大。只用第一种写法也能通过，因为在 JavaScript 里 $1/\infty$ 等于 0。`,
    },
  ],
};

const stepped = (Delta: Matrix, A: Matrix, alpha: number, W: Matrix): Matrix =>
  addScaled(W.clone(), -alpha / A.cols, matmulNT(Delta, A));

/** W + c Δ Aᵀ, in rows: what slips make of the update. */
const moved = (W: number[][], Delta: number[][], A: number[][], c: number): number[][] =>
  addScaled(Matrix.from(W), c, matmulNT(Matrix.from(Delta), Matrix.from(A))).toRows();

export const codeStep: CodeExercise = {
  id: 'fb-code-step',
  kind: 'code',
  form: 'code',
  title: { en: 'One step of gradient descent', zh: '梯度下降走一步' },
  about: 'a-worked-example',
  statement: {
    en: tex`Write a function \`step(W, Delta, A, alpha)\` that returns the weights of a layer after one step of gradient descent on the mean loss of a mini-batch.

\`W\` is $\W{l}$, \`Delta\` is $\Deltam{l}$, \`A\` is $\Am{l-1}$, all as arrays of rows with one column for each sample; \`alpha\` is the learning rate.`,
    zh: tex`写一个函数 \`step(W, Delta, A, alpha)\`：在小批量的平均损失上走一步梯度下降，返回这一层的新权重。

\`W\` 是 $\W{l}$，\`Delta\` 是 $\Deltam{l}$，\`A\` 是 $\Am{l-1}$，都按行存放，后两个每列一个样本；\`alpha\` 是学习率。`,
  },
  functionName: 'step',
  starter: `function step(W: number[][], Delta: number[][], A: number[][], alpha: number): number[][] {
  return W.map((row, j) => row.map((w, k) => w));
}
`,
  answer: `function step(W: number[][], Delta: number[][], A: number[][], alpha: number): number[][] {
  const m = A[0].length;
  return W.map((row, j) =>
    row.map((w, k) => {
      let sum = 0;
      for (let s = 0; s < m; s++) sum += Delta[j][s] * A[k][s];
      return w - (alpha / m) * sum;
    }),
  );
}
`,
  cases: (random: Random) => {
    const one = (en: string, zh: string, m: number, alpha: number) => {
      const W = drawRows(random, 2, 3, -0.9, 0.9);
      const Delta = drawRows(random, 2, m, -0.9, 0.9);
      const A = drawRows(random, 3, m, 0.01, 0.99, 2);
      const expected = stepped(Matrix.from(Delta), Matrix.from(A), alpha, Matrix.from(W));
      return { name: { en, zh }, args: [W, Delta, A, alpha], expected: expected.toRows() };
    };
    return [
      one('one sample', '一个样本', 1, 0.5),
      one('three samples', '三个样本', 3, 0.5),
      one('five samples, a small rate', '五个样本，学习率小', 5, 0.01),
    ];
  },
  mistakes: [
    {
      id: 'no-mean',
      says: {
        en: tex`You seem to have added up the samples’ gradients without dividing by their number $m$. The loss is a mean.`,
        zh: tex`你似乎只把各个样本的梯度加了起来，没有除以样本数 $m$。损失是平均值。`,
      },
      about: 'eq-fb-grad-w-batch',
      run: (W: number[][], Delta: number[][], A: number[][], alpha: number) =>
        moved(W, Delta, A, -alpha),
    },
    {
      id: 'uphill',
      says: {
        en: 'Your step goes along the gradient, so the loss grows. Go against it: subtract.',
        zh: '你是沿着梯度走的，损失会变大。要逆着梯度走，也就是减。',
      },
      about: 'eq-fb-sgd-w',
      run: (W: number[][], Delta: number[][], A: number[][], alpha: number) =>
        moved(W, Delta, A, alpha / A[0]!.length),
    },
    {
      id: 'no-rate',
      says: {
        en: 'You seem to have left out the learning rate. It decides how far the step goes.',
        zh: '你似乎漏了学习率。这一步走多远由它决定。',
      },
      about: 'eq-fb-sgd-w',
      run: (W: number[][], Delta: number[][], A: number[][]) =>
        moved(W, Delta, A, -1 / A[0]!.length),
    },
  ],
  hints: [
    {
      en: 'Two things are needed: the gradient of the mean loss by each weight, and the step against it.',
      zh: '需要两样东西：平均损失对每个权重的梯度，以及逆着它走的一步。',
    },
    {
      en: tex`The gradient is $\frac1m\,\Deltam{l}\,\Amt{l-1}$. Its entry $jk$ adds up, over the samples, row $j$ of the errors times row $k$ of the activations.`,
      zh: tex`梯度是 $\frac1m\,\Deltam{l}\,\Amt{l-1}$。它的第 $jk$ 个元素，是误差项的第 $j$ 行与激活值的第 $k$ 行逐个样本相乘再相加。`,
    },
    {
      en: tex`Let \`m\` be \`A[0].length\`. For each weight add up \`Delta[j][s] * A[k][s]\` over all samples \`s\`, and return \`w - alpha / m * sum\`.`,
      zh: tex`取 \`m\` 为 \`A[0].length\`。对每个权重，把 \`Delta[j][s] * A[k][s]\` 对所有样本 \`s\` 加起来，返回 \`w - alpha / m * sum\`。`,
    },
  ],
  solution: [
    {
      en: tex`The gradient of the mean loss is $\frac1m\,\Deltam{l}\,\Amt{l-1}$. Row $j$, column $k$ of the product is the sum of \`Delta[j][s] * A[k][s]\`: the transpose means that both factors run along their rows.`,
      zh: tex`平均损失的梯度是 $\frac1m\,\Deltam{l}\,\Amt{l-1}$。乘积的第 $j$ 行第 $k$ 列是 \`Delta[j][s] * A[k][s]\` 的和：因为有转置，两个因子都沿着各自的行走。`,
    },
    {
      en: tex`The step goes against it: $\W{l} \leftarrow \W{l} - \lr\,\dd{\loss}{\W{l}}$, entry by entry \`w - (alpha / m) * sum\`.`,
      zh: tex`再逆着它走一步：$\W{l} \leftarrow \W{l} - \lr\,\dd{\loss}{\W{l}}$，逐个元素就是 \`w - (alpha / m) * sum\`。`,
    },
  ],
};
