import { tex } from '@components/exercise/tex';
import type {
  CodeExercise,
  PartsExercise,
  PredictExercise,
  Values,
} from '@components/exercise/types';
import { drawNumber, drawRows, numberOf, part } from '@components/exercise/values';
import { encodeFragment } from '@components/figure/fragment';
import { fates, first, model, type State } from '@components/widgets/init-histograms/model';
import type { Random } from '@engine';

export const heLayer: PartsExercise = {
  id: 'pi-he-layer',
  kind: 'number',
  title: { en: 'A layer of ReLU units', zh: '一层 ReLU 单元' },
  about: 'he-for-relu',
  statement: {
    en: tex`A layer with $\slot{p}$ inputs and $\slot{q}$ outputs stands in a network of ReLU units. Which standard deviation does He initialisation give its weights (four decimals)? And if somebody takes Xavier’s variance instead, by what factor does the layer multiply the variance of the sums on the way forward (three decimals)?`,
    zh: tex`在一个用 ReLU 的网络里，某一层有 $\slot{p}$ 个输入、$\slot{q}$ 个输出。He 初始化给权重的标准差是多少（四位小数）？如果有人误用了 Xavier 的方差，向前走时加权和的方差每过这一层乘以多少（三位小数）？`,
  },
  draw: (random) => {
    let [p, q] = [0, 0];
    while (Math.abs(p - q) < 15) {
      p = drawNumber(random, 20, 150, 0);
      q = drawNumber(random, 20, 150, 0);
    }
    return { p, q, s: Math.sqrt(2 / p), f: p / (p + q), n: p + q };
  },
  parts: [
    part({
      id: 's',
      label: { en: tex`$\sigma =$`, zh: tex`$\sigma =$` },
      spoken: { en: 'standard deviation of a weight', zh: '一个权重的标准差' },
      decimals: 4,
      answer: ({ p }) => Math.sqrt(2 / Number(p)),
      mistakes: [
        {
          id: 'variance',
          says: {
            en: 'That is the variance. The question asks for the standard deviation, its root.',
            zh: '这是方差。题目要的是标准差，也就是它的平方根。',
          },
          about: 'eq-pi-he',
          value: ({ p }) => 2 / Number(p),
        },
        {
          id: 'no-two',
          says: {
            en: 'The 2 seems to be missing. It makes up for the half that ReLU loses.',
            zh: '2 似乎漏了。它补上 ReLU 丢掉的一半。',
          },
          about: 'eq-pi-relu-half',
          value: ({ p }) => Math.sqrt(1 / Number(p)),
        },
        {
          id: 'outputs',
          says: {
            en: 'You seem to have counted the outputs. He’s rule counts the inputs.',
            zh: '你似乎数了输出。He 的规则数的是输入。',
          },
          about: 'eq-pi-he',
          value: ({ q }) => Math.sqrt(2 / Number(q)),
        },
        {
          id: 'xavier',
          says: {
            en: 'That is Xavier’s standard deviation, with inputs and outputs added up.',
            zh: '这是 Xavier 的标准差，把输入和输出加在了一起。',
          },
          about: 'eq-pi-xavier-normal',
          value: ({ p, q }) => Math.sqrt(2 / (Number(p) + Number(q))),
        },
      ],
    }),
    part({
      id: 'f',
      label: { en: 'factor with Xavier', zh: '用 Xavier 时的因子' },
      spoken: { en: 'factor with Xavier', zh: '用 Xavier 时的因子' },
      decimals: 3,
      answer: ({ p, q }) => Number(p) / (Number(p) + Number(q)),
      mistakes: [
        {
          id: 'no-half',
          says: {
            en: 'You seem to have forgotten that ReLU lets only half through.',
            zh: '你似乎忘了 ReLU 只让一半通过。',
          },
          about: 'eq-pi-relu-layer',
          value: ({ p, q }) => (2 * Number(p)) / (Number(p) + Number(q)),
        },
        {
          id: 'backward',
          says: {
            en: 'That is the factor backward. Forward the inputs count.',
            zh: '这是反向的因子。向前要数输入。',
          },
          about: 'eq-pi-relu-layer',
          value: ({ p, q }) => Number(q) / (Number(p) + Number(q)),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'With ReLU a layer multiplies the variance by one half, times the inputs, times the variance of the weights.',
      zh: '用 ReLU 时，一层使方差乘以二分之一，乘以输入个数，再乘以权重的方差。',
    },
    {
      en: 'He: choose the variance so that this is 1. The standard deviation is its root.',
      zh: 'He：取适当的方差，使它等于 1。标准差是方差的平方根。',
    },
    {
      en: tex`Xavier’s variance is $\frac{2}{\slot{n}}$. Put it into the product, the half included.`,
      zh: tex`Xavier 的方差是 $\frac{2}{\slot{n}}$。把它代进那个乘积，别忘了二分之一。`,
    },
  ],
  solution: [
    {
      en: tex`He: $\sqrt{\frac{2}{\slot{p}}} \approx \slot{s}$. With Xavier: $\frac12 \cdot \slot{p} \cdot \frac{2}{\slot{n}} \approx \slot{f}$.`,
      zh: tex`He：$\sqrt{\frac{2}{\slot{p}}} \approx \slot{s}$。用 Xavier：$\frac12 \cdot \slot{p} \cdot \frac{2}{\slot{n}} \approx \slot{f}$。`,
    },
    {
      en: tex`He’s standard deviation is $\slot{s}$. Xavier’s variance would leave $\slot{f}$ of the variance in every such layer.`,
      zh: tex`He 的标准差是 $\slot{s}$。用 Xavier 的方差，每过这样一层，方差只剩 $\slot{f}$。`,
    },
  ],
};

const stateOf = (v: Values): State => ({
  ...first,
  kind: 'normal',
  sigma: numberOf(v, 'log'),
  seed: numberOf(v, 'seed'),
});

export const predictSignal: PredictExercise = {
  id: 'pi-predict-signal',
  kind: 'predict',
  title: { en: 'What becomes of the signal', zh: '信号会怎么样' },
  about: 'ten-layers',
  statement: {
    en: tex`Ten layers of tanh units, 100 and 60 by turns, with normal weights of standard deviation $\slot{s}$ (drawn with the seed $\slot{seed}$). What becomes of the activations on their way through? Predict first; then the figure appears.`,
    zh: tex`十层 tanh 单元，每层 100 与 60 个交替，权重是正态分布，标准差 $\slot{s}$（用种子 $\slot{seed}$ 抽取）。激活值一路走过去会怎么样？先预测，图随后出现。`,
  },
  draw: (random) => {
    const log = random.bernoulli(1 / 3)
      ? -drawNumber(random, 1.6, 2.4)
      : random.bernoulli(0.5)
        ? drawNumber(random, -0.2, 0.4)
        : -drawNumber(random, 0.86, 0.94, 2);
    const s = Number((10 ** log).toFixed(3));
    return {
      log: Math.log10(s),
      s,
      seed: 1 + random.integer(999),
      big: 100 * s ** 2,
      small: 60 * s ** 2,
    };
  },
  decimals: 3,
  options: [
    {
      id: 'dies',
      text: { en: 'They shrink until almost nothing is left.', zh: '一层层缩小，几乎什么也不剩。' },
      says: {
        en: 'That happens where the factors of the layers lie far under 1.',
        zh: '各层的因子远小于 1 时会这样。',
      },
    },
    {
      id: 'kept',
      text: { en: 'They roughly keep their size.', zh: '大小基本保持。' },
      says: {
        en: 'That happens where the factors of the layers lie near 1.',
        zh: '各层的因子在 1 附近时会这样。',
      },
    },
    {
      id: 'saturates',
      text: { en: 'Most of them crowd near −1 and 1.', zh: '多数挤到 −1 和 1 附近。' },
      says: {
        en: 'That happens where the factors of the layers lie far over 1: tanh cannot go beyond 1.',
        zh: '各层的因子远大于 1 时会这样：tanh 超不过 1。',
      },
    },
  ],
  right: (v) => {
    const state = stateOf(v);
    return [fates(model(state), state).forward];
  },
  widget: 'init-histograms',
  fragment: (v) => encodeFragment('init-histograms', stateOf(v), first),
  hints: [
    {
      en: 'Find the factor by which a layer multiplies the variance, once for 100 inputs and once for 60.',
      zh: '求每层使方差乘以多少：100 个输入算一次，60 个输入算一次。',
    },
    {
      en: 'The factor is the number of inputs times the square of the standard deviation.',
      zh: '因子等于输入个数乘以标准差的平方。',
    },
    {
      en: tex`The two factors are about $\slot{big}$ and $\slot{small}$. What do ten of them make?`,
      zh: tex`两个因子大约是 $\slot{big}$ 和 $\slot{small}$。十个乘起来会怎样？`,
    },
  ],
  solution: [
    {
      en: tex`The factors: $100 \cdot \slot{s}^2 \approx \slot{big}$ and $60 \cdot \slot{s}^2 \approx \slot{small}$.`,
      zh: tex`两个因子：$100 \cdot \slot{s}^2 \approx \slot{big}$，$60 \cdot \slot{s}^2 \approx \slot{small}$。`,
    },
    {
      en: 'Compare both with 1. Far under 1, the signal dies; near 1, it is kept; far over 1, tanh holds it at −1 and 1, and it is saturated.',
      zh: '把它们与 1 比较：远小于 1，信号消失；在 1 附近，信号保持；远大于 1，tanh 把它挡在 −1 和 1，于是饱和。',
    },
  ],
};

type Rows = number[][];
const scaled = (rows: Rows, factor: number): Rows => rows.map((row) => row.map((g) => g * factor));

export const bugHe: CodeExercise = {
  id: 'pi-bug-he',
  kind: 'find-the-bug',
  form: 'code',
  title: { en: 'He, wrong in one place', zh: '有一处错误的 He' },
  about: 'he-for-relu',
  statement: {
    en: tex`The function \`he(normals)\` gets a matrix in rows, one row for each unit of the layer and one column for each input. Its entries are drawn from a normal distribution with mean 0 and standard deviation 1. It should return weights with He’s variance. It is wrong in one place; repair it.`,
    zh: tex`函数 \`he(normals)\` 收到一个按行存放的矩阵，每个单元一行，每个输入一列，元素抽自期望 0、标准差 1 的正态分布。它应当返回方差符合 He 初始化的权重。有一处错了，把它改对。`,
  },
  functionName: 'he',
  starter: `function he(normals: number[][]): number[][] {
  const inputs = normals[0].length;
  return normals.map((row) => row.map((g) => g * (2 / inputs)));
}
`,
  answer: `function he(normals: number[][]): number[][] {
  const inputs = normals[0].length;
  return normals.map((row) => row.map((g) => g * Math.sqrt(2 / inputs)));
}
`,
  cases: (random: Random) =>
    [
      {
        name: { en: '2 inputs, where the slip cannot be seen', zh: '2 个输入，看不出错' },
        p: 2,
        q: 3,
      },
      { name: { en: '5 inputs', zh: '5 个输入' }, p: 5, q: 3 },
      { name: { en: '3 inputs', zh: '3 个输入' }, p: 3, q: 4 },
    ].map(({ name, p, q }) => {
      const normals = drawRows(random, q, p, -2, 2, 2);
      return { name, args: [normals], expected: scaled(normals, Math.sqrt(2 / p)) };
    }),
  mistakes: [
    {
      id: 'variance',
      says: {
        en: 'It still multiplies by the variance. A number that is multiplied by s has its variance multiplied by the square of s.',
        zh: '乘的还是方差。一个数乘以 s，它的方差要乘以 s 的平方。',
      },
      about: 'eq-pi-variance-product',
      run: (normals: Rows) => scaled(normals, 2 / normals[0]!.length),
    },
    {
      id: 'rows',
      says: {
        en: 'The root is right now, but the number of rows is the number of outputs. The inputs are the columns.',
        zh: '开方对了，可是行数是输出个数。输入是列数。',
      },
      about: 'eq-pi-he',
      run: (normals: Rows) => scaled(normals, Math.sqrt(2 / normals.length)),
    },
    {
      id: 'lecun',
      says: {
        en: 'The 2 has got lost: it makes up for the half that ReLU drops.',
        zh: '2 丢了：它补上 ReLU 丢掉的一半。',
      },
      about: 'eq-pi-relu-half',
      run: (normals: Rows) => scaled(normals, Math.sqrt(1 / normals[0]!.length)),
    },
  ],
  hints: [
    {
      en: 'The case with 2 inputs passes, the others do not. For which number are a value and its root the same?',
      zh: '2 个输入的情形通过了，别的没有。什么数与它的平方根相等？',
    },
    {
      en: 'The entries have standard deviation 1. Multiplying by a number makes that number the standard deviation.',
      zh: '元素的标准差是 1。乘以一个数，这个数就成了标准差。',
    },
    {
      en: tex`He’s rule gives the variance, $2/\units{l-1}$. What should stand in the code is the standard deviation.`,
      zh: tex`He 的规则给出的是方差 $2/\units{l-1}$。代码里应该写标准差。`,
    },
  ],
  solution: [
    {
      en: tex`Multiplying a number of standard deviation 1 by \`s\` gives it the standard deviation \`s\` and the variance \`s * s\`.`,
      zh: tex`标准差为 1 的数乘以 \`s\`，标准差变成 \`s\`，方差变成 \`s * s\`。`,
    },
    {
      en: tex`So \`2 / inputs\`, a variance, must become \`Math.sqrt(2 / inputs)\`. With 2 inputs both are 1, and the slip hides.`,
      zh: tex`所以方差 \`2 / inputs\` 要改成 \`Math.sqrt(2 / inputs)\`。有 2 个输入时两者都是 1，错就藏起来了。`,
    },
  ],
};
