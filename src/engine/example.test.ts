import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, vi } from 'vitest';

it("the README's example prints what the README says", async () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  const block = (language: string) =>
    new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '';
  const file = resolve('.cache/example.ts');
  mkdirSync('.cache', { recursive: true });
  writeFileSync(
    file,
    block('ts').replace("'./src/engine'", JSON.stringify(resolve('src/engine/index.ts'))),
  );
  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line) => printed.push(line));
  await import(pathToFileURL(file).href);
  log.mockRestore();
  expect(`${printed.join('\n')}\n`).toBe(block('text'));
  expect(printed).toHaveLength(5);
});
