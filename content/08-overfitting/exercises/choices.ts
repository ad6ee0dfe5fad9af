import { tex } from '@components/exercise/tex';
import type { ChoiceExercise, PredictExercise, Values } from '@components/exercise/types';
import { drawNumber, numberOf } from '@components/exercise/values';
import { encodeFragment } from '@components/figure/fragment';
import {
  expectedOutput,
  first,
  model,
  type State,
} from '@components/widgets/dropout-visualizer/model';
import { drawRate } from './masks';

export const nothingLeft: ChoiceExercise = {
  id: 'of-nothing-left',
  kind: 'choice',
  title: { en: 'How often is nothing left?', zh: '多久会全部关掉？' },
  about: 'switching-units-off',
  statement: {
    en: tex`A hidden layer has $\slot{n}$ units. Dropout turns each off with probability $\slot{p}$, independently of the others. With which probability are all of them off at once? The options are rounded to four decimals.`,
    zh: tex`一个隐藏层有 $\slot{n}$ 个单元，dropout 以概率 $\slot{p}$ 关掉每一个，互不影响。全部同时关掉的概率是多少？各选项保留四位小数。`,
  },
  draw: (random) => {
    const v = { n: drawNumber(random, 3, 5, 0), p: drawRate(random) };
    return {
      ...v,
      right: v.p ** v.n,
      kept: (1 - v.p) ** v.n,
      some: 1 - v.p ** v.n,
      sum: v.p / v.n,
    };
  },
  options: [
    {
      id: 'right',
      text: { en: tex`$\slot{right}$`, zh: tex`$\slot{right}$` },
      says: {
        en: 'Each has to be off, so the probabilities are multiplied.',
        zh: '每一个都得关掉，概率相乘。',
      },
    },
    {
      id: 'kept',
      text: { en: tex`$\slot{kept}$`, zh: tex`$\slot{kept}$` },
      says: {
        en: 'That is the probability that all of them are on.',
        zh: '这是全部打开着的概率。',
      },
    },
    {
      id: 'some',
      text: { en: tex`$\slot{some}$`, zh: tex`$\slot{some}$` },
      says: {
        en: 'That is the probability that at least one is on.',
        zh: '这是至少有一个打开着的概率。',
      },
    },
    {
      id: 'sum',
      text: { en: tex`$\slot{sum}$`, zh: tex`$\slot{sum}$` },
      says: {
        en: 'The probability is not shared out among the units. Each draws for itself.',
        zh: '概率不是由各单元分摊的。每个单元自己抽。',
      },
    },
  ],
  right: (v) =>
    (['right', 'kept', 'some', 'sum'] as const).filter(
      (id) => Math.abs(numberOf(v, id) - numberOf(v, 'p') ** numberOf(v, 'n')) < 1e-12,
    ),
  hints: [
    { en: 'Each unit draws for itself.', zh: '每个单元自己抽。' },
    {
      en: 'Probabilities of independent things that must all happen are multiplied.',
      zh: '互不影响的几件事都要发生，概率相乘。',
    },
    {
      en: tex`Multiply $\slot{p}$ by itself, $\slot{n}$ factors in all.`,
      zh: tex`把 $\slot{p}$ 自乘，一共 $\slot{n}$ 个因子。`,
    },
  ],
  solution: [
    {
      en: tex`$\slot{p}^{\slot{n}} \approx \slot{right}$. In a layer this small it does happen; in a wide one practically never.`,
      zh: tex`$\slot{p}^{\slot{n}} \approx \slot{right}$。这么小的层，确实会遇到；宽的层几乎不会。`,
    },
  ],
};

const stateOf = (v: Values): State => ({
  ...first,
  rate: numberOf(v, 'p'),
  form: numberOf(v, 'form') === 0 ? 'inverted' : 'classic',
  output: numberOf(v, 'output') === 0 ? 'identity' : 'sigmoid',
  draws: 200,
});

function verdict(v: Values): 'equal' | 'larger' | 'smaller' {
  const state = stateOf(v);
  const gap = model(state, 0).test - expectedOutput(state);
  if (Math.abs(gap) < 1e-9) return 'equal';
  return gap > 0 ? 'larger' : 'smaller';
}

export const predictMean: PredictExercise = {
  id: 'of-predict-mean',
  kind: 'predict',
  title: { en: 'Where does the mean go?', zh: '平均值走向哪里？' },
  about: 'what-the-next-layer-hears',
  statement: {
    en: tex`In the network of the opening figure the probability of off is $\slot{p}$. The activations are {form:divided in training|multiplied at test time}, and the output unit {output:only adds up|is a sigmoid}. All sums that enter the output lie where the sigmoid curves downward on the whole. How does the output at test time compare with the mean over all masks? Predict first; then the figure appears.`,
    zh: tex`在开头那张图的网络里，关掉的概率是 $\slot{p}$，缩放的办法是{form:训练时除|测试时乘}，输出单元{output:只求和|用 Sigmoid}。进入输出的和，大体上落在 Sigmoid 向下弯的那一段。测试时的输出，与对所有掩码的平均相比，怎么样？先预测，图随后出现。`,
  },
  draw: (random) => ({
    p: drawNumber(random, 0.15, 0.4, 2),
    form: random.integer(2),
    output: random.integer(2),
  }),
  options: [
    {
      id: 'equal',
      text: { en: 'Exactly equal.', zh: '恰好相等。' },
      says: {
        en: 'A mean goes through a sum untouched, with either scaling. Through a curve it does not.',
        zh: '平均穿过加法原样不变，哪种缩放都一样；穿过曲线就不行。',
      },
    },
    {
      id: 'larger',
      text: { en: 'At test time it is larger.', zh: '测试时的大一些。' },
      says: {
        en: 'A curve that bends downward loses more to small sums than it gains from large ones. So the mean of its values is smaller than its value at the mean.',
        zh: '向下弯的曲线，和变小时失去的比变大时得到的多。所以值的平均，比平均处的值小。',
      },
    },
    {
      id: 'smaller',
      text: { en: 'At test time it is smaller.', zh: '测试时的小一些。' },
      says: {
        en: 'That would need a curve that bends upward where most of the sums lie.',
        zh: '那需要多数的和落在曲线向上弯的地方。',
      },
    },
  ],
  right: (v) => [verdict(v)],
  widget: 'dropout-visualizer',
  fragment: (v) => encodeFragment('dropout-visualizer', stateOf(v), first),
  hints: [
    {
      en: 'Either scaling makes the sum that enters the output unit right on average.',
      zh: '哪种缩放，都能使进入输出单元的和平均起来是对的。',
    },
    {
      en: 'If the output unit only adds up, that is all. If it is a sigmoid, the sums are bent afterwards.',
      zh: '输出单元只求和，就到此为止；是 Sigmoid，和还要再弯一下。',
    },
    {
      en: 'On a curve that bends downward, the mean of the values lies under the value at the mean.',
      zh: '在向下弯的曲线上，值的平均低于平均处的值。',
    },
  ],
  solution: [
    {
      en: 'The scaling does not matter here. What decides is whether a curve comes after the sum: without one the two are equal, with the sigmoid the output at test time is larger.',
      zh: '缩放在这里不起作用。要看的是加权和之后有没有曲线：没有，两者相等；有 Sigmoid，测试时的输出大一些。',
    },
  ],
};
