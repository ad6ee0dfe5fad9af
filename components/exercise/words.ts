import type { Lang } from '@book/languages';
import type { Kind } from './types';

interface ExerciseWords {
  kinds: Record<Kind, string>;
  check: string;
  run: string;
  running: string;
  again: string;
  link: string;
  hint: string;
  solution: string;
  answer: string;
  right: string;
  no: string;
  carried: string;
  wrong: string;
  coarse: string;
  transposed: string;
  shape: string;
  cells: string;
  empty: string;
  unreadable: string;
  chooseOne: string;
  notAll: string;
  up: string;
  down: string;
  moved: string;
  early: string;
  explained: string;
  report: string;
  rows: string;
  columns: string;
  cell: string;
  widget: string;
  done: string;
  helped: string;
  due: string;
  caseName: string;
  input: string;
  expected: string;
  got: string;
  line: string;
  allRight: string;
  someWrong: string;
  stopped: Record<'time' | 'flood' | 'closed', string>;
  missing: string;
  broken: string;
  noImport: string;
  output: string;
  outputCut: string;
  byDifferences: string;
  codeLabel: string;
  restore: string;
  trouble: Record<'blocked' | 'full' | 'newer-version', string>;
  failed: string;
}

/** Words around every exercise. `{…}` is filled in. */
export const words: Record<Lang, ExerciseWords> = {
  zh: {
    kinds: {
      number: '填数',
      matrix: '填矩阵',
      choice: '选择',
      order: '排序',
      predict: '预测',
      code: '编程',
      'find-the-bug': '找错',
    },
    check: '核对',
    run: '运行',
    running: '正在运行……',
    again: '换一组数',
    link: '这一题的链接',
    hint: '提示 {n}',
    solution: '解答',
    answer: '你的答案',
    right: '对。',
    no: '不对。',
    carried: '按你前面的答案算，这一步是对的。',
    wrong: '不对。再看一遍，或者打开一个提示。',
    coarse: '到这一位是对的，但题目要的小数位更多。',
    transposed: '这是答案的转置：行和列换了。',
    shape: '形状不对。先想清楚它该有几行几列。',
    cells: '有 {n} 个元素还不对，已经标出来了。',
    empty: '这里还没有填。',
    unreadable: '“{text}”读不出来是什么数。可以写 −0.25、1/4 或 2.5e-3。',
    chooseOne: '先选一个。',
    notAll: '选中的都对，但还没有选全。',
    up: '上移：{line}',
    down: '下移：{line}',
    moved: '现在是第 {n} 行，共 {all} 行',
    early: '有一行放得太早：它要用到的东西，后面才出现。',
    explained: '正文里的解释',
    report: '报告疑问',
    rows: '行数',
    columns: '列数',
    cell: '{name}，第 {i} 行第 {j} 列',
    widget: '现在可以在图里验证：',
    done: '已完成',
    helped: '看过提示后完成',
    due: '该复习了',
    caseName: '情形',
    input: '输入',
    expected: '应得',
    got: '得到',
    line: '第 {n} 行',
    allRight: '全部 {n} 种情形都对。',
    someWrong: '{n} 种情形里对了 {right} 种。',
    stopped: {
      time: '运行超过两秒，已经停止。是不是有一个停不下来的循环？',
      flood: '代码发出了太多消息，已经停止。',
      closed: '代码没有正常结束，已经停止。',
    },
    missing: '没有找到名叫 {name} 的函数。',
    broken: '代码读不进去：{message}',
    noImport: '这里不能用 import：代码在一个没有网络、没有文件的沙盒里运行。',
    output: '输出',
    outputCut: '（太长，后面的没有显示）',
    byDifferences: '有限差分',
    codeLabel: '{title}：代码',
    restore: '恢复原来的代码',
    trouble: {
      blocked: '浏览器不允许保存，所以进度只在这次打开期间有效。',
      full: '浏览器的存储空间满了，新的进度只在这次打开期间有效。',
      'newer-version': '另一个标签页用的是更新的版本，刷新这一页就能继续保存进度。',
    },
    failed: '这道题的程序没能载入。检查网络后，再点一次。',
  },
  en: {
    kinds: {
      number: 'number',
      matrix: 'matrix',
      choice: 'choice',
      order: 'order',
      predict: 'predict',
      code: 'code',
      'find-the-bug': 'find the bug',
    },
    check: 'Check',
    run: 'Run',
    running: 'Running …',
    again: 'Another one',
    link: 'Link to this one',
    hint: 'Hint {n}',
    solution: 'Solution',
    answer: 'Your answer',
    right: 'Right.',
    no: 'Not so.',
    carried: 'Right, given your earlier answer.',
    wrong: 'Not so. Look again, or open a hint.',
    coarse: 'Right as far as it goes, but more decimals are asked for.',
    transposed: 'This is the transpose of the answer: rows and columns changed places.',
    shape: 'The shape is not right. Think first of how many rows and columns there must be.',
    cells: 'Entries still wrong: {n}. They are marked.',
    empty: 'Nothing here yet.',
    unreadable: '“{text}” cannot be read as a number. Write −0.25, 1/4 or 2.5e-3.',
    chooseOne: 'Choose one first.',
    notAll: 'What you chose is right, but it is not all.',
    up: 'Move up: {line}',
    down: 'Move down: {line}',
    moved: 'Now line {n} of {all}',
    early: 'One line stands too early: what it uses appears only later.',
    explained: 'Explained in the text',
    report: 'Report a doubt',
    rows: 'Rows',
    columns: 'Columns',
    cell: '{name}, row {i}, column {j}',
    widget: 'Now see for yourself in the figure:',
    done: 'done',
    helped: 'done with help',
    due: 'due for review',
    caseName: 'Case',
    input: 'Input',
    expected: 'Expected',
    got: 'Got',
    line: 'line {n}',
    allRight: 'All {n} cases are right.',
    someWrong: 'Right in {right} of {n} cases.',
    stopped: {
      time: 'It ran for more than two seconds and was stopped. Is there a loop that never ends?',
      flood: 'The code sent too many messages and was stopped.',
      closed: 'The code did not end as it should and was stopped.',
    },
    missing: 'There is no function called {name}.',
    broken: 'The code cannot be read: {message}',
    noImport: 'There is no import here: the code runs in a sandbox without network or files.',
    output: 'Output',
    outputCut: '(too long, the rest is not shown)',
    byDifferences: 'finite differences',
    codeLabel: '{title}: code',
    restore: 'Back to the first code',
    trouble: {
      blocked: 'This browser does not allow storing, so progress lasts for this visit only.',
      full: 'This browser’s storage is full, so new progress lasts for this visit only.',
      'newer-version':
        'Another tab runs a newer version; reload this page to go on storing progress.',
    },
    failed: 'The code of this exercise did not load. Check the connection, then try again.',
  },
};
