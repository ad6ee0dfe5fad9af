import type { Lang, Text } from '@book/languages';
import { type State, samples, sigmas, type Verdict, width } from './model';

export const caption: Text = {
  zh: '一个真正在训练的深层网络，每根柱子是一层权重的梯度有多大，纵轴是对数。先看开局的柱子，再点“训练”，看损失动不动。换激活函数、初始化、层数，打开或关掉梯度截断，再比一比。',
  en: 'A deep network that really trains. Each bar is the size of one layer’s weight gradient, on a logarithmic axis. Look at the bars of the start, then press “Train” and see whether the loss moves. Change the activation, the start, the depth, switch clipping on and off, and compare.',
};

export const leavesOut: Text = {
  zh: `每个隐藏层 ${width} 个单元；${samples} 个样本分成两个圆环，每次更新都用全部样本；偏置的梯度没有画；超出坐标轴的值画在轴的尽头。`,
  en: `${width} units in every hidden layer; ${samples} samples on two rings, all of them used in every update; the gradients of the biases are not drawn; what goes beyond an axis is drawn at its end.`,
};

interface Messages {
  bars: string;
  barsAxis: string;
  layer: string;
  /** Thin marks where the bars began. */
  atStart: string;
  curve: string;
  lossAxis: string;
  updates: string;
  /** The same as a name in the list of numbers. */
  done: string;
  activation: string;
  names: Record<State['f'], string>;
  start: string;
  starts: Record<State['start'], string>;
  clipping: string;
  clippings: Record<State['clipping'], string>;
  limit: string;
  depth: string;
  alpha: string;
  loss: string;
  accuracy: string;
  ratio: string;
  total: string;
  clipped: string;
  notClipped: string;
  /** `{times}`, `{step}`, `{most}`, `{loss}` */
  says: Record<Verdict, string>;
  busy: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    bars: '每一层权重梯度的大小，对数轴',
    barsAxis: '梯度的大小',
    layer: '层',
    atStart: '开局',
    curve: '损失随更新次数的变化',
    lossAxis: '损失',
    updates: '更新次数',
    done: '更新次数',
    activation: '激活函数',
    names: { sigmoid: 'Sigmoid', tanh: 'tanh', relu: 'ReLU' },
    start: '初始化',
    starts: {
      xavier: 'Xavier',
      he: 'He',
      small: `标准差 ${sigmas.small}`,
      large: `标准差 ${sigmas.large}`,
    },
    clipping: '梯度截断',
    clippings: { none: '不截断', value: '按值', norm: '按范数' },
    limit: '上限',
    depth: '隐藏层',
    alpha: '学习率',
    loss: '损失',
    accuracy: '分对的样本',
    ratio: '第 1 层比最后一层',
    total: '全部梯度的范数',
    clipped: '这次更新前会被截断。',
    notClipped: '没有超过上限，不截断。',
    says: {
      diverged:
        '训练发散：第 {step} 次更新后，损失已经没有意义。梯度太大，一步跨出去就回不来了。打开截断，或换小一点的初始权重。',
      learned: '学会了：损失降到了 {loss}。',
      vanishes: '梯度消失：第 1 层的梯度只有最后一层的 {times} 分之一。靠近输入的层几乎不动。',
      plain:
        '每一层的梯度都极小，最大的也只有 {most}。网络停在一片平地上：损失不低，却没有哪个方向能让它明显下降。',
      explodes: '梯度爆炸：最大的一层梯度是 {most}。按这样的梯度走一步，权重会被冲到很远。',
      level: '各层的梯度大小相近，最前和最后相差不到一千倍。',
    },
    busy: '正在算到这一步……',
  },
  en: {
    bars: 'Size of the weight gradient of every layer, logarithmic',
    barsAxis: 'size of the gradient',
    layer: 'layer',
    atStart: 'at the start',
    curve: 'The loss over the updates',
    lossAxis: 'loss',
    updates: 'updates',
    done: 'Updates',
    activation: 'Activation',
    names: { sigmoid: 'sigmoid', tanh: 'tanh', relu: 'ReLU' },
    start: 'Start',
    starts: {
      xavier: 'Xavier',
      he: 'He',
      small: `std. dev. ${sigmas.small}`,
      large: `std. dev. ${sigmas.large}`,
    },
    clipping: 'Clipping',
    clippings: { none: 'none', value: 'by value', norm: 'by norm' },
    limit: 'limit',
    depth: 'Hidden layers',
    alpha: 'Learning rate',
    loss: 'Loss',
    accuracy: 'Samples classified rightly',
    ratio: 'Layer 1 against the last',
    total: 'Norm of the whole gradient',
    clipped: 'It will be clipped before this update.',
    notClipped: 'It is within the limit and stays as it is.',
    says: {
      diverged:
        'Training diverged: after update {step} the loss means nothing any more. The gradient was so large that one step went too far to come back. Switch clipping on, or start with smaller weights.',
      learned: 'It has learned: the loss is down to {loss}.',
      vanishes:
        'Vanishing: the gradient of layer 1 is {times} times smaller than that of the last layer. The layers near the input hardly move.',
      plain:
        'The gradient of every layer is tiny, {most} at most. The network stands on a plain: the loss is not low, and no direction lowers it noticeably.',
      explodes:
        'Exploding: the largest gradient of a layer is {most}. One step with it throws the weights far away.',
      level:
        'The gradients of all layers are of like size, the first and the last less than a thousand times apart.',
    },
    busy: 'Computing up to this step …',
  },
};
