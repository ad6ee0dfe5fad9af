import { tex } from '@components/exercise/tex';
import type { CodeExercise } from '@components/exercise/types';
import { drawList } from '@components/exercise/values';
import { finiteDifference, Matrix, Network, type Random } from '@engine';

/** The gradients of all weights of a tanh chain, by moving each weight both ways. */
function byDifferences(weights: readonly number[], x: number, y: number): number[] {
  const network = new Network({
    sizes: Array<number>(weights.length + 1).fill(1),
    activations: weights.map(() => 'tanh' as const),
    loss: 'squaredError',
  });
  weights.forEach((w, i) => {
    network.layer(i + 1).W.data[0] = w;
  });
  const loss = (): number => {
    network.forward(Matrix.column([x]));
    return network.loss(Matrix.column([y]));
  };
  return weights.map((_, i) => finiteDifference(loss, network.layer(i + 1).W, 0));
}

/** Backpropagation in the chain with a part of it changed. */
function slipped(
  weights: readonly number[],
  x: number,
  y: number,
  { slope = (a: number) => 1 - a * a, weight = (l: number) => l + 1, input = (l: number) => l },
): number[] {
  const a = [x];
  for (const w of weights) a.push(Math.tanh(w * a.at(-1)!));
  const L = weights.length;
  const gradients: number[] = [];
  let delta = (a[L]! - y) * slope(a[L]!);
  for (let l = L - 1; l >= 0; l--) {
    gradients.unshift(delta * a[input(l)]!);
    if (l > 0) delta *= weights[weight(l - 1)]! * slope(a[l]!);
  }
  return gradients;
}

export const codeChain: CodeExercise = {
  id: 've-code-chain',
  kind: 'code',
  form: 'code',
  title: { en: 'Backpropagation through a chain', zh: '在一条链上反向传播' },
  about: 'a-product-of-many-numbers',
  statement: {
    en: tex`Write a function \`gradients(weights, x, y)\` for a chain of tanh units without biases, with the loss $\tfrac12\,(\act{L} - \y)^2$. Return a list with the gradient of every weight. The slope of tanh is 1 minus the square of its value. The checker compares with finite differences.`,
    zh: tex`写一个函数 \`gradients(weights, x, y)\`：一条 tanh 单元的链，没有偏置，损失是 $\tfrac12\,(\act{L} - \y)^2$。返回每个权重的梯度组成的列表。tanh 的斜率是 1 减去它的值的平方。检查时与有限差分比较。`,
  },
  functionName: 'gradients',
  tolerance: 1e-7,
  starter: `function gradients(weights: number[], x: number, y: number): number[] {
  const a = [x];
  for (const w of weights) a.push(Math.tanh(w * a[a.length - 1]));
  // a[0] is the input, a[l] the activation of layer l.
  return weights.map(() => 0);
}
`,
  answer: `function gradients(weights: number[], x: number, y: number): number[] {
  const a = [x];
  for (const w of weights) a.push(Math.tanh(w * a[a.length - 1]));
  const L = weights.length;
  const result = weights.map(() => 0);
  let delta = (a[L] - y) * (1 - a[L] ** 2);
  for (let l = L; l >= 1; l--) {
    result[l - 1] = delta * a[l - 1];
    if (l > 1) delta *= weights[l - 1] * (1 - a[l - 1] ** 2);
  }
  return result;
}
`,
  cases: (random: Random) => {
    const one = (en: string, zh: string, L: number) => {
      const weights = drawList(random, L, 0.4, 1.9);
      const [x = 1, y = 2] = [0.8, -0.7];
      return {
        name: { en, zh },
        args: [weights, x, y],
        expected: byDifferences(weights, x, y),
        byDifferences: true,
      };
    };
    return [
      one('two layers', '两层', 2),
      one('three layers', '三层', 3),
      one('six layers', '六层', 6),
    ];
  },
  mistakes: [
    {
      id: 'no-slope',
      says: {
        en: 'The slopes of tanh seem to be missing: the error has to pass each unit’s activation function.',
        zh: '似乎漏了 tanh 的斜率：误差项要穿过每个单元的激活函数。',
      },
      about: 'eq-ve-delta-chain',
      run: (weights: number[], x: number, y: number) => slipped(weights, x, y, { slope: () => 1 }),
    },
    {
      id: 'own-weight',
      says: {
        en: 'On its way from a layer to the one before, the error seems to be multiplied by the wrong weight. It passes the weight that leads to the layer it comes from.',
        zh: '误差项往回走一层时，似乎乘错了权重。它要穿过的，是通往它出发的那一层的权重。',
      },
      about: 'eq-ve-delta-chain',
      run: (weights: number[], x: number, y: number) =>
        slipped(weights, x, y, { weight: (l) => l }),
    },
    {
      id: 'own-activation',
      says: {
        en: 'The gradient of a weight is the error times the activation that comes in, not the one that goes out.',
        zh: '权重的梯度是误差项乘以进来的激活值，不是出去的那个。',
      },
      about: 'eq-ve-grad-chain',
      run: (weights: number[], x: number, y: number) =>
        slipped(weights, x, y, { input: (l) => l + 1 }),
    },
  ],
  hints: [
    {
      en: tex`Begin with the error of the last layer: output minus target, times the slope there, \`1 - a[L] ** 2\`.`,
      zh: tex`先求最后一层的误差项：输出减目标，再乘以那里的斜率 \`1 - a[L] ** 2\`。`,
    },
    {
      en: tex`Go through the layers from the last to the first. The gradient of a layer’s weight is \`delta * a[l - 1]\`.`,
      zh: tex`从最后一层走到第一层。某一层权重的梯度是 \`delta * a[l - 1]\`。`,
    },
    {
      en: tex`Before going on to layer \`l - 1\`, multiply \`delta\` by the weight of layer \`l\`, which is \`weights[l - 1]\`, and by \`1 - a[l - 1] ** 2\`.`,
      zh: tex`走到第 \`l - 1\` 层之前，把 \`delta\` 乘以第 \`l\` 层的权重，也就是 \`weights[l - 1]\`，再乘以 \`1 - a[l - 1] ** 2\`。`,
    },
  ],
  solution: [
    {
      en: 'One number travels back, and each layer takes its gradient from it in passing. Computing every product anew would give the same and cost as many layers squared.',
      zh: '一个数往回走，每层顺路从它那里取自己的梯度。每次都把连乘从头算一遍，结果一样，代价却是层数的平方。',
    },
  ],
};
