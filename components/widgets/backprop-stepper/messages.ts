import type { Lang, Text } from '@book/languages';
import type { Slip } from './predict';
import type { Choosable, PresetName } from './state';

export const caption: Text = {
  zh: '一次反向传播里的每一个数。点“下一步”逐个算下去，或拖动进度条；上下拖动单元、目标和权重，或在“改数”里直接输入，后面的每一步都跟着变。走完一遍后更新参数，再走一遍，看损失下降。',
  en: 'Every number of one backward pass. Press Next, or drag along the steps; drag a node, a target or a weight up and down, or type into “Change the numbers”, and all later steps follow. At the end apply the update, go round again and watch the loss fall.',
};

export const leavesOut: Text = {
  zh: '更大的网络，这里最多四层、每层四个单元；用多个样本的更新，这里每次只用一个。',
  en: 'networks of more than four layers of four units; updates that use more than one sample.',
};

interface Messages {
  input: string;
  hidden: string;
  output: string;
  target: string;
  diagram: string;
  stepOf: string;
  start: string;
  phase: Record<'forward' | 'loss' | 'backward' | 'gradient', string>;
  atLayer: string;
  says: Record<
    | 'z'
    | 'a'
    | 'loss'
    | 'dLdaOutput'
    | 'dLdaHidden'
    | 'fprime'
    | 'delta'
    | 'deltaFused'
    | 'deltaSoftmax'
    | 'dW'
    | 'db',
    string
  >;
  dead: string;
  intro: string;
  predict: string;
  yourPrediction: string;
  check: string;
  show: string;
  right: string;
  off: string;
  slips: Record<Slip, string>;
  unreadable: string;
  example: string;
  presets: Record<PresetName, string>;
  own: string;
  notes: Record<PresetName, string>;
  jump: string;
  alpha: string;
  loss: string;
  lossFunction: string;
  losses: Record<'squaredError' | 'softmaxCrossEntropy', string>;
  update: string;
  updateMany: string;
  round: string;
  diverged: string;
  notFinite: string;
  targetsOff: string;
  sample: string;
  edit: string;
  layers: string;
  units: string;
  activation: string;
  activations: Record<Choosable | 'softmax', string>;
  layerName: string;
  lossCurve: string;
  keys: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    input: '输入',
    hidden: '隐藏 {l}',
    output: '输出',
    target: '目标',
    diagram: '网络图',
    stepOf: '第 {n} 步，共 {all} 步',
    start: '还没有开始',
    phase: { forward: '前向', loss: '损失', backward: '反向', gradient: '梯度' },
    atLayer: '第 {l} 层',
    says: {
      z: '加权和：每个输入乘以它那条边上的权重，全部相加，再加上偏置。',
      a: '激活函数把加权和变成激活值，送往下一层。',
      loss: '输出与目标相差多少，压成一个数。往回走就从这里开始。',
      dLdaOutput: '损失对这个输出有多敏感：输出减目标。',
      dLdaHidden: '这个单元通过 {n} 个接收者影响损失。每个接收者给出自己的 δ，按权重加起来。',
      fprime: '激活函数在这里的斜率：越平，能传回去的越少。',
      delta: '两个因子相乘，就是损失对加权和的斜率 δ。',
      deltaFused: 'softmax 与交叉熵合在一起，δ 就是输出减目标。',
      deltaSoftmax: 'softmax 的每个输出都依赖所有的 z，所以这里要把所有路径加起来。',
      dW: '权重的梯度：接收者的 δ 乘以发送者的激活值。',
      db: '偏置的梯度就是 δ 本身。',
    },
    dead: '这里的斜率是 0：这个单元对这个样本没有反应，经过它什么也传不回去。',
    intro: '点“下一步”，从第一个加权和算起。',
    predict: '先猜再看',
    yourPrediction: '你算出的值',
    check: '核对',
    show: '直接显示',
    right: '对。',
    off: '还差 {by}。看看公式里的每个因子。',
    slips: {
      sign: '数值对了，符号反了。',
      'no-bias': '好像忘了加偏置。',
      'not-activated': '这是加权和 z，还要经过激活函数。',
      'no-slope': '这是损失对激活值的斜率，还要乘以激活函数的斜率 f′(z)。',
      'first-listener': '只算了第一个接收者，其余的也要加上。',
      squared: '这是损失里的那一项，这里要的是它的斜率：输出减目标。',
      'no-half': '忘了前面的 ½。',
      'forgot-delta': '这是激活值，还要乘以接收者的 δ。',
    },
    unreadable: '“{text}”不是一个数。',
    example: '例子',
    presets: {
      mazur: '2–2–2，Sigmoid（Mazur 2015）',
      'dead-relu': '2–3–1，ReLU，有一个坏死的单元',
      xor: '2–2–1，异或',
      softmax: '2–2–3，softmax 与交叉熵',
    },
    own: '你自己的网络',
    notes: {
      mazur:
        'Matt Mazur 2015 年文章里的网络。他公布的损失是 0.298371109，更新后第一个输出权重是 0.35891648；他没有更新偏置，这里也更新偏置，所以第二轮起与他的数不同。',
      'dead-relu': '第二个隐藏单元的加权和是负的，ReLU 把它截成 0：看看它的 δ 和梯度。',
      xor: '四个样本轮流上场，每更新一次换下一个。',
      softmax: '输出是三个概率，加起来等于 1；目标是第二类。',
    },
    jump: '跳到',
    alpha: '学习率 α',
    loss: '损失',
    lossFunction: '损失函数',
    losses: { squaredError: '平方误差', softmaxCrossEntropy: 'softmax + 交叉熵' },
    update: '更新参数，再来一遍',
    updateMany: '更新 50 遍',
    round: '已更新 {n} 次',
    diverged: '第 {n} 次更新时数值发散了：学习率 {alpha} 对这个网络太大。参数停在发散之前。',
    notFinite: '这些数太大，算出来的结果已经超出计算机能表示的范围。把其中一些改小。',
    targetsOff:
      '交叉熵的目标应当是概率：不小于 0，加起来等于 1。现在不是，所以 δ = a − y 与有限差分对不上。',
    sample: '样本',
    edit: '改数',
    layers: '层数',
    units: '单元数',
    activation: '激活函数',
    activations: {
      sigmoid: 'Sigmoid',
      tanh: 'tanh',
      relu: 'ReLU',
      identity: '恒等',
      softmax: 'softmax',
    },
    layerName: '第 {l} 层',
    lossCurve: '每次更新前的损失',
    keys: '左右方向键走一步，Home 和 End 到两头。',
  },
  en: {
    input: 'input',
    hidden: 'hidden {l}',
    output: 'output',
    target: 'target',
    diagram: 'Diagram of the network',
    stepOf: 'Step {n} of {all}',
    start: 'Not started',
    phase: { forward: 'forward', loss: 'loss', backward: 'backward', gradient: 'gradients' },
    atLayer: 'layer {l}',
    says: {
      z: 'The weighted sum: each input times the weight on its edge, all added up, plus the bias.',
      a: 'The activation function turns the sum into the activation that the next layer receives.',
      loss: 'How far the outputs are from the targets, in one number. The way back starts here.',
      dLdaOutput: 'How sensitive the loss is to this output: output minus target.',
      dLdaHidden:
        'This unit reaches the loss through {n} listeners. Each brings its own δ, and the weights say how much of it counts.',
      fprime: 'The slope of the activation function here: the flatter, the less travels back.',
      delta: 'The two factors together: δ, the slope of the loss by the weighted sum.',
      deltaFused: 'Softmax and cross-entropy together leave output minus target.',
      deltaSoftmax: 'Every softmax output depends on every z, so all the paths add up here.',
      dW: 'The gradient of a weight: δ of the unit that receives times the activation that is sent.',
      db: 'The gradient of a bias is δ itself.',
    },
    dead: 'The slope here is 0: this unit does not respond to this sample, and nothing travels back through it.',
    intro: 'Press Next and begin with the first weighted sum.',
    predict: 'Predict first',
    yourPrediction: 'Your value',
    check: 'Check',
    show: 'Show it',
    right: 'Right.',
    off: 'Off by {by}. Look at each factor of the formula.',
    slips: {
      sign: 'The size is right, the sign is not.',
      'no-bias': 'The bias seems to be missing.',
      'not-activated': 'That is the sum z; it still has to go through the activation function.',
      'no-slope':
        'That is the slope by the activation; the slope f′(z) of the activation function is still missing.',
      'first-listener': 'That counts the first listener only; the others add to it.',
      squared: 'That is the term of the loss; here its slope is wanted: output minus target.',
      'no-half': 'The ½ in front is missing.',
      'forgot-delta': 'That is the activation; it is still to be multiplied by δ of the receiver.',
    },
    unreadable: '“{text}” is not a number.',
    example: 'Example',
    presets: {
      mazur: '2–2–2, sigmoid (Mazur 2015)',
      'dead-relu': '2–3–1, ReLU with a dead unit',
      xor: '2–2–1, XOR',
      softmax: '2–2–3, softmax and cross-entropy',
    },
    own: 'your own network',
    notes: {
      mazur:
        'The network of Matt Mazur’s article of 2015. He published a loss of 0.298371109 and, after the update, a first output weight of 0.35891648. He leaves the biases as they are; here they learn too, so from the second round on the numbers differ from his.',
      'dead-relu':
        'The second hidden unit has a negative sum, which ReLU cuts to 0: look at its δ and its gradients.',
      xor: 'Four samples take turns: each update moves on to the next.',
      softmax:
        'The outputs are three probabilities that add up to 1; the target is the second class.',
    },
    jump: 'Jump to',
    alpha: 'Learning rate α',
    loss: 'Loss',
    lossFunction: 'Loss function',
    losses: { squaredError: 'squared error', softmaxCrossEntropy: 'softmax + cross-entropy' },
    update: 'Apply the update, go round again',
    updateMany: '50 updates',
    round: 'Updates so far: {n}',
    diverged:
      'At update {n} the numbers diverged: a learning rate of {alpha} is too large for this network. The parameters stay as they were before.',
    notFinite:
      'These numbers are so large that a result is beyond what the computer can hold. Make some of them smaller.',
    targetsOff:
      'The targets of cross-entropy should be probabilities: none negative, adding up to 1. They are not, so δ = a − y disagrees with finite differences.',
    sample: 'Sample',
    edit: 'Change the numbers',
    layers: 'Layers',
    units: 'Units',
    activation: 'Activation',
    activations: {
      sigmoid: 'sigmoid',
      tanh: 'tanh',
      relu: 'ReLU',
      identity: 'identity',
      softmax: 'softmax',
    },
    layerName: 'Layer {l}',
    lossCurve: 'Loss before each update',
    keys: 'Arrow keys left and right move one step, Home and End to either end.',
  },
};
