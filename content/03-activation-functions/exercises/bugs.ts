import { tex } from '@components/exercise/tex';
import type { CodeExercise, LineExercise } from '@components/exercise/types';
import { drawNumber } from '@components/exercise/values';
import { activation, type Random } from '@engine';

export const bugJacobian: LineExercise = {
  id: 'act-bug-jacobian',
  kind: 'find-the-bug',
  form: 'line',
  title: { en: 'A slope that went wrong', zh: '一个推错了的斜率' },
  about: 'the-slopes-of-softmax',
  statement: {
    en: tex`Somebody derives the slope of one probability by the sum of another class, so $i$ and $j$ differ. One line does not follow from the line before it; all others do. Find that line.`,
    zh: tex`有人这样推导一个概率对另一个类别的加权和的斜率，$i$ 和 $j$ 不同。有一行不能由它的前一行得出，其余各行都可以。找出这一行。`,
  },
  lines: [
    {
      id: 'definition',
      text: {
        en: tex`$\frac{\partial \posti{i}}{\partial \prei{j}} = \frac{\partial}{\partial \prei{j}}\,\frac{e^{\prei{i}}}{\sum_k e^{\prei{k}}}$`,
        zh: tex`$\frac{\partial \posti{i}}{\partial \prei{j}} = \frac{\partial}{\partial \prei{j}}\,\frac{e^{\prei{i}}}{\sum_k e^{\prei{k}}}$`,
      },
      says: {
        en: 'This is the definition of softmax. The bug is elsewhere.',
        zh: '这是 softmax 的定义。错在别处。',
      },
    },
    {
      id: 'quotient',
      text: {
        en: tex`$= \frac{e^{\prei{i}} \sum_k e^{\prei{k}} - e^{\prei{i}}\,e^{\prei{j}}}{\bigl(\sum_k e^{\prei{k}}\bigr)^2}$`,
        zh: tex`$= \frac{e^{\prei{i}} \sum_k e^{\prei{k}} - e^{\prei{i}}\,e^{\prei{j}}}{\bigl(\sum_k e^{\prei{k}}\bigr)^2}$`,
      },
      says: {
        en: tex`The numerator $e^{\prei{i}}$ does not contain $\prei{j}$, so its derivative is 0. The first term belongs to the other case, the slope by the own sum.`,
        zh: tex`分子 $e^{\prei{i}}$ 里没有 $\prei{j}$，所以它的导数是 0。第一项属于另一种情形，即对自己的加权和求导。`,
      },
    },
    {
      id: 'fractions',
      text: {
        en: tex`$= \frac{e^{\prei{i}}}{\sum_k e^{\prei{k}}} - \frac{e^{\prei{i}}}{\sum_k e^{\prei{k}}} \cdot \frac{e^{\prei{j}}}{\sum_k e^{\prei{k}}}$`,
        zh: tex`$= \frac{e^{\prei{i}}}{\sum_k e^{\prei{k}}} - \frac{e^{\prei{i}}}{\sum_k e^{\prei{k}}} \cdot \frac{e^{\prei{j}}}{\sum_k e^{\prei{k}}}$`,
      },
      says: {
        en: 'The fraction is split correctly. This line only carries on what was wrong already.',
        zh: '分式拆得没有错。这一行只是把前面的错带了下来。',
      },
    },
    {
      id: 'probabilities',
      text: {
        en: tex`$= \posti{i} - \posti{i}\,\posti{j}$`,
        zh: tex`$= \posti{i} - \posti{i}\,\posti{j}$`,
      },
      says: {
        en: 'Each fraction is a probability, as it should be. This line only carries on what was wrong already.',
        zh: '每个分式都换成了概率，没有错。这一行只是把前面的错带了下来。',
      },
    },
    {
      id: 'factored',
      text: {
        en: tex`$= \posti{i}\,(1 - \posti{j})$`,
        zh: tex`$= \posti{i}\,(1 - \posti{j})$`,
      },
      says: {
        en: 'The common factor is moved out correctly. The result is positive, though, and that is a sign that something is wrong: the other probability must fall.',
        zh: '公因子提得没有错。可是结果是正的，这说明前面有错：别的概率应当降低。',
      },
    },
  ],
  wrongLine: 'quotient',
  hints: [
    {
      en: tex`Where in the fraction does $\prei{j}$ stand?`,
      zh: tex`分式里哪些地方有 $\prei{j}$？`,
    },
    {
      en: tex`Apply the quotient rule yourself: derivative of the numerator by $\prei{j}$, derivative of the denominator by $\prei{j}$.`,
      zh: tex`自己用一次商的求导法则：分子对 $\prei{j}$ 的导数，分母对 $\prei{j}$ 的导数。`,
    },
    {
      en: tex`With $i$ and $j$ different, the derivative of $e^{\prei{i}}$ by $\prei{j}$ is 0.`,
      zh: tex`$i$ 和 $j$ 不同时，$e^{\prei{i}}$ 对 $\prei{j}$ 的导数是 0。`,
    },
  ],
  solution: [
    {
      en: tex`The numerator does not contain $\prei{j}$. So the quotient rule gives $\frac{0 - e^{\prei{i}}\,e^{\prei{j}}}{\bigl(\sum_k e^{\prei{k}}\bigr)^2}$, which is $-\posti{i}\,\posti{j}$.`,
      zh: tex`分子里没有 $\prei{j}$，所以商的求导法则给出 $\frac{0 - e^{\prei{i}}\,e^{\prei{j}}}{\bigl(\sum_k e^{\prei{k}}\bigr)^2}$，也就是 $-\posti{i}\,\posti{j}$。`,
    },
    {
      en: tex`The line that does not follow is $= \frac{e^{\prei{i}} \sum_k e^{\prei{k}} - e^{\prei{i}}\,e^{\prei{j}}}{\bigl(\sum_k e^{\prei{k}}\bigr)^2}$.`,
      zh: tex`不能由前一行得出的是 $= \frac{e^{\prei{i}} \sum_k e^{\prei{k}} - e^{\prei{i}}\,e^{\prei{j}}}{\bigl(\sum_k e^{\prei{k}}\bigr)^2}$。`,
    },
  ],
};

const leaky = (kappa: number) => activation('leakyRelu', { leakySlope: kappa });

export const bugLeaky: CodeExercise = {
  id: 'act-bug-leaky',
  kind: 'find-the-bug',
  form: 'code',
  title: { en: 'A leak in the wrong place', zh: '漏错了地方' },
  about: 'leaky-relu',
  statement: {
    en: tex`This function sends blame back through one unit with Leaky ReLU. \`z\` is its weighted sum, \`blame\` the $\dds{\loss}{\post}$ that arrives, \`kappa\` the slope of the negative side. It is wrong in one place. Mend it.`,
    zh: tex`这个函数把责任往回传过一个用 Leaky ReLU 的单元。\`z\` 是加权和，\`blame\` 是传来的 $\dds{\loss}{\post}$，\`kappa\` 是负的一侧的斜率。它有一处错误，请改正。`,
  },
  functionName: 'leakyBackward',
  starter: `function leakyBackward(z: number, blame: number, kappa: number): number {
  const slope = blame > 0 ? 1 : kappa;
  return slope * blame;
}
`,
  answer: `function leakyBackward(z: number, blame: number, kappa: number): number {
  const slope = z > 0 ? 1 : kappa;
  return slope * blame;
}
`,
  cases: (random: Random) => {
    const one = (en: string, zh: string, zSign: number, gSign: number) => {
      const z = zSign * drawNumber(random, 0.5, 3);
      const blame = gSign * drawNumber(random, 0.2, 0.9);
      const kappa = drawNumber(random, 0.05, 0.3, 2);
      return {
        name: { en, zh },
        args: [z, blame, kappa],
        expected: blame * leaky(kappa).derivative(z),
      };
    };
    return [
      one('a positive sum, positive blame', '加权和为正，责任为正', 1, 1),
      one('a negative sum, negative blame', '加权和为负，责任为负', -1, -1),
      one('a positive sum, negative blame', '加权和为正，责任为负', 1, -1),
      one('a negative sum, positive blame', '加权和为负，责任为正', -1, 1),
    ];
  },
  mistakes: [
    {
      id: 'by-blame',
      says: {
        en: 'The slope still depends on the sign of the blame. The curve belongs to the sum.',
        zh: '斜率还是由责任的正负号决定的。曲线是加权和的曲线。',
      },
      about: 'eq-act-leaky-slope',
      run: (_z: number, blame: number, kappa: number) => (blame > 0 ? 1 : kappa) * blame,
    },
    {
      id: 'dead',
      says: {
        en: 'Now nothing passes where the sum is negative. That is ReLU, without the leak.',
        zh: '现在加权和为负时什么也不放过去，那是不漏的 ReLU。',
      },
      about: 'eq-act-leaky-slope',
      run: (z: number, blame: number) => (z > 0 ? blame : 0),
    },
    {
      id: 'kappa-z',
      says: {
        en: 'Where the sum is negative the slope is κ itself, not κ times the sum: that is the value of the function.',
        zh: '加权和为负时，斜率就是 κ，不是 κ 乘加权和：那是函数的值。',
      },
      about: 'eq-act-leaky-slope',
      run: (z: number, blame: number, kappa: number) => (z > 0 ? 1 : kappa * z) * blame,
    },
  ],
  hints: [
    {
      en: 'Two of the four cases pass. What have these two in common?',
      zh: '四种情形通过了两种。这两种有什么共同之处？',
    },
    {
      en: tex`The slope is that of the curve at the weighted sum: 1 where $z$ is positive, $\kappa$ where it is negative.`,
      zh: tex`斜率是曲线在加权和处的斜率：$z$ 为正时是 1，为负时是 $\kappa$。`,
    },
    {
      en: 'Look at the condition in the first line of the function.',
      zh: '看看函数第一行里的条件。',
    },
  ],
  solution: [
    {
      en: tex`Where sum and blame have the same sign, the function happens to be right.`,
      zh: tex`加权和与责任同号时，函数碰巧是对的。`,
    },
    {
      en: tex`The condition must ask for the sum: \`z > 0\` instead of \`blame > 0\`. The sign of the blame says in which direction to learn, not how steep the curve is.`,
      zh: tex`条件应当看加权和：把 \`blame > 0\` 改成 \`z > 0\`。责任的正负号说的是往哪个方向学，不是曲线有多陡。`,
    },
  ],
};
