import type { Text } from './languages';

/** A work the book leans on. `short` stands in the text, the rest in the list of references. */
export interface Reference {
  id: string;
  short: Text;
  authors: string;
  year: number;
  /** In the language of the work itself. */
  title: string;
  /** Journal, publisher or university, with volume and pages. */
  published: string;
  /** DOI or the work's own page; absent where there is no lasting address. */
  url?: string;
  /** One sentence: what a reader finds there. */
  use: Text;
}

const entries = [
  {
    id: 'rosenblatt1958',
    short: { zh: 'Rosenblatt，1958', en: 'Rosenblatt, 1958' },
    authors: 'Frank Rosenblatt',
    year: 1958,
    title:
      'The perceptron: a probabilistic model for information storage and organization in the brain',
    published: 'Psychological Review 65(6), 386–408',
    url: 'https://doi.org/10.1037/h0042519',
    use: {
      zh: '感知机的原始论文：一个会从错误里学习的单元。',
      en: 'The perceptron as it was first proposed: a unit that learns from its mistakes.',
    },
  },
  {
    id: 'novikoff1962',
    short: { zh: 'Novikoff，1962', en: 'Novikoff, 1962' },
    authors: 'Albert B. J. Novikoff',
    year: 1962,
    title: 'On convergence proofs on perceptrons',
    published:
      'Proceedings of the Symposium on the Mathematical Theory of Automata 12, 615–622, Polytechnic Institute of Brooklyn',
    use: {
      zh: '线性可分时，感知机只会犯有限次错，还给出了次数的上界。',
      en: 'On linearly separable points a perceptron makes only so many mistakes, with a bound on how many.',
    },
  },
  {
    id: 'minsky1969',
    short: { zh: 'Minsky 与 Papert，1969', en: 'Minsky & Papert, 1969' },
    authors: 'Marvin Minsky, Seymour Papert',
    year: 1969,
    title: 'Perceptrons: An Introduction to Computational Geometry',
    published: 'MIT Press',
    url: 'https://doi.org/10.7551/mitpress/11301.001.0001',
    use: {
      zh: '单层感知机做不到什么，以及为什么。链接指向 2017 年的重印本。',
      en: 'What one layer of perceptrons cannot do, and why. The link leads to the reissue of 2017.',
    },
  },
  {
    id: 'cybenko1989',
    short: { zh: 'Cybenko，1989', en: 'Cybenko, 1989' },
    authors: 'George Cybenko',
    year: 1989,
    title: 'Approximation by superpositions of a sigmoidal function',
    published: 'Mathematics of Control, Signals and Systems 2, 303–314',
    url: 'https://doi.org/10.1007/BF02551274',
    use: {
      zh: '证明：一个隐藏层加 S 形激活函数，可以任意接近任何连续函数。',
      en: 'The proof that one hidden layer of sigmoids comes as close as one likes to any continuous function.',
    },
  },
  {
    id: 'hornik1989',
    short: { zh: 'Hornik 等，1989', en: 'Hornik et al., 1989' },
    authors: 'Kurt Hornik, Maxwell Stinchcombe, Halbert White',
    year: 1989,
    title: 'Multilayer feedforward networks are universal approximators',
    published: 'Neural Networks 2(5), 359–366',
    url: 'https://doi.org/10.1016/0893-6080(89)90020-8',
    use: {
      zh: '同样的结论，适用于任何“压缩”型的激活函数。',
      en: 'The same for every activation function that squashes.',
    },
  },
  {
    id: 'leshno1993',
    short: { zh: 'Leshno 等，1993', en: 'Leshno et al., 1993' },
    authors: 'Moshe Leshno, Vladimir Ya. Lin, Allan Pinkus, Shimon Schocken',
    year: 1993,
    title:
      'Multilayer feedforward networks with a nonpolynomial activation function can approximate any function',
    published: 'Neural Networks 6(6), 861–867',
    url: 'https://doi.org/10.1016/S0893-6080(05)80131-5',
    use: {
      zh: '哪些激活函数能做到：连续的激活函数里，只要不是多项式就行，ReLU 也在内。',
      en: 'Which activation functions will do: among continuous ones all that are not polynomials, ReLU included.',
    },
  },
  {
    id: 'rumelhart1986',
    short: {
      zh: 'Rumelhart、Hinton 与 Williams，1986',
      en: 'Rumelhart, Hinton & Williams, 1986',
    },
    authors: 'David E. Rumelhart, Geoffrey E. Hinton, Ronald J. Williams',
    year: 1986,
    title: 'Learning representations by back-propagating errors',
    published: 'Nature 323, 533–536',
    url: 'https://doi.org/10.1038/323533a0',
    use: {
      zh: '四页纸，让反向传播为人所知；文中展示了隐藏单元能自己学出有用的表示。',
      en: 'Four pages that made backpropagation known, by showing that hidden units learn useful representations of their own.',
    },
  },
  {
    id: 'linnainmaa1970',
    short: { zh: 'Linnainmaa，1970', en: 'Linnainmaa, 1970' },
    authors: 'Seppo Linnainmaa',
    year: 1970,
    title:
      'Algoritmin kumulatiivinen pyöristysvirhe yksittäisten pyöristysvirheiden Taylor-kehitelmänä',
    published: 'University of Helsinki (master’s thesis); in English: BIT 16 (1976), 146–160',
    url: 'https://doi.org/10.1007/BF01931367',
    use: {
      zh: '反向模式第一次被完整写下来，当时用来追踪舍入误差。链接指向 1976 年的英文论文。',
      en: 'The reverse mode written down for the first time, to follow rounding errors. The link leads to the English paper of 1976.',
    },
  },
  {
    id: 'werbos1974',
    short: { zh: 'Werbos，1974', en: 'Werbos, 1974' },
    authors: 'Paul J. Werbos',
    year: 1974,
    title: 'Beyond Regression: New Tools for Prediction and Analysis in the Behavioral Sciences',
    published: 'Harvard University (PhD thesis)',
    use: {
      zh: '在按顺序计算的模型里，从后往前求导数。',
      en: 'Derivatives computed backwards through a model that is evaluated in order.',
    },
  },
  {
    id: 'werbos1982',
    short: { zh: 'Werbos，1982', en: 'Werbos, 1982' },
    authors: 'Paul J. Werbos',
    year: 1982,
    title: 'Applications of advances in nonlinear sensitivity analysis',
    published:
      'System Modeling and Optimization, Lecture Notes in Control and Information Sciences 38, 762–770, Springer',
    url: 'https://doi.org/10.1007/BFb0006203',
    use: {
      zh: '把这个方法用到神经网络上。',
      en: 'The method applied to neural networks.',
    },
  },
  {
    id: 'baur1983',
    short: { zh: 'Baur 与 Strassen，1983', en: 'Baur & Strassen, 1983' },
    authors: 'Walter Baur, Volker Strassen',
    year: 1983,
    title: 'The complexity of partial derivatives',
    published: 'Theoretical Computer Science 22, 317–330',
    url: 'https://doi.org/10.1016/0304-3975(83)90110-X',
    use: {
      zh: '证明：所有偏导数一起算，只比算函数本身贵一个小的常数倍。',
      en: 'The proof that all partial derivatives together cost only a small constant times the function itself.',
    },
  },
  {
    id: 'griewank2008',
    short: { zh: 'Griewank 与 Walther，2008', en: 'Griewank & Walther, 2008' },
    authors: 'Andreas Griewank, Andrea Walther',
    year: 2008,
    title: 'Evaluating Derivatives: Principles and Techniques of Algorithmic Differentiation',
    published: 'SIAM, 2nd edition',
    url: 'https://doi.org/10.1137/1.9780898717761',
    use: {
      zh: '自动求导的标准教科书；“廉价梯度”原理就在其中。',
      en: 'The standard book on automatic differentiation, home of the cheap gradient principle.',
    },
  },
  {
    id: 'baydin2018',
    short: { zh: 'Baydin 等，2018', en: 'Baydin et al., 2018' },
    authors: 'Atılım Güneş Baydin, Barak A. Pearlmutter, Alexey Radul, Jeffrey Mark Siskind',
    year: 2018,
    title: 'Automatic differentiation in machine learning: a survey',
    published: 'Journal of Machine Learning Research 18(153), 1–43',
    url: 'https://jmlr.org/papers/v18/17-468.html',
    use: {
      zh: '一篇综述：自动求导是什么、不是什么，框架怎样实现它。',
      en: 'A survey of what automatic differentiation is, what it is not, and how frameworks do it.',
    },
  },
  {
    id: 'nielsen2015',
    short: { zh: 'Nielsen，2015', en: 'Nielsen, 2015' },
    authors: 'Michael A. Nielsen',
    year: 2015,
    title: 'Neural Networks and Deep Learning, chapter 2',
    published: 'Determination Press',
    url: 'http://neuralnetworksanddeeplearning.com/chap2.html',
    use: {
      zh: '免费的在线教材；第 2 章用另一种讲法推出同样的四个公式。',
      en: 'A free online book whose chapter 2 reaches the same four equations by another road.',
    },
  },
  {
    id: 'mazur2015',
    short: { zh: 'Mazur，2015', en: 'Mazur, 2015' },
    authors: 'Matt Mazur',
    year: 2015,
    title: 'A Step by Step Backpropagation Example',
    published: 'mattmazur.com',
    url: 'https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/',
    use: {
      zh: '第 2 章算例的出处，可以逐个数字对照。',
      en: 'The source of chapter 2’s worked example, to be compared digit by digit.',
    },
  },
  {
    id: 'd2l',
    short: { zh: 'Zhang 等，2023', en: 'Zhang et al., 2023' },
    authors: 'Aston Zhang, Zachary C. Lipton, Mu Li, Alexander J. Smola',
    year: 2023,
    title: 'Dive into Deep Learning',
    published: 'Cambridge University Press',
    url: 'https://d2l.ai/',
    use: {
      zh: '《动手学深度学习》，样本按行排列。',
      en: 'A textbook that runs; samples are rows.',
    },
  },
  {
    id: 'nndl2020',
    short: { zh: '邱锡鹏，2020', en: 'Qiu, 2020' },
    authors: '邱锡鹏 (Xipeng Qiu)',
    year: 2020,
    title: '神经网络与深度学习',
    published: '机械工业出版社',
    url: 'https://nndl.github.io/',
    use: {
      zh: '中文教材，记号与本书最接近。',
      en: 'The Chinese textbook whose notation is closest to ours.',
    },
  },
  {
    id: 'pdp1986',
    short: {
      zh: 'Rumelhart、Hinton 与 Williams，1986（PDP）',
      en: 'Rumelhart, Hinton & Williams, 1986 (PDP)',
    },
    authors: 'David E. Rumelhart, Geoffrey E. Hinton, Ronald J. Williams',
    year: 1986,
    title: 'Learning Internal Representations by Error Propagation',
    published: 'Parallel Distributed Processing, vol. 1, chapter 8, 318–362, MIT Press',
    url: 'https://doi.org/10.7551/mitpress/5236.003.0012',
    use: {
      zh: '比《自然》上那篇更长的讲解；其中“打破对称”一节说明为什么权重不能从相等的值开始。',
      en: 'The longer account; its section on symmetry breaking says why weights must not start equal.',
    },
  },
  {
    id: 'lecun1998',
    short: { zh: 'LeCun 等，1998', en: 'LeCun et al., 1998' },
    authors: 'Yann LeCun, Léon Bottou, Genevieve B. Orr, Klaus-Robert Müller',
    year: 1998,
    title: 'Efficient BackProp',
    published: 'Neural Networks: Tricks of the Trade, LNCS 1524, 9–50, Springer',
    url: 'https://doi.org/10.1007/3-540-49430-8_2',
    use: {
      zh: '训练神经网络的实用经验：激活值最好以 0 为中心；权重的标准差取输入个数平方根的倒数。',
      en: 'Practical advice on training: activations centred on 0, and weights with a standard deviation of one over the root of the fan-in.',
    },
  },
  {
    id: 'hochreiter1991',
    short: { zh: 'Hochreiter，1991', en: 'Hochreiter, 1991' },
    authors: 'Sepp Hochreiter',
    year: 1991,
    title: 'Untersuchungen zu dynamischen neuronalen Netzen',
    published: 'Technische Universität München (diploma thesis)',
    url: 'https://people.idsia.ch/~juergen/SeppHochreiter1991ThesisAdvisorSchmidhuber.pdf',
    use: {
      zh: '第一次说清楚：误差在许多层或许多时刻里往回走，会按指数缩小或放大。德文。',
      en: 'The first clear account of how an error that travels back through many layers or moments shrinks or grows exponentially. In German.',
    },
  },
  {
    id: 'bengio1994',
    short: { zh: 'Bengio、Simard 与 Frasconi，1994', en: 'Bengio, Simard & Frasconi, 1994' },
    authors: 'Yoshua Bengio, Patrice Simard, Paolo Frasconi',
    year: 1994,
    title: 'Learning long-term dependencies with gradient descent is difficult',
    published: 'IEEE Transactions on Neural Networks 5(2), 157–166',
    url: 'https://doi.org/10.1109/72.279181',
    use: {
      zh: '证明循环网络要么记不住，要么梯度消失，两样难以兼得。',
      en: 'A proof that a recurrent network which holds on to what it has read has vanishing gradients.',
    },
  },
  {
    id: 'pascanu2013',
    short: { zh: 'Pascanu、Mikolov 与 Bengio，2013', en: 'Pascanu, Mikolov & Bengio, 2013' },
    authors: 'Razvan Pascanu, Tomas Mikolov, Yoshua Bengio',
    year: 2013,
    title: 'On the difficulty of training recurrent neural networks',
    published:
      'Proceedings of the 30th International Conference on Machine Learning, PMLR 28(3), 1310–1318',
    url: 'https://proceedings.mlr.press/v28/pascanu13.html',
    use: {
      zh: '从几何上解释梯度爆炸，并提出按范数截断。',
      en: 'Explains exploding gradients geometrically, and proposes clipping by norm.',
    },
  },
  {
    id: 'he2016',
    short: { zh: '何恺明等，2016', en: 'He et al., 2016' },
    authors: 'Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun',
    year: 2016,
    title: 'Deep Residual Learning for Image Recognition',
    published: 'IEEE Conference on Computer Vision and Pattern Recognition, 770–778',
    url: 'https://doi.org/10.1109/CVPR.2016.90',
    use: {
      zh: '残差网络：让每层只学一个改变量，一百多层也能训练。',
      en: 'Residual networks: each layer learns only a change, and more than a hundred layers can be trained.',
    },
  },
  {
    id: 'krogh1992',
    short: { zh: 'Krogh 与 Hertz，1992', en: 'Krogh & Hertz, 1992' },
    authors: 'Anders Krogh, John A. Hertz',
    year: 1992,
    title: 'A Simple Weight Decay Can Improve Generalization',
    published: 'Advances in Neural Information Processing Systems 4 (1991), 950–957',
    url: 'https://papers.nips.cc/paper/1991/hash/8eefcfdf5990e441f0fb6f3fad709e21-Abstract.html',
    use: {
      zh: '解释权重衰减为什么有用：它压住与任务无关的分量，也压住目标里的一部分噪声。',
      en: 'Explains why weight decay helps: it suppresses components that the task does not need, and part of the noise in the targets.',
    },
  },
  {
    id: 'prechelt1998',
    short: { zh: 'Prechelt，1998', en: 'Prechelt, 1998' },
    authors: 'Lutz Prechelt',
    year: 1998,
    title: 'Early Stopping – But When?',
    published: 'Neural Networks: Tricks of the Trade, LNCS 1524, 55–69, Springer',
    url: 'https://doi.org/10.1007/3-540-49430-8_3',
    use: {
      zh: '验证损失会上下起伏，什么时候才算该停？比较了多种早停准则。',
      en: 'The validation loss goes up and down: when should one stop? A comparison of criteria for early stopping.',
    },
  },
  {
    id: 'hinton2012',
    short: { zh: 'Hinton 等，2012', en: 'Hinton et al., 2012' },
    authors:
      'Geoffrey E. Hinton, Nitish Srivastava, Alex Krizhevsky, Ilya Sutskever, Ruslan R. Salakhutdinov',
    year: 2012,
    title: 'Improving neural networks by preventing co-adaptation of feature detectors',
    published: 'arXiv:1207.0580',
    url: 'https://arxiv.org/abs/1207.0580',
    use: {
      zh: 'dropout 的出处，从“共适应”的角度解释。',
      en: 'Where dropout was proposed, with co-adaptation as the reason.',
    },
  },
  {
    id: 'baldi2013',
    short: { zh: 'Baldi 与 Sadowski，2013', en: 'Baldi & Sadowski, 2013' },
    authors: 'Pierre Baldi, Peter Sadowski',
    year: 2013,
    title: 'Understanding Dropout',
    published: 'Advances in Neural Information Processing Systems 26, 2814–2822',
    url: 'https://papers.nips.cc/paper/2013/hash/71f6278d140af599e06ad9bf1ba03cb0-Abstract.html',
    use: {
      zh: '测试时的输出与所有子网络的平均究竟是什么关系：线性时恰好相等，非线性时近似。',
      en: 'How the output at test time relates to the mean of all sub-networks: exact for linear ones, approximate for others.',
    },
  },
  {
    id: 'srivastava2014',
    short: { zh: 'Srivastava 等，2014', en: 'Srivastava et al., 2014' },
    authors:
      'Nitish Srivastava, Geoffrey Hinton, Alex Krizhevsky, Ilya Sutskever, Ruslan Salakhutdinov',
    year: 2014,
    title: 'Dropout: A Simple Way to Prevent Neural Networks from Overfitting',
    published: 'Journal of Machine Learning Research 15(56), 1929–1958',
    url: 'https://jmlr.org/papers/v15/srivastava14a.html',
    use: {
      zh: 'dropout 的详细研究。其中的 p 是保留的概率，与本书相反。',
      en: 'The full study of dropout. Its p is the probability of being kept, the opposite of this book’s.',
    },
  },
  {
    id: 'zhang2017',
    short: { zh: 'Zhang 等，2017', en: 'Zhang et al., 2017' },
    authors: 'Chiyuan Zhang, Samy Bengio, Moritz Hardt, Benjamin Recht, Oriol Vinyals',
    year: 2017,
    title: 'Understanding deep learning requires rethinking generalization',
    published: 'International Conference on Learning Representations',
    url: 'https://openreview.net/forum?id=Sy8gdB9xx',
    use: {
      zh: '常用的图像网络能把完全随机的标签背下来，可见“能背”与“学到规律”是两回事。',
      en: 'Common image networks can learn entirely random labels by heart: being able to memorise says little about what is learned.',
    },
  },
  {
    id: 'belkin2019',
    short: { zh: 'Belkin 等，2019', en: 'Belkin et al., 2019' },
    authors: 'Mikhail Belkin, Daniel Hsu, Siyuan Ma, Soumik Mandal',
    year: 2019,
    title: 'Reconciling modern machine-learning practice and the classical bias–variance trade-off',
    published: 'Proceedings of the National Academy of Sciences 116(32), 15849–15854',
    url: 'https://doi.org/10.1073/pnas.1903070116',
    use: {
      zh: '“双下降”：模型大到刚好能背下训练集时误差最大，再大下去，误差又会下降。',
      en: 'Double descent: the error is largest when a model can just memorise its training set, and falls again for larger ones.',
    },
  },
  {
    id: 'loshchilov2019',
    short: { zh: 'Loshchilov 与 Hutter，2019', en: 'Loshchilov & Hutter, 2019' },
    authors: 'Ilya Loshchilov, Frank Hutter',
    year: 2019,
    title: 'Decoupled Weight Decay Regularization',
    published: 'International Conference on Learning Representations',
    url: 'https://openreview.net/forum?id=Bkg6RiCqY7',
    use: {
      zh: 'AdamW：在 Adam 下 L2 与权重衰减不是一回事，把衰减从梯度里分出来。',
      en: 'AdamW: under Adam, L2 and weight decay are two things; the decay is taken out of the gradient.',
    },
  },
  {
    id: 'glorot2010',
    short: { zh: 'Glorot 与 Bengio，2010', en: 'Glorot & Bengio, 2010' },
    authors: 'Xavier Glorot, Yoshua Bengio',
    year: 2010,
    title: 'Understanding the difficulty of training deep feedforward neural networks',
    published: 'AISTATS 2010, Proceedings of Machine Learning Research 9, 249–256',
    url: 'https://proceedings.mlr.press/v9/glorot10a.html',
    use: {
      zh: 'Xavier 初始化的出处，也是逐层画激活值与梯度直方图的出处。',
      en: 'Where Xavier initialisation comes from, and the histograms of activations and gradients by layer.',
    },
  },
  {
    id: 'saxe2014',
    short: { zh: 'Saxe 等，2014', en: 'Saxe et al., 2014' },
    authors: 'Andrew M. Saxe, James L. McClelland, Surya Ganguli',
    year: 2014,
    title: 'Exact solutions to the nonlinear dynamics of learning in deep linear neural networks',
    published: 'ICLR 2014',
    url: 'https://arxiv.org/abs/1312.6120',
    use: {
      zh: '用正交矩阵初始化：只旋转，不伸缩。',
      en: 'Orthogonal initialisation: matrices that turn and do not stretch.',
    },
  },
  {
    id: 'he2015',
    short: { zh: 'He 等，2015', en: 'He et al., 2015' },
    authors: 'Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun',
    year: 2015,
    title:
      'Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification',
    published: 'ICCV 2015, 1026–1034',
    url: 'https://arxiv.org/abs/1502.01852',
    use: {
      zh: 'He 初始化的出处：把 ReLU 丢掉的一半补回来，三十层的网络才训练得动。负半轴的斜率也由训练决定的 PReLU，同样出自这里。',
      en: 'Where He initialisation comes from: with the half that ReLU loses put back, thirty layers can be trained. It also has PReLU, whose slope on the negative side is learnt.',
    },
  },
  {
    id: 'ioffe2015',
    short: { zh: 'Ioffe 与 Szegedy，2015', en: 'Ioffe & Szegedy, 2015' },
    authors: 'Sergey Ioffe, Christian Szegedy',
    year: 2015,
    title:
      'Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift',
    published: 'International Conference on Machine Learning, 448–456',
    url: 'https://proceedings.mlr.press/v37/ioffe15.html',
    use: {
      zh: '批规范化的原始论文：公式、反向传播、推理时的统计量，以及“内部协变量偏移”的说法。',
      en: 'The original paper: the formulas, the backward pass, statistics for inference, and “internal covariate shift”.',
    },
  },
  {
    id: 'santurkar2018',
    short: { zh: 'Santurkar 等，2018', en: 'Santurkar et al., 2018' },
    authors: 'Shibani Santurkar, Dimitris Tsipras, Andrew Ilyas, Aleksander Mądry',
    year: 2018,
    title: 'How Does Batch Normalization Help Optimization?',
    published: 'Advances in Neural Information Processing Systems 31',
    url: 'https://arxiv.org/abs/1805.11604',
    use: {
      zh: '在批规范化之后再加噪声，分布漂移得更厉害，训练照样快；他们认为好处来自更平滑的损失。',
      en: 'With noise added behind batch normalisation the distributions shift more and training is fast all the same; they see the benefit in a smoother loss.',
    },
  },
  {
    id: 'bjorck2018',
    short: { zh: 'Bjorck 等，2018', en: 'Bjorck et al., 2018' },
    authors: 'Johan Bjorck, Carla Gomes, Bart Selman, Kilian Q. Weinberger',
    year: 2018,
    title: 'Understanding Batch Normalization',
    published: 'Advances in Neural Information Processing Systems 31',
    url: 'https://arxiv.org/abs/1806.02375',
    use: {
      zh: '实验指出：好处主要来自能用更大的学习率。',
      en: 'Experiments that trace most of the benefit to the larger learning rates which it allows.',
    },
  },
  {
    id: 'laarhoven2017',
    short: { zh: 'van Laarhoven，2017', en: 'van Laarhoven, 2017' },
    authors: 'Twan van Laarhoven',
    year: 2017,
    title: 'L2 Regularization versus Batch and Weight Normalization',
    published: 'arXiv:1706.05350',
    url: 'https://arxiv.org/abs/1706.05350',
    use: {
      zh: '权重的大小不影响输出，只影响有效的学习率。',
      en: 'The size of the weights does not matter for the output, only for the effective learning rate.',
    },
  },
  {
    id: 'luo2019',
    short: { zh: 'Luo 等，2019', en: 'Luo et al., 2019' },
    authors: 'Ping Luo, Xinjiang Wang, Wenqi Shao, Zhanglin Peng',
    year: 2019,
    title: 'Towards Understanding Regularization in Batch Normalization',
    published: 'International Conference on Learning Representations',
    url: 'https://arxiv.org/abs/1809.00846',
    use: {
      zh: '批统计量里的噪声怎样起到正则化的作用。',
      en: 'How the noise in the statistics of a batch regularises.',
    },
  },
  {
    id: 'mishkin2017',
    short: { zh: 'Mishkin 等，2017', en: 'Mishkin et al., 2017' },
    authors: 'Dmytro Mishkin, Nikolay Sergievskiy, Jiri Matas',
    year: 2017,
    title: 'Systematic evaluation of convolution neural network advances on the Imagenet',
    published: 'Computer Vision and Image Understanding 161, 11–19',
    url: 'https://arxiv.org/abs/1606.02228',
    use: {
      zh: '在同一个网络上比较：批规范化放在激活函数之前，还是之后。',
      en: 'Compares, in one and the same network, batch normalisation before and after the activation.',
    },
  },
  {
    id: 'ba2016',
    short: { zh: 'Ba 等，2016', en: 'Ba et al., 2016' },
    authors: 'Jimmy Lei Ba, Jamie Ryan Kiros, Geoffrey E. Hinton',
    year: 2016,
    title: 'Layer Normalization',
    published: 'arXiv:1607.06450',
    url: 'https://arxiv.org/abs/1607.06450',
    use: {
      zh: '层规范化：在一个样本的各单元上求均值和方差，与同批的样本无关。',
      en: 'Layer normalisation: mean and variance over the units of one sample, whatever the batch.',
    },
  },
  {
    id: 'wu2018',
    short: { zh: '吴育昕与何恺明，2018', en: 'Wu & He, 2018' },
    authors: 'Yuxin Wu, Kaiming He',
    year: 2018,
    title: 'Group Normalization',
    published: 'European Conference on Computer Vision, 3–19',
    url: 'https://arxiv.org/abs/1803.08494',
    use: {
      zh: '批很小时，批规范化的误差怎样上升；以及一种不看批的做法。',
      en: 'How the error of batch normalisation rises as batches get small, and a way that does not look at the batch.',
    },
  },
  {
    id: 'shannon1948',
    short: { zh: 'Shannon，1948', en: 'Shannon, 1948' },
    authors: 'Claude E. Shannon',
    year: 1948,
    title: 'A Mathematical Theory of Communication',
    published: 'Bell System Technical Journal 27, 379–423',
    url: 'https://doi.org/10.1002/j.1538-7305.1948.tb01338.x',
    use: {
      zh: '信息论由此开始；熵和“对数度量惊讶”都出自这里。',
      en: 'Where information theory begins: entropy, and why surprise is measured by a logarithm.',
    },
  },
  {
    id: 'kullback1951',
    short: { zh: 'Kullback 与 Leibler，1951', en: 'Kullback & Leibler, 1951' },
    authors: 'Solomon Kullback, Richard A. Leibler',
    year: 1951,
    title: 'On Information and Sufficiency',
    published: 'Annals of Mathematical Statistics 22, 79–86',
    url: 'https://doi.org/10.1214/aoms/1177729694',
    use: {
      zh: '两组概率之间的散度，以它们的作者命名。',
      en: 'The divergence between two sets of probabilities that bears their names.',
    },
  },
  {
    id: 'fisher1922',
    short: { zh: 'Fisher，1922', en: 'Fisher, 1922' },
    authors: 'Ronald A. Fisher',
    year: 1922,
    title: 'On the mathematical foundations of theoretical statistics',
    published: 'Philosophical Transactions of the Royal Society A 222, 309–368',
    url: 'https://doi.org/10.1098/rsta.1922.0009',
    use: {
      zh: '最大似然作为一般方法在这里提出。',
      en: 'Maximum likelihood put forward as a general method.',
    },
  },
  {
    id: 'cox1958',
    short: { zh: 'Cox，1958', en: 'Cox, 1958' },
    authors: 'David R. Cox',
    year: 1958,
    title: 'The Regression Analysis of Binary Sequences',
    published: 'Journal of the Royal Statistical Society B 20, 215–232',
    url: 'https://doi.org/10.1111/j.2517-6161.1958.tb00292.x',
    use: {
      zh: '逻辑回归：一个 Sigmoid 单元，用二元交叉熵来拟合。',
      en: 'Logistic regression: a single sigmoid unit fitted with binary cross-entropy.',
    },
  },
  {
    id: 'solla1988',
    short: { zh: 'Solla、Levin 与 Fleisher，1988', en: 'Solla, Levin & Fleisher, 1988' },
    authors: 'Sara A. Solla, Esther Levin, Michael Fleisher',
    year: 1988,
    title: 'Accelerated Learning in Layered Neural Networks',
    published: 'Complex Systems 2, 625–640',
    url: 'https://wpmedia.wolfram.com/uploads/sites/13/2018/02/02-6-1.pdf',
    use: {
      zh: '用交叉熵代替平方误差训练多层网络，学得更快，并从误差曲面的形状解释原因。',
      en: 'Layered networks trained with cross-entropy instead of squared error learn faster; the shape of the error surface says why.',
    },
  },
  {
    id: 'bridle1990',
    short: { zh: 'Bridle，1990', en: 'Bridle, 1990' },
    authors: 'John S. Bridle',
    year: 1990,
    title:
      'Probabilistic Interpretation of Feedforward Classification Network Outputs, with Relationships to Statistical Pattern Recognition',
    published: 'Neurocomputing, NATO ASI Series F 68, 227–236, Springer',
    url: 'https://doi.org/10.1007/978-3-642-76153-9_28',
    use: {
      zh: '提出 softmax 这个名字，并说明它与对数概率的损失正好相配。',
      en: 'The name softmax, and why it belongs with a loss of log-probabilities.',
    },
  },
  {
    id: 'golik2013',
    short: { zh: 'Golik、Doetsch 与 Ney，2013', en: 'Golik, Doetsch & Ney, 2013' },
    authors: 'Pavel Golik, Patrick Doetsch, Hermann Ney',
    year: 2013,
    title: 'Cross-entropy vs. squared error training: a theoretical and experimental comparison',
    published: 'Interspeech 2013, 1756–1760',
    url: 'https://doi.org/10.21437/Interspeech.2013-436',
    use: {
      zh: '语音和手写识别上的对比：随机起点时平方误差停在较差的解，起点好时却能再改善一点。',
      en: 'A comparison on speech and handwriting: from a random start squared error ends in a poorer solution, from a good start it still improves a little.',
    },
  },
  {
    id: 'hui2021',
    short: { zh: 'Hui 与 Belkin，2021', en: 'Hui & Belkin, 2021' },
    authors: 'Like Hui, Mikhail Belkin',
    year: 2021,
    title:
      'Evaluation of Neural Architectures Trained with Square Loss vs Cross-Entropy in Classification Tasks',
    published: 'International Conference on Learning Representations (ICLR)',
    url: 'https://openreview.net/forum?id=hsFN92eQEla',
    use: {
      zh: '反面的证据：去掉 softmax 以后，平方误差在许多任务上不输交叉熵。',
      en: 'Evidence for the other side: without softmax, squared error holds its own on many tasks.',
    },
  },
  {
    id: 'blanchard2021',
    short: { zh: 'Blanchard、Higham 与 Higham，2021', en: 'Blanchard, Higham & Higham, 2021' },
    authors: 'Pierre Blanchard, Desmond J. Higham, Nicholas J. Higham',
    year: 2021,
    title: 'Accurately computing the log-sum-exp and softmax functions',
    published: 'IMA Journal of Numerical Analysis 41(4), 2311–2330',
    url: 'https://doi.org/10.1093/imanum/draa038',
    use: {
      zh: '先减最大值的算法有多准确，给出了误差界。',
      en: 'How accurate it is to subtract the largest first, with bounds on the error.',
    },
  },
  {
    id: 'nielsen2015cross',
    short: { zh: 'Nielsen，2015，第 3 章', en: 'Nielsen, 2015, chapter 3' },
    authors: 'Michael A. Nielsen',
    year: 2015,
    title: 'Neural Networks and Deep Learning, chapter 3',
    published: 'Determination Press',
    url: 'http://neuralnetworksanddeeplearning.com/chap3.html',
    use: {
      zh: '免费的在线教材；第 3 章从“学得太慢”出发引出交叉熵。',
      en: 'A free online book whose chapter 3 comes to cross-entropy from learning that is too slow.',
    },
  },
  {
    id: 'fukushima1969',
    short: { zh: 'Fukushima，1969', en: 'Fukushima, 1969' },
    authors: 'Kunihiko Fukushima',
    year: 1969,
    title: 'Visual Feature Extraction by a Multilayered Network of Analog Threshold Elements',
    published: 'IEEE Transactions on Systems Science and Cybernetics 5, 322–333',
    url: 'https://doi.org/10.1109/TSSC.1969.300225',
    use: {
      zh: '多层网络里最早的 ReLU。',
      en: 'The first ReLU in a network of several layers.',
    },
  },
  {
    id: 'nair2010',
    short: { zh: 'Nair 与 Hinton，2010', en: 'Nair & Hinton, 2010' },
    authors: 'Vinod Nair, Geoffrey E. Hinton',
    year: 2010,
    title: 'Rectified Linear Units Improve Restricted Boltzmann Machines',
    published: 'Proceedings of ICML',
    url: 'https://icml.cc/Conferences/2010/papers/432.pdf',
    use: {
      zh: 'ReLU 这个名字从这里传开。',
      en: 'The paper that made the name ReLU known.',
    },
  },
  {
    id: 'glorot2011',
    short: { zh: 'Glorot、Bordes 与 Bengio，2011', en: 'Glorot, Bordes & Bengio, 2011' },
    authors: 'Xavier Glorot, Antoine Bordes, Yoshua Bengio',
    year: 2011,
    title: 'Deep Sparse Rectifier Neural Networks',
    published: 'Proceedings of AISTATS, PMLR 15, 315–323',
    url: 'https://proceedings.mlr.press/v15/glorot11a.html',
    use: {
      zh: '用 ReLU 直接训练深层网络，以及激活值大半为 0 有什么好处。',
      en: 'Deep networks trained directly with ReLU, and what it is good for that most activations are 0.',
    },
  },
  {
    id: 'maas2013',
    short: { zh: 'Maas、Hannun 与 Ng，2013', en: 'Maas, Hannun & Ng, 2013' },
    authors: 'Andrew L. Maas, Awni Y. Hannun, Andrew Y. Ng',
    year: 2013,
    title: 'Rectifier Nonlinearities Improve Neural Network Acoustic Models',
    published: 'ICML Workshop on Deep Learning for Audio, Speech and Language Processing',
    url: 'https://ai.stanford.edu/~amaas/papers/relu_hybrid_icml2013_final.pdf',
    use: {
      zh: 'Leaky ReLU 的出处。',
      en: 'Where Leaky ReLU comes from.',
    },
  },
  {
    id: 'clevert2016',
    short: {
      zh: 'Clevert、Unterthiner 与 Hochreiter，2016',
      en: 'Clevert, Unterthiner & Hochreiter, 2016',
    },
    authors: 'Djork-Arné Clevert, Thomas Unterthiner, Sepp Hochreiter',
    year: 2016,
    title: 'Fast and Accurate Deep Network Learning by Exponential Linear Units (ELUs)',
    published: 'Proceedings of ICLR',
    url: 'https://arxiv.org/abs/1511.07289',
    use: {
      zh: 'ELU 的出处。',
      en: 'Where ELU comes from.',
    },
  },
  {
    id: 'hendrycks2016',
    short: { zh: 'Hendrycks 与 Gimpel，2016', en: 'Hendrycks & Gimpel, 2016' },
    authors: 'Dan Hendrycks, Kevin Gimpel',
    year: 2016,
    title: 'Gaussian Error Linear Units (GELUs)',
    published: 'arXiv:1606.08415',
    url: 'https://arxiv.org/abs/1606.08415',
    use: {
      zh: 'GELU 的出处。',
      en: 'Where GELU comes from.',
    },
  },
  {
    id: 'elfwing2018',
    short: { zh: 'Elfwing、Uchibe 与 Doya，2018', en: 'Elfwing, Uchibe & Doya, 2018' },
    authors: 'Stefan Elfwing, Eiji Uchibe, Kenji Doya',
    year: 2018,
    title:
      'Sigmoid-weighted linear units for neural network function approximation in reinforcement learning',
    published: 'Neural Networks 107, 3–11',
    url: 'https://doi.org/10.1016/j.neunet.2017.12.012',
    use: {
      zh: 'SiLU 的出处；后来它也叫 Swish。',
      en: 'Where SiLU comes from; it later became known as Swish as well.',
    },
  },
  {
    id: 'lu2020',
    short: { zh: 'Lu 等，2020', en: 'Lu et al., 2020' },
    authors: 'Lu Lu, Yeonjong Shin, Yanhui Su, George Em Karniadakis',
    year: 2020,
    title: 'Dying ReLU and Initialization: Theory and Numerical Examples',
    published: 'Communications in Computational Physics 28, 1671–1706',
    url: 'https://doi.org/10.4208/cicp.OA-2020-0165',
    use: {
      zh: '什么时候整个 ReLU 网络会坏死，怎样初始化能避免。',
      en: 'When whole ReLU networks die, and how initialisation prevents it.',
    },
  },
  {
    id: 'bertoin2021',
    short: { zh: 'Bertoin 等，2021', en: 'Bertoin et al., 2021' },
    authors: 'David Bertoin, Jérôme Bolte, Sébastien Gerchinovitz, Edouard Pauwels',
    year: 2021,
    title: 'Numerical influence of ReLU’(0) on backpropagation',
    published: 'Advances in Neural Information Processing Systems 34',
    url: 'https://arxiv.org/abs/2106.12915',
    use: {
      zh: 'ReLU 在 0 处的斜率取什么，训练时到底有没有影响。',
      en: 'Whether the slope that ReLU is given at 0 makes a difference in training.',
    },
  },
] as const satisfies readonly Reference[];

/** The id of a reference: a misspelt `<Cite id>` fails the type check. */
export type ReferenceId = (typeof entries)[number]['id'];

export const references: readonly Reference[] = entries;

/** @throws Error if no reference has this id */
export const referenceOf = (id: ReferenceId): Reference => {
  const found = references.find((reference) => reference.id === id);
  if (!found) throw new Error(`No reference "${id}" in src/book/references.ts`);
  return found;
};
