import { tex } from '@components/exercise/tex';
import type { CodeExercise } from '@components/exercise/types';
import { drawList, drawNumber } from '@components/exercise/values';
import type { Random } from '@engine';
import { walk } from './by-engine';

/** Adam with a part of it changed: θ after every step. */
function slipped(
  theta: number,
  gradients: readonly number[],
  alpha: number,
  {
    share = (beta: number, t: number) => 1 - beta ** t,
    root = Math.sqrt,
    sign = -1,
  }: { share?: (beta: number, t: number) => number; root?: (v: number) => number; sign?: number },
): number[] {
  let [at, m, v] = [theta, 0, 0];
  return gradients.map((g, i) => {
    m = 0.9 * m + 0.1 * g;
    v = 0.999 * v + 0.001 * g * g;
    at += (sign * alpha * (m / share(0.9, i + 1))) / (root(v / share(0.999, i + 1)) + 1e-8);
    return at;
  });
}

export const codeAdam: CodeExercise = {
  id: 'op-code-adam',
  kind: 'code',
  form: 'code',
  title: { en: 'Write Adam', zh: '写一个 Adam' },
  about: 'adam',
  statement: {
    en: tex`Write a function \`adam(theta, gradients, alpha)\` for one parameter. \`gradients\` has one gradient for each step. Return the parameter after each step. Take 0.9 and 0.999 for the two shares, a hundred-millionth for $\varepsilon$, added to the root, and correct the bias.`,
    zh: tex`写一个函数 \`adam(theta, gradients, alpha)\`，只有一个参数。\`gradients\` 里每一步一个梯度。返回每一步之后的参数。两个份额取 0.9 和 0.999，$\varepsilon$ 取一亿分之一，加在平方根上；要修正偏差。`,
  },
  functionName: 'adam',
  starter: `function adam(theta: number, gradients: number[], alpha: number): number[] {
  let m = 0;
  let v = 0;
  return gradients.map((g, i) => {
    const t = i + 1; // the number of this step, from 1
    return theta;
  });
}
`,
  answer: `function adam(theta: number, gradients: number[], alpha: number): number[] {
  let m = 0;
  let v = 0;
  return gradients.map((g, i) => {
    const t = i + 1; // the number of this step, from 1
    m = 0.9 * m + 0.1 * g;
    v = 0.999 * v + 0.001 * g * g;
    const mHat = m / (1 - 0.9 ** t);
    const vHat = v / (1 - 0.999 ** t);
    theta -= (alpha * mHat) / (Math.sqrt(vHat) + 1e-8);
    return theta;
  });
}
`,
  cases: (random: Random) => {
    const one = (en: string, zh: string, gradients: number[], alpha: number) => {
      const theta = drawNumber(random, -2, 2);
      return {
        name: { en, zh },
        args: [theta, gradients, alpha],
        expected: walk(
          { kind: 'adam' },
          [theta],
          gradients.map((g) => [g]),
          alpha,
        ).map((step) => step.theta[0]!),
      };
    };
    return [
      one('one step', '一步', [drawNumber(random, 0.5, 3)], 0.1),
      one('a tiny gradient', '很小的梯度', [0.0003, 0.0002], 0.05),
      one('six steps of both signs', '六步，有正有负', drawList(random, 6, -3, 3), 0.2),
    ];
  },
  mistakes: [
    {
      id: 'no-power',
      says: {
        en: 'The power seems to be missing from the corrections: raise each share to the number of the step.',
        zh: '修正里似乎漏了次方：份额要取步数那么多次方。',
      },
      about: 'eq-op-adam-corrected',
      run: (theta: number, g: number[], alpha: number) =>
        slipped(theta, g, alpha, { share: (beta) => 1 - beta }),
    },
    {
      id: 'no-correction',
      says: {
        en: 'The bias correction seems to be missing.',
        zh: '似乎没有修正偏差。',
      },
      about: 'eq-op-adam-corrected',
      run: (theta: number, g: number[], alpha: number) =>
        slipped(theta, g, alpha, { share: () => 1 }),
    },
    {
      id: 'no-root',
      says: {
        en: 'You seem to divide by the mean of squares itself, without the root.',
        zh: '你似乎直接除以了平方平均，没有开方。',
      },
      about: 'eq-op-adam',
      run: (theta: number, g: number[], alpha: number) =>
        slipped(theta, g, alpha, { root: (v) => v }),
    },
    {
      id: 'up',
      says: {
        en: 'The parameter seems to go with the gradient, not against it.',
        zh: '参数似乎顺着梯度走了，应当往反方向走。',
      },
      about: 'eq-op-adam',
      run: (theta: number, g: number[], alpha: number) => slipped(theta, g, alpha, { sign: 1 }),
    },
  ],
  hints: [
    {
      en: tex`Two lines for the means: \`m = 0.9 * m + 0.1 * g\`, and likewise \`v\` with the square of \`g\`.`,
      zh: tex`两个平均各一行：\`m = 0.9 * m + 0.1 * g\`；\`v\` 也一样，用 \`g\` 的平方。`,
    },
    {
      en: tex`Then the corrections: \`m / (1 - 0.9 ** t)\` and \`v / (1 - 0.999 ** t)\`. Do not overwrite \`m\` and \`v\` by them.`,
      zh: tex`然后修正：\`m / (1 - 0.9 ** t)\` 和 \`v / (1 - 0.999 ** t)\`。不要用它们覆盖 \`m\` 和 \`v\`。`,
    },
    {
      en: tex`Last the step: \`theta -= alpha * mHat / (Math.sqrt(vHat) + 1e-8)\`.`,
      zh: tex`最后走一步：\`theta -= alpha * mHat / (Math.sqrt(vHat) + 1e-8)\`。`,
    },
  ],
  solution: [
    {
      en: 'The corrected means have names of their own: the running means go on uncorrected, or the next step would correct them twice.',
      zh: '修正后的平均另取名字：滑动平均本身不修正，否则下一步就修正了两次。',
    },
  ],
};

/** What the broken function computes: the velocity forgets everything between steps. */
const forgetful = (theta: number, gradients: readonly number[], alpha: number): number[] => {
  let at = theta;
  return gradients.map((g) => (at -= alpha * g));
};

export const bugMomentum: CodeExercise = {
  id: 'op-bug-momentum',
  kind: 'find-the-bug',
  form: 'code',
  title: { en: 'Momentum without memory', zh: '没有记忆的动量' },
  about: 'momentum',
  statement: {
    en: tex`This function is meant to do momentum in PyTorch’s form for one parameter and to return the parameter after each step. It runs, but goes the same way as plain gradient descent. Find what is wrong and mend it.`,
    zh: tex`这个函数本来要对一个参数做 PyTorch 写法的动量法，返回每一步之后的参数。它能运行，走的路却和普通梯度下降一样。找出错在哪里，改正它。`,
  },
  functionName: 'momentum',
  starter: `function momentum(theta: number, gradients: number[], alpha: number, beta: number): number[] {
  return gradients.map((g) => {
    let v = 0;
    v = beta * v + g;
    theta -= alpha * v;
    return theta;
  });
}
`,
  answer: `function momentum(theta: number, gradients: number[], alpha: number, beta: number): number[] {
  let v = 0;
  return gradients.map((g) => {
    v = beta * v + g;
    theta -= alpha * v;
    return theta;
  });
}
`,
  cases: (random: Random) => {
    const one = (en: string, zh: string, gradients: number[], beta: number) => {
      const theta = drawNumber(random, -2, 2);
      return {
        name: { en, zh },
        args: [theta, gradients, 0.1, beta],
        expected: walk(
          { kind: 'momentum', beta },
          [theta],
          gradients.map((g) => [g]),
          0.1,
        ).map((step) => step.theta[0]!),
      };
    };
    return [
      one('gradients of one sign', '梯度同号', drawList(random, 4, 0.5, 2), 0.9),
      one('gradients of both signs', '梯度有正有负', drawList(random, 5, -2, 2), 0.6),
      one('nothing is kept', '什么也不留', drawList(random, 3, -2, 2), 0),
    ];
  },
  mistakes: [
    {
      id: 'forgets',
      says: {
        en: 'The velocity is still 0 at the beginning of each step. It has to last from one step to the next.',
        zh: '速度在每一步开头仍然是 0。它要从一步保留到下一步。',
      },
      about: 'eq-op-momentum',
      run: (theta: number, g: number[], alpha: number) => forgetful(theta, g, alpha),
    },
    {
      id: 'mean',
      says: {
        en: 'Your velocity is a running mean. In this form the new gradient is added in full.',
        zh: '你的速度成了滑动平均。这种写法里，新梯度是整个加进去的。',
      },
      about: 'eq-op-momentum',
      run: (theta: number, gradients: number[], alpha: number, beta: number) => {
        let [at, v] = [theta, 0];
        return gradients.map((g) => {
          v = beta * v + (1 - beta) * g;
          at -= alpha * v;
          return at;
        });
      },
    },
  ],
  hints: [
    {
      en: 'What is the velocity at the beginning of the second step?',
      zh: '第二步开头，速度是多少？',
    },
    {
      en: tex`The line \`let v = 0\` runs once for every gradient.`,
      zh: tex`\`let v = 0\` 这一行，每个梯度都会执行一次。`,
    },
    {
      en: tex`Move \`let v = 0\` out of the function that runs for each gradient.`,
      zh: tex`把 \`let v = 0\` 移到对每个梯度执行的那个函数外面。`,
    },
  ],
  solution: [
    {
      en: 'The velocity was declared inside the loop and so began at 0 again at each step. Declared outside, it remembers.',
      zh: '速度声明在循环里面，每一步都从 0 重新开始。声明在外面，它才记得住。',
    },
  ],
};
