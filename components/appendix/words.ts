import type { Lang } from '@book/languages';

interface Words {
  symbol: string;
  meaning: string;
  shape: string;
  equation: string;
  thisBook: string;
  qiu: string;
  figures: string;
  derivations: string;
  noDerivations: string;
  equations: string;
  /** `{n}`: section of the source note. */
  noteSection: string;
  why: string;
  copy: string;
  copied: string;
  copyByHand: string;
  part: string;
  version: string;
  licence: string;
  noErrata: string;
  /** `{version}`: the edition that no longer has the mistake. */
  mendedIn: string;
  /** Sections that chapters share, by anchor. */
  sections: Record<'a-worked-example' | 'where-this-goes-wrong' | 'summary' | 'exercises', string>;
}

/** Words of the appendices' lists and tables. */
export const words: Record<Lang, Words> = {
  zh: {
    symbol: '记号',
    meaning: '意思',
    shape: '形状',
    equation: '公式',
    thisBook: '本书',
    qiu: '邱锡鹏',
    figures: '图',
    derivations: '推导：',
    noDerivations: '没有要展开的推导。',
    noteSection: '笔记第 {n} 节：',
    why: '为什么：',
    copy: '复制',
    copied: '已复制',
    copyByHand: '浏览器不允许自动复制，文字已选中，请手动复制。',
    part: '名称与用途',
    version: '版本',
    licence: '许可证',
    noErrata: '至今没有。',
    mendedIn: '版本 {version} 已改正',
    equations: '全部公式',
    sections: {
      summary: '小结',
      'a-worked-example': '算例',
      'where-this-goes-wrong': '这里会出什么错',
      exercises: '习题',
    },
  },
  en: {
    symbol: 'symbol',
    meaning: 'meaning',
    shape: 'shape',
    equation: 'equation',
    thisBook: 'this book',
    qiu: 'Qiu',
    figures: 'Figures',
    derivations: 'Derivations: ',
    noDerivations: 'Nothing to unfold.',
    noteSection: 'Section {n} of the note:',
    why: 'Why:',
    copy: 'Copy',
    copied: 'Copied',
    copyByHand: 'The browser does not allow copying; the text is selected, copy it yourself.',
    part: 'part and what it does',
    version: 'version',
    licence: 'licence',
    noErrata: 'None so far.',
    mendedIn: 'mended in edition {version}',
    equations: 'all equations',
    sections: {
      summary: 'summary',
      'a-worked-example': 'worked example',
      'where-this-goes-wrong': 'where this goes wrong',
      exercises: 'exercises',
    },
  },
};
