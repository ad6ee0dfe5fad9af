import { expect, test } from 'vitest';
import { readPage } from './html';
import { licenceFaults, packageOf } from './shipped';

const page = readPage(
  'en/about/',
  '<!doctype html><i data-package="katex"></i><i data-package="@codemirror/view"></i>',
);

test('the package of a file, in a folder of its own or of another package', () => {
  expect(packageOf('/book/node_modules/preact/hooks/dist/hooks.mjs')).toBe('preact');
  expect(packageOf('node_modules/katex/dist/fonts/KaTeX_Main-Regular.woff2')).toBe('katex');
  expect(packageOf('C:\\book\\node_modules\\@codemirror\\view\\index.js')).toBe('@codemirror/view');
  expect(packageOf('/book/node_modules/a/node_modules/b/index.js')).toBe('b');
  expect(packageOf('/book/src/engine/index.ts')).toBeUndefined();
});

test('a page that names just what is shipped is right', () => {
  expect(licenceFaults(page, new Set(['katex', '@codemirror/view']))).toEqual([]);
});

test('what is shipped and not named, and what is named and not shipped, are told', () => {
  expect(licenceFaults(page, new Set(['katex', 'preact']))).toEqual([
    '/en/about/: preact is not listed',
    '/en/about/: @codemirror/view is not in the site',
  ]);
});
