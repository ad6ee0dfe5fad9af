import { type Derivation, lineCheck } from '@book/equations';
import { integral, mean, squareOf, variance, varianceOf } from './chance';
import { type AfterRelu, afterRelu, halfOf, varianceAfterRelu } from './relu';
import { inputsOf, type Unit, unit, varianceOfZ } from './variance';
import { compromise, fans, type Sender, sender, varianceGathered } from './xavier';

const forward = lineCheck<Unit>(unit);

/** Var(w_k a_k) of each input by itself, over all outcomes. */
const terms = (u: Unit): number[] =>
  Array.from({ length: u.inputs }, (_, k) =>
    variance(inputsOf(u), (drawn) => drawn[k]! * drawn[u.inputs + k]!),
  );
const total = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);
/** E[(wa)²] − E[w]²E[a]² of one input. */
const opened = ({ weight, activation }: Unit): number =>
  mean([weight, activation], ([w, a]) => (w! * a!) ** 2) -
  mean([weight, activation], ([w, a]) => w! * a!) ** 2;
const factored = ({ weight, activation }: Unit): number => squareOf(weight) * squareOf(activation);

const forwardDerivation: Derivation = {
  id: 'pi-forward-derivation',
  title: { zh: '加权和的方差从哪里来', en: 'Where the variance of a weighted sum comes from' },
  steps: [
    {
      tex: '\\Var(\\zi{l}{j}) = \\Var\\Bigl(\\,\\sum_{k=1}^{\\units{l-1}} \\Wi{l}{jk}\\,\\acti{l-1}{k}\\Bigr)',
      why: {
        zh: '加权和的定义；偏置从 0 开始，不起作用。',
        en: 'The definition of the weighted sum; biases start at 0 and add nothing.',
      },
    },
    {
      tex: '= \\sum_{k=1}^{\\units{l-1}} \\Var\\bigl(\\Wi{l}{jk}\\,\\acti{l-1}{k}\\bigr)',
      why: {
        zh: '权重相互独立，期望是 0，各项互不相关，所以方差相加。',
        en: 'The weights are independent with mean 0, so the terms do not go together and their variances add up.',
      },
      check: forward(
        varianceOfZ,
        (u) => total(terms(u)),
        { zh: '少加了一项', en: 'one term short' },
        (u) => total(terms(u).slice(1)),
      ),
    },
    {
      tex: '= \\sum_{k=1}^{\\units{l-1}} \\Bigl(\\E\\bigl[(\\Wi{l}{jk})^2(\\acti{l-1}{k})^2\\bigr] - \\E\\bigl[\\Wi{l}{jk}\\,\\acti{l-1}{k}\\bigr]^2\\Bigr)',
      why: {
        zh: '方差等于平方的期望，减去期望的平方。',
        en: 'A variance is the expected square minus the square of the expected value.',
      },
      check: forward(
        (u) => total(terms(u)),
        (u) => u.inputs * opened(u),
        { zh: '平方没有作用到权重上', en: 'the weight not squared' },
        (u) => u.inputs * mean([u.weight, u.activation], ([w, a]) => Math.abs(w!) * a! ** 2),
      ),
    },
    {
      tex: '= \\sum_{k=1}^{\\units{l-1}} \\E\\bigl[(\\Wi{l}{jk})^2\\bigr]\\,\\E\\bigl[(\\acti{l-1}{k})^2\\bigr]',
      why: {
        zh: '权重与激活值独立，乘积的期望等于期望的乘积；权重的期望是 0，后一项消失。',
        en: 'Weights and activations are independent, so the expected product is the product of the expected values; the mean of the weights is 0, so the second part vanishes.',
      },
      check: forward(
        (u) => u.inputs * opened(u),
        (u) => u.inputs * factored(u),
        { zh: '先取期望再平方', en: 'squared after taking the mean' },
        (u) => u.inputs * squareOf(u.weight) * mean([u.activation], ([a]) => a!) ** 2,
      ),
    },
    {
      tex: '= \\units{l-1}\\,\\Var(\\Wi{l}{jk})\\,\\E\\bigl[(\\acti{l-1}{k})^2\\bigr]',
      why: {
        zh: '权重的期望是 0，所以平方的期望就是方差；各项都一样，共有 $\\units{l-1}$ 项。',
        en: 'With mean 0, the expected square of a weight is its variance; all terms are alike, and there are $\\units{l-1}$ of them.',
      },
      check: forward(
        (u) => u.inputs * factored(u),
        (u) => u.inputs * varianceOf(u.weight) * squareOf(u.activation),
        { zh: '项数取成输出个数', en: 'as many terms as outputs' },
        (u) => u.outputs * varianceOf(u.weight) * squareOf(u.activation),
      ),
    },
  ],
};

const backward = lineCheck<Sender>(sender);
/** Var(w_j δ_j) of one listener. */
const answer = ({ weight, error }: Sender): number =>
  variance([weight, error], ([w, d]) => w! * d!);

const backwardDerivation: Derivation = {
  id: 'pi-backward-derivation',
  title: { zh: '往回传时为什么数的是输出个数', en: 'Why the outputs count on the way back' },
  steps: [
    {
      tex: '\\Var\\Bigl(\\dd{\\loss}{\\acti{l-1}{k}}\\Bigr) = \\Var\\Bigl(\\,\\sum_{j=1}^{\\units{l}} \\delti{l}{j}\\,\\Wi{l}{jk}\\Bigr)',
      why: {
        zh: '第 2 章：单元 $k$ 收集下一层所有 $\\units{l}$ 个听众的回答。',
        en: 'Chapter 2: unit $k$ gathers the answers of all $\\units{l}$ listeners in the next layer.',
      },
    },
    {
      tex: '= \\sum_{j=1}^{\\units{l}} \\Var\\bigl(\\Wi{l}{jk}\\,\\delti{l}{j}\\bigr)',
      why: {
        zh: '把误差项看成与权重独立的随机数（这是近似，起步时够用）；权重独立、期望为 0，方差相加。',
        en: 'Errors are taken to be independent of these weights (an approximation, good enough at the start); the weights are independent with mean 0, so variances add up.',
      },
      check: backward(
        varianceGathered,
        (s) => s.listeners * answer(s),
        { zh: '只听一个听众', en: 'one listener only' },
        answer,
      ),
    },
    {
      tex: '= \\sum_{j=1}^{\\units{l}} \\Var(\\Wi{l}{jk})\\,\\E\\bigl[(\\delti{l}{j})^2\\bigr]',
      why: {
        zh: '乘积的方差，权重的期望是 0。',
        en: 'The variance of a product, with weights of mean 0.',
      },
      check: backward(
        (s) => s.listeners * answer(s),
        (s) => s.listeners * varianceOf(s.weight) * squareOf(s.error),
        { zh: '两个方差相乘', en: 'both variances multiplied' },
        (s) => s.listeners * varianceOf(s.weight) * varianceOf(s.error),
      ),
    },
    {
      tex: '= \\units{l}\\,\\Var(\\Wi{l}{jk})\\,\\E\\bigl[(\\delti{l}{j})^2\\bigr]',
      why: {
        zh: '各项都一样，共有 $\\units{l}$ 项：一个听众一项。',
        en: 'All terms are alike, and there are $\\units{l}$ of them: one for each listener.',
      },
      check: backward(
        (s) =>
          total(
            Array.from({ length: s.listeners }, () => varianceOf(s.weight) * squareOf(s.error)),
          ),
        (s) => s.listeners * varianceOf(s.weight) * squareOf(s.error),
        { zh: '项数取成输入个数', en: 'as many terms as inputs' },
        (s) => s.inputs * varianceOf(s.weight) * squareOf(s.error),
      ),
    },
  ],
};

type Fans = readonly [inputs: number, outputs: number];
const bound = lineCheck<Fans>(fans, 1e-9);
/** Times the number of weights' ends: bounds are small numbers. */
const inUnits = (c: (n: Fans) => number) => (n: Fans) => c(n) * Math.sqrt(n[0] + n[1]);
const sum = (n: Fans): number => n[0] + n[1];
/** The c for which ±c has this variance, found by halving an interval. */
function endFor(v: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 100; i++) {
    const c = (low + high) / 2;
    if (integral((w) => (w * w) / (2 * c), -c, c, 4) < v) low = c;
    else high = c;
  }
  return (low + high) / 2;
}

const xavierDerivation: Derivation = {
  id: 'pi-xavier-derivation',
  title: { zh: '6 从哪里来', en: 'Where the 6 comes from' },
  steps: [
    {
      tex: 'c = \\sqrt{3\\,\\Var(\\Wi{l}{jk})}',
      why: {
        zh: '$\\pm c$ 上的均匀分布方差是 $c^2/3$，由此解出 $c$。',
        en: 'A uniform distribution on $\\pm c$ has the variance $c^2/3$; solve for $c$.',
      },
      check: bound(
        inUnits((n) => endFor(compromise(n))),
        inUnits((n) => Math.sqrt(3 * compromise(n))),
        { zh: '漏了 3', en: 'the 3 left out' },
        inUnits((n) => Math.sqrt(compromise(n))),
      ),
    },
    {
      tex: '= \\sqrt{3 \\cdot \\frac{2}{\\units{l-1} + \\units{l}}}',
      why: {
        zh: '代入两个方向的折中。',
        en: 'The compromise between both directions put in.',
      },
      check: bound(
        inUnits((n) => Math.sqrt(3 * compromise(n))),
        inUnits((n) => Math.sqrt((3 * 2) / sum(n))),
        { zh: '只用了输入个数', en: 'only the number of inputs' },
        inUnits((n) => Math.sqrt(3 / n[0])),
      ),
    },
    {
      tex: '= \\sqrt{\\frac{6}{\\units{l-1} + \\units{l}}}',
      why: { zh: '3 乘 2。', en: '3 times 2.' },
      check: bound(
        inUnits((n) => Math.sqrt((3 * 2) / sum(n))),
        inUnits((n) => Math.sqrt(6 / sum(n))),
        { zh: '漏了根号', en: 'the root left out' },
        inUnits((n) => 6 / sum(n)),
      ),
    },
  ],
};

const rectified = lineCheck<AfterRelu>(afterRelu);

const heDerivation: Derivation = {
  id: 'pi-he-derivation',
  title: { zh: 'ReLU 的 2 从哪里来', en: 'Where the 2 for ReLU comes from' },
  steps: [
    {
      tex: '\\Var(\\zi{l}{j}) = \\units{l-1}\\,\\Var(\\Wi{l}{jk})\\,\\E\\bigl[(\\acti{l-1}{k})^2\\bigr]',
      why: {
        zh: '加权和的方差。这里要的是平方的期望，不是方差：ReLU 之后激活值的期望不是 0。',
        en: 'The variance of a weighted sum. It asks for the expected square, not the variance: after ReLU the mean is not 0.',
      },
      check: rectified(
        varianceAfterRelu,
        ({ inputs, weight, before }) => inputs * varianceOf(weight) * halfOf(before),
        { zh: '用了激活值的方差', en: 'the variance of the activations' },
        ({ inputs, weight, before }) =>
          inputs * varianceOf(weight) * variance([before], ([z]) => Math.max(0, z!)),
      ),
    },
    {
      tex: '= \\units{l-1}\\,\\Var(\\Wi{l}{jk}) \\cdot \\tfrac12\\,\\Var(\\zi{l-1}{k})',
      why: {
        zh: '前一层的加权和关于 0 对称，ReLU 把负的一半变成 0，平方的期望剩下一半。',
        en: 'The sums of the layer before are symmetric about 0; ReLU turns the negative half into 0, and half of the expected square is left.',
      },
      check: rectified(
        ({ inputs, weight, before }) => inputs * varianceOf(weight) * halfOf(before),
        ({ inputs, weight, before }) => (inputs * varianceOf(weight) * varianceOf(before)) / 2,
        { zh: '漏了一半', en: 'the half left out' },
        ({ inputs, weight, before }) => inputs * varianceOf(weight) * varianceOf(before),
      ),
    },
    {
      tex: '= \\Var(\\zi{l-1}{k}) \\quad\\Longleftarrow\\quad \\Var(\\Wi{l}{jk}) = \\frac{2}{\\units{l-1}}',
      why: {
        zh: '要让方差一层层保持不变，前面的因子必须是 1。',
        en: 'For the variance to stay the same from layer to layer, the factor before it must be 1.',
      },
      check: rectified(
        ({ inputs, before }) => (inputs * (2 / inputs) * varianceOf(before)) / 2,
        ({ before }) => varianceOf(before),
        { zh: '分子写成 1', en: '1 in the numerator' },
        ({ inputs, before }) => (inputs * (1 / inputs) * varianceOf(before)) / 2,
      ),
    },
  ],
};

export const derivations: readonly Derivation[] = [
  forwardDerivation,
  backwardDerivation,
  xavierDerivation,
  heDerivation,
];
