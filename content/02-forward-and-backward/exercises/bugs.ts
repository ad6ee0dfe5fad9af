import { tex } from '@components/exercise/tex';
import type { Case, CodeExercise, LineExercise } from '@components/exercise/types';
import { drawList, drawRows } from '@components/exercise/values';
import { hadamard, Matrix, matmulTN, type Random } from '@engine';

export const bugIndex: LineExercise = {
  id: 'fb-bug-index',
  kind: 'find-the-bug',
  form: 'line',
  title: { en: 'A derivation that went wrong', zh: '一个推错了的式子' },
  about: 'a-hidden-layer',
  statement: {
    en: tex`Somebody derives the error $\delti{l}{j}$ of a hidden unit. One line does not follow from the line before it; all others do. Find that line.`,
    zh: tex`有人这样推导隐藏单元的误差项 $\delti{l}{j}$。有一行不能由它的前一行得出，其余各行都可以。找出这一行。`,
  },
  lines: [
    {
      id: 'definition',
      text: {
        en: tex`$\delti{l}{j} = \dd{\loss}{\zi{l}{j}}$`,
        zh: tex`$\delti{l}{j} = \dd{\loss}{\zi{l}{j}}$`,
      },
      says: {
        en: 'This is the definition of the error. The bug is elsewhere.',
        zh: '这是误差项的定义。错在别处。',
      },
    },
    {
      id: 'chain',
      text: {
        en: tex`$= \sum_{k=1}^{\units{l+1}} \dd{\loss}{\zi{l+1}{k}}\,\dd{\zi{l+1}{k}}{\zi{l}{j}}$`,
        zh: tex`$= \sum_{k=1}^{\units{l+1}} \dd{\loss}{\zi{l+1}{k}}\,\dd{\zi{l+1}{k}}{\zi{l}{j}}$`,
      },
      says: {
        en: 'This is the chain rule over all listeners, as it should be. The bug is elsewhere.',
        zh: '这是对所有听众用链式法则，没有错。错在别处。',
      },
    },
    {
      id: 'error-index',
      text: {
        en: tex`$= \sum_{k=1}^{\units{l+1}} \delti{l+1}{j}\,\dd{\zi{l+1}{k}}{\zi{l}{j}}$`,
        zh: tex`$= \sum_{k=1}^{\units{l+1}} \delti{l+1}{j}\,\dd{\zi{l+1}{k}}{\zi{l}{j}}$`,
      },
      says: {
        en: tex`By definition $\dds{\loss}{\zi{l+1}{k}}$ is $\delti{l+1}{k}$. With $j$ every listener would answer with the error of one and the same unit.`,
        zh: tex`按定义，$\dds{\loss}{\zi{l+1}{k}}$ 是 $\delti{l+1}{k}$。写成 $j$，就等于每个听众都用同一个单元的误差项来回答。`,
      },
    },
    {
      id: 'through-a',
      text: {
        en: tex`$= \sum_{k=1}^{\units{l+1}} \delti{l+1}{j}\,\dd{\zi{l+1}{k}}{\acti{l}{j}}\,\dd{\acti{l}{j}}{\zi{l}{j}}$`,
        zh: tex`$= \sum_{k=1}^{\units{l+1}} \delti{l+1}{j}\,\dd{\zi{l+1}{k}}{\acti{l}{j}}\,\dd{\acti{l}{j}}{\zi{l}{j}}$`,
      },
      says: {
        en: 'The step from the line before is right: the chain rule by way of the activation. It only carries on what was wrong already.',
        zh: '从前一行到这一行没有错，是经过激活值的链式法则。它只是把前面的错带了下来。',
      },
    },
    {
      id: 'inserted',
      text: {
        en: tex`$= \Bigl(\,\sum_{k=1}^{\units{l+1}} \delti{l+1}{j}\,\Wi{l+1}{kj}\Bigr)\,\fp{l}(\zi{l}{j})$`,
        zh: tex`$= \Bigl(\,\sum_{k=1}^{\units{l+1}} \delti{l+1}{j}\,\Wi{l+1}{kj}\Bigr)\,\fp{l}(\zi{l}{j})$`,
      },
      says: {
        en: 'Both rates are right, and the slope may move out of the sum. This line only carries on what was wrong already.',
        zh: '两个变化率都对，斜率也可以提到和号外面。这一行只是把前面的错带了下来。',
      },
    },
  ],
  wrongLine: 'error-index',
  hints: [
    {
      en: tex`Follow the index $k$ from line to line. What does it stand for?`,
      zh: tex`一行一行地跟着下标 $k$ 走。它代表什么？`,
    },
    {
      en: tex`In a sum over the listeners, everything that belongs to the listener carries $k$; what belongs to the hidden unit carries $j$.`,
      zh: tex`在对听众的求和里，属于听众的量带着 $k$，属于隐藏单元的量带着 $j$。`,
    },
    {
      en: tex`Put the definition $\delti{l+1}{k} = \dd{\loss}{\zi{l+1}{k}}$ into the second line yourself, and compare with the third.`,
      zh: tex`自己把定义 $\delti{l+1}{k} = \dd{\loss}{\zi{l+1}{k}}$ 代进第二行，再和第三行比较。`,
    },
  ],
  solution: [
    {
      en: tex`The second line is right: the loss feels $\zi{l}{j}$ through all listeners $k$.`,
      zh: tex`第二行没有错：损失通过所有听众 $k$ 感受到 $\zi{l}{j}$。`,
    },
    {
      en: tex`The factor $\dd{\loss}{\zi{l+1}{k}}$ is by definition $\delti{l+1}{k}$, so the third line should be $\sum_{k=1}^{\units{l+1}} \delti{l+1}{k}\,\dd{\zi{l+1}{k}}{\zi{l}{j}}$. The line that does not follow is $= \sum_{k=1}^{\units{l+1}} \delti{l+1}{j}\,\dd{\zi{l+1}{k}}{\zi{l}{j}}$.`,
      zh: tex`因子 $\dd{\loss}{\zi{l+1}{k}}$ 按定义是 $\delti{l+1}{k}$，所以第三行应当是 $\sum_{k=1}^{\units{l+1}} \delti{l+1}{k}\,\dd{\zi{l+1}{k}}{\zi{l}{j}}$。不能由前一行得出的是 $= \sum_{k=1}^{\units{l+1}} \delti{l+1}{j}\,\dd{\zi{l+1}{k}}{\zi{l}{j}}$。`,
    },
  ],
};

type Rows = number[][];

/** δ of the layer before from as many listeners as units. */
function squareCase(random: Random, units: number, en: string, zh: string): Case {
  const W = drawRows(random, units, units, -0.9, 0.9);
  const [delta, slope] = [drawList(random, units, -0.9, 0.9), drawList(random, units, 0.1, 0.9)];
  const back = matmulTN(Matrix.from(W), Matrix.column(delta));
  const expected = hadamard(back, Matrix.column(slope)).toColumn();
  return { name: { en, zh }, args: [W, delta, slope], expected };
}

/** The same with weights alike in both directions, where a lost transpose cannot be seen. */
function symmetricCase(random: Random): Case {
  const [p = 0, q = 0, r = 0] = drawList(random, 3, -0.9, 0.9);
  const W = [
    [p, q],
    [q, r],
  ];
  const [delta, slope] = [drawList(random, 2, -0.9, 0.9), drawList(random, 2, 0.1, 0.9)];
  const back = matmulTN(Matrix.from(W), Matrix.column(delta));
  return {
    name: { en: 'a symmetric W', zh: '对称的 W' },
    args: [W, delta, slope],
    expected: hadamard(back, Matrix.column(slope)).toColumn(),
  };
}

/** The sum for one unit, with the weights and the factor that a slip takes. */
const slipped =
  (weight: (W: Rows, k: number, j: number) => number, sloped = true) =>
  (W: Rows, delta: number[], slope: number[]): number[] =>
    slope.map(
      (s, j) => delta.reduce((sum, d, k) => sum + d * weight(W, k, j), 0) * (sloped ? s : 1),
    );

export const bugTranspose: CodeExercise = {
  id: 'fb-bug-transpose',
  kind: 'find-the-bug',
  form: 'code',
  title: { en: 'A function that is wrong in one place', zh: '有一处错误的函数' },
  about: 'the-four-equations',
  statement: {
    en: tex`The function \`hiddenDelta(W, delta, slope)\` should return $\delt{l}$: \`W\` is $\W{l+1}$ in rows, \`delta\` is $\delt{l+1}$, and \`slope\` holds the slopes $\fp{l}(\z{l})$. It runs without complaint and is wrong in one place. Repair it.`,
    zh: tex`函数 \`hiddenDelta(W, delta, slope)\` 应当返回 $\delt{l}$：\`W\` 是按行存放的 $\W{l+1}$，\`delta\` 是 $\delt{l+1}$，\`slope\` 是各个斜率 $\fp{l}(\z{l})$。它照样能运行，可是有一处错了。把它改对。`,
  },
  functionName: 'hiddenDelta',
  starter: `function hiddenDelta(W: number[][], delta: number[], slope: number[]): number[] {
  return slope.map((s, j) => {
    let sum = 0;
    for (let k = 0; k < delta.length; k++) sum += W[j][k] * delta[k];
    return sum * s;
  });
}
`,
  answer: `function hiddenDelta(W: number[][], delta: number[], slope: number[]): number[] {
  return slope.map((s, j) => {
    let sum = 0;
    for (let k = 0; k < delta.length; k++) sum += W[k][j] * delta[k];
    return sum * s;
  });
}
`,
  cases: (random) => [
    symmetricCase(random),
    squareCase(random, 2, 'two units, two listeners', '两个单元，两个听众'),
    squareCase(random, 3, 'three units, three listeners', '三个单元，三个听众'),
  ],
  mistakes: [
    {
      id: 'still-rows',
      says: {
        en: tex`It still goes along the rows of \`W\`. That is what the forward pass does; on the way back the sum goes down a column.`,
        zh: tex`它还是沿着 \`W\` 的行相加。前向才是这样；往回传时要沿着列相加。`,
      },
      about: 'eq-fb-delta-hidden',
      run: slipped((W, k, j) => W[j]![k]!),
    },
    {
      id: 'slope-lost',
      says: {
        en: 'The columns are right now, but the slope has got lost. It was right as it stood.',
        zh: '现在列是对的，可是斜率丢了。它原来没有错。',
      },
      about: 'eq-fb-delta-hidden',
      run: slipped((W, k, j) => W[k]![j]!, false),
    },
  ],
  hints: [
    {
      en: tex`The case with a symmetric \`W\` passes, the others do not. What does that say about the place of the bug?`,
      zh: tex`\`W\` 对称的那种情形通过了，别的没有。这说明错在哪里？`,
    },
    {
      en: tex`The equation is $\delt{l} = \bigl(\Wt{l+1}\,\delt{l+1}\bigr) \had \fp{l}(\z{l})$. Look at what the transpose does to the indices.`,
      zh: tex`公式是 $\delt{l} = \bigl(\Wt{l+1}\,\delt{l+1}\bigr) \had \fp{l}(\z{l})$。看看转置对下标做了什么。`,
    },
    {
      en: tex`In $\Wi{l+1}{kj}$ the listener $k$ comes first. In the code, \`k\` is the listener: it runs over \`delta\`.`,
      zh: tex`在 $\Wi{l+1}{kj}$ 里，听众 $k$ 在前。代码里的 \`k\` 就是听众，它在 \`delta\` 上走。`,
    },
  ],
  solution: [
    {
      en: tex`Unit $j$ gathers $\sum_k \Wi{l+1}{kj}\,\delti{l+1}{k}$: the weights that leave it stand in column $j$.`,
      zh: tex`单元 $j$ 收集 $\sum_k \Wi{l+1}{kj}\,\delti{l+1}{k}$：从它发出的权重在第 $j$ 列。`,
    },
    {
      en: tex`So \`W[j][k]\` becomes \`W[k][j]\`. With the two exchanged the function goes along a row, as if it ran forward; only a symmetric matrix does not notice.`,
      zh: tex`所以 \`W[j][k]\` 要改成 \`W[k][j]\`。写反了就成了沿着行相加，像在做前向计算；只有对称的矩阵看不出来。`,
    },
  ],
};
