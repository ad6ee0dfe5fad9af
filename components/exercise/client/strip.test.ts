import { expect, it } from 'vitest';
import { strip } from './strip';

it('removes types and keeps every line where it is', () => {
  const source =
    'export function f(z: number): number {\n  const a: number[] = [z];\n  return a[0]!;\n}';
  const result = strip(source);
  expect(result.kind).toBe('code');
  const { code } = result as { code: string };
  expect(code.split('\n')).toHaveLength(4);
  expect(code).not.toMatch(/: number|export/);
});

it('refuses an import, static or dynamic, with its line', () => {
  expect(strip('const x = 1;\nimport y from "z";')).toEqual({ kind: 'import', line: 2 });
  expect(strip('f(import("z"));')).toEqual({ kind: 'import', line: 1 });
  expect(strip('// import is a word\nconst important = "import(x)";').kind).toBe('code');
});

it('says what cannot be read, and where', () => {
  expect(strip('function f(z) {\n  const x = ;\n}')).toMatchObject({ kind: 'broken', line: 2 });
});
