import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cases } from './widgets';

const ran: Record<string, { script: string; output: string }> = JSON.parse(
  readFileSync(new URL('widgets.json', import.meta.url), 'utf8'),
).widgets;

/** `dW1 [[0.5, -1e-3]]` → 0.5, −0.001. */
const numbersIn = (text: string): number[] =>
  (text.match(/-?\d+(\.\d+)?(e[-+]?\d+)?|nan|inf/g) ?? []).map(Number);

describe('“As PyTorch” prints what the figure shows', () => {
  it.each(globSync('components/widgets/*/pytorch.ts'))('%s has cases beside it', (file) => {
    const widget = basename(dirname(file));
    expect(cases.filter(({ name }) => name.startsWith(`${widget}, `))).not.toEqual([]);
  });

  it('was run for each case, and for no other', () => {
    expect(Object.keys(ran)).toEqual(cases.map(({ name }) => name));
  });

  it.each(cases)('$name', ({ name, script, prints, tolerance = {} }) => {
    expect(script, 'the template has changed: npm run reference').toBe(ran[name]!.script);
    const lines = ran[name]!.output.trimEnd().split('\n');
    expect(lines).toHaveLength(prints.length);
    prints.forEach(([label, values], i) => {
      const line = lines[i]!;
      expect(line.slice(0, label.length + 1)).toBe(`${label} `);
      const printed = numbersIn(line.slice(label.length));
      expect(printed, line).toHaveLength(values.length);
      printed.forEach((value, k) => {
        expect(Math.abs(value - values[k]!), line).toBeLessThanOrEqual(tolerance[label] ?? 1e-10);
      });
    });
  });
});
