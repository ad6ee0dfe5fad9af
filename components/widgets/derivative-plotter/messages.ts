import type { Lang, Text } from '@book/languages';
import type { FunctionName } from './model';

/** What stands under the figure. */
export const caption: Text = {
  zh: '激活函数和它的斜率。拖动竖线，或用方向键：切线跟着走，第二幅图画的就是切线的斜率。阴影里，第一个函数的斜率不到它最大斜率的十分之一。最多可以同时比较三个函数。',
  en: 'An activation function and its slope. Drag the upright line, or use the arrow keys: the tangent follows, and the second plot shows the slope of that tangent. In the shade the first function’s slope is less than a tenth of its largest. Up to three functions can be compared.',
};

export const leavesOut: Text = {
  zh: '一个单元，从 −6 到 6；更远的地方，曲线照着样子延伸下去。',
  en: 'one unit, from −6 to 6; further out the curves go on as they look.',
};

/** Names of the functions as the chapter writes them. */
export const functionText: Record<FunctionName, string> = {
  sigmoid: 'Sigmoid',
  tanh: 'tanh',
  relu: 'ReLU',
  leakyRelu: 'Leaky ReLU',
  elu: 'ELU',
  gelu: 'GELU',
  silu: 'SiLU',
};

interface Messages {
  plot: string;
  slope: string;
  handle: string;
  f: string;
  g: string;
  h: string;
  none: string;
  z: string;
  name: string;
  atZero: string;
  zero: string;
  one: string;
  /** `{name}`, `{share}` in per cent. */
  passes: string;
  turns: string;
  nothing: string;
  flat: string;
  convention: string;
  formula: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    plot: '激活函数与它的斜率',
    slope: '斜率 f′(z)',
    handle: '切点 z',
    f: '函数',
    g: '比较',
    h: '再比较',
    none: '不比较',
    z: '加权和 z',
    name: '函数',
    atZero: 'ReLU 在 0 处的斜率',
    zero: '0（PyTorch）',
    one: '1（原笔记）',
    passes: '传到这里的责任，{name} 往回放过去 {share}%。',
    turns: '斜率是负的：{name} 把责任反了号，放过去 {share}%。',
    nothing: '{name} 在这里的斜率恰好是 0：责任到这里就断了。',
    flat: 'z 落在阴影里，这个单元几乎学不动。',
    convention: '在 0 处，{name} 没有导数：从两侧看，斜率不一样。表里的数是一个约定。',
    formula: '公式',
  },
  en: {
    plot: 'Activation functions and their slopes',
    slope: 'slope f′(z)',
    handle: 'Where the tangent touches, z',
    f: 'Function',
    g: 'Compare with',
    h: 'and with',
    none: 'none',
    z: 'Weighted sum z',
    name: 'function',
    atZero: 'Slope of ReLU at 0',
    zero: '0 (PyTorch)',
    one: '1 (the source note)',
    passes: 'Of the blame that arrives here, {name} passes {share}% on.',
    turns: 'The slope is negative: {name} turns the blame round and passes {share}% on.',
    nothing: '{name} has a slope of exactly 0 here: the blame ends.',
    flat: 'The sum lies in the shade, where this unit hardly learns.',
    convention:
      'At 0 {name} has no derivative: seen from the two sides the slopes differ. The number in the table is a convention.',
    formula: 'the formula',
  },
};
