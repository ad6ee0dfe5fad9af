import { slotMatrix, tex } from '@components/exercise/tex';
import type { LineExercise, PartsExercise, Values } from '@components/exercise/types';
import { drawList, drawRows, matrixOf, part } from '@components/exercise/values';
import { add, hadamard, matmul } from '@engine';

const product = (v: Values) => matmul(matrixOf(v, 'V'), matrixOf(v, 'W'));
const bias = (v: Values) => add(matmul(matrixOf(v, 'V'), matrixOf(v, 'c')), matrixOf(v, 'd'));

export const collapseNumbers: PartsExercise = {
  id: 'wn-collapse-numbers',
  kind: 'matrix',
  title: { en: 'Two layers that are one', zh: '合成一层的两层' },
  about: 'without-activation-functions-depth-is-nothing',
  statement: {
    en: tex`Two layers without activation functions: $\W{1} = ${slotMatrix('W', 2, 2)}$, $\bias{1} = ${slotMatrix('c', 2)}$, $\W{2} = ${slotMatrix('V', 2, 2)}$, $\bias{2} = ${slotMatrix('d', 2)}$. Together they compute $W\,\x + b$. Find $W$ and $b$, exactly.`,
    zh: tex`两层都没有激活函数：$\W{1} = ${slotMatrix('W', 2, 2)}$，$\bias{1} = ${slotMatrix('c', 2)}$，$\W{2} = ${slotMatrix('V', 2, 2)}$，$\bias{2} = ${slotMatrix('d', 2)}$。它们合起来算的是 $W\,\x + b$。求 $W$ 和 $b$ 的准确值。`,
  },
  draw: (random) => {
    const values = {
      W: drawRows(random, 2, 2, -4, 4, 0),
      V: drawRows(random, 2, 2, -4, 4, 0),
      c: drawList(random, 2, -3, 3, 0),
      d: drawList(random, 2, -3, 3, 0),
    };
    return { ...values, both: product(values).toRows(), bias: bias(values).toRows() };
  },
  parts: [
    part({
      id: 'both',
      label: { en: '$W =$', zh: '$W =$' },
      spoken: { en: 'the one weight matrix', zh: '合成的权重矩阵' },
      decimals: 2,
      answer: (v) => product(v).toRows(),
      mistakes: [
        {
          id: 'order',
          says: {
            en: tex`The factors seem to stand in the other order. Layer 1 acts first, so $\W{1}$ stands next to the input: the product is $\W{2}\,\W{1}$.`,
            zh: tex`两个因子的次序似乎反了。第 1 层先起作用，所以 $\W{1}$ 紧挨着输入，乘积是 $\W{2}\,\W{1}$。`,
          },
          about: 'eq-wn-collapse',
          value: (v) => matmul(matrixOf(v, 'W'), matrixOf(v, 'V')).toRows(),
        },
        {
          id: 'sum',
          says: {
            en: 'You seem to have added the matrices. One layer works on the result of the other, so they multiply.',
            zh: '你似乎把两个矩阵加了起来。一层作用在另一层的结果上，所以是相乘。',
          },
          about: 'eq-wn-collapse',
          value: (v) => add(matrixOf(v, 'V'), matrixOf(v, 'W')).toRows(),
        },
        {
          id: 'entries',
          says: {
            en: 'You seem to have multiplied entry by entry. A product of matrices is rows times columns.',
            zh: '你似乎把对应位置的数相乘了。矩阵相乘是行乘以列。',
          },
          about: 'eq-wn-collapse',
          value: (v) => hadamard(matrixOf(v, 'V'), matrixOf(v, 'W')).toRows(),
        },
      ],
    }),
    part({
      id: 'bias',
      label: { en: '$b =$', zh: '$b =$' },
      spoken: { en: 'the one bias', zh: '合成的偏置' },
      decimals: 2,
      answer: (v) => bias(v).toRows(),
      mistakes: [
        {
          id: 'first-lost',
          says: {
            en: 'The bias of layer 1 seems to be lost. It goes through layer 2 as well.',
            zh: '第 1 层的偏置似乎丢了。它也要经过第 2 层。',
          },
          about: 'eq-wn-collapse',
          value: (v) => matrixOf(v, 'd').toRows(),
        },
        {
          id: 'just-added',
          says: {
            en: tex`You seem to have added the biases as they are. That of layer 1 is multiplied by $\W{2}$ first.`,
            zh: tex`你似乎直接把两个偏置加了起来。第 1 层的偏置要先乘上 $\W{2}$。`,
          },
          about: 'eq-wn-collapse',
          value: (v) => add(matrixOf(v, 'c'), matrixOf(v, 'd')).toRows(),
        },
        {
          id: 'second-lost',
          says: {
            en: 'The bias of layer 2 seems to be missing.',
            zh: '第 2 层的偏置似乎漏了。',
          },
          about: 'eq-wn-collapse',
          value: (v) => matmul(matrixOf(v, 'V'), matrixOf(v, 'c')).toRows(),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'Put the first layer into the second and multiply out. What stands in front of the input, and what is left over?',
      zh: '把第一层代入第二层，乘开。输入前面的是什么？剩下的又是什么？',
    },
    {
      en: tex`$W$ is the product $\W{2}\,\W{1}$, and $b$ is $\W{2}\,\bias{1} + \bias{2}$.`,
      zh: tex`$W$ 是乘积 $\W{2}\,\W{1}$，$b$ 是 $\W{2}\,\bias{1} + \bias{2}$。`,
    },
    {
      en: tex`The first entry of $W$ is $\slot{V.1.1} \cdot \slotp{W.1.1} + \slotp{V.1.2} \cdot \slotp{W.2.1} = \slot{both.1.1}$. The first entry of $b$ is $\slot{V.1.1} \cdot \slotp{c.1} + \slotp{V.1.2} \cdot \slotp{c.2} + \slotp{d.1}$.`,
      zh: tex`$W$ 的第一个数是 $\slot{V.1.1} \cdot \slotp{W.1.1} + \slotp{V.1.2} \cdot \slotp{W.2.1} = \slot{both.1.1}$，$b$ 的第一个数是 $\slot{V.1.1} \cdot \slotp{c.1} + \slotp{V.1.2} \cdot \slotp{c.2} + \slotp{d.1}$。`,
    },
  ],
  solution: [
    {
      en: tex`The matrix: $${slotMatrix('V', 2, 2)} ${slotMatrix('W', 2, 2)} = ${slotMatrix('both', 2, 2)}$.`,
      zh: tex`矩阵：$${slotMatrix('V', 2, 2)} ${slotMatrix('W', 2, 2)} = ${slotMatrix('both', 2, 2)}$。`,
    },
    {
      en: tex`The bias: $${slotMatrix('V', 2, 2)} ${slotMatrix('c', 2)} + ${slotMatrix('d', 2)} = ${slotMatrix('bias', 2, 1)}$.`,
      zh: tex`偏置：$${slotMatrix('V', 2, 2)} ${slotMatrix('c', 2)} + ${slotMatrix('d', 2)} = ${slotMatrix('bias', 2, 1)}$。`,
    },
    {
      en: tex`So $W$ is $${slotMatrix('both', 2, 2)}$ and $b$ is $${slotMatrix('bias', 2, 1)}$.`,
      zh: tex`所以 $W$ 是 $${slotMatrix('both', 2, 2)}$，$b$ 是 $${slotMatrix('bias', 2, 1)}$。`,
    },
  ],
};

const same = (formula: string) => ({ en: formula, zh: formula });

export const bugCollapse: LineExercise = {
  id: 'wn-bug-collapse',
  kind: 'find-the-bug',
  form: 'line',
  title: { en: 'A slip in multiplying out', zh: '乘开时的一处错误' },
  about: 'without-activation-functions-depth-is-nothing',
  statement: {
    en: tex`Somebody multiplies out two layers without activation functions. One line does not follow from the line before it; all others do. Find that line.`,
    zh: tex`有人把两层没有激活函数的网络乘开。有一行不能由它的前一行得出，其余各行都可以。找出这一行。`,
  },
  lines: [
    {
      id: 'layer-two',
      text: same(tex`$\zi{2}{i} = \sum_{j=1}^{\units{1}} \Wi{2}{ij}\,\zi{1}{j} + \biasi{2}{i}$`),
      says: {
        en: 'This is layer 2, which receives the sums of layer 1 as they are. The bug is elsewhere.',
        zh: '这是第 2 层，它收到的就是第 1 层的加权和。错在别处。',
      },
    },
    {
      id: 'layer-one',
      text: same(
        tex`$= \sum_{j=1}^{\units{1}} \Wi{2}{ij}\Bigl(\,\sum_{k=1}^{\units{0}} \Wi{1}{jk}\,\xin{k} + \biasi{1}{j}\Bigr) + \biasi{2}{i}$`,
      ),
      says: {
        en: 'The sums of layer 1 have been written out, bias included. The bug is elsewhere.',
        zh: '第 1 层的加权和写了出来，偏置也在内。错在别处。',
      },
    },
    {
      id: 'bracket',
      text: same(
        tex`$= \sum_{j=1}^{\units{1}} \sum_{k=1}^{\units{0}} \Wi{2}{ij}\,\Wi{1}{jk}\,\xin{k} + \sum_{j=1}^{\units{1}} \biasi{1}{j} + \biasi{2}{i}$`,
      ),
      says: {
        en: tex`The factor in front of a bracket multiplies every term inside. $\Wi{2}{ij}$ is missing in front of $\biasi{1}{j}$.`,
        zh: tex`括号前的因子要乘括号里的每一项。$\biasi{1}{j}$ 前面少了 $\Wi{2}{ij}$。`,
      },
    },
    {
      id: 'inner-first',
      text: same(
        tex`$= \sum_{k=1}^{\units{0}} \Bigl(\,\sum_{j=1}^{\units{1}} \Wi{2}{ij}\,\Wi{1}{jk}\Bigr)\,\xin{k} + \sum_{j=1}^{\units{1}} \biasi{1}{j} + \biasi{2}{i}$`,
      ),
      says: {
        en: 'Here the sums have changed places, which is allowed. This line only carries on what was wrong already.',
        zh: '这里只是交换了求和的次序，没有错。它只是把前面的错带了下来。',
      },
    },
  ],
  wrongLine: 'bracket',
  hints: [
    {
      en: 'Follow one term after another from line to line. Does each arrive whole?',
      zh: '一项一项地跟着走，看每一项是不是都完整地到了下一行。',
    },
    {
      en: tex`Watch the bias $\biasi{1}{j}$. What stands in front of its bracket?`,
      zh: tex`盯住偏置 $\biasi{1}{j}$。它的括号前面是什么？`,
    },
    {
      en: 'A factor in front of a bracket multiplies every term inside it.',
      zh: '括号前的因子，要乘括号里的每一项。',
    },
  ],
  solution: [
    {
      en: tex`In the second line $\Wi{2}{ij}$ multiplies the whole bracket, so the third should have $\sum_{j=1}^{\units{1}} \Wi{2}{ij}\,\biasi{1}{j}$.`,
      zh: tex`第二行里 $\Wi{2}{ij}$ 乘的是整个括号，所以第三行应当是 $\sum_{j=1}^{\units{1}} \Wi{2}{ij}\,\biasi{1}{j}$。`,
    },
    {
      en: tex`The line that does not follow is $= \sum_{j=1}^{\units{1}} \sum_{k=1}^{\units{0}} \Wi{2}{ij}\,\Wi{1}{jk}\,\xin{k} + \sum_{j=1}^{\units{1}} \biasi{1}{j} + \biasi{2}{i}$.`,
      zh: tex`不能由前一行得出的是 $= \sum_{j=1}^{\units{1}} \sum_{k=1}^{\units{0}} \Wi{2}{ij}\,\Wi{1}{jk}\,\xin{k} + \sum_{j=1}^{\units{1}} \biasi{1}{j} + \biasi{2}{i}$。`,
    },
  ],
};
