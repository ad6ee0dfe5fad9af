import type { Lang, Text } from '@book/languages';
import type { RacerName, Standing } from './model';
import type { SurfaceName } from './surfaces';

export const caption: Text = {
  zh: '几种优化方法从同一点出发，跑下同一片地形。细线是等高线，越密越陡；叉号是极小值，方块是鞍点。拖动起点，换地形，改学习率，再用滑块来回看每一步。',
  en: 'Several optimisers set out from the same point and run down the same landscape. Thin lines join points of equal loss, closer where it is steeper; crosses are minima, squares are saddle points. Drag the start, change the landscape or the learning rates, and move through the steps.',
};

export const leavesOut: Text = {
  zh: '只有两个参数，梯度没有噪声；β 都取 0.9，Adam 的第二个取 0.999。真正的网络有上百万个参数，每一步的梯度只来自一小批样本。',
  en: 'two parameters, gradients without noise; every β is 0.9, Adam’s second one 0.999. A real network has a million parameters and takes each gradient from a few samples.',
};

interface Messages {
  map: string;
  start: string;
  /** `{x}`, `{y}` */
  startAt: string;
  surface: string;
  surfaces: Record<SurfaceName, string>;
  racers: Record<RacerName, string>;
  /** On the map, short. */
  short: Record<RacerName, string>;
  who: string;
  step: string;
  loss: string;
  play: string;
  again: string;
  alpha: string;
  adaptive: string;
  /** `{step}` */
  standings: Record<Standing, string>;
  nobody: string;
  /** All of them, before the first step. */
  waiting: string;
  /** `{step}`, `{name}` */
  leads: string;
}

const short = { sgd: 'GD', momentum: 'M', nesterov: 'N', adagrad: 'AG', rmsprop: 'R', adam: 'A' };

export const messages: Record<Lang, Messages> = {
  zh: {
    map: '地形的等高线和各方法走过的路',
    start: '起点',
    startAt: '起点：x 为 {x}，y 为 {y}。用方向键移动。',
    surface: '地形',
    surfaces: {
      ravine: '峡谷',
      quadratic: '碗',
      rosenbrock: 'Rosenbrock 函数',
      saddle: '鞍点',
      himmelblau: 'Himmelblau 函数',
    },
    racers: {
      sgd: '梯度下降',
      momentum: '动量法',
      nesterov: 'Nesterov',
      adagrad: 'AdaGrad',
      rmsprop: 'RMSProp',
      adam: 'Adam',
    },
    short,
    who: '参赛者',
    step: '步',
    loss: '损失',
    play: '起跑',
    again: '回到起点',
    alpha: '学习率（GD、M、N）',
    adaptive: '学习率（AG、R、A）',
    standings: {
      left: '第 {step} 步冲出地图',
      arrived: '第 {step} 步到达，不再离开',
      waiting: '这里几乎是平的',
      'on-its-way': '还在路上',
    },
    nobody: '没有人参赛：点一个名字。',
    waiting: '还没有起跑：大家都在起点。',
    leads: '第 {step} 步，损失最低：{name}。',
  },
  en: {
    map: 'Contours of the landscape and the ways that the optimisers took',
    start: 'Start',
    startAt: 'Start at x {x}, y {y}. Move it with the arrow keys.',
    surface: 'Landscape',
    surfaces: {
      ravine: 'ravine',
      quadratic: 'bowl',
      rosenbrock: 'Rosenbrock’s function',
      saddle: 'saddle point',
      himmelblau: 'Himmelblau’s function',
    },
    racers: {
      sgd: 'gradient descent',
      momentum: 'momentum',
      nesterov: 'Nesterov',
      adagrad: 'AdaGrad',
      rmsprop: 'RMSProp',
      adam: 'Adam',
    },
    short,
    who: 'Who races',
    step: 'Step',
    loss: 'loss',
    play: 'Run',
    again: 'Back to the start',
    alpha: 'Learning rate (GD, M, N)',
    adaptive: 'Learning rate (AG, R, A)',
    standings: {
      left: 'left the map at step {step}',
      arrived: 'arrived for good at step {step}',
      waiting: 'all but flat here',
      'on-its-way': 'on its way',
    },
    nobody: 'Nobody is in the race: choose a name.',
    waiting: 'The race has not begun: all are at the start.',
    leads: 'At step {step} {name} has the lowest loss.',
  },
};
