import { tex } from '@components/exercise/tex';
import type { ChoiceExercise } from '@components/exercise/types';
import { drawList } from '@components/exercise/values';
import { countedOn } from '../multiplications';

/** What each option counts, under the name of its slot. */
const options = ['backward', 'forward', 'twice', 'differences'] as const;

export const costBackward: ChoiceExercise = {
  id: 'fb-cost',
  kind: 'choice',
  title: { en: 'What the backward pass costs', zh: '反向一次要算多少' },
  about: 'what-it-costs',
  statement: {
    en: tex`A network has $\slot{n.1}$ inputs, $\slot{n.2}$ hidden units and $\slot{n.3}$ outputs. How many multiplications does its backward pass take for one sample? Count one for each time a weight is used, as in this chapter; leave the slopes of the activation functions aside.`,
    zh: tex`一个网络有 $\slot{n.1}$ 个输入、$\slot{n.2}$ 个隐藏单元和 $\slot{n.3}$ 个输出。对一个样本反向一次，要多少次乘法？照本章的数法，每用到一个权重算一次，激活函数的斜率不计。`,
  },
  draw: (random) => {
    const n = drawList(random, 3, 3, 12, 0);
    const { forward, backward, parameters } = countedOn(n);
    const first = n[0]! * n[1]!;
    const second = n[1]! * n[2]!;
    return {
      n,
      first,
      second,
      forward,
      backward,
      twice: 2 * forward,
      differences: 2 * parameters * forward,
    };
  },
  options: [
    {
      id: 'backward',
      text: { en: tex`$\slot{backward}$`, zh: tex`$\slot{backward}$` },
      says: {
        en: 'Every weight is used once for its gradient, and those of the second layer once more for sending the errors back.',
        zh: '求梯度时每个权重用一回；往回传误差项时，第二层的权重再用一回。',
      },
    },
    {
      id: 'forward',
      text: { en: tex`$\slot{forward}$`, zh: tex`$\slot{forward}$` },
      says: {
        en: 'That is the forward pass, or the gradients alone. The errors also have to be sent back through the second layer.',
        zh: '这是前向一次的次数，也是只求梯度的次数。误差项还要通过第二层往回传。',
      },
    },
    {
      id: 'twice',
      text: { en: tex`$\slot{twice}$`, zh: tex`$\slot{twice}$` },
      says: {
        en: 'That would send errors back to the inputs as well. Inputs have no parameters, so nothing needs to go there.',
        zh: '这等于把误差项也传回了输入。输入没有参数，不必传到那里。',
      },
    },
    {
      id: 'differences',
      text: { en: tex`$\slot{differences}$`, zh: tex`$\slot{differences}$` },
      says: {
        en: 'That is the price of two-sided finite differences: two forward passes for every parameter.',
        zh: '这是双侧有限差分的代价：每个参数都要前向两次。',
      },
    },
  ],
  right: ({ n, ...values }) => {
    const { backward } = countedOn(n as readonly number[]);
    return options.filter((id) => values[id] === backward);
  },
  hints: [
    {
      en: 'How often does the backward pass use a weight of the last layer? And one of the first layer?',
      zh: '反向一次，最后一层的一个权重用几回？第一层的呢？',
    },
    {
      en: tex`A gradient takes one multiplication for each weight. Sending errors back takes one for each weight of layer 2; layer 1 need not send anything to the inputs.`,
      zh: tex`求梯度，每个权重乘一次。往回传误差项，第 2 层的每个权重乘一次；第 1 层不必往输入传。`,
    },
    {
      en: tex`Layer 1 has $\slot{n.2} \cdot \slot{n.1} = \slot{first}$ weights, layer 2 has $\slot{n.3} \cdot \slot{n.2} = \slot{second}$.`,
      zh: tex`第 1 层有 $\slot{n.2} \cdot \slot{n.1} = \slot{first}$ 个权重，第 2 层有 $\slot{n.3} \cdot \slot{n.2} = \slot{second}$ 个。`,
    },
  ],
  solution: [
    {
      en: tex`Gradients: one for each weight, $\slot{n.2} \cdot \slot{n.1} + \slot{n.3} \cdot \slot{n.2} = \slot{forward}$.`,
      zh: tex`求梯度：每个权重一次，$\slot{n.2} \cdot \slot{n.1} + \slot{n.3} \cdot \slot{n.2} = \slot{forward}$。`,
    },
    {
      en: tex`Sending back through layer 2 only: $\slot{n.3} \cdot \slot{n.2} = \slot{second}$.`,
      zh: tex`往回传只经过第 2 层：$\slot{n.3} \cdot \slot{n.2} = \slot{second}$。`,
    },
    {
      en: tex`Together $\slot{forward} + \slot{second}$, that is $\slot{backward}$: less than twice the forward pass, which takes $\slot{forward}$.`,
      zh: tex`合起来 $\slot{forward} + \slot{second}$，等于 $\slot{backward}$：不到前向 $\slot{forward}$ 次的两倍。`,
    },
  ],
};
