import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseNumber } from './parse-number';

it.each([
  ['-0.25', -0.25],
  ['−0.25', -0.25],
  ['–0.25', -0.25],
  ['－０．２５', -0.25],
  ['+3', 3],
  ['.5', 0.5],
  ['5.', 5],
  [' 1 000 ', 1000],
  ['1/4', 0.25],
  ['-1/−4', 0.25],
  ['１／４', 0.25],
  ['2.5e-3', 0.0025],
  ['2.5×10^-3', 0.0025],
  ['2.5·10^(−3)', 0.0025],
  ['0,25', 0.25],
  ['3,5', 3.5],
  ['12,3456', 12.3456],
  ['０，２５', 0.25],
  ['-0', 0],
])('reads %s', (text, value) => {
  expect(parseNumber(text)).toBe(value);
});

it.each([
  '',
  ' ',
  'abc',
  '1e999',
  '-1e999',
  '1,234',
  '1,2,3',
  '1/0',
  '1/2/3',
  '/2',
  '1/',
  '--1',
  '0x10',
  'NaN',
  'Infinity',
  '1e',
  'e5',
  '1.2.3',
  '=1',
])('refuses “%s”', (text) => {
  expect(parseNumber(text)).toBeUndefined();
});

it('reads every number that JavaScript writes', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      expect(parseNumber(String(x))).toBe(x + 0);
    }),
  );
});
