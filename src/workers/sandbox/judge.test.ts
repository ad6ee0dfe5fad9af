import { expect, it } from 'vitest';
import { agrees, display, judge } from './judge';

const value = (v: unknown) => ({ kind: 'value' as const, value: v });

it('accepts what differs by rounding only', () => {
  expect(judge(value(0.1 + 0.2), 0.3)).toEqual({ kind: 'right' });
  expect(judge(value([[1, 2 + 1e-12]]), [[1, 2]])).toEqual({ kind: 'right' });
});

it.each([
  [Number.NaN, 0],
  ['1', 1],
  [undefined, 0],
  [[1, 2], [[1, 2]]],
  [[1], [1, 2]],
  [
    [1, 2, 3],
    [1, 2],
  ],
  [{ length: 2, 0: 1, 1: 2 }, [1, 2]],
  [Number.POSITIVE_INFINITY, 1e308],
])('refuses %j for %j', (got, expected) => {
  expect(agrees(got, expected)).toBe(false);
});

it('tells large numbers apart relative to their size', () => {
  expect(agrees(1e12 + 1, 1e12)).toBe(true);
  expect(agrees(1e12 + 1e5, 1e12)).toBe(false);
});

it('shows values shortly, with a real minus sign', () => {
  expect(display([[-0.123456789, 2]])).toBe('[[−0.1234568, 2]]');
  expect(display('x')).toBe('"x"');
  expect(display(undefined)).toBe('undefined');
});
