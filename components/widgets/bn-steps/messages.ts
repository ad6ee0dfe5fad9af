import type { Lang, Text } from '@book/languages';
import type { Row, State, Verdict } from './model';

export const caption: Text = {
  zh: '一个单元在六个样本上的加权和，依次减去均值、除以标准差、缩放并平移。横杠标出均值和一个标准差的范围。拖动第一行的一个点，看其余五个怎样跟着动；再换成推理，拖同一个点试试。',
  en: 'One unit’s sums for six samples: the mean is subtracted, the rest divided by the standard deviation, then stretched and moved. A bar marks the mean and one standard deviation to either side. Drag a point of the first row and watch the other five move along; then switch to inference and drag it again.',
};

export const leavesOut: Text = {
  zh: '只画了一个单元，每个单元各做各的；滑动平均用的各批是从一个正态分布随机抽的，图里这一批没有计入。',
  en: 'One unit is drawn; each unit does the same by itself. The batches of the running averages are random draws from a normal distribution, and the batch in the figure does not go into them.',
};

interface Messages {
  chart: string;
  /** What each row is. */
  rows: Record<Row, string>;
  /** What is done to get to a row. */
  steps: Record<Row, string>;
  /** `{s}` */
  handle: string;
  phase: string;
  mode: string;
  modes: Record<State['mode'], string>;
  gamma: string;
  beta: string;
  /** `{s}` */
  value: string;
  batches: string;
  again: string;
  undo: string;
  undoTooFar: string;
  sample: string;
  batchStatistics: string;
  runningStatistics: string;
  mean: string;
  /** Between the mean and the variance. */
  and: string;
  /** Under the axis, where a point stands at its end. */
  beyond: string;
  variance: string;
  /** `{n}` */
  says: Record<Verdict, string>;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    chart: '六个样本走过批规范化的四行',
    rows: { z: '加权和', centred: '减去均值', hat: '除以标准差', out: '缩放并平移' },
    steps: {
      z: '这一批的六个加权和，和它们的均值、方差。',
      centred: '每个数减去均值，中心移到 0。',
      hat: '除以标准差，散开的程度变成 1。',
      out: '乘以 γ，再加上 β。这是交给激活函数的数。',
    },
    handle: '样本 {s} 的加权和',
    phase: '批规范化',
    mode: '状态',
    modes: { training: '训练', inference: '推理' },
    gamma: '缩放 γ',
    beta: '平移 β',
    value: '样本 {s} 的加权和',
    batches: '以前的批数',
    again: '换一批历史',
    undo: '用 γ 和 β 还原输入',
    undoTooFar: '这一批散得太开，γ 够不到它的标准差。',
    sample: '样本',
    batchStatistics: '这一批',
    runningStatistics: '滑动平均',
    mean: '均值',
    and: '，',
    beyond: '超出坐标轴的点画在轴的尽头',
    variance: '方差',
    says: {
      training: '训练时，均值和方差就取自这六个样本。动一个，六个输出全都跟着动。',
      inference: '推理时，用的是以前 {n} 批留下的滑动平均。动一个样本，只有它自己的输出动。',
      young: '推理用的滑动平均才收进 {n} 批，还记着起点：均值 0，方差 1。',
      unborn: '还没有一批计入滑动平均，推理只好用它们的起点：均值 0，方差 1。',
      same: '六个数全一样，减去均值什么也不剩，输出都是 β。分母里的 ε 使它不至于除以 0。',
    },
  },
  en: {
    chart: 'Six samples in the four rows of batch normalisation',
    rows: { z: 'sums', centred: 'centred', hat: 'divided', out: 'stretched' },
    steps: {
      z: 'The six sums of this batch, with their mean and variance.',
      centred: 'The mean is subtracted from each: the centre moves to 0.',
      hat: 'Divided by the standard deviation: the spread becomes 1.',
      out: 'Stretched by γ and moved by β. This is what the activation function gets.',
    },
    handle: 'sum of sample {s}',
    phase: 'batch normalisation',
    mode: 'Mode',
    modes: { training: 'training', inference: 'inference' },
    gamma: 'Scale γ',
    beta: 'Shift β',
    value: 'Sum of sample {s}',
    batches: 'Earlier batches',
    again: 'Other earlier batches',
    undo: 'Let γ and β undo it',
    undoTooFar: 'This batch is spread too widely: γ does not reach its standard deviation.',
    sample: 'sample',
    batchStatistics: 'this batch',
    runningStatistics: 'running averages',
    mean: 'mean',
    and: ', ',
    beyond: 'points beyond the axis stand at its ends',
    variance: 'variance',
    says: {
      training:
        'In training the mean and the variance are those of these six samples. Move one, and all six outputs move.',
      inference:
        'In inference the running averages of {n} earlier batches are used. Move a sample, and only its own output moves.',
      young:
        'Only {n} batches have gone into the running averages, which still remember their start: mean 0, variance 1.',
      unborn:
        'No batch has gone into the running averages yet, so inference has nothing but their start: mean 0, variance 1.',
      same: 'All six are alike. With the mean subtracted nothing is left, and every output is β. The ε keeps the divisor from being 0.',
    },
  },
};
