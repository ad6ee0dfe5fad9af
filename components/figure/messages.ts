import type { Lang } from '@book/languages';

interface FrameMessages {
  numbers: string;
  code: string;
  pytorch: string;
  link: string;
  copied: string;
  copyByHand: string;
  embed: string;
  embedHint: string;
  reset: string;
  report: string;
  copy: string;
  damaged: string;
  leavesOut: string;
  tools: string;
  numbersHint: string;
  codeHint: string;
  pytorchHint: string;
  notLoaded: string;
  fromBook: string;
}

/** Words of the frame around every figure. */
export const frameMessages: Record<Lang, FrameMessages> = {
  zh: {
    numbers: '数值',
    code: '代码',
    pytorch: 'PyTorch',
    link: '复制链接',
    copied: '已复制',
    copyByHand: '浏览器不允许自动复制，请选中后手动复制：',
    embed: '嵌入',
    embedHint: '把这段代码放进你的网页或课件，图会带着现在的状态出现：',
    reset: '重置',
    report: '报告疑问',
    copy: '复制',
    damaged: '链接里的状态已损坏，读不出来，所以显示的是初始状态。',
    leavesOut: '没有画出的：',
    tools: '图的工具',
    numbersHint: '公式与此刻的数：',
    codeHint: '刚才运行的就是引擎里的这几行：',
    pytorchHint: '同样的数，用 PyTorch 再算一遍：',
    notLoaded: '脚本没有取到。请检查网络，再点一次。',
    fromBook: '选自《前向与反向》',
  },
  en: {
    numbers: 'Numbers',
    code: 'Code',
    pytorch: 'PyTorch',
    link: 'Copy link',
    copied: 'Copied',
    copyByHand: 'The browser does not allow copying; select this and copy it yourself:',
    embed: 'Embed',
    embedHint: 'Put this into your page or slides; the figure appears in its present state:',
    reset: 'Reset',
    report: 'Report a doubt',
    copy: 'Copy',
    damaged: 'The state in this link is damaged and cannot be read, so this is the first state.',
    leavesOut: 'Left out: ',
    tools: 'Tools of the figure',
    numbersHint: 'The equations with the present numbers:',
    codeHint: 'These lines of the engine are what just ran:',
    pytorchHint: 'The same numbers once more, in PyTorch:',
    notLoaded: 'The script did not arrive. Check the connection and press again.',
    fromBook: 'From “Forward & Back”',
  },
};
