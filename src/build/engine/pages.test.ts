import * as engine from '@engine';
import { beforeAll, expect, it } from 'vitest';
import { groupOf, groupTitles } from './groups';
import { type EnginePage, readEngine } from './pages';

let pages: readonly EnginePage[];
const pageOf = (name: string) => pages.find((page) => page.name === name)!;

beforeAll(async () => {
  pages = await readEngine();
}, 120_000);

it('has a page for every value that the engine exports, and for types', () => {
  const names = pages.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(engine)));
  expect(names).toEqual(expect.arrayContaining(['NetworkSpec', 'AdamSpec', 'Floats']));
  expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
});

it('has something under each heading, and no page under another', () => {
  expect(new Set(pages.map(({ group }) => group))).toEqual(new Set(groupTitles));
  expect(() => groupOf('weather.ts')).toThrow('has no group for src/engine/weather.ts');
});

it('says what a name is in a sentence', () => {
  expect(pageOf('matmul').summary).toContain('C = A B: A is p×q, B is q×r, the result p×r.');
  for (const { name, summary } of pages) expect(summary, name).toMatch(/^<p>.+<\/p>\n?$/s);
});

it('shows parameters, what is returned and what is thrown', () => {
  const { body } = pageOf('softmaxJacobian');
  expect(body).toMatch(/<dt><code>a<\/code><\/dt><dd>[\s\S]*the probabilities of one sample/);
  expect(body).toMatch(/Returns<\/span>\s*<div><p>n×n, symmetric/);
  expect(pageOf('matmul').body).toMatch(/Throws<\/span>\s*<div><p>ShapeError if the inner sizes/);
});

it('lowers and raises letters, but not in code', () => {
  expect(pageOf('Network').body).toContain('n<sub>0</sub> × m');
  expect(pageOf('softmax').body).toContain('e<sup>z<sub>j</sub> − max z</sup>');
  expect(pageOf('NetworkLayer').body).toContain('a<sup>l−1</sup>');
  expect(pageOf('readMnist').body).toContain('<code>train-images-idx3-ubyte</code>');
});

it('marks equations of the book for the page to number', () => {
  expect(pageOf('Dense').body).toContain('<a href="eq:fb-z"');
});

it('needs no script', () => {
  for (const { body } of pages) expect(body).not.toMatch(/<(script|button|svg)|\son\w+=/);
});
