// @ts-check
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import remarkMath from 'remark-math';
import { bareStarlight } from './src/build/bare-starlight.ts';
import { bookBuild } from './src/build/book.ts';
import { edition } from './src/build/edition.ts';
import { remarkEqRefs } from './src/build/markdown/eq-refs.ts';
import { remarkHeadingIds } from './src/build/markdown/heading-ids.ts';
import { remarkMathHtml } from './src/build/markdown/math.ts';
import { rehypeSections } from './src/build/markdown/sections.ts';
import { shippedPackages } from './src/build/shipped.ts';

/** Packages that reach the reader; the page with their licences must name each of them. */
const shipped = new Set();

const nothing = './src/theme/components/Nothing.astro';
const passage = './src/theme/components/Passage.astro';

export default defineConfig({
  site: process.env.SITE ?? 'https://example.org',
  base: process.env.BASE ?? '/',
  trailingSlash: 'always',
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      remarkPlugins: [remarkMath, remarkMathHtml, remarkHeadingIds, remarkEqRefs],
      rehypePlugins: [rehypeSections],
    }),
  },
  integrations: [
    starlight({
      title: { 'zh-CN': '前向与反向', en: 'Forward & Back' },
      defaultLocale: 'zh',
      locales: { zh: { label: '简体中文', lang: 'zh-CN' }, en: { label: 'English', lang: 'en' } },
      expressiveCode: false,
      markdown: { processedDirs: ['./content'], headingLinks: false },
      sidebar: [],
      disable404Route: true,
      customCss: ['./src/theme/layers.css'],
      tableOfContents: false,
      titleDelimiter: '·',
      components: {
        Banner: nothing,
        ContentPanel: passage,
        DraftContentNotice: nothing,
        FallbackContentNotice: nothing,
        Footer: './src/theme/components/Footer.astro',
        Head: './src/theme/components/Head.astro',
        Header: nothing,
        Hero: nothing,
        MarkdownContent: './src/theme/components/MarkdownContent.astro',
        PageFrame: './src/theme/components/PageFrame.astro',
        PageSidebar: nothing,
        PageTitle: './src/theme/components/PageTitle.astro',
        Sidebar: nothing,
        SkipLink: './src/theme/components/SkipLink.astro',
        ThemeProvider: './src/theme/components/ThemeProvider.astro',
        TwoColumnContent: passage,
      },
    }),
    mdx(),
    preact(),
    bookBuild(shipped),
  ],
  build: { inlineStylesheets: 'always' },
  vite: {
    define: {
      'import.meta.env.EDITION': JSON.stringify(edition.version),
      'import.meta.env.EDITION_DATE': JSON.stringify(edition.date),
    },
    plugins: [bareStarlight(), shippedPackages(shipped)],
    build: { assetsInlineLimit: 0 },
  },
});
