import { check, type Equation } from '@book/equations';
import { byDifferences, crossEntropy, engineLoss, outputs, slopes, softmax, sum } from './trial';

/** What the loss says, and where it comes from. */
export const surpriseEquations: readonly Equation[] = [
  {
    id: 'ce-surprise',
    tex: '\\loss = -\\log \\acti{L}{i}',
    means: {
      zh: '一个样本的损失：正确类别 i 所得概率的对数，取相反数。',
      en: 'The loss of one sample: minus the logarithm of the probability given to the right class i.',
    },
    check: check({
      setup: outputs,
      left: ({ z, oneHot }) => engineLoss('softmaxCrossEntropy', z, oneHot),
      right: ({ z, i }) => -Math.log(softmax(z)[i]!),
      wrong: [
        {
          slip: { zh: '漏了负号', en: 'the minus left out' },
          right: ({ z, i }) => Math.log(softmax(z)[i]!),
        },
        {
          slip: { zh: '用了常用对数', en: 'logarithm to base 10' },
          right: ({ z, i }) => -Math.log10(softmax(z)[i]!),
        },
        {
          slip: { zh: '取了错误类别的概率', en: 'the probability of being wrong' },
          right: ({ z, i }) => -Math.log(1 - softmax(z)[i]!),
        },
      ],
    }),
  },
  {
    id: 'ce-surprise-slope',
    tex: '\\dd{\\loss}{\\acti{L}{i}} = -\\frac{1}{\\acti{L}{i}}',
    means: {
      zh: '概率越小，损失随它变化得越快。',
      en: 'The smaller the probability, the faster the loss changes with it.',
    },
    check: check({
      setup: (random) => random.uniform(0.1, 0.8),
      left: (a) => slopes(([p]) => -Math.log(p!), [a])[0]!,
      right: (a) => -1 / a,
      tolerance: byDifferences,
      wrong: [
        { slip: { zh: '漏了负号', en: 'the minus left out' }, right: (a) => 1 / a },
        {
          slip: { zh: '写成 −1/(1−a)', en: '−1/(1 − a)' },
          right: (a) => -1 / (1 - a),
        },
        { slip: { zh: '没有求导', en: 'not differentiated' }, right: (a) => -Math.log(a) },
      ],
    }),
  },
  {
    id: 'ce-likelihood',
    tex: '-\\log \\prod_{s=1}^{m} p_s = \\sum_{s=1}^{m} \\bigl(-\\log p_s\\bigr)',
    means: {
      zh: '似然的负对数，就是各个样本损失之和。',
      en: 'Minus the logarithm of the likelihood is the sum of the samples’ losses.',
    },
    check: check({
      setup: (random) => Array.from({ length: 6 }, () => random.uniform(0.05, 0.95)),
      left: (p) => -Math.log(p.reduce((product, one) => product * one, 1)),
      right: (p) => sum(p.map((one) => -Math.log(one))),
      wrong: [
        {
          slip: { zh: '和的对数', en: 'logarithm of the sum' },
          right: (p) => -Math.log(sum(p)),
        },
        {
          slip: { zh: '对数的积', en: 'product of the logarithms' },
          right: (p) => -p.reduce((product, one) => product * Math.log(one), 1),
        },
        {
          slip: { zh: '漏了负号', en: 'the minus left out' },
          right: (p) => sum(p.map(Math.log)),
        },
      ],
    }),
  },
  {
    id: 'ce-loss',
    tex: '\\loss = -\\sum_{j=1}^{\\units{L}} \\yout{j} \\log \\acti{L}{j}',
    means: {
      zh: '交叉熵：各类别的负对数概率，按目标值加权求和。',
      en: 'Cross-entropy: minus the log-probability of each class, weighted by its target.',
    },
    check: check({
      setup: outputs,
      left: ({ z, soft }) => engineLoss('softmaxCrossEntropy', z, soft),
      right: ({ z, soft }) => crossEntropy(softmax(z), soft),
      wrong: [
        {
          slip: { zh: 'y 与 a 换了位置', en: 'y and a exchanged' },
          right: ({ z, soft }) => crossEntropy(soft, softmax(z)),
        },
        {
          slip: { zh: '漏了负号', en: 'the minus left out' },
          right: ({ z, soft }) => -crossEntropy(softmax(z), soft),
        },
        {
          slip: { zh: '先求和再取对数', en: 'the sum first, then the logarithm' },
          right: ({ z, soft }) => -Math.log(sum(softmax(z).map((p, j) => p * soft[j]!))),
        },
        {
          slip: { zh: '多加了 (1−y) log(1−a)', en: '(1 − y) log(1 − a) added as well' },
          right: ({ z, soft }) =>
            crossEntropy(softmax(z), soft) -
            sum(softmax(z).map((p, j) => (1 - soft[j]!) * Math.log(1 - p))),
        },
      ],
    }),
  },
  {
    id: 'ce-entropy',
    tex: '\\begin{aligned} &-\\sum_{j} \\yout{j} \\log \\acti{L}{j} \\\\ &\\quad= -\\sum_{j} \\yout{j} \\log \\yout{j} \\\\ &\\quad\\phantom{=}\\, + \\sum_{j} \\yout{j} \\log \\frac{\\yout{j}}{\\acti{L}{j}} \\end{aligned}',
    means: {
      zh: '交叉熵等于目标自己的熵，加上输出与目标之间的 KL 散度。',
      en: 'Cross-entropy is the entropy of the targets plus the Kullback–Leibler divergence of the outputs from them.',
    },
    check: check({
      setup: outputs,
      left: ({ z, soft }) => engineLoss('softmaxCrossEntropy', z, soft),
      right: ({ z, soft }) => crossEntropy(soft, soft) + divergence(soft, softmax(z)),
      wrong: [
        {
          slip: { zh: '散度的次序颠倒', en: 'the divergence the wrong way round' },
          right: ({ z, soft }) => crossEntropy(soft, soft) + divergence(softmax(z), soft),
        },
        {
          slip: { zh: '用了输出的熵', en: 'the entropy of the outputs' },
          right: ({ z, soft }) =>
            crossEntropy(softmax(z), softmax(z)) + divergence(soft, softmax(z)),
        },
        {
          slip: { zh: '漏了熵', en: 'the entropy left out' },
          right: ({ z, soft }) => divergence(soft, softmax(z)),
        },
      ],
    }),
  },
];

/** Σ p log(p/q). */
const divergence = (p: readonly number[], q: readonly number[]): number =>
  sum(p.map((one, j) => one * Math.log(one / q[j]!)));
