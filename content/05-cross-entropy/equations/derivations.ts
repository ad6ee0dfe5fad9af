import { type Derivation, lineCheck } from '@book/equations';
import {
  binaryCrossEntropy,
  crossEntropy,
  each,
  jacobian,
  type Outputs,
  outputs,
  sigma,
  slopes,
  softmax,
  sum,
} from './trial';

/** Differences of −log a where a is small are right to six digits only. */
const byDifferences = lineCheck(outputs, 1e-6);
const equals = lineCheck(outputs);

/** Jᵀ g: entry j adds up J_ij g_i over i. */
const through = (J: readonly (readonly number[])[], g: readonly number[]): number[] =>
  g.map((_, j) => sum(g.map((value, i) => value * J[i]![j]!)));
const closedJacobian = (z: readonly number[]): number[][] => {
  const a = softmax(z);
  return a.map((p, i) => a.map((q, j) => Number(i === j) * p - p * q));
};

const softmaxDelta = ({ z, soft }: Outputs): number[] =>
  slopes((t) => crossEntropy(softmax(t), soft), z);
const softmaxChain = ({ z, soft }: Outputs): number[] =>
  through(
    jacobian(z),
    slopes((a) => crossEntropy(a, soft), softmax(z)),
  );
const softmaxInserted = ({ z, soft }: Outputs): number[] =>
  through(
    closedJacobian(z),
    each(softmax(z), soft, (a, y) => -y / a),
  );
const softmaxCancelled = ({ z, soft }: Outputs): number[] =>
  each(softmax(z), soft, (a, y) => -y + a * sum(soft));

const softmaxDerivation: Derivation = {
  id: 'ce-softmax-derivation',
  title: {
    zh: '经过雅可比矩阵，一行一行推出 a − y',
    en: 'Through the Jacobian to a − y, line by line',
  },
  steps: [
    {
      tex: '\\delt{L} = \\Bigl(\\dd{\\act{L}}{\\z{L}}\\Bigr)^{\\!\\top} \\dd{\\loss}{\\act{L}}',
      why: {
        zh: '链式法则写成矩阵：每个加权和经过每一个输出影响损失，所以要用整个雅可比矩阵；转置使求和沿着输出进行。',
        en: 'The chain rule as a matrix: every sum reaches the loss through every output, so the whole Jacobian is needed; the transpose makes the sum run over the outputs.',
      },
      check: byDifferences(
        softmaxDelta,
        softmaxChain,
        { zh: '只取对角线', en: 'only the diagonal' },
        ({ z, soft }) => each(softmax(z), soft, (a, y) => (-y / a) * a * (1 - a)),
      ),
    },
    {
      tex: '= \\Bigl(\\operatorname{diag}(\\act{L}) - \\act{L}\\,\\actt{L}\\Bigr)\\Bigl(-\\frac{\\y}{\\act{L}}\\Bigr)',
      why: {
        zh: '代入 softmax 的雅可比矩阵，它是对称的，转置等于自己；损失对输出的斜率是逐个元素相除。',
        en: 'Put in the Jacobian of softmax, which is symmetric and so its own transpose; the slope of the loss by the outputs divides entry by entry.',
      },
      check: byDifferences(
        softmaxChain,
        softmaxInserted,
        { zh: '漏了外积', en: 'the outer product left out' },
        ({ soft }) => soft.map((y) => -y),
      ),
    },
    {
      tex: '= -\\y + \\act{L} \\sum_{i=1}^{\\units{L}} \\yout{i}',
      why: {
        zh: '第一项里 $\\act{L}$ 约掉，剩下 $-\\y$；第二项里 $\\actt{L}$ 先和分母约掉，剩下各个目标值之和。',
        en: 'In the first term $\\act{L}$ cancels and leaves $-\\y$; in the second $\\actt{L}$ cancels with the denominator and leaves the sum of the targets.',
      },
      check: byDifferences(
        softmaxInserted,
        softmaxCancelled,
        { zh: '第二项符号反了', en: 'sign of the second term' },
        ({ z, soft }) => each(softmax(z), soft, (a, y) => -y - a * sum(soft)),
      ),
    },
    {
      tex: '= \\act{L} - \\y',
      why: {
        zh: '目标是一组概率，加起来等于 1。',
        en: 'The targets are probabilities and add up to 1.',
      },
      check: equals(
        softmaxCancelled,
        ({ z, soft }) => each(softmax(z), soft, (a, y) => a - y),
        { zh: '以为目标之和是类别数', en: 'the sum taken for the number of classes' },
        ({ z, soft }) => each(softmax(z), soft, (a, y) => a * z.length - y),
      ),
    },
  ],
};

const bceDelta = ({ z, soft }: Outputs): number[] =>
  slopes((t) => binaryCrossEntropy(t.map(sigma), soft), z);
const bceChain = ({ z, soft }: Outputs): number[] =>
  each(
    slopes((a) => binaryCrossEntropy(a, soft), z.map(sigma)),
    z.map((t) => slopes(([u]) => sigma(u!), [t])[0]!),
    (p, q) => p * q,
  );
const bceInserted = ({ z, soft }: Outputs): number[] =>
  each(z.map(sigma), soft, (a, y) => (-y / a + (1 - y) / (1 - a)) * a * (1 - a));
const bceMultiplied = ({ z, soft }: Outputs): number[] =>
  each(z.map(sigma), soft, (a, y) => -y * (1 - a) + (1 - y) * a);

const bceDerivation: Derivation = {
  id: 'ce-bce-derivation',
  title: {
    zh: '二元交叉熵的 δ，一行一行',
    en: 'δ of binary cross-entropy, line by line',
  },
  steps: [
    {
      tex: '\\delti{L}{j} = \\dd{\\loss}{\\acti{L}{j}}\\,\\dd{\\acti{L}{j}}{\\zi{L}{j}}',
      why: {
        zh: 'Sigmoid 的每个输出只听自己的加权和，所以链式法则只有一条路。',
        en: 'A sigmoid output hears only its own sum, so the chain rule has one path.',
      },
      check: byDifferences(
        bceDelta,
        bceChain,
        { zh: '漏了 ∂a/∂z', en: '∂a/∂z left out' },
        ({ z, soft }) => slopes((a) => binaryCrossEntropy(a, soft), z.map(sigma)),
      ),
    },
    {
      tex: '= \\Bigl(-\\frac{\\yout{j}}{\\acti{L}{j}} + \\frac{1 - \\yout{j}}{1 - \\acti{L}{j}}\\Bigr)\\,\\acti{L}{j}\\,\\bigl(1 - \\acti{L}{j}\\bigr)',
      why: {
        zh: '两个对数各求导一次。$\\log(1 - \\acti{L}{j})$ 里面还有一个负号，所以第二项变成正的。',
        en: 'Each logarithm is differentiated. Inside $\\log(1 - \\acti{L}{j})$ stands another minus, so the second term becomes positive.',
      },
      check: byDifferences(
        bceChain,
        bceInserted,
        { zh: '里面的负号忘了', en: 'the inner minus forgotten' },
        ({ z, soft }) =>
          each(z.map(sigma), soft, (a, y) => (-y / a - (1 - y) / (1 - a)) * a * (1 - a)),
      ),
    },
    {
      tex: '= -\\yout{j}\\,\\bigl(1 - \\acti{L}{j}\\bigr) + (1 - \\yout{j})\\,\\acti{L}{j}',
      why: {
        zh: '乘进括号，分母各约掉一个因子。',
        en: 'Multiply into the bracket; each denominator cancels one factor.',
      },
      check: equals(
        bceInserted,
        bceMultiplied,
        { zh: '约错了因子', en: 'the other factor cancelled' },
        ({ z, soft }) => each(z.map(sigma), soft, (a, y) => -y * a + (1 - y) * (1 - a)),
      ),
    },
    {
      tex: '= \\acti{L}{j} - \\yout{j}',
      why: {
        zh: '乘开后，两个 $\\yout{j}\\,\\acti{L}{j}$ 一正一负，抵消了。',
        en: 'Multiplied out, the two terms $\\yout{j}\\,\\acti{L}{j}$ have opposite signs and cancel.',
      },
      check: equals(
        bceMultiplied,
        ({ z, soft }) => each(z.map(sigma), soft, (a, y) => a - y),
        { zh: '没有抵消', en: 'not cancelled' },
        ({ z, soft }) => each(z.map(sigma), soft, (a, y) => a - y - 2 * a * y),
      ),
    },
  ],
};

const exponentials = ({ z }: Outputs): number => Math.log(sum(z.map(Math.exp)));

const lseDerivation: Derivation = {
  id: 'ce-lse-derivation',
  title: {
    zh: '为什么可以先减去最大值',
    en: 'Why the largest may be subtracted first',
  },
  steps: [
    {
      tex: '\\log \\sum_{k} e^{\\zi{L}{k}} = \\log \\sum_{k} e^{M}\\,e^{\\zi{L}{k} - M}',
      why: {
        zh: '每个指数里减去 $M$，再乘上 $e^{M}$，什么也没有变。',
        en: 'Subtract $M$ in each exponent and multiply by $e^{M}$: nothing has changed.',
      },
      check: equals(
        exponentials,
        ({ z }) => {
          const M = Math.max(...z);
          return Math.log(sum(z.map((t) => Math.exp(M) * Math.exp(t - M))));
        },
        { zh: '漏了 e 的 M 次方', en: 'e to the M left out' },
        ({ z }) => Math.log(sum(z.map((t) => Math.exp(t - Math.max(...z))))),
      ),
    },
    {
      tex: '= \\log \\Bigl(e^{M} \\sum_{k} e^{\\zi{L}{k} - M}\\Bigr)',
      why: {
        zh: '$e^{M}$ 与 $k$ 无关，提到和号外面。',
        en: '$e^{M}$ does not depend on $k$ and moves out of the sum.',
      },
      check: equals(
        exponentials,
        ({ z }) => {
          const M = Math.max(...z);
          return Math.log(Math.exp(M) * sum(z.map((t) => Math.exp(t - M))));
        },
        { zh: '每一项都提出一个，重复了', en: 'one factor for each term' },
        ({ z }) => {
          const M = Math.max(...z);
          return Math.log(z.length * Math.exp(M) * sum(z.map((t) => Math.exp(t - M))));
        },
      ),
    },
    {
      tex: '= M + \\log \\sum_{k} e^{\\zi{L}{k} - M}',
      why: {
        zh: '积的对数等于对数的和，而 $e^{M}$ 的对数就是 $M$。',
        en: 'The logarithm of a product is the sum of the logarithms, and that of $e^{M}$ is $M$.',
      },
      check: equals(
        exponentials,
        ({ z }) => {
          const M = Math.max(...z);
          return M + Math.log(sum(z.map((t) => Math.exp(t - M))));
        },
        { zh: '写成乘积', en: 'a product instead of a sum' },
        ({ z }) => {
          const M = Math.max(...z);
          return M * Math.log(sum(z.map((t) => Math.exp(t - M))));
        },
      ),
    },
  ],
};

/** In the order in which the chapter places them. */
export const derivations: readonly Derivation[] = [softmaxDerivation, bceDerivation, lseDerivation];
