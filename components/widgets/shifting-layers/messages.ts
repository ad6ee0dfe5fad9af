import type { Lang, Text } from '@book/languages';
import { depth, low, type State, samples, type Verdict, width } from './model';

export const caption: Text = {
  zh: '同样的初始权重、同样的数据、同样的学习率，训练两个网络，只差批规范化。前两幅图：某一个单元的激活函数收到的数，线是均值，带子是上下一个标准差。第三幅图：两个网络的损失，对数轴。换一层、换一个单元、换学习率，再看一遍。',
  en: 'Two networks are trained from the same weights, on the same data, with the same learning rate; they differ in batch normalisation alone. The first two plots: what the activation function of one unit receives, its mean as a line, one standard deviation to either side as a band. The third: the loss of both, on a logarithmic axis. Change the layer, the unit and the learning rate, and look again.',
};

export const leavesOut: Text = {
  zh: `${depth} 个隐藏层，每层 ${width} 个单元；${samples} 个样本分成两个圆环，每次更新都用全部样本，所以没有小批量的随机起伏，也没有测试数据。`,
  en: `${depth} hidden layers of ${width} units; ${samples} samples on two rings, all of them in every update, so there is no chance of small batches in it, and no test data.`,
};

interface Messages {
  plain: string;
  normalised: string;
  bandAxis: string;
  lossAxis: string;
  updates: string;
  curves: string;
  activation: string;
  names: Record<State['f'], string>;
  layer: string;
  unit: string;
  alpha: string;
  network: string;
  loss: string;
  lowAt: string;
  never: string;
  mean: string;
  deviation: string;
  done: string;
  busy: string;
  /** `{plain}`, `{normalised}` */
  says: Record<Verdict, string>;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    plain: '没有批规范化',
    normalised: '有批规范化',
    bandAxis: '激活函数的输入',
    lossAxis: '损失',
    updates: '更新次数',
    curves: '两个网络的损失，对数轴',
    activation: '激活函数',
    names: { sigmoid: 'Sigmoid', tanh: 'tanh', relu: 'ReLU' },
    layer: '隐藏层',
    unit: '单元',
    alpha: '学习率',
    network: '网络',
    loss: '损失',
    lowAt: `降到 ${low} 以下用了`,
    never: '还没有',
    mean: '均值',
    deviation: '标准差',
    done: '更新次数',
    busy: '正在算到这一步……',
    says: {
      start: '两个网络还没有更新过。点“训练”。',
      normalised:
        '有批规范化的已经学会，损失是 {normalised}；没有的还停在 {plain}。学习率是同一个。',
      both: '两个都学会了：没有批规范化的损失是 {plain}，有的是 {normalised}。比一比谁先到。',
      plain: '这一回是没有批规范化的先学会：{plain} 对 {normalised}。批规范化不保证更好。',
      neither: '两个都还没有学会：没有批规范化的损失是 {plain}，有的是 {normalised}。',
    },
  },
  en: {
    plain: 'Without batch normalisation',
    normalised: 'With batch normalisation',
    bandAxis: 'input of the activation',
    lossAxis: 'loss',
    updates: 'updates',
    curves: 'The loss of both networks, logarithmic',
    activation: 'Activation',
    names: { sigmoid: 'sigmoid', tanh: 'tanh', relu: 'ReLU' },
    layer: 'Hidden layer',
    unit: 'Unit',
    alpha: 'Learning rate',
    network: 'network',
    loss: 'loss',
    lowAt: `updates until under ${low}`,
    never: 'not yet',
    mean: 'mean',
    deviation: 'std. dev.',
    done: 'Updates',
    busy: 'Computing up to this step …',
    says: {
      start: 'Neither network has been updated yet. Press “Train”.',
      normalised:
        'The one with batch normalisation has learned, its loss is {normalised}; the other stands at {plain}, with the same learning rate.',
      both: 'Both have learned: the loss is {plain} without batch normalisation and {normalised} with it. Compare which was first.',
      plain:
        'This time the one without batch normalisation has learned first: {plain} against {normalised}. Batch normalisation promises nothing.',
      neither:
        'Neither has learned yet: the loss is {plain} without batch normalisation and {normalised} with it.',
    },
  },
};
