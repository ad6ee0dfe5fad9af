import type { Random } from '@engine';
import { describe, expect, it } from 'vitest';
import { rightAnswers } from './answers';
import { draw, isFit } from './draw';
import { markParts, type Typed } from './mark';
import { markOrder } from './order';
import { fillSlot, show } from './slots';
import type { Given, PartsExercise, Values } from './types';
import { numberOf } from './values';

const text = (words: string) => ({ zh: words, en: words });
const typed = (v: number | number[][]): Typed => ({ kind: 'value', value: v });

/** δ = (a − y) f′, then the gradient δ x. */
const exercise: PartsExercise = {
  id: 'test',
  kind: 'number',
  title: text('test'),
  about: 'here',
  statement: text(''),
  hints: [text(''), text(''), text('')],
  solution: [text('')],
  draw: (random: Random) => ({
    a: Math.round(random.uniform(1, 9)) / 10,
    y: Math.round(random.uniform(0, 10)) / 10,
    x: Math.round(random.uniform(-5, 5)),
  }),
  parts: [
    {
      id: 'delta',
      label: text('δ'),
      spoken: text('delta'),
      decimals: 4,
      answer: ({ a, y }: Values) =>
        ((a as number) - (y as number)) * (a as number) * (1 - (a as number)),
      mistakes: [
        { id: 'no-slope', says: text(''), value: ({ a, y }) => (a as number) - (y as number) },
        {
          id: 'sign',
          says: text(''),
          value: ({ a, y }) =>
            ((y as number) - (a as number)) * (a as number) * (1 - (a as number)),
        },
      ],
    },
    {
      id: 'gradient',
      label: text('g'),
      spoken: text('gradient'),
      decimals: 4,
      answer: ({ x }: Values, { delta }: Given) => (delta as number) * (x as number),
      mistakes: [{ id: 'no-x', says: text(''), value: (_, { delta }) => delta as number }],
    },
  ],
};

describe('drawing', () => {
  it('gives the same numbers for the same seed, others for another', () => {
    expect(draw(exercise, 7)).toEqual(draw(exercise, 7));
    const all = new Set(
      Array.from({ length: 20 }, (_, seed) => JSON.stringify(draw(exercise, seed))),
    );
    expect(all.size).toBeGreaterThan(10);
  });

  it('never gives numbers for which a mistake looks right', () => {
    // y = a makes every answer 0; x = 1 makes the gradient its own mistake.
    expect(isFit(exercise, { a: 0.5, y: 0.5, x: 2 })).toBe(false);
    expect(isFit(exercise, { a: 0.5, y: 0.2, x: 1 })).toBe(false);
    for (let seed = 0; seed < 2000; seed++)
      expect(isFit(exercise, draw(exercise, seed))).toBe(true);
  });

  it('says so when no numbers are fit', () => {
    const hopeless = { ...exercise, draw: () => ({ a: 0.5, y: 0.5, x: 1 }) };
    expect(() => draw(hopeless, 1)).toThrow('no fit numbers');
  });
});

describe('marking', () => {
  const values = { a: 0.8, y: 0.3, x: 3 };
  const right = rightAnswers(exercise, values);
  const mark = (delta: Typed, gradient: Typed) => markParts(exercise, values, { delta, gradient });

  it('accepts the right answers, rounded or cut off', () => {
    expect(right).toEqual({ delta: 0.5 * 0.8 * (1 - 0.8), gradient: 0.5 * 0.8 * (1 - 0.8) * 3 });
    expect(mark(typed(0.08), typed(0.24))).toEqual({
      delta: { kind: 'right' },
      gradient: { kind: 'right' },
    });
    expect(mark(typed(0.0799), typed(0.2401)).delta).toEqual({ kind: 'right' });
  });

  it('carries an error forward instead of punishing it twice', () => {
    expect(mark(typed(0.5), typed(1.5))).toEqual({
      delta: { kind: 'mistake', id: 'no-slope' },
      gradient: { kind: 'carried' },
    });
  });

  it('recognises mistakes of later parts from the reader’s own numbers', () => {
    expect(mark(typed(0.2), typed(0.2)).gradient).toEqual({ kind: 'mistake', id: 'no-x' });
  });

  it('tells too coarse from wrong, and what is no number', () => {
    expect(mark(typed(0.1), typed(7))).toEqual({
      delta: { kind: 'coarse' },
      gradient: { kind: 'wrong' },
    });
    expect(mark({ kind: 'empty' }, { kind: 'unreadable', text: 'abc' })).toEqual({
      delta: { kind: 'empty' },
      gradient: { kind: 'unreadable', text: 'abc' },
    });
  });

  it('marks a matrix cell by cell, and knows a transpose and another shape', () => {
    const matrix: PartsExercise = {
      ...exercise,
      kind: 'matrix',
      parts: [
        {
          id: 'W',
          label: text('W'),
          spoken: text('W'),
          decimals: 2,
          answer: () => [
            [1, 2],
            [3, 4],
          ],
          mistakes: [],
        },
      ],
    };
    const of = (W: number[][]) => markParts(matrix, {}, { W: typed(W) }).W;
    expect(
      of([
        [1, 2],
        [3, 4],
      ]),
    ).toEqual({ kind: 'right' });
    expect(
      of([
        [1, 3],
        [2, 4],
      ]),
    ).toEqual({ kind: 'transposed' });
    expect(of([[1, 2]])).toEqual({ kind: 'shape' });
    expect(
      of([
        [1, 2],
        [3, 5],
      ]),
    ).toEqual({ kind: 'wrong', cells: [true, true, true, false] });
  });
});

describe('an order of lines', () => {
  const parts = {
    lines: [
      { id: 'a', text: text('a'), after: [] },
      { id: 'b', text: text('b'), after: ['a'] },
      { id: 'c', text: text('c'), after: ['a'] },
      { id: 'd', text: text('d'), after: ['b', 'c'] },
    ],
    mistakes: [{ id: 'end-first', says: text(''), earlier: 'a', later: 'd' }],
  };

  it('is right in every order that respects the dependencies', () => {
    expect(markOrder(parts, ['a', 'b', 'c', 'd'])).toEqual({ kind: 'right' });
    expect(markOrder(parts, ['a', 'c', 'b', 'd'])).toEqual({ kind: 'right' });
  });

  it('names the listed mistake, else the first line that comes too early', () => {
    expect(markOrder(parts, ['d', 'a', 'b', 'c'])).toEqual({ kind: 'mistake', id: 'end-first' });
    expect(markOrder(parts, ['b', 'a', 'c', 'd'])).toEqual({
      kind: 'too-early',
      line: 'b',
      missing: 'a',
    });
  });
});

describe('slots', () => {
  it('find numbers by name and place', () => {
    const values = {
      loss: 0.5,
      W: [
        [1, 2],
        [3, -4],
      ],
      x: [5, 6],
    };
    expect(numberOf(values, 'loss')).toBe(0.5);
    expect(numberOf(values, 'W.2.2')).toBe(-4);
    expect(numberOf(values, 'x.1')).toBe(5);
    expect(() => numberOf(values, 'W.3.1')).toThrow('There is no number “W.3.1”');
    expect(fillSlot({ path: 'W.2.2', bracketed: true }, values, 4)).toBe('(−4)');
    expect(fillSlot({ path: 'W.1.1', names: 'Sigmoid|tanh|ReLU' }, values, 4)).toBe('tanh');
    expect(() => fillSlot({ path: 'W.2.2', names: 'tanh|ReLU' }, values, 4)).toThrow('no name -4');
  });

  it('show drawn numbers as they are and computed ones rounded', () => {
    expect(show(0.35, 4)).toBe('0.35');
    expect(show(-0.123456, 4)).toBe('−0.1235');
    expect(show(0.000012, 4)).toBe('1.20e−5');
  });
});
