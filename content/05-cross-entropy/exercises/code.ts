import { tex } from '@components/exercise/tex';
import type { Case, CodeExercise } from '@components/exercise/types';
import { drawList, drawNumber } from '@components/exercise/values';
import { lossOf } from './engine';

/** A case with these logits, for class i counted from 0. */
function sample(en: string, zh: string, z: readonly number[], i: number): Case {
  const y = z.map((_, j) => Number(j === i));
  return { name: { en, zh }, args: [z, i], expected: lossOf('softmaxCrossEntropy', z, y) };
}

const sumOfExponentials = (z: number[]): number => z.reduce((sum, t) => sum + Math.exp(t), 0);
const stable = (z: number[]): { M: number; rest: number } => {
  const M = Math.max(...z);
  return { M, rest: Math.log(sumOfExponentials(z.map((t) => t - M))) };
};

export const codeCrossEntropy: CodeExercise = {
  id: 'ce-code-logits',
  kind: 'code',
  form: 'code',
  title: { en: 'Cross-entropy that never overflows', zh: '不会溢出的交叉熵' },
  about: 'computing-it-safely',
  statement: {
    en: tex`Write a function \`crossEntropy(z, i)\` that returns the cross-entropy of one sample after softmax, straight from its logits. \`z\` is the list of logits, \`i\` the index of the right class, counted from 0. It must be right for logits of any size up to 1000 and down to −1000.

The code in the editor follows the definition. Run it and see where it fails.`,
    zh: tex`写一个函数 \`crossEntropy(z, i)\`，直接由 logit 算出一个样本经 softmax 后的交叉熵。\`z\` 是 logit 的列表，\`i\` 是正确类别的下标，从 0 开始数。logit 大到 1000、小到 −1000，结果都要对。

编辑器里的代码是照定义写的。运行一下，看它在哪里出错。`,
  },
  functionName: 'crossEntropy',
  starter: `function crossEntropy(z: number[], i: number): number {
  const total = z.reduce((sum, t) => sum + Math.exp(t), 0);
  return -Math.log(Math.exp(z[i]) / total);
}
`,
  answer: `function crossEntropy(z: number[], i: number): number {
  const M = Math.max(...z);
  const total = z.reduce((sum, t) => sum + Math.exp(t - M), 0);
  return M + Math.log(total) - z[i];
}
`,
  cases: (random) => [
    sample('three ordinary logits', '三个普通的 logit', drawList(random, 3, -2, 2), 1),
    sample('five classes', '五个类别', drawList(random, 5, -3, 3), 4),
    sample('large logits', '很大的 logit', [1000, 998 + drawNumber(random, 0.1, 0.9), 995], 1),
    sample(
      'large negative logits',
      '很大的负数',
      [-1000, -1000 - drawNumber(random, 1, 3), -998],
      0,
    ),
    sample('a hopeless case', '毫无希望的情形', [drawNumber(random, 800, 900, 0), 0, 5], 1),
  ],
  mistakes: [
    {
      id: 'overflow',
      says: {
        en: tex`The exponentials still overflow, or all become 0. Subtract the largest logit from each before you take the exponential.`,
        zh: tex`指数仍然会溢出，或者全变成 0。取指数之前，先从每个 logit 里减去最大的一个。`,
      },
      about: 'eq-ce-lse',
      run: (z: number[], i: number) => -Math.log(Math.exp(z[i]!) / sumOfExponentials(z)),
    },
    {
      id: 'log-of-zero',
      says: {
        en: 'Softmax is safe now, but a probability can still be rounded to 0, and its logarithm is minus infinity. Do not form the probability at all.',
        zh: '现在 softmax 是安全的，可是概率仍然可能被舍入成 0，它的对数是负无穷大。干脆不要去求概率。',
      },
      about: 'eq-ce-logits',
      run: (z: number[], i: number) => {
        const { M, rest } = stable(z);
        return -Math.log(Math.exp(z[i]! - M) / Math.exp(rest));
      },
    },
    {
      id: 'not-added-back',
      says: {
        en: 'You subtracted the largest logit and did not add it back. Then the result depends on it.',
        zh: '你减去了最大的 logit，却没有加回来，结果就随它变了。',
      },
      about: 'eq-ce-lse',
      run: (z: number[], i: number) => stable(z).rest - z[i]!,
    },
    {
      id: 'no-class',
      says: {
        en: 'This is the logarithm of the sum alone. Subtract the logit of the right class.',
        zh: '这只是指数之和的对数，还要减去正确类别的 logit。',
      },
      about: 'eq-ce-logits',
      run: (z: number[]) => stable(z).M + stable(z).rest,
    },
    {
      id: 'sign',
      says: {
        en: 'The sign is turned round: a loss is never negative.',
        zh: '正负号反了：损失不会是负的。',
      },
      about: 'eq-ce-logits',
      run: (z: number[], i: number) => z[i]! - stable(z).M - stable(z).rest,
    },
  ],
  hints: [
    {
      en: tex`Put softmax into $-\log \acti{L}{i}$ and simplify on paper before you write code.`,
      zh: tex`先在纸上把 softmax 代进 $-\log \acti{L}{i}$，化简以后再写代码。`,
    },
    {
      en: tex`What is left is the logarithm of the sum of $e^{\zi{L}{k}}$, minus $\zi{L}{i}$. Take the largest logit out of the sum.`,
      zh: tex`剩下的是各个 $e^{\zi{L}{k}}$ 之和的对数，减去 $\zi{L}{i}$。把最大的 logit 从和里提出来。`,
    },
    {
      en: tex`With \`M = Math.max(...z)\` add up \`Math.exp(t - M)\`, take the logarithm, add \`M\`, subtract \`z[i]\`.`,
      zh: tex`取 \`M = Math.max(...z)\`，把各个 \`Math.exp(t - M)\` 加起来，取对数，加上 \`M\`，再减去 \`z[i]\`。`,
    },
  ],
  solution: [
    {
      en: tex`For logits near 1000 the definition divides infinity by infinity, near −1000 it divides 0 by 0: both are \`NaN\`.`,
      zh: tex`logit 在 1000 附近时，照定义是无穷大除以无穷大；在 −1000 附近时，是 0 除以 0。两者都是 \`NaN\`。`,
    },
    {
      en: tex`Logarithm and exponential cancel, and the largest logit comes out of the sum. So return \`M + Math.log(total) - z[i]\`, where \`total\` adds up \`Math.exp(t - M)\`. No exponent is above 0, and one is exactly 0, so \`total\` is at least 1.`,
      zh: tex`对数与指数相消，最大的 logit 从和里提出来。所以返回 \`M + Math.log(total) - z[i]\`，其中 \`total\` 是各个 \`Math.exp(t - M)\` 之和。指数都不大于 0，而且有一个恰好是 0，所以 \`total\` 至少是 1。`,
    },
  ],
};

const binaryCase = (en: string, zh: string, z: number, y: number): Case => ({
  name: { en, zh },
  args: [z, y],
  expected: lossOf('binaryCrossEntropy', [z], [y]),
});

export const bugStable: CodeExercise = {
  id: 'ce-bug-stable',
  kind: 'find-the-bug',
  form: 'code',
  title: { en: 'Right on one side only', zh: '只对了一半' },
  about: 'computing-it-safely',
  statement: {
    en: tex`The function \`binary(z, y)\` should return the binary cross-entropy of one output from its logit \`z\` and target \`y\`, for logits up to 1000 and down to −1000. It is right for negative logits. It is wrong in one place. Repair it.`,
    zh: tex`函数 \`binary(z, y)\` 应当由一个输出的 logit \`z\` 和目标 \`y\` 算出二元交叉熵，logit 大到 1000、小到 −1000 都要对。logit 为负时它是对的，可是有一处错了。把它改对。`,
  },
  functionName: 'binary',
  starter: `function binary(z: number, y: number): number {
  return Math.max(z, 0) - y * z + Math.log1p(Math.exp(z));
}
`,
  answer: `function binary(z: number, y: number): number {
  return Math.max(z, 0) - y * z + Math.log1p(Math.exp(-Math.abs(z)));
}
`,
  cases: (random) => [
    binaryCase('a negative logit, target 1', '负的 logit，目标 1', -drawNumber(random, 0.5, 3), 1),
    binaryCase('a positive logit, target 1', '正的 logit，目标 1', drawNumber(random, 0.5, 3), 1),
    binaryCase('a positive logit, target 0', '正的 logit，目标 0', drawNumber(random, 0.5, 3), 0),
    binaryCase('a large logit, target 0', '很大的 logit，目标 0', 1000, 0),
    binaryCase('a large negative logit, target 1', '很大的负 logit，目标 1', -1000, 1),
  ],
  mistakes: [
    {
      id: 'still-z',
      says: {
        en: 'For a positive logit the exponential is still of the logit itself. It must be of minus its size.',
        zh: 'logit 为正时，指数里仍是 logit 本身。那里应当是它的绝对值取负。',
      },
      about: 'eq-ce-bce-stable',
      run: (z: number, y: number) => Math.max(z, 0) - y * z + Math.log1p(Math.exp(z)),
    },
    {
      id: 'only-minus',
      says: {
        en: 'With a minus but without the size it is right for positive logits and wrong for negative ones.',
        zh: '只加了负号，没有取绝对值：logit 为正时对了，为负时又错了。',
      },
      about: 'eq-ce-bce-stable',
      run: (z: number, y: number) => Math.max(z, 0) - y * z + Math.log1p(Math.exp(-z)),
    },
    {
      id: 'max-lost',
      says: {
        en: 'The exponential is right now, but the first term has got lost. It was right as it stood.',
        zh: '现在指数是对的，可是第一项丢了。它原来没有错。',
      },
      about: 'eq-ce-bce-stable',
      run: (z: number, y: number) => -y * z + Math.log1p(Math.exp(-Math.abs(z))),
    },
  ],
  hints: [
    {
      en: 'Which cases fail? Try z at 2 by hand, with target 0: the loss must be a little more than 2.',
      zh: '哪些情形没有通过？拿 z 等于 2、目标 0 手算一下：损失应当比 2 稍大一点。',
    },
    {
      en: tex`Compare with $\max(\zi{L}{j}, 0) - \yout{j}\,\zi{L}{j} + \log\bigl(1 + e^{-|\zi{L}{j}|}\bigr)$, term by term.`,
      zh: tex`与 $\max(\zi{L}{j}, 0) - \yout{j}\,\zi{L}{j} + \log\bigl(1 + e^{-|\zi{L}{j}|}\bigr)$ 逐项比较。`,
    },
    {
      en: tex`The exponent must never be positive: \`-Math.abs(z)\`.`,
      zh: tex`指数不能是正的：应当用 \`-Math.abs(z)\`。`,
    },
  ],
  solution: [
    {
      en: tex`For negative logits \`z\` and \`-Math.abs(z)\` are the same, so those cases pass. For positive ones the exponential grows, the loss counts the logit twice, and at 1000 it is infinite.`,
      zh: tex`logit 为负时，\`z\` 和 \`-Math.abs(z)\` 是同一个数，所以那些情形通过了。为正时指数会增大，损失把 logit 算了两遍，到 1000 就成了无穷大。`,
    },
    {
      en: tex`Write \`Math.exp(-Math.abs(z))\`: its exponent is never positive, so it cannot overflow.`,
      zh: tex`写成 \`Math.exp(-Math.abs(z))\`：指数总不是正数，不会溢出。`,
    },
  ],
};
