import { tex } from '@components/exercise/tex';
import type { CodeExercise } from '@components/exercise/types';
import { drawList } from '@components/exercise/values';
import { addL2Gradient, Dropout, Matrix, Optimiser, type Parameter, Random } from '@engine';

/** Hands out given numbers as the random ones. */
class Given extends Random {
  private at = 0;

  constructor(private readonly numbers: readonly number[]) {
    super(0);
  }

  override uniform(): number {
    return this.numbers[this.at++] ?? 0;
  }
}

/** What the engine's dropout sends when its random numbers are these. */
function sentByEngine(a: readonly number[], u: readonly number[], rate: number): number[] {
  const layer = new Dropout(a.length, { rate });
  layer.useRandom(new Given(u));
  return layer.forward(Matrix.column(a), true).toColumn();
}

export const codeDropout: CodeExercise = {
  id: 'of-code-dropout',
  kind: 'code',
  form: 'code',
  title: { en: 'A dropout mask', zh: 'dropout 的掩码' },
  about: 'switching-units-off',
  statement: {
    en: tex`Write a function \`dropout(a, u, p)\` for one training step of inverted dropout. \`a\` is the list of activations, \`u\` a list of as many random numbers between 0 and 1, \`p\` the probability that a unit is off. A unit is off when its random number is less than \`p\`. Return what the units send.`,
    zh: tex`写一个函数 \`dropout(a, u, p)\`，做一步训练时的 dropout，采用训练时除的缩放。\`a\` 是激活值的列表，\`u\` 是同样多个 0 到 1 之间的随机数，\`p\` 是单元关掉的概率。随机数小于 \`p\`，单元就关掉。返回各单元送出的值。`,
  },
  functionName: 'dropout',
  starter: `function dropout(a: number[], u: number[], p: number): number[] {
  return a;
}
`,
  answer: `function dropout(a: number[], u: number[], p: number): number[] {
  return a.map((value, k) => (u[k] < p ? 0 : value / (1 - p)));
}
`,
  cases: (random: Random) => {
    const one = (en: string, zh: string, u: number[], p: number) => {
      const a = drawList(random, u.length, 0.3, 3);
      return { name: { en, zh }, args: [a, u, p], expected: sentByEngine(a, u, p) };
    };
    return [
      one('few off', '关得少', [0.05, 0.9, 0.45, 0.7], 0.2),
      one('many off', '关得多', [0.65, 0.1, 0.95, 0.72, 0.3], 0.7),
      one('none off', '一个不关', [0.5, 0.01, 0.99], 0),
    ];
  },
  mistakes: [
    {
      id: 'by-p',
      says: {
        en: 'The units that are on seem to be divided by p. Divide by the probability of being on, 1 − p.',
        zh: '打开着的单元似乎除以了 p。应当除以打开的概率 1 − p。',
      },
      about: 'eq-of-inverted',
      run: (a: number[], u: number[], p: number) =>
        a.map((value, k) => (u[k]! < p ? 0 : p === 0 ? value : value / p)),
    },
    {
      id: 'not-scaled',
      says: {
        en: 'The mask is right, but nothing is scaled: on average the units send too little.',
        zh: '掩码是对的，可是没有缩放：平均送出的太少。',
      },
      about: 'eq-of-inverted',
      run: (a: number[], u: number[], p: number) => a.map((value, k) => (u[k]! < p ? 0 : value)),
    },
    {
      id: 'inverse',
      says: {
        en: 'The mask seems to be the wrong way round: p is the probability of off.',
        zh: '掩码似乎反了：p 是关掉的概率。',
      },
      about: 'eq-of-mask',
      run: (a: number[], u: number[], p: number) =>
        a.map((value, k) => (u[k]! < p ? value / (1 - p) : 0)),
    },
  ],
  hints: [
    {
      en: tex`Go through the units with \`a.map((value, k) => …)\`; the random number of unit \`k\` is \`u[k]\`.`,
      zh: tex`用 \`a.map((value, k) => …)\` 逐个处理单元；单元 \`k\` 的随机数是 \`u[k]\`。`,
    },
    {
      en: tex`If \`u[k]\` is less than \`p\`, the unit sends 0. Otherwise it sends more than its activation.`,
      zh: tex`\`u[k]\` 小于 \`p\`，单元送出 0；否则送出比激活值更多。`,
    },
    {
      en: tex`A unit that is on sends \`value / (1 - p)\`.`,
      zh: tex`打开着的单元送出 \`value / (1 - p)\`。`,
    },
  ],
  solution: [
    {
      en: 'One comparison decides, one division scales. A real layer also keeps the mask, for the backward pass needs the same one.',
      zh: '一次比较决定开关，一次除法完成缩放。真正的层还要把掩码留下，反向时要用同一个。',
    },
  ],
};

/** Weights and biases after a step of the engine's gradient descent with L2. */
function stepped(
  w: readonly number[],
  b: readonly number[],
  dW: readonly number[],
  db: readonly number[],
  alpha: number,
  lambda: number,
): number[][] {
  const parameter = (
    value: readonly number[],
    g: readonly number[],
    decays: boolean,
  ): Parameter => ({
    name: decays ? 'W' : 'b',
    value: Matrix.column(value),
    gradient: Matrix.column(g),
    decays,
  });
  const parameters = [parameter(w, dW, true), parameter(b, db, false)];
  addL2Gradient(parameters, { lambda, convention: 'whole' });
  new Optimiser({ kind: 'sgd' }, parameters).step(alpha);
  return parameters.map(({ value }) => value.toColumn());
}

const moved = (
  values: number[],
  gradients: number[],
  alpha: number,
  decay: (value: number) => number,
): number[] => values.map((value, k) => value - alpha * (gradients[k]! + decay(value)));

export const bugStep: CodeExercise = {
  id: 'of-bug-step',
  kind: 'find-the-bug',
  form: 'code',
  title: { en: 'A step that decays too much', zh: '衰减过头的一步' },
  about: 'small-weights',
  statement: {
    en: tex`The function \`step\` should take one step of gradient descent on the loss plus $\lambda \sum w^2$. \`w\` are the weights and \`dw\` their gradients, \`b\` the biases and \`db\` theirs. It returns weights and biases as two rows. It is wrong in one place. Repair it.`,
    zh: tex`函数 \`step\` 应当对“损失加 $\lambda \sum w^2$”走一步梯度下降。\`w\` 是权重，\`dw\` 是它们的梯度；\`b\` 是偏置，\`db\` 是它们的梯度。返回两行：权重和偏置。有一处错了，把它改好。`,
  },
  functionName: 'step',
  starter: `function step(
  w: number[], b: number[], dw: number[], db: number[], alpha: number, lambda: number,
): number[][] {
  const decay = (value: number) => 2 * lambda * value;
  return [
    w.map((value, k) => value - alpha * (dw[k] + decay(value))),
    b.map((value, k) => value - alpha * (db[k] + decay(value))),
  ];
}
`,
  answer: `function step(
  w: number[], b: number[], dw: number[], db: number[], alpha: number, lambda: number,
): number[][] {
  const decay = (value: number) => 2 * lambda * value;
  return [
    w.map((value, k) => value - alpha * (dw[k] + decay(value))),
    b.map((value, k) => value - alpha * db[k]),
  ];
}
`,
  cases: (random: Random) => {
    const one = (en: string, zh: string, n: number, alpha: number, lambda: number) => {
      const [w, b] = [drawList(random, n, -2, 2), drawList(random, 2, -2, 2)];
      const [dw, db] = [drawList(random, n, -1, 1), drawList(random, 2, -1, 1)];
      return {
        name: { en, zh },
        args: [w, b, dw, db, alpha, lambda],
        expected: stepped(w, b, dw, db, alpha, lambda),
      };
    };
    return [
      one('three weights', '三个权重', 3, 0.2, 0.3),
      one('a small step', '小步', 4, 0.03, 0.7),
      one('no penalty', '没有惩罚', 2, 0.3, 0),
    ];
  },
  mistakes: [
    {
      id: 'as-it-was',
      says: {
        en: 'As it was: the biases decay too. The penalty is about the weights only.',
        zh: '还是原样：偏置也在衰减。惩罚只管权重。',
      },
      about: 'eq-of-l2',
      run: (
        w: number[],
        b: number[],
        dw: number[],
        db: number[],
        alpha: number,
        lambda: number,
      ) => [
        moved(w, dw, alpha, (value) => 2 * lambda * value),
        moved(b, db, alpha, (value) => 2 * lambda * value),
      ],
    },
    {
      id: 'no-two',
      says: {
        en: 'The biases are right now, but the 2 is gone: the slope of a square is twice the number.',
        zh: '偏置对了，可是 2 没了：平方的斜率是原数的两倍。',
      },
      about: 'eq-of-l2-gradient',
      run: (
        w: number[],
        b: number[],
        dw: number[],
        db: number[],
        alpha: number,
        lambda: number,
      ) => [moved(w, dw, alpha, (value) => lambda * value), moved(b, db, alpha, () => 0)],
    },
    {
      id: 'nothing-decays',
      says: {
        en: 'Now nothing decays. The weights should.',
        zh: '现在什么都不衰减了。权重应当衰减。',
      },
      about: 'eq-of-shrink',
      run: (w: number[], b: number[], dw: number[], db: number[], alpha: number) => [
        moved(w, dw, alpha, () => 0),
        moved(b, db, alpha, () => 0),
      ],
    },
  ],
  hints: [
    {
      en: 'Which numbers does the penalty add up?',
      zh: '惩罚项把哪些数加了起来？',
    },
    {
      en: 'The sum runs over the weights. What does that mean for the gradient of a bias?',
      zh: '求和只对权重进行。那么偏置的梯度会怎样？',
    },
    {
      en: tex`In the line of the biases, only \`db[k]\` should stand in the brackets.`,
      zh: tex`偏置那一行，括号里应当只有 \`db[k]\`。`,
    },
  ],
  solution: [
    {
      en: 'A bias is not in the penalty, so the penalty adds nothing to its gradient. It takes the plain step.',
      zh: '惩罚项里没有偏置，所以不给它的梯度加任何东西。偏置照常走一步。',
    },
  ],
};
