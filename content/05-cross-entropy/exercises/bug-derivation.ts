import { tex } from '@components/exercise/tex';
import type { LineExercise } from '@components/exercise/types';

export const bugBinary: LineExercise = {
  id: 'ce-bug-binary',
  kind: 'find-the-bug',
  form: 'line',
  title: { en: 'Where did the sign go?', zh: '负号去哪儿了？' },
  about: 'binary-cross-entropy',
  statement: {
    en: tex`Somebody derives the error of a sigmoid output with binary cross-entropy. One line does not follow from the line before it; all others do. Find that line.`,
    zh: tex`有人这样推导 Sigmoid 输出配二元交叉熵的误差项。有一行不能由它的前一行得出，其余各行都可以。找出这一行。`,
  },
  lines: [
    {
      id: 'loss',
      text: {
        en: tex`The share of one output in the loss: $-\yout{j} \log \acti{L}{j} - (1 - \yout{j}) \log\bigl(1 - \acti{L}{j}\bigr)$`,
        zh: tex`一个输出在损失里占的部分：$-\yout{j} \log \acti{L}{j} - (1 - \yout{j}) \log\bigl(1 - \acti{L}{j}\bigr)$`,
      },
      says: {
        en: 'This is binary cross-entropy, as it should be. The bug is elsewhere.',
        zh: '这就是二元交叉熵，没有错。错在别处。',
      },
    },
    {
      id: 'chain',
      text: {
        en: tex`$\delti{L}{j} = \dd{\loss}{\acti{L}{j}}\,\dd{\acti{L}{j}}{\zi{L}{j}}$`,
        zh: tex`$\delti{L}{j} = \dd{\loss}{\acti{L}{j}}\,\dd{\acti{L}{j}}{\zi{L}{j}}$`,
      },
      says: {
        en: 'The chain rule; a sigmoid has one path only. The bug is elsewhere.',
        zh: '链式法则，Sigmoid 只有一条路。错在别处。',
      },
    },
    {
      id: 'differentiated',
      text: {
        en: tex`$= \Bigl(-\frac{\yout{j}}{\acti{L}{j}} - \frac{1 - \yout{j}}{1 - \acti{L}{j}}\Bigr)\,\acti{L}{j}\,\bigl(1 - \acti{L}{j}\bigr)$`,
        zh: tex`$= \Bigl(-\frac{\yout{j}}{\acti{L}{j}} - \frac{1 - \yout{j}}{1 - \acti{L}{j}}\Bigr)\,\acti{L}{j}\,\bigl(1 - \acti{L}{j}\bigr)$`,
      },
      says: {
        en: tex`Inside $\log\bigl(1 - \acti{L}{j}\bigr)$ the output has a minus of its own, and the chain rule brings it out. The second term must be positive.`,
        zh: tex`$\log\bigl(1 - \acti{L}{j}\bigr)$ 里面的输出自带一个负号，链式法则会把它带出来。第二项应当是正的。`,
      },
    },
    {
      id: 'multiplied',
      text: {
        en: tex`$= -\yout{j}\,\bigl(1 - \acti{L}{j}\bigr) - (1 - \yout{j})\,\acti{L}{j}$`,
        zh: tex`$= -\yout{j}\,\bigl(1 - \acti{L}{j}\bigr) - (1 - \yout{j})\,\acti{L}{j}$`,
      },
      says: {
        en: 'The denominators cancel as they should. This line only carries on what was wrong already.',
        zh: '分母约得没有错。这一行只是把前面的错带了下来。',
      },
    },
    {
      id: 'expanded',
      text: {
        en: tex`$= 2\,\yout{j}\,\acti{L}{j} - \yout{j} - \acti{L}{j}$`,
        zh: tex`$= 2\,\yout{j}\,\acti{L}{j} - \yout{j} - \acti{L}{j}$`,
      },
      says: {
        en: 'Multiplied out correctly. That nothing cancels here is a sign that something went wrong before.',
        zh: '乘开没有错。这里什么也没有抵消，正说明前面出了问题。',
      },
    },
  ],
  wrongLine: 'differentiated',
  hints: [
    {
      en: 'Try the result with target 0 and an output of 0.9. Which sign should the error have, and which does it have?',
      zh: '拿目标 0、输出 0.9 试一试。误差项应当是什么符号，算出来是什么符号？',
    },
    {
      en: 'Differentiate the two logarithms yourself, one after the other.',
      zh: '自己把两个对数依次求导。',
    },
    {
      en: tex`The derivative of $\log\bigl(1 - \acti{L}{j}\bigr)$ by $\acti{L}{j}$ is negative, and there is a minus in front of it.`,
      zh: tex`$\log\bigl(1 - \acti{L}{j}\bigr)$ 对 $\acti{L}{j}$ 的导数是负的，而它前面还有一个负号。`,
    },
  ],
  solution: [
    {
      en: tex`The derivative of $\log\bigl(1 - \acti{L}{j}\bigr)$ is minus 1 divided by $1 - \acti{L}{j}$. Together with the minus in front the second term becomes positive.`,
      zh: tex`$\log\bigl(1 - \acti{L}{j}\bigr)$ 的导数是负的 $1 - \acti{L}{j}$ 分之一，与前面的负号合起来，第二项变成正的。`,
    },
    {
      en: tex`The line that does not follow is $= \Bigl(-\frac{\yout{j}}{\acti{L}{j}} - \frac{1 - \yout{j}}{1 - \acti{L}{j}}\Bigr)\,\acti{L}{j}\,\bigl(1 - \acti{L}{j}\bigr)$. With a plus in its middle, everything but $\acti{L}{j} - \yout{j}$ cancels.`,
      zh: tex`不能由前一行得出的是 $= \Bigl(-\frac{\yout{j}}{\acti{L}{j}} - \frac{1 - \yout{j}}{1 - \acti{L}{j}}\Bigr)\,\acti{L}{j}\,\bigl(1 - \acti{L}{j}\bigr)$。中间改成加号，除了 $\acti{L}{j} - \yout{j}$，其余都会抵消。`,
    },
  ],
};
