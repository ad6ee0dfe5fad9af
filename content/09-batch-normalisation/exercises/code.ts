import { tex } from '@components/exercise/tex';
import type { CodeExercise } from '@components/exercise/types';
import { mean, sum } from '@components/exercise/values';
import { BatchNorm, Matrix, type Random } from '@engine';

/** What a slip changes in the forward pass. */
interface Slip {
  divisor?: (squares: number, m: number, epsilon: number) => number;
  centre?: boolean;
}

/** Batch normalisation of one unit, with a part of it changed. */
function slipped(
  z: readonly number[],
  gamma: number,
  beta: number,
  epsilon: number,
  { divisor = (squares, m) => Math.sqrt(squares / m + epsilon), centre = true }: Slip,
): number[] {
  const m = z.length;
  const mu = mean(z);
  const squares = sum(z.map((value) => (value - mu) ** 2));
  return z.map(
    (value) => (gamma * (value - (centre ? mu : 0))) / divisor(squares, m, epsilon) + beta,
  );
}

const byEngine = (z: readonly number[], gamma: number, beta: number, epsilon: number): number[] => {
  const layer = new BatchNorm(1, { epsilon });
  layer.gamma.data[0] = gamma;
  layer.beta.data[0] = beta;
  return Array.from(layer.forward(Matrix.from([z]), true).data);
};

type Args = [z: readonly number[], gamma: number, beta: number, epsilon: number];

export const codeForward: CodeExercise = {
  id: 'bn-code-forward',
  kind: 'code',
  form: 'code',
  title: { en: 'Write the forward pass', zh: '写出前向计算' },
  about: 'what-is-done-to-a-batch',
  statement: {
    en: tex`Write a function \`batchNorm(z, gamma, beta, epsilon)\` that takes the sums of one unit for the samples of a batch and returns the list of outputs, as in training. One of the cases has all sums alike.`,
    zh: tex`写一个函数 \`batchNorm(z, gamma, beta, epsilon)\`：输入是某个单元在一批样本上的加权和，返回训练状态下的输出列表。有一个测试用例里，所有的数都一样。`,
  },
  functionName: 'batchNorm',
  starter: `function batchNorm(z: number[], gamma: number, beta: number, epsilon: number): number[] {
  const m = z.length;
  // Mean, variance, then every output.
  return z;
}
`,
  answer: `function batchNorm(z: number[], gamma: number, beta: number, epsilon: number): number[] {
  const m = z.length;
  let sum = 0;
  for (const value of z) sum += value;
  const mean = sum / m;
  let squares = 0;
  for (const value of z) squares += (value - mean) ** 2;
  const deviation = Math.sqrt(squares / m + epsilon);
  return z.map((value) => (gamma * (value - mean)) / deviation + beta);
}
`,
  cases: (random: Random) => {
    const one = (en: string, zh: string, z: number[], epsilon: number) => {
      const [gamma, beta] = [random.uniform(1.2, 2), random.uniform(-1, -0.3)];
      return {
        name: { en, zh },
        args: [z, gamma, beta, epsilon],
        expected: byEngine(z, gamma, beta, epsilon),
      };
    };
    const draw = (m: number): number[] => Array.from({ length: m }, () => random.uniform(-4, 6));
    return [
      one('four samples', '四个样本', draw(4), 1e-5),
      one('a large ε', '大的 ε', draw(5), 0.5),
      one('all sums alike', '所有加权和都一样', [2, 2, 2], 1e-5),
      one(
        'sums far from 0',
        '离 0 很远的加权和',
        draw(6).map((z) => z + 1000),
        1e-5,
      ),
    ];
  },
  mistakes: [
    {
      id: 'by-variance',
      says: {
        en: 'It seems to divide by the variance. Divide by the standard deviation, its root.',
        zh: '似乎除以了方差。要除以标准差，也就是它的平方根。',
      },
      about: 'eq-bn-normalise',
      run: (...[z, gamma, beta, epsilon]: Args) =>
        slipped(z, gamma, beta, epsilon, { divisor: (squares, m) => squares / m + epsilon }),
    },
    {
      id: 'unbiased',
      says: {
        en: 'It seems to divide the squares by one less than the number of samples. The batch is normalised with the variance that divides by their number.',
        zh: '平方和似乎除以了样本数减一。规范化这一批，用的是除以样本数的方差。',
      },
      about: 'eq-bn-variance',
      run: (...[z, gamma, beta, epsilon]: Args) =>
        slipped(z, gamma, beta, epsilon, {
          divisor: (squares, m) => Math.sqrt(squares / (m - 1) + epsilon),
        }),
    },
    {
      id: 'epsilon-outside',
      says: {
        en: 'The ε seems to be added outside the root. It is added to the variance.',
        zh: 'ε 似乎加在了根号外面。它应当加在方差上。',
      },
      about: 'eq-bn-normalise',
      run: (...[z, gamma, beta, epsilon]: Args) =>
        slipped(z, gamma, beta, epsilon, {
          divisor: (squares, m) => Math.sqrt(squares / m) + epsilon,
        }),
    },
    {
      id: 'not-centred',
      says: {
        en: 'The mean seems not to have been subtracted in the outputs.',
        zh: '输出里似乎没有减去均值。',
      },
      about: 'eq-bn-normalise',
      run: (...[z, gamma, beta, epsilon]: Args) =>
        slipped(z, gamma, beta, epsilon, { centre: false }),
    },
  ],
  hints: [
    {
      en: 'Go through the batch twice: once for the mean, once for the squares of the distances from it.',
      zh: '把这一批走两遍：一遍求均值，一遍求离均值的距离的平方和。',
    },
    {
      en: tex`The standard deviation is \`Math.sqrt(squares / m + epsilon)\`.`,
      zh: tex`标准差是 \`Math.sqrt(squares / m + epsilon)\`。`,
    },
    {
      en: tex`Each output is \`gamma * (value - mean) / deviation + beta\`.`,
      zh: tex`每个输出是 \`gamma * (value - mean) / deviation + beta\`。`,
    },
  ],
  solution: [
    {
      en: 'Two loops over the batch and then one line. The shorter formula, mean of squares minus square of mean, is wrong in practice: for sums far from 0 it subtracts two nearly equal numbers.',
      zh: '把这一批循环两遍，再写一行。“平方的均值减去均值的平方”虽然短，实际上不行：加权和离 0 很远时，它是两个几乎相等的数相减。',
    },
  ],
};

/** The layer in inference by the engine. */
const inferred = (...[z, mean, variance, gamma, beta, epsilon]: InferenceArgs): number => {
  const layer = new BatchNorm(1, { epsilon });
  layer.gamma.data[0] = gamma;
  layer.beta.data[0] = beta;
  layer.runningMean.data[0] = mean;
  layer.runningVariance.data[0] = variance;
  return layer.forward(Matrix.from([[z]]), false).at(0, 0);
};
type InferenceArgs = [
  z: number,
  mean: number,
  variance: number,
  gamma: number,
  beta: number,
  epsilon: number,
];

export const repairInference: CodeExercise = {
  id: 'bn-repair-inference',
  kind: 'find-the-bug',
  form: 'code',
  title: { en: 'Repair the inference', zh: '修好推理' },
  about: 'eq-bn-inference',
  statement: {
    en: tex`This function should give the output of batch normalisation for one sample in inference, from the running mean and the running variance. It is wrong in one place. Repair it.`,
    zh: tex`这个函数要在推理时，用均值和方差的滑动平均，给出一个样本经过批规范化的输出。有一处错了，改好它。`,
  },
  functionName: 'infer',
  starter: `function infer(
  z: number, mean: number, variance: number,
  gamma: number, beta: number, epsilon: number,
): number {
  const deviation = Math.sqrt(variance + epsilon);
  return gamma * ((z - mean) / deviation + beta);
}
`,
  answer: `function infer(
  z: number, mean: number, variance: number,
  gamma: number, beta: number, epsilon: number,
): number {
  const deviation = Math.sqrt(variance + epsilon);
  return gamma * ((z - mean) / deviation) + beta;
}
`,
  cases: (random: Random) => {
    const one = (en: string, zh: string, z: number) => {
      const args: InferenceArgs = [
        z,
        random.uniform(-2, 2),
        random.uniform(2, 5),
        random.uniform(1.5, 2.5),
        random.uniform(0.4, 1.5),
        1e-3,
      ];
      return { name: { en, zh }, args, expected: inferred(...args) };
    };
    return [
      one('a usual sum', '平常的加权和', random.uniform(0.5, 3)),
      one('a negative sum', '负的加权和', random.uniform(-5, -3)),
      one('a sum of 0', '加权和为 0', 0),
    ];
  },
  mistakes: [
    {
      id: 'unchanged',
      says: {
        en: 'The shift is still multiplied by the scale. Watch the brackets.',
        zh: '平移还是被缩放乘了一遍。看看括号。',
      },
      about: 'eq-bn-scale-shift',
      run: (...[z, mean, variance, gamma, beta, epsilon]: InferenceArgs) =>
        gamma * ((z - mean) / Math.sqrt(variance + epsilon) + beta),
    },
    {
      id: 'by-variance',
      says: {
        en: 'Now it divides by the variance. The root was right.',
        zh: '现在除以了方差。原来的平方根是对的。',
      },
      about: 'eq-bn-normalise',
      run: (...[z, mean, variance, gamma, beta, epsilon]: InferenceArgs) =>
        (gamma * (z - mean)) / (variance + epsilon) + beta,
    },
  ],
  hints: [
    {
      en: 'Put in numbers for which you know the answer: a sum equal to the running mean should come out as the shift.',
      zh: '代入一个知道答案的数：加权和等于均值的滑动平均时，出来的应当正好是平移。',
    },
    {
      en: 'The deviation is right. Look at the last line.',
      zh: '标准差没有错。看最后一行。',
    },
    {
      en: 'Scale first, then shift: where does the closing bracket belong?',
      zh: '先缩放，后平移：右括号该放在哪里？',
    },
  ],
  solution: [
    {
      en: 'The shift belongs outside the bracket: it is added after scaling and is not scaled itself.',
      zh: '平移应当在括号外面：它在缩放之后加上，自己不被缩放。',
    },
  ],
};
