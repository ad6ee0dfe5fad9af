import type { Lang, Text } from '@book/languages';

export const caption: Text = {
  zh: '一步一步地做前向计算。网络图一个单元一个单元地算，矩阵一层一层地写，说的是同一件事。点任何一个单元，就直接跳到它那里；x、W、b 里的数都可以改，图上的也可以上下拖动。',
  en: 'The forward pass, one step at a time. The diagram goes unit by unit, the matrices layer by layer; they say the same. Choose a unit to go straight to it. Every number of x, W and b can be typed over, and those in the diagram dragged up and down.',
};

export const leavesOut: Text = {
  zh: '反向计算；各层激活函数不同的网络。',
  en: 'the backward pass; networks whose layers have different activation functions.',
};

interface Messages {
  diagram: string;
  input: string;
  hidden: string;
  output: string;
  step: string;
  start: string;
  forward: string;
  layer: string;
  activation: string;
  activations: Record<'sigmoid' | 'tanh' | 'relu' | 'identity', string>;
  z: string;
  a: string;
  intro: string;
  vector: string;
  all: string;
  unit: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    diagram: '2–4–3 网络',
    input: '输入',
    hidden: '隐藏',
    output: '输出',
    step: '第 {n} 步，共 {all} 步',
    start: '还没有开始',
    forward: '前向',
    layer: '第 {l} 层',
    activation: '激活函数',
    activations: { sigmoid: 'Sigmoid', tanh: 'tanh', relu: 'ReLU', identity: '恒等' },
    z: '这一行的每个权重乘以对应的输入，相加，再加偏置。',
    a: '激活函数作用在这个和上，得到送往下一层的激活值。',
    intro: '点“下一步”开始。',
    vector: '同一层写成矩阵：正在算的是亮起的那一行。',
    all: '全部算完',
    unit: '第 {l} 层第 {j} 个单元',
  },
  en: {
    diagram: 'A 2–4–3 network',
    input: 'input',
    hidden: 'hidden',
    output: 'output',
    step: 'Step {n} of {all}',
    start: 'Not started',
    forward: 'forward',
    layer: 'Layer {l}',
    activation: 'Activation',
    activations: { sigmoid: 'sigmoid', tanh: 'tanh', relu: 'ReLU', identity: 'identity' },
    z: 'Each weight of this row times its input, all added up, plus the bias.',
    a: 'The activation function of that sum is what the next layer receives.',
    intro: 'Press Next to begin.',
    vector: 'The same layer as matrices: the lit row is the one being worked out.',
    all: 'Work out everything',
    unit: 'Layer {l}, unit {j}',
  },
};
