import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { chapters } from '../src/book/contents';

/** What a page may load of the engine, compressed: 12 kB. */
const limit = 12_000;

/** The engine's part of a bundle of this module, as the book's bundler makes it. */
async function engineOf(source: string) {
  const entry = 'virtual:entry';
  const result = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    publicDir: false,
    resolve: {
      alias: [
        { find: /^@engine$/, replacement: resolve('src/engine/index.ts') },
        { find: /^@(engine|book|theme|workers)\//, replacement: `${resolve('src')}/$1/` },
        { find: /^@components\//, replacement: `${resolve('components')}/` },
      ],
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
    build: {
      write: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        output: { codeSplitting: { groups: [{ name: 'engine', test: /src[\\/]engine[\\/]/ }] } },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((r) =>
    'output' in r ? r.output : [],
  );
  const chunk = outputs.find((output) => output.type === 'chunk' && output.name === 'engine');
  if (chunk?.type !== 'chunk') return { bytes: 0, modules: [] };
  const modules = Object.entries(chunk.modules)
    .filter(([, { renderedLength }]) => renderedLength > 0)
    .map(([id]) => id.split(/[\\/]src[\\/]engine[\\/]/)[1]);
  return { bytes: gzipSync(chunk.code, { level: 9 }).length, modules };
}

/** The islands of a chapter's widgets, by the imports of their `index.astro`. */
function islandsOf(figures: readonly string[]): string[] {
  return globSync('components/widgets/*/index.astro')
    .filter((file) => figures.includes(dirname(file).split(sep).at(-1) ?? ''))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/from '(\.\/\w+)(?:\.tsx)?'/g)]
        .map(([, path]) => resolve(join(dirname(file), `${path}.tsx`)))
        .filter((path) => globSync(path).length > 0),
    );
}

describe('a page loads at most 12 kB of the engine', () => {
  it.each(chapters.map(({ slug, figures }) => [slug, figures] as const))(
    'chapter %s, all its figures together',
    async (_, figures) => {
      const files = islandsOf(figures);
      expect(files.length).toBeGreaterThanOrEqual(figures.length);
      const { bytes } = await engineOf(
        files.map((file, i) => `export * as f${i} from ${JSON.stringify(file)};`).join('\n'),
      );
      expect(bytes).toBeLessThan(limit);
    },
  );

  it('a page that trains, and nothing that it did not ask for', async () => {
    const { bytes, modules } = await engineOf(
      "export { initialise, moons, Network, Random, Trainer, TrainingRun } from '@engine';",
    );
    expect(bytes).toBeGreaterThan(8000);
    expect(bytes).toBeLessThan(limit);
    expect(modules).toContain('training/trainer.ts');
    for (const other of [
      /^wasm/,
      /^trace/,
      /gradcheck/,
      /network-file/,
      /idx/,
      /iris/,
      /sharp/,
      /lanczos/,
    ]) {
      expect(modules.filter((file) => other.test(file ?? ''))).toEqual([]);
    }
  });

  it('a page that only multiplies matrices gets little more', async () => {
    const { bytes } = await engineOf("export { Matrix, matmul } from '@engine';");
    expect(bytes).toBeGreaterThan(500);
    expect(bytes).toBeLessThan(limit / 4);
  });
});
