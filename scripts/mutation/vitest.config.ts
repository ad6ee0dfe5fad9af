import { basename } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that train or compare for long: only for changes in their own folder. */
const slow = ['training', 'wasm'];

/** The folder of the engine in which a file lies. */
const folderOf = (file: string): string => /src\/engine\/(\w+)\//.exec(file)?.[1] ?? '';

/** The tests of the changed file first: the first failure ends a mutant. */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { related = [] } = this.ctx.config as { related?: string[] };
    const folders = new Set(related.map(folderOf));
    const names = new Set(related.map((file) => basename(file, '.ts')));
    const near = ({ moduleId }: TestSpecification): number =>
      names.has(basename(moduleId, '.test.ts')) ? 2 : folders.has(folderOf(moduleId)) ? 1 : 0;
    return files
      .filter(({ moduleId }) => {
        const folder = folderOf(moduleId);
        return !slow.includes(folder) || folders.has(folder);
      })
      .toSorted((p, q) => near(q) - near(p));
  }
}

/** The engine's own tests, without Astro: what `npm run mutate` runs again and again. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    isolate: false,
    sequence: { sequencer: NearestFirst },
    setupFiles: ['scripts/mutation/setup.ts'],
    include: ['src/engine/**/*.test.ts'],
    // A second oracle that takes long to load; PyTorch’s numbers and differences say the same.
    exclude: ['src/engine/tensorflow.test.ts'],
  },
});
