import { check, type Equation } from '@book/equations';
import { activation, type Random } from '@engine';
import { type Chance, coin, mean, squareOf, symmetric, variance, varianceOf } from './chance';
import { fans, secondMoment } from './xavier';

const relu = activation('relu');

/** A unit after a layer of ReLU units whose sums are symmetric about 0. */
export interface AfterRelu {
  /** n_(l−1) and n_l. */
  readonly inputs: number;
  readonly outputs: number;
  readonly weight: Chance;
  /** z of every unit of the layer before. */
  readonly before: Chance;
}

export const afterRelu = (random: Random): AfterRelu => {
  const [inputs = 3, outputs = 2] = random.shuffle([2, 3, 4]);
  return { inputs, outputs, weight: coin(random.uniform(0.5, 0.8)), before: symmetric(random) };
};

/** Var(z) of that unit over all outcomes. */
export function varianceAfterRelu({ inputs, weight, before }: AfterRelu): number {
  const list = [...Array<Chance>(inputs).fill(weight), ...Array<Chance>(inputs).fill(before)];
  return variance(list, (drawn) => {
    let z = 0;
    for (let k = 0; k < inputs; k++) z += drawn[k]! * relu.value(drawn[inputs + k]!);
    return z;
  });
}

/** E[ReLU(z)²]. */
export const halfOf = (z: Chance): number => mean([z], ([t]) => relu.value(t!) ** 2);

export const reluEquations: readonly Equation[] = [
  {
    id: 'pi-relu-half',
    tex: '\\E\\bigl[\\mathrm{ReLU}(z)^2\\bigr] = \\tfrac12\\,\\Var(z)',
    means: {
      zh: 'z 关于 0 对称时，ReLU 恰好留下一半。',
      en: 'Of a z that is symmetric about 0, ReLU keeps exactly half.',
    },
    check: check({
      setup: symmetric,
      left: halfOf,
      right: (z) => varianceOf(z) / 2,
      wrong: [
        {
          slip: { zh: '当作全部通过', en: 'everything passes' },
          right: (z) => varianceOf(z),
        },
        {
          slip: { zh: '取了激活值的方差', en: 'the variance of the activation instead' },
          right: (z) => variance([z], ([t]) => relu.value(t!)),
        },
        {
          slip: { zh: '平方以后的四分之一', en: 'a quarter, as if the half were squared' },
          right: (z) => varianceOf(z) / 4,
        },
      ],
    }),
  },
  {
    id: 'pi-relu-layer',
    tex: '\\begin{aligned} &\\Var(\\zi{l}{j}) \\\\ &\\;= \\tfrac12\\,\\units{l-1}\\,\\Var(\\Wi{l}{jk})\\,\\Var(\\zi{l-1}{k}) \\end{aligned}',
    means: {
      zh: '经过一层 ReLU，方差乘上的因子只有原来的一半。',
      en: 'Through a layer of ReLU units the variance is multiplied by half of what it would be otherwise.',
    },
    check: check({
      setup: afterRelu,
      left: varianceAfterRelu,
      right: ({ inputs, weight, before }) => 0.5 * inputs * varianceOf(weight) * varianceOf(before),
      wrong: [
        {
          slip: { zh: '漏了 ½', en: 'the ½ left out' },
          right: ({ inputs, weight, before }) => inputs * varianceOf(weight) * varianceOf(before),
        },
        {
          slip: { zh: '用了输出个数', en: 'the number of outputs' },
          right: ({ outputs, weight, before }) =>
            0.5 * outputs * varianceOf(weight) * varianceOf(before),
        },
      ],
    }),
  },
  {
    id: 'pi-he',
    tex: '\\Wi{l}{jk} \\sim \\mathcal{N}\\Bigl(0,\\ \\frac{2}{\\units{l-1}}\\Bigr)',
    means: {
      zh: 'He 初始化；第二个数是方差，标准差是 √(2/输入个数)。',
      en: 'He initialisation; the second number is the variance, the standard deviation is √(2 / inputs).',
    },
    check: check({
      // Var(z^l) ÷ Var(z^(l−1)) with a variance of weights from the normal density: it must be 1.
      setup: (random: Random) => {
        const [inputs, outputs] = fans(random);
        const z = symmetric(random);
        return { inputs, outputs, kept: halfOf(z) / squareOf(z) };
      },
      left: () => 1,
      right: ({ inputs, kept }) => inputs * secondMoment(Math.sqrt(2 / inputs)) * kept,
      tolerance: 1e-10,
      wrong: [
        {
          slip: { zh: '忘了 ReLU 只留一半', en: 'forgetting that ReLU keeps half' },
          right: ({ inputs, kept }) => inputs * secondMoment(Math.sqrt(1 / inputs)) * kept,
        },
        {
          slip: { zh: '方差当作标准差', en: 'the variance taken for the standard deviation' },
          right: ({ inputs, kept }) => inputs * secondMoment(2 / inputs) * kept,
        },
        {
          slip: { zh: '用了输出个数', en: 'the number of outputs' },
          right: ({ inputs, outputs, kept }) =>
            inputs * secondMoment(Math.sqrt(2 / outputs)) * kept,
        },
        {
          slip: { zh: '用了 Xavier 的分母', en: 'the denominator of Xavier' },
          right: ({ inputs, outputs, kept }) =>
            inputs * secondMoment(Math.sqrt(2 / (inputs + outputs))) * kept,
        },
      ],
    }),
  },
];
