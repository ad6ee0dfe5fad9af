import { check } from '@book/equations';
import { renderMath } from '@book/math';
import { describe, expect, it } from 'vitest';
import { allEquations, chapters } from './registry';

const sealed = allEquations.flatMap(({ id, check: proof, rows }) => [
  { id, proof },
  ...(rows ? [{ id: `${id} in rows`, proof: rows.check }] : []),
]);
const lines = chapters.flatMap(({ derivations }) =>
  derivations.flatMap(({ id, steps }) =>
    steps.flatMap(({ check: proof }, i) => (proof ? [{ id: `${id}, line ${i + 1}`, proof }] : [])),
  ),
);

describe('every equation is true, and its check would notice if it were not', () => {
  it.each([...sealed, ...lines])('$id', ({ id, proof }) => {
    const { trials, rejected, noWrong } = proof.run();
    expect(trials).toBeGreaterThanOrEqual(25);
    if (!noWrong) expect(rejected.length).toBeGreaterThanOrEqual(1);
    console.log(`  ${id}: ${rejected.length}/${rejected.length} wrong variants rejected`);
  });
});

it('every line after the first of a derivation is checked', () => {
  for (const { derivations } of chapters) {
    for (const { id, steps } of derivations) {
      expect(
        steps.slice(1).every((step) => step.check),
        id,
      ).toBe(true);
    }
  }
});

it('ids are unique, formulas are valid', () => {
  const ids = allEquations.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { tex } of allEquations) expect(renderMath(tex, { display: true })).toContain('katex');
});

describe('a check', () => {
  const parts = {
    setup: () => 2,
    left: (n: number) => n * n,
    right: (n: number) => n + n + 1,
    wrong: [],
    noWrong: 'this is about the two sides only',
  };
  it('is refused without a wrong variant, unless it says why', () => {
    const { noWrong, ...silent } = parts;
    expect(() => check(silent)).toThrow('needs a wrong variant');
    expect(check({ ...parts, right: (n: number) => 2 * n }).run().noWrong).toBe(noWrong);
  });
  it('fails when the two sides differ', () => {
    expect(() => check(parts).run()).toThrow('the two sides differ by 0.25');
  });
  it('fails when a wrong variant would pass', () => {
    const slip = { zh: '同样', en: 'the same' };
    const same = { ...parts, right: (n: number) => 2 * n, wrong: [{ slip, right: () => 4 }] };
    expect(() => check(same).run()).toThrow('does not notice the slip “the same”');
  });
});
