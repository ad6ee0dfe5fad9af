import { type Derivation, lineChecks } from '@book/equations';
import { Matrix, Optimiser, type Parameter, type Random } from '@engine';

/** Gradients that take one of three values at every step, each as likely: t steps of them. */
interface Luck {
  values: [number, number, number];
  beta: number;
  t: number;
}
const luck = (random: Random): Luck => ({
  values: [random.uniform(0.5, 1), random.uniform(1, 2), random.uniform(2, 4)],
  beta: random.uniform(0.6, 0.9),
  t: 3 + random.integer(2),
});

/** m_t as the engine's Adam has it after these gradients. */
function meanOf(gradients: readonly number[], beta1: number): number {
  const [value, gradient] = [Matrix.column([0]), Matrix.column([0])];
  const parameter: Parameter = { name: 'theta', value, gradient, decays: false };
  const optimiser = new Optimiser({ kind: 'adam', beta1 }, [parameter]);
  for (const g of gradients) {
    gradient.data[0] = g;
    optimiser.step(0.1);
  }
  return optimiser.remembered(0, 'm')![0]!;
}

/** Every sequence of t gradients that may come. */
const sequences = ({ values, t }: Luck): number[][] =>
  Array.from({ length: t }).reduce<number[][]>(
    (all) => all.flatMap((some) => values.map((value) => [...some, value])),
    [[]],
  );
const average = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
/** E over all sequences of Σ share(i) g_i. */
const expected = (one: Luck, share: (i: number) => number): number =>
  average(sequences(one).map((g) => g.reduce((sum, value, i) => sum + share(i + 1) * value, 0)));
const powers = ({ beta, t }: Luck): number =>
  Array.from({ length: t }, (_, i) => beta ** (t - 1 - i)).reduce((p, q) => p + q);

/** E m_t, one line further each time. */
const lines: readonly ((one: Luck) => number)[] = [
  (one) => average(sequences(one).map((g) => meanOf(g, one.beta))),
  (one) => expected(one, (i) => (1 - one.beta) * one.beta ** (one.t - i)),
  (one) => (1 - one.beta) * powers(one) * average(one.values),
  (one) => (1 - one.beta ** one.t) * average(one.values),
];

const equal = lineChecks(luck, lines);

export const biasDerivation: Derivation = {
  id: 'op-bias-derivation',
  title: { zh: '修正的因子从哪里来', en: 'Where the correction comes from' },
  steps: [
    {
      tex: '\\E\\,m_t',
      why: {
        zh: '梯度是随机的，每一步的期望都是 $\\E\\,g$。问平均值的期望。',
        en: 'Gradients are random, with the same expected value $\\E\\,g$ at every step. What is that of the mean?',
      },
    },
    {
      tex: '= \\E\\,\\Bigl[(1-\\beta_1) \\sum_{i=1}^{t} \\beta_1^{\\,t-i}\\,g_i\\Bigr]',
      why: {
        zh: '把递推一直代到第一步，起点 $m_0$ 是 0，不留下什么。',
        en: 'The rule put into itself down to the first step; the start $m_0$ is 0 and leaves nothing.',
      },
      check: equal(1, { zh: '只加到 t − 1', en: 'the sum to t − 1' }, (one) =>
        expected(one, (i) => (i < one.t ? (1 - one.beta) * one.beta ** (one.t - i) : 0)),
      ),
    },
    {
      tex: '= (1-\\beta_1) \\sum_{i=1}^{t} \\beta_1^{\\,t-i}\\;\\E\\,g',
      why: {
        zh: '和的期望是期望的和，每一项的期望都一样。',
        en: 'The expected value of a sum is the sum of expected values, and they are all the same.',
      },
      check: equal(
        2,
        { zh: '指数从 1 数起', en: 'exponents from 1' },
        (one) => (1 - one.beta) * one.beta * powers(one) * average(one.values),
      ),
    },
    {
      tex: '= \\bigl(1 - \\beta_1^{\\,t}\\bigr)\\,\\E\\,g',
      why: {
        zh: '等比数列求和。差的正好是这个因子，除掉它就对了；$v_t$ 同理。',
        en: 'The sum of a geometric series. It is off by just this factor, so divide by it; $v_t$ likewise.',
      },
      check: equal(
        3,
        { zh: '漏了 t 次方', en: 'the power t lost' },
        (one) => (1 - one.beta) * average(one.values),
      ),
    },
  ],
};
