import type { Lang, Text } from './languages';

/** One finished chapter of the book. */
export interface Chapter {
  /** Chapter number as printed: 2 in “Figure 2.4”. */
  number: number;
  /** Last part of the page's path, the same in both languages. */
  slug: string;
  /** Folder under `content/`. */
  folder: string;
  title: Text;
  /** The question the chapter opens with; the reader can't answer it yet. */
  question: Text;
  /** Names of the chapter's widgets in order of appearance: the first is Figure 2.1. */
  figures: readonly string[];
}

/** The finished chapters, in reading order. A chapter that is not here is not on the site. */
export const chapters: readonly Chapter[] = [
  {
    number: 1,
    slug: 'what-is-a-neural-network',
    folder: '01-what-is-a-neural-network',
    title: { zh: '什么是神经网络', en: 'What is a neural network' },
    question: {
      zh: '四个点，一条规则：两个输入恰好有一个是 1，就回答 1。单独一个单元学一辈子也学不会，三个单元连起来却能学会。多出来的到底是什么？',
      en: 'Four points and one rule: answer 1 if exactly one of the two inputs is 1. A single unit cannot learn it, however long it tries; three units together can. What do they have that one has not?',
    },
    figures: ['one-line-is-not-enough', 'folding', 'network-anatomy'],
  },
  {
    number: 2,
    slug: 'forward-and-backward',
    folder: '02-forward-and-backward',
    title: { zh: '前向与反向', en: 'Forward and backward' },
    question: {
      zh: '一个有一百万个权重的网络犯了一个错。每个权重各要承担多少责任？又怎样只花大约两次前向计算的代价，就把这一百万个答案全部算出来？',
      en: 'A network with a million weights makes one mistake. How much is each weight to blame, and how can all million answers cost little more than two runs of the network?',
    },
    figures: [
      'living-network',
      'forward-calculator',
      'nudge-a-weight',
      'backprop-stepper',
      'four-equations',
    ],
  },
  {
    number: 3,
    slug: 'activation-functions',
    folder: '03-activation-functions',
    title: { zh: '激活函数', en: 'Activation functions' },
    question: {
      zh: '每个单元都让加权和穿过一条曲线。反向传播只用得着这条曲线的斜率。那么换一条曲线，为什么有的网络就学得动，有的却一步也挪不开？',
      en: 'Every unit sends its sum through some curve, and the backward pass uses nothing of that curve but its slope. Why, then, does one curve let a network learn while another brings it to a halt?',
    },
    figures: ['derivative-plotter', 'dying-relu', 'activation-speed', 'softmax-explorer'],
  },
  {
    number: 4,
    slug: 'parameter-initialisation',
    folder: '04-parameter-initialisation',
    title: { zh: '参数初始化', en: 'Parameter initialisation' },
    question: {
      zh: '训练开始之前，每个权重总得先有一个数。为什么不能都取零？如果随机地取，该取多大，信号才能走过十层、一百层而不消失？',
      en: 'Before training begins, every weight needs some number. Why not zero for all of them? And if they are random, how large must they be for a signal to survive ten layers, or a hundred?',
    },
    figures: ['symmetry', 'init-histograms'],
  },
  {
    number: 5,
    slug: 'cross-entropy',
    folder: '05-cross-entropy',
    title: { zh: '交叉熵', en: 'Cross-entropy' },
    question: {
      zh: '一个网络几乎肯定，却完全错了。平方误差对它只是轻声细语。什么样的损失会大声说出来？为什么恰恰是它？',
      en: 'A network is almost certain, and entirely wrong. Squared error only whispers. Which loss speaks up, and why just that one?',
    },
    figures: ['surprise-curve', 'gradient-bars', 'who-learns'],
  },
  {
    number: 6,
    slug: 'vanishing-and-exploding-gradients',
    folder: '06-vanishing-and-exploding-gradients',
    title: { zh: '梯度消失与梯度爆炸', en: 'Vanishing and exploding gradients' },
    question: {
      zh: '网络越深，靠近输入的层学得越慢，有时干脆不动；权重稍大一点，数字又一路冲到溢出。同一条链式法则，怎么两样都做得出来？',
      en: 'Make a network deeper, and the layers near the input learn ever more slowly, or not at all. Make its weights a little larger, and the numbers run off to infinity. How can one and the same chain rule do both?',
    },
    figures: ['chain-of-one', 'gradient-by-depth'],
  },
  {
    number: 7,
    slug: 'optimisation',
    folder: '07-optimisation',
    title: { zh: '优化方法', en: 'Optimisation' },
    question: {
      zh: '梯度已经有了，该走多远？在一条狭长的峡谷里，走大了会来回撞墙，走小了半天不动。能不能只凭走过的路，就走得又快又稳？',
      en: 'The gradient is known; how far should one go along it? In a long narrow ravine large steps bounce from wall to wall and small ones take for ever. Can the way behind tell how to step ahead?',
    },
    figures: ['landscape-race', 'batch-size-lab', 'adam-dissected'],
  },
  {
    number: 8,
    slug: 'overfitting',
    folder: '08-overfitting',
    title: { zh: '过拟合', en: 'Overfitting' },
    question: {
      zh: '一个网络把训练样本全部答对，换一批没见过的样本却错得离谱。怎样让它学到规律，而不是背下样本？为什么训练时随机关掉一部分单元，反而学得更好？',
      en: 'A network answers every training sample correctly and fails on samples it has not seen. How does one make it learn the rule instead of the samples? And why does it help to switch off random units while it learns?',
    },
    figures: ['dropout-visualizer', 'overfit-lab'],
  },
  {
    number: 9,
    slug: 'batch-normalisation',
    folder: '09-batch-normalisation',
    title: { zh: '批规范化', en: 'Batch normalisation' },
    question: {
      zh: '训练中，一个样本的输出竟然取决于同一批里碰巧坐在一起的其他样本。这听起来像个错误。为什么它反而让深层网络训练得更快、更稳？等到只来一个样本的时候，又该怎么办？',
      en: 'In training, what the network says about one sample depends on which others happen to be in its batch. That sounds like a mistake. Why do deep networks train faster and more surely with it, and what is done when only one sample comes?',
    },
    figures: ['bn-steps', 'shifting-layers'],
  },
];

/** A page after the chapters: notation, glossary, references. */
export interface Appendix {
  slug: string;
  title: Text;
}

/** The finished appendices, in the order in which the contents list them. */
export const appendices: readonly Appendix[] = [
  { slug: 'ways', title: { zh: '三种读法', en: 'Ways through the book' } },
  { slug: 'notation', title: { zh: '记号', en: 'Notation' } },
  { slug: 'practice', title: { zh: '混合练习', en: 'Mixed practice' } },
  { slug: 'progress', title: { zh: '学习进度', en: 'Your progress' } },
  { slug: 'glossary', title: { zh: '术语', en: 'Glossary' } },
  { slug: 'equations', title: { zh: '全部公式', en: 'All equations' } },
  { slug: 'corrections', title: { zh: '对笔记的更正', en: 'Corrections to the source note' } },
  { slug: 'references', title: { zh: '参考文献', en: 'References' } },
  { slug: 'about', title: { zh: '关于本书', en: 'About this book' } },
];

/** The pages before and after a page, in reading order: chapters, then appendices. */
export function neighbours(slug: string): {
  previous: Chapter | Appendix | undefined;
  next: Chapter | Appendix | undefined;
} {
  const pages = [...chapters, ...appendices];
  const i = pages.findIndex((page) => page.slug === slug);
  return { previous: pages[i - 1], next: pages[i + 1] };
}

/** The chapter with this slug, or undefined for a page that is not a chapter. */
export const chapterOf = (slug: string): Chapter | undefined =>
  chapters.find((chapter) => chapter.slug === slug);

/** The chapter in which a widget appears. */
export const chapterOfFigure = (widget: string): Chapter | undefined =>
  chapters.find((chapter) => chapter.figures.includes(widget));

/** The printed number of a widget's figure, such as `2.4`. Throws if no chapter lists the widget. */
export function figureNumber(widget: string): string {
  const chapter = chapterOfFigure(widget);
  if (!chapter) throw new Error(`No chapter in src/book/contents.ts lists the widget “${widget}”.`);
  return `${chapter.number}.${chapter.figures.indexOf(widget) + 1}`;
}

/** A widget's figure by its number, kept in one line: “Figure 2.4”, “图 2.4”. */
export const figureName = (widget: string, lang: Lang): string =>
  `${lang === 'zh' ? '图' : 'Figure'}\u00a0${figureNumber(widget)}`;
