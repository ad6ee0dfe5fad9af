import type { Text } from './languages';

/** Something made by others that reaches the reader with the pages. */
export interface Shipped {
  /** Its name as its makers write it. */
  name: string;
  /** What it does for the reader. */
  does: Text;
  /** The npm packages it is made of. Version and licence are read from them. */
  packages: readonly string[];
  /** The licence, where it is another than the packages name. */
  licence?: string;
}

/** Everything of others in the site; the build fails when a package is missing here, or needless. */
export const shipped: readonly Shipped[] = [
  {
    name: 'KaTeX',
    does: { zh: '公式的排版', en: 'the layout of formulas' },
    packages: ['katex'],
    // Its fonts say so themselves; the package names the licence of its code.
    licence: 'MIT, OFL-1.1',
  },
  {
    name: 'Inter',
    does: { zh: '图和界面的字体', en: 'the typeface of figures and controls' },
    packages: ['@fontsource-variable/inter'],
  },
  {
    name: 'Source Serif 4',
    does: { zh: '英文正文的字体', en: 'the typeface of the English text' },
    packages: ['@fontsource-variable/source-serif-4'],
  },
  {
    name: 'Starlight',
    does: { zh: '页面的骨架', en: 'the frame of the pages' },
    packages: ['@astrojs/starlight'],
  },
  {
    name: 'Astro',
    does: { zh: '让图在看到时活起来', en: 'wakes a figure when it is looked at' },
    packages: ['astro', '@astrojs/preact'],
  },
  {
    name: 'Preact',
    does: { zh: '画图，并随你的操作重画', en: 'draws the figures, again at each change' },
    packages: ['preact', '@preact/signals', '@preact/signals-core'],
  },
  {
    name: 'Valibot',
    does: { zh: '检查链接和文件里的数', en: 'checks what links and files bring' },
    packages: ['valibot'],
  },
  {
    name: 'Pagefind',
    does: { zh: '搜索', en: 'the search' },
    packages: ['pagefind'],
  },
  {
    name: 'CodeMirror',
    does: { zh: '编程题的编辑器', en: 'the editor of code exercises' },
    packages: [
      '@codemirror/view',
      '@codemirror/autocomplete',
      '@codemirror/commands',
      '@codemirror/lang-javascript',
      '@codemirror/language',
      '@codemirror/state',
      '@lezer/common',
      '@lezer/highlight',
      '@lezer/javascript',
      '@lezer/lr',
      '@marijn/find-cluster-break',
      'style-mod',
      'w3c-keyname',
    ],
  },
  {
    name: 'Sucrase',
    does: { zh: '去掉代码里的类型', en: 'takes the types out of your code' },
    packages: [
      'sucrase',
      'lines-and-columns',
      'ts-interface-checker',
      '@jridgewell/gen-mapping',
      '@jridgewell/resolve-uri',
      '@jridgewell/sourcemap-codec',
      '@jridgewell/trace-mapping',
    ],
  },
  {
    name: 'idb',
    does: { zh: '在浏览器里保存进度', en: 'keeps your progress in the browser' },
    packages: ['idb'],
  },
  {
    name: 'ts-fsrs',
    does: { zh: '安排复习的日子', en: 'plans the days of review' },
    packages: ['ts-fsrs'],
  },
];
