import type { Lang, Text } from '@book/languages';
import type { Naive } from './model';

/** What stands under the figure. */
export const caption: Text = {
  zh: '加权和变成概率。横着拖动一个点，或选中后用方向键，把它调大：它自己的概率升高，其余的全都降低。表里是所有的斜率，点一格看它的算法。把温度 T 调低，概率更集中；给所有加权和同加一个大数，概率不变，照公式直算却会溢出。',
  en: 'Sums become probabilities. Drag a point sideways, or choose it and use the arrow keys. As it grows, its own probability rises and all the others fall. The table holds all slopes; press an entry to see how it comes about. Lower the temperature T, and the probabilities sharpen. Add one large number to all sums: no probability changes, but the formula computed as it is written overflows.',
};

export const leavesOut: Text = {
  zh: '只有最后一层的加权和；它们从哪些权重来，没有画。',
  en: 'only the sums of the last layer; the weights they come from are not drawn.',
};

interface Messages {
  drawing: string;
  sums: string;
  probabilities: string;
  logit: string;
  jacobian: string;
  /** `{i}`, `{j}`. */
  entry: string;
  own: string;
  other: string;
  count: string;
  T: string;
  shift: string;
  naive: string;
  stable: string;
  noNumber: string;
  /** `{exponent}`. */
  says: Record<Naive, string>;
  /** Follows a sentence. */
  two: string;
  formula: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    drawing: '加权和与概率',
    sums: '加权和',
    probabilities: '概率',
    logit: '加权和 z{i}',
    jacobian: '斜率：行是概率，列是加权和',
    entry: '概率 {i} 对加权和 {j} 的斜率',
    own: '把 z{j} 调大一点，自己的概率 a{i} 升高。',
    other: '把 z{j} 调大一点，别人的概率 a{i} 降低。',
    count: '类别数',
    T: '温度 T',
    shift: '同加 c',
    naive: '照公式直算',
    stable: '先减去最大值',
    noNumber: '不是数',
    says: {
      same: '两种算法结果相同。最大的指数是 {exponent}。',
      rough: '最大的指数是 {exponent}，幂小得只剩几位有效数字，直算已经不准。',
      overflow: '最大的指数是 {exponent}，超过 709.78，幂大得放不下，成了 ∞；∞ 除以 ∞ 得不到数。',
      underflow: '最大的指数是 {exponent}，所有的幂都舍入成 0；0 除以 0 得不到数。',
    },
    two: '两个类别：a₁ 就是 Sigmoid 在 (z₁ − z₂)/T 处的值。',
    formula: '公式',
  },
  en: {
    drawing: 'Weighted sums and probabilities',
    sums: 'weighted sums',
    probabilities: 'probabilities',
    logit: 'Weighted sum z{i}',
    jacobian: 'Slopes: a row for each probability, a column for each sum',
    entry: 'Slope of probability {i} by sum {j}',
    own: 'Make z{j} a little larger, and its own probability a{i} rises.',
    other: 'Make z{j} a little larger, and the other probability a{i} falls.',
    count: 'Classes',
    T: 'Temperature T',
    shift: 'Add to all, c',
    naive: 'as the formula is written',
    stable: 'maximum subtracted first',
    noNumber: 'no number',
    says: {
      same: 'Both ways agree. The largest exponent is {exponent}.',
      rough:
        'The largest exponent is {exponent}: the powers are so small that only a few of their digits are left, and the plain formula is off.',
      overflow:
        'The largest exponent is {exponent}, beyond 709.78: the power is too large for a number and becomes ∞, and ∞ divided by ∞ is no number.',
      underflow:
        'The largest exponent is {exponent}: all powers round to 0, and 0 divided by 0 is no number.',
    },
    two: ' Two classes: a₁ is the sigmoid of (z₁ − z₂)/T.',
    formula: 'the formula',
  },
};
