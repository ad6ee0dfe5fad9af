import type { Lang } from '@book/languages';

interface ControlMessages {
  empty: string;
  unreadable: string;
  tooSmall: string;
  tooLarge: string;
  first: string;
  back: string;
  next: string;
  play: string;
  pause: string;
  speed: string;
  step: string;
  train: string;
  once: string;
  restart: string;
  seed: string;
  anotherSeed: string;
  check: string;
  /** `{epsilon}`. */
  byDifferences: string;
  byBackprop: string;
  relative: string;
}

/** Words of the controls. `{text}`, `{min}`, `{max}` are filled in. */
export const controlMessages: Record<Lang, ControlMessages> = {
  zh: {
    empty: '这里要填一个数。仍按原来的数计算。',
    unreadable: '“{text}”不是一个数。可以写 −0.25、1/4 或 2.5e-3。仍按原来的数计算。',
    tooSmall: '这里最小是 {min}。仍按原来的数计算。',
    tooLarge: '这里最大是 {max}。仍按原来的数计算。',
    first: '回到开头',
    back: '上一步',
    next: '下一步',
    play: '播放',
    pause: '暂停',
    speed: '速度',
    step: '步',
    train: '训练',
    once: '更新一次',
    restart: '重新开始',
    seed: '种子',
    anotherSeed: '换一个种子',
    check: '验算这个数（±ε）',
    byDifferences: '有限差分（ε = {epsilon}）',
    byBackprop: '反向传播',
    relative: '相对误差',
  },
  en: {
    empty: 'A number belongs here. The old one still counts.',
    unreadable: '“{text}” is not a number. Write −0.25, 1/4 or 2.5e-3. The old one still counts.',
    tooSmall: 'The smallest here is {min}. The old one still counts.',
    tooLarge: 'The largest here is {max}. The old one still counts.',
    first: 'To the start',
    back: 'Back',
    next: 'Next',
    play: 'Play',
    pause: 'Pause',
    speed: 'Speed',
    step: 'Step',
    train: 'Train',
    once: 'One update',
    restart: 'Start again',
    seed: 'Seed',
    anotherSeed: 'Another seed',
    check: 'Check this number (±ε)',
    byDifferences: 'finite differences (ε = {epsilon})',
    byBackprop: 'backpropagation',
    relative: 'relative error',
  },
};
