import type { Lang, Text } from '@book/languages';
import type { TimedName } from './model';

/** What stands under the figure. */
export const caption: Text = {
  zh: '算一个激活值要多少纳秒。先看到的是做这本书时测得的数；按“在这个浏览器里测”，换成你自己的。最后一行是一次加权求和的时间：把输入个数调大，激活函数的快慢就不那么要紧了。',
  en: 'How many nanoseconds one activation takes. What you see first was measured where this book was made; press “Measure in this browser” for your own. The last row is one weighted sum: with many inputs, the speed of the activation function hardly matters.',
};

export const leavesOut: Text = {
  zh: '只测前向，一个核，双精度，不用 WebAssembly，取五次里最快的一次。GELU 的快慢取决于 erf 算到多准，没有列入。',
  en: 'the forward pass only, one core, double precision, without WebAssembly, the shortest of five runs. GELU is not in the list: its speed depends on how exactly erf is computed.',
};

export const timedText: Record<TimedName, string> = {
  relu: 'ReLU',
  leakyRelu: 'Leaky ReLU',
  sigmoid: 'Sigmoid',
  tanh: 'tanh',
  silu: 'SiLU',
  elu: 'ELU',
};

interface Messages {
  measure: string;
  again: string;
  running: string;
  here: string;
  recorded: string;
  table: string;
  name: string;
  ns: string;
  times: string;
  /** `{inputs}`; in two lines. */
  sum: string;
  /** `{slowest}`, `{share}`, `{relu}`. */
  means: string;
  count: string;
  inputs: string;
}

export const messages: Record<Lang, Messages> = {
  zh: {
    measure: '在这个浏览器里测',
    again: '再测一次',
    running: '正在测……',
    here: '刚才在你的浏览器里测得。',
    recorded: '做这本书时在服务器的 Chromium 里测得。',
    table: '一个值要多少纳秒',
    name: '函数',
    ns: '纳秒',
    times: '是 ReLU 的',
    sum: '加权和，\n{inputs} 个输入',
    means:
      '一个单元先求加权和，再算激活值。输入有 {inputs} 个时，激活函数占的时间：{slowest} 约 {share}%，ReLU 约 {relu}%。',
    count: '每次算多少个值',
    inputs: '单元的输入个数',
  },
  en: {
    measure: 'Measure in this browser',
    again: 'Measure again',
    running: 'Measuring …',
    here: 'Measured just now in your browser.',
    recorded: 'Measured where this book was made, in Chromium on a server.',
    table: 'Nanoseconds for one value',
    name: 'function',
    ns: 'ns',
    times: 'times ReLU',
    sum: 'weighted sum\nof {inputs} inputs',
    means:
      'A unit adds up first and then applies its function. With {inputs} inputs the function takes about {share}% of that time if it is {slowest}, and {relu}% if it is ReLU.',
    count: 'Values in one run',
    inputs: 'Inputs of the unit',
  },
};
