import type { Lang, Text } from '@book/languages';
import type { Pattern } from './model';

export const caption: Text = {
  zh: '一个参数，十二个梯度，Adam 走的十二步。拖动梯度的柱子，选一步来看，跟着数字走完这一步。把所有梯度乘以一千，看步长变不变；再关掉偏差修正，看第一步。',
  en: 'One parameter, twelve gradients, and the twelve steps that Adam makes of them. Drag the bars of the gradients, choose a step, and follow its numbers. Multiply all gradients by a thousand and see whether the steps change; then turn the correction off and look at the first step.',
};

export const leavesOut: Text = {
  zh: '梯度是给定的，不随参数的移动而变；ε 取一亿分之一。',
  en: 'the gradients are given and do not change as the parameter moves; ε is a hundred-millionth.',
};

interface Messages {
  gradients: string;
  moves: string;
  /** `{t}` */
  bar: string;
  step: string;
  /** `{t}` */
  look: string;
  patterns: Record<Pattern | 'own', string>;
  pattern: string;
  scale: string;
  alpha: string;
  corrected: string;
  of: { m: string; v: string; mHat: string; vHat: string; move: string };
  /** `{times}` */
  says: { near: string; short: string; long: string; still: string };
  axis: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    gradients: '梯度',
    moves: '每一步走多远',
    bar: '第 {t} 步的梯度',
    step: '步',
    look: '看第 {t} 步',
    patterns: {
      mixed: '大致同号',
      steady: '一直不变',
      alternating: '正负交替',
      rare: '偶尔才有',
      shock: '突然一次很大',
      own: '自己拖的',
    },
    pattern: '梯度',
    scale: '梯度都乘以',
    alpha: '学习率',
    corrected: '修正偏差',
    of: {
      m: '梯度的滑动平均',
      v: '梯度平方的滑动平均',
      mHat: '修正以后',
      vHat: '修正以后',
      move: '这一步',
    },
    says: {
      near: '这一步的长度是学习率的 {times} 倍，和梯度的大小无关。',
      short: '这一步只有学习率的 {times} 倍：梯度的符号不一致，或者比从前小。',
      long: '这一步是学习率的 {times} 倍：比学习率长。',
      still: '还没有梯度，参数不动。',
    },
    axis: '学习率',
  },
  en: {
    gradients: 'gradients',
    moves: 'how far each step goes',
    bar: 'gradient of step {t}',
    step: 'step',
    look: 'Look at step {t}',
    patterns: {
      mixed: 'mostly one sign',
      steady: 'always the same',
      alternating: 'back and forth',
      rare: 'now and then',
      shock: 'one sudden large one',
      own: 'your own',
    },
    pattern: 'Gradients',
    scale: 'All gradients times',
    alpha: 'Learning rate',
    corrected: 'Correct the bias',
    of: {
      m: 'running mean of the gradients',
      v: 'running mean of their squares',
      mHat: 'corrected',
      vHat: 'corrected',
      move: 'the step',
    },
    says: {
      near: 'This step is {times} times the learning rate long, whatever the size of the gradients.',
      short:
        'This step is only {times} times the learning rate: signs that disagree, or gradients smaller than before.',
      long: 'This step is {times} times the learning rate: longer than it.',
      still: 'No gradient so far: the parameter stands still.',
    },
    axis: 'learning rate',
  },
};
