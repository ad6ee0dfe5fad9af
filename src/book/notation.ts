import type { Text } from './languages';

/** A symbol of the book. Words may hold `$…$` formulas and `` `code` ``. */
export interface Notation {
  /** Number of the chapter that introduces it: rows of unfinished chapters are not shown. */
  readonly chapter: number;
  readonly tex: string;
  /** Its shape, as TeX; none for numbers and functions. */
  readonly shape?: string;
  readonly means: Text;
  /** The equation that defines it or where it is first used. */
  readonly equation?: string;
}

export const notation: readonly Notation[] = [
  {
    chapter: 2,
    tex: 'l = 0, 1, \\dots, L',
    means: {
      zh: '层的编号：0 是输入层，$L$ 是输出层',
      en: 'number of a layer: 0 is the input, $L$ the output',
    },
  },
  { chapter: 2, tex: '\\units{l}', means: { zh: '第 $l$ 层的单元数', en: 'units in layer $l$' } },
  {
    chapter: 2,
    tex: 'm',
    means: { zh: '小批量的样本数', en: 'samples in a mini-batch' },
    equation: 'fb-z-batch',
  },
  {
    chapter: 2,
    tex: '\\x = \\act{0}',
    shape: '\\units{0} \\times 1',
    means: { zh: '一个样本的输入，一列', en: 'the input of one sample, a column' },
    equation: 'fb-a',
  },
  {
    chapter: 2,
    tex: '\\y',
    shape: '\\units{L} \\times 1',
    means: { zh: '目标值', en: 'the target' },
    equation: 'fb-loss-se',
  },
  {
    chapter: 2,
    tex: '\\W{l}',
    shape: '\\units{l} \\times \\units{l-1}',
    means: {
      zh: '进入第 $l$ 层的权重，每个接收单元占一行',
      en: 'the weights into layer $l$, one row for each receiving unit',
    },
    equation: 'fb-z',
  },
  {
    chapter: 2,
    tex: '\\Wi{l}{jk}',
    means: {
      zh: '一个权重：到第 $l$ 层的单元 $j$，来自前一层的单元 $k$',
      en: 'one weight: to unit $j$ of layer $l$, from unit $k$ of the layer before',
    },
    equation: 'fb-z-scalar',
  },
  {
    chapter: 2,
    tex: '\\bias{l}',
    shape: '\\units{l} \\times 1',
    means: { zh: '第 $l$ 层的偏置', en: 'the biases of layer $l$' },
    equation: 'fb-z',
  },
  {
    chapter: 2,
    tex: '\\z{l}',
    shape: '\\units{l} \\times 1',
    means: {
      zh: '加权和，还没有经过激活函数',
      en: 'the weighted sums, before the activation function',
    },
    equation: 'fb-z',
  },
  {
    chapter: 2,
    tex: '\\act{l}',
    shape: '\\units{l} \\times 1',
    means: { zh: '激活值', en: 'the activations' },
    equation: 'fb-a',
  },
  {
    chapter: 2,
    tex: '\\f{l},\\ \\fp{l}',
    means: {
      zh: '第 $l$ 层的激活函数和它的导数',
      en: 'the activation function of layer $l$, and its derivative',
    },
    equation: 'fb-delta-output-scalar',
  },
  {
    chapter: 2,
    tex: '\\Zm{l},\\ \\Am{l},\\ \\Deltam{l}',
    shape: '\\units{l} \\times m',
    means: {
      zh: '大写：整个小批量，每个样本一列',
      en: 'capitals: a whole mini-batch, one column for each sample',
    },
    equation: 'fb-z-batch',
  },
  {
    chapter: 2,
    tex: '\\loss',
    means: {
      zh: '损失：一个样本的，或者整个小批量的平均',
      en: 'the loss: of one sample, or the mean of a mini-batch',
    },
    equation: 'fb-loss-mean',
  },
  {
    chapter: 2,
    tex: '\\delt{l}',
    shape: '\\units{l} \\times 1',
    means: {
      zh: '误差项：损失对加权和的偏导数',
      en: 'the error: the derivative of the loss by the weighted sum',
    },
    equation: 'fb-delta-def',
  },
  {
    chapter: 2,
    tex: '\\dds{\\loss}{\\W{l}}',
    shape: '\\units{l} \\times \\units{l-1}',
    means: {
      zh: '梯度：形状与它所属的参数一样',
      en: 'a gradient: it has the shape of its parameter',
    },
    equation: 'fb-grad-w',
  },
  {
    chapter: 2,
    tex: '\\had',
    means: { zh: '逐元素乘积', en: 'the elementwise product' },
    equation: 'fb-delta-output',
  },
  {
    chapter: 2,
    tex: '\\theta,\\ \\varepsilon',
    means: {
      zh: '随便哪一个参数，和有限差分里挪动它的一小步',
      en: 'any one parameter, and the small step of a finite difference',
    },
    equation: 'fb-central-difference',
  },
  {
    chapter: 2,
    tex: '\\lr',
    means: { zh: '学习率', en: 'the learning rate' },
    equation: 'fb-sgd-w',
  },
  {
    chapter: 3,
    tex: '\\sigma',
    means: {
      zh: '括号前的 $\\sigma$ 是 Sigmoid；其他地方是标准差，$\\sigma^2$ 是方差',
      en: 'before a bracket $\\sigma$ is the sigmoid; elsewhere it is a standard deviation, and $\\sigma^2$ a variance',
    },
    equation: 'act-sigmoid',
  },
  {
    chapter: 4,
    tex: '\\E[x],\\ \\Var(x)',
    means: { zh: '期望和方差', en: 'expectation and variance' },
    equation: 'pi-variance',
  },
  {
    chapter: 4,
    tex: '\\mathcal{N}(0,\\ \\sigma^2)',
    means: {
      zh: '正态分布，均值为 0；第二个数是**方差**',
      en: 'the normal distribution with mean 0; the second number is the **variance**',
    },
    equation: 'pi-normal',
  },
  {
    chapter: 5,
    tex: '\\log',
    means: { zh: '自然对数，以 e 为底', en: 'the natural logarithm, to the base e' },
    equation: 'ce-surprise',
  },
  {
    chapter: 6,
    tex: '\\sigma_w',
    means: { zh: '随机权重的标准差', en: 'standard deviation of random weights' },
    equation: 've-random-back',
  },
  {
    chapter: 6,
    tex: '\\lVert g \\rVert',
    means: {
      zh: '范数，也就是长度：各个数的平方之和，再开方',
      en: 'the norm, or length: the root of the sum of the squares',
    },
    equation: 've-clip-norm',
  },
  {
    chapter: 7,
    tex: 'g_t,\\ \\theta_t',
    means: {
      zh: '第 $t$ 步的梯度，和这一步之后的全部参数',
      en: 'the gradient of step $t$, and all parameters after it',
    },
    equation: 'op-gd',
  },
  {
    chapter: 7,
    tex: '\\kappa',
    means: { zh: '损失在某个方向上的曲率', en: 'curvature of the loss in a direction' },
    equation: 'op-valley',
  },
  {
    chapter: 7,
    tex: '\\beta,\\ v_t',
    means: {
      zh: '动量法里每步留下的份额，和速度',
      en: 'the share that momentum keeps at each step, and the velocity',
    },
    equation: 'op-momentum',
  },
  {
    chapter: 7,
    tex: 'm_t,\\ v_t,\\ \\hat m_t,\\ \\hat v_t',
    means: {
      zh: 'Adam 的梯度平均与平方平均，和修正之后的两个',
      en: 'Adam’s means of gradients and of squares, and both corrected',
    },
    equation: 'op-adam-corrected',
  },
  {
    chapter: 8,
    tex: 'p,\\ r_k,\\ \\tilde{a}_k',
    means: {
      zh: 'dropout 关掉一个单元的概率，单元 $k$ 的掩码（0 或 1），和掩码之后的激活值',
      en: 'the probability with which dropout turns a unit off, the mask of unit $k$ (0 or 1), and the activation behind the mask',
    },
    equation: 'of-mask',
  },
  {
    chapter: 8,
    tex: '\\lambda',
    means: { zh: 'L2 正则化的强度', en: 'the strength of L2 regularisation' },
    equation: 'of-l2',
  },
  {
    chapter: 9,
    tex: '\\mu,\\ \\sigma^2',
    means: {
      zh: '一个单元的加权和在这一批上的均值和方差',
      en: 'mean and variance of one unit’s sums over the batch',
    },
    equation: 'bn-variance',
  },
  {
    chapter: 9,
    tex: '\\zs{s},\\ \\zh{s},\\ \\zt{s}',
    means: {
      zh: '一个单元在样本 $s$ 上的加权和、规范化之后、缩放平移之后',
      en: 'one unit’s sum for sample $s$, normalised, and scaled and shifted',
    },
    equation: 'bn-scale-shift',
  },
  {
    chapter: 9,
    tex: '\\varepsilon',
    means: {
      zh: '规范化里加在方差上的一个小数',
      en: 'in a normalisation: a small number added to the variance',
    },
    equation: 'bn-normalise',
  },
  {
    chapter: 9,
    tex: '\\gamma,\\ \\beta',
    means: {
      zh: '批规范化里学出来的缩放和平移，每个单元各一个',
      en: 'scale and shift that batch normalisation learns, one of each for a unit',
    },
    equation: 'bn-scale-shift',
  },
  {
    chapter: 9,
    tex: '\\bar\\mu,\\ \\bar\\sigma^2,\\ \\rho',
    means: {
      zh: '均值和方差的滑动平均，和新一批在其中所占的比例',
      en: 'running averages of mean and variance, and the share of a new batch in them',
    },
    equation: 'bn-running-mean',
  },
];

/** What an entry of the comparison says: the same in both languages, or not. */
export type Cell = string | Text;

/** The same thing in this book, in others, and in code. `–`: it has no symbol there. */
export interface Compared {
  readonly chapter: number;
  readonly means: Text;
  readonly ours: Cell;
  readonly nielsen: Cell;
  readonly d2l: Cell;
  readonly nndl: Cell;
  readonly pytorch: Cell;
}

/*
 * Looked up in: Nielsen, chapters 2 and 3; D2L 1.0, “Multilayer Perceptrons”, “Forward Propagation,
 * Backward Propagation”, “Weight Decay”, “Dropout”; Qiu 2020, chapters 2, 4 and 7. PyTorch's column
 * was run (1.13): shapes, y = xAᵀ + b, relu′(0), MSELoss, CrossEntropyLoss, Dropout, weight_decay.
 */
export const compared: readonly Compared[] = [
  {
    chapter: 2,
    means: { zh: '层的编号', en: 'layers' },
    ours: { zh: '$0, \\dots, L$，0 是输入', en: '$0, \\dots, L$; 0 is the input' },
    nielsen: { zh: '$1, \\dots, L$，1 是输入', en: '$1, \\dots, L$; 1 is the input' },
    d2l: {
      zh: '权重编号 $(1), (2)$，输入不算',
      en: 'weights are numbered $(1), (2)$; the input is not',
    },
    nndl: { zh: '$0, \\dots, L$，0 是输入', en: '$0, \\dots, L$; 0 is the input' },
    pytorch: { zh: '模块的次序', en: 'the order of the modules' },
  },
  {
    chapter: 2,
    means: { zh: '一层的单元数', en: 'units of a layer' },
    ours: '$\\units{l}$',
    nielsen: '–',
    d2l: { zh: '$d, h, q$：输入、隐藏、输出', en: '$d, h, q$: input, hidden, output' },
    nndl: '$M_l$',
    pytorch: '`in_features`, `out_features`',
  },
  {
    chapter: 2,
    means: { zh: '权重，输出×输入还是输入×输出', en: 'weights, out × in or in × out' },
    ours: { zh: '$\\W{l}$，输出×输入', en: '$\\W{l}$, out × in' },
    nielsen: { zh: '$w^l$，输出×输入', en: '$w^l$, out × in' },
    d2l: {
      zh: '$\\mathbf{W}^{(l)}$：小批量时输入×输出，推导反向传播时输出×输入',
      en: '$\\mathbf{W}^{(l)}$: in × out for mini-batches, out × in where backpropagation is derived',
    },
    nndl: { zh: '$\\boldsymbol{W}^{(l)}$，输出×输入', en: '$\\boldsymbol{W}^{(l)}$, out × in' },
    pytorch: { zh: '`weight`，输出×输入', en: '`weight`, out × in' },
  },
  {
    chapter: 2,
    means: { zh: '一个权重的下标', en: 'indices of one weight' },
    ours: { zh: '$\\Wi{l}{jk}$：先接收，后发送', en: '$\\Wi{l}{jk}$: receiver, then sender' },
    nielsen: { zh: '$w^l_{jk}$：先接收，后发送', en: '$w^l_{jk}$: receiver, then sender' },
    d2l: '–',
    nndl: { zh: '$w^{(l)}_{ij}$：先接收，后发送', en: '$w^{(l)}_{ij}$: receiver, then sender' },
    pytorch: '`weight[j, k]`',
  },
  {
    chapter: 2,
    means: { zh: '偏置', en: 'biases' },
    ours: { zh: '$\\bias{l}$，一列', en: '$\\bias{l}$, a column' },
    nielsen: { zh: '$b^l$，一列', en: '$b^l$, a column' },
    d2l: { zh: '$\\mathbf{b}^{(l)}$，一行', en: '$\\mathbf{b}^{(l)}$, a row' },
    nndl: { zh: '$\\boldsymbol{b}^{(l)}$，一列', en: '$\\boldsymbol{b}^{(l)}$, a column' },
    pytorch: { zh: '`bias`，一维', en: '`bias`, one axis' },
  },
  {
    chapter: 2,
    means: { zh: '加权和', en: 'weighted sum' },
    ours: '$\\z{l}$',
    nielsen: '$z^l$',
    d2l: {
      zh: '$\\mathbf{z}$，输出层写 $\\mathbf{o}$',
      en: '$\\mathbf{z}$, at the output $\\mathbf{o}$',
    },
    nndl: {
      zh: '$\\boldsymbol{z}^{(l)}$，净活性值',
      en: '$\\boldsymbol{z}^{(l)}$, “net activation”',
    },
    pytorch: { zh: '`Linear` 的输出', en: 'what `Linear` returns' },
  },
  {
    chapter: 2,
    means: { zh: '激活值', en: 'activation' },
    ours: '$\\act{l}$',
    nielsen: '$a^l$',
    d2l: '$\\mathbf{h}$, $\\mathbf{H}$',
    nndl: { zh: '$\\boldsymbol{a}^{(l)}$，活性值', en: '$\\boldsymbol{a}^{(l)}$' },
    pytorch: { zh: '激活模块的输出', en: 'what the activation module returns' },
  },
  {
    chapter: 2,
    means: { zh: '激活函数', en: 'activation function' },
    ours: { zh: '$\\f{l}$，Sigmoid 写 $\\sigma$', en: '$\\f{l}$; the sigmoid is $\\sigma$' },
    nielsen: '$\\sigma$',
    d2l: '$\\sigma$, $\\phi$',
    nndl: '$f_l$',
    pytorch: '`torch.sigmoid`, …',
  },
  {
    chapter: 2,
    means: { zh: '一层，整个小批量', en: 'a layer, for a mini-batch' },
    ours: '$\\W{l}\\Am{l-1} + \\bias{l}\\mathbf{1}^{\\top}$',
    nielsen: { zh: '$w^l a^{l-1} + b^l$，逐个样本', en: '$w^l a^{l-1} + b^l$, sample by sample' },
    d2l: '$\\mathbf{X}\\mathbf{W}^{(1)} + \\mathbf{b}^{(1)}$',
    nndl: {
      zh: '$\\boldsymbol{W}^{(l)}\\boldsymbol{a}^{(l-1)} + \\boldsymbol{b}^{(l)}$，逐个样本',
      en: '$\\boldsymbol{W}^{(l)}\\boldsymbol{a}^{(l-1)} + \\boldsymbol{b}^{(l)}$, sample by sample',
    },
    pytorch: '`X @ weight.T + bias`',
  },
  {
    chapter: 2,
    means: { zh: '一个样本', en: 'a sample' },
    ours: { zh: '一列', en: 'a column' },
    nielsen: { zh: '一列', en: 'a column' },
    d2l: { zh: '小批量的一行', en: 'a row of the mini-batch' },
    nndl: { zh: '一列', en: 'a column' },
    pytorch: { zh: '一行', en: 'a row' },
  },
  {
    chapter: 2,
    means: { zh: '损失', en: 'loss' },
    ours: '$\\loss$',
    nielsen: '$C$',
    d2l: { zh: '$L$，加上正则化项是 $J$', en: '$L$; with regularisation $J$' },
    nndl: '$\\mathcal{L}$',
    pytorch: '`loss`',
  },
  {
    chapter: 2,
    means: { zh: '平方误差', en: 'squared error' },
    ours: { zh: '有 ½，对单元求和', en: 'with ½, summed over units' },
    nielsen: { zh: '有 ½，对单元求和', en: 'with ½, summed over units' },
    d2l: { zh: '有 ½', en: 'with ½' },
    nndl: { zh: '有 ½', en: 'with ½' },
    pytorch: {
      zh: '`MSELoss`：没有 ½，对所有元素取平均',
      en: '`MSELoss`: no ½, the mean of all entries',
    },
  },
  {
    chapter: 2,
    means: { zh: '误差项', en: 'error' },
    ours: '$\\delt{l}$',
    nielsen: '$\\delta^l$',
    d2l: '$\\partial J/\\partial\\mathbf{z}$',
    nndl: '$\\delta^{(l)}$',
    pytorch: { zh: '`z.grad`，先 `z.retain_grad()`', en: '`z.grad`, after `z.retain_grad()`' },
  },
  {
    chapter: 2,
    means: { zh: '权重的梯度', en: 'gradient of weights' },
    ours: '$\\dds{\\loss}{\\W{l}}$',
    nielsen: '$\\partial C/\\partial w^l_{jk}$',
    d2l: '$\\partial J/\\partial\\mathbf{W}^{(l)}$',
    nndl: '$\\partial\\mathcal{L}/\\partial\\boldsymbol{W}^{(l)}$',
    pytorch: '`weight.grad`',
  },
  {
    chapter: 2,
    means: { zh: '逐元素乘积', en: 'elementwise product' },
    ours: '$\\had$',
    nielsen: '$\\odot$',
    d2l: '$\\odot$',
    nndl: '$\\odot$',
    pytorch: '`*`',
  },
  {
    chapter: 2,
    means: { zh: '小批量的样本数', en: 'samples in a mini-batch' },
    ours: '$m$',
    nielsen: '$m$',
    d2l: '$n$, $|\\mathcal{B}|$',
    nndl: '$K$',
    pytorch: '`batch_size`',
  },
  {
    chapter: 2,
    means: { zh: '学习率', en: 'learning rate' },
    ours: '$\\lr$',
    nielsen: '$\\eta$',
    d2l: '$\\eta$',
    nndl: '$\\alpha$',
    pytorch: '`lr`',
  },
  {
    chapter: 4,
    means: { zh: '正态分布的第二个数', en: 'second number of a normal distribution' },
    ours: {
      zh: '$\\mathcal{N}(0, \\sigma^2)$：方差',
      en: '$\\mathcal{N}(0, \\sigma^2)$: the variance',
    },
    nielsen: { zh: '用文字说标准差', en: 'the standard deviation, in words' },
    d2l: {
      zh: '$\\mathcal{N}(\\mu, \\sigma^2)$：方差',
      en: '$\\mathcal{N}(\\mu, \\sigma^2)$: the variance',
    },
    nndl: {
      zh: '$\\mathcal{N}(\\mu, \\sigma^2)$：方差',
      en: '$\\mathcal{N}(\\mu, \\sigma^2)$: the variance',
    },
    pytorch: {
      zh: '`normal_(mean, std)`：标准差',
      en: '`normal_(mean, std)`: the standard deviation',
    },
  },
  {
    chapter: 5,
    means: { zh: '交叉熵收到的是', en: 'cross-entropy is given' },
    ours: { zh: '概率 $\\act{L}$', en: 'probabilities $\\act{L}$' },
    nielsen: { zh: 'Sigmoid 的输出，每个单元单独算', en: 'sigmoid outputs, each unit by itself' },
    d2l: { zh: '概率 $\\hat{\\mathbf{y}}$', en: 'probabilities $\\hat{\\mathbf{y}}$' },
    nndl: { zh: '概率 $\\hat{\\boldsymbol{y}}$', en: 'probabilities $\\hat{\\boldsymbol{y}}$' },
    pytorch: {
      zh: '`CrossEntropyLoss`：softmax 之前的 `z`',
      en: '`CrossEntropyLoss`: the sums `z`, before softmax',
    },
  },
  {
    chapter: 8,
    means: { zh: 'dropout 的 $p$', en: '$p$ of dropout' },
    ours: { zh: '关掉的概率', en: 'of being turned off' },
    nielsen: { zh: '关掉一半，没有记号', en: 'half are turned off; no symbol' },
    d2l: { zh: '关掉的概率', en: 'of being turned off' },
    nndl: { zh: '**保留**的概率', en: 'of being **kept**' },
    pytorch: { zh: '关掉的概率', en: 'of being turned off' },
  },
  {
    chapter: 8,
    means: { zh: 'L2 正则化项', en: 'L2 term' },
    ours: '$\\lambda\\sum w^2$',
    nielsen: '$\\frac{\\lambda}{2n}\\sum w^2$',
    d2l: '$\\frac{\\lambda}{2}\\|\\mathbf{w}\\|^2$',
    nndl: '$\\frac{1}{2}\\lambda\\|\\boldsymbol{W}\\|_F^2$',
    pytorch: {
      zh: '`weight_decay`：梯度加上它乘 $w$，相当于 $2\\lambda$',
      en: '`weight_decay`: adds itself times $w$ to the gradient, so it is our $2\\lambda$',
    },
  },
];
