import { expect, it } from 'vitest';
import { adam, lessons } from './numbers';

/** What the chapter says about the numbers that it shows. */

const remedies = ['plain', 'dropout', 'l2', 'stopped'] as const;

it('nothing in the table does as much as more data', () => {
  const { validation, rightElsewhere } = lessons.data;
  for (const name of remedies) {
    expect(Number(validation)).toBeLessThan(Number(lessons[name].validation));
    expect(Number.parseInt(rightElsewhere, 10)).toBeGreaterThan(
      Number.parseInt(lessons[name].rightElsewhere, 10),
    );
  }
});

it('stopping in time is stopping at the lowest validation loss', () => {
  expect(lessons.stopped.validation).toBe(lessons.plain.best);
});

it('dropout is no cure for everything: with another seed it does harm', () => {
  expect(Number(lessons.otherDropout.validation)).toBeGreaterThan(
    Number(lessons.otherPlain.validation),
  );
});

it('L2 under Adam shrinks the quiet weight much and the noisy one little; the other two shrink alike', () => {
  const expected = Number(adam.expected);
  for (const name of ['sgd', 'adamw'] as const) {
    for (const weight of adam[name]) expect(Math.abs(Number(weight) - expected)).toBeLessThan(0.01);
  }
  const [quiet, noisy] = adam.l2.map(Number) as [number, number];
  expect(quiet).toBeLessThan(expected / 2);
  expect(noisy).toBeGreaterThan(expected + 0.2);
});
