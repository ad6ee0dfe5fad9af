import type { Lang } from '@book/languages';

interface PracticeWords {
  intro: string;
  toProgress: string;
  and: string;
  toPractice: string;
  stop: string;
  chapters: string;
  next: string;
  all: string;
  seed: string;
  solutions: string;
  print: string;
  badSeed: string;
  sheet: string;
  noChapter: string;
  notLoaded: string;
  everything: string;
  needsScriptToPractise: string;
  showing: string;
  needsScript: string;
  exercise: string;
  kind: string;
  state: string;
  dueOn: string;
  reviewNow: string;
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
    intro:
      '每道题可以反复答，也可以换一组数再做。答错时，先看指出的是哪一步；想不出来，再逐个打开提示。正文里的图可以用来核对思路，但看图不算作答。记录只留在你的浏览器里，见',
    toProgress: '学习进度',
    and: '；想把各章的题混着练，去',
    toPractice: '混合练习',
    stop: '。',
    chapters: '从哪几章出题',
    next: '出一道题',
    all: '全部列出',
    seed: '种子',
    solutions: '带解答',
    print: '打印',
    badSeed: '种子是 0 到 4294967295 之间的整数。',
    sheet: '或者排一张练习卷',
    noChapter: '先选一章。',
    notLoaded: '题目没能载入。检查网络后再试一次。',
    everything: '全部习题',
    needsScriptToPractise:
      '抽题和换数需要脚本。没有脚本时，下面每道题的题目、提示和解答仍然可以在各章里看到。',
    showing: '{n} 道题，种子 {seed}。',
    needsScript: '进度保存在你的浏览器里，显示它需要脚本。',
    exercise: '习题',
    kind: '类型',
    state: '情况',
    dueOn: '复习日期',
    reviewNow: '现在该复习的',
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
    intro:
      'Answer as often as you like, or ask for fresh numbers. When an answer is wrong, read first which step it points to; open the hints one at a time. The figures may help you check your thinking; looking at them is no answer. What you did stays in your browser, under',
    toProgress: 'your progress',
    and: '. To mix the exercises of all chapters, go to ',
    toPractice: 'mixed practice',
    stop: '.',
    chapters: 'Exercises from these chapters',
    next: 'Give me an exercise',
    all: 'Show all',
    seed: 'Seed',
    solutions: 'With solutions',
    print: 'Print',
    badSeed: 'A seed is a whole number from 0 to 4294967295.',
    sheet: 'Or lay out a sheet',
    noChapter: 'Choose a chapter first.',
    notLoaded: 'The exercises did not load. Check the connection and try again.',
    everything: 'All exercises',
    needsScriptToPractise:
      'Drawing exercises and numbers needs scripts. Without them, every exercise of this list still stands in its chapter with hints and solution.',
    showing: 'Exercises: {n}. Seed {seed}.',
    needsScript: 'Progress is kept in your browser; showing it needs scripts.',
    exercise: 'Exercise',
    kind: 'Kind',
    state: 'State',
    dueOn: 'Review on',
    reviewNow: 'Due for review now',
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
