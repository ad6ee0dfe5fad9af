import type { Lang, Text } from '@book/languages';
import type { Fate, ForwardFate, State } from './model';

export const caption: Text = {
  zh: '十层网络，刚刚初始化，还没有训练。第一排是每层激活值的直方图，第二排是每层误差项的直方图，曲线是两者的标准差，纵轴取对数。拖动 σ，或者在“初始化”里换成 Xavier 和 He：看哪一种让两条线都走平。',
  en: 'A network of ten layers, freshly initialised, not trained at all. First row: a histogram of every layer’s activations; second row: of every layer’s errors; then the standard deviations of both on a logarithmic scale. Drag σ, or change the initialisation to Xavier or He: which one keeps both lines level?',
};

export const leavesOut: Text = {
  zh: '层宽 100 与 60 交替，偏置为 0，40 个随机样本；最后一层收到的 ∂ℒ/∂a 是标准正态的随机数。直方图两端的柱子包括超出范围的数，曲线超出纵轴就不再画。',
  en: 'layers of 100 and 60 units by turns, biases 0, 40 random samples; the ∂ℒ/∂a that the last layer receives is standard normal. The outermost bars of a histogram hold everything beyond; lines end where they leave the scale.',
};

interface Messages {
  drawing: string;
  activations: string;
  errors: string;
  layer: string;
  spread: string;
  sigma: string;
  kind: string;
  kinds: Record<State['kind'], string>;
  f: string;
  functions: Record<State['f'], string>;
  value: string;
  /** `{seed}`. */
  again: string;
  std: string;
  first: string;
  last: string;
  a: string;
  delta: string;
  ahead: string;
  back: string;
  forward: Record<ForwardFate, string>;
  backward: Record<Fate, string>;
  saturated: string;
  factors: string;
  halfFactors: string;
  inOut: string;
}

/** `{share}`: in per cent. */
export const messages: Record<Lang, Messages> = {
  zh: {
    drawing: '十层的激活值与误差项',
    activations: '激活值 a',
    errors: '误差项 δ',
    layer: '层',
    spread: '标准差（对数）',
    sigma: '权重的标准差 σ',
    kind: '初始化',
    kinds: { constant: '常数', normal: '正态', xavier: 'Xavier', he: 'He' },
    f: '激活函数',
    functions: { tanh: 'tanh', relu: 'ReLU', sigmoid: 'Sigmoid' },
    value: '每个权重',
    again: '重新抽取（种子 {seed}）',
    std: '标准差',
    first: '第 1 层',
    last: '第 10 层',
    a: '激活值',
    delta: '误差项',
    ahead: '向前',
    back: '反向',
    forward: {
      dies: '向前：信号一层层缩小，到最后几乎什么也不剩。',
      fades: '向前：信号在逐层变弱。',
      kept: '向前：十层下来，信号的大小基本保持。',
      explodes: '向前：信号一层层放大，越来越大。',
      saturates: '向前：多数激活值挤在激活函数的平坦处，这叫饱和。',
      alike: '向前：每一层的单元全都一模一样，一层只顶一个单元用。',
    },
    backward: {
      dies: '反向：误差项到不了前面的层，那里几乎没有梯度。',
      fades: '反向：误差项越往前越弱。',
      kept: '反向：误差项的大小基本保持。',
      explodes: '反向：误差项越往前越大。',
    },
    saturated: '第 10 层饱和的激活值：{share}%',
    factors: '每层使方差乘以（激活函数看作直线）',
    halfFactors: '每层使方差乘以（ReLU 只让一半通过）',
    inOut: '输入 → 输出',
  },
  en: {
    drawing: 'Activations and errors of ten layers',
    activations: 'activations a',
    errors: 'errors δ',
    layer: 'layer',
    spread: 'standard deviation (log)',
    sigma: 'σ, standard deviation of the weights',
    kind: 'Initialisation',
    kinds: { constant: 'constant', normal: 'normal', xavier: 'Xavier', he: 'He' },
    f: 'Activation',
    functions: { tanh: 'tanh', relu: 'ReLU', sigmoid: 'sigmoid' },
    value: 'Every weight',
    again: 'Draw again (seed {seed})',
    std: 'standard deviation',
    first: 'layer 1',
    last: 'layer 10',
    a: 'activations',
    delta: 'errors',
    ahead: 'forward',
    back: 'backward',
    forward: {
      dies: 'Forward: the signal shrinks from layer to layer until almost nothing is left.',
      fades: 'Forward: the signal grows weaker from layer to layer.',
      kept: 'Forward: over ten layers the signal roughly keeps its size.',
      explodes: 'Forward: the signal grows from layer to layer, without end.',
      saturates:
        'Forward: most activations crowd where the activation function is flat. They are saturated.',
      alike: 'Forward: all units of a layer are the same; each layer is worth one unit.',
    },
    backward: {
      dies: 'Backward: errors never reach the first layers, which get almost no gradient.',
      fades: 'Backward: errors grow weaker towards the first layers.',
      kept: 'Backward: errors roughly keep their size.',
      explodes: 'Backward: errors grow towards the first layers.',
    },
    saturated: 'Saturated activations in layer 10: {share}%',
    factors: 'A layer multiplies the variance by (activation function taken for a line)',
    halfFactors: 'A layer multiplies the variance by (ReLU lets half of it through)',
    inOut: 'in → out',
  },
};
