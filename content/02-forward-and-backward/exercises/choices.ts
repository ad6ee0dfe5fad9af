import { tex } from '@components/exercise/tex';
import type { ChoiceExercise, Values } from '@components/exercise/types';
import { drawList, drawNumber, numberOf } from '@components/exercise/values';
import { Matrix, Network } from '@engine';

/** A layer of q units after p inputs, run forward and back on m samples of zeros. */
function ranOn(p: number, q: number, m: number): Network {
  const network = new Network({ sizes: [p, q], activations: ['sigmoid'], loss: 'squaredError' });
  network.forward(Matrix.zeros(p, m));
  network.backward(Matrix.zeros(q, m));
  return network;
}

/** The shapes that the options of `gradientShape` name. */
const offered = ({ p, q, m }: Values): Readonly<Record<string, readonly unknown[]>> => ({
  weights: [q, p],
  turned: [p, q],
  errors: [q, m],
  inputs: [p, m],
});

export const gradientShape: ChoiceExercise = {
  id: 'fb-gradient-shape',
  kind: 'choice',
  title: { en: 'The shape of a gradient', zh: '梯度的形状' },
  about: 'the-four-equations',
  statement: {
    en: tex`A layer of $\slot{q}$ units receives $\slot{p}$ inputs. A mini-batch has $\slot{m}$ samples, one in each column. Which shape (rows × columns) has $\dds{\loss}{\W{1}}$?`,
    zh: tex`一层有 $\slot{q}$ 个单元，收到 $\slot{p}$ 个输入。小批量有 $\slot{m}$ 个样本，一列一个。$\dds{\loss}{\W{1}}$ 是什么形状（行数 × 列数）？`,
  },
  draw: (random) => {
    const [p = 0, q = 0, m = 0] = drawList(random, 3, 2, 8, 0);
    return { p, q, m };
  },
  options: [
    {
      id: 'weights',
      text: { en: tex`$\slot{q} \times \slot{p}$`, zh: tex`$\slot{q} \times \slot{p}$` },
      says: {
        en: 'A gradient has the shape of what it belongs to: a row for each unit that receives, a column for each input. The samples have been summed away.',
        zh: '梯度的形状和它所属的东西一样：每个接收的单元一行，每个输入一列。对样本的求和已经做完了。',
      },
    },
    {
      id: 'turned',
      text: { en: tex`$\slot{p} \times \slot{q}$`, zh: tex`$\slot{p} \times \slot{q}$` },
      says: {
        en: 'Rows and columns have changed places. In this book a row of weights belongs to the unit that receives.',
        zh: '行和列换了位置。在本书里，一行权重属于一个接收的单元。',
      },
    },
    {
      id: 'errors',
      text: { en: tex`$\slot{q} \times \slot{m}$`, zh: tex`$\slot{q} \times \slot{m}$` },
      says: {
        en: tex`That is the shape of $\Deltam{1}$, which has a column for each sample. Its product with the inputs sums over the samples.`,
        zh: tex`这是 $\Deltam{1}$ 的形状，它每个样本占一列。它和输入相乘时，样本就被加掉了。`,
      },
    },
    {
      id: 'inputs',
      text: { en: tex`$\slot{p} \times \slot{m}$`, zh: tex`$\slot{p} \times \slot{m}$` },
      says: {
        en: tex`That is the shape of the inputs $\Xm$. A gradient has the shape of the parameter it belongs to.`,
        zh: tex`这是输入 $\Xm$ 的形状。梯度的形状和它所属的参数一样。`,
      },
    },
  ],
  right: (v) => {
    const { rows, cols } = ranOn(numberOf(v, 'p'), numberOf(v, 'q'), numberOf(v, 'm')).layer(1).dW;
    return Object.entries(offered(v))
      .filter(([, [r, c]]) => r === rows && c === cols)
      .map(([id]) => id);
  },
  hints: [
    {
      en: 'How many weights are there? As many entries has the gradient.',
      zh: '一共有多少个权重？梯度就有多少个元素。',
    },
    {
      en: tex`$\dds{\loss}{\W{1}}$ has the shape of $\W{1}$ itself, however many samples there are.`,
      zh: tex`$\dds{\loss}{\W{1}}$ 的形状和 $\W{1}$ 相同，与样本数无关。`,
    },
    {
      en: tex`$\W{1}$ turns $\slot{p}$ inputs into $\slot{q}$ sums, with one row for each sum.`,
      zh: tex`$\W{1}$ 把 $\slot{p}$ 个输入变成 $\slot{q}$ 个加权和，每个加权和占一行。`,
    },
  ],
  solution: [
    {
      en: tex`$\Deltam{1}$ is $\slot{q} \times \slot{m}$ and $\Xm$ is $\slot{p} \times \slot{m}$, so the product of $\Deltam{1}$ with the transpose of $\Xm$ is $(\slot{q} \times \slot{m})\,(\slot{m} \times \slot{p})$.`,
      zh: tex`$\Deltam{1}$ 是 $\slot{q} \times \slot{m}$，$\Xm$ 是 $\slot{p} \times \slot{m}$，所以 $\Deltam{1}$ 乘以 $\Xm$ 的转置是 $(\slot{q} \times \slot{m})\,(\slot{m} \times \slot{p})$。`,
    },
    {
      en: tex`The inner $\slot{m}$, the samples, is summed away, and $\slot{q} \times \slot{p}$ is left: the shape of $\W{1}$.`,
      zh: tex`中间的 $\slot{m}$ 是样本，求和以后就没有了，剩下 $\slot{q} \times \slot{p}$，正是 $\W{1}$ 的形状。`,
    },
  ],
};

/** What each option of `batchDoubled` names, in a network that has run. */
const named: Readonly<Record<string, (network: Network) => Matrix>> = {
  z: (network) => network.layer(1).z,
  delta: (network) => network.layer(1).delta,
  a: (network) => network.layer(1).a,
  w: (network) => network.layer(1).W,
  dw: (network) => network.layer(1).dW,
  db: (network) => network.layer(1).db,
};

const perSample = {
  en: 'It has a column for each sample, so it doubles with their number.',
  zh: '它每个样本占一列，样本多一倍，列数也多一倍。',
};

export const batchDoubled: ChoiceExercise = {
  id: 'fb-batch-doubled',
  kind: 'choice',
  several: true,
  title: { en: 'Twice as many samples', zh: '样本多一倍' },
  about: 'the-four-equations',
  statement: {
    en: tex`You train with mini-batches of $\slot{m}$ samples, one in each column, and change to $\slot{twice}$ samples. Choose all that change their shape.`,
    zh: tex`原来每个小批量有 $\slot{m}$ 个样本，一列一个，现在改成 $\slot{twice}$ 个。选出所有形状会变的量。`,
  },
  draw: (random) => {
    const m = drawNumber(random, 2, 32, 0);
    return { m, twice: 2 * m };
  },
  options: [
    { id: 'z', text: { en: tex`$\Zm{1}$`, zh: tex`$\Zm{1}$` }, says: perSample },
    { id: 'a', text: { en: tex`$\Am{1}$`, zh: tex`$\Am{1}$` }, says: perSample },
    { id: 'delta', text: { en: tex`$\Deltam{1}$`, zh: tex`$\Deltam{1}$` }, says: perSample },
    {
      id: 'w',
      text: { en: tex`$\W{1}$`, zh: tex`$\W{1}$` },
      says: {
        en: 'The weights belong to the network. All samples share them.',
        zh: '权重属于网络，所有样本共用。',
      },
    },
    {
      id: 'dw',
      text: { en: tex`$\dds{\loss}{\W{1}}$`, zh: tex`$\dds{\loss}{\W{1}}$` },
      says: {
        en: 'It is the mean over the samples and has the shape of the weights.',
        zh: '它是各个样本的平均，形状和权重一样。',
      },
    },
    {
      id: 'db',
      text: { en: tex`$\dds{\loss}{\bias{1}}$`, zh: tex`$\dds{\loss}{\bias{1}}$` },
      says: {
        en: 'It is the mean over the samples and has the shape of the biases.',
        zh: '它是各个样本的平均，形状和偏置一样。',
      },
    },
  ],
  right: (v) => {
    const [one, two] = [ranOn(3, 2, numberOf(v, 'm')), ranOn(3, 2, numberOf(v, 'twice'))];
    return Object.entries(named)
      .filter(([, of]) => of(one).rows !== of(two).rows || of(one).cols !== of(two).cols)
      .map(([id]) => id);
  },
  hints: [
    {
      en: 'Ask of each: does every sample have its own, or do all samples share one?',
      zh: '逐个问一问：它是每个样本各有一份，还是所有样本共用一份？',
    },
    {
      en: 'Sums, activations and errors are different for every sample. Parameters are not.',
      zh: '加权和、激活值、误差项，每个样本各不相同；参数不是。',
    },
    {
      en: tex`A gradient is a mean over all $\slot{twice}$ samples, so it has the shape of its parameter.`,
      zh: tex`梯度是对全部 $\slot{twice}$ 个样本的平均，所以形状和它所属的参数一样。`,
    },
  ],
  solution: [
    {
      en: tex`The parameter $\W{1}$ is shared. $\dds{\loss}{\W{1}}$ and $\dds{\loss}{\bias{1}}$ are means over the samples, $\slot{m}$ before and $\slot{twice}$ now, with the shapes of their parameters.`,
      zh: tex`参数 $\W{1}$ 是共用的。$\dds{\loss}{\W{1}}$ 和 $\dds{\loss}{\bias{1}}$ 是对样本的平均，原来是 $\slot{m}$ 个，现在是 $\slot{twice}$ 个，形状都和各自的参数一样。`,
    },
    {
      en: tex`What each sample has for itself gets $\slot{twice}$ columns instead of $\slot{m}$: $\Zm{1}$, $\Am{1}$ and $\Deltam{1}$.`,
      zh: tex`每个样本各有一份的，列数从 $\slot{m}$ 变成 $\slot{twice}$：$\Zm{1}$、$\Am{1}$ 和 $\Deltam{1}$。`,
    },
  ],
};
