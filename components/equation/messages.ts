import type { Text } from '@book/languages';

/** Words around equations. */
export const messages = {
  equation: { zh: '公式 {n}', en: 'Equation {n}' },
  checked: {
    zh: '构建本书时验算过：{trials} 次随机试验两边相等；{wrong} 种常见的写错都能查出来。',
    en: 'Checked when this book was built: both sides agree in {trials} random trials; {wrong} usual slips are caught.',
  },
  rows: {
    zh: '按行排列的写法（框架的习惯）',
    en: 'The same with samples as rows, as frameworks write it',
  },
  shapes: { zh: '形状', en: 'Shapes' },
  derivation: { zh: '推导', en: 'Derivation' },
  report: { zh: '报告疑问', en: 'Report a doubt' },
  usedIn: { zh: '用在', en: 'Used in' },
  rejects: { zh: '能查出的写错', en: 'Slips it catches' },
} as const satisfies Record<string, Text>;
