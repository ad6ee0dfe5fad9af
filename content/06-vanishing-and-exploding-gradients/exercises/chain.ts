import { sigmoid } from '@components/exercise/engine';
import { tex } from '@components/exercise/tex';
import type { PartsExercise, Values } from '@components/exercise/types';
import { drawNumber, numberOf, part } from '@components/exercise/values';
import { Matrix, Network } from '@engine';

/** δ of a unit before one listener with weight w and error d, by the engine's backward pass. */
function back(z: number, w: number, d: number): number {
  const network = new Network({
    sizes: [1, 1, 1],
    activations: ['sigmoid', 'identity'],
    loss: 'squaredError',
  });
  network.layer(1).W.data[0] = 1;
  network.layer(2).W.data[0] = w;
  const output = network.forward(Matrix.column([z])).at(0, 0);
  network.backward(Matrix.column([output - d]));
  return network.layer(1).delta.at(0, 0);
}

export const oneLayerBack: PartsExercise = {
  id: 've-one-layer-back',
  kind: 'number',
  title: { en: 'One layer back', zh: '往回走一层' },
  about: 'a-product-of-many-numbers',
  decimals: 5,
  statement: {
    en: tex`In a chain of sigmoid units, layer 4 has the weighted sum $\z{4} = \slot{z}$. The next layer’s weight is $\W{5} = \slot{w}$, and its error is $\delt{5} = \slot{d}$. Find the slope of the sigmoid in layer 4, the factor with which the error is multiplied there, and $\delt{4}$, each to five decimals.`,
    zh: tex`一条由 Sigmoid 单元组成的链，第 4 层的加权和是 $\z{4} = \slot{z}$，下一层的权重是 $\W{5} = \slot{w}$，误差项是 $\delt{5} = \slot{d}$。求第 4 层 Sigmoid 的斜率、误差项在这里乘的因子，以及 $\delt{4}$，都保留五位小数。`,
  },
  draw: (random) => {
    const z = drawNumber(random, -2.5, 2.5);
    const w = drawNumber(random, -2.5, 2.5);
    const d = drawNumber(random, -0.9, 0.9, 2);
    const slope = sigmoid.derivative(z, sigmoid.value(z));
    const a = sigmoid.value(z);
    return { z, w, d, a, slope, factor: w * slope, delta: back(z, w, d) };
  },
  parts: [
    part({
      id: 'slope',
      label: { en: tex`$\sigma'(\z{4}) =$`, zh: tex`$\sigma'(\z{4}) =$` },
      spoken: { en: 'slope', zh: '斜率' },
      decimals: 5,
      answer: (v) => sigmoid.derivative(numberOf(v, 'z'), numberOf(v, 'a')),
      mistakes: [
        {
          id: 'value',
          says: {
            en: 'That is the activation. The slope is the activation times 1 minus the activation.',
            zh: '这是激活值。斜率是激活值乘以“1 减激活值”。',
          },
          value: (v) => numberOf(v, 'a'),
        },
        {
          id: 'at-a',
          says: {
            en: 'You seem to have taken the slope at the activation. It is taken at the weighted sum.',
            zh: '你似乎在激活值处取了斜率。斜率要在加权和处取。',
          },
          value: (v) => sigmoid.derivative(numberOf(v, 'a'), sigmoid.value(numberOf(v, 'a'))),
        },
      ],
    }),
    part({
      id: 'factor',
      label: { en: 'factor', zh: '因子' },
      spoken: { en: 'factor', zh: '因子' },
      decimals: 5,
      answer: (v) => numberOf(v, 'w') * numberOf(v, 'slope'),
      mistakes: [
        {
          id: 'sum',
          says: {
            en: 'You seem to have added weight and slope. The rates along a path are multiplied.',
            zh: '你似乎把权重和斜率加了起来。沿着一条路径，变化率要相乘。',
          },
          about: 'eq-ve-delta-chain',
          value: (v) => numberOf(v, 'w') + numberOf(v, 'slope'),
        },
        {
          id: 'weight-activation',
          says: {
            en: 'This is weight times activation. The error is multiplied by the slope, not by the activation.',
            zh: '这是权重乘以激活值。误差项乘的是斜率，不是激活值。',
          },
          about: 'eq-ve-delta-chain',
          value: (v) => numberOf(v, 'w') * numberOf(v, 'a'),
        },
      ],
    }),
    part({
      id: 'delta',
      label: { en: tex`$\delt{4} =$`, zh: tex`$\delt{4} =$` },
      spoken: { en: 'error of layer 4', zh: '第 4 层的误差项' },
      decimals: 5,
      answer: (v) => numberOf(v, 'factor') * numberOf(v, 'd'),
      mistakes: [
        {
          id: 'no-slope',
          says: {
            en: 'The slope is missing: this is the weight times the error of the next layer.',
            zh: '漏了斜率：这只是权重乘以下一层的误差项。',
          },
          about: 'eq-ve-delta-chain',
          value: (v) => numberOf(v, 'w') * numberOf(v, 'd'),
        },
        {
          id: 'no-weight',
          says: {
            en: 'The weight is missing: this is the slope times the error of the next layer.',
            zh: '漏了权重：这只是斜率乘以下一层的误差项。',
          },
          about: 'eq-ve-delta-chain',
          value: (v) => numberOf(v, 'slope') * numberOf(v, 'd'),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'The error passes first through the weight to the next layer, then through this layer’s own activation function.',
      zh: '误差项先穿过通往下一层的权重，再穿过这一层自己的激活函数。',
    },
    {
      en: tex`The slope of the sigmoid is $\sigma(z)\,(1 - \sigma(z))$. The factor is the weight times that slope.`,
      zh: tex`Sigmoid 的斜率是 $\sigma(z)\,(1 - \sigma(z))$。因子是权重乘以这个斜率。`,
    },
    {
      en: tex`The activation is $\slot{a}$, so the slope is $\slot{a} \cdot (1 - \slot{a})$.`,
      zh: tex`激活值是 $\slot{a}$，所以斜率是 $\slot{a} \cdot (1 - \slot{a})$。`,
    },
  ],
  solution: [
    {
      en: tex`Slope: $\slot{a} \cdot (1 - \slot{a}) \approx \slot{slope}$.`,
      zh: tex`斜率：$\slot{a} \cdot (1 - \slot{a}) \approx \slot{slope}$。`,
    },
    {
      en: tex`Factor: $\slot{w} \cdot \slot{slope} \approx \slot{factor}$.`,
      zh: tex`因子：$\slot{w} \cdot \slot{slope} \approx \slot{factor}$。`,
    },
    {
      en: tex`So the slope is $\slot{slope}$, the factor $\slot{factor}$, and the error $\slot{factor} \cdot \slotp{d} \approx \slot{delta}$.`,
      zh: tex`所以斜率是 $\slot{slope}$，因子是 $\slot{factor}$，误差项是 $\slot{factor} \cdot \slotp{d} \approx \slot{delta}$。`,
    },
  ],
};

/** The gradient of the first weight from the input, the factors and the last error. */
const gradient = (v: Values): number =>
  numberOf(v, 'x') * numberOf(v, 'p') * numberOf(v, 'q') * numberOf(v, 'r') * numberOf(v, 'd');

export const wholeProduct: PartsExercise = {
  id: 've-whole-product',
  kind: 'number',
  title: { en: 'The whole product', zh: '整个连乘' },
  about: 'eq-ve-grad-chain',
  decimals: 5,
  statement: {
    en: tex`A chain has four layers and the input $\slot{x}$. On its way back the error is multiplied by the factors $\slot{p}$ in layer 3, $\slot{q}$ in layer 2 and $\slot{r}$ in layer 1. The error of layer 4 is $\slot{d}$. Find the gradient of the first weight, to five decimals.`,
    zh: tex`一条链有四层，输入是 $\slot{x}$。误差项往回走时，第 3 层乘以 $\slot{p}$，第 2 层乘以 $\slot{q}$，第 1 层乘以 $\slot{r}$。第 4 层的误差项是 $\slot{d}$。求第一个权重的梯度，保留五位小数。`,
  },
  draw: (random) => {
    const factor = (): number => drawNumber(random, -1.5, 1.5);
    const v = {
      x: drawNumber(random, 1.2, 2.5),
      p: factor(),
      q: factor(),
      r: factor(),
      d: drawNumber(random, 0.2, 0.9),
    };
    return { ...v, gradient: gradient(v) };
  },
  parts: [
    part({
      id: 'gradient',
      label: { en: tex`$\dds{\loss}{\W{1}} =$`, zh: tex`$\dds{\loss}{\W{1}} =$` },
      spoken: { en: 'gradient of the first weight', zh: '第一个权重的梯度' },
      decimals: 5,
      answer: gradient,
      mistakes: [
        {
          id: 'no-input',
          says: {
            en: 'This is the error of layer 1. The gradient of its weight is that times what the weight multiplies: the input.',
            zh: '这是第 1 层的误差项。权重的梯度还要乘上这个权重所乘的东西，也就是输入。',
          },
          about: 'eq-ve-grad-chain',
          value: (v) => gradient(v) / numberOf(v, 'x'),
        },
        {
          id: 'sum',
          says: {
            en: 'You seem to have added the factors. Along one path rates are multiplied.',
            zh: '你似乎把因子加了起来。沿着一条路径，变化率要相乘。',
          },
          value: (v) =>
            numberOf(v, 'x') *
            (numberOf(v, 'p') + numberOf(v, 'q') + numberOf(v, 'r')) *
            numberOf(v, 'd'),
        },
        {
          id: 'last-missing',
          says: {
            en: 'One factor is missing, that of layer 1: the error still has to pass the slope of the first unit.',
            zh: '少了一个因子，也就是第 1 层的：误差项还要穿过第一个单元的斜率。',
          },
          value: (v) => gradient(v) / numberOf(v, 'r'),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'First bring the error to layer 1. Then ask what the first weight multiplies.',
      zh: '先把误差项带到第 1 层，再问：第一个权重乘的是什么？',
    },
    {
      en: 'The error of layer 1 is the error of layer 4 times all three factors. The gradient is that times the input.',
      zh: '第 1 层的误差项，是第 4 层的误差项乘以全部三个因子。梯度再乘以输入。',
    },
    {
      en: tex`The product is $\slot{d} \cdot \slotp{p} \cdot \slotp{q} \cdot \slotp{r} \cdot \slot{x}$.`,
      zh: tex`要算的积是 $\slot{d} \cdot \slotp{p} \cdot \slotp{q} \cdot \slotp{r} \cdot \slot{x}$。`,
    },
  ],
  solution: [
    {
      en: tex`The error passes layers 3, 2 and 1, one factor each; then comes the input, which the first weight multiplies.`,
      zh: tex`误差项依次穿过第 3、2、1 层，每层一个因子；最后乘上输入，因为第一个权重乘的就是它。`,
    },
    {
      en: tex`$\slot{d} \cdot \slotp{p} \cdot \slotp{q} \cdot \slotp{r} \cdot \slot{x} \approx \slot{gradient}$.`,
      zh: tex`$\slot{d} \cdot \slotp{p} \cdot \slotp{q} \cdot \slotp{r} \cdot \slot{x} \approx \slot{gradient}$。`,
    },
  ],
};

const bound = (v: Values): number => (numberOf(v, 'w') / 4) ** numberOf(v, 'n');

export const howMuch: PartsExercise = {
  id: 've-how-much',
  kind: 'number',
  title: { en: 'What can be left?', zh: '最多还剩多少？' },
  about: 'what-the-sigmoid-does',
  decimals: 6,
  statement: {
    en: tex`All weights of a sigmoid chain are $\slot{w}$. What is the largest part of the error that can be left after $\slot{n}$ layers? To six decimals.`,
    zh: tex`一条 Sigmoid 链，所有权重都是 $\slot{w}$。走过 $\slot{n}$ 层，误差项最多能剩下几分之几？保留六位小数。`,
  },
  draw: (random) => {
    const v = { w: drawNumber(random, 0.6, 3, 1), n: drawNumber(random, 3, 6, 0) };
    return { ...v, factor: v.w / 4, bound: bound(v) };
  },
  parts: [
    part({
      id: 'bound',
      label: { en: 'at most', zh: '最多' },
      spoken: { en: 'largest part left', zh: '最多剩下的部分' },
      decimals: 6,
      answer: bound,
      mistakes: [
        {
          id: 'half',
          says: {
            en: 'You seem to have taken one half for the largest slope. The sigmoid’s is a quarter.',
            zh: '你似乎把最大的斜率当成了二分之一。Sigmoid 的是四分之一。',
          },
          about: 'eq-ve-sigmoid-quarter',
          value: (v) => (numberOf(v, 'w') / 2) ** numberOf(v, 'n'),
        },
        {
          id: 'once',
          says: {
            en: 'The quarter counts in every layer, not once.',
            zh: '四分之一每层都要乘，不是只乘一次。',
          },
          about: 'eq-ve-sigmoid-bound',
          value: (v) => numberOf(v, 'w') ** numberOf(v, 'n') / 4,
        },
        {
          id: 'no-weight',
          says: {
            en: 'You seem to have left out the weight: each layer multiplies by weight times slope.',
            zh: '你似乎漏了权重：每层乘的是权重乘斜率。',
          },
          about: 'eq-ve-delta-chain',
          value: (v) => 0.25 ** numberOf(v, 'n'),
        },
      ],
    }),
  ],
  hints: [
    {
      en: 'How much of the error can get through one layer?',
      zh: '过一层，误差项最多能剩多少？',
    },
    {
      en: 'The weight times the largest slope of the sigmoid. Then once more for each layer.',
      zh: '权重乘以 Sigmoid 最大的斜率。每过一层，再乘一次。',
    },
    {
      en: tex`One layer leaves at most $\slot{w} / 4 = \slot{factor}$. Raise that to the power $\slot{n}$.`,
      zh: tex`过一层最多剩 $\slot{w} / 4 = \slot{factor}$。求它的 $\slot{n}$ 次方。`,
    },
  ],
  solution: [
    {
      en: tex`One layer leaves at most $\slot{w} / 4 = \slot{factor}$ of the error.`,
      zh: tex`过一层，误差项最多剩下 $\slot{w} / 4 = \slot{factor}$。`,
    },
    {
      en: tex`After $\slot{n}$ layers: $\slot{factor}^{\slot{n}} \approx \slot{bound}$.`,
      zh: tex`走过 $\slot{n}$ 层：$\slot{factor}^{\slot{n}} \approx \slot{bound}$。`,
    },
  ],
};
