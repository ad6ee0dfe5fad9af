import { sigmoid } from '@components/exercise/engine';
import { tex } from '@components/exercise/tex';
import type { Case, CodeExercise, Plain } from '@components/exercise/types';
import { drawList, drawRows } from '@components/exercise/values';
import { finiteDifference, Matrix, type Random } from '@engine';
import { networkWith } from './engine';

type Rows = number[][];
type Arguments = [x: number[], y: number[], W1: Rows, b1: number[], W2: Rows, b2: number[]];
type Gradients = [dW1: Rows, db1: number[], dW2: Rows, db2: number[]];

/** All gradients of the squared error by two-sided differences: no formula of this chapter. */
function byDifferences(...[x, y, W1, b1, W2, b2]: Arguments): Gradients {
  const network = networkWith({ activations: ['sigmoid', 'sigmoid'] }, [W1, W2], [b1, b2]);
  const [X, Y] = [Matrix.column(x), Matrix.column(y)];
  const loss = (): number => {
    network.forward(X);
    return network.loss(Y);
  };
  const slopes = (M: Matrix): Rows =>
    M.toRows().map((row, i) => row.map((_, k) => finiteDifference(loss, M, i * M.cols + k)));
  const [one, two] = [network.layer(1), network.layer(2)];
  return [slopes(one.W), slopes(one.b).flat(), slopes(two.W), slopes(two.b).flat()];
}

/** Where a backward pass may slip: the two slopes, and the weight from unit j to listener k. */
interface Slips {
  output?: (a: number) => number;
  hidden?: (a: number) => number;
  weight?: (W2: Rows, k: number, j: number) => number;
  miss?: (a: number, y: number) => number;
}

const slope = (a: number): number => a * (1 - a);
const layer = (W: Rows, b: number[], a: number[]): number[] =>
  W.map((row, j) => sigmoid.value(row.reduce((sum, w, k) => sum + w * a[k]!, b[j]!)));
const outer = (d: number[], a: number[]): Rows => d.map((p) => a.map((q) => p * q));

const slipped =
  ({
    output = slope,
    hidden = slope,
    weight = (W2, k, j) => W2[k]![j]!,
    miss = (a, y) => a - y,
  }: Slips) =>
  (...[x, y, W1, b1, W2, b2]: Arguments): Plain => {
    const a1 = layer(W1, b1, x);
    const a2 = layer(W2, b2, a1);
    const delta2 = a2.map((a, k) => miss(a, y[k]!) * output(a));
    const delta1 = a1.map(
      (a, j) => delta2.reduce((sum, d, k) => sum + d * weight(W2, k, j), 0) * hidden(a),
    );
    return [outer(delta1, x), delta1, outer(delta2, a1), delta2];
  };

function caseOf(random: Random, hidden: number, en: string, zh: string): Case {
  const args: Arguments = [
    drawList(random, 2, -1.5, 1.5),
    drawList(random, 2, 0.1, 0.9),
    drawRows(random, hidden, 2, -0.9, 0.9),
    drawList(random, hidden, -0.5, 0.5),
    drawRows(random, 2, hidden, -0.9, 0.9),
    drawList(random, 2, -0.5, 0.5),
  ];
  return { name: { en, zh }, args, expected: byDifferences(...args), byDifferences: true };
}

const forward = `function backward(
  x: number[], y: number[],
  W1: number[][], b1: number[], W2: number[][], b2: number[],
) {
  const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
  const layer = (W: number[][], b: number[], a: number[]) =>
    W.map((row, j) => sigmoid(row.reduce((sum, w, k) => sum + w * a[k], b[j])));
  const outer = (delta: number[], a: number[]) => delta.map((d) => a.map((v) => d * v));

  const a1 = layer(W1, b1, x);
  const a2 = layer(W2, b2, a1);
`;
const end = `  return [outer(delta1, x), delta1, outer(delta2, a1), delta2];
}
`;

export const codeBackward: CodeExercise = {
  id: 'fb-code-backward',
  kind: 'code',
  form: 'code',
  title: { en: 'A backward pass of your own', zh: '自己写一次反向' },
  about: 'the-four-equations',
  statement: {
    en: tex`The function \`backward\` gets one sample and the parameters of a network with two layers of sigmoid units. It runs forward and returns the gradients of the squared error in the order $\W{1}$, $\bias{1}$, $\W{2}$, $\bias{2}$. Complete it: compute \`delta2\`, the errors $\delt{2}$, and \`delta1\`, the errors $\delt{1}$.

Your gradients are compared with finite differences.`,
    zh: tex`函数 \`backward\` 收到一个样本，以及一个两层 Sigmoid 网络的参数。它先前向计算，再依次返回平方误差对 $\W{1}$、$\bias{1}$、$\W{2}$、$\bias{2}$ 的梯度。请把它补完：求出 \`delta2\`，即误差项 $\delt{2}$，和 \`delta1\`，即误差项 $\delt{1}$。

你的梯度会与有限差分对照。`,
  },
  functionName: 'backward',
  starter: `${forward}
  const delta2 = a2.map((a, k) => 0);
  const delta1 = a1.map((a, j) => 0);

${end}`,
  answer: `${forward}
  const delta2 = a2.map((a, k) => (a - y[k]) * a * (1 - a));
  const delta1 = a1.map(
    (a, j) => delta2.reduce((sum, d, k) => sum + d * W2[k][j], 0) * a * (1 - a),
  );

${end}`,
  tolerance: 1e-7,
  cases: (random) => [
    caseOf(random, 2, 'two hidden units', '两个隐藏单元'),
    caseOf(random, 2, 'two others', '另外两个'),
    caseOf(random, 3, 'three hidden units', '三个隐藏单元'),
  ],
  mistakes: [
    {
      id: 'no-hidden-slope',
      says: {
        en: 'The gradients of the second layer are right. In the first, the slope of the hidden units’ own sigmoid is missing.',
        zh: '第二层的梯度是对的。第一层少了隐藏单元自己的 Sigmoid 的斜率。',
      },
      about: 'eq-fb-delta-hidden-scalar',
      run: slipped({ hidden: () => 1 }),
    },
    {
      id: 'no-output-slope',
      says: {
        en: 'The error of an output seems to be output minus target alone. With the squared error it is multiplied by the slope of the sigmoid.',
        zh: '输出的误差项似乎只取了输出减目标值。用平方误差时，还要乘以 Sigmoid 的斜率。',
      },
      about: 'eq-fb-delta-output-scalar',
      run: slipped({ output: () => 1 }),
    },
    {
      id: 'slope-at-a',
      says: {
        en: 'The slopes seem to be taken at the activations: the sigmoid is applied once too often. Its slope is a * (1 - a).',
        zh: '斜率似乎取在了激活值处，Sigmoid 多用了一次。它的斜率就是 a * (1 - a)。',
      },
      about: 'eq-fb-sigmoid-slope',
      run: slipped({ output: (a) => sigmoid.derivative(a), hidden: (a) => sigmoid.derivative(a) }),
    },
    {
      id: 'first-listener',
      says: {
        en: 'Only the first listener seems to be asked. Add up over all units k of the next layer.',
        zh: '似乎只问了第一个听众。要对下一层的所有单元 k 求和。',
      },
      about: 'eq-fb-next-layer',
      run: slipped({ weight: (W2, k, j) => (k === 0 ? W2[0]![j]! : 0) }),
    },
    {
      id: 'sign',
      says: {
        en: 'All gradients have the wrong sign: it is output minus target.',
        zh: '所有梯度的正负号都反了：应当是输出减目标值。',
      },
      about: 'eq-fb-loss-se-slope',
      run: slipped({ miss: (a, y) => y - a }),
    },
  ],
  hints: [
    {
      en: tex`Start at the output: $\delt{2}$ needs the outputs, the targets and the slope of the sigmoid. Then send it back one layer.`,
      zh: tex`从输出开始：$\delt{2}$ 用到输出、目标值和 Sigmoid 的斜率。然后往回传一层。`,
    },
    {
      en: tex`$\delti{2}{k} = (\acti{2}{k} - \yout{k})\,\acti{2}{k}\,(1 - \acti{2}{k})$. For hidden unit $j$ add up $\delti{2}{k}\,\Wi{2}{kj}$ over all $k$, then multiply by its own slope.`,
      zh: tex`$\delti{2}{k} = (\acti{2}{k} - \yout{k})\,\acti{2}{k}\,(1 - \acti{2}{k})$。对隐藏单元 $j$，把 $\delti{2}{k}\,\Wi{2}{kj}$ 对所有 $k$ 加起来，再乘以它自己的斜率。`,
    },
    {
      en: tex`In code, the sum for unit \`j\` is \`delta2.reduce((sum, d, k) => sum + d * W2[k][j], 0)\`; the slope is \`a * (1 - a)\`.`,
      zh: tex`写成代码，单元 \`j\` 的和是 \`delta2.reduce((sum, d, k) => sum + d * W2[k][j], 0)\`，斜率是 \`a * (1 - a)\`。`,
    },
  ],
  solution: [
    {
      en: tex`At the output, $\delti{2}{k} = (\acti{2}{k} - \yout{k})\,\acti{2}{k}\,(1 - \acti{2}{k})$: in code \`(a - y[k]) * a * (1 - a)\`.`,
      zh: tex`在输出层，$\delti{2}{k} = (\acti{2}{k} - \yout{k})\,\acti{2}{k}\,(1 - \acti{2}{k})$，写成代码就是 \`(a - y[k]) * a * (1 - a)\`。`,
    },
    {
      en: tex`One layer back, $\delti{1}{j} = \bigl(\sum_k \delti{2}{k}\,\Wi{2}{kj}\bigr)\,\acti{1}{j}\,(1 - \acti{1}{j})$. The listener’s index comes first, \`W2[k][j]\`: the sum goes down a column, which is what the transpose means.`,
      zh: tex`往回一层，$\delti{1}{j} = \bigl(\sum_k \delti{2}{k}\,\Wi{2}{kj}\bigr)\,\acti{1}{j}\,(1 - \acti{1}{j})$。听众的下标在前，\`W2[k][j]\`：求和沿着一列走，转置说的就是这个。`,
    },
  ],
};
