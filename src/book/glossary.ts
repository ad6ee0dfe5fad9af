import type { Text } from './languages';

/** A word of the book in both languages, with a definition that needs no other page. */
export interface GlossaryEntry {
  id: string;
  term: Text;
  /** One or two plain sentences. */
  definition: Text;
  /** Slug of the chapter that introduces the word. */
  chapter: string;
}

const first = 'what-is-a-neural-network';
const chapter = 'forward-and-backward';
const activations = 'activation-functions';

const entries = [
  {
    id: 'neural-network',
    term: { zh: '神经网络', en: 'neural network' },
    definition: {
      zh: '许多单元一层接一层连起来：每层的激活值是下一层的输入。',
      en: 'Units connected layer after layer: the activations of each layer are the inputs of the next.',
    },
    chapter: first,
  },
  {
    id: 'step-function',
    term: { zh: '阶跃函数', en: 'step function' },
    definition: {
      zh: '最早的激活函数：加权和为正就回答 1，否则回答 0，中间没有过渡。',
      en: 'The oldest activation function: 1 where the weighted sum is positive, else 0, with nothing in between.',
    },
    chapter: first,
  },
  {
    id: 'decision-boundary',
    term: { zh: '决策边界', en: 'decision boundary' },
    definition: {
      zh: '输入空间里，回答由一种变成另一种的地方。单独一个单元的边界是直的。',
      en: 'The places among all possible inputs where the answer changes from one to the other. That of a single unit is straight.',
    },
    chapter: first,
  },
  {
    id: 'perceptron',
    term: { zh: '感知机', en: 'perceptron' },
    definition: {
      zh: '用阶跃函数的单个单元，连同它“错了才改”的学习规则。',
      en: 'A single unit with a step function, together with its rule of learning from mistakes only.',
    },
    chapter: first,
  },
  {
    id: 'logistic-regression',
    term: { zh: '逻辑回归', en: 'logistic regression' },
    definition: {
      zh: '用 Sigmoid 的单个单元，回答当作概率。名字里有“回归”，做的却是分类。',
      en: 'A single unit with a sigmoid, whose answer is read as a probability. In spite of its name it classifies.',
    },
    chapter: first,
  },
  {
    id: 'linearly-separable',
    term: { zh: '线性可分', en: 'linearly separable' },
    definition: {
      zh: '两类点能被一条直线（输入更多时是一个平面）完全分开。',
      en: 'Two kinds of points are so if one straight line (with more inputs, one plane) has all of each kind on its own side.',
    },
    chapter: first,
  },
  {
    id: 'relu',
    term: { zh: 'ReLU', en: 'ReLU' },
    definition: {
      zh: '修正线性单元：正数不变，负数变成 0 的激活函数。',
      en: 'Rectified linear unit: the activation function that leaves positive numbers as they are and turns negative ones into 0.',
    },
    chapter: first,
  },
  {
    id: 'universal-approximation',
    term: { zh: '万能近似', en: 'universal approximation' },
    definition: {
      zh: '只要单元足够多，一个隐藏层就能任意接近有界区域上的任何连续函数。它没有说要多少单元，也没有说学不学得会。',
      en: 'With enough units, one hidden layer comes as close as you like to any continuous function on a bounded region. How many units that takes, and whether training finds them, is not said.',
    },
    chapter: first,
  },
  {
    id: 'unit',
    term: { zh: '单元', en: 'unit' },
    definition: {
      zh: '网络里最小的计算步骤：把输入加权求和，加上偏置，再通过激活函数。也叫神经元、结点。',
      en: 'The smallest calculator in a network: it weighs its inputs, adds a bias and passes the sum through an activation function. Also called neuron or node.',
    },
    chapter: first,
  },
  {
    id: 'weight',
    term: { zh: '权重', en: 'weight' },
    definition: {
      zh: '一条连接上的乘数：发送单元的激活值乘上它，再进入接收单元的和。',
      en: 'The factor on a connection: the sender’s activation is multiplied by it on the way to the receiver.',
    },
    chapter: first,
  },
  {
    id: 'bias',
    term: { zh: '偏置', en: 'bias' },
    definition: {
      zh: '单元在加权求和之后再加上的一个数，与输入无关。',
      en: 'The number a unit adds to its weighted sum, whatever the inputs are.',
    },
    chapter: first,
  },
  {
    id: 'weighted-sum',
    term: { zh: '加权和', en: 'weighted sum' },
    definition: {
      zh: '各输入乘以权重后相加，再加偏置；记作 z。它还没有经过激活函数。',
      en: 'Inputs times weights, added up, plus the bias; written z. It has not yet passed through the activation function.',
    },
    chapter: first,
  },
  {
    id: 'activation-function',
    term: { zh: '激活函数', en: 'activation function' },
    definition: {
      zh: '把加权和变成激活值的函数，例如 Sigmoid、tanh、ReLU。没有它，多层网络和一层一样。',
      en: 'The function that turns a weighted sum into an activation, such as the sigmoid, tanh or ReLU. Without it, many layers could do no more than one.',
    },
    chapter: first,
  },
  {
    id: 'sigmoid',
    term: { zh: 'Sigmoid', en: 'sigmoid' },
    definition: {
      zh: '一条 S 形曲线，把任意数变成 0 与 1 之间的数。',
      en: 'An S-shaped curve that turns any number into one between 0 and 1.',
    },
    chapter: first,
  },
  {
    id: 'activation',
    term: { zh: '激活值', en: 'activation' },
    definition: {
      zh: '单元给出的数，记作 a；它是下一层的输入。',
      en: 'The number a unit gives out, written a; the next layer takes it in.',
    },
    chapter: first,
  },
  {
    id: 'layer',
    term: { zh: '层', en: 'layer' },
    definition: {
      zh: '一组并排的单元，它们接收同样的输入，彼此不相连。',
      en: 'A group of units side by side that take in the same numbers and are not connected to each other.',
    },
    chapter: first,
  },
  {
    id: 'input-layer',
    term: { zh: '输入层', en: 'input layer' },
    definition: {
      zh: '第 0 层。它不计算，只存放输入。',
      en: 'Layer 0. It computes nothing; it holds the input.',
    },
    chapter: first,
  },
  {
    id: 'hidden-layer',
    term: { zh: '隐藏层', en: 'hidden layer' },
    definition: {
      zh: '输入层与输出层之间的层。训练数据没有规定这些单元应当取什么值。',
      en: 'A layer between input and output. The training data never say what its values should be.',
    },
    chapter: first,
  },
  {
    id: 'output-layer',
    term: { zh: '输出层', en: 'output layer' },
    definition: {
      zh: '最后一层，即第 L 层；它的激活值就是网络的回答。',
      en: 'The last layer, number L; its activations are the network’s answer.',
    },
    chapter: first,
  },
  {
    id: 'forward-pass',
    term: { zh: '前向计算', en: 'forward pass' },
    definition: {
      zh: '从输入层到输出层，逐层算出所有加权和与激活值。',
      en: 'Computing every weighted sum and activation, layer by layer, from input to output.',
    },
    chapter,
  },
  {
    id: 'sample',
    term: { zh: '样本', en: 'sample' },
    definition: {
      zh: '一个输入，连同它应有的输出。',
      en: 'One input together with the output it should have.',
    },
    chapter: first,
  },
  {
    id: 'mini-batch',
    term: { zh: '小批量', en: 'mini-batch' },
    definition: {
      zh: '一次一起送进网络的若干个样本。',
      en: 'A handful of samples that go through the network together.',
    },
    chapter,
  },
  {
    id: 'target',
    term: { zh: '目标值', en: 'target' },
    definition: {
      zh: '希望网络对某个输入给出的数，记作 y。',
      en: 'The number the network should have given for an input, written y.',
    },
    chapter: first,
  },
  {
    id: 'loss',
    term: { zh: '损失', en: 'loss' },
    definition: {
      zh: '一个数，表示网络的回答离目标值有多远；越小越好。',
      en: 'One number that says how far the answer is from the target; smaller is better.',
    },
    chapter,
  },
  {
    id: 'squared-error',
    term: { zh: '平方误差', en: 'squared error' },
    definition: {
      zh: '各输出与目标值之差的平方和，再乘二分之一。',
      en: 'Half the sum of the squared differences between outputs and targets.',
    },
    chapter,
  },
  {
    id: 'cross-entropy',
    term: { zh: '交叉熵', en: 'cross-entropy' },
    definition: {
      zh: '分类常用的损失：正确类别所得概率的对数，取相反数。',
      en: 'The usual loss for classification: minus the logarithm of the probability given to the right class.',
    },
    chapter,
  },
  {
    id: 'softmax',
    term: { zh: 'softmax', en: 'softmax' },
    definition: {
      zh: '把一层的加权和变成一组概率的激活函数：每个数为正，总和为 1。',
      en: 'The activation function that turns a layer’s sums into probabilities: each is positive and together they make 1.',
    },
    chapter,
  },
  {
    id: 'parameter',
    term: { zh: '参数', en: 'parameter' },
    definition: {
      zh: '训练可以改动的数：全部权重和偏置。',
      en: 'A number that training may change: any weight or bias.',
    },
    chapter: first,
  },
  {
    id: 'derivative',
    term: { zh: '偏导数', en: 'partial derivative' },
    definition: {
      zh: '只动一个数，其余不动，结果变化多快：变化量之比在步子趋于零时的极限。',
      en: 'How fast a result changes when one number moves and the others stay: the limit of the ratio of the two changes as the step shrinks to zero.',
    },
    chapter,
  },
  {
    id: 'gradient',
    term: { zh: '梯度', en: 'gradient' },
    definition: {
      zh: '损失对所有参数的偏导数，合在一起。',
      en: 'The partial derivatives of the loss with respect to all parameters, taken together.',
    },
    chapter,
  },
  {
    id: 'finite-difference',
    term: { zh: '有限差分', en: 'finite difference' },
    definition: {
      zh: '真的把一个数挪动一小步，用变化量之比来估计导数。',
      en: 'An estimate of a derivative: really move a number by a small step and divide the change of the result by the step.',
    },
    chapter,
  },
  {
    id: 'error',
    term: { zh: '误差项', en: 'error' },
    definition: {
      zh: '损失对某个单元的加权和的偏导数，记作 δ。',
      en: 'The partial derivative of the loss with respect to a unit’s weighted sum, written δ.',
    },
    chapter,
  },
  {
    id: 'chain-rule',
    term: { zh: '链式法则', en: 'chain rule' },
    definition: {
      zh: '变化一环传一环，变化率相乘；有几条路可走，各路的乘积相加。',
      en: 'Where a change is handed on from link to link, the rates multiply; where there are several ways, the products add up.',
    },
    chapter,
  },
  {
    id: 'backpropagation',
    term: { zh: '反向传播', en: 'backpropagation' },
    definition: {
      zh: '从输出层往回逐层求误差项，再由误差项得到全部梯度的算法。',
      en: 'The algorithm that finds every unit’s error layer by layer from the output back, and from the errors all gradients.',
    },
    chapter,
  },
  {
    id: 'gradient-check',
    term: { zh: '梯度检验', en: 'gradient check' },
    definition: {
      zh: '逐个参数地把反向传播求得的梯度与有限差分对照，查出写错的地方。',
      en: 'Comparing the gradients of backpropagation with finite differences, parameter by parameter, to find what was programmed wrongly.',
    },
    chapter,
  },
  {
    id: 'elementwise-product',
    term: { zh: '逐元素乘积', en: 'elementwise product' },
    definition: {
      zh: '两个形状相同的向量或矩阵，对应位置的数相乘；记作 ⊙。',
      en: 'Two vectors or matrices of the same shape multiplied entry by entry; written ⊙.',
    },
    chapter,
  },
  {
    id: 'transpose',
    term: { zh: '转置', en: 'transpose' },
    definition: {
      zh: '把矩阵的行变成列、列变成行；记作 ⊤。',
      en: 'A matrix with its rows written as columns; marked ⊤.',
    },
    chapter,
  },
  {
    id: 'learning-rate',
    term: { zh: '学习率', en: 'learning rate' },
    definition: {
      zh: '每次更新时，梯度乘上的步长，记作 α。',
      en: 'The factor on the gradient in an update, the length of the stride; written α.',
    },
    chapter,
  },
  {
    id: 'sgd',
    term: { zh: '随机梯度下降', en: 'stochastic gradient descent' },
    definition: {
      zh: '反复随机取一个小批量，算出梯度，让每个参数朝损失减小的方向走一小步。简称 SGD。',
      en: 'Over and over: draw a mini-batch at random, compute the gradient, and move every parameter a little against it. SGD for short.',
    },
    chapter,
  },
  {
    id: 'computation-graph',
    term: { zh: '计算图', en: 'computation graph' },
    definition: {
      zh: '把一次计算画成图：每个中间结果是一个结点，箭头指向用到它的地方。',
      en: 'A computation drawn as a graph: a node for every intermediate result, an arrow to wherever it is used.',
    },
    chapter,
  },
  {
    id: 'reverse-mode',
    term: { zh: '反向模式', en: 'reverse mode' },
    definition: {
      zh: '沿计算图从结果往回走，每个结点只处理一次，求出结果对所有输入的导数。',
      en: 'Walking a computation graph from the result back, each node once, to get the derivatives with respect to every input.',
    },
    chapter,
  },
  {
    id: 'initialisation',
    term: { zh: '初始化', en: 'initialisation' },
    definition: {
      zh: '训练开始之前，给每个参数一个初值。',
      en: 'Giving every parameter its first value before training begins.',
    },
    chapter: 'parameter-initialisation',
  },
  {
    id: 'symmetry',
    term: { zh: '对称', en: 'symmetry' },
    definition: {
      zh: '几个单元的参数完全相同，因此谁也不能与别人不同。随机的初值打破它。',
      en: 'Units whose parameters are exactly alike, so that none can become different from the others. Random first values break it.',
    },
    chapter: 'parameter-initialisation',
  },
  {
    id: 'expected-value',
    term: { zh: '期望', en: 'expected value' },
    definition: {
      zh: '一个随机数在所有情形下的平均，每种情形按概率计入；记作 E。',
      en: 'The mean of a random number over all cases, each counted by its probability; written E.',
    },
    chapter: 'parameter-initialisation',
  },
  {
    id: 'variance',
    term: { zh: '方差', en: 'variance' },
    definition: {
      zh: '随机数到期望的距离，平方以后再取期望；记作 Var。',
      en: 'The expected squared distance of a random number from its expected value; written Var.',
    },
    chapter: 'parameter-initialisation',
  },
  {
    id: 'standard-deviation',
    term: { zh: '标准差', en: 'standard deviation' },
    definition: {
      zh: '方差的平方根，记作 σ：随机数通常离期望有多远。',
      en: 'The root of the variance, written σ: how far a random number usually lies from its expected value.',
    },
    chapter: 'parameter-initialisation',
  },
  {
    id: 'independent',
    term: { zh: '独立', en: 'independent' },
    definition: {
      zh: '知道其中一个随机数的值，丝毫无助于猜中另一个。',
      en: 'Of random numbers: knowing one says nothing about the other.',
    },
    chapter: 'parameter-initialisation',
  },
  {
    id: 'fan-in',
    term: { zh: '扇入', en: 'fan-in' },
    definition: {
      zh: '一个单元有多少个输入，也就是前一层的单元数。',
      en: 'The number of inputs of a unit: the units of the layer before.',
    },
    chapter: 'parameter-initialisation',
  },
  {
    id: 'fan-out',
    term: { zh: '扇出', en: 'fan-out' },
    definition: {
      zh: '一层有多少个输出；对前一层的单元来说，就是听众的个数。',
      en: 'The number of outputs of a layer: how many listeners a unit of the layer before has.',
    },
    chapter: 'parameter-initialisation',
  },
  {
    id: 'normal-distribution',
    term: { zh: '正态分布', en: 'normal distribution' },
    definition: {
      zh: '钟形的分布：靠近期望的值最常见，越远越少。由期望与方差决定。',
      en: 'The bell-shaped distribution: values near the expected one are common, far ones rare. Fixed by expected value and variance.',
    },
    chapter: 'parameter-initialisation',
  },
  {
    id: 'uniform-distribution',
    term: { zh: '均匀分布', en: 'uniform distribution' },
    definition: {
      zh: '两个端点之间的每个值都同样可能，端点之外不可能。',
      en: 'Every value between two ends is equally likely, and none beyond.',
    },
    chapter: 'parameter-initialisation',
  },
  {
    id: 'xavier-initialisation',
    term: { zh: 'Xavier 初始化', en: 'Xavier initialisation' },
    definition: {
      zh: '权重的方差取 2/(输入个数 + 输出个数)，兼顾前向的信号和反向的梯度。也叫 Glorot 初始化。',
      en: 'Weights with the variance 2/(inputs + outputs), a compromise between signals going forward and gradients going back. Also called Glorot initialisation.',
    },
    chapter: 'parameter-initialisation',
  },
  {
    id: 'he-initialisation',
    term: { zh: 'He 初始化', en: 'He initialisation' },
    definition: {
      zh: '权重的方差取 2/输入个数，补上 ReLU 丢掉的一半。也叫 Kaiming 初始化。',
      en: 'Weights with the variance 2/inputs, which makes up for the half that ReLU loses. Also called Kaiming initialisation.',
    },
    chapter: 'parameter-initialisation',
  },
  {
    id: 'class',
    term: { zh: '类别', en: 'class' },
    definition: {
      zh: '样本要归入的种类之一。分类网络的每个输出对应一个类别。',
      en: 'One of the kinds among which a sample is to be placed. A network that classifies has one output for each.',
    },
    chapter: 'cross-entropy',
  },
  {
    id: 'surprise',
    term: { zh: '惊讶度', en: 'surprise' },
    definition: {
      zh: '一件事发生之前，认为它有多大概率，就取那个概率的对数的相反数。概率是 1 时为 0，概率越小越大。',
      en: 'Minus the logarithm of the probability that was given to what then happened: 0 for a certainty, and the larger the less it was expected.',
    },
    chapter: 'cross-entropy',
  },
  {
    id: 'likelihood',
    term: { zh: '似然', en: 'likelihood' },
    definition: {
      zh: '把模型给全部观测结果的概率看成参数的函数，就叫似然。',
      en: 'The probability that a model gives to everything that was observed, seen as a function of its parameters.',
    },
    chapter: 'cross-entropy',
  },
  {
    id: 'maximum-likelihood',
    term: { zh: '最大似然', en: 'maximum likelihood' },
    definition: {
      zh: '选参数的一种原则：让观测到的数据在模型看来概率最大。',
      en: 'A principle for choosing parameters: make what was observed as probable as possible.',
    },
    chapter: 'cross-entropy',
  },
  {
    id: 'one-hot',
    term: { zh: '独热编码', en: 'one-hot' },
    definition: {
      zh: '用一列数表示一个类别：那个类别的位置是 1，其余全是 0。',
      en: 'A class written as a column of numbers: 1 in its own place and 0 in all others.',
    },
    chapter: 'cross-entropy',
  },
  {
    id: 'entropy',
    term: { zh: '熵', en: 'entropy' },
    definition: {
      zh: '平均的惊讶度：结果按某组概率出现，而且对方知道这组概率。概率越均匀，熵越大。',
      en: 'The average surprise at outcomes that have certain probabilities, for one who knows these. The more even they are, the larger it is.',
    },
    chapter: 'cross-entropy',
  },
  {
    id: 'kl-divergence',
    term: { zh: 'KL 散度', en: 'Kullback–Leibler divergence' },
    definition: {
      zh: '用一组概率去代替真实的那组概率，平均要多付出多少惊讶度。不会是负数，两组相同时为 0。',
      en: 'How much surprise one pays on top, on average, for believing other probabilities than the true ones. Never negative; 0 where the two agree.',
    },
    chapter: 'cross-entropy',
  },
  {
    id: 'logit',
    term: { zh: 'logit', en: 'logit' },
    definition: {
      zh: '输出层的加权和，还没有经过 softmax 或 Sigmoid。它可以是任何数。',
      en: 'A weighted sum of the output layer before softmax or sigmoid. It may be any number.',
    },
    chapter: activations,
  },
  {
    id: 'jacobian',
    term: { zh: '雅可比矩阵', en: 'Jacobian' },
    definition: {
      zh: '若干个输出对若干个输入的全部偏导数排成的矩阵：每个输出一行，每个输入一列。',
      en: 'All partial derivatives of several outputs by several inputs as a matrix: a row for each output, a column for each input.',
    },
    chapter: activations,
  },
  {
    id: 'binary-cross-entropy',
    term: { zh: '二元交叉熵', en: 'binary cross-entropy' },
    definition: {
      zh: '每个输出回答一个是非题时用的损失：目标是 1 就取 a 的负对数，目标是 0 就取 1 − a 的负对数。',
      en: 'The loss for outputs that each answer yes or no: minus the logarithm of a where the target is 1, and of 1 − a where it is 0.',
    },
    chapter: 'cross-entropy',
  },
  {
    id: 'saturation',
    term: { zh: '饱和', en: 'saturation' },
    definition: {
      zh: '单元的加权和离 0 很远，激活函数在那里几乎是平的，斜率接近 0。',
      en: 'A unit’s weighted sum is so far from 0 that its activation function is almost flat there and has a slope near 0.',
    },
    chapter: activations,
  },
  {
    id: 'overflow',
    term: { zh: '溢出', en: 'overflow' },
    definition: {
      zh: '计算结果大得超出计算机能表示的范围，变成“无穷大”。',
      en: 'A result too large for the computer’s numbers: it becomes infinity.',
    },
    chapter: activations,
  },
  {
    id: 'log-sum-exp',
    term: { zh: 'log-sum-exp', en: 'log-sum-exp' },
    definition: {
      zh: '若干个数的指数之和的对数。先减去最大的一个，算完再加回来，就不会溢出。',
      en: 'The logarithm of a sum of exponentials. It cannot overflow if the largest exponent is subtracted first and added back after.',
    },
    chapter: 'cross-entropy',
  },
  {
    id: 'vanishing-gradient',
    term: { zh: '梯度消失', en: 'vanishing gradient' },
    definition: {
      zh: '误差项往回走时，每层都乘上小于 1 的因子，走到靠前的层几乎什么都不剩，那里的权重就不动了。',
      en: 'On its way back the error is multiplied by factors under 1, layer after layer, until almost nothing is left and the early weights stand still.',
    },
    chapter: 'vanishing-and-exploding-gradients',
  },
  {
    id: 'exploding-gradient',
    term: { zh: '梯度爆炸', en: 'exploding gradient' },
    definition: {
      zh: '误差项往回走时，每层都乘上大于 1 的因子，梯度大到一步更新就把权重抛到很远。',
      en: 'The factors on the way back are larger than 1, and the gradient becomes so large that one update throws the weights far away.',
    },
    chapter: 'vanishing-and-exploding-gradients',
  },
  {
    id: 'divergence',
    term: { zh: '发散', en: 'divergence' },
    definition: {
      zh: '训练中损失不降反升，越来越大，直到不再是有意义的数。',
      en: 'In training: the loss grows without bound until it is no longer a number that means anything.',
    },
    chapter: 'vanishing-and-exploding-gradients',
  },
  {
    id: 'norm',
    term: { zh: '范数', en: 'norm' },
    definition: {
      zh: '一列数的长度：各个数的平方之和，再开方。矩阵的范数，是把所有元素排成一列来求。',
      en: 'The length of a column of numbers: the root of the sum of their squares. For a matrix, all its entries count as one column.',
    },
    chapter: 'vanishing-and-exploding-gradients',
  },
  {
    id: 'gradient-clipping',
    term: { zh: '梯度截断', en: 'gradient clipping' },
    definition: {
      zh: '更新之前把太大的梯度缩小：按值是把每个分量压进一个范围，按范数是把整个梯度缩到一定长度。',
      en: 'Making too large a gradient smaller before the update: by value, each component is brought into a range; by norm, the whole gradient is scaled to a length.',
    },
    chapter: 'vanishing-and-exploding-gradients',
  },
  {
    id: 'residual-connection',
    term: { zh: '残差连接', en: 'residual connection' },
    definition: {
      zh: '把一层的输入绕过它，直接加到它的输出上。误差项因此有一条不被缩小的路。',
      en: 'The input of a layer is added to its output, past the layer itself. The error has a way on which nothing shrinks it.',
    },
    chapter: 'vanishing-and-exploding-gradients',
  },
  {
    id: 'tanh',
    term: { zh: 'tanh', en: 'tanh' },
    definition: {
      zh: '双曲正切，一条 S 形曲线，值在 −1 与 1 之间。',
      en: 'The hyperbolic tangent: an S-shaped curve with values between −1 and 1.',
    },
    chapter: activations,
  },
  {
    id: 'leaky-relu',
    term: { zh: 'Leaky ReLU', en: 'Leaky ReLU' },
    definition: {
      zh: '负数不变成 0，而是乘以一个小的正数，所以斜率从不为 0。',
      en: 'A ReLU that multiplies negative numbers by a small positive one instead of dropping them, so that its slope is never 0.',
    },
    chapter: activations,
  },
  {
    id: 'dead-unit',
    term: { zh: '坏死的单元', en: 'dead unit' },
    definition: {
      zh: '对训练数据里的每个样本，加权和都是负数的 ReLU 单元。它的梯度恒为 0，自己再也学不动。',
      en: 'A ReLU unit whose sum is negative for every sample of the training data. Its gradient is 0, and it cannot learn by itself any more.',
    },
    chapter: activations,
  },
  {
    id: 'temperature',
    term: { zh: '温度', en: 'temperature' },
    definition: {
      zh: '加权和进入 softmax 之前除以的正数 T：大则概率平均，小则集中。',
      en: 'A positive number T by which sums are divided before softmax: large evens the probabilities out, small sharpens them.',
    },
    chapter: activations,
  },
  {
    id: 'shift-invariance',
    term: { zh: '平移不变', en: 'shift invariance' },
    definition: {
      zh: '所有输入同加一个数，输出不变。',
      en: 'Adding one number to all inputs changes no output.',
    },
    chapter: activations,
  },
  {
    id: 'overfitting',
    term: { zh: '过拟合', en: 'overfitting' },
    definition: {
      zh: '网络把训练样本连同其中的噪声一起学了下来，在没见过的样本上反而变差。',
      en: 'A network has learned its training samples together with their noise, and does worse on samples it has not seen.',
    },
    chapter: 'overfitting',
  },
  {
    id: 'underfitting',
    term: { zh: '欠拟合', en: 'underfitting' },
    definition: {
      zh: '连训练样本都没有学好：模型太弱，限制太强，或者训练得不够。',
      en: 'Not even the training samples are learned well: the model is too weak, too restricted, or not trained long enough.',
    },
    chapter: 'overfitting',
  },
  {
    id: 'generalisation',
    term: { zh: '泛化', en: 'generalisation' },
    definition: {
      zh: '学到的东西在没见过的样本上也管用。',
      en: 'What was learned holds for samples that were not seen.',
    },
    chapter: 'overfitting',
  },
  {
    id: 'training-set',
    term: { zh: '训练集', en: 'training set' },
    definition: {
      zh: '用来算梯度、更新权重的那些样本。',
      en: 'The samples from which gradients are computed and weights updated.',
    },
    chapter: 'overfitting',
  },
  {
    id: 'validation-set',
    term: { zh: '验证集', en: 'validation set' },
    definition: {
      zh: '不参与训练、专门用来检查泛化和挑选设置的样本。',
      en: 'Samples kept out of training, to check generalisation and to choose settings by.',
    },
    chapter: 'overfitting',
  },
  {
    id: 'test-set',
    term: { zh: '测试集', en: 'test set' },
    definition: {
      zh: '最后只用一次的样本，用来估计成品究竟有多好；挑选设置时不能看它。',
      en: 'Samples used once, at the end, to estimate how good the result is; no setting may be chosen by them.',
    },
    chapter: 'overfitting',
  },
  {
    id: 'regularisation',
    term: { zh: '正则化', en: 'regularisation' },
    definition: {
      zh: '一切为了更好地泛化、而不是为了更好地拟合训练样本而加的限制。',
      en: 'Any restriction that is added for better generalisation, not for a better fit to the training samples.',
    },
    chapter: 'overfitting',
  },
  {
    id: 'dropout',
    term: { zh: '随机失活（dropout）', en: 'dropout' },
    definition: {
      zh: '训练时每次随机关掉一部分单元，测试时全部打开。',
      en: 'In training, some units are turned off at random each time; at test time all are on.',
    },
    chapter: 'overfitting',
  },
  {
    id: 'mask',
    term: { zh: '掩码', en: 'mask' },
    definition: {
      zh: '与激活值同样形状的一组 0 和 1，说明哪些单元关着、哪些开着。',
      en: 'Zeros and ones in the shape of the activations, which say what units are off and on.',
    },
    chapter: 'overfitting',
  },
  {
    id: 'inverted-dropout',
    term: { zh: '反向缩放的 dropout', en: 'inverted dropout' },
    definition: {
      zh: '训练时就除以 1 − p，测试时什么也不用做。',
      en: 'Dropout that divides by 1 − p in training, so that nothing is to be done at test time.',
    },
    chapter: 'overfitting',
  },
  {
    id: 'ensemble',
    term: { zh: '集成', en: 'ensemble' },
    definition: {
      zh: '让许多网络各自作答，再取平均。',
      en: 'Many networks answer, and their answers are averaged.',
    },
    chapter: 'overfitting',
  },
  {
    id: 'co-adaptation',
    term: { zh: '共适应', en: 'co-adaptation' },
    definition: {
      zh: '一个单元只有在另外某几个单元也在时才有用，离了它们就错。',
      en: 'A unit is useful only together with certain others, and wrong without them.',
    },
    chapter: 'overfitting',
  },
  {
    id: 'l2-regularisation',
    term: { zh: 'L2 正则化', en: 'L2 regularisation' },
    definition: {
      zh: '在损失里加上全部权重的平方和，使权重保持较小。',
      en: 'The sum of all squared weights is added to the loss, to keep the weights small.',
    },
    chapter: 'overfitting',
  },
  {
    id: 'weight-decay',
    term: { zh: '权重衰减', en: 'weight decay' },
    definition: {
      zh: '每次更新都把权重按比例缩小一点。',
      en: 'With each update, every weight is made smaller by the same proportion.',
    },
    chapter: 'overfitting',
  },
  {
    id: 'early-stopping',
    term: { zh: '早停', en: 'early stopping' },
    definition: {
      zh: '验证损失不再下降就结束训练，并取回最好时的权重。',
      en: 'Training ends when the validation loss no longer falls, and the best weights are brought back.',
    },
    chapter: 'overfitting',
  },
  {
    id: 'data-augmentation',
    term: { zh: '数据增强', en: 'data augmentation' },
    definition: {
      zh: '用不改变答案的变换（翻转、平移、加噪声）造出更多训练样本。',
      en: 'More training samples are made by changes that leave the answer as it is: flips, shifts, noise.',
    },
    chapter: 'overfitting',
  },
  {
    id: 'batch-normalisation',
    term: { zh: '批规范化', en: 'batch normalisation' },
    definition: {
      zh: '对每个单元，用这一批样本的均值和标准差把它的加权和规范化，再乘上一个学出来的缩放、加上一个学出来的平移。简称 BN。',
      en: 'For each unit: its sums are normalised by their mean and standard deviation over the batch, then multiplied by a learned scale and moved by a learned shift. BN for short.',
    },
    chapter: 'batch-normalisation',
  },
  {
    id: 'inference',
    term: { zh: '推理', en: 'inference' },
    definition: {
      zh: '训练完成之后，用网络来回答：只有前向计算，参数不再改变。',
      en: 'Using the trained network to answer: forward passes only, and no parameter changes any more.',
    },
    chapter: 'batch-normalisation',
  },
  {
    id: 'running-average',
    term: { zh: '滑动平均', en: 'running average' },
    definition: {
      zh: '每来一个新数，就按固定的比例混进旧的平均里；越早的数，份量越小。',
      en: 'An average into which each new number is mixed in a fixed proportion; the older a number, the less it counts.',
    },
    chapter: 'batch-normalisation',
  },
  {
    id: 'internal-covariate-shift',
    term: { zh: '内部协变量偏移', en: 'internal covariate shift' },
    definition: {
      zh: '训练中前面的层在变，后面各层收到的数的分布也跟着变。批规范化最初就是为它而提出的。',
      en: 'While earlier layers learn, the distribution of what later layers receive changes too. Batch normalisation was first proposed against it.',
    },
    chapter: 'batch-normalisation',
  },
  {
    id: 'layer-normalisation',
    term: { zh: '层规范化', en: 'layer normalisation' },
    definition: {
      zh: '和批规范化同一个公式，但均值和方差取自一个样本在同一层的各个单元，与同批的样本无关。',
      en: 'The formula of batch normalisation with mean and variance over the units of a layer for one sample, whatever else is in the batch.',
    },
    chapter: 'batch-normalisation',
  },
  {
    id: 'gradient-descent',
    term: { zh: '梯度下降', en: 'gradient descent' },
    definition: {
      zh: '从所在的地方沿梯度的反方向走一小步，一遍遍重复。',
      en: 'Taking a small step against the gradient from where one is, over and over.',
    },
    chapter: 'optimisation',
  },
  {
    id: 'curvature',
    term: { zh: '曲率', en: 'curvature' },
    definition: {
      zh: '沿某个方向走时，斜率变化的快慢；损失在这个方向上的二阶导数。',
      en: 'How fast the slope changes along a direction: the second derivative of the loss there.',
    },
    chapter: 'optimisation',
  },
  {
    id: 'stationary-point',
    term: { zh: '驻点', en: 'stationary point' },
    definition: {
      zh: '梯度为零的点：极小值、极大值或者鞍点。',
      en: 'A point without gradient: a minimum, a maximum or a saddle point.',
    },
    chapter: 'optimisation',
  },
  {
    id: 'local-minimum',
    term: { zh: '局部极小值', en: 'local minimum' },
    definition: {
      zh: '周围所有的点都不比它低的点。',
      en: 'A point than which none nearby is lower.',
    },
    chapter: 'optimisation',
  },
  {
    id: 'saddle-point',
    term: { zh: '鞍点', en: 'saddle point' },
    definition: {
      zh: '梯度为零，但有的方向往上、有的方向往下的点。',
      en: 'A point without gradient from which some directions lead up and some down.',
    },
    chapter: 'optimisation',
  },
  {
    id: 'batch-size',
    term: { zh: '批大小', en: 'batch size' },
    definition: {
      zh: '一次更新里用到的样本数。',
      en: 'The number of samples used for one update.',
    },
    chapter: 'optimisation',
  },
  {
    id: 'epoch',
    term: { zh: '轮', en: 'epoch' },
    definition: {
      zh: '把全部训练样本用过一遍。',
      en: 'One pass through all training samples.',
    },
    chapter: 'optimisation',
  },
  {
    id: 'momentum',
    term: { zh: '动量', en: 'momentum' },
    definition: {
      zh: '更新按速度走，速度是过去梯度的和，越早的份额越小。',
      en: 'Updates follow a velocity, a sum of past gradients in which older ones count less.',
    },
    chapter: 'optimisation',
  },
  {
    id: 'nesterov-momentum',
    term: { zh: 'Nesterov 动量', en: 'Nesterov’s momentum' },
    definition: {
      zh: '动量法的一种：在速度将要带到的那一点上求梯度。',
      en: 'Momentum with the gradient taken at the point to which the velocity is about to lead.',
    },
    chapter: 'optimisation',
  },
  {
    id: 'adagrad',
    term: { zh: 'AdaGrad', en: 'AdaGrad' },
    definition: {
      zh: '每个参数的步长除以自己所有梯度平方和的平方根。',
      en: 'Each parameter’s step is divided by the root of the sum of its squared gradients.',
    },
    chapter: 'optimisation',
  },
  {
    id: 'rmsprop',
    term: { zh: 'RMSProp', en: 'RMSProp' },
    definition: {
      zh: '每个参数的步长除以自己近来梯度的均方根。',
      en: 'Each parameter’s step is divided by the root mean square of its recent gradients.',
    },
    chapter: 'optimisation',
  },
  {
    id: 'adam',
    term: { zh: 'Adam', en: 'Adam' },
    definition: {
      zh: '梯度的滑动平均，除以梯度平方的滑动平均的平方根，两者都修正了开头的偏差。',
      en: 'The running mean of gradients over the root of that of their squares, both corrected for their start.',
    },
    chapter: 'optimisation',
  },
  {
    id: 'bias-correction',
    term: { zh: '偏差修正', en: 'bias correction' },
    definition: {
      zh: '滑动平均从 0 起步，开头偏小；除以一个数把它补回来。',
      en: 'A running mean that starts at 0 is too small at first; a division makes up for it.',
    },
    chapter: 'optimisation',
  },
  {
    id: 'adamw',
    term: { zh: 'AdamW', en: 'AdamW' },
    definition: {
      zh: 'Adam 加上权重衰减：权重每步直接缩小一点，不经过梯度的平均。',
      en: 'Adam with weight decay: weights shrink a little at each step, past the means of gradients.',
    },
    chapter: 'optimisation',
  },
  {
    id: 'learning-rate-schedule',
    term: { zh: '学习率时间表', en: 'learning-rate schedule' },
    definition: {
      zh: '学习率随训练进程变化的规则。',
      en: 'The rule by which the learning rate changes as training goes on.',
    },
    chapter: 'optimisation',
  },
  {
    id: 'warm-up',
    term: { zh: '预热', en: 'warm-up' },
    definition: {
      zh: '训练开头几步，学习率从很小逐渐升到规定的值。',
      en: 'In the first steps of training the learning rate rises from very little to its full value.',
    },
    chapter: 'optimisation',
  },
] as const satisfies readonly GlossaryEntry[];

/** The id of a glossary entry: a misspelt `<Term id>` fails the type check. */
export type TermId = (typeof entries)[number]['id'];

export const glossary: readonly GlossaryEntry[] = entries;

/** @throws Error if the glossary has no such entry */
export const termOf = (id: TermId): GlossaryEntry => {
  const found = glossary.find((entry) => entry.id === id);
  if (!found) throw new Error(`No term "${id}" in src/book/glossary.ts`);
  return found;
};
