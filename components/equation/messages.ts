import type { Text } from '@book/languages';

/** Words around equations. */
export const messages = {
  equation: { zh: '公式 {n}', en: 'Equation {n}' },
  checked: {
    zh: '构建本书时验算过：{trials} 次随机试验两边相等；{wrong} 种常见的写错都能查出来。',
    en: 'Checked when this book was built: both sides agree in {trials} random trials; usual slips caught: {wrong}.',
  },
  rows: {
    zh: '按行排列的写法（框架的习惯）',
    en: 'The same with samples as rows, as frameworks write it',
  },
  shapes: { zh: '形状', en: 'Shapes' },
  derivation: { zh: '推导', en: 'Derivation' },
  report: { zh: '报告疑问', en: 'Report a doubt' },
  agreed: {
    zh: '{trials} 次随机试验，两边都相等。',
    en: 'Both sides agreed in {trials} random trials.',
  },
  rejects: { zh: '能查出的写错：', en: 'Slips it catches: ' },
  usedIn: { zh: '用在：', en: 'Used in: ' },
  defines: {
    zh: '这一行是定义或出发点。',
    en: 'This line defines: the derivation starts from it.',
  },
  wide: { zh: '公式 {n}，可以横向滚动', en: 'Equation {n}, scrolls sideways' },
  wideLine: { zh: '第 {n} 行，可以横向滚动', en: 'Line {n}, scrolls sideways' },
} as const satisfies Record<string, Text>;
