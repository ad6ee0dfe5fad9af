import type { Lang, Text } from '@book/languages';
import type { State } from './model';

export const caption: Text = {
  zh: '同一个网络，同样的起点和数据，用四种批大小训练：1、8、32，和全部 96 个样本。大图是损失，四个小格是两个权重走过的路；“噪声”是小批量的梯度与全体的梯度平均差多少。换一换横轴：按轮数比、按更新次数比、按这台机器上的时间比，谁快是不一样的。',
  en: 'The same network from the same start on the same data, trained with four batch sizes: 1, 8, 32 and all 96 samples. First the loss, then the paths that two of the weights took; “noise” is how far the gradient of a batch is from that of all samples, on average. Change what the loss is plotted over: by epochs, by updates and by time on this very machine, different sizes are fastest.',
};

export const leavesOut: Text = {
  zh: '数据很少，网络很小，只用普通的梯度下降；时间是浏览器里一个线程的时间，显卡上的结果会很不一样。',
  en: 'little data, a tiny network, plain descent; the time is that of one thread of a browser, and a graphics card would tell another story.',
};

interface Messages {
  curve: string;
  path: string;
  lossAxis: string;
  axis: string;
  axes: Record<State['axis'], string>;
  units: Record<State['axis'], string>;
  rule: string;
  rules: Record<State['rule'], string>;
  alpha: string;
  batch: string;
  all: string;
  epoch: string;
  loss: string;
  updates: string;
  noise: string;
  restart: string;
  again: string;
  busy: string;
  diverged: string;
  weights: string;
  /** `{epoch}`, `{size}`, `{loss}` */
  leads: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    curve: '四种批大小的损失',
    path: '两个权重走过的路',
    lossAxis: '全部样本上的损失',
    axis: '横轴',
    axes: { epochs: '轮数', updates: '更新次数', time: '时间' },
    units: { epochs: '轮', updates: '次更新', time: '毫秒' },
    rule: '学习率',
    rules: { same: '大家一样', linear: '与批大小成正比' },
    alpha: '学习率',
    batch: '批大小',
    all: '全部',
    epoch: '轮数',
    loss: '损失',
    updates: '更新',
    noise: '噪声',
    restart: '从头开始',
    again: '换一个',
    busy: '正在训练……',
    diverged: '发散',
    weights: '两个输出权重的路',
    leads: '{epoch} 轮之后，损失最低的是批大小 {size}：{loss}。',
  },
  en: {
    curve: 'The loss for four batch sizes',
    path: 'The path of two weights',
    lossAxis: 'loss over all samples',
    axis: 'Plotted over',
    axes: { epochs: 'epochs', updates: 'updates', time: 'time' },
    units: { epochs: 'epochs', updates: 'updates', time: 'milliseconds' },
    rule: 'Learning rate',
    rules: { same: 'the same for all', linear: 'in proportion to the batch' },
    alpha: 'learning rate',
    batch: 'batch',
    all: 'all',
    epoch: 'Epochs',
    loss: 'loss',
    updates: 'updates',
    noise: 'noise',
    restart: 'From the start',
    again: 'Another',
    busy: 'Training…',
    diverged: 'diverged',
    weights: 'paths of two output weights',
    leads: 'After {epoch} epochs batch size {size} has the lowest loss: {loss}.',
  },
};
