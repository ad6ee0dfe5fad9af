import type { Lang, Text } from '@book/languages';
import { alpha, beta, noise, type Verdict, validationSamples, width } from './model';

export const caption: Text = {
  zh: '一个单元很多的网络，在很少几个带噪声的样本上训练。两类样本分别画成方块和圆点：大的是训练样本，小的是它从没见过的验证样本；有底色的区域，网络判为圆点那一类。打开 dropout 或 L2，或者多给一些样本，网络会立刻重新训练到同一步。',
  en: 'A network with many units trains on a few noisy samples. Its two classes are squares and discs: the large ones are training samples, the small ones validation samples that it never sees. In the tinted area the network says “disc”. Switch on dropout or L2, or give it more samples: it trains anew at once, up to the same update.',
};

export const leavesOut: Text = {
  zh: `两个隐藏层，各 ${width} 个 ReLU 单元；每次更新用全部训练样本，动量 ${beta}，学习率 ${alpha}；噪声的标准差 ${noise}；验证样本 ${validationSamples} 个。两条损失曲线都关掉 dropout、不含 L2 项。`,
  en: `two hidden layers of ${width} ReLU units; every update uses all training samples, momentum ${beta}, learning rate ${alpha}; noise with standard deviation ${noise}; ${validationSamples} validation samples. Both losses are measured without dropout and without the L2 term.`,
};

interface Messages {
  plane: string;
  curves: string;
  weights: string;
  loss: string;
  updates: string;
  training: string;
  validation: string;
  trainingShort: string;
  validationShort: string;
  accuracy: string;
  /** `{loss}`, `{step}` */
  lowest: string;
  /** `{size}` */
  size: string;
  /** `{step}` */
  at: string;
  train: string;
  restart: string;
  rate: string;
  lambda: string;
  samples: string;
  /** `{step}`, `{training}`, `{validation}` */
  says: Record<Verdict, string>;
  /** `{step}`, `{all}` */
  busy: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    plane: '平面上的样本，和网络判为圆点的区域',
    curves: '训练损失和验证损失随更新次数的变化；竖线是验证损失最低处',
    weights: '权重的分布',
    loss: '损失',
    updates: '更新次数',
    training: '训练损失',
    validation: '验证损失',
    trainingShort: '训练',
    validationShort: '验证',
    accuracy: '判对',
    lowest: '验证损失最低 {loss}，在第 {step} 次更新（竖线）。',
    size: '权重的平方和开方：{size}',
    at: '第 {step} 次更新',
    train: '继续训练',
    restart: '从头开始',
    rate: 'dropout 的 p',
    lambda: 'L2 的 λ',
    samples: '训练样本',
    says: {
      diverged: '训练发散了：损失不再是有意义的数。把 λ 调小。',
      start: '权重还是随机的，什么都没学。点“继续训练”。',
      overfits:
        '过拟合：训练样本上的损失只有 {training}，没见过的样本上却有 {validation}。边界在迁就个别的点。',
      underfits: '欠拟合：连训练样本上的损失都还有 {training}。限制太强，或者训练得还不够。',
      close: '两个损失相差不大：{training} 和 {validation}。训练样本上学到的，在别处也用得上。',
    },
    busy: '正在训练：第 {step} 次，共 {all} 次……',
  },
  en: {
    plane: 'The samples in the plane, and where the network says “disc”',
    curves:
      'Training and validation loss over the updates; the upright line: lowest validation loss',
    weights: 'How the weights are spread',
    loss: 'loss',
    updates: 'updates',
    training: 'training loss',
    validation: 'validation loss',
    trainingShort: 'training',
    validationShort: 'validation',
    accuracy: 'correct',
    lowest: 'Lowest validation loss: {loss}, at update {step} (upright line).',
    size: 'Root of the sum of all squared weights: {size}',
    at: 'update {step}',
    train: 'Go on training',
    restart: 'From the start',
    rate: 'Dropout p',
    lambda: 'L2 λ',
    samples: 'Training samples',
    says: {
      diverged: 'Training diverged: the loss means nothing any more. Take a smaller λ.',
      start: 'The weights are still random, nothing has been learned. Press “Go on training”.',
      overfits:
        'Overfitting: the loss is {training} on the training samples, but {validation} on samples it has not seen. The border bends to single points.',
      underfits:
        'Underfitting: even on the training samples the loss is {training}. The limits are too tight, or it has not trained long enough.',
      close:
        'The two losses are near each other: {training} and {validation}. What was learned from the training samples holds elsewhere.',
    },
    busy: 'Training: update {step} of {all} …',
  },
};
