import type { Text } from './languages';

/** Words of the shell: everything a reader sees that belongs to no chapter and no figure. */
export const ui = {
  skip: { zh: '跳到正文', en: 'Skip to the text' },
  home: { zh: '首页', en: 'Home' },
  contents: { zh: '目录', en: 'Contents' },
  chapter: { zh: '第 {n} 章', en: 'Chapter {n}' },
  search: { zh: '搜索', en: 'Search' },
  searchPlaceholder: { zh: '搜索全书', en: 'Search the book' },
  searchNone: { zh: '没有找到“{q}”。', en: 'Nothing found for “{q}”.' },
  searchCount: { zh: '找到 {n} 页', en: 'Pages found: {n}' },
  searchFailed: {
    zh: '搜索未能载入，请检查网络后重试。',
    en: 'The search did not load. Check the connection and try again.',
  },
  progress: { zh: '进度', en: 'Progress' },
  close: { zh: '关闭', en: 'Close' },
  theme: { zh: '明暗', en: 'Theme' },
  themeAuto: { zh: '跟随系统', en: 'As the system' },
  themeLight: { zh: '浅色', en: 'Light' },
  themeDark: { zh: '深色', en: 'Dark' },
  previous: { zh: '上一章', en: 'Previous' },
  next: { zh: '下一章', en: 'Next' },
  edition: { zh: '版本', en: 'Edition' },
  licence: {
    zh: '文字与图以 CC BY 4.0 许可，代码以 MIT 许可证发布。',
    en: 'Text and figures under CC BY 4.0, code under the MIT licence.',
  },
  about: { zh: '关于本书', en: 'About this book' },
  engine: { zh: '引擎文档（英文）', en: 'Engine documentation' },
  report: { zh: '报告疑问', en: 'Report a doubt' },
} as const satisfies Record<string, Text>;

/** Puts values into a string's `{names}`. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
