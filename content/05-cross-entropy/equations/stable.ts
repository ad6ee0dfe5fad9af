import { check, type Equation } from '@book/equations';
import { logSumExp, Matrix, type Random } from '@engine';
import {
  binaryCrossEntropy,
  engineLoss,
  type Outputs,
  outputs,
  sigma,
  softmax,
  sum,
} from './trial';

/** Logits far apart, yet not so far that the plain formula fails. */
function spread(random: Random): Outputs {
  const drawn = outputs(random);
  return { ...drawn, z: drawn.z.map((t) => 6 * t) };
}
const plain = (z: readonly number[]): number => Math.log(sum(z.map(Math.exp)));

/** How the losses are computed so that nothing overflows. */
export const stableEquations: readonly Equation[] = [
  {
    id: 'ce-logits',
    tex: '\\loss = -\\log \\acti{L}{i} = \\log \\sum_{k=1}^{\\units{L}} e^{\\zi{L}{k}} - \\zi{L}{i}',
    means: {
      zh: '直接由加权和算交叉熵：对数与指数相消，只剩一个和的对数。',
      en: 'Cross-entropy straight from the weighted sums: logarithm and exponential cancel, and the logarithm of one sum is left.',
    },
    check: check({
      setup: outputs,
      left: ({ z, i }) => -Math.log(softmax(z)[i]!),
      right: ({ z, i }) => plain(z) - z[i]!,
      wrong: [
        {
          slip: { zh: '符号反了', en: 'sign turned round' },
          right: ({ z, i }) => z[i]! - plain(z),
        },
        {
          slip: { zh: '对数放进了和号', en: 'the logarithm inside the sum' },
          right: ({ z, i }) => sum(z) - z[i]!,
        },
        {
          slip: { zh: '减的是 a 而不是 z', en: 'minus a instead of z' },
          right: ({ z, i }) => plain(z) - softmax(z)[i]!,
        },
      ],
    }),
  },
  {
    id: 'ce-lse',
    tex: '\\begin{aligned} &\\log \\sum_{k} e^{\\zi{L}{k}} \\\\ &\\quad= M + \\log \\sum_{k} e^{\\zi{L}{k} - M}, \\\\ &M = \\max_k \\zi{L}{k} \\end{aligned}',
    means: {
      zh: '先减去最大的加权和，再加回来：指数都不超过 0，不会溢出。',
      en: 'Subtract the largest sum first and add it back after: no exponent is above 0, so nothing overflows.',
    },
    check: check({
      setup: spread,
      left: ({ z }) => logSumExp(Matrix.column(z)),
      right: ({ z }) => {
        const M = Math.max(...z);
        return M + plain(z.map((t) => t - M));
      },
      wrong: [
        {
          slip: { zh: '忘了把 M 加回来', en: 'M not added back' },
          right: ({ z }) => plain(z.map((t) => t - Math.max(...z))),
        },
        {
          slip: { zh: '除以最大值而不是减', en: 'divided by the largest instead' },
          right: ({ z }) => {
            const M = Math.max(...z);
            return M + plain(z.map((t) => t / M));
          },
        },
        {
          slip: { zh: '加回来的是 M 的指数', en: 'e to the M added back' },
          right: ({ z }) => {
            const M = Math.max(...z);
            return Math.exp(M) + plain(z.map((t) => t - M));
          },
        },
      ],
    }),
  },
  {
    id: 'ce-bce-stable',
    tex: '\\begin{aligned} &\\loss = \\sum_{j=1}^{\\units{L}} \\Bigl[\\max(\\zi{L}{j}, 0) - \\yout{j}\\,\\zi{L}{j} \\\\ &\\qquad + \\log\\bigl(1 + e^{-|\\zi{L}{j}|}\\bigr)\\Bigr] \\end{aligned}',
    means: {
      zh: '二元交叉熵的稳定写法，也直接由加权和算。',
      en: 'Binary cross-entropy in a form that never overflows, straight from the weighted sums.',
    },
    check: check({
      setup: outputs,
      left: ({ z, soft }) => binaryCrossEntropy(z.map(sigma), soft),
      right: ({ z, soft }) =>
        sum(z.map((t, j) => Math.max(t, 0) - soft[j]! * t + Math.log(1 + Math.exp(-Math.abs(t))))),
      wrong: [
        {
          slip: { zh: '绝对值漏了', en: 'the absolute value left out' },
          right: ({ z, soft }) =>
            sum(z.map((t, j) => Math.max(t, 0) - soft[j]! * t + Math.log(1 + Math.exp(t)))),
        },
        {
          slip: { zh: 'y z 的符号反了', en: 'sign of y z turned round' },
          right: ({ z, soft }) =>
            sum(
              z.map((t, j) => Math.max(t, 0) + soft[j]! * t + Math.log(1 + Math.exp(-Math.abs(t)))),
            ),
        },
        {
          slip: { zh: '漏了 max', en: 'max left out' },
          right: ({ z, soft }) =>
            engineLoss('binaryCrossEntropy', z, soft) - sum(z.map((t) => Math.max(t, 0))),
        },
      ],
    }),
  },
];
