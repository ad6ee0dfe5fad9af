import * as folding from '@components/widgets/folding/model';
import { first } from '@components/widgets/folding/state';
import { trace } from '@engine';
import { describe, expect, it } from 'vitest';
import { equals } from './equals';
import { stepTex } from './step-tex';

const step = (values: readonly number[], value: number) => ({
  operands: values.map((one) => ({ value: one })),
  value,
});

describe('= or ≈', () => {
  it('says = where every digit is there, whatever binary makes of them', () => {
    expect(equals(step([0.1, 0.2], 0.1 + 0.2), 5)).toBe('=');
    expect(equals(step([4, 6, -2.1], 4 - 2.1), 6)).toBe('=');
    expect(equals(step([0], 0), 5)).toBe('=');
  });

  it('says ≈ where the value or one of its numbers is rounded', () => {
    expect(equals(step([1, 3], 1 / 3), 5)).toBe('≈');
    expect(equals(step([0.123456, 1], 0.5), 5)).toBe('≈');
    expect(equals(step([0.123456, 1], 0.5), 6)).toBe('=');
  });

  it('in a worked example: the first sum is exact, its sigmoid is not', () => {
    const lines = trace(folding.networkOf(first), [1, 0], [1], { alpha: 1 }).map(stepTex);
    expect(lines[0]).toBe('\\zi{1}{1} = 4 \\cdot 1 + 6 \\cdot 0 + (-2.1) = 1.9');
    expect(lines[1]).toContain('\\sigma(1.9) \\approx 0.86989');
  });
});
