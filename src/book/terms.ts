/** A concept, the one word this book has for it in Chinese, and words other books have for it. */
export interface ChineseTerm {
  en: string;
  use: string;
  /** What must not stand in the book for this concept. */
  not: RegExp;
}

/** One Chinese term for each concept. `terms.test.ts` holds the whole book against this list. */
export const chineseTerms: readonly ChineseTerm[] = [
  // Networks
  // A node of a computation graph is 结点.
  { en: 'unit', use: '单元', not: /神经元|节点/ },
  { en: 'weight', use: '权重', not: /权值/ },
  { en: 'bias', use: '偏置', not: /偏置量|偏移量|偏差项/ },
  { en: 'weighted sum', use: '加权和', not: /净输入|预激活|加权总和/ },
  { en: 'activation', use: '激活值', not: /激活输出|激活量|活化/ },
  { en: 'activation function', use: '激活函数', not: /激励函数|传递函数/ },
  { en: 'hidden layer', use: '隐藏层', not: /隐层|隐含层/ },
  { en: 'target', use: '目标值', not: /期望输出|真实标签/ },
  { en: 'one-hot', use: '独热编码', not: /独热(?!编码)|\p{Script=Han} ?one-hot/u },
  { en: 'sigmoid', use: 'Sigmoid', not: /\p{Script=Han} ?sigmoid/u },
  { en: 'tanh', use: 'tanh', not: /\p{Script=Han} ?Tanh/u },
  { en: 'softmax', use: 'softmax', not: /\p{Script=Han} ?Softmax/u },
  { en: 'dead unit', use: '坏死的单元', not: /死亡|死掉|神经元坏死/ },
  { en: 'decision boundary', use: '决策边界', not: /分界线|判别边界|决策面/ },

  // Passes and gradients
  { en: 'forward pass', use: '前向计算', not: /前向传播|正向传播|前馈计算/ },
  { en: 'backpropagation', use: '反向传播', not: /逆向传播|后向传播|反传/ },
  // 误差 by itself is a difference: 平方误差, 舍入误差.
  { en: 'error δ', use: '误差项', not: /误差(?: ?δ|往回|往前|穿过|矩阵|一路|每过)/ },
  { en: 'finite difference', use: '有限差分', not: /数值梯度|数值微分|数值求导/ },
  { en: 'gradient check', use: '梯度检验', not: /梯度检查|梯度校验/ },
  { en: 'elementwise', use: '逐元素', not: /按元素|点乘|哈达玛|Hadamard/ },
  { en: 'Jacobian', use: '雅可比矩阵', not: /雅各比|雅克比|\p{Script=Han} ?Jacobian/u },
  { en: 'chain rule', use: '链式法则', not: /链式规则|连锁律/ },
  { en: 'vanishing gradient', use: '梯度消失', not: /梯度弥散/ },
  { en: 'gradient clipping', use: '截断', not: /裁剪|剪裁/ },

  // Training
  { en: 'learning rate', use: '学习率', not: /学习速率|学习步长/ },
  { en: 'mini-batch', use: '小批量', not: /小批次|迷你批/ },
  { en: 'batch size', use: '批大小', not: /批量大小|批的大小|批次/ },
  { en: 'epoch', use: '轮', not: /训练周期|回合|世代/ },
  { en: 'update', use: '更新', not: /迭代/ },
  { en: 'momentum', use: '动量', not: /冲量/ },
  { en: 'schedule', use: '时间表', not: /调度器/ },
  { en: 'saddle point', use: '鞍点', not: /马鞍点/ },
  { en: 'running average', use: '滑动平均', not: /移动平均|指数平均/ },
  { en: 'generalisation', use: '泛化', not: /推广能力/ },
  { en: 'overfitting', use: '过拟合', not: /过度拟合|过学习/ },
  { en: 'regularisation', use: '正则化', not: /正规化|规则化/ },
  { en: 'dropout', use: 'dropout', not: /丢弃法|暂退|\p{Script=Han} ?Dropout/u },
  { en: 'weight decay', use: '权重衰减', not: /权重递减/ },
  { en: 'early stopping', use: '早停', not: /提前停止|提早停止/ },
  { en: 'normalisation', use: '规范化', not: /归一化|标准化/ },
  { en: 'inference', use: '推理', not: /推断/ },

  // The book itself
  { en: 'equation', use: '公式', not: /方程式|(?<!直线的)方程(?!组)/ },
  { en: 'exercise', use: '习题', not: /练习题|(?<!混合)练习(?!卷)/ },
];
