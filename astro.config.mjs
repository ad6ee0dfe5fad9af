// @ts-check
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import remarkMath from 'remark-math';
import { remarkHeadingIds } from './src/build/markdown/heading-ids.ts';
import { remarkMathHtml } from './src/build/markdown/math.ts';
import { rehypeSections } from './src/build/markdown/sections.ts';

export default defineConfig({
  site: process.env.SITE ?? 'https://example.org',
  base: process.env.BASE ?? '/',
  trailingSlash: 'always',
  markdown: {
    processor: unified({
      remarkPlugins: [remarkMath, remarkMathHtml, remarkHeadingIds],
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
      customCss: ['katex/dist/katex.min.css', './src/theme/tokens.css', './src/theme/math.css'],
    }),
    mdx(),
    preact(),
  ],
  build: { inlineStylesheets: 'always' },
  vite: { build: { assetsInlineLimit: 0 } },
});
