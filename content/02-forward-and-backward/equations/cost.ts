import { check, type Equation } from '@book/equations';
import { Matrix, type Random } from '@engine';
import { type Counted, countedOn } from '../multiplications';
import { trial } from './trial';

const setup = (random: Random): Counted => countedOn(random.shuffle([2, 3, 4, 5, 7]));

/** Σ n_l n_(l−1) over layers from … to the last. */
const products = (sizes: readonly number[], from = 1): number =>
  sizes.reduce((sum, n, l) => (l >= from ? sum + n * sizes[l - 1]! : sum), 0);

export const costEquations: readonly Equation[] = [
  {
    id: 'fb-cost-forward',
    tex: 'N_{\\text{f}} = \\sum_{l=1}^{L} \\units{l}\\,\\units{l-1}',
    means: {
      zh: '前向一次的乘法次数：每个权重用一次。',
      en: 'Multiplications of one forward pass: every weight is used once.',
    },
    check: check({
      setup,
      left: ({ forward }) => forward,
      right: ({ sizes }) => products(sizes),
      wrong: [
        {
          slip: { zh: '只数了单元', en: 'units counted instead of weights' },
          right: ({ sizes }) => sizes.reduce((sum, n) => sum + n, 0),
        },
        {
          slip: { zh: '少了第一层', en: 'the first layer left out' },
          right: ({ sizes }) => products(sizes, 2),
        },
      ],
    }),
  },
  {
    id: 'fb-cost-backward',
    tex: '\\begin{gathered} N_{\\text{b}} = \\sum_{l=1}^{L} \\units{l}\\,\\units{l-1} + \\sum_{l=2}^{L} \\units{l}\\,\\units{l-1} \\\\ \\le\\; 2\\,N_{\\text{f}} \\end{gathered}',
    means: {
      zh: '反向一次的乘法次数：每个权重的梯度一次，把 δ 传回去一次；合计不到前向的两倍。',
      en: 'Multiplications of one backward pass: one for the gradient of every weight, one for sending δ back through it; together less than twice the forward pass.',
    },
    check: check({
      setup,
      left: ({ backward, forward }) => [backward, Number(backward <= 2 * forward)],
      right: ({ sizes }) => [products(sizes) + products(sizes, 2), 1],
      wrong: [
        {
          slip: { zh: '连输入也传回去了', en: 'δ sent back to the input as well' },
          right: ({ sizes }) => [2 * products(sizes), 1],
        },
        {
          slip: { zh: '只数了传回去的部分', en: 'only the sending back counted' },
          right: ({ sizes }) => [products(sizes, 2), 1],
        },
      ],
    }),
  },
  {
    id: 'fb-cost-differences',
    tex: '\\begin{gathered} N_{\\Delta} = 2P\\,N_{\\text{f}}, \\\\ P = \\sum_{l=1}^{L} \\units{l}\\,(\\units{l-1} + 1) \\end{gathered}',
    means: {
      zh: '用双侧差商求全部梯度：P 个参数，每个要前向两次。',
      en: 'All gradients by two-sided quotients: two forward passes for each of P parameters.',
    },
    check: check({
      setup,
      left: ({ parameters, forward }) => 2 * parameters * forward,
      right: ({ sizes }) => {
        const P = sizes.reduce((sum, n, l) => (l > 0 ? sum + n * (sizes[l - 1]! + 1) : sum), 0);
        return 2 * P * products(sizes);
      },
      wrong: [
        {
          slip: { zh: '忘了偏置', en: 'biases forgotten' },
          right: ({ sizes }) => 2 * products(sizes) ** 2,
        },
      ],
    }),
  },
];

const steepest = trial();

/** The update, and that it lowers the loss when the step is small. */
export const updateEquations: readonly Equation[] = [
  {
    id: 'fb-sgd-w',
    tex: '\\W{l} \\leftarrow \\W{l} - \\lr\\,\\dd{\\loss}{\\W{l}}',
    means: {
      zh: '更新权重：逆着梯度走一小步。',
      en: 'Updating the weights: a small step against the gradient.',
    },
    check: check({
      setup: steepest,
      left: ({ network, l }) => {
        network.sgdStep(0.1);
        return network.layer(l).W;
      },
      right: ({ network, plain, l }) => stepped(plain.W[l]!.flat(), network.layer(l).dW, -0.1),
      wrong: [
        {
          slip: { zh: '加号：沿着梯度走', en: 'plus: along the gradient' },
          right: ({ network, plain, l }) => stepped(plain.W[l]!.flat(), network.layer(l).dW, 0.1),
        },
        {
          slip: { zh: '漏了学习率', en: 'learning rate left out' },
          right: ({ network, plain, l }) => stepped(plain.W[l]!.flat(), network.layer(l).dW, -1),
        },
      ],
    }),
  },
  {
    id: 'fb-sgd-b',
    tex: '\\bias{l} \\leftarrow \\bias{l} - \\lr\\,\\dd{\\loss}{\\bias{l}}',
    means: {
      zh: '更新偏置：同样的一步。',
      en: 'Updating the biases: the same step.',
    },
    check: check({
      setup: steepest,
      left: ({ network, l }) => {
        network.sgdStep(0.1);
        return network.layer(l).b;
      },
      right: ({ network, plain, l }) => stepped(plain.b[l]!, network.layer(l).db, -0.1),
      wrong: [
        {
          slip: { zh: '加号', en: 'plus' },
          right: ({ network, plain, l }) => stepped(plain.b[l]!, network.layer(l).db, 0.1),
        },
      ],
    }),
  },
];

/** values + c · gradient, as a matrix of the gradient's shape. */
const stepped = (values: readonly number[], gradient: Matrix, c: number): Matrix =>
  new Matrix(
    gradient.rows,
    gradient.cols,
    gradient.data.map((g, k) => values[k]! + c * g),
  );
