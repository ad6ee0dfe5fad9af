import { tex } from '@components/exercise/tex';
import type { Case, CodeExercise } from '@components/exercise/types';
import { drawList, drawNumber, drawRows } from '@components/exercise/values';
import { activation, addBias, Matrix, map, matmul, Perceptron, type Random } from '@engine';

type Rows = number[][];

/** The parameters after the engine's perceptron has seen the sample. */
function learned(W: number[], b: number, x: number[], y: number): number[] {
  const made = new Perceptron(W.length);
  made.W.set(W);
  made.b = b;
  made.learn(Matrix.column(x), 0, y);
  return [...made.W, made.b];
}

const sum = (W: number[], b: number, x: number[]): number =>
  W.reduce((total, w, k) => total + w * x[k]!, b);

/** A sample that a drawn perceptron answers like this. */
function seen(random: Random, inputs: number, a: 0 | 1, y: 0 | 1, en: string, zh: string): Case {
  // In the first case the bias decides: without it the answer would be the other one.
  const biasDecides = a === 0 && inputs === 2;
  for (;;) {
    const W = drawList(random, inputs, -3, 3);
    const x = drawList(random, inputs, -3, 3);
    const b = drawNumber(random, -2, 2);
    const z = sum(W, b, x);
    if (Math.abs(z) < 0.1 || z > 0 !== (a === 1)) continue;
    if (biasDecides && z - b <= 0.1) continue;
    return { name: { en, zh }, args: [W, b, x, y], expected: learned(W, b, x, y) };
  }
}

/** A sum of exactly 0, in whole numbers. */
function onTheLine(random: Random): Case {
  const W = drawList(random, 2, 1, 4, 0);
  const x = drawList(random, 2, 1, 4, 0);
  const b = -sum(W, 0, x);
  return {
    name: { en: 'a sum of exactly 0', zh: '加权和恰好是 0' },
    args: [W, b, x, 1],
    expected: learned(W, b, x, 1),
  };
}

const moved = (W: number[], b: number, x: number[], byInput: number, byOne: number): number[] => [
  ...W.map((w, k) => w + byInput * x[k]!),
  b + byOne,
];
const miss = (W: number[], b: number, x: number[], y: number): number =>
  y - (sum(W, b, x) > 0 ? 1 : 0);

export const codePerceptron: CodeExercise = {
  id: 'wn-code-perceptron',
  kind: 'code',
  form: 'code',
  title: { en: 'A perceptron of your own', zh: '自己写一个感知机' },
  about: 'can-training-find-it-all-the-same',
  statement: {
    en: tex`Write a function \`learn(W, b, x, y)\` that shows one sample to a perceptron. \`W\` and \`x\` are lists of the same length, \`b\` is the bias and \`y\` the target, 0 or 1. Return the weights afterwards, followed by the bias, in one list.`,
    zh: tex`写一个函数 \`learn(W, b, x, y)\`，给感知机看一个样本。\`W\` 和 \`x\` 是同样长的列表，\`b\` 是偏置，\`y\` 是目标值，0 或 1。返回一个列表：先是学习以后的各个权重，最后是偏置。`,
  },
  functionName: 'learn',
  starter: `function learn(W: number[], b: number, x: number[], y: number): number[] {
  const z = 0;
  const a = z > 0 ? 1 : 0;
  return [...W, b];
}
`,
  answer: `function learn(W: number[], b: number, x: number[], y: number): number[] {
  const z = W.reduce((sum, w, k) => sum + w * x[k], b);
  const a = z > 0 ? 1 : 0;
  return [...W.map((w, k) => w + (y - a) * x[k]), b + (y - a)];
}
`,
  cases: (random) => [
    seen(random, 2, 0, 1, 'answered 0, wanted 1', '回答 0，应为 1'),
    seen(random, 2, 1, 0, 'answered 1, wanted 0', '回答 1，应为 0'),
    seen(random, 2, 1, 1, 'a right answer', '答对了'),
    seen(random, 3, 0, 1, 'three inputs', '三个输入'),
    onTheLine(random),
  ],
  mistakes: [
    {
      id: 'other-way',
      says: {
        en: 'The parameters move the wrong way: the factor is the target minus the answer.',
        zh: '参数挪反了：因子是目标值减回答。',
      },
      about: 'eq-wn-perceptron-rule',
      run: (W: number[], b: number, x: number[], y: number) =>
        moved(W, b, x, -miss(W, b, x, y), -miss(W, b, x, y)),
    },
    {
      id: 'bias-forgotten',
      says: {
        en: 'The weights are right, but the bias never moves.',
        zh: '权重是对的，可是偏置一直没有动。',
      },
      about: 'eq-wn-perceptron-rule',
      run: (W: number[], b: number, x: number[], y: number) => moved(W, b, x, miss(W, b, x, y), 0),
    },
    {
      id: 'without-input',
      says: {
        en: 'Every weight moves by the same amount. Each has to move by its own input.',
        zh: '所有权重挪动得一样多。每个权重要按自己的输入挪动。',
      },
      about: 'eq-wn-perceptron-rule',
      run: (W: number[], b: number, _: number[], y: number) => {
        const by = miss(W, b, _, y);
        return [...W.map((w) => w + by), b + by];
      },
    },
    {
      id: 'at-least-zero',
      says: {
        en: 'On the line itself the answer is 0: the sum has to be greater than 0 for a 1.',
        zh: '正好在线上时回答是 0：加权和要大于 0 才回答 1。',
      },
      about: 'eq-wn-step',
      run: (W: number[], b: number, x: number[], y: number) => {
        const by = y - (sum(W, b, x) >= 0 ? 1 : 0);
        return moved(W, b, x, by, by);
      },
    },
    {
      id: 'bias-not-in-sum',
      says: {
        en: 'The bias seems to be missing in the weighted sum, so some answers come out wrong.',
        zh: '加权和里似乎漏了偏置，所以有的回答不对。',
      },
      about: 'eq-wn-z',
      run: (W: number[], b: number, x: number[], y: number) => {
        const by = y - (sum(W, 0, x) > 0 ? 1 : 0);
        return moved(W, b, x, by, by);
      },
    },
  ],
  hints: [
    {
      en: 'Three steps: the weighted sum, the answer, the change.',
      zh: '分三步：加权和，回答，改动。',
    },
    {
      en: tex`The change is $(\y - \alone)\,\xin{k}$ for each weight and $\y - \alone$ for the bias. After a right answer both are 0, so no question is needed.`,
      zh: tex`每个权重改动 $(\y - \alone)\,\xin{k}$，偏置改动 $\y - \alone$。答对时两者都是 0，所以不必另外判断。`,
    },
    {
      en: tex`The sum is \`W.reduce((sum, w, k) => sum + w * x[k], b)\`: it starts from the bias.`,
      zh: tex`加权和是 \`W.reduce((sum, w, k) => sum + w * x[k], b)\`：从偏置开始加。`,
    },
  ],
  solution: [
    {
      en: tex`\`reduce\` adds up weight times input, starting from the bias. The answer \`a\` is 1 where the sum is positive.`,
      zh: tex`\`reduce\` 从偏置开始，把权重乘以输入一项项加起来。加权和为正，回答 \`a\` 就是 1。`,
    },
    {
      en: tex`Then every weight gets \`(y - a) * x[k]\` added and the bias \`y - a\`. Call this again and again on the samples of AND, and it comes to rest; on those of XOR it never does.`,
      zh: tex`然后每个权重加上 \`(y - a) * x[k]\`，偏置加上 \`y - a\`。拿“与”的样本反复调用它，会停下来；拿“异或”的样本，永远停不下来。`,
    },
  ],
};

const relu = activation('relu');
const engineLayer = (W: Rows, b: number[], a: number[]): number[] =>
  map(addBias(matmul(Matrix.from(W), Matrix.column(a)), Matrix.column(b)), relu.value).toColumn();

/** A layer that makes at least one negative and one positive sum. */
function layerCase(random: Random, units: number, inputs: number, en: string, zh: string): Case {
  for (;;) {
    const W = drawRows(random, units, inputs, -2, 2);
    const [b, a] = [drawList(random, units, -1, 1), drawList(random, inputs, -2, 2)];
    const out = engineLayer(W, b, a);
    if (out.every((value) => value > 0) || out.every((value) => value === 0)) continue;
    return { name: { en, zh }, args: [W, b, a], expected: out };
  }
}

/** What slips make of a layer: which weight is taken, and where bias and ReLU go. */
const slipped =
  (weight: (W: Rows, j: number, k: number) => number, finish: (sum: number, b: number) => number) =>
  (W: Rows, b: number[], a: number[]): number[] =>
    b.map((bias, j) =>
      finish(
        a.reduce((total, value, k) => total + weight(W, j, k) * value, 0),
        bias,
      ),
    );
const own = (W: Rows, j: number, k: number): number => W[j]![k]!;

export const codeLayer: CodeExercise = {
  id: 'wn-code-layer',
  kind: 'code',
  form: 'code',
  title: { en: 'One layer in code', zh: '用代码写一层' },
  about: 'the-parts-and-their-names',
  statement: {
    en: tex`Write a function \`layer(W, b, a)\` that returns the activations of one layer with ReLU. \`W\` is a list of rows, one for each unit; \`b\` is the list of biases; \`a\` holds the activations of the layer before.`,
    zh: tex`写一个函数 \`layer(W, b, a)\`，返回用 ReLU 的一层的激活值。\`W\` 按行存放，每个单元一行；\`b\` 是各个偏置；\`a\` 是前一层的激活值。`,
  },
  functionName: 'layer',
  starter: `function layer(W: number[][], b: number[], a: number[]): number[] {
  return W.map((row, j) => b[j]);
}
`,
  answer: `function layer(W: number[][], b: number[], a: number[]): number[] {
  return W.map((row, j) => {
    const z = row.reduce((sum, w, k) => sum + w * a[k], b[j]);
    return Math.max(0, z);
  });
}
`,
  cases: (random) => [
    layerCase(random, 2, 2, 'two units, two inputs', '两个单元，两个输入'),
    layerCase(random, 3, 3, 'three and three', '三个单元，三个输入'),
    layerCase(random, 3, 2, 'more units than inputs', '单元比输入多'),
    layerCase(random, 2, 4, 'more inputs than units', '输入比单元多'),
  ],
  mistakes: [
    {
      id: 'transposed',
      says: {
        en: 'The two indices seem to be exchanged: a row of W belongs to the unit that receives.',
        zh: '两个下标似乎对调了：W 的一行属于一个接收的单元。',
      },
      about: 'eq-wn-layer',
      run: slipped(
        (W, j, k) => W[k]?.[j] ?? 0,
        (sum, b) => relu.value(sum + b),
      ),
    },
    {
      id: 'no-bias',
      says: { en: 'The biases seem to be missing.', zh: '偏置似乎漏了。' },
      about: 'eq-wn-layer',
      run: slipped(own, (sum) => relu.value(sum)),
    },
    {
      id: 'no-relu',
      says: {
        en: 'Your sums are right. ReLU is still missing: it turns negative sums into 0.',
        zh: '加权和是对的，还差 ReLU：它把负的加权和变成 0。',
      },
      about: 'eq-wn-layer',
      run: slipped(own, (sum, b) => sum + b),
    },
    {
      id: 'bias-after',
      says: {
        en: 'The bias seems to be added after ReLU. It belongs into the sum.',
        zh: '偏置似乎加在了 ReLU 之后。它应当算在加权和里。',
      },
      about: 'eq-wn-layer',
      run: slipped(own, (sum, b) => relu.value(sum) + b),
    },
  ],
  hints: [
    {
      en: 'Begin with one unit: its row of weights, its bias, all activations.',
      zh: '先写一个单元：它的一行权重，它的偏置，全部激活值。',
    },
    {
      en: tex`\`W.map((row, j) => …)\` does the same for each unit; inside, \`row.reduce\` adds up.`,
      zh: tex`\`W.map((row, j) => …)\` 对每个单元做同样的事，里面用 \`row.reduce\` 求和。`,
    },
    {
      en: tex`The sum of unit \`j\` is \`row.reduce((sum, w, k) => sum + w * a[k], b[j])\`; ReLU is \`Math.max(0, z)\`.`,
      zh: tex`单元 \`j\` 的加权和是 \`row.reduce((sum, w, k) => sum + w * a[k], b[j])\`，ReLU 是 \`Math.max(0, z)\`。`,
    },
  ],
  solution: [
    {
      en: tex`For each row, start from the bias and add weight times activation: \`row.reduce((sum, w, k) => sum + w * a[k], b[j])\`.`,
      zh: tex`对每一行，从偏置开始，加上权重乘以激活值：\`row.reduce((sum, w, k) => sum + w * a[k], b[j])\`。`,
    },
    {
      en: tex`Then \`Math.max(0, z)\`. Called once for each layer, on what the call before returned, this is a whole network.`,
      zh: tex`再取 \`Math.max(0, z)\`。每层调用一次，每次用前一次的结果，就是整个网络。`,
    },
  ],
};
