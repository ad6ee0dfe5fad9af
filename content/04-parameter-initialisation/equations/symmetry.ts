import { check, type Equation } from '@book/equations';
import { type ActivationName, Matrix, Network, type Random } from '@engine';

/** A network in which units 1 and 2 of the hidden layer are twins, run on a sample. */
interface Twins {
  /** All that belongs to them is alike: weights in and out, bias. */
  readonly alike: Network;
  /** The same, but the weights out of them differ. */
  readonly apartAfter: Network;
  /** The same, but one weight into them differs. */
  readonly apartBefore: Network;
}

const draw = (random: Random): number =>
  (random.bernoulli(0.5) ? 1 : -1) * random.uniform(0.4, 1.3);

function twins(random: Random): Twins {
  const f: ActivationName = random.bernoulli(0.5) ? 'sigmoid' : 'tanh';
  const x = Matrix.column([draw(random), draw(random), draw(random)]);
  const y = Matrix.column([draw(random), draw(random)]);
  const seed = random.uint32();
  const make = (change: (network: Network) => void): Network => {
    const network = new Network({
      sizes: [3, 4, 2],
      activations: [f, 'sigmoid'],
      loss: 'squaredError',
    });
    const own = random.split(seed);
    for (const { value } of network.parameters) {
      for (let k = 0; k < value.data.length; k++) value.data[k] = draw(own);
    }
    const [one, two] = [network.layer(1), network.layer(2)];
    for (let k = 0; k < 3; k++) one.W.set(1, k, one.W.at(0, k));
    one.b.set(1, 0, one.b.at(0, 0));
    for (let k = 0; k < 2; k++) two.W.set(k, 1, two.W.at(k, 0));
    change(network);
    network.forward(x);
    network.backward(y);
    return network;
  };
  return {
    alike: make(() => {}),
    apartAfter: make((n) => n.layer(2).W.set(0, 1, n.layer(2).W.at(0, 1) + 0.5)),
    apartBefore: make((n) => n.layer(1).W.set(1, 0, n.layer(1).W.at(1, 0) + 0.5)),
  };
}

const a = (network: Network, unit: number): number => network.layer(1).a.at(unit - 1, 0);
const delta = (network: Network, unit: number): number => network.layer(1).delta.at(unit - 1, 0);
/** Gradients of all weights into a hidden unit, of its bias, and of all weights out of it. */
const gradients = (network: Network, unit: number): number[] => [
  ...network.layer(1).dW.toRows()[unit - 1]!,
  network.layer(1).db.at(unit - 1, 0),
  ...network
    .layer(2)
    .dW.toRows()
    .map((row) => row[unit - 1]!),
];

const before = { zh: '只有一个输入权重不同', en: 'one weight into the unit differs' };
const after = { zh: '输出权重不同', en: 'the weights out of the unit differ' };

export const symmetryEquations: readonly Equation[] = [
  {
    id: 'pi-equal-units',
    tex: '\\begin{gathered} \\Wi{l}{jk} = \\Wi{l}{ik} \\ (k = 1, \\dots, \\units{l-1}), \\\\ \\biasi{l}{j} = \\biasi{l}{i} \\\\ \\Longrightarrow\\quad \\acti{l}{j} = \\acti{l}{i} \\end{gathered}',
    means: {
      zh: '单元 i 和 j 的输入权重和偏置都相同，它们的激活值就相同。',
      en: 'If units i and j have the same weights in and the same bias, they have the same activation.',
    },
    check: check({
      setup: twins,
      left: ({ alike }) => a(alike, 1),
      right: ({ alike }) => a(alike, 2),
      tolerance: 0,
      wrong: [{ slip: before, right: ({ apartBefore }) => a(apartBefore, 2) }],
    }),
  },
  {
    id: 'pi-equal-errors',
    tex: '\\begin{gathered} \\acti{l}{j} = \\acti{l}{i}, \\\\ \\Wi{l+1}{kj} = \\Wi{l+1}{ki} \\ (k = 1, \\dots, \\units{l+1}) \\\\ \\Longrightarrow\\quad \\delti{l}{j} = \\delti{l}{i} \\end{gathered}',
    means: {
      zh: '如果它们通向下一层的权重也相同，误差项就相同。',
      en: 'If the weights out of them are the same as well, they have the same error.',
    },
    check: check({
      setup: twins,
      left: ({ alike }) => delta(alike, 1),
      right: ({ alike }) => delta(alike, 2),
      tolerance: 0,
      wrong: [
        {
          slip: after,
          right: ({ apartAfter }) => delta(apartAfter, 2),
        },
      ],
    }),
  },
  {
    id: 'pi-equal-gradients',
    tex: '\\begin{gathered} \\dd{\\loss}{\\Wi{l}{jk}} = \\dd{\\loss}{\\Wi{l}{ik}}, \\quad \\dd{\\loss}{\\biasi{l}{j}} = \\dd{\\loss}{\\biasi{l}{i}}, \\\\[0.8em] \\dd{\\loss}{\\Wi{l+1}{kj}} = \\dd{\\loss}{\\Wi{l+1}{ki}} \\end{gathered}',
    means: {
      zh: '于是它们的所有梯度都相同：更新以后，它们还是相同。',
      en: 'So all their gradients are the same: after the update they are the same again.',
    },
    check: check({
      setup: twins,
      left: ({ alike }) => gradients(alike, 1),
      right: ({ alike }) => gradients(alike, 2),
      tolerance: 0,
      wrong: [
        {
          slip: after,
          right: ({ apartAfter }) => gradients(apartAfter, 2),
        },
      ],
    }),
  },
  {
    id: 'pi-one-unit',
    tex: '\\sum_{j=1}^{\\units{l}} \\Wi{l+1}{kj}\\,\\acti{l}{j} = \\bigl(\\units{l}\\,\\Wi{l+1}{k1}\\bigr)\\,\\acti{l}{1}',
    means: {
      zh: '一层的单元如果全都相同，整层就和一个单元没有区别，只是它的输出权重乘了单元数。',
      en: 'If all units of a layer are equal, the layer does what one unit does whose weight out is so many times as large.',
    },
    check: check({
      setup: (random: Random) => {
        const n = 2 + random.integer(5);
        const W = Array<number>(n).fill(draw(random));
        return { n, W, a: Array<number>(n).fill(draw(random)) };
      },
      left: ({ W, a }) => W.reduce((sum, w, j) => sum + w * a[j]!, 0),
      right: ({ n, W, a }) => n * W[0]! * a[0]!,
      wrong: [
        {
          slip: { zh: '漏了单元数', en: 'the number of units left out' },
          right: ({ W, a }) => W[0]! * a[0]!,
        },
        {
          slip: { zh: '单元数乘了两次', en: 'the number of units twice' },
          right: ({ n, W, a }) => n * n * W[0]! * a[0]!,
        },
      ],
    }),
  },
  {
    id: 'pi-zero-start',
    tex: '\\begin{gathered} \\W{l} = 0,\\; \\bias{l} = 0 \\ (l = 1, \\dots, L), \\\\ f(0) = 0 \\\\ \\Longrightarrow\\quad \\dd{\\loss}{\\W{l}} = 0 \\end{gathered}',
    means: {
      zh: '至少两层、隐藏层的激活函数满足 f(0) = 0 时，从零开始，所有权重的梯度都是零。',
      en: 'With at least two layers and hidden activation functions for which f(0) = 0, a start from zero gives every weight a gradient of zero.',
    },
    check: check({
      setup: (random: Random) => {
        const x = Matrix.column([draw(random), draw(random)]);
        const y = Matrix.column([draw(random)]);
        const run = (f: ActivationName): number[] => {
          const network = new Network({
            sizes: [2, 3, 4, 1],
            activations: [f, f, 'sigmoid'],
            loss: 'squaredError',
          });
          network.forward(x);
          network.backward(y);
          return [1, 2, 3].flatMap((l) => network.layer(l).dW.toRows().flat());
        };
        return { odd: run(random.bernoulli(0.5) ? 'tanh' : 'relu'), sigmoid: run('sigmoid') };
      },
      left: ({ odd }) => odd,
      right: ({ odd }) => odd.map(() => 0),
      tolerance: 0,
      wrong: [
        {
          slip: { zh: '当作对 Sigmoid 也成立', en: 'taken to hold for the sigmoid as well' },
          right: ({ sigmoid }) => sigmoid,
        },
      ],
    }),
  },
];
