import type { Lang, Text } from '@book/languages';
import type { LearnerName } from './model';

export const caption: Text = {
  zh: '同一个分类器，同样的点，同样的起点，只有损失不同。每个点写着自己的类别，判错的带圈。线是某个输出恰为一半的地方，短线指向它说“是”的一侧。播放，或拖动进度；再把起点调得不那么肯定，看平方误差怎样又能学了。',
  en: 'One classifier, the same points, the same start; only the loss differs. Each point is drawn as the number of its class, those judged wrongly have a ring. A line is where one output is a half, its tick points to where that output says yes. Play, or drag the scrubber; then make the start less sure and see squared error learn after all.',
};

export const leavesOut: Text = {
  zh: '两个输入，三个 Sigmoid 输出，没有隐藏层；每一步都用全部 24 个点；“对”指自己类别的输出最大。',
  en: 'two inputs, three sigmoid outputs, no hidden layer; every step uses all 24 points; “right” means that the output of a point’s own class is the largest.',
};

interface Messages {
  names: Record<LearnerName, string>;
  short: Record<LearnerName, string>;
  /** `{name}`: a loss. */
  panel: string;
  chart: string;
  right: string;
  ofPoints: string;
  ownLoss: string;
  yes: string;
  steps: string;
  phase: string;
  /** `{n}`: the step. */
  spoken: string;
  sure: string;
  again: string;
  alpha: string;
  /** `{n}`: a step. */
  doneAt: string;
  never: string;
  summary: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    names: {
      squaredError: '平方误差',
      sigmoidCrossEntropy: '笔记的交叉熵',
      binaryCrossEntropy: '二元交叉熵',
    },
    short: {
      squaredError: '平方误差',
      sigmoidCrossEntropy: '笔记',
      binaryCrossEntropy: '二元交叉熵',
    },
    panel: '{name}：平面上的点和每个输出的决策边界',
    chart: '判对的点数随步数的变化',
    right: '判对',
    ofPoints: '{all} 个中的 {right} 个',
    ownLoss: '它自己的损失',
    yes: '每个点得到的“是”',
    steps: '步数',
    phase: '训练',
    spoken: '第 {n} 步',
    sure: '起点有多肯定（而且是错的）',
    again: '换一批点',
    alpha: '学习率 α',
    doneAt: '第 {n} 步全部判对',
    never: '300 步内没有全部判对',
    summary: '第一次全部判对：',
  },
  en: {
    names: {
      squaredError: 'squared error',
      sigmoidCrossEntropy: 'the note’s cross-entropy',
      binaryCrossEntropy: 'binary cross-entropy',
    },
    short: {
      squaredError: 'squared error',
      sigmoidCrossEntropy: 'the note’s',
      binaryCrossEntropy: 'binary',
    },
    panel: '{name}: the points in the plane and the border of each output',
    chart: 'How many points are right, step by step',
    right: 'right',
    ofPoints: '{right} of {all}',
    ownLoss: 'its own loss',
    yes: '“yes” to one point, on average',
    steps: 'steps',
    phase: 'training',
    spoken: 'step {n}',
    sure: 'How sure the start is, and wrong',
    again: 'Other points',
    alpha: 'Learning rate α',
    doneAt: 'all right at step {n}',
    never: 'not all right within 300 steps',
    summary: 'All points right for the first time:',
  },
};
