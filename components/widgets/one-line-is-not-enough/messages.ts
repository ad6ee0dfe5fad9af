import type { Lang, Text } from '@book/languages';
import type { State } from './state';

export const caption: Text = {
  zh: '圆点处应该回答 1，方块处应该回答 0；着色的一侧是回答 1 的地方。拖动直线，或拖箭头让它转向，争取一个也不错。实在不行，就让一个感知机或一个网络来试。',
  en: 'A disc wants the answer 1, a square the answer 0; the tinted side is where the answer is 1. Drag the line, or turn it by its arrow, and try to leave no point wrong. If you give up, let a perceptron or a network try.',
};

export const leavesOut: Text = {
  zh: '更多的输入：三个输入时，直线要换成平面；再多就画不出来了。',
  en: 'more inputs. With three the line becomes a plane, and with still more there is no picture.',
};

interface Messages {
  plane: string;
  points: string;
  sets: Record<State['set'], string>;
  by: string;
  drawers: Record<State['by'], string>;
  /** `{wrong}`, `{all}`. */
  wrong: string;
  none: string;
  move: string;
  turn: string;
  /** What a handle says of itself: `{value}`. */
  shifted: string;
  turned: string;
  separable: string;
  best: string;
  /** `{fewest}`: the fewest that a line leaves wrong. */
  notBest: string;
  yours: string;
  letPerceptron: string;
  letNetwork: string;
  again: string;
  hidden: string;
  /** `{done}`. */
  seen: string;
  steps: string;
  ready: string;
  perceptronDone: string;
  /** `{fewest}`. */
  perceptronNever: string;
  perceptronOn: string;
  networkDone: string;
  networkOn: string;
  networkStuck: string;
  oneHidden: string;
  history: string;
  /** `{most}`, `{now}`. */
  historySpoken: string;
  training: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    plane: '两个输入的平面',
    points: '点',
    sets: { and: '与 AND', or: '或 OR', xor: '异或 XOR', rings: '两个圆环' },
    by: '谁来画',
    drawers: { hand: '我', perceptron: '感知机', network: '网络' },
    wrong: '{all} 个点里错了 {wrong} 个',
    none: '{all} 个点全对',
    move: '移动直线',
    turn: '转动直线',
    shifted: '离中心 {value}',
    turned: '{value} 度',
    separable: '有的直线能让它们全对。',
    best: '任何直线都至少错 {fewest} 个，这已经是直线能做到的最好结果。',
    notBest: '任何直线都至少错 {fewest} 个。',
    yours: '这条直线把两种点完全分开了。',
    letPerceptron: '让感知机试试',
    letNetwork: '让网络试试',
    again: '换个起点',
    hidden: '隐藏单元',
    seen: '看过的样本：{done}',
    steps: '训练步数：{done}',
    ready: '还没有训练，直线在哪里全凭种子。',
    perceptronDone: '全对以后，感知机就不再改动了。',
    perceptronNever:
      '它每改好一个点，就弄错另一个：没有哪条直线的错误少于 {fewest} 个，它永远停不下来。',
    perceptronOn: '还有错的点，它就继续改。',
    networkDone: '边界弯了，所有的点都对了。',
    networkOn: '边界正在弯。',
    networkStuck: '从这个种子出发，它卡住了。换个起点，或者多给它几个隐藏单元。',
    oneHidden: '只有一个隐藏单元，画出来的边界还是一条直线。',
    history: '错误个数随训练的变化',
    historySpoken: '错误个数随训练的变化，最多 {most} 个，现在 {now} 个',
    training: '训练',
  },
  en: {
    plane: 'The plane of two inputs',
    points: 'Points',
    sets: { and: 'AND', or: 'OR', xor: 'XOR', rings: 'two rings' },
    by: 'Drawn by',
    drawers: { hand: 'me', perceptron: 'a perceptron', network: 'a network' },
    wrong: '{wrong} of {all} wrong',
    none: 'All {all} right',
    move: 'Move the line',
    turn: 'Turn the line',
    shifted: '{value} from the middle',
    turned: '{value} degrees',
    separable: 'There are lines that get all of them right.',
    best: 'Every straight line leaves at least {fewest} wrong. This one does as well as any.',
    notBest: 'Every straight line leaves at least {fewest} wrong.',
    yours: 'This line parts the two kinds.',
    letPerceptron: 'Let a perceptron try',
    letNetwork: 'Let a network try',
    again: 'Another start',
    hidden: 'Hidden units',
    seen: 'Samples seen: {done}',
    steps: 'Training steps: {done}',
    ready: 'Not trained yet: only the seed has decided where the line is.',
    perceptronDone: 'All are right, so the perceptron no longer changes.',
    perceptronNever:
      'Whenever it mends one point it spoils another. No line leaves fewer than {fewest} wrong, so it never comes to rest.',
    perceptronOn: 'While a point is wrong it goes on changing.',
    networkDone: 'The border has bent, and every point is right.',
    networkOn: 'The border is bending.',
    networkStuck:
      'From this seed it has got stuck. Try another start, or give it more hidden units.',
    oneHidden: 'With one hidden unit the border is still a straight line.',
    history: 'Wrong points as training goes on',
    historySpoken: 'Wrong points as training goes on: at most {most}, now {now}',
    training: 'training',
  },
};
