import { tex } from '@components/exercise/tex';
import type { ChoiceExercise, PredictExercise, Values } from '@components/exercise/types';
import { drawNumber, numberOf } from '@components/exercise/values';
import { encodeFragment } from '@components/figure/fragment';
import { first, mostSteps, run, type State } from '@components/widgets/landscape-race/model';
import { surfaces } from '@components/widgets/landscape-race/surfaces';
import { learningRate } from '@engine';

const flatOrBent = (v: Values): string => {
  const signs = [numberOf(v, 'p'), numberOf(v, 'q'), numberOf(v, 'r')].map(Math.sign);
  if (signs.every((sign) => sign > 0)) return 'minimum';
  return signs.every((sign) => sign < 0) ? 'maximum' : 'saddle';
};

export const whichPoint: ChoiceExercise = {
  id: 'op-which-point',
  kind: 'choice',
  title: { en: 'What kind of point is it?', zh: '这是什么点？' },
  about: 'where-it-stops',
  statement: {
    en: tex`At a point of a loss of three parameters the gradient is zero. Its curvatures there are $\slot{p}$, $\slot{q}$ and $\slot{r}$. What is it?`,
    zh: tex`一个损失有三个参数。在某一点，梯度为零，三个曲率是 $\slot{p}$、$\slot{q}$ 和 $\slot{r}$。这是什么点？`,
  },
  draw: (random) => {
    const signs = [
      [1, 1, 1],
      [-1, -1, -1],
      [1, 1, -1],
      [-1, 1, -1],
      [1, -1, 1],
    ][random.integer(5)]!;
    const [p = 1, q = 1, r = 1] = signs.map((sign) => sign * drawNumber(random, 0.1, 4));
    return { p, q, r };
  },
  options: [
    {
      id: 'minimum',
      text: { en: 'A minimum.', zh: '极小值。' },
      says: {
        en: 'It is one only if every direction leads up: all curvatures positive.',
        zh: '只有每个方向都往上，也就是曲率全为正，才是极小值。',
      },
    },
    {
      id: 'saddle',
      text: { en: 'A saddle point.', zh: '鞍点。' },
      says: {
        en: 'It is one if some directions lead up and some down: curvatures of both signs.',
        zh: '有的方向往上，有的方向往下，也就是曲率有正有负，就是鞍点。',
      },
    },
    {
      id: 'maximum',
      text: { en: 'A maximum.', zh: '极大值。' },
      says: {
        en: 'It is one only if every direction leads down: all curvatures negative.',
        zh: '只有每个方向都往下，也就是曲率全为负，才是极大值。',
      },
    },
    {
      id: 'unknown',
      text: { en: 'That cannot be told from the curvatures.', zh: '从曲率看不出来。' },
      says: {
        en: 'It could not if one of them were zero. None is.',
        zh: '如果有一个曲率是零，就看不出来。这里没有。',
      },
    },
  ],
  right: (v) => [flatOrBent(v)],
  hints: [
    {
      en: 'Without gradient, the curvature decides whether a direction leads up or down.',
      zh: '没有梯度的时候，一个方向往上还是往下，由曲率决定。',
    },
    {
      en: 'A positive curvature: up on both sides. A negative one: down on both sides.',
      zh: '曲率为正，两侧都往上；曲率为负，两侧都往下。',
    },
    {
      en: 'Are all three of one sign?',
      zh: '三个曲率同号吗？',
    },
  ],
  solution: [
    {
      en: 'All positive is a minimum, all negative a maximum, and anything else with both signs a saddle point.',
      zh: '全为正是极小值，全为负是极大值，有正有负是鞍点。',
    },
    {
      en: tex`Look at the signs of $\slot{p}$, $\slot{q}$ and $\slot{r}$: that decides it.`,
      zh: tex`看 $\slot{p}$、$\slot{q}$ 和 $\slot{r}$ 的符号，就定了。`,
    },
  ],
};

export const largerBatch: ChoiceExercise = {
  id: 'op-larger-batch',
  kind: 'choice',
  title: { en: 'What does a larger batch buy?', zh: '批大一些，换来什么？' },
  about: 'mini-batches',
  statement: {
    en: tex`A training set is so large that the second factor of the noise formula is as good as 1. The batch size is made $\slot{k}$ times larger. By what is the typical error of the gradient, the root of its mean square, divided? The options are rounded to four decimals.`,
    zh: tex`训练集很大，噪声公式里的第二个因子可以当作 1。批大小变成原来的 $\slot{k}$ 倍，梯度的典型误差，也就是均方误差的平方根，除以多少？各选项保留四位小数。`,
  },
  draw: (random) => {
    // 16 has its root for its logarithm.
    const k = random.bernoulli(0.5) ? drawNumber(random, 5, 15, 0) : drawNumber(random, 17, 40, 0);
    return { k, root: Math.sqrt(k), square: k * k, log: Math.log2(k) };
  },
  options: [
    {
      id: 'root',
      text: { en: tex`$\slot{root}$`, zh: tex`$\slot{root}$` },
      says: {
        en: 'The mean square is divided by the batch’s growth; the typical error by its root.',
        zh: '均方误差除以批大小的倍数，典型误差除以它的平方根。',
      },
    },
    {
      id: 'k',
      text: { en: tex`$\slot{k}$`, zh: tex`$\slot{k}$` },
      says: {
        en: 'That holds for the square of the error. The error itself goes with the root, and that is why large batches pay less and less.',
        zh: '这是误差的平方。误差本身只按平方根减小，所以批越大越不划算。',
      },
    },
    {
      id: 'square',
      text: { en: tex`$\slot{square}$`, zh: tex`$\slot{square}$` },
      says: {
        en: 'It does not fall as fast: errors of different samples only partly cancel.',
        zh: '没有这么快：不同样本的误差只抵消一部分。',
      },
    },
    {
      id: 'log',
      text: { en: tex`$\slot{log}$`, zh: tex`$\slot{log}$` },
      says: {
        en: 'There is no logarithm in it: the variance of a mean of independent draws is divided by their number.',
        zh: '这里没有对数：独立抽取的平均，方差除以个数。',
      },
    },
  ],
  right: () => ['root'],
  hints: [
    {
      en: 'The formula in the chapter is about the square of the error.',
      zh: '这一章的公式讲的是误差的平方。',
    },
    {
      en: 'The square is divided by as much as the batch has grown.',
      zh: '批大小变成几倍，误差的平方就除以几。',
    },
    {
      en: tex`So the error itself is divided by $\sqrt{\slot{k}}$.`,
      zh: tex`所以误差本身除以 $\sqrt{\slot{k}}$。`,
    },
  ],
  solution: [
    {
      en: tex`The mean square is divided by $\slot{k}$, at $\slot{k}$ times the work.`,
      zh: tex`均方误差除以 $\slot{k}$，计算量是 $\slot{k}$ 倍。`,
    },
    {
      en: tex`The typical error is divided by its root, $\slot{root}$.`,
      zh: tex`典型误差除以它的平方根，$\slot{root}$。`,
    },
  ],
};

const cosineAt = (v: Values): number =>
  learningRate(
    { kind: 'cosine', length: numberOf(v, 'T') },
    numberOf(v, 'alpha'),
    numberOf(v, 't'),
  );

export const onTheCosine: ChoiceExercise = {
  id: 'op-on-the-cosine',
  kind: 'choice',
  title: { en: 'Where is the learning rate?', zh: '学习率到哪里了？' },
  about: 'schedules',
  statement: {
    en: tex`A cosine schedule goes from $\slot{alpha}$ down to 0 in $\slot{T}$ steps. What is the learning rate at step $\slot{t}$, counted from 0? The options are rounded to four decimals.`,
    zh: tex`余弦时间表用 $\slot{T}$ 步从 $\slot{alpha}$ 降到 0。第 $\slot{t}$ 步（从 0 数起）的学习率是多少？各选项保留四位小数。`,
  },
  draw: (random) => {
    const T = 10 * drawNumber(random, 5, 20, 0);
    const t = Math.round(T * (random.bernoulli(0.5) ? 0.2 : 0.8));
    const v = { T, t, alpha: drawNumber(random, 0.2, 0.9) };
    const share = t / T;
    return {
      ...v,
      right: cosineAt(v),
      straight: v.alpha * (1 - share),
      quarter: v.alpha * Math.cos((Math.PI * share) / 2),
      whole: 0.5 * v.alpha * (1 + Math.cos(2 * Math.PI * share)),
    };
  },
  options: [
    {
      id: 'right',
      text: { en: tex`$\slot{right}$`, zh: tex`$\slot{right}$` },
      says: {
        en: 'Half of 1 plus the cosine, times the learning rate at the start.',
        zh: '“1 加余弦”的一半，乘以起始的学习率。',
      },
    },
    {
      id: 'straight',
      text: { en: tex`$\slot{straight}$`, zh: tex`$\slot{straight}$` },
      says: {
        en: 'This would be a straight line. The cosine is slow at both ends.',
        zh: '这是直线下降。余弦在两头都降得慢。',
      },
    },
    {
      id: 'quarter',
      text: { en: tex`$\slot{quarter}$`, zh: tex`$\slot{quarter}$` },
      says: {
        en: 'This is a quarter of a cosine. The schedule follows half of one.',
        zh: '这是四分之一个余弦。时间表走的是半个。',
      },
    },
    {
      id: 'whole',
      text: { en: tex`$\slot{whole}$`, zh: tex`$\slot{whole}$` },
      says: {
        en: 'This follows a whole cosine, which would climb again in its second half.',
        zh: '这走了一整个余弦，后一半又会升回去。',
      },
    },
  ],
  right: (v) =>
    (['right', 'straight', 'quarter', 'whole'] as const).filter(
      (id) => Math.abs(numberOf(v, id) - cosineAt(v)) < 1e-9,
    ),
  hints: [
    { en: 'Which share of the way is done?', zh: '走完了全程的几分之几？' },
    {
      en: 'That share of half a turn is the angle. Take its cosine.',
      zh: '角度是半圈的那么多分之几。取它的余弦。',
    },
    {
      en: 'Add 1, halve, and multiply by the learning rate at the start.',
      zh: '加 1，减半，再乘以起始的学习率。',
    },
  ],
  solution: [
    {
      en: tex`The angle is $\pi \cdot \slot{t} / \slot{T}$.`,
      zh: tex`角度是 $\pi \cdot \slot{t} / \slot{T}$。`,
    },
    {
      en: tex`One half times $\slot{alpha}$ times 1 plus the cosine of that is $\slot{right}$.`,
      zh: tex`二分之一乘以 $\slot{alpha}$，再乘以“1 加它的余弦”，是 $\slot{right}$。`,
    },
  ],
};

/** Who runs in the prediction, by number. */
const runners = ['sgd', 'momentum', 'nesterov'] as const;

const stateOf = (v: Values): State => ({
  ...first,
  alpha: numberOf(v, 'alpha'),
  field: [runners[numberOf(v, 'who')]!],
  step: mostSteps,
});
const outcome = (v: Values): string => {
  const { name, alpha } = { name: runners[numberOf(v, 'who')]!, alpha: numberOf(v, 'alpha') };
  const path = run(name, alpha, surfaces.ravine.start, 'ravine');
  if (path.left !== undefined) return 'leaves';
  return path.arrival === undefined ? 'crawls' : 'arrives';
};

export const predictRace: PredictExercise = {
  id: 'op-predict-race',
  kind: 'predict',
  title: { en: 'Arrive, crawl or leave?', zh: '到达、还在爬，还是冲出去？' },
  about: 'momentum',
  statement: {
    en: tex`The ravine of the opening figure has the curvatures 5 across and 0.025 along its floor. {who:Gradient descent|Momentum with the share 0.9|Nesterov’s momentum with the share 0.9} runs for 400 steps with the learning rate $\slot{alpha}$. What becomes of it? Predict first; then the figure appears.`,
    zh: tex`开头那张图的峡谷，横向的曲率是 5，顺着谷底的曲率是 0.025。让{who:梯度下降|份额为 0.9 的动量法|份额为 0.9 的 Nesterov 动量}用学习率 $\slot{alpha}$ 走 400 步。结果会怎样？先预测，图随后出现。`,
  },
  draw: (random) => {
    for (;;) {
      const v = { who: random.integer(3), alpha: drawNumber(random, 0.02, 0.6, 2) };
      const [limit] = [[0.4, 0.76, 0.271][v.who]!];
      const result = outcome(v);
      // Near a border the question would be one of arithmetic.
      if (Math.abs(v.alpha - limit) < 0.03) continue;
      if (v.who === 0 && v.alpha > 0.2 && v.alpha < 0.33) continue;
      if (v.who > 0 && v.alpha < 0.1) continue;
      if (result) return v;
    }
  },
  options: [
    {
      id: 'arrives',
      text: { en: 'It arrives and stays.', zh: '到达，不再离开。' },
      says: {
        en: 'Its learning rate is within the limit of the steep direction, and along the floor it is fast enough.',
        zh: '学习率没有超过陡方向的上限，顺着谷底也够快。',
      },
    },
    {
      id: 'crawls',
      text: { en: 'It is still on its way.', zh: '还在路上。' },
      says: {
        en: 'Along the floor every step covers a tiny share of the way: learning rate times 0.025.',
        zh: '顺着谷底，每一步只走完一点点：学习率乘以 0.025。',
      },
    },
    {
      id: 'leaves',
      text: { en: 'It leaves the map.', zh: '冲出地图。' },
      says: {
        en: 'Its learning rate is beyond the limit of the steep direction, so it bounces farther each time.',
        zh: '学习率超过了陡方向的上限，越撞越远。',
      },
    },
  ],
  right: (v) => [outcome(v)],
  widget: 'landscape-race',
  fragment: (v) => encodeFragment('landscape-race', stateOf(v), first),
  hints: [
    {
      en: 'Which direction sets the limit, and which the pace?',
      zh: '哪个方向决定上限，哪个方向决定快慢？',
    },
    {
      en: 'The limits of the learning rate here are 0.4 for gradient descent, 0.76 for momentum and about 0.271 for Nesterov’s.',
      zh: '这里学习率的上限：梯度下降 0.4，动量法 0.76，Nesterov 大约 0.271。',
    },
    {
      en: 'If it is within the limit: gradient descent keeps 1 minus 0.025 times the learning rate of the distance at every step, which in 400 steps is enough only for large learning rates. The other two are much faster.',
      zh: '没有超过上限的话：梯度下降每一步，距离都乘以“1 减去 0.025 乘学习率”，400 步里只有学习率大时才够。另外两种快得多。',
    },
  ],
  solution: [
    {
      en: 'First compare the learning rate with the limit of the method; beyond it, it leaves.',
      zh: '先把学习率和这种方法的上限比较，超过就冲出去。',
    },
    {
      en: tex`Otherwise ask how fast it goes along the floor. The figure shows what {who:gradient descent|momentum|Nesterov’s momentum} does with $\slot{alpha}$.`,
      zh: tex`否则看它顺着谷底有多快。图里是{who:梯度下降|动量法| Nesterov 动量}用 $\slot{alpha}$ 的结果。`,
    },
  ],
};
