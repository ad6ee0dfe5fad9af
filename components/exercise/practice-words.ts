import type { Lang } from '@book/languages';

interface PracticeWords {
  chapters: string;
  next: string;
  all: string;
  seed: string;
  solutions: string;
  print: string;
  badSeed: string;
  showing: string;
  needsScript: string;
  exercise: string;
  kind: string;
  state: string;
  dueOn: string;
  never: string;
  done: string;
  helped: string;
  due: string;
  summary: string;
  count: string;
  export: string;
  import: string;
  anki: string;
  erase: string;
  eraseQuestion: string;
  eraseYes: string;
  keep: string;
  erased: string;
  imported: string;
  refused: Record<'too-large' | 'not-json' | 'other-file' | 'newer' | 'damaged', string>;
  remind: string;
}

/** Words of the progress and practice pages. */
export const practiceWords: Record<Lang, PracticeWords> = {
  zh: {
    chapters: '从这些章里出题',
    next: '来一道（新的数）',
    all: '全部列出',
    seed: '种子',
    solutions: '带解答',
    print: '打印',
    badSeed: '种子是 0 到 4294967295 之间的整数。',
    showing: '{n} 道题，种子 {seed}。',
    needsScript: '进度保存在你的浏览器里，显示它需要脚本。',
    exercise: '习题',
    kind: '类型',
    state: '情况',
    dueOn: '复习日期',
    never: '还没做',
    done: '已完成',
    helped: '看过提示后完成',
    due: '该复习了',
    summary: '已完成 {done} 道，其中 {helped} 道看过提示；现在该复习 {due} 道。',
    count: '（{done}/{all}）',
    export: '导出进度',
    import: '导入进度',
    anki: '导出为 Anki 卡片（CSV）',
    erase: '清除进度',
    eraseQuestion:
      '清除后，所有答题记录和代码草稿都会从这个浏览器里删掉，无法恢复。要先导出一份吗？',
    eraseYes: '清除',
    keep: '保留',
    erased: '已清除。',
    imported: '已导入 {n} 条记录，与原有的合在一起。',
    refused: {
      'too-large': '文件太大，不像是这本书导出的进度。原来的进度没有改动。',
      'not-json': '文件读不出来，可能不完整。原来的进度没有改动。',
      'other-file': '这不是本书导出的进度文件。原来的进度没有改动。',
      newer: '这个文件来自更新的版本（{version}），这里读不了。原来的进度没有改动。',
      damaged: '文件在 {where} 处损坏，所以整份没有导入。原来的进度没有改动。',
    },
    remind: '有些浏览器会清理久未打开的网站数据。隔一段时间导出一份，进度就不会丢。',
  },
  en: {
    chapters: 'Exercises from these chapters',
    next: 'One exercise, fresh numbers',
    all: 'Show all',
    seed: 'Seed',
    solutions: 'With solutions',
    print: 'Print',
    badSeed: 'A seed is a whole number from 0 to 4294967295.',
    showing: 'Exercises: {n}. Seed {seed}.',
    needsScript: 'Progress is kept in your browser; showing it needs scripts.',
    exercise: 'Exercise',
    kind: 'Kind',
    state: 'State',
    dueOn: 'Review on',
    never: 'not yet done',
    done: 'done',
    helped: 'done with help',
    due: 'due for review',
    summary: 'Done: {done}, of these with help: {helped}. Due for review now: {due}.',
    count: '({done}/{all})',
    export: 'Export progress',
    import: 'Import progress',
    anki: 'Export as Anki cards (CSV)',
    erase: 'Erase progress',
    eraseQuestion:
      'Erasing removes every answer and every draft of code from this browser for good. Have you exported a copy?',
    eraseYes: 'Erase',
    keep: 'Keep',
    erased: 'Erased.',
    imported: 'Entries imported: {n}, added to what was here.',
    refused: {
      'too-large':
        'This file is too large to be an export of this book. Your progress is as it was.',
      'not-json': 'This file cannot be read; it may be incomplete. Your progress is as it was.',
      'other-file': 'This file is not an export of this book. Your progress is as it was.',
      newer:
        'This file comes from a newer version ({version}) and cannot be read here. Your progress is as it was.',
      damaged:
        'This file is damaged at {where}, so none of it was read. Your progress is as it was.',
    },
    remind:
      'Some browsers clear the data of sites that were not opened for a while. Export a copy now and then.',
  },
};
