import type { Lang, Text } from '@book/languages';
import type { Hidden } from './state';

export const caption: Text = {
  zh: '同一个网络的两张图。第一张是输入平面：虚线是两个隐藏单元各自的直线，粗线是整个网络的边界，它是弯的。第二张是隐藏层把这个平面变成的样子：同一条边界变直了。拖动“折叠”，看平面怎样过去；拖动菱形，看一个点落到哪里；再把激活函数换成“无”。',
  en: 'One network, drawn twice. First the plane of inputs: dashed, the line of each hidden unit; heavy, the border of the whole network, which bends. Then what the hidden layer makes of that plane: there the same border is straight. Drag “Fold” to see the plane on its way, drag the diamond to follow one point, and then choose no activation function.',
};

export const leavesOut: Text = {
  zh: '更多的输入和隐藏单元：那样就画不成平面了；平面也只画了网格那一部分。',
  en: 'more inputs and more hidden units, with which neither space would be a plane; and the plane beyond the grid.',
};

interface Messages {
  drawing: string;
  inputs: string;
  hidden: string;
  /** The second panel while the fold is under way: `{percent}`. */
  onTheWay: string;
  fold: string;
  play: string;
  activation: string;
  names: Record<Hidden, string>;
  learn: string;
  afresh: string;
  seed: string;
  probe: string;
  /** `{x}`, `{y}`. */
  probeAt: string;
  allRight: string;
  /** `{wrong}`. */
  someWrong: string;
  separated: string;
  couldBe: string;
  cannot: string;
  cannotLinear: string;
  weights: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    drawing: '输入平面，以及隐藏层把它变成的样子',
    inputs: '输入平面',
    hidden: '隐藏层看到的',
    onTheWay: '折叠到 {percent}%',
    fold: '折叠',
    play: '折给我看',
    activation: '激活函数',
    names: { sigmoid: 'Sigmoid', tanh: 'tanh', relu: 'ReLU', identity: '无' },
    learn: '学 50 步',
    afresh: '换一组权重',
    seed: '种子',
    probe: '跟着的点',
    probeAt: '{x}，{y}',
    allRight: '四个点全对',
    someWrong: '四个点里错了 {wrong} 个',
    separated: '在隐藏层看到的平面里，一条直线就把它们分开了。',
    couldBe: '在隐藏层看到的平面里，有的直线能把它们分开，只是现在的输出单元没有找到。',
    cannot: '这样折，没有直线能把它们分开：换一组隐藏层的权重。',
    cannotLinear: '没有激活函数，平面只会被拉斜、压扁，不会弯。任何直线仍然至少错一个。',
    weights: '改权重',
  },
  en: {
    drawing: 'The plane of inputs, and what the hidden layer makes of it',
    inputs: 'the inputs',
    hidden: 'the hidden layer’s view',
    onTheWay: 'folded by {percent} %',
    fold: 'Fold',
    play: 'Show the fold',
    activation: 'Activation',
    names: { sigmoid: 'sigmoid', tanh: 'tanh', relu: 'ReLU', identity: 'none' },
    learn: 'Learn 50 steps',
    afresh: 'Other weights',
    seed: 'Seed',
    probe: 'The point to follow',
    probeAt: '{x}, {y}',
    allRight: 'All four right',
    someWrong: '{wrong} of four wrong',
    separated: 'In the plane that the hidden layer sees, one straight line parts them.',
    couldBe:
      'In the plane that the hidden layer sees there are lines that part them. The output unit has not found one.',
    cannot: 'Folded like this no line can part them: the hidden layer needs other weights.',
    cannotLinear:
      'Without an activation function the plane is slanted and squeezed, never bent. Every line still leaves one wrong.',
    weights: 'Change the weights',
  },
};
