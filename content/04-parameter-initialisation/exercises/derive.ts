import { tex } from '@components/exercise/tex';
import type { CodeExercise, LineExercise, OrderExercise } from '@components/exercise/types';
import { drawRows } from '@components/exercise/values';
import type { Random } from '@engine';

export const orderXavier: OrderExercise = {
  id: 'pi-order-xavier',
  kind: 'order',
  title: { en: 'From two wishes to one bound', zh: '从两个要求到一个端点' },
  about: 'xavier-both-directions',
  statement: {
    en: tex`These lines derive Xavier’s uniform distribution. Put them in an order in which every line uses only what stands before it. Several orders are right.`,
    zh: tex`下面几行推导 Xavier 的均匀分布。把它们排好，使每一行只用到前面已有的东西。正确的次序不止一种。`,
  },
  lines: [
    {
      id: 'forward',
      text: {
        en: tex`Forward, a layer multiplies the variance by $\units{l-1}\,\Var(\Wi{l}{jk})$.`,
        zh: tex`向前走，一层使方差乘以 $\units{l-1}\,\Var(\Wi{l}{jk})$。`,
      },
      after: [],
    },
    {
      id: 'backward',
      text: {
        en: tex`Backward, it multiplies the variance of the errors by $\units{l}\,\Var(\Wi{l}{jk})$.`,
        zh: tex`往回走，一层使误差项的方差乘以 $\units{l}\,\Var(\Wi{l}{jk})$。`,
      },
      after: [],
    },
    {
      id: 'forward-wish',
      text: {
        en: tex`So the signal asks for the variance $1/\units{l-1}$.`,
        zh: tex`所以信号要求方差是 $1/\units{l-1}$。`,
      },
      after: ['forward'],
    },
    {
      id: 'backward-wish',
      text: {
        en: tex`And the errors ask for the variance $1/\units{l}$.`,
        zh: tex`而误差项要求方差是 $1/\units{l}$。`,
      },
      after: ['backward'],
    },
    {
      id: 'compromise',
      text: {
        en: tex`The value that misses both by the same amount is $2/(\units{l-1} + \units{l})$.`,
        zh: tex`离两个要求一样远的值是 $2/(\units{l-1} + \units{l})$。`,
      },
      after: ['forward-wish', 'backward-wish'],
    },
    {
      id: 'uniform',
      text: {
        en: tex`A uniform distribution on $\pm c$ has the variance $c^2/3$.`,
        zh: tex`在 $\pm c$ 之间均匀分布，方差是 $c^2/3$。`,
      },
      after: [],
    },
    {
      id: 'bound',
      text: {
        en: tex`With this variance the end $c$ comes to $\sqrt{6/(\units{l-1} + \units{l})}$.`,
        zh: tex`取这个方差，端点 $c$ 就等于 $\sqrt{6/(\units{l-1} + \units{l})}$。`,
      },
      after: ['compromise', 'uniform'],
    },
  ],
  mistakes: [
    {
      id: 'bound-first',
      says: {
        en: 'The end of the interval is computed before it is known which variance is wanted.',
        zh: '还不知道要什么方差，就先算了端点。',
      },
      about: 'eq-pi-xavier-uniform',
      earlier: 'compromise',
      later: 'bound',
    },
    {
      id: 'no-uniform',
      says: {
        en: 'To get from a variance to an end one must know the variance of a uniform distribution.',
        zh: '要由方差求端点，得先知道均匀分布的方差。',
      },
      about: 'eq-pi-uniform-variance',
      earlier: 'uniform',
      later: 'bound',
    },
    {
      id: 'one-wish',
      says: {
        en: 'A compromise needs two wishes; the backward one is not there yet.',
        zh: '折中需要两个要求，往回的那个还没有出现。',
      },
      about: 'eq-pi-backward-condition',
      earlier: 'backward-wish',
      later: 'compromise',
    },
    {
      id: 'wish-first',
      says: {
        en: 'A variance is asked for before it is said by what a layer multiplies.',
        zh: '还没有说一层乘以多少，就先提出了要求。',
      },
      about: 'eq-pi-variance-z',
      earlier: 'forward',
      later: 'forward-wish',
    },
  ],
  hints: [
    {
      en: 'Three lines need nothing before them: what a layer does forward, what it does backward, and a fact about uniform distributions.',
      zh: '有三行不需要任何前提：一层向前做什么，往回做什么，以及均匀分布的一条性质。',
    },
    {
      en: 'Each direction gives one wish. The compromise comes after both.',
      zh: '每个方向各给出一个要求，折中在两者之后。',
    },
    {
      en: tex`The last line is the end $\sqrt{6/(\units{l-1} + \units{l})}$. It needs the compromise and the fact.`,
      zh: tex`最后一行是端点 $\sqrt{6/(\units{l-1} + \units{l})}$，它要用到折中和那条性质。`,
    },
  ],
  solution: [
    {
      en: tex`What a layer does: $\units{l-1}\,\Var(\Wi{l}{jk})$ forward, $\units{l}\,\Var(\Wi{l}{jk})$ backward, in either order; each is followed by its wish, $1/\units{l-1}$ and $1/\units{l}$.`,
      zh: tex`一层所做的事：向前 $\units{l-1}\,\Var(\Wi{l}{jk})$，往回 $\units{l}\,\Var(\Wi{l}{jk})$，谁先都行；各自后面跟着自己的要求，$1/\units{l-1}$ 和 $1/\units{l}$。`,
    },
    {
      en: tex`After both wishes the compromise $2/(\units{l-1} + \units{l})$. The variance $c^2/3$ may stand anywhere before the last line, $\sqrt{6/(\units{l-1} + \units{l})}$.`,
      zh: tex`两个要求之后是折中 $2/(\units{l-1} + \units{l})$。方差 $c^2/3$ 放在最后一行 $\sqrt{6/(\units{l-1} + \units{l})}$ 之前的哪里都可以。`,
    },
  ],
};

export const bugBound: LineExercise = {
  id: 'pi-bug-bound',
  kind: 'find-the-bug',
  form: 'line',
  title: { en: 'Twice as wide as it should be', zh: '宽了一倍' },
  about: 'xavier-both-directions',
  statement: {
    en: tex`Somebody wants to draw weights evenly between $-c$ and $c$ with Xavier’s variance, and finds a $c$ that is twice too large. One line is wrong; all others follow from the line before. Find it.`,
    zh: tex`有人想在 $-c$ 与 $c$ 之间均匀地抽取权重，方差按 Xavier 取，结果求出的 $c$ 大了一倍。有一行错了，其余各行都能由前一行得出。找出这一行。`,
  },
  lines: [
    {
      id: 'wish',
      text: {
        en: tex`$\Var(\Wi{l}{jk}) = \frac{2}{\units{l-1} + \units{l}}$`,
        zh: tex`$\Var(\Wi{l}{jk}) = \frac{2}{\units{l-1} + \units{l}}$`,
      },
      says: {
        en: 'This is Xavier’s compromise, as it should be. The bug is elsewhere.',
        zh: '这是 Xavier 的折中，没有错。错在别处。',
      },
    },
    {
      id: 'length',
      text: {
        en: tex`$\frac{c^2}{12} = \frac{2}{\units{l-1} + \units{l}}$`,
        zh: tex`$\frac{c^2}{12} = \frac{2}{\units{l-1} + \units{l}}$`,
      },
      says: {
        en: 'A twelfth belongs to the square of the whole length. The interval from −c to c has the length 2c, so its variance is a third of the square of c.',
        zh: '十二分之一要乘的是整个长度的平方。从 −c 到 c 的长度是 2c，所以方差是 c 的平方的三分之一。',
      },
    },
    {
      id: 'solved',
      text: {
        en: tex`$c^2 = \frac{24}{\units{l-1} + \units{l}}$`,
        zh: tex`$c^2 = \frac{24}{\units{l-1} + \units{l}}$`,
      },
      says: {
        en: 'Both sides times 12: that step is right. It only carries on what was wrong already.',
        zh: '两边乘 12，这一步没有错。它只是把前面的错带了下来。',
      },
    },
    {
      id: 'root',
      text: {
        en: tex`$c = \sqrt{\frac{24}{\units{l-1} + \units{l}}}$`,
        zh: tex`$c = \sqrt{\frac{24}{\units{l-1} + \units{l}}}$`,
      },
      says: {
        en: 'The root of both sides, and c is positive: right. It only carries on what was wrong already.',
        zh: '两边开平方，c 是正数，没有错。它只是把前面的错带了下来。',
      },
    },
  ],
  wrongLine: 'length',
  hints: [
    {
      en: 'Which of the lines brings in a fact about uniform distributions?',
      zh: '哪一行用到了均匀分布的性质？',
    },
    {
      en: 'How long is the interval from −c to c?',
      zh: '从 −c 到 c 的区间有多长？',
    },
    {
      en: 'An interval of length 2c: a twelfth of the square of 2c is a third of the square of c.',
      zh: '长度是 2c：2c 的平方的十二分之一，就是 c 的平方的三分之一。',
    },
  ],
  solution: [
    {
      en: tex`The variance of a uniform distribution on $\pm c$ is $c^2/3$. A twelfth goes with the square of the whole length, which is twice as long.`,
      zh: tex`在 $\pm c$ 之间均匀分布，方差是 $c^2/3$。十二分之一配的是整个长度的平方，而长度是它的两倍。`,
    },
    {
      en: tex`The wrong line is $\frac{c^2}{12} = \frac{2}{\units{l-1} + \units{l}}$. With a third in its place the end comes to $\sqrt{6/(\units{l-1} + \units{l})}$.`,
      zh: tex`错的是 $\frac{c^2}{12} = \frac{2}{\units{l-1} + \units{l}}$。换成三分之一，端点就是 $\sqrt{6/(\units{l-1} + \units{l})}$。`,
    },
  ],
};

type Rows = number[][];
const spreadOver = (u: Rows, c: number): Rows => u.map((row) => row.map((t) => c * (2 * t - 1)));
const end = (u: Rows): number => Math.sqrt(6 / (u.length + u[0]!.length));

export const codeXavier: CodeExercise = {
  id: 'pi-code-xavier',
  kind: 'code',
  form: 'code',
  title: { en: 'Xavier, by hand', zh: '自己写 Xavier' },
  about: 'xavier-both-directions',
  statement: {
    en: tex`Write a function \`xavier(u)\`. It gets a matrix in rows, one row for each unit of the layer and one column for each input, whose entries are drawn evenly between 0 and 1. It returns a matrix of the same shape, with weights spread evenly over the interval that Xavier initialisation asks for.`,
    zh: tex`写一个函数 \`xavier(u)\`。它收到一个按行存放的矩阵，每个单元一行，每个输入一列，元素在 0 与 1 之间均匀抽取。返回形状相同的矩阵，权重均匀地分布在 Xavier 初始化要求的区间里。`,
  },
  functionName: 'xavier',
  starter: `function xavier(u: number[][]): number[][] {
  return u.map((row) => row.map((t) => t));
}
`,
  answer: `function xavier(u: number[][]): number[][] {
  const outputs = u.length;
  const inputs = u[0].length;
  const c = Math.sqrt(6 / (inputs + outputs));
  return u.map((row) => row.map((t) => c * (2 * t - 1)));
}
`,
  cases: (random: Random) =>
    [
      { name: { en: '4 inputs, 3 outputs', zh: '4 个输入，3 个输出' }, p: 4, q: 3 },
      { name: { en: '2 inputs, 5 outputs', zh: '2 个输入，5 个输出' }, p: 2, q: 5 },
      { name: { en: '6 inputs, 3 outputs', zh: '6 个输入，3 个输出' }, p: 6, q: 3 },
    ].map(({ name, p, q }) => {
      const u = drawRows(random, q, p, 0.01, 0.99, 2);
      return { name, args: [u], expected: spreadOver(u, end(u)) };
    }),
  mistakes: [
    {
      id: 'one-sided',
      says: {
        en: 'Your weights lie between 0 and c, all positive. They must be spread over both signs: from −c to c.',
        zh: '你的权重在 0 与 c 之间，全是正的。应当从 −c 到 c，有正有负。',
      },
      about: 'eq-pi-xavier-uniform',
      run: (u: Rows) => u.map((row) => row.map((t) => end(u) * t)),
    },
    {
      id: 'half',
      says: {
        en: 'Your interval has the length c. It reaches from −c to c, so it is 2c long.',
        zh: '你的区间长度是 c。它应当从 −c 到 c，长度是 2c。',
      },
      about: 'eq-pi-uniform-variance',
      run: (u: Rows) => spreadOver(u, end(u) / 2),
    },
    {
      id: 'deviation',
      says: {
        en: 'You seem to have taken the standard deviation for the end of the interval: √2 where √6 belongs.',
        zh: '你似乎把标准差当成了端点：该用 √6 的地方用了 √2。',
      },
      about: 'eq-pi-uniform-variance',
      run: (u: Rows) => spreadOver(u, Math.sqrt(2 / (u.length + u[0]!.length))),
    },
    {
      id: 'inputs',
      says: {
        en: 'You seem to count the inputs alone. Xavier adds inputs and outputs.',
        zh: '你似乎只数了输入。Xavier 要把输入和输出加起来。',
      },
      about: 'eq-pi-xavier-uniform',
      run: (u: Rows) => spreadOver(u, Math.sqrt(6 / u[0]!.length)),
    },
    {
      id: 'no-root',
      says: { en: 'The root seems to be missing.', zh: '似乎忘了开平方。' },
      about: 'eq-pi-xavier-uniform',
      run: (u: Rows) => spreadOver(u, 6 / (u.length + u[0]!.length)),
    },
  ],
  hints: [
    {
      en: 'How many inputs and outputs has the layer? Rows and columns tell you.',
      zh: '这一层有多少输入、多少输出？看行数和列数。',
    },
    {
      en: tex`The end of the interval is $\sqrt{6/(\units{l-1} + \units{l})}$.`,
      zh: tex`区间的端点是 $\sqrt{6/(\units{l-1} + \units{l})}$。`,
    },
    {
      en: tex`\`t\` runs from 0 to 1, so \`2 * t - 1\` runs from −1 to 1. Multiply it by the end.`,
      zh: tex`\`t\` 从 0 到 1，\`2 * t - 1\` 就从 −1 到 1。再乘以端点。`,
    },
  ],
  solution: [
    {
      en: tex`A row belongs to a unit, so \`u.length\` is the number of outputs and \`u[0].length\` that of inputs.`,
      zh: tex`一行属于一个单元，所以 \`u.length\` 是输出个数，\`u[0].length\` 是输入个数。`,
    },
    {
      en: tex`With \`c = Math.sqrt(6 / (inputs + outputs))\` every entry becomes \`c * (2 * t - 1)\`: evenly spread from −c to c.`,
      zh: tex`取 \`c = Math.sqrt(6 / (inputs + outputs))\`，每个元素变成 \`c * (2 * t - 1)\`，就均匀地分布在 −c 到 c 之间。`,
    },
  ],
};
